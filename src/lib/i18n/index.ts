/** Indonesian first, English second. Messages live in `messages/`, one object per part of the site. */
export type Lang = 'id' | 'en';
export interface Text {
	readonly id: string;
	readonly en: string;
}

/**
 * The text in one language. `{name}` is replaced by `values.name`; `{name|person|persons}` by the word that goes with the
 * number `values.name` (the first for one). Throws when a value is missing or no number stands for a plural, so that no
 * hole reaches a reader.
 */
export function say(text: Text, lang: Lang, values: Readonly<Record<string, string | number>> = {}): string {
	return text[lang].replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (_, name: string, one?: string, other?: string) => {
		const value = values[name];
		if (value === undefined) throw new Error(`no value for {${name}} in "${text[lang]}"`);
		if (one !== undefined && other !== undefined) {
			if (typeof value !== 'number') throw new Error(`{${name}} is not a number in "${text[lang]}"`);
			return plurals[lang].select(value) === 'one' ? one : other;
		}
		return typeof value === 'number' ? formatNumber(value, lang) : value;
	});
}

const locale = { id: 'id-ID', en: 'en-GB' } as const;
const plurals = { id: new Intl.PluralRules(locale.id), en: new Intl.PluralRules(locale.en) } as const;

const formats = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** 1234.5 → "1.234,5" (id) or "1,234.5" (en), with exactly `digits` decimals; −1 with the minus sign, and no sign before a zero. */
export function formatNumber(value: number, lang: Lang, digits = 0): string {
	const key = `${lang}${digits}`;
	const known = formats.get(key) ?? new Intl.NumberFormat(locale[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' });
	formats.set(key, known);
	return known.format(value).replace('-', '−');
}

/** ISO date → "27 November 2024"; `YYYY-MM` → "November 2024"; `YYYY` stays. */
export function formatDate(iso: string, lang: Lang, month: 'long' | 'short' = 'long'): string {
	const [year, m, day] = iso.split('-');
	if (!m) return iso;
	const date = new Date(Date.UTC(Number(year), Number(m) - 1, day ? Number(day) : 1));
	const key = `${lang}${month}${day ? 'day' : ''}`;
	const known = dates.get(key) ?? new Intl.DateTimeFormat(locale[lang], { timeZone: 'UTC', year: 'numeric', month, ...(day ? { day: 'numeric' } : {}) });
	dates.set(key, known);
	return known.format(date);
}

/** Indonesia's time zones by the names of their clocks, and the one that all clocks share. */
export type TimeZone = 'WIB' | 'WITA' | 'WIT' | 'UTC';
const CITY = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura', UTC: 'UTC' } as const;

/** The calendar day of a moment (ISO, UTC) on the clocks of a zone: "2026-11-22". */
export const dayAt = (iso: string, zone: TimeZone): string => new Intl.DateTimeFormat('sv-SE', { timeZone: CITY[zone], dateStyle: 'short' }).format(new Date(iso));

/** A moment (ISO, UTC) → "12.30 WIB" (id) or "12:30 WIB" (en) on the clocks of a zone. */
export function formatTime(iso: string, lang: Lang, zone: TimeZone): string {
	const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY[zone], timeStyle: 'short' }).format(new Date(iso));
	return `${lang === 'id' ? clock.replace(':', '.') : clock} ${zone}`;
}

/** A moment (ISO, UTC) → "22 November 2026, 12.30 WIB". */
export const formatMoment = (iso: string, lang: Lang, zone: TimeZone, month: 'long' | 'short' = 'long'): string => `${formatDate(dayAt(iso, zone), lang, month)}, ${formatTime(iso, lang, zone)}`;

/** A word as the head of a column or the begin of a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
