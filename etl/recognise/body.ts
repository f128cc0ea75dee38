/** What stands below a header: data, totals, repeated headings, column numbers, notes and signatures. */
import { cleanText, comparable } from '../normalise/text.ts';
import { EMPTY_CELL, type Cell, type Grid, type GridRow } from '../read/grid.ts';
import type { Bilingual } from '../phrase.ts';
import { findFooter } from './footer.ts';
import { filledCells, firstLabel, namesPerson } from './rows.ts';
import type { Header } from './types.ts';

const TOTAL = /^((grand |sub ?)?(jumlah|total|jml)\b(?! (peserta|asn|pns))|rata-rata|rerata|overall average|group average|average\b|jumlah\/total|total\/jumlah)/;
/** The same for a VARCHAR expression, of more texts rather than of fewer: what it finds is looked at again. */
export const SQL_TOTAL_LIKE = (cell: string): string =>
	`(lower(ltrim(${cell})[1]) IN ('j', 't', 'g', 's', 'r', 'o', 'a') AND regexp_matches(lower(ltrim(${cell})), '^(grand |sub ?)?(jumlah|total|jml)|^(rata-rata|rerata|overall|group average|average)'))`;

export interface SplitBody {
	readonly data: GridRow[];
	readonly totals: GridRow[];
	readonly dropped: { row: number; why: Bilingual }[];
	/** Rows with cells filled down from a merged range. */
	readonly filled: number[];
}

const FOOTNOTE: Bilingual = { id: 'catatan atau tanda tangan di bawah tabel', en: 'note or signature below the table' };
const COLUMN_NUMBERS: Bilingual = { id: 'nomor kolom', en: 'column numbers' };
export const REPEATED_HEADING: Bilingual = { id: 'judul yang berulang', en: 'repeated headings' };

/** Sorts the rows below the header; every one of them lands in exactly one list. */
export function splitBody(grid: Grid, header: Header): SplitBody {
	const { rows, filled } = fillMerges(grid, header);
	const footerFrom = findFooter(rows, header, (row) => isTotal(row, header));
	const split: SplitBody = { data: [], totals: [], dropped: [], filled };
	rows.forEach((row, index) => {
		if (index >= footerFrom) split.dropped.push({ row: row.row, why: FOOTNOTE });
		else if (index === 0 && isColumnNumbers(row)) split.dropped.push({ row: row.row, why: COLUMN_NUMBERS });
		else if (isRepeatedHeading(row, header)) split.dropped.push({ row: row.row, why: REPEATED_HEADING });
		else if (isTotal(row, header)) split.totals.push(row);
		else split.data.push(row);
	});
	return split;
}

/** A row of totals or averages, by its first label; never that of a person who is called so. */
export function isTotal(row: GridRow, header: Header): boolean {
	const first = firstLabel(row);
	return first !== '' && TOTAL.test(first) && first.length < 60 && !namesPerson(row, header);
}

/** A line of the header once more, as on every page of a print. */
export function isRepeatedHeading(row: GridRow, { lines }: Header): boolean {
	if (filledCells(row) < 2) return false;
	return lines.some((line) => {
		const width = Math.max(line.length, row.cells.length);
		for (let column = 0; column < width; column++) if ((line[column] ?? '') !== comparable(row.cells[column]?.text ?? '')) return false;
		return true;
	});
}

/** `(1) (2) (3)` or `1 2 3` in every column. */
function isColumnNumbers(row: GridRow): boolean {
	const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
	return texts.length >= 3 && texts.every((text, index) => text.replace(/[()]/g, '') === String(index + 1));
}

/** Copies the value of a vertically merged range into every row it covers. */
function fillMerges(grid: Grid, header: Header): { rows: GridRow[]; filled: number[] } {
	const rows = grid.rows.slice(header.dataFrom);
	const vertical = grid.merges.filter((merge) => merge.bottom > merge.top && merge.top > (header.rows.at(-1) ?? 0) && merge.left < 200);
	if (vertical.length === 0) return { rows, filled: [] };
	const byNumber = new Map(rows.map((row) => [row.row, row]));
	const copies = new Map<number, Cell[]>();
	for (const merge of vertical) {
		const value = byNumber.get(merge.top)?.cells[merge.left];
		if (!value) continue;
		for (let row = merge.top + 1; row <= merge.bottom; row++) {
			const cells = copies.get(row) ?? [...(byNumber.get(row)?.cells ?? [])];
			if (!byNumber.has(row)) continue;
			while (cells.length <= merge.left) cells.push(EMPTY_CELL);
			if (cleanText(cells[merge.left]?.text ?? '').text === '') cells[merge.left] = value;
			copies.set(row, cells);
		}
	}
	return { rows: rows.map((row) => ({ row: row.row, cells: copies.get(row.row) ?? row.cells })), filled: [...copies.keys()].sort((a, b) => a - b) };
}
