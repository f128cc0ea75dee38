/** Training lists that are plain tables: one person a row, and recapitulations. */
import { comparable, isMissing } from '../../normalise/text.ts';
import type { Kind } from '../types.ts';
import { tableKind } from './table.ts';
import { asOfInTitles } from './titles.ts';
import { UNNAMED_COURSE } from './course.ts';

const FAILED = /^(tidak lulus|gagal|selesai \((tidak lulus|tidak mencapai nilai kelulusan)\)|completed \(did not achieve pass grade\))$/;
const PASSED = /^(lulus|selesai \((lulus|mencapai nilai kelulusan)\)|completed \(achieved pass grade\)|passed)$/;
const DONE = /^(selesai|sudah selesai|completed|tuntas|complete)$/;
const NOT_DONE = /^(tidak selesai|belum selesai|belum|belum mulai|belum mengikuti|sedang (berlangsung|berjalan|mengikuti)|proses|dalam proses|not completed|in progress|terdaftar|mengundurkan diri)$/;

/** Status word → completed and passed; undefined for a word that is not on the list. */
function standing(text: string): { completed: boolean | null; passed: boolean | null } | undefined {
	const word = comparable(text);
	if (isMissing(word)) return { completed: null, passed: null };
	if (FAILED.test(word)) return { completed: false, passed: false };
	if (PASSED.test(word)) return { completed: true, passed: true };
	if (DONE.test(word)) return { completed: true, passed: null };
	return NOT_DONE.test(word) ? { completed: false, passed: null } : undefined;
}

export const trainingTable: Kind = tableKind({
	kind: 'training_table',
	checkTotals: false,
	dataset: 'training',
	title: { id: 'Tabel pelatihan per orang', en: 'Training table, one person a row' },
	strict: true,
	aliases: {
		person_key: ['NIP', 'NIP Baru'],
		name: ['Nama', 'Nama Peserta', 'Nama Lengkap'],
		agency: ['Unit Kerja', 'OPD', 'Instansi', 'Perangkat Daerah'],
		regency: ['Kabupaten/Kota', 'Kabupaten', 'Kab/Kota', 'Daerah'],
		course: ['Pelatihan', 'Nama Pelatihan', 'Kursus', 'Diklat'],
		status: ['Status', 'Status Penyelesaian', 'Keterangan Kelulusan'],
		completed_date: ['Tanggal Selesai', 'Tgl Selesai'],
		score: ['Nilai', 'Nilai Akhir', 'Skor'],
		progress: ['Persentase Penyelesaian', 'Persentase', 'Progres', 'Penyelesaian (%)'],
		cycle: ['Siklus', 'Siklus Pemilihan'],
		number: ['No', 'Nomor']
	},
	required: ['person_key', 'course', 'status'],
	atLeast: 2,
	helpers: ['name', 'status', 'number'],
	derive: {
		reads: ['status', 'score?'],
		of: ([status = '', scored = ''], { context, has, find }) => {
			const found = standing(status);
			if (!found) find('STATUS_UNKNOWN', 'status');
			if (found?.passed === false) find('STATUS_FAIL_NOT_PASS', 'status');
			return {
				course: context.source?.course ?? (has('course') ? { from: 'course' } : UNNAMED_COURSE),
				completed: found?.completed ?? null,
				passed: found?.passed ?? null,
				test_done: scored !== '' || found?.passed != null,
				last_date: { from: 'completed_date' }
			};
		}
	}
});

export const trainingRecap: Kind = tableKind({
	kind: 'training_recap',
	dataset: 'training_totals',
	title: { id: 'Rekapitulasi pelatihan', en: 'Training recapitulation' },
	strict: true,
	aliases: {
		regency: ['Kabupaten/Kota', 'Kabupaten', 'Kab/Kota', 'Daerah'],
		agency: ['Unit Kerja', 'OPD', 'Perangkat Daerah', 'Instansi', 'Nama OPD'],
		course: ['Kursus', 'Pelatihan', 'Nama Pelatihan'],
		enrolled: ['Peserta Terdaftar', 'Terdaftar', 'Jumlah Peserta', 'Peserta', 'Jumlah Terdaftar'],
		completed: ['Peserta Selesai', 'Selesai', 'Jumlah Selesai', 'Yang Selesai'],
		passed: ['Peserta Lulus Tes Akhir', 'Lulus', 'Peserta Lulus', 'Lulus Tes Akhir', 'Jumlah Lulus'],
		as_of: ['Keadaan Per', 'Per Tanggal', 'Posisi Per'],
		cycle: ['Siklus', 'Siklus Pemilihan'],
		number: ['No', 'Nomor'],
		share: ['Persentase', '% Selesai', 'Persen', 'Persentase Selesai', 'Persentase Penyelesaian'],
		remark: ['Ket', 'Keterangan']
	},
	required: ['enrolled', 'completed'],
	helpers: ['number', 'share', 'remark'],
	derive: {
		reads: [],
		of: (_texts, { context, header, has }) => ({
			course: has('course') ? { from: 'course' } : (context.source?.course ?? UNNAMED_COURSE),
			as_of: has('as_of') ? { from: 'as_of' } : (asOfInTitles(header) ?? context.source?.as_of ?? null)
		})
	}
});
