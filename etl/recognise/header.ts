/** Where the header is: every row near the top may be one, alone or with a second row of sub-headings below it. */
import { maskNip } from '../normalise/nip.ts';
import { comparable, cleanText } from '../normalise/text.ts';
import type { Grid, GridRow } from '../read/grid.ts';
import type { Header } from './types.ts';

const SEARCH_ROWS = 25;

/** Candidate headers in the order in which they appear. */
export function headerCandidates(grid: Grid): Header[] {
	const candidates: Header[] = [];
	const named = grid.kind === 'json' || grid.kind === 'parquet';
	for (let at = 0; at < Math.min(named ? 1 : SEARCH_ROWS, grid.rows.length); at++) {
		const row = grid.rows[at];
		if (!row) continue;
		const sub = named ? undefined : grid.rows[at + 1];
		if (sub && isSubHeader(row, sub)) candidates.push(headerOf(grid, at, [row, sub]));
		candidates.push(headerOf(grid, at, [row]));
	}
	return candidates;
}

const textOf = (row: GridRow, column: number): string => cleanText(row.cells[column]?.text ?? '').text;

/** A second header row fills in below and between the headings of the first: `Jenis Kelamin` over `L`, `P`. */
function isSubHeader(top: GridRow, sub: GridRow): boolean {
	const first = top.cells.findIndex((cell) => cell.text.trim() !== '');
	const filled = sub.cells.map((_, column) => column).filter((column) => textOf(sub, column) !== '');
	if (filled.length < 2 || filled.includes(first) || sub.row > top.row + 2) return false;
	if (top.cells.filter((cell) => cell.text.trim() !== '').length < 2) return false;
	if (filled.some((column) => /^[\d.,()%\s-]+$/.test(textOf(sub, column)) || textOf(sub, column).length > 60)) return false;
	return filled.some((column) => textOf(top, column) === '') && filled.every((column) => column > first);
}

function headerOf(grid: Grid, at: number, rows: readonly GridRow[]): Header {
	const [top, sub] = rows;
	const width = Math.max(...rows.map((row) => row.cells.length));
	const headings: string[] = [];
	let above = '';
	for (let column = 0; column < width; column++) {
		const own = top ? textOf(top, column) : '';
		const below = sub ? textOf(sub, column) : '';
		if (own !== '') above = own;
		headings.push(below === '' ? own : `${above} / ${below}`.replace(/^ \/ /, ''));
	}
	const titles = grid.rows.slice(0, at);
	return {
		rows: rows.map((row) => row.row).filter((row) => row > 0),
		dataFrom: at + rows.length,
		headings: headings.map(maskNip),
		keys: headings.map(comparable),
		lines: rows.map((row) => row.cells.map((cell) => comparable(cell.text))),
		titles: titles.flatMap((row) => row.cells.map((cell) => cleanText(cell.text).text).filter((text) => text !== '')),
		titleRows: titles.map((row) => row.row)
	};
}
