/** Number formats of a workbook: which cell styles are dates, and serial numbers as ISO dates. */
import type { XmlHandler } from './xml.ts';

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const DAY_MS = 86_400_000;

function isDateFormat(code: string): boolean {
	const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, '');
	return /[dy]|mm|h/i.test(bare) && !/general/i.test(bare);
}

/** What a cell style makes of a number: a date, a percentage, or the number itself. */
export type NumberStyle = 'date' | 'percent' | null;

const BUILT_IN_PERCENT = new Set([9, 10]);

/** Collects, in the order of `cellXfs`, what a style shows. */
export function styleCollector(): { handler: XmlHandler; numberStyles: NumberStyle[] } {
	const own = new Map<number, NumberStyle>();
	const numberStyles: NumberStyle[] = [];
	const builtIn = (id: number): NumberStyle => (BUILT_IN_DATES.has(id) ? 'date' : BUILT_IN_PERCENT.has(id) ? 'percent' : null);
	let inCellXfs = false;
	const handler: XmlHandler = {
		open: (name, attributes) => {
			if (name === 'numFmt') {
				const code = attributes['formatCode'] ?? '';
				own.set(Number(attributes['numFmtId']), isDateFormat(code) ? 'date' : /%/.test(code.replace(/"[^"]*"|\\./g, '')) ? 'percent' : null);
			}
			if (name === 'cellXfs') inCellXfs = true;
			const id = Number(attributes['numFmtId'] ?? 0);
			if (name === 'xf' && inCellXfs) numberStyles.push(own.has(id) ? (own.get(id) ?? null) : builtIn(id));
		},
		close: (name) => {
			if (name === 'cellXfs') inCellXfs = false;
		}
	};
	return { handler, numberStyles };
}

/** A share as the percentage that the cell shows: `0.9375` → `93.75`. */
export const percentOf = (text: string): string => (Number.isFinite(Number(text)) ? String(Number((Number(text) * 100).toPrecision(15))) : text);

/** Excel serial number → `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; null outside 1900–2199. */
export function serialToIso(serial: number, from1904 = false): string | null {
	const days = from1904 ? serial + 1462 : serial;
	if (!Number.isFinite(days) || days < 1 || days > 109_574) return null;
	const time = new Date(Date.UTC(1899, 11, 30) + Math.round(days * DAY_MS));
	const iso = time.toISOString();
	return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
