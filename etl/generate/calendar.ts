/** Calendar arithmetic on ISO dates and the ways offices write a date. */
const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
const DAY_MS = 86_400_000;

export type IsoDate = string;

const utc = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);
const part = (list: readonly string[], index: number): string => list[index] ?? '';
export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

export function addDays(date: IsoDate, days: number): IsoDate {
	return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
	return Math.round((utc(to) - utc(from)) / DAY_MS);
}

export const year = (date: IsoDate): number => Number(date.slice(0, 4));
const month = (date: IsoDate): number => Number(date.slice(5, 7));
const day = (date: IsoDate): number => Number(date.slice(8, 10));

/** `4 Juli 2024` */
export const longDate = (date: IsoDate): string => `${day(date)} ${part(MONTHS, month(date) - 1)} ${year(date)}`;
/** `1 Okt 2024` */
export const shortDate = (date: IsoDate): string => `${day(date)} ${part(SHORT, month(date) - 1)} ${year(date)}`;
/** `09-Okt-24` */
export const dashedDate = (date: IsoDate): string => `${pad(day(date))}-${part(SHORT, month(date) - 1)}-${pad(year(date) % 100)}`;
/** `04/07/2024` */
export const slashDate = (date: IsoDate): string => `${pad(day(date))}/${pad(month(date))}/${year(date)}`;
/** `07/04/2024`, as an English-language export writes it */
export const slashDateUs = (date: IsoDate): string => `${pad(month(date))}/${pad(day(date))}/${year(date)}`;
/** `Kamis, 4 Juli 2024` */
export const weekdayDate = (date: IsoDate): string => `${weekday(date)}, ${longDate(date)}`;
export const weekday = (date: IsoDate): string => part(DAYS, new Date(utc(date)).getUTCDay());
/** Month as a Roman numeral, as register numbers have it. */
export const romanMonth = (date: IsoDate): string => part(ROMAN, month(date) - 1);
/** The number a spreadsheet stores for a date (1900 system). */
export const serial = (date: IsoDate): number => daysBetween('1899-12-30', date);

/** `14:34:27` from seconds since midnight. */
export function clock(seconds: number): string {
	return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/** `2:22:10 PM` from seconds since midnight; `width` 2 writes `02:22:10 PM`. */
export function clock12(seconds: number, width = 1): string {
	const hours = Math.floor(seconds / 3600);
	return `${pad(hours % 12 === 0 ? 12 : hours % 12, width)}:${clock(seconds).slice(3)} ${hours < 12 ? 'AM' : 'PM'}`;
}
