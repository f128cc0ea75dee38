/** What a column added to a worksheet is made of. */
import { columnLetter, parseReference } from '../read/grid.ts';
import { attribute, escapeXml, tags, withAttribute } from './xml-tags.ts';

export interface AddedCell {
	readonly text: string;
	/** Index in `cellXfs`; null = none. */
	readonly style: number | null;
	/** Height in points the row needs to show it; null = leave the row as it is. A height somebody set by hand stays. */
	readonly height: number | null;
}
export interface AddedColumn {
	/** 0-based. */
	readonly column: number;
	readonly cells: ReadonlyMap<number, AddedCell>;
	/** From this row on, what stands in the column already is taken out; null = only where a cell is put. */
	readonly clearFrom: number | null;
}

/** Excel keeps no more in a cell. */
const CELL_LENGTH = 32_767;

/** Markup is kept as Latin-1, so that the bytes of the original survive; this makes our own text part of it. */
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** The row a `<row>` tag stands for. */
export const rowNumber = (tag: string, before: number): number => Number(attribute(tag, 'r') ?? before + 1);

/** The `<row>` tag, at least this tall. */
export function heightened(row: string, height: number | null): string {
	if (height === null || /^(1|true)$/.test(attribute(row, 'customHeight') ?? '')) return row;
	return Number(attribute(row, 'ht') ?? 0) >= height ? row : withAttribute(row, 'ht', String(height));
}

/** Rows that get a cell and are not in the sheet, ascending. */
export function absentRows(xml: string, added: AddedColumn): number[] {
	const missing = new Set(added.cells.keys());
	let row = 0;
	for (const tag of tags(xml)) {
		if (tag.name !== 'row' || tag.kind === 'close') continue;
		row = rowNumber(xml.slice(tag.start, tag.end), row);
		missing.delete(row);
	}
	return [...missing].sort((a, z) => a - z);
}

/** A cell with its text inside it. */
export function cellXml(prefix: string, reference: string, text: string, style: number | null): string {
	const cut = text.length > CELL_LENGTH ? `${text.slice(0, CELL_LENGTH - 1)}…` : text;
	const styled = style === null ? '' : ` s="${style}"`;
	return `<${prefix}c r="${reference}"${styled} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${bytesOf(escapeXml(cut))}</${prefix}t></${prefix}is></${prefix}c>`;
}

/** The declared range, reaching the new column and the last row with a cell of it. */
export function widened(tag: string, added: AddedColumn): string {
	const [from = '', to = from] = (attribute(tag, 'ref') ?? '').split(':');
	const start = parseReference(from);
	const end = parseReference(to);
	if (!start || !end) return tag;
	const column = Math.max(end.column, added.column);
	const row = [...added.cells.keys()].reduce((most, own) => Math.max(most, own), end.row);
	return withAttribute(tag, 'ref', `${from}:${columnLetter(column)}${row}`);
}
