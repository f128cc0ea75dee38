/** Dates as people write them in Indonesia; the order of day and month is proven per column. */
import type { Bilingual } from '../phrase.ts';
import { serialToIso } from '../read/xlsx-styles.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export interface DateProfile {
	/** A day over 12 stands first in one cell and second in another. */
	readonly conflicting: boolean;
	readonly order: DateOrder;
	/** The order follows from the cells, not from custom. */
	readonly proven: boolean;
	/** Some dates would be other days in the other order, and nothing tells which is meant: day first by custom. */
	readonly assumed?: boolean;
}
export type DateResult =
	| { readonly iso: string; readonly precision: 'day' | 'month' | 'year'; readonly minutes: number | null }
	| { readonly problem: 'DATE_INVALID' | 'DATE_AMBIGUOUS'; readonly reason: Bilingual };

const REASONS = {
	notInCalendar: { id: 'tanggal itu tidak ada dalam kalender', en: 'the calendar has no such date' },
	weekday: { id: 'hari dan tanggalnya tidak cocok', en: 'the weekday and the date do not agree' },
	unknown: { id: 'bukan tanggal yang dikenal', en: 'not a known way of writing a date' },
	bothOrders: { id: 'kolom ini memuat tanggal dengan hari di depan dan dengan bulan di depan', en: 'this column holds dates with the day first and dates with the month first' },
	noYear: { id: 'tahunnya tidak ditulis', en: 'the year is not written' }
} as const;

/** The year that the file or its cycle says is not the one in which that date is that weekday. */
const weekdayInYear = (year: string): Bilingual => ({ id: `hari dan tanggalnya tidak cocok untuk tahun ${year}; tahunnya tidak ditulis`, en: `the weekday and the date do not agree in ${year}; the year is not written` });

const MONTHS: Readonly<Record<string, number>> = monthTable();
const WEEKDAYS = ['minggu|sunday|sun', 'senin|monday|mon', 'selasa|tuesday|tue', 'rabu|wednesday|wed', "kamis|thursday|thu", "jum'?at|friday|fri", 'sabtu|saturday|sat'];
const WEEKDAY = new RegExp(`^(${WEEKDAYS.join('|')})\\.?\\s*[,/]?\\s*`, 'i');
const WEEKDAY_PATTERNS = WEEKDAYS.map((names) => new RegExp(`^(${names})\\b`, 'i'));
const ISO_STAMP = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?$/;
const NUMERIC = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)/;

function monthTable(): Record<string, number> {
	const names = [
		'januari january jan', 'februari february feb pebruari peb', 'maret march mar mrt', 'april apr', 'mei may', 'juni june jun', 'juli july jul',
		'agustus august agu agt ags agust aug', 'september sep sept', 'oktober october okt oct', 'november nov nop nopember', 'desember december des dec'
	];
	return Object.fromEntries(names.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1])));
}

/** Looks at all texts of a column. Where no day over 12 proves the order, an AM/PM clock or rows that only rise as month-first do; else day first. */
export function profileDates(texts: readonly string[]): DateProfile {
	let dayFirst = false;
	let monthFirst = false;
	let clock12 = false;
	let yearFirst = false;
	for (const text of texts) {
		if (/^\d{4}[-/.]\d/.test(text)) yearFirst = true;
		const match = NUMERIC.exec(text.replace(WEEKDAY, ''));
		if (!match) continue;
		if (Number(match[1]) > 12) dayFirst = true;
		if (Number(match[2]) > 12) monthFirst = true;
		if (/\b[ap]m\b/i.test(text)) clock12 = true;
	}
	if (dayFirst !== monthFirst) return { conflicting: false, order: dayFirst ? 'dmy' : 'mdy', proven: true };
	if (dayFirst) return { conflicting: true, order: 'dmy', proven: false };
	if (yearFirst && !texts.some((t) => NUMERIC.test(t))) return { conflicting: false, order: 'ymd', proven: true };
	if (clock12 || risesOnlyMonthFirst(texts)) return { conflicting: false, order: 'mdy', proven: false };
	return { conflicting: false, order: 'dmy', proven: false, ...(texts.some(readsBothWays) ? { assumed: true } : {}) };
}

/** `3/2/2026` is one day as day/month and another as month/day; `2/2/2026` is the same. */
function readsBothWays(text: string): boolean {
	const match = NUMERIC.exec(text.replace(WEEKDAY, ''));
	return match !== null && Number(match[1]) !== Number(match[2]);
}

/** Time stamps rise row by row: true when they do as month/day and do not as day/month. */
function risesOnlyMonthFirst(texts: readonly string[]): boolean {
	if (texts.length < 3 || !texts.every((text) => /\d{1,2}[:.]\d{2}/.test(text))) return false;
	const rises = (order: DateOrder) => {
		let before = '';
		for (const text of texts) {
			const date = parseDate(text, { conflicting: false, order, proven: true });
			if (!('iso' in date) || date.iso < before) return false;
			before = date.iso;
		}
		return true;
	};
	return rises('mdy') && !rises('dmy');
}

/** Reads one date. `year` fills in a date without a year when its weekday agrees (`Selasa (9/7)`). */
export function parseDate(raw: string, profile: DateProfile, year: number | null = null): DateResult {
	const stamp = ISO_STAMP.exec(raw);
	if (stamp) return fromStamp(stamp);
	const weekday = /^[a-z]/i.test(raw) ? WEEKDAY_PATTERNS.findIndex((pattern) => pattern.test(raw)) : -1;
	const text = raw.replace(WEEKDAY, '').replace(/^(tgl|tanggal)\.?\s+/i, '').replace(/^\((.*)\)$/, '$1').trim();
	const minutes = clockOf(text);
	const found = dayMonthYear(text, profile);
	if (found) {
		if ('problem' in found) return found;
		const iso = isoOf(found.year, found.month, found.day);
		if (!iso) return { problem: 'DATE_INVALID', reason: REASONS.notInCalendar };
		if (weekday >= 0 && weekdayOf(iso) !== weekday) return { problem: 'DATE_INVALID', reason: REASONS.weekday };
		return { iso, precision: 'day', minutes };
	}
	return withoutYear(text, weekday, year) ?? partial(text) ?? serial(text) ?? { problem: 'DATE_INVALID', reason: REASONS.unknown };
}

function fromStamp(stamp: RegExpExecArray): DateResult {
	const iso = isoOf(Number(stamp[1]), Number(stamp[2]), Number(stamp[3]));
	if (!iso) return { problem: 'DATE_INVALID', reason: REASONS.notInCalendar };
	return { iso, precision: 'day', minutes: stamp[4] === undefined ? null : Number(stamp[4]) * 60 + Number(stamp[5]) };
}

interface Parts {
	readonly day: number;
	readonly month: number;
	readonly year: number;
}

function dayMonthYear(text: string, profile: DateProfile): Parts | Extract<DateResult, { problem: string }> | null {
	const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text);
	if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
	const numeric = NUMERIC.exec(text);
	if (numeric) {
		if (profile.conflicting) return { problem: 'DATE_AMBIGUOUS', reason: REASONS.bothOrders };
		const [a, b] = [Number(numeric[1]), Number(numeric[2])];
		const year = fullYear(numeric[3] ?? '');
		return profile.order === 'mdy' ? { month: a, day: b, year } : { day: a, month: b, year };
	}
	const words = /^(\d{1,2})[\s.-]*([a-z']+)[\s.,-]*(\d{4}|\d{2})(?![\d:.])/i.exec(text);
	const month = words && MONTHS[(words[2] ?? '').toLowerCase()];
	if (words && month) return { day: Number(words[1]), month, year: fullYear(words[3] ?? '') };
	const english = /^([a-z]+)\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/i.exec(text);
	const englishMonth = english && MONTHS[(english[1] ?? '').toLowerCase()];
	return english && englishMonth ? { day: Number(english[2]), month: englishMonth, year: Number(english[3]) } : null;
}

const fullYear = (text: string): number => (text.length === 4 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900));

function isoOf(year: number, month: number, day: number): string | null {
	const time = new Date(Date.UTC(year, month - 1, day));
	if (year < 1900 || year > 2199 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return null;
	return time.toISOString().slice(0, 10);
}

const weekdayOf = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay();

function clockOf(text: string): number | null {
	const match = /(?:^|[\sT,])(\d{1,2})[:.](\d{2})(?::\d{2})?(?:[.,]\d+)?\s*(am|pm)?\b/i.exec(text.replace(/^\S+/, (first) => (first.includes('T') ? first : ' ')));
	if (!match) return null;
	const half = (match[3] ?? '').toLowerCase();
	const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === 'pm' ? 12 : 0);
	return hour * 60 + Number(match[2]);
}

/** `9/7` or `14 Sept` with a weekday: the year is proven when the weekday agrees. */
function withoutYear(text: string, weekday: number, year: number | null): DateResult | null {
	const numeric = /^(\d{1,2})\s*[/-]\s*(\d{1,2})$/.exec(text);
	const words = /^(\d{1,2})\s+([a-z]+)\.?(?:,?\s+\d{1,2}[:.]\d{2})?$/i.exec(text);
	const month = numeric ? Number(numeric[2]) : MONTHS[(words?.[2] ?? '').toLowerCase()];
	if (!month || !(numeric ?? words)) return null;
	const iso = year === null ? null : isoOf(year, month, Number((numeric ?? words)?.[1]));
	if (iso && weekday >= 0) return weekdayOf(iso) === weekday ? { iso, precision: 'day', minutes: null } : { problem: 'DATE_INVALID', reason: weekdayInYear(iso.slice(0, 4)) };
	return { problem: 'DATE_INVALID', reason: REASONS.noYear };
}

/** A month or a year alone. */
function partial(text: string): DateResult | null {
	if (/^(19|20)\d{2}$/.test(text)) return { iso: text, precision: 'year', minutes: null };
	const numeric = /^(\d{4})-(\d{2})$/.exec(text);
	if (numeric && Number(numeric[2]) >= 1 && Number(numeric[2]) <= 12) return { iso: text, precision: 'month', minutes: null };
	const words = /^([a-z]+)\.?\s+(\d{4})$/i.exec(text);
	const month = MONTHS[(words?.[1] ?? '').toLowerCase()];
	return words && month ? { iso: `${words[2]}-${String(month).padStart(2, '0')}`, precision: 'month', minutes: null } : null;
}

/** A date that lost its format: 45477 is 4 July 2024. */
function serial(text: string): DateResult | null {
	if (!/^[2-6]\d{4}(\.\d+)?$/.test(text)) return null;
	const iso = serialToIso(Number(text));
	return iso ? { iso: iso.slice(0, 10), precision: 'day', minutes: null } : null;
}
