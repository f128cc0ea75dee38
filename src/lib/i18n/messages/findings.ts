import type { Text } from '../index.ts';

/** Why a row or a file was not taken, in a few words. The full message with place and remedy goes to the sender. */
export const FINDINGS: Readonly<Record<string, Text>> = {
	NIP_LOST_DIGITS: { id: 'NIP kehilangan angka karena disimpan sebagai bilangan', en: 'NIP lost digits because it was stored as a number' },
	NIP_FORMAT: { id: 'NIP bukan 18 angka', en: 'NIP is not 18 digits' },
	NIP_DATE: { id: 'tanggal di dalam NIP tidak mungkin', en: 'impossible date inside the NIP' },
	REGENCY_UNKNOWN: { id: 'nama daerah tidak dikenal', en: 'unknown name of a regency' },
	REGENCY_NOT_IN_SCOPE: { id: 'baris milik daerah lain', en: "another regency's row" },
	DATE_FUTURE: { id: 'tanggal di masa depan', en: 'date in the future' },
	DATE_ORDER: { id: 'urutan tanggal terbalik', en: 'dates in the wrong order' },
	DATE_INVALID: { id: 'bukan tanggal yang sah', en: 'not a valid date' },
	DATE_AMBIGUOUS: { id: 'urutan hari dan bulan tidak pasti', en: 'order of day and month not certain' },
	NUMBER_INVALID: { id: 'bukan bilangan', en: 'not a number' },
	NUMBER_AMBIGUOUS: { id: 'bilangan dapat berarti dua hal', en: 'number can mean two things' },
	VALUE_NEGATIVE: { id: 'angka negatif', en: 'negative number' },
	VALUE_OUT_OF_RANGE: { id: 'angka di luar batas', en: 'number out of range' },
	STATUS_UNKNOWN: { id: 'kata yang tidak ada dalam daftar', en: 'word that is not on the list' },
	ROW_WIDTH: { id: 'baris bergeser atau isian wajib kosong', en: 'shifted row or empty required field' },
	CELL_FORMULA_NO_VALUE: { id: 'rumus tanpa hasil', en: 'formula without a result' },
	CELL_ERROR_VALUE: { id: 'galat rumus', en: 'formula error' },
	DUPLICATE_KEY_CONFLICT: { id: 'kunci sama, isi berbeda', en: 'same key, other content' },
	TOTAL_MISMATCH: { id: 'jumlah tidak sama dengan bagiannya', en: 'total differs from its parts' },
	REPORT_WRONG_KIND: { id: 'laporan lain daripada yang diminta', en: 'another report than the one asked for' },
	HEADER_MISSING: { id: 'kolom wajib tidak ada', en: 'required column missing' },
	FILE_NO_ROWS: { id: 'tidak ada baris', en: 'no rows' },
	TOO_MANY_ERRORS: { id: 'terlalu banyak kesalahan', en: 'too many errors' }
};
