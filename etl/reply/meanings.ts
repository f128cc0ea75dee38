/** What it means that a row is held, in a few words: for rows whose finding is not listed one by one. */
import type { Bilingual } from '../phrase.ts';

const b = (id: string, en: string): Bilingual => ({ id, en });

const HELD: Readonly<Record<string, Bilingual>> = {
	ROW_WIDTH: b('jumlah kolomnya berbeda dari kepala tabel', 'it has more or fewer columns than the header'),
	CELL_FORMULA_NO_VALUE: b('berisi rumus tanpa hasil', 'it holds a formula without a stored result'),
	CELL_ERROR_VALUE: b('berisi galat rumus', 'it holds a formula error'),
	TEXT_INVISIBLE_CHARS: b('berisi huruf atau tanda yang menyesatkan', 'it holds deceptive characters'),
	VALUE_NEGATIVE: b('ada angka negatif', 'a number is negative'),
	VALUE_OUT_OF_RANGE: b('ada angka di luar batas', 'a number is out of range'),
	NUMBER_INVALID: b('ada isian yang bukan bilangan', 'something that must be a number is not'),
	NUMBER_AMBIGUOUS: b('ada bilangan yang dapat berarti dua hal', 'a number can mean two different things'),
	DATE_INVALID: b('ada tanggal yang tidak sah', 'a date is not valid'),
	DATE_AMBIGUOUS: b('ada tanggal yang urutan hari dan bulannya tidak jelas', 'the order of day and month of a date is not clear'),
	DATE_FUTURE: b('ada tanggal di masa depan', 'a date lies in the future'),
	DATE_ORDER: b('urutan tanggalnya terbalik', 'its dates are in the wrong order'),
	NIP_LOST_DIGITS: b('NIP kehilangan angka karena disimpan sebagai bilangan', 'the NIP lost digits because it was stored as a number'),
	NIP_FORMAT: b('NIP tidak sah', 'the NIP is not valid'),
	NIP_DATE: b('NIP tidak mungkin (tanggal di dalamnya)', 'the NIP is not possible (a date inside it)'),
	STATUS_UNKNOWN: b('ada kata yang tidak dikenal', 'a word is not on the list'),
	REGENCY_UNKNOWN: b('nama daerah tidak dikenal', 'the area is not known'),
	REGENCY_NOT_IN_SCOPE: b('bukan daerah pengirim', 'it is not the area of the sender'),
	DUPLICATE_KEY_CONFLICT: b('berkunci sama dengan baris lain tetapi isinya berbeda', 'another row has the same key but other content'),
	NIP_DUPLICATE: b('orang yang sama ada di baris lain', 'the same person is in another row'),
	TOTAL_MISMATCH: b('jumlahnya tidak sama dengan rinciannya', 'the total differs from its parts')
};

/** Why a row with this code is held; a code without words of its own is named as it is. */
export const heldBecause = (code: string): Bilingual => HELD[code] ?? b(`dikarantina (${code})`, `quarantined (${code})`);
/** Codes that have words; a test compares them with the catalogue. */
export const EXPLAINED_CODES: readonly string[] = Object.keys(HELD);
