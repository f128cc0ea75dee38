/**
 * NIP, the number of a civil servant: 8 digits birth date, 6 digits appointment, 1 digit sex, 3 digits sequence.
 * PNS: appointment is year and month. PPPK: appointment is year and a contract code from 21 up (`2023 21`, part-time `2025 24`).
 */
import type { Bilingual } from '../phrase.ts';

export type NipProblem = 'NIP_LOST_DIGITS' | 'NIP_FORMAT' | 'NIP_DATE';
export type Employment = 'PNS' | 'PPPK';
export type NipResult =
	| { readonly nip: string; readonly employment: Employment }
	| { readonly problem: NipProblem; readonly reason: Bilingual };

const problem = (code: NipProblem, id: string, en: string): NipResult => ({ problem: code, reason: { id, en } });

/** Reads a NIP from a cell. Never repairs: a number that lost digits is refused. `asOf` is an ISO date. */
export function parseNip(text: string, numericCell: boolean, asOf: string): NipResult {
	const bare = text.replace(/^nip\b[\s.:]*/i, '').replace(/[\s.'\u2019-]/g, '');
	if (/^\d[.,]?\d*E\+?\d+$/i.test(text.trim())) return problem('NIP_LOST_DIGITS', 'disimpan sebagai bilangan', 'it is stored as a number');
	if (/^\s*=/.test(text)) return problem('NIP_FORMAT', 'ditulis sebagai rumus; hapus tanda = dan tanda kutipnya', 'it is written as a formula; remove the = and the quotation marks');
	if (!/^\d+$/.test(bare)) return problem('NIP_FORMAT', 'berisi tanda selain angka', 'it holds characters other than digits');
	if (numericCell && bare.length > 15) return problem('NIP_LOST_DIGITS', 'disimpan sebagai bilangan', 'it is stored as a number');
	if (bare.length === 9) return problem('NIP_FORMAT', 'ini NIP lama (9 angka)', 'this is an old NIP (9 digits)');
	if (bare.length !== 18) return problem('NIP_FORMAT', `ada ${bare.length} angka, seharusnya 18`, `it has ${bare.length} digits instead of 18`);
	if (numericCell || bare.endsWith('000')) return problem('NIP_LOST_DIGITS', 'tiga angka terakhir menjadi 000', 'its last three digits became 000');
	return parseParts(bare, asOf);
}

function parseParts(nip: string, asOf: string): NipResult {
	const birth = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
	if (!isDate(birth) || birth > asOf) return problem('NIP_DATE', 'tanggal lahir di dalamnya tidak mungkin', 'the date of birth in it is impossible');
	const year = Number(nip.slice(8, 12));
	const code = Number(nip.slice(12, 14));
	const isMonth = code >= 1 && code <= 12;
	const isContract = code >= 21 && code <= 39;
	if (!isMonth && !isContract) return problem('NIP_DATE', 'bulan atau kode pengangkatan di dalamnya tidak mungkin', 'the month or code of appointment in it is impossible');
	if (year < 1950 || year > Number(asOf.slice(0, 4)) || (isContract && year < 2019)) return problem('NIP_DATE', 'tahun pengangkatan di dalamnya tidak mungkin', 'the year of appointment in it is impossible');
	if (isMonth && `${nip.slice(8, 12)}-${nip.slice(12, 14)}` > asOf.slice(0, 7)) return problem('NIP_DATE', 'pengangkatan di dalamnya belum terjadi', 'the appointment in it has not happened yet');
	if (year - Number(nip.slice(0, 4)) < 16) return problem('NIP_DATE', 'umur saat diangkat kurang dari 16 tahun', 'the age at appointment is under 16 years');
	if (nip[14] !== '1' && nip[14] !== '2') return problem('NIP_FORMAT', 'angka ke-15 (jenis kelamin) harus 1 atau 2', 'digit 15 (sex) must be 1 or 2');
	return { nip, employment: isContract ? 'PPPK' : 'PNS' };
}

/** When the person was appointed, as the digits of a NIP that was read say it: `YYYY-MM` (PNS) or `YYYY` (PPPK). */
export const appointedIn = (nip: string): string => (nip.slice(12, 14) <= '12' ? `${nip.slice(8, 12)}-${nip.slice(12, 14)}` : nip.slice(8, 12));

function isDate(iso: string): boolean {
	const time = new Date(`${iso}T00:00:00Z`);
	return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) && iso >= '1900';
}

/** `198503122010012901` → `1985***********901`, and longer runs of digits alike, anywhere in a text; mantissas of lost numbers are cut to the year. */
export function maskNip(text: string): string {
	return text
		.replace(/(\d[.,]\d{3})(\d+)(E\+?\d+)/gi, (_, year: string, rest: string, exponent: string) => (rest.length > 3 ? year + '*'.repeat(rest.length) : year + rest) + exponent)
		.replace(/\d(?:[\s.]?\d){14,}/g, (found) => {
			const digits = found.replace(/\D/g, '');
			return digits.slice(0, 4) + '*'.repeat(digits.length - 7) + digits.slice(-3);
		});
}
