/** The column a corrected copy carries. When the copy comes back it is found by its heading and left out of what is read. */
import { EMPTY_CELL, type Grid, type GridRow } from '../read/grid.ts';

/** Heading of the added column, by language. */
export const REPLY_HEADING = { id: 'KESALAHAN', en: 'ERRORS' } as const;
const HEADINGS: ReadonlySet<string> = new Set(Object.values(REPLY_HEADING));
const SEARCH_ROWS = 25;

export interface ReplyColumn {
	/** 0-based. */
	readonly column: number;
	/** Row of its heading, as the person sees it. */
	readonly row: number;
	/** Nothing stands to the right of it. */
	readonly last: boolean;
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';
const usedWidth = (row: GridRow): number => row.cells.findLastIndex((cell) => !isBlank(cell.text) || cell.problem !== null) + 1;

/** The added column of a grid, or null. Its heading stands in one of the first rows beside at least one other heading. */
export function replyColumn(grid: Grid): ReplyColumn | null {
	for (const row of grid.rows.slice(0, SEARCH_ROWS)) {
		const column = row.cells.findLastIndex((cell) => HEADINGS.has(cell.text.trim()));
		if (column < 1 || row.cells.every((cell, at) => at === column || isBlank(cell.text))) continue;
		return { column, row: row.row, last: grid.rows.every((other) => usedWidth(other) <= column + 1) };
	}
	return null;
}

/**
 * The grid as it was before the column was added; the same grid when there is none.
 * Rows that hold nothing else (their content was deleted) go with it. A column moved in between is emptied, so that all letters stay right.
 */
export function withoutReplyColumn(grid: Grid): Grid {
	const found = replyColumn(grid);
	if (!found) return grid;
	const heading = grid.rows.find((row) => row.row === found.row);
	const headed = heading ? heading.cells.findLastIndex((cell, at) => at !== found.column && !isBlank(cell.text)) + 1 : 0;
	const rows: GridRow[] = [];
	for (const row of grid.rows) {
		const cells = found.last ? row.cells.slice(0, found.column) : row.cells.map((cell, at) => (at === found.column ? EMPTY_CELL : cell));
		// Lines were filled up to the widest one to make room for the column.
		if (found.last && grid.kind === 'csv') while (cells.length > headed && isBlank(cells.at(-1)?.text)) cells.pop();
		if (cells.some((cell) => !isBlank(cell.text) || cell.problem !== null)) rows.push({ row: row.row, cells });
	}
	return { ...grid, rows };
}
