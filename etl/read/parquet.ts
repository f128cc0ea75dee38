/** Parquet → grid, read by DuckDB from a private copy that is removed at once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Limits } from '../findings.ts';
import { literal, Warehouse } from '../warehouse.ts';
import { EMPTY_CELL, ReadProblem, type Cell, type Grid, type GridRow } from './grid.ts';
import { cellTooLong, COLUMNS, ROWS, tooMany, unpacksTooFar, wrongType } from './refuse.ts';
import { RATIO_FROM_BYTES } from './zip.ts';

const MAX_ROWS = 1_000_000;
/** What a cell takes beside its text, counted against the unpacked size. */
const CELL_BYTES = 8;
/** Texts that are shared between cells. */
const SHARED = 100_000;
const MEMORY = '1GB';

interface ParquetColumn {
	readonly name: string;
	/** As DuckDB names it. */
	readonly type: string;
}

/**
 * One grid; the names of the columns are row 1, record n is row n + 1, as a spreadsheet would show them.
 * Whole numbers keep all their digits; FLOAT and DOUBLE do not. Times with a zone are shown as UTC.
 * Throws FILE_TRUNCATED, FILE_ENCRYPTED, FILE_TOO_LARGE, FILE_ZIP_BOMB, FILE_WRONG_TYPE, FILE_NUL_BYTES or CELL_TOO_LONG.
 */
export async function readParquet(bytes: Uint8Array, limits: Limits): Promise<Grid> {
	const folder = await mkdtemp(join(tmpdir(), 'pantau-parquet-'));
	const file = join(folder, 'file.parquet');
	try {
		await writeFile(file, bytes, { mode: 0o600 });
		const warehouse = await Warehouse.open(':memory:', { memory_limit: MEMORY, temp_directory: join(folder, 'spill') });
		try {
			return await readRows(warehouse, literal(file), bytes.length, limits);
		} catch (error) {
			throw error instanceof ReadProblem ? error : problemOf(error, limits);
		} finally {
			warehouse.close();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What DuckDB could not read is damaged, unless it says otherwise. */
function problemOf(error: unknown, limits: Limits): ReadProblem {
	const message = error instanceof Error ? error.message : '';
	if (/out of memory/i.test(message)) return unpacksTooFar(limits.unpackedBytes, limits);
	return new ReadProblem(/encrypt/i.test(message) ? 'FILE_ENCRYPTED' : 'FILE_TRUNCATED');
}

async function readRows(warehouse: Warehouse, file: string, fileBytes: number, limits: Limits): Promise<Grid> {
	await judge(warehouse, file, fileBytes, limits);
	const described = await warehouse.all(`DESCRIBE SELECT * FROM read_parquet(${file})`);
	const columns = described.map((row): ParquetColumn => ({ name: String(row['column_name']), type: String(row['column_type']) }));
	if (columns.length > limits.columns) throw tooMany(COLUMNS, limits.columns);
	for (const column of columns) refuseBinary(column);
	await warehouse.run("SET TimeZone = 'UTC'");
	const texts = columns.map(({ name }) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR)`);
	const result = await warehouse.connection.stream(`SELECT ${texts.join(', ')} FROM read_parquet(${file})`);
	const collector = new Collector(columns, limits);
	for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
		for (const values of chunk.getRows()) collector.add(values.map((value) => (typeof value === 'string' ? value : null)));
	}
	return { kind: 'parquet', encoding: 'Parquet', delimiter: null, sheet: null, rows: collector.rows, merges: [], hiddenRows: [], hiddenColumns: [], hiddenSheet: false, declaredBeyond: null, openEnd: false };
}

/** Rows and unpacked size as the footer states them, before anything is unpacked. */
async function judge(warehouse: Warehouse, file: string, fileBytes: number, limits: Limits): Promise<void> {
	const [stated] = await warehouse.all(`SELECT sum(num_rows)::DOUBLE AS "count" FROM parquet_file_metadata(${file})`);
	if (Number(stated?.['count'] ?? 0) > MAX_ROWS) throw tooMany(ROWS, MAX_ROWS);
	const [sizes] = await warehouse.all(`SELECT sum(total_uncompressed_size)::DOUBLE AS "size" FROM parquet_metadata(${file})`);
	const unpacked = Number(sizes?.['size'] ?? 0);
	if (unpacked > limits.unpackedBytes || (unpacked > RATIO_FROM_BYTES && unpacked / fileBytes > limits.ratio)) throw unpacksTooFar(unpacked, limits);
}

function refuseBinary({ name, type }: ParquetColumn): void {
	if (!/\b(BLOB|BIT|GEOMETRY)\b/.test(type)) return;
	throw wrongType({ id: `Parquet dengan kolom biner "${name}"`, en: `Parquet with a binary column "${name}"` }, { id: 'simpan kolom itu sebagai teks (STRING), atau ekspor sebagai CSV UTF-8', en: 'store the column as text (STRING), or export it as CSV UTF-8' });
}

/** Makes grid rows, and counts what they take: a small dictionary can stand for very much text. */
class Collector {
	readonly rows: GridRow[];
	readonly #columns: readonly ParquetColumn[];
	readonly #limits: Limits;
	readonly #shared = new Map<string, Cell>();
	#row = 1;
	#bytes = 0;

	constructor(columns: readonly ParquetColumn[], limits: Limits) {
		this.#columns = columns;
		this.#limits = limits;
		this.rows = [{ row: 1, cells: columns.map(({ name }) => ({ text: name, numeric: false, problem: null })) }];
	}

	add(values: readonly (string | null)[]): void {
		this.#row++;
		if (this.#row > MAX_ROWS + 1) throw tooMany(ROWS, MAX_ROWS);
		const cells = values.map((value, column) => this.#cell(value, column));
		if (cells.some((cell) => cell.text.trim() !== '')) this.rows.push({ row: this.#row, cells });
		if (this.#bytes > this.#limits.unpackedBytes) throw unpacksTooFar(this.#bytes, this.#limits);
	}

	#cell(value: string | null, column: number): Cell {
		if (value === null || value === '') return EMPTY_CELL;
		const type = this.#columns[column]?.type ?? '';
		const made = typed(value, type);
		this.#bytes += made.text.length + CELL_BYTES;
		if (made.text.length > this.#limits.cellLength) throw cellTooLong(made.text, this.#limits.cellLength, { row: this.#row, column });
		if (made.text.includes('\0')) throw new ReadProblem('FILE_NUL_BYTES', { row: String(this.#row) }, { row: this.#row, column });
		return this.#share(made);
	}

	/** Equal cells are one object, as far as the room for them goes. */
	#share(cell: Cell): Cell {
		const key = `${cell.numeric ? 1 : 0}${cell.text}`;
		const known = this.#shared.get(key);
		if (!known && this.#shared.size < SHARED) this.#shared.set(key, cell);
		return known ?? cell;
	}
}

const plain = (text: string): Cell => (text === '' ? EMPTY_CELL : { text, numeric: false, problem: null });

function typed(text: string, type: string): Cell {
	if (type === 'BOOLEAN') return plain(text.toUpperCase());
	if (type.startsWith('TIMESTAMP')) return plain(text.replace(/\+00(:00)?$/, '').replace(/\.\d+$/, '').replace(/ 00:00:00$/, ''));
	if (type === 'FLOAT' || type === 'DOUBLE') return text === 'nan' ? EMPTY_CELL : { text: text.replace(/\.0$/, ''), numeric: true, problem: null };
	if (!/^DECIMAL\(/.test(type)) return plain(text);
	const exact = text.replace(/\.0+$/, '');
	return exact.includes('.') ? { text: exact, numeric: true, problem: null } : plain(exact);
}
