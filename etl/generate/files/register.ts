/** Case registers: the plain register, Bawaslu's recapitulation workbook and the SP4N-LAPOR! export. */
import { addDays, dashedDate, longDate, shortDate, slashDate, pad, type IsoDate } from '../calendar.ts';
import { isForwarded, isProven, type CaseRow, type Stage } from '../cases.ts';
import { spacedNip } from '../people.ts';
import type { Place } from '../places.ts';
import { supervisingBodyOn } from '../../reference/index.ts';
import { createRandom } from '../random.ts';
import { violationName } from '../violations.ts';
import type { SheetCell, SheetSpec } from '../workbook.ts';

const STATUS: Readonly<Record<Stage, string>> = {
	DIHENTIKAN: 'Dihentikan (bukan pelanggaran/tidak terbukti)',
	KAJIAN: 'Kajian, verifikasi, validasi',
	DITERUSKAN: 'Diteruskan ke KASN/BKN',
	VERIFIKASI_SATGAS: 'Menunggu/dalam verifikasi Satgas/BKN',
	TIDAK_TERBUKTI: 'Tidak terbukti melanggar',
	MENUNGGU_PPK: 'Menunggu tindak lanjut PPK',
	SANKSI: 'Sanksi dijatuhkan (ditindaklanjuti PPK)'
};
const REGISTER_HEAD = [
	'Nomor Register', 'Tanggal Register', 'Kabupaten/Kota', 'Jenis Dugaan', 'Sumber', 'Status', 'Tanggal Kejadian', 'Jabatan', 'Unit Kerja', 'NIP',
	'Tanggal Diteruskan', 'Tanggal Rekomendasi', 'Rekomendasi Sanksi', 'Tanggal Sanksi', 'Sanksi'
];

const dateOrEmpty = (date: IsoDate | null): string => (date ? slashDate(date) : '');

/** Rows of a plain register: one per person; forms of violation in the words of the decree or as its code. */
export function registerRows(rows: readonly CaseRow[], place: Place, forms: 'name' | 'code'): string[][] {
	return [
		REGISTER_HEAD,
		...rows.map((row) => [
			row.number, slashDate(row.registered), place.name, formOf(row, forms), row.origin === 'report' ? 'Laporan' : 'Temuan', STATUS[row.stage],
			slashDate(row.incident), row.person.position, row.agency, row.person.nip,
			dateOrEmpty(row.forwarded), dateOrEmpty(row.proven), row.recommended ?? '', dateOrEmpty(row.sanctionDate), row.imposed ?? ''
		])
	];
}

function formOf(row: CaseRow, forms: 'name' | 'code'): string {
	if (row.violation === null) return 'Netralitas ASN';
	return forms === 'code' ? row.violation : violationName(row.violation);
}

const RECAP_HEAD = [
	'No', 'Nomor Laporan/Temuan', 'Nomor Register', 'Tgl Register', 'Pelapor/Penemu', 'Terlapor', 'NIP', 'Jabatan', 'Unit Kerja', 'Uraian Singkat',
	'Jenis Dugaan Pelanggaran', 'Hasil Kajian', 'Diteruskan ke', 'Nomor & Tgl Surat Penerusan', 'Rekomendasi BKN/KASN', 'Tindak Lanjut PPK', 'Ket'
];
/** Bawaslu's recapitulation of one cycle: title lines, mixed ways of writing dates, a line with the total. */
export function recapSheet(rows: readonly CaseRow[], place: Place, title: string, asOf: IsoDate, others: readonly SheetCell[][] = []): SheetSpec {
	const body = rows.map((row, index) => recapRow(row, place, index));
	const all = [...body, ...others].map((cells, index): SheetCell[] => [index + 1, ...cells]);
	return {
		name: 'Rekap Netralitas',
		merges: ['A1:Q1', 'A2:Q2', 'A3:Q3'],
		rows: [
			['REKAPITULASI PENANGANAN DUGAAN PELANGGARAN NETRALITAS ASN - DATA CONTOH (SINTETIS)'],
			[`BAWASLU ${place.name.toUpperCase()} - ${title}`],
			[`Keadaan s.d. ${longDate(asOf)}`],
			[],
			RECAP_HEAD,
			...all,
			['Jumlah', `${new Set(all.map((cells) => cells[2])).size} laporan/temuan, ${all.length} terlapor`]
		]
	};
}

function recapRow(row: CaseRow, place: Place, index: number): SheetCell[] {
	const body = supervisingBodyOn(row.forwarded ?? row.registered)?.code ?? '-';
	const initials = [row.person.given, row.person.family].map((name) => `${name[0] ?? ''}.`).join('');
	return [
		row.reportNumber,
		row.number,
		index % 3 === 1 ? dashedDate(row.registered) : longDate(row.registered),
		row.origin === 'report' ? 'Masyarakat' : `Panwascam ${place.districts[index % place.districts.length] ?? ''}`,
		initials,
		spacedNip(row.person.nip),
		row.person.position,
		row.agency,
		row.act,
		formOf(row, 'name'),
		isForwarded(row) ? 'Terbukti' : row.stage === 'KAJIAN' ? 'Proses kajian' : 'Tidak terbukti',
		isForwarded(row) ? body : '-',
		row.forwarded ? `${120 + index}/PP.01.02/K.CTH/${row.forwarded.slice(5, 7)}/${row.forwarded.slice(0, 4)} tgl ${shortDate(row.forwarded)}` : '-',
		recommendation(row),
		followUp(row, index),
		`Tgl kejadian ${longDate(row.incident)}`
	];
}

function recommendation(row: CaseRow): string {
	if (row.stage === 'TIDAK_TERBUKTI') return 'Tidak terbukti';
	if (isProven(row) && row.proven && row.recommended) return `${row.recommended} tgl ${shortDate(row.proven)}`;
	return isForwarded(row) ? 'Proses' : '-';
}

function followUp(row: CaseRow, index: number): string {
	if (row.sanctionDate && row.imposed) return `Sudah, ${row.imposed}, SK Bupati 800.1.6/${900 + index}/${row.sanctionDate.slice(0, 4)} tgl ${shortDate(row.sanctionDate)}`;
	return isProven(row) ? 'Belum' : '-';
}

const SP4N_HEAD = [
	'Tracking ID', 'Tanggal Laporan Masuk', 'Waktu Laporan Masuk', 'Nama Pelapor', 'Klasifikasi Laporan', 'ID Kategori', 'Kategori', 'Judul Laporan',
	'Isi Laporan Awal', 'Isi Laporan Akhir', 'Tipe Laporan (Anonim/Rahasia)', 'Sumber Laporan', 'Instansi Induk', 'ID Instansi Terdisposisi',
	'Instansi Terdisposisi', 'Status Laporan', 'Alasan Tunda/Arsip', 'Provinsi', 'Kota/Kabupaten', 'Kecamatan', 'Kelurahan', 'Nomor SK', 'Url SK',
	'Url Dokumen Laporan Tahunan', 'Laporan yang Masuk melalui Kanal Aduan Setwapres', 'Rating'
];
const SP4N_STATES = ['Ditutup oleh Sistem', 'Ditutup oleh Admin', 'Terverifikasi', 'Diarsipkan oleh Admin', 'Ditanggapi oleh Pelapor'];

/** SP4N-LAPOR! export of neutrality complaints: reports only, nobody is named. */
export function sp4nSheet(place: Place, province: string, from: IsoDate, days: readonly number[], seed: string): SheetSpec {
	const random = createRandom(`${seed}/sp4n/${place.code}`);
	const rows = days.map((day, index) => {
		const fixed = ['Pengaduan', '231', 'Netralitas ASN', `Dugaan ASN tidak netral (data contoh ${index + 1})`, 'Isi awal (contoh)', 'Isi akhir (contoh)'];
		const district = random.pick(place.districts);
		return [
			`${from.slice(2, 4)}${from.slice(5, 7)}${pad(index + 1)}999`, shortDate(addDays(from, day)), `${pad(random.int(8, 20))}:${pad(random.int(0, 59))}`, 'Anonim', ...fixed,
			'Anonim', random.pick(['Website', 'Aplikasi', 'SMS']), `Pemerintah ${place.name}`, '9999', 'BKPSDM', random.pick(SP4N_STATES), null,
			province, place.name, district, null, null, null, null, 'Tidak', null
		];
	});
	return {
		name: 'Sheet',
		rows: [['Laporan SP4N-LAPOR! - DATA CONTOH (SINTETIS)'], [`Periode ${shortDate(from)} - ${shortDate(addDays(from, days.at(-1) ?? 0))}`], [], SP4N_HEAD, ...rows]
	};
}
