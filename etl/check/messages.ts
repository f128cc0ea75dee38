import { inLanguage, type Bilingual, type Language, type Phrase } from '../phrase.ts';

/** What a sender reads for each finding: what is wrong and why, and what to do. `{name}` is filled in. */
export interface Words {
	readonly message: string;
	readonly remedy: string;
}
/** The same, filled in. */
export interface Said {
	readonly message: Bilingual;
	readonly remedy: Bilingual;
}
interface Template {
	readonly id: Words;
	readonly en: Words;
}

const t = (message: string, remedy: string, enMessage: string, enRemedy: string): Template => ({
	id: { message, remedy },
	en: { message: enMessage, remedy: enRemedy }
});

/** Placeholders everywhere: {at} the cell or row, {value} the value, {heading} the heading. */
export const MESSAGES: Readonly<Record<string, Template>> = {
	FILE_TOO_LARGE: t('Terlalu besar: {what}; batasnya {limit}', 'Kirim per bagian (misalnya per tahun atau per OPD)', 'Too large: {what}; the limit is {limit}', 'Send it in parts (for example by year or by agency)'),
	FILE_EMPTY: t('Berkas kosong', 'Ekspor ulang dari sistem asalnya; bila memang tidak ada data, kirim laporan nihil', 'The file is empty', 'Export it again; if there is nothing to report, send a nil return'),
	FILE_WRONG_TYPE: t('Ini {what}; yang dapat dibaca: CSV, .xlsx, .ods, JSON (xAPI), dan Parquet', 'Kirim salah satu dari jenis itu: {remedy}', 'This is {what}; what can be read: CSV, .xlsx, .ods, JSON (xAPI) and Parquet', 'Send one of these: {remedy}'),
	FILE_ENCRYPTED: t('Berkas dilindungi kata sandi', 'Hapus kata sandinya di Excel (File > Info > Lindungi Buku Kerja), simpan, lalu unggah lagi', 'The file is protected by a password', 'Remove the password in Excel, save, and send it again'),
	FILE_TRUNCATED: t('Berkas terpotong saat diunggah atau disimpan{at, }', 'Simpan ulang berkas aslinya lalu unggah lagi', 'The file was cut off while it was saved or sent{at, }', 'Save the original again and send it'),
	FILE_ZIP_BOMB: t('Berkas mengembang menjadi {size}; batasnya {limit} dan {ratio} kali ukuran berkas', 'Salin tabelnya saja ke buku kerja baru, simpan, lalu unggah lagi', 'The file unpacks to {size}; the limit is {limit} and {ratio} times the size of the file', 'Copy only the table to a new workbook, save and send it'),
	FILE_UNSAFE_ARCHIVE: t('Buku kerja tidak aman: {what}', 'Salin tabelnya sebagai nilai ke buku kerja baru lalu simpan sebagai .xlsx', 'Unsafe workbook: {what}', 'Copy the table as values to a new workbook and save it as .xlsx'),
	FILE_HAS_MACRO: t('Buku kerja berisi makro', 'Simpan sebagai "Buku Kerja Excel (.xlsx)" tanpa makro', 'The workbook contains macros', 'Save it as "Excel Workbook (.xlsx)" without macros'),
	FILE_UNSAFE_XML: t('Buku kerja berisi deklarasi XML yang tidak aman (DOCTYPE)', 'Buka di Excel lalu simpan ulang sebagai .xlsx', 'The workbook contains an unsafe XML declaration (DOCTYPE)', 'Open it in Excel and save it again as .xlsx'),
	FILE_NUL_BYTES: t('Baris {row} berisi karakter rusak (byte NUL)', 'Ekspor ulang dari sistem asalnya; berkas ini rusak', 'Row {row} contains damaged characters (NUL bytes)', 'Export it again from its system; this file is damaged'),
	FILE_MIXED_ENCODING: t('Baris {row} memakai penyandian lain daripada baris sebelumnya', 'Buka berkas aslinya, simpan sebagai "CSV UTF-8", jangan menggabungkan berkas dengan salin-tempel teks', 'Row {row} uses another encoding than the rows before', 'Save the original as "CSV UTF-8"; do not join files by copying text'),
	ENCODING_GUESSED: t('Penyandian berkas tidak dinyatakan; dibaca sebagai {encoding}', 'Periksa huruf seperti – dan ’ di pratinjau; lebih aman simpan sebagai "CSV UTF-8"', 'The encoding is not stated; read as {encoding}', 'Check letters like – and ’ in the preview; "CSV UTF-8" is safer'),
	CSV_UNCLOSED_QUOTE: t('Tanda kutip di baris {row} tidak ditutup', 'Tutup atau hapus tanda kutip (") itu, lalu unggah lagi', 'The quote in row {row} is never closed', 'Close or remove that quotation mark (") and send the file again'),
	DELIMITER_WRAPPED: t('Seluruh baris berada dalam satu kolom bertanda kutip; dibuka sekali dengan pemisah "{delimiter}"', 'Periksa pratinjau; lebih aman ekspor ulang dari sistem asalnya', 'Whole rows stand in one quoted column; unwrapped once with the delimiter "{delimiter}"', 'Check the preview; exporting again is safer'),
	REPORT_WRONG_KIND: t('Ini {found}; {asked}', '{remedy}', 'This is {found}; {asked}', '{remedy}'),
	PERIOD_MISMATCH: t('Semua tanggal dalam berkas ({from} s.d. {to}) di luar siklus {cycle}', 'Pilih berkas atau siklus yang benar', 'All dates in the file ({from} to {to}) lie outside the cycle {cycle}', 'Choose the right file or cycle'),
	FILE_NO_ROWS: t('{what}', 'Bila memang nihil, kirim laporan nihil untuk masa itu; bila tidak, ekspor ulang', '{what}', 'If there is nothing to report, send a nil return; otherwise export it again'),
	HEADER_MISSING: t('Kolom wajib tidak ada: {columns}', '{remedy}', 'Required column missing: {columns}', '{remedy}'),
	HEADER_DUPLICATE: t('Kolom "{heading}" ada lebih dari satu', 'Hapus atau beri nama lain kolom yang tidak dipakai', 'The column "{heading}" is there more than once', 'Remove or rename the column that is not used'),
	HEADER_EMPTY: t('Kolom {columnLetter} berisi data tetapi tidak berjudul', 'Beri judul kolom itu atau kosongkan isinya', 'Column {columnLetter} has data but no heading', 'Give the column a heading or empty it'),
	HEADER_MULTI_ROW: t('{what}: tidak dimuat sebagai data', 'Tidak perlu tindakan; periksa apakah kepala tabel terbaca benar', '{what}: not loaded as data', 'Nothing to do; check that the header was read rightly'),
	TOTAL_ROW_SKIPPED: t('Baris {row} adalah jumlah atau rata-rata: {checked}, tidak dimuat', 'Tidak perlu tindakan', 'Row {row} is a total or average: {checked}, not loaded', 'Nothing to do'),
	SHEET_CHOSEN: t('Lembar "{sheet}" yang dibaca; {rest}', 'Kirim lembar lain sebagai berkas tersendiri bila perlu', 'Sheet "{sheet}" was read; {rest}', 'Send the other sheets as files of their own if needed'),
	SHEET_TRAILING_EMPTY: t('Lembar menyatakan jangkauan {range}, jauh melampaui data; bagian kosong diabaikan', 'Hapus baris dan kolom kosong di luar tabel lalu simpan', 'The sheet declares the range {range}, far beyond its data; the empty part is ignored', 'Delete the empty rows and columns outside the table and save'),
	ROW_HIDDEN: t('{count} baris tersembunyi tetap dibaca: baris {rows}', 'Tampilkan baris itu dan periksa apakah memang harus dimuat', 'Hidden rows are read all the same ({count}): {rows}', 'Unhide the rows and check whether they belong'),
	COLUMN_HIDDEN: t('Kolom tersembunyi tetap dibaca: {columns}', 'Tampilkan kolom itu dan periksa isinya', 'Hidden columns are read all the same: {columns}', 'Unhide the columns and check them'),
	MERGED_CELLS_FILLED: t('Sel gabungan diisikan ke bawah di baris {rows}', 'Periksa apakah nilai itu berlaku untuk setiap baris', 'Merged cells were filled down; rows: {rows}', 'Check that the value holds for each of the rows'),
	PII_COLUMN: t('Kolom data pribadi dibuang sebelum disimpan: {columns}', 'Lain kali kirim tanpa kolom itu', 'Columns with personal data are dropped before anything is stored: {columns}', 'Next time send the file without them'),
	MAPPING_INVALID: t('Pemetaan di source.json tidak dapat dipakai: {what}', 'Perbaiki kunci itu di source.json; semua kunci dan contohnya ada di docs/files.md', 'The mapping in source.json cannot be used: {what}', 'Correct that key in source.json; docs/files.md has all keys and an example'),
	ROW_WIDTH: t('Baris {row}: {why}', 'Periksa apakah isi baris itu bergeser karena pemisah di dalam teks atau sel kosong', 'Row {row}: {why}', 'Check whether the row was shifted by a delimiter in a text or an empty cell'),
	CELL_TOO_LONG: t('{at} berisi {length} karakter; batas Excel {limit}', 'Perpendek isi sel itu; mungkin tanda kutip tidak ditutup', '{at} holds {length} characters; the limit of Excel is {limit}', 'Shorten the cell; perhaps a quote was not closed'),
	CELL_FORMULA_NO_VALUE: t('{at} berisi rumus tanpa hasil', 'Buka di Excel, salin, lalu Tempel Khusus > Nilai, simpan', '{at} holds a formula without a stored result', 'Open it in Excel, copy, Paste Special > Values, save'),
	CELL_ERROR_VALUE: t('{at} berisi galat rumus: {value}', 'Perbaiki rumusnya atau isi nilainya', '{at} holds a formula error: {value}', 'Correct the formula or fill in the value'),
	CELL_FORMULA_TEXT: t('{at}: teks "{value}" diawali tanda seperti rumus; disimpan sebagai teks', 'Tidak perlu tindakan; teks itu diamankan di setiap ekspor', '{at}: the text "{value}" starts like a formula; stored as text', 'Nothing to do; it is escaped in every export'),
	TEXT_INVISIBLE_CHARS: t('{at}: {what}', '{remedy}', '{at}: {what}', '{remedy}'),
	VALUE_NEGATIVE: t('{at}: "{heading}" tidak boleh negatif ({value})', 'Perbaiki angkanya di sumber', '{at}: "{heading}" cannot be negative ({value})', 'Correct the number at its source'),
	VALUE_OUT_OF_RANGE: t('{at}: {value} di luar batas; "{heading}" {range}', 'Perbaiki angkanya di sumber', '{at}: {value} is out of range; "{heading}" {range}', 'Correct the number at its source'),
	NUMBER_INVALID: t('{at}: "{value}" bukan bilangan {why}', 'Tulis bilangan saja, tanpa perkiraan (±) atau kata', '{at}: "{value}" is not a number {why}', 'Write the number only, without estimates (±) or words'),
	NUMBER_AMBIGUOUS: t('{at}: "{value}" dapat berarti dua bilangan berbeda (titik atau koma sebagai desimal atau ribuan)', 'Samakan cara menulis bilangan di seluruh kolom', '{at}: "{value}" can mean two different numbers (decimal or thousands sign)', 'Write the numbers of the column in one way'),
	DATE_INVALID: t('{at}: "{value}" bukan tanggal yang sah: {reason}', 'Tulis tanggal lengkap, misalnya 2024-07-04 atau 4 Juli 2024', '{at}: "{value}" is not a valid date: {reason}', 'Write the full date, for example 2024-07-04 or 4 Juli 2024'),
	DATE_AMBIGUOUS: t('{at}: "{value}": {reason}', 'Ubah seluruh kolom menjadi format tahun-bulan-tanggal (2024-07-04)', '{at}: "{value}": {reason}', 'Change the whole column to year-month-day (2024-07-04)'),
	DATE_FUTURE: t('{at}: tanggal di masa depan: {value} (data per {asOf})', 'Perbaiki tahunnya, atau kirim setelah tanggal itu', '{at}: date in the future: {value} (data as of {asOf})', 'Correct the year, or send it after that date'),
	DATE_ORDER: t('{at}: {lower} ({value}) sesudah {upper} ({other})', 'Periksa kedua tanggal itu di berkas perkara', '{at}: {lower} ({value}) is after {upper} ({other})', 'Check both dates in the case file'),
	NIP_LOST_DIGITS: t('{at}: NIP "{value}" kehilangan angka karena disimpan sebagai bilangan', 'Ubah kolom NIP menjadi Teks di Excel, tempel ulang dari sumber aslinya, lalu simpan', '{at}: the NIP "{value}" lost digits because it was stored as a number', 'Format the NIP column as Text in Excel, paste it again from its source, and save'),
	NIP_FORMAT: t('{at}: NIP "{value}" tidak sah: {reason}', 'Periksa NIP 18 angka di SIASN', '{at}: the NIP "{value}" is not valid: {reason}', 'Check the 18 digits in SIASN'),
	NIP_DATE: t('{at}: NIP "{value}" tidak mungkin: {reason}', 'Periksa NIP itu di SIASN', '{at}: the NIP "{value}" is not possible: {reason}', 'Check the NIP in SIASN'),
	STATUS_FAIL_NOT_PASS: t('{count} orang "selesai" tetapi tidak mencapai nilai kelulusan: dihitung tidak lulus', 'Tidak perlu tindakan', 'Completed without reaching the pass mark, counted as not passed: {count}', 'Nothing to do'),
	STATUS_UNKNOWN: t('{at}: "{value}" tidak ada dalam daftar "{heading}"', 'Pakai kata dari daftar; bila memang kata baru, beri tahu pengelola Pantau', '{at}: "{value}" is not on the list of "{heading}"', 'Use a word of the list; if it is new, tell the operator of Pantau'),
	REGENCY_UNKNOWN: t('{at}: daerah "{value}" tidak dikenal{suggestion}', 'Tulis nama resmi (Kabupaten …/Kota …) atau kode Kemendagri', '{at}: the area "{value}" is not known{suggestion}', 'Write the official name (Kabupaten …/Kota …) or the Kemendagri code'),
	REGENCY_NOT_IN_SCOPE: t('{at}: {value} bukan daerah pengirim ({scope})', 'Hapus baris itu; daerah lain mengirim datanya sendiri', '{at}: {value} is not the area of the sender ({scope})', 'Remove the row; other areas send their own data'),
	DUPLICATE_ROW: t('Baris {row} sama dengan baris {other}: satu yang dimuat', 'Hapus salah satunya', 'Row {row} equals row {other}: one is loaded', 'Remove one of them'),
	DUPLICATE_KEY_CONFLICT: t('Baris {row} dan {other} berkunci sama ({value}) tetapi isinya berbeda ({columns}): keduanya dikarantina', 'Tentukan mana yang benar dan hapus yang lain', 'Rows {row} and {other} have the same key ({value}) but differ ({columns}): both are quarantined', 'Decide which is right and remove the other'),
	NIP_DUPLICATE: t('Baris {row}: orang yang sama dengan baris {other}: satu yang dimuat', 'Hapus salah satunya', 'Row {row}: the same person as in row {other}: one is loaded', 'Remove one of them'),
	FILE_SAME_AGAIN: t('Berkas yang sama persis sudah dimuat {when}', 'Tidak perlu tindakan', 'Exactly this file was loaded {when}', 'Nothing to do'),
	RESUBMIT_NEW: t('{count} baris belum pernah dimuat', 'Tidak perlu tindakan', 'Rows not loaded before: {count}', 'Nothing to do'),
	RESUBMIT_CHANGED: t('{count} baris sudah dimuat dengan isi lain: yang baru menggantikan yang lama', 'Periksa apakah perubahan itu memang dimaksud', 'Rows loaded before with other content, now replaced: {count}', 'Check that the change is meant'),
	RESUBMIT_UNCHANGED: t('{count} baris sudah dimuat dengan isi yang sama', 'Tidak perlu tindakan', 'Rows loaded before with the same content: {count}', 'Nothing to do'),
	RESUBMIT_MISSING: t('{count} baris yang pernah dimuat tidak ada lagi dalam berkas ini', 'Dicabut atau terlupa? Baris itu tetap berlaku sampai dicabut', 'Rows loaded before that are no longer in this file: {count}', 'Withdrawn or forgotten? The rows stay in force until withdrawn'),
	TOTAL_MISMATCH: t('{at}: jumlah {value}, seharusnya {expected}', 'Periksa rincian dan jumlahnya; jangan hanya mengganti salah satu', '{at}: the total is {value}, its parts add up to {expected}', 'Check the parts and the total'),
	TOO_MANY_ERRORS: t('Lebih dari {limit} temuan; pemeriksaan dihentikan. {summary}', 'Perbaiki sebab yang berulang itu dahulu; berkas yang diperbaiki mungkin menampakkan temuan lain', 'More than {limit} findings; checking stopped. {summary}', 'Repair the recurring cause first; the corrected file may show others')
};

const b = (id: string, en: string): Bilingual => ({ id, en });

/** What a finding says where whoever adds it says nothing of its own. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = {
	FILE_NO_ROWS: { what: b('Tidak ada baris data di bawah kepala tabel', 'There are no data rows below the header') },
	HEADER_MISSING: { remedy: b('Tambahkan kolom itu dengan judul tersebut, atau pakai templat', 'Add the column with that heading, or use the template') }
};

/** Other words for a code, chosen by the value `variant`; `empty` is the same for every code. */
export const VARIANTS: Readonly<Record<string, Template>> = {
	empty: t('{at}: "{heading}" belum diisi{value, }', 'Isi sel itu; bila kolomnya tidak ada, tambahkan', '{at}: "{heading}" is not filled in{value, }', 'Fill in the cell; add the column if there is none'),
	'NUMBER_INVALID nil': t('{at}: "{value}" di kolom jumlah tidak dibaca sebagai 0', 'Tulis 0 bila memang tidak ada; hapus baris itu bila belum diketahui', '{at}: "{value}" in a column of counts is not read as 0', 'Write 0 if there were none; leave the row out if it is not known yet'),
	'NUMBER_INVALID stated': t('{at}: "{value}" bukan bilangan bila tanda desimalnya "{stated}", seperti kata "{key}" di source.json', 'Perbaiki kunci itu bila berkasnya menulis lain, atau tulis bilangan itu demikian', '{at}: "{value}" is not a number with the decimal sign "{stated}" that "{key}" in source.json states', 'Correct that key if the file writes otherwise, or write the number so'),
	'DATE_INVALID stated': t('{at}: "{value}" bukan tanggal dalam urutan "{stated}", seperti kata "{key}" di source.json', 'Perbaiki kunci itu bila berkasnya menulis lain, atau tulis tanggal itu demikian', '{at}: "{value}" is not a date in the order "{stated}" that "{key}" in source.json states', 'Correct that key if the file writes otherwise, or write the date so'),
	'NUMBER_AMBIGUOUS share': t('{at}: kolom "{heading}" tampaknya berisi bagian dari 0 sampai 1 ({value}), bukan persen', 'Tulis persentase dari 0 sampai 100 (0,93 menjadi 93) di seluruh kolom', '{at}: the column "{heading}" seems to hold shares from 0 to 1 ({value}), not percentages', 'Write percentages from 0 to 100 (93 for 0.93) in the whole column'),
	'NIP_FORMAT absent': t('{at}: tidak ada NIP di sel ini', 'Tulis NIP 18 angka di bawah nama, diawali "NIP."', '{at}: there is no NIP in this cell', 'Write the 18 digits below the name, after "NIP."'),
	'SHEET_CHOSEN hidden': t('Hanya lembar tersembunyi yang berisi data: lembar "{sheet}" yang dibaca{rest, }', 'Periksa apakah lembar itu memang boleh dikirim; bila ya, tampilkan (Unhide) lalu simpan', 'Only a hidden sheet holds data: sheet "{sheet}" was read{rest, }', 'Check that the sheet is meant to be sent; if it is, unhide it and save')
};

/** Fills a template in one language; `{at, }` is the place in brackets when there is one. */
function fill(text: string, values: Readonly<Record<string, Phrase>>, language: Language): string {
	const filled = text.replace(/\{(\w+)(, )?\}/g, (_, name: string, optional: string | undefined) => {
		const value = inLanguage(values[name] ?? '', language);
		return optional ? (value ? ` (${value})` : '') : value;
	});
	return filled.replace(/^: /, '').trim();
}

/** What a sender reads for a finding, in both languages. */
export function wordsFor(code: string, values: Readonly<Record<string, Phrase>>): Said {
	const { variant } = values;
	const other = typeof variant === 'string' ? (VARIANTS[`${code} ${variant}`] ?? VARIANTS[variant]) : undefined;
	const template = other ?? MESSAGES[code] ?? t(code, '', code, '');
	const all = { ...DEFAULTS[code], ...values };
	const say = (part: keyof Words): Bilingual => ({ id: fill(template.id[part], all, 'id'), en: fill(template.en[part], all, 'en') });
	return { message: say('message'), remedy: say('remedy') };
}
