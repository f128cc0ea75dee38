/** Number formats of a workbook: which cell styles are dates, and serial numbers as ISO dates. */
import type { XmlHandler } from './xml.ts';

const BUILT_IN_DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58]);
const DAY_MS = 86_400_000;

function isDateFormat(code: string): boolean {
	const bare = code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|_.|\*./gi, '');
	return /[dy]|mm|h/i.test(bare) && !/general/i.test(bare);
}

/** Collects, in the order of `cellXfs`, whether a style shows a date. */
export function styleCollector(): { handler: XmlHandler; dateStyles: boolean[] } {
	const dateFormats = new Set(BUILT_IN_DATES);
	const dateStyles: boolean[] = [];
	let inCellXfs = false;
	const handler: XmlHandler = {
		open: (name, attributes) => {
			if (name === 'numFmt') {
				const id = Number(attributes['numFmtId']);
				if (isDateFormat(attributes['formatCode'] ?? '')) dateFormats.add(id);
				else dateFormats.delete(id);
			}
			if (name === 'cellXfs') inCellXfs = true;
			if (name === 'xf' && inCellXfs) dateStyles.push(dateFormats.has(Number(attributes['numFmtId'] ?? 0)));
		},
		close: (name) => {
			if (name === 'cellXfs') inCellXfs = false;
		}
	};
	return { handler, dateStyles };
}

/** Excel serial number → `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`; null outside 1900–2199. */
export function serialToIso(serial: number, from1904 = false): string | null {
	const days = from1904 ? serial + 1462 : serial;
	if (!Number.isFinite(days) || days < 1 || days > 109_574) return null;
	const time = new Date(Date.UTC(1899, 11, 30) + Math.round(days * DAY_MS));
	const iso = time.toISOString();
	return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
