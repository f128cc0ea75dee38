/** The brief as Arrow (IPC stream) and Parquet. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Float64, tableToIPC, Utf8, vectorFromArray, Table, type Vector } from 'apache-arrow';
import { locateHome } from '#etl/home.ts';
import { BRIEF_COLUMNS, NUMERIC_COLUMNS, type BriefRow } from './brief.ts';

/** Arrow IPC stream: text columns Utf8, numbers Float64, null where a cell has no value. */
export function briefArrow(rows: readonly BriefRow[]): Uint8Array {
	const columns: Record<string, Vector> = {};
	for (const name of BRIEF_COLUMNS) {
		columns[name] = NUMERIC_COLUMNS.has(name)
			? vectorFromArray(rows.map((r) => (r[name] === null ? null : Number(r[name]))), new Float64())
			: vectorFromArray(rows.map((r) => (r[name] === null ? null : String(r[name]))), new Utf8());
	}
	return tableToIPC(new Table(columns), 'stream');
}

/** Parquet, written by DuckDB through a file in the data home that lives only for this call. */
export async function briefParquet(rows: readonly BriefRow[]): Promise<Buffer> {
	const folder = join(locateHome().dir, 'tmp');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, `${randomUUID()}.parquet`);
	const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false', autoload_known_extensions: 'false' });
	const connection = await instance.connect();
	try {
		const columns = BRIEF_COLUMNS.map((name) => `"${name}" ${NUMERIC_COLUMNS.has(name) ? 'DOUBLE' : 'VARCHAR'}`);
		await connection.run(`CREATE TABLE brief (${columns.join(', ')})`);
		const appender = await connection.createAppender('brief');
		for (const row of rows) {
			for (const name of BRIEF_COLUMNS) {
				const value = row[name];
				if (value === null) appender.appendNull();
				else if (typeof value === 'number') appender.appendDouble(value);
				else appender.appendVarchar(value);
			}
			appender.endRow();
		}
		appender.closeSync();
		await connection.run(`COPY brief TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`);
		return readFileSync(path);
	} finally {
		connection.closeSync();
		instance.closeSync();
		rmSync(path, { force: true });
	}
}
