/** Ordinary workbooks (xlsx) with titles, merged cells and formulas that keep their results. */
import { writeXlsx, type Cell } from 'hucre';

export type SheetCell = string | number | null | Formula;
/** A formula with the result a spreadsheet program would have stored. */
export interface Formula {
	readonly formula: string;
	readonly result: number;
}
export interface SheetSpec {
	readonly name: string;
	readonly rows: readonly (readonly SheetCell[])[];
	/** Merged ranges as `A1:I1`. */
	readonly merges?: readonly string[];
}

// One fixed moment, so that the same rows always give the same bytes.
const WRITTEN = new Date('2025-04-01T00:00:00Z');

/** Sheet → bytes of a workbook with that one sheet. */
export async function workbookFile(sheet: SheetSpec): Promise<Uint8Array> {
	const cells = new Map<string, Partial<Cell>>();
	const rows = sheet.rows.map((row, r) =>
		row.map((cell, c) => {
			if (cell === null || typeof cell !== 'object') return cell;
			cells.set(`${r},${c}`, { value: cell.result, formula: cell.formula, formulaResult: cell.result });
			return cell.result;
		})
	);
	return writeXlsx({
		sheets: [{ name: sheet.name, rows, cells, merges: (sheet.merges ?? []).map(range) }],
		properties: { creator: 'Pantau (data contoh)', created: WRITTEN, modified: WRITTEN }
	});
}

function range(text: string): { startRow: number; startCol: number; endRow: number; endCol: number } {
	const [start = '', end = ''] = text.split(':');
	const from = cellAt(start);
	const to = cellAt(end);
	return { startRow: from.row, startCol: from.col, endRow: to.row, endCol: to.col };
}

function cellAt(name: string): { row: number; col: number } {
	const letters = name.replace(/\d+$/, '');
	const col = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
	return { row: Number(name.slice(letters.length)) - 1, col };
}

/** Column letter of a zero-based index (0 = A). */
export function letterOf(index: number): string {
	const rest = Math.floor(index / 26);
	return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
