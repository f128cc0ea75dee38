/** CSV text → a Parquet file of texts in the order of the file, with the lines that could not be read as records. */
import { join } from 'node:path';
import { SQL_TOTAL_LIKE } from '../recognise/body.ts';
import { LABEL_COLUMNS } from '../recognise/rows.ts';
import { literal, type Warehouse } from '../warehouse.ts';
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

/** Bytes DuckDB takes at a time, less than by default: faster here, and less memory. A line may have 2 MB. */
const BUFFER_BYTES = 8 * 1024 * 1024;

/** Records whose first label begins like a total or an average. Null when there are too many to be that. */
export async function totalLike({ source, width }: Stage, warehouse: Warehouse): Promise<number[] | null> {
	const cells = Array.from({ length: Math.min(LABEL_COLUMNS, width) }, (_, at) => `c${at}`);
	const [letters] = await warehouse.all(`SELECT count(*) AS n FROM ${source} s WHERE c0 IS NULL OR c0 < '0' OR c0 >= ':'`);
	if (Number(letters?.n ?? 0) === 0) return [];
	const rows = await warehouse.all(`SELECT record FROM ${source} s WHERE CASE ${cells.map((cell) => `WHEN ${cell} >= '0' AND ${cell} < ':' THEN false WHEN ltrim(${cell}) <> '' THEN ${SQL_TOTAL_LIKE(cell)}`).join(' ')} ELSE false END LIMIT 1001`);
	return rows.length > 1000 ? null : rows.map((row) => Number(row.record));
}

/** Records that say nothing at all, as far as there are few of them; `rest` is a condition that also finds the others, where there are many. */
export async function blankRecords({ source, width }: Stage, warehouse: Warehouse): Promise<{ records: number[]; rest: string | null }> {
	const blank = Array.from({ length: width }, (_, at) => `coalesce(trim(c${at}), '') = ''`).join(' AND ');
	const candidate = "(c0 IS NULL OR c0 < '!')";
	const [some] = await warehouse.all(`SELECT count(*) AS n FROM ${source} s WHERE ${candidate}`);
	if (Number(some?.n ?? 0) === 0) return { records: [], rest: null };
	const rows = await warehouse.all(`SELECT record FROM ${source} s WHERE ${candidate} AND ${blank} LIMIT 1001`);
	return rows.length > 1000 ? { records: [], rest: blank } : { records: rows.map((row) => Number(row.record)), rest: null };
}

export interface Layout {
	readonly delimiter: string;
	readonly width: number;
	/** Line of the header; records begin below it. */
	readonly headerLine: number;
}

/** Reads the text into the workroom. False when DuckDB cannot read it as columns. */
export async function copyCsv(path: string, layout: Layout, room: Workroom): Promise<boolean> {
	const columns = Array.from({ length: layout.width }, (_, at) => `'c${at}': 'VARCHAR'`).join(', ');
	const read = `read_csv(${literal(path)}, columns = {${columns}}, auto_detect = false, header = false, skip = ${layout.headerLine}, delim = ${literal(layout.delimiter)},
		quote = '"', escape = '"', store_rejects = true, rejects_table = 'refused', rejects_scan = 'refused_scan', rejects_limit = 0, buffer_size = ${BUFFER_BYTES})`;
	try {
		await room.warehouse.run(`COPY (SELECT * FROM ${read}) TO ${literal(stageFile(room))} (FORMAT parquet, COMPRESSION snappy)`);
		return true;
	} catch {
		return false;
	}
}

const stageFile = (room: Workroom): string => join(room.folder, 'stage.parquet');

/** What was copied, with every record's line. Null when records and lines do not add up. */
export async function stageOf(surveyed: Survey, unstarted: Unstarted, layout: Layout, room: Workroom): Promise<Stage | null> {
	const { warehouse } = room;
	await warehouse.run('SET preserve_insertion_order = false');
	const source = `(SELECT file_row_number AS record, * EXCLUDE (file_row_number) FROM read_parquet(${literal(stageFile(room))}, file_row_number = true))`;
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
