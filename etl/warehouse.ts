/** DuckDB for the ETL: one in-memory or file database, rows in, SQL on top. */
import { blobValue, DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import type { Column, DatasetContract } from './datasets/index.ts';
import type { RowValue } from './findings.ts';

export interface SqlColumn {
	readonly name: string;
	readonly type: 'VARCHAR' | 'BIGINT' | 'INTEGER' | 'DOUBLE' | 'DATE' | 'BOOLEAN';
}

const SQL_TYPES: Record<Column['type'], SqlColumn['type']> = {
	text: 'VARCHAR',
	integer: 'BIGINT',
	decimal: 'DOUBLE',
	date: 'DATE',
	month_or_date: 'VARCHAR',
	boolean: 'BOOLEAN',
	code: 'VARCHAR',
	nip: 'VARCHAR',
	regency: 'VARCHAR'
};

/** Columns that every accepted file has besides those of its contract. */
export const ROW_COLUMNS: readonly SqlColumn[] = [
	{ name: 'cycle_source', type: 'VARCHAR' },
	{ name: '_row', type: 'INTEGER' }
];

export function sqlColumns(contract: DatasetContract): readonly SqlColumn[] {
	return [...contract.columns.map((c): SqlColumn => ({ name: c.name, type: SQL_TYPES[c.type] })), ...ROW_COLUMNS];
}

/** Type in which a contract's column is stored. Throws for a column the contract does not have. */
export function sqlType(contract: DatasetContract, name: string): SqlColumn['type'] {
	const found = contract.columns.find((column) => column.name === name);
	if (!found) throw new Error(`dataset ${contract.name} has no column ${name}`);
	return SQL_TYPES[found.type];
}

/** Names come from contracts and constants, never from files; this refuses anything else. */
export function identifier(name: string): string {
	if (!/^_?[a-z][a-z0-9_]*$/.test(name)) throw new Error(`not an identifier: ${name}`);
	return `"${name}"`;
}

export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export class Warehouse {
	readonly #instance: DuckDBInstance;
	readonly connection: DuckDBConnection;

	private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
		this.#instance = instance;
		this.connection = connection;
	}

	/** Opens (or creates) a database; `:memory:` by default. No extension is ever downloaded. `options` are DuckDB settings. */
	static async open(path = ':memory:', options: Readonly<Record<string, string>> = {}): Promise<Warehouse> {
		const instance = await DuckDBInstance.create(path, {
			...options,
			threads: '2',
			autoinstall_known_extensions: 'false',
			autoload_known_extensions: 'false',
			allow_community_extensions: 'false'
		});
		return new Warehouse(instance, await instance.connect());
	}

	/** Bytes as a value to bind. */
	blob(bytes: Uint8Array): DuckDBValue {
		return blobValue(bytes);
	}

	async run(sql: string, values: DuckDBValue[] = []): Promise<void> {
		await this.connection.run(sql, values);
	}

	/** Rows as plain objects; BIGINT arrives as number when it fits. */
	async all(sql: string, values: DuckDBValue[] = []): Promise<Record<string, RowValue>[]> {
		const reader = await this.connection.runAndReadAll(sql, values);
		return reader.getRowObjectsJS().map(toPlainRow);
	}

	/** The same, some rows at a time: for results that would not fit in memory. */
	async *stream(sql: string): AsyncGenerator<Record<string, RowValue>[]> {
		const result = await this.connection.stream(sql);
		for await (const rows of result.yieldRowObjectJs()) yield rows.map(toPlainRow);
	}

	/** Creates `table` with the given columns and fills it. Values are cast by DuckDB; a value that does not fit its type is an error. */
	async createTable(table: string, columns: readonly SqlColumn[], rows: Iterable<Readonly<Record<string, RowValue>>>): Promise<void> {
		const stage = `stage_${table}`;
		const names = columns.map((c) => identifier(c.name));
		await this.run(`CREATE OR REPLACE TEMP TABLE ${identifier(stage)} (${names.map((n) => `${n} VARCHAR`).join(', ')})`);
		const appender = await this.connection.createAppender(stage, null, 'temp');
		for (const row of rows) {
			for (const { name } of columns) {
				const value = row[name];
				if (value === null || value === undefined) appender.appendNull();
				else appender.appendVarchar(String(value));
			}
			appender.endRow();
		}
		appender.closeSync();
		const casts = columns.map((c) => `CAST(${identifier(c.name)} AS ${c.type}) AS ${identifier(c.name)}`).join(', ');
		await this.run(`CREATE OR REPLACE TABLE ${identifier(table)} AS SELECT ${casts} FROM temp.${identifier(stage)}`);
		await this.run(`DROP TABLE temp.${identifier(stage)}`);
	}

	close(): void {
		this.connection.closeSync();
		this.#instance.closeSync();
	}
}

function toPlainRow(row: Readonly<Record<string, unknown>>): Record<string, RowValue> {
	const plain: Record<string, RowValue> = {};
	for (const [name, value] of Object.entries(row)) plain[name] = toPlain(value);
	return plain;
}

function toPlain(value: unknown): RowValue {
	if (typeof value === 'bigint') return Number(value);
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	return String(value);
}
