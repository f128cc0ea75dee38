/** Adds the look of the column to `styles.xml`: dark red on pale yellow, wrapped, as text. */
import { attribute, tags, withAttribute, type Tag } from './xml-tags.ts';

/** Indices in `cellXfs`. */
export interface ReplyStyles {
	readonly heading: number;
	readonly note: number;
}
interface List {
	readonly open: Tag;
	readonly close: Tag;
	readonly count: number;
	/** Markup of the first entry. */
	readonly first: string;
}

const MOST_STYLES = 60_000;

/** `xml` and the result are bytes as Latin-1 text. Null when the part is not built in the usual way: then the cells stay plain. */
export function addReplyStyles(xml: string): { xml: string; styles: ReplyStyles } | null {
	const fonts = listOf(xml, 'fonts', 'font');
	const fills = listOf(xml, 'fills', 'fill');
	const cells = listOf(xml, 'cellXfs', 'xf');
	if (!fonts || !fills || !cells || cells.count > MOST_STYLES) return null;
	const p = fonts.open.prefix;
	const face = (name: string) => [...tags(fonts.first)].filter((tag) => tag.name === name && tag.kind === 'empty').map((tag) => fonts.first.slice(tag.start, tag.end)).join('');
	const font = (bold: string) => `<${p}font>${bold}${face('sz')}<${p}color rgb="FF9C0006"/>${face('name')}${face('family')}${face('charset')}${face('scheme')}</${p}font>`;
	const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FFFFF2CC"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
	const xf = (fontId: number) => `<${p}xf numFmtId="49" fontId="${fontId}" fillId="${fills.count}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><${p}alignment vertical="top" wrapText="1"/></${p}xf>`;
	const additions: readonly (readonly [List, string, number])[] = [
		[fonts, font(`<${p}b/>`) + font(''), 2],
		[fills, fill, 1],
		[cells, xf(fonts.count) + xf(fonts.count + 1), 2]
	];
	let result = xml;
	for (const [list, text, more] of additions.toSorted((a, z) => z[0].open.start - a[0].open.start)) result = appended(result, list, text, more);
	return { xml: result, styles: { heading: cells.count, note: cells.count + 1 } };
}

/** The one list of this name, its entries counted; null when it is missing, doubled, or holds anything else. */
function listOf(xml: string, name: string, entry: string): List | null {
	let open: Tag | null = null;
	let list: List | null = null;
	let depth = 0;
	let count = 0;
	let first = { start: 0, end: 0 };
	for (const tag of tags(xml)) {
		if (open === null) {
			if (tag.name === name && (list !== null || tag.kind !== 'open')) return null;
			if (tag.name === name) open = tag;
			continue;
		}
		if (tag.kind === 'close') {
			if (depth === 0) {
				list = { open, close: tag, count, first: xml.slice(first.start, first.end) };
				open = null;
				continue;
			}
			depth--;
			if (depth === 0 && count === 1) first = { start: first.start, end: tag.end };
			continue;
		}
		if (depth === 0) {
			if (tag.name !== entry) return null;
			if (count === 0) first = { start: tag.start, end: tag.end };
			count++;
		}
		if (tag.kind === 'open') depth++;
	}
	return list !== null && list.count > 0 ? list : null;
}

function appended(xml: string, list: List, text: string, more: number): string {
	const open = xml.slice(list.open.start, list.open.end);
	const counted = attribute(open, 'count') === null ? open : withAttribute(open, 'count', String(list.count + more));
	return xml.slice(0, list.open.start) + counted + xml.slice(list.open.end, list.close.start) + text + xml.slice(list.close.start);
}
