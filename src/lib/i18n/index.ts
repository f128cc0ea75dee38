/** Indonesian first, English second. Messages live in `messages/`, one object per part of the site. */
export type Lang = 'id' | 'en';
export interface Text {
	readonly id: string;
	readonly en: string;
}

/** The text in one language; `{name}` is replaced by `values.name`. Throws when a value is missing, so that no hole reaches a reader. */
export function say(text: Text, lang: Lang, values: Readonly<Record<string, string | number>> = {}): string {
	return text[lang].replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = values[name];
		if (value === undefined) throw new Error(`no value for {${name}} in "${text[lang]}"`);
		return typeof value === 'number' ? formatNumber(value, lang) : value;
	});
}

const locale = { id: 'id-ID', en: 'en-GB' } as const;

const formats = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** 1234.5 → "1.234,5" (id) or "1,234.5" (en), with exactly `digits` decimals. */
export function formatNumber(value: number, lang: Lang, digits = 0): string {
	const key = `${lang}${digits}`;
	const known = formats.get(key) ?? new Intl.NumberFormat(locale[lang], { minimumFractionDigits: digits, maximumFractionDigits: digits });
	formats.set(key, known);
	return known.format(value);
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
