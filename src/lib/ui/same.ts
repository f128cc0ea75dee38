/** What all rows of a table say alike is said once above it, so that a narrow screen begins with what differs. */
import type { TableCell, TableSpec } from '../charts/types.ts';
import { statusOf, textOf } from './cell.ts';

export interface SaidOnce {
	readonly table: TableSpec;
	/** Columns that were taken out because every row says the same: what they are called, and the one cell. */
	readonly same: readonly { readonly label: string; readonly cell: TableCell }[];
}

/** Fewer rows are read at a glance. */
const FEW = 3;

/**
 * Takes out the columns that say the same in every row: texts are named in `same`, columns without any content are gone.
 * The row's name, figures, and the reasons why figures are missing stay.
 */
export function sayOnce(table: TableSpec): SaidOnce {
	const [first] = table.rows;
	if (!first || table.rows.length < FEW) return { table, same: [] };
	const isRepeated = (column: number): boolean => {
		const cell = first[column];
		if (cell === undefined || column === 0 || statusOf(cell) !== undefined) return false;
		if (table.columns[column]?.numeric && textOf(cell) !== '') return false;
		return table.rows.every((row) => row[column] !== undefined && JSON.stringify(row[column]) === JSON.stringify(cell) && !isHead(row[column]));
	};
	const out = table.columns.map((_, column) => isRepeated(column));
	if (!out.includes(true)) return { table, same: [] };
	const left = <T>(cells: readonly T[]): T[] => cells.filter((_, column) => !out[column]);
	return {
		table: { columns: left(table.columns), rows: table.rows.map(left) },
		same: table.columns.flatMap(({ label }, column) => {
			const cell = first[column];
			return out[column] && cell !== undefined && textOf(cell) !== '' ? [{ label, cell }] : [];
		})
	};
}

const isHead = (cell: TableCell): boolean => typeof cell !== 'string' && cell.header === true;
