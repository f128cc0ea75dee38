import type { Text } from '../index.ts';

/** The page on which a contributor tries a file. */
export const CHECK = {
	heading: { id: 'Periksa berkas', en: 'Check a file' },
	lead: { id: 'Lihat bagaimana berkas Anda dibaca dan apa yang perlu diperbaiki sebelum dikirim. Tidak ada yang disimpan.', en: 'See how your file is read and what to repair before you send it. Nothing is stored.' },
	publicOnly: { id: 'Halaman ini untuk daerah yang mengirim berkas, provinsinya, dan BKN.', en: 'This page is for the regencies that send files, their provinces, and BKN.' },
	chooseRole: { id: 'Dalam mode demo, pilih peran daerah di kepala halaman (di ponsel: di Menu).', en: 'In demo mode, choose the role of a regency in the head of the page (on a phone: in the menu).' },
	file: { id: 'Berkas (CSV, XLSX, ODS, JSON, Parquet; paling besar {limit} MB)', en: 'File (CSV, XLSX, ODS, JSON, Parquet; {limit} MB at most)' },
	regency: { id: 'Daerah pengirim', en: 'Area of the sender' },
	dataset: { id: 'Untuk data', en: 'For the data' },
	recognise: { id: 'kenali dari isinya', en: 'recognise it' },
	check: { id: 'Periksa', en: 'Check' },
	copy: { id: 'Unduh salinan dengan kolom KESALAHAN', en: 'Download a copy with a column of errors' },
	unfinished: { id: 'Unduh daftar yang belum selesai atau belum lulus', en: 'Download the list of who has not finished or not passed' },
	noList: { id: 'Daftar itu tidak dapat dibuat dari berkas ini: bukan ekspor penyelesaian LMS per orang, atau semua sudah selesai. Pilih "Periksa" untuk melihat sebagai apa berkas itu dibaca.', en: 'The list cannot be made of this file: it is no LMS completion export by person, or everybody has finished. Choose "Check" to see as what it is read.' },
	noFile: { id: 'Pilih berkas dahulu.', en: 'Choose a file first.' },
	notYours: { id: 'Daerah itu bukan daerah Anda.', en: 'That area is not yours.' },
	tooLarge: { id: 'Berkas lebih dari {limit} MB. Kirim per bagian, misalnya per tahun atau per OPD.', en: 'The file is over {limit} MB. Send it in parts, for example by year or by agency.' },
	nothingToMark: { id: 'Tidak ada baris yang perlu ditandai dalam berkas itu, atau berkasnya ditolak seluruhnya. Pilih "Periksa" untuk melihat sebabnya.', en: 'No row of that file needs a mark, or the whole file was refused. Choose "Check" to see why.' },
	templates: { id: 'Belum punya berkasnya? Isi templat', en: 'No file yet? Fill in a template' },
	templatesLead: { id: 'Tabel kosong yang pasti dikenali, dengan lembar kedua yang menjelaskan tiap kolom (XLSX).', en: 'An empty table that is recognised for certain, with a second sheet that explains each column (XLSX).' },
	publicTemplates: { id: 'Templatnya boleh dipakai siapa saja.', en: 'Anybody may use the templates.' },
	answerOf: { id: 'Jawaban untuk {file}', en: 'Answer for {file}' },
	accept: { id: 'Diterima: {accepted} dari {read} baris', en: 'Accepted: {accepted} of {read} {read|row|rows}' },
	accept_with_warnings: { id: 'Diterima dengan catatan: {accepted} dari {read} baris', en: 'Accepted with remarks: {accepted} of {read} {read|row|rows}' },
	quarantine_rows: { id: 'Sebagian dikarantina: {accepted} dari {read} baris diterima', en: 'Some rows are quarantined: {accepted} of {read} accepted' },
	reject_file: { id: 'Ditolak: berkas ini tidak dapat dimuat', en: 'Refused: this file cannot be loaded' },
	rows: { id: '{read} dibaca = {accepted} diterima + {quarantined} dikarantina + {dropped} dilewati.', en: '{read} read = {accepted} accepted + {quarantined} quarantined + {dropped} dropped.' },
	compared: { id: 'Dibanding yang sudah dimuat: {new} baru, {changed} berubah, {same} sama, {missing} tidak ada lagi.', en: 'Compared with what is loaded: {new} new, {changed} changed, {same} the same, {missing} no longer there.' },
	howRead: { id: 'Beginilah berkas Anda dibaca', en: 'This is how your file was read' },
	kind: { id: 'Jenis laporan', en: 'Kind of report' },
	data: { id: 'Menjadi data', en: 'Becomes the data' },
	language: { id: 'Bahasa', en: 'Language' },
	encoding: { id: 'Penyandian', en: 'Encoding' },
	delimiter: { id: 'Pemisah', en: 'Delimiter' },
	sheet: { id: 'Lembar', en: 'Sheet' },
	headerRows: { id: 'Baris judul kolom', en: 'Header rows' },
	dateOrder: { id: 'Urutan tanggal', en: 'Order of dates' },
	decimal: { id: 'Tanda desimal', en: 'Decimal sign' },
	left: { id: 'Catatan pembacaan', en: 'Notes on the reading' },
	unknown: { id: 'tidak diketahui', en: 'not known' },
	findings: { id: 'Yang ditemukan', en: 'What was found' },
	none: { id: 'Tidak ada yang perlu diperbaiki.', en: 'There is nothing to repair.' },
	times: { id: '{n} kali', en: '{n} {n|time|times}' },
	more: { id: 'dan {n} lagi', en: 'and {n} more' },
	error: { id: 'Perlu diperbaiki', en: 'To repair' },
	warning: { id: 'Catatan', en: 'Remark' },
	info: { id: 'Keterangan', en: 'Information' },
	link: { id: 'Periksa berkas sebelum dikirim', en: 'Check a file before sending it' }
} as const satisfies Record<string, Text>;

export const DATE_ORDERS: Readonly<Record<string, Text>> = {
	dmy: { id: 'hari, bulan, tahun', en: 'day, month, year' },
	mdy: { id: 'bulan, hari, tahun', en: 'month, day, year' },
	ymd: { id: 'tahun, bulan, hari', en: 'year, month, day' }
};
export const LANGUAGES: Readonly<Record<string, Text>> = { id: { id: 'Indonesia', en: 'Indonesian' }, en: { id: 'Inggris', en: 'English' } };
