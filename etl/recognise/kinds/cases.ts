/** Case registers: the plain register, Bawaslu's recapitulation workbook, and the SP4N-LAPOR! export. */
import { parseDate } from '../../normalise/dates.ts';
import { comparable, isMissing } from '../../normalise/text.ts';
import { codeForWord } from '../../normalise/words.ts';
import type { GridRow } from '../../read/grid.ts';
import { input, textAt, type Body, type DraftValue, type Kind, type Reporter } from '../types.ts';
import { tableKind } from './table.ts';

/** Register numbers are compared without spaces and case. */
export const caseNumber = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

/** Names that KASN, BKN and the PPK give to a status only they can decide; a bare "Terbukti" in a register of Bawaslu is Bawaslu's own. */
function statusOf(text: string, recommended: boolean): string | undefined {
	const word = comparable(text);
	if (word === 'terbukti') return recommended ? 'TERBUKTI' : 'TERBUKTI_BAWASLU';
	return codeForWord('case_statuses', word) ?? undefined;
}

export const caseRegister: Kind = tableKind({
	kind: 'case_register',
	dataset: 'cases',
	title: { id: 'Register kasus', en: 'Case register' },
	strict: true,
	aliases: {
		case_number: ['Nomor Register', 'No Register', 'No. Register', 'Nomor Perkara'],
		registered_date: ['Tanggal Register', 'Tgl Register', 'Tanggal Registrasi'],
		act_regency: ['Kabupaten/Kota', 'Kabupaten', 'Kab/Kota', 'Daerah Kejadian'],
		employer: ['Pemerintah Daerah Terlapor', 'Instansi Terlapor', 'Instansi Asal', 'Pemerintah Daerah'],
		violation_type: ['Jenis Dugaan', 'Jenis Dugaan Pelanggaran', 'Bentuk Pelanggaran', 'Jenis Pelanggaran'],
		origin: ['Sumber', 'Asal', 'Laporan/Temuan'],
		channel: ['Saluran', 'Saluran Masuk'],
		status: ['Status', 'Status Penanganan', 'Status Kasus'],
		status_date: ['Tanggal Status', 'Tgl Status'],
		incident_date: ['Tanggal Kejadian', 'Tgl Kejadian', 'Waktu Kejadian'],
		position: ['Jabatan'],
		agency: ['Unit Kerja', 'OPD'],
		employment: ['Jenis Kepegawaian', 'Status Kepegawaian'],
		person_key: ['NIP', 'NIP Terlapor'],
		person_no: ['Terlapor Ke', 'Urutan Terlapor'],
		forwarded_date: ['Tanggal Diteruskan', 'Tgl Diteruskan'],
		proven_date: ['Tanggal Rekomendasi', 'Tgl Rekomendasi'],
		recommended_sanction: ['Rekomendasi Sanksi', 'Sanksi Direkomendasikan'],
		sanction_date: ['Tanggal Sanksi', 'Tgl Sanksi'],
		imposed_sanction: ['Sanksi', 'Sanksi Dijatuhkan'],
		cycle: ['Siklus', 'Siklus Pemilihan'],
		number: ['No', 'Nomor'],
		person: ['Nama', 'Terlapor', 'Nama Terlapor', 'Inisial']
	},
	required: ['case_number', 'registered_date', 'status'],
	atLeast: 2,
	helpers: ['number', 'person'],
	shape: (row, cells, body) => {
		const { columns } = body.match;
		const number = textAt(row, columns.get('case_number'));
		const recommended = !isMissing(textAt(row, columns.get('proven_date'))) || !isMissing(textAt(row, columns.get('recommended_sanction')));
		const status = statusOf(textAt(row, columns.get('status')), recommended);
		return [{ ...cells, case_number: isMissing(number) ? (cells['case_number'] ?? null) : caseNumber(number), status: status ?? cells['status'] ?? null, origin: cells['origin'] ?? originInNumber(number) }];
	}
});

/** `…/LP/…` is a report, `…/TM/…` a finding. */
function originInNumber(number: string): string | null {
	if (/(^|\/)LP\//i.test(number)) return 'report';
	return /(^|\/)TM\//i.test(number) ? 'finding' : null;
}

const NOT_ASN = /\b(bukan asn|non asn|kepala desa|kades|perangkat desa|perbekel)\b/i;
const NOT_REGISTERED = { id: 'tidak diregister', en: 'not registered' };
const NOT_REGISTERED_NOT_ASN = { id: 'tidak diregister, terlapor bukan ASN', en: 'not registered, the reported person is not a civil servant' };
const REPORTED_NOT_ASN = { id: 'terlapor bukan ASN', en: 'the reported person is not a civil servant' };
const DATE_IN_LETTER = /(?:tgl|tanggal|tgl\.)\s*:?\s*(.+)$/i;

/** Bawaslu's workbook has no status column: review, forwarding, recommendation and follow-up together say how far a case is. */
function recapStatus(row: GridRow, body: Body): string {
	const text = (name: string) => comparable(textAt(row, body.match.columns.get(name)));
	const [review, forwarded, recommendation, followUp] = ['review', 'forwarded_to', 'recommendation', 'follow_up'].map(text) as [string, string, string, string];
	if (/^(sudah|sanksi|ditindaklanjuti|selesai)/.test(followUp) || (codeForWord('sanctions', followUp) ?? null) !== null) return 'SANKSI';
	if (!isMissing(recommendation)) return /^tidak terbukti|^ditolak/.test(recommendation) ? 'TIDAK_TERBUKTI' : /^(belum|proses|menunggu)/.test(recommendation) ? 'VERIFIKASI_SATGAS' : 'MENUNGGU_PPK';
	if (!isMissing(forwarded)) return 'DITERUSKAN';
	if (/^tidak (memenuhi|diregist)/.test(review)) return 'TIDAK_DIREGISTRASI';
	if (/^(tidak terbukti|bukan pelanggaran|dihentikan)/.test(review)) return 'DIHENTIKAN';
	if (/^terbukti/.test(review)) return 'TERBUKTI_BAWASLU';
	return isMissing(review) ? 'DIREGISTRASI' : (codeForWord('case_statuses', review) ?? 'KAJIAN');
}

function dateInLetter(row: GridRow, column: number | undefined): string | null {
	const text = DATE_IN_LETTER.exec(textAt(row, column))?.[1] ?? '';
	const date = text ? parseDate(text.trim(), { conflicting: false, order: 'dmy', proven: true }) : null;
	return date && 'iso' in date && date.precision === 'day' ? date.iso : null;
}

function recapRow(row: GridRow, cells: Record<string, DraftValue>, body: Body, reporter: Reporter): Record<string, DraftValue>[] {
	const { columns } = body.match;
	const number = textAt(row, columns.get('case_number'));
	const texts = [...columns.values()].map((column) => textAt(row, column));
	if (isMissing(number) || /^tidak diregist/i.test(number)) {
		reporter.drop(row.row, texts.some((text) => NOT_ASN.test(text)) ? NOT_REGISTERED_NOT_ASN : NOT_REGISTERED);
		return [];
	}
	if (texts.some((text) => NOT_ASN.test(text))) {
		reporter.drop(row.row, REPORTED_NOT_ASN);
		return [];
	}
	const status = recapStatus(row, body);
	return [
		{
			...cells,
			case_number: caseNumber(number),
			origin: originInNumber(number),
			status,
			forwarded_date: cells['forwarded_date'] ?? dateInLetter(row, columns.get('letter')),
			proven_date: status === 'SANKSI' || status === 'MENUNGGU_PPK' ? dateInLetter(row, columns.get('recommendation')) : null,
			incident_date: cells['incident_date'] ?? incidentIn(textAt(row, columns.get('remark'))),
			recommended_sanction: cells['recommended_sanction'] ?? sanctionIn(row, columns.get('recommendation')),
			sanction_date: status === 'SANKSI' ? dateInLetter(row, columns.get('follow_up')) : null,
			imposed_sanction: status === 'SANKSI' ? sanctionIn(row, columns.get('follow_up')) : null
		}
	];
}

/** The sanction named between "Sudah," and the decree: "Sudah, Teguran tertulis, SK Bupati 800/1/2024 tgl 4 Mei 2024". Null when none is named. */
function sanctionIn(row: GridRow, column: number | undefined): DraftValue {
	const named = textAt(row, column)
		.replace(/^sudah\b[\s,;:]*/i, '')
		.replace(/[\s,;(]*\b(sk|surat keputusan|nomor|no\.|tgl|tanggal)\b.*$/is, '')
		.trim();
	const found = input(row, column);
	return found === null || isMissing(named) ? null : { ...found, cell: { ...found.cell, text: named } };
}

/** "Tgl kejadian 16 Januari 2020" in a remark. */
function incidentIn(text: string): string | null {
	const written = /kejadian\s*:?\s*(\d.*)$/i.exec(text)?.[1];
	const date = written ? parseDate(written, { conflicting: false, order: 'dmy', proven: true }) : null;
	return date && 'iso' in date && date.precision === 'day' ? date.iso : null;
}

export const bawasluRecap: Kind = tableKind({
	kind: 'bawaslu_recap',
	dataset: 'cases',
	title: { id: 'Rekapitulasi penanganan Bawaslu', en: 'Bawaslu recapitulation' },
	weight: 6,
	checkTotals: false,
	aliases: {
		number: ['No'],
		report_number: ['Nomor Laporan/Temuan', 'No Laporan/Temuan'],
		case_number: ['Nomor Register', 'No Register'],
		registered_date: ['Tgl Register', 'Tanggal Register'],
		incident_date: ['Tgl Kejadian', 'Tanggal Kejadian'],
		reporter: ['Pelapor/Penemu', 'Pelapor'],
		person: ['Terlapor', 'Nama Terlapor'],
		person_key: ['NIP'],
		position: ['Jabatan'],
		agency: ['Unit Kerja'],
		account: ['Uraian Singkat', 'Uraian'],
		violation_type: ['Jenis Dugaan Pelanggaran', 'Jenis Dugaan', 'Bentuk Pelanggaran'],
		review: ['Hasil Kajian'],
		forwarded_to: ['Diteruskan ke', 'Diteruskan Kepada'],
		letter: ['Nomor & Tgl Surat Penerusan', 'Nomor dan Tanggal Surat Penerusan', 'Surat Penerusan'],
		recommendation: ['Rekomendasi BKN/KASN', 'Rekomendasi KASN/BKN', 'Rekomendasi KASN', 'Rekomendasi BKN'],
		follow_up: ['Tindak Lanjut PPK', 'Tindak Lanjut'],
		remark: ['Ket', 'Keterangan']
	},
	required: ['case_number', 'registered_date', 'review', 'forwarded_to'],
	helpers: ['number', 'report_number', 'reporter', 'person', 'account', 'review', 'forwarded_to', 'letter', 'recommendation', 'follow_up', 'remark'],
	shape: recapRow
});

export const sp4nExport: Kind = tableKind({
	kind: 'sp4n_lapor',
	dataset: 'cases',
	title: { id: 'Ekspor SP4N-LAPOR!', en: 'SP4N-LAPOR! export' },
	weight: 6,
	checkTotals: false,
	aliases: {
		case_number: ['Tracking ID'],
		registered_date: ['Tanggal Laporan Masuk'],
		category: ['Kategori'],
		title: ['Judul Laporan'],
		agency: ['Instansi Terdisposisi'],
		status: ['Status Laporan'],
		act_regency: ['Kota/Kabupaten', 'Kabupaten/Kota']
	},
	required: ['case_number', 'registered_date', 'status'],
	helpers: ['category', 'title', 'agency'],
	shape: (row, cells, body, reporter) => {
		const { columns } = body.match;
		if (!/netral/i.test(`${textAt(row, columns.get('category'))} ${textAt(row, columns.get('title'))}`)) {
			reporter.drop(row.row, { id: 'bukan laporan netralitas ASN', en: 'not a report about the neutrality of civil servants' });
			return [];
		}
		return [{ ...cells, case_number: `SP4N-${caseNumber(textAt(row, columns.get('case_number')))}`, origin: 'report', channel: 'SP4N-LAPOR!' }];
	}
});
