/** What stands below a header: data, totals, column numbers, notes and signatures. */
import { cleanText, comparable } from '../normalise/text.ts';
import { EMPTY_CELL, type Cell, type Grid, type GridRow } from '../read/grid.ts';
import type { Bilingual } from '../phrase.ts';
import type { Header } from './types.ts';

const TOTAL = /^((grand |sub ?)?(jumlah|total|jml)\b(?! (peserta|asn|pns))|rata-rata|rerata|overall average|group average|average\b|jumlah\/total|total\/jumlah)/;
const FOOTER = /^(sumber|source|catatan|note|keterangan|ket|sumber\/source|catatan\/note|diunduh|dicetak)\s*[:/]/;
const LABEL_COLUMNS = 4;

export interface SplitBody {
	readonly data: GridRow[];
	readonly totals: GridRow[];
	readonly dropped: { row: number; why: Bilingual }[];
	/** Rows with cells filled down from a merged range. */
	readonly filled: number[];
}

const FOOTNOTE: Bilingual = { id: 'catatan atau tanda tangan di bawah tabel', en: 'note or signature below the table' };
const COLUMN_NUMBERS: Bilingual = { id: 'nomor kolom', en: 'column numbers' };

/** Sorts the rows below the header; every one of them lands in exactly one list. */
export function splitBody(grid: Grid, header: Header): SplitBody {
	const { rows, filled } = fillMerges(grid, header);
	const footerFrom = findFooter(rows, header);
	const split: SplitBody = { data: [], totals: [], dropped: [], filled };
	rows.forEach((row, index) => {
		if (index >= footerFrom) split.dropped.push({ row: row.row, why: FOOTNOTE });
		else if (index === 0 && isColumnNumbers(row)) split.dropped.push({ row: row.row, why: COLUMN_NUMBERS });
		else if (isTotal(row)) split.totals.push(row);
		else split.data.push(row);
	});
	return split;
}

/** The first texts of a row, without a running number. */
function labels(row: GridRow): string[] {
	return row.cells
		.slice(0, LABEL_COLUMNS)
		.map((cell) => comparable(cell.text))
		.filter((text) => text !== '');
}

/** A row of totals or averages, by its first label. */
export function isTotal(row: GridRow): boolean {
	const first = labels(row)[0];
	return first !== undefined && TOTAL.test(first) && first.length < 60;
}

/** `(1) (2) (3)` or `1 2 3` in every column. */
function isColumnNumbers(row: GridRow): boolean {
	const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== '');
	return texts.length >= 3 && texts.every((text, index) => text.replace(/[()]/g, '') === String(index + 1));
}

/** Where notes and the signature block begin: after a total or a gap, rows that fill hardly any column. */
function findFooter(rows: readonly GridRow[], header: Header): number {
	const width = header.keys.filter((key) => key !== '').length;
	let footerFrom = rows.length;
	for (let index = rows.length - 1; index >= 0; index--) {
		const row = rows[index];
		if (!row) break;
		const filled = row.cells.filter((cell) => cell.text.trim() !== '' || cell.problem !== null).length;
		const first = labels(row)[0] ?? row.cells.map((cell) => comparable(cell.text)).find((text) => text !== '') ?? '';
		const sparse = filled <= 1 || (filled === 2 && width >= 6);
		const gap = index > 0 && row.row > (rows[index - 1]?.row ?? 0) + 1;
		if (FOOTER.test(first) && filled <= 2) footerFrom = index;
		else if (sparse && width >= 3 && !isTotal(row)) footerFrom = gap || footerFrom < rows.length || afterTotal(rows, index) ? index : footerFrom;
		else break;
		if (footerFrom !== index) break;
	}
	return startOfSparseRun(rows, footerFrom, width);
}

const afterTotal = (rows: readonly GridRow[], index: number): boolean => rows.slice(Math.max(0, index - 6), index).some(isTotal);

/** Signature lines directly below each other belong together, whichever of them was seen first. */
function startOfSparseRun(rows: readonly GridRow[], from: number, width: number): number {
	const total = rows.findLastIndex(isTotal);
	if (total < 0 || width < 3) return from;
	const after = rows[total + 1];
	const rest = rows.slice(total + 1);
	const sparse = rest.every((row) => row.cells.filter((cell) => cell.text.trim() !== '').length <= Math.max(2, Math.floor(width / 3)));
	return after && sparse ? Math.min(from, total + 1) : from;
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
