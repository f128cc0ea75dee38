/** Grids as a plain workbook of values: for contributors' files that cannot be edited in place. */
import { writeXlsx, type Cell, type WriteSheet } from 'hucre';
import type { Grid } from '../read/grid.ts';
import { REPLY_HEADING } from './marker.ts';
import type { ErrorNotes } from './notes.ts';

const NOTE_STYLE = { font: { color: { rgb: '9C0006' } }, alignment: { wrapText: true, vertical: 'top' } } as const;

/** Every grid as a sheet, rows where they were; the noted sheet has the notes in `column`. Formats and formulas are not kept. */
export async function valuesWorkbook(grids: readonly Grid[], notes: ErrorNotes, column: number): Promise<Buffer> {
	const sheets = grids.map((grid, at): WriteSheet => {
		const rows: (string | number | null)[][] = Array.from({ length: grid.rows.at(-1)?.row ?? 0 }, () => []);
		for (const row of grid.rows) rows[row.row - 1] = row.cells.map((cell) => (cell.text === '' ? null : cell.numeric && String(Number(cell.text)) === cell.text ? Number(cell.text) : cell.text));
		const cells = new Map<string, Partial<Cell>>();
		if (grid.sheet === notes.sheet) {
			for (const [row, text] of [[notes.headerRow, REPLY_HEADING[notes.language]] as const, ...notes.notes]) {
				const own = (rows[row - 1] ??= []);
				while (own.length <= column) own.push(null);
				own[column] = text.slice(0, 32_767);
				cells.set(`${row - 1},${column}`, { value: own[column] ?? '', style: NOTE_STYLE });
			}
		}
		const columns = Array.from({ length: column + 1 }, (_, index) => ({ width: index === column ? 70 : 16 }));
		return { name: grid.sheet ?? `Lembar ${at + 1}`, rows, cells, columns };
	});
	return Buffer.from(await writeXlsx({ sheets }));
}
