/** Columns and rows → a Parquet file, written by DuckDB. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal, Warehouse } from '../../../etl/warehouse.ts';

/** `columns`: name → DuckDB's type. */
export async function parquetOf(columns: Readonly<Record<string, string>>, rows: readonly (readonly (string | number | boolean | null)[])[]): Promise<Uint8Array> {
	const folder = await mkdtemp(join(tmpdir(), 'golden-parquet-'));
	const warehouse = await Warehouse.open(':memory:');
	try {
		const file = join(folder, 'made.parquet');
		const names = Object.keys(columns).map((name) => `"${name.replaceAll('"', '""')}"`);
		const values = rows.map((row) => `(${row.map((value) => (typeof value === 'string' ? literal(value) : String(value))).join(', ')})`);
		const typed = Object.values(columns).map((type, at) => `CAST(${names[at] ?? ''} AS ${type}) AS ${names[at] ?? ''}`);
		await warehouse.run(`COPY (SELECT ${typed.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(${names.join(', ')})) TO ${literal(file)} (FORMAT parquet)`);
		return await readFile(file);
	} finally {
		warehouse.close();
		await rm(folder, { recursive: true, force: true });
	}
}
