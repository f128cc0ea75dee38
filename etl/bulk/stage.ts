/** CSV text → a Parquet file of texts in the order of the file, with the lines that could not be read as records. */
import { join } from 'node:path';
import { literal } from '../warehouse.ts';
import { physicalLine, shiftsOf, type Shift } from './lines.ts';
import type { Survey, Unstarted } from './survey.ts';
import type { Workroom } from './workroom.ts';

export interface Stage {
	/** SQL source with the columns `record` (0-based) and `c0`, `c1`, … (VARCHAR, NULL where empty). */
	readonly source: string;
	readonly width: number;
	readonly records: number;
	readonly headerLine: number;
	readonly shifts: readonly Shift[];
	/** Lines that are not records of `width` columns, as they stand. */
	readonly refused: readonly { readonly line: number; readonly text: string }[];
}

/** More shifts than these, or more refused lines than those, and the file is read row by row instead. */
const MAX_SHIFTS = 60;
const MAX_REFUSED = 20_000;

export interface Layout {
	readonly delimiter: string;
	readonly width: number;
	/** Line of the header; records begin below it. */
	readonly headerLine: number;
}

/** Null when the text cannot be read as columns with every record's line known. */
export async function stageCsv(surveyed: Survey, unstarted: Unstarted, layout: Layout, room: Workroom): Promise<Stage | null> {
	const { warehouse, folder } = room;
	const file = join(folder, 'stage.parquet');
	const columns = Array.from({ length: layout.width }, (_, at) => `'c${at}': 'VARCHAR'`).join(', ');
	const read = `read_csv(${literal(surveyed.path)}, columns = {${columns}}, auto_detect = false, header = false, skip = ${layout.headerLine}, delim = ${literal(layout.delimiter)},
		quote = '"', escape = '"', store_rejects = true, rejects_table = 'refused', rejects_scan = 'refused_scan', rejects_limit = 0)`;
	try {
		await warehouse.run(`COPY (SELECT * FROM ${read}) TO ${literal(file)} (FORMAT parquet, COMPRESSION snappy)`);
	} catch {
		return null;
	}
	await warehouse.run('SET preserve_insertion_order = false');
	const source = `(SELECT file_row_number AS record, * EXCLUDE (file_row_number) FROM read_parquet(${literal(file)}, file_row_number = true))`;
	const [counted] = await warehouse.all(`SELECT (SELECT count(*) FROM ${source}) AS records, (SELECT count(DISTINCT line) FROM refused) AS refused`);
	const records = Number(counted?.records ?? 0);
	const refusedCount = Number(counted?.refused ?? 0);
	const { blank, inside } = unstarted;
	const below = (lines: readonly number[]): number => lines.filter((line) => line > layout.headerLine).length;
	const accounted = records + refusedCount + below(blank) + below(inside);
	if (refusedCount > MAX_REFUSED || accounted !== surveyed.lines - layout.headerLine) return null;
	const rows = await warehouse.all('SELECT line, any_value(csv_line) AS csv_line FROM refused GROUP BY line ORDER BY line');
	const refused = rows.map((row) => ({ line: physicalLine(Number(row.line), inside), text: String(row.csv_line).replace(/^[\r\n]+|[\r\n]+$/g, '') }));
	if (refused.some(({ text }) => text.includes('\n'))) return null;
	const shifts = shiftsOf(layout.headerLine, unstarted, refused.map(({ line }) => line));
	if (shifts.length > MAX_SHIFTS) return null;
	return { source, width: layout.width, records, headerLine: layout.headerLine, shifts, refused };
}
