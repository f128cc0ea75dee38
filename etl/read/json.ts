/** JSON → grid: one row per record, one column per path (`actor.account.name`). */
import type { Limits } from '../findings.ts';
import { EMPTY_CELL, ReadProblem, type Cell, type Grid, type GridRow } from './grid.ts';
import { firstJson, JsonNumber, JsonObject, JsonProblem, MAX_DEPTH, parseJson, type Json } from './json-parse.ts';
import { cellTooLong, COLUMNS, tooMany, wrongType } from './refuse.ts';

/** Paths over all records; a statement of a learning system has dozens. */
const MAX_PATHS = 1000;
/** Cells that would be laid out, blank ones included. */
const MAX_CELLS = 20_000_000;
const EXPORT_CSV = { id: 'ekspor ulang dari sistem asalnya, atau unduh laporan yang sama sebagai CSV atau .xlsx', en: 'export it again from its system, or download the same report as CSV or .xlsx' };

/** Records, or arrays of them: never a CSV that begins with a bracket (`[Catatan];x`). */
export function isJson(text: string): boolean {
	const start = /^\uFEFF?\s*([[{])/.exec(text);
	if (!start) return false;
	if (/^\uFEFF?\s*(\[\s*){0,2}\{\s*["}]/.test(text)) return true;
	const first = start[1] === '[' ? firstJson(text.replace(/^\uFEFF/, '')) : null;
	return Array.isArray(first) && (first.length === 0 || first.some((value) => value instanceof JsonObject || Array.isArray(value)));
}

/**
 * One grid. Its first row, number 0, holds the paths: no line of the file is its heading. The other rows are numbered by the line
 * on which the record starts; where records share a line, by their place in the file.
 * Throws FILE_TRUNCATED, FILE_WRONG_TYPE, FILE_TOO_LARGE or CELL_TOO_LONG.
 */
export function readJson(text: string, encoding: string, limits: Limits): Grid {
	const clean = text.replace(/^\uFEFF/, '').trimEnd();
	const records = recordsOf(parsed(clean), clean);
	const lines = linesOf(records, clean);
	const paths = new Map<string, number>();
	const long = new Set<Cell>();
	const sparse = records.map((record, index) => {
		const cells = new Map<number, Cell>();
		flatten(record, '', (path, cell, value) => {
			const column = paths.get(path) ?? paths.size;
			if (column >= MAX_PATHS) throw tooMany(COLUMNS, MAX_PATHS, { row: lines[index] ?? 0 });
			paths.set(path, column);
			if (cell.text.length > limits.cellLength) throw cellTooLong(cell.text, limits.cellLength, { row: lines[index] ?? 0, heading: path });
			if (cell.text.includes('\0')) throw new ReadProblem('FILE_NUL_BYTES', { row: String(lines[index] ?? 0) }, { row: lines[index] ?? 0, heading: path });
			if (cell !== EMPTY_CELL) cells.set(column, cell);
			if (value instanceof JsonNumber && isLong(value.source)) long.add(cell);
		});
		return cells;
	});
	if (paths.size * records.length > MAX_CELLS) throw tooMany({ id: 'sel', en: 'cells' }, MAX_CELLS);
	const rounded = roundedCells(sparse, long);
	const rows: GridRow[] = sparse.map((cells, index) => ({ row: lines[index] ?? 0, cells: dense(cells, rounded) }));
	const heading: GridRow = { row: 0, cells: [...paths.keys()].map((path) => textCell(path)) };
	const filled = rows.filter((row) => row.cells.some((cell) => cell.text.trim() !== ''));
	return { kind: 'json', encoding, delimiter: null, sheet: null, rows: filled.length > 0 ? [heading, ...filled] : [], merges: [], hiddenRows: [], hiddenColumns: [], hiddenSheet: false, declaredBeyond: null, openEnd: false };
}

function parsed(text: string): Json[] {
	try {
		return parseJson(text);
	} catch (error) {
		if (!(error instanceof JsonProblem)) throw error;
		const row = lineAt(text, error.at);
		if (error.why === 'cut') throw new ReadProblem('FILE_TRUNCATED', { row: String(row) }, { row });
		if (error.why === 'broken') throw wrongType({ id: `JSON yang rusak di baris ${row}`, en: `JSON that breaks off at line ${row}` }, EXPORT_CSV, { row });
		throw tooMany({ id: 'tingkat JSON', en: 'levels of JSON' }, MAX_DEPTH, { row });
	}
}

/** Objects, arrays of objects, Moodle's array in an array, `{"statements": […]}`, or objects one after another. */
function recordsOf(values: readonly Json[], text: string): JsonObject[] {
	const [only] = values;
	if (values.length === 1 && only instanceof JsonObject) {
		const statements = only.entries.get('statements');
		return Array.isArray(statements) ? statements.map((value) => recordOf(value, only, text)) : [only];
	}
	return values.flatMap((value) => (Array.isArray(value) ? value.flatMap((inner) => (Array.isArray(inner) ? inner : [inner])) : [value])).map((value) => recordOf(value, null, text));
}

function recordOf(value: Json, around: JsonObject | null, text: string): JsonObject {
	if (value instanceof JsonObject) return value;
	throw wrongType({ id: 'JSON tanpa nama kolom', en: 'JSON without names for its columns' }, EXPORT_CSV, { row: lineAt(text, around?.at ?? 0) });
}

function lineAt(text: string, position: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++;
	return line;
}

function linesOf(records: readonly JsonObject[], text: string): number[] {
	let line = 1;
	let at = 0;
	const lines = records.map((record) => {
		for (let next = text.indexOf('\n', at); next >= 0 && next < record.at; next = text.indexOf('\n', at)) {
			at = next + 1;
			line++;
		}
		return line;
	});
	return new Set(lines).size === lines.length ? lines : lines.map((_, index) => index + 1);
}

/** Hands every value of a record to `take`, by its path. */
function flatten(value: Json, path: string, take: (path: string, cell: Cell, value: Json) => void): void {
	const under = (name: string) => (path === '' ? name : `${path}.${name}`);
	if (value instanceof JsonObject) for (const [name, inner] of value.entries) flatten(inner, under(name), take);
	else if (!Array.isArray(value)) take(path, cellOf(value), value);
	else if (value.some((inner) => inner instanceof JsonObject || Array.isArray(inner))) value.forEach((inner, index) => flatten(inner, under(String(index)), take));
	else if (value.length > 0) take(path, textCell(value.map((inner) => cellOf(inner).text).join('; ')), value);
}

const textCell = (text: string): Cell => (text === '' ? EMPTY_CELL : { text, numeric: false, problem: null });

function cellOf(value: Json): Cell {
	if (typeof value === 'string') return textCell(value);
	if (typeof value === 'boolean') return textCell(value ? 'TRUE' : 'FALSE');
	if (value instanceof JsonNumber) return { text: value.source, numeric: !isLong(value.source), problem: null };
	return EMPTY_CELL;
}

/** A whole number that a spreadsheet would round; JSON keeps its digits. */
const isLong = (source: string): boolean => /^-?\d{16,}$/.test(source);

/** The bare long numbers of columns in which all of them look as if JavaScript had rounded them before writing: their digits are lost. */
function roundedCells(rows: readonly ReadonlyMap<number, Cell>[], long: ReadonlySet<Cell>): Set<Cell> {
	const found = new Map<number, Cell[]>();
	for (const cells of rows) for (const [column, cell] of cells) if (long.has(cell)) (found.get(column) ?? found.set(column, []).get(column))?.push(cell);
	return new Set([...found.values()].filter((cells) => cells.every(({ text }) => String(Number(text)) === text)).flat());
}

function dense(cells: ReadonlyMap<number, Cell>, rounded: ReadonlySet<Cell>): Cell[] {
	const made: Cell[] = [];
	for (const [column, cell] of cells) {
		while (made.length < column) made.push(EMPTY_CELL);
		made[column] = rounded.has(cell) ? { ...cell, numeric: true } : cell;
	}
	return made;
}
