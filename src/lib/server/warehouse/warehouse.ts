/**
 * The narrow port to DuckDB: `query(sql, values)`. Read-only files, one statement at a time per connection, first come
 * first served, a deadline for each question; what waited past its deadline is never started. Pages ask the same few
 * statements with other values: each connection keeps those it has prepared.
 */
import { DuckDBInstance, LIST, listValue, VARCHAR, type DuckDBConnection, type DuckDBPreparedStatement, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';

export type Plain = string | number | boolean | null;
export type Value = string | number | boolean | readonly string[];
export type Row = Readonly<Record<string, Plain>>;

const CONNECTIONS = 4;
const QUEUE = 200;
/** Statements that a connection keeps; the site has about ten. */
const KEPT = 32;
const DEADLINE_MS = 8_000;

export class BusyError extends Error {}

const SETTINGS = {
	access_mode: 'READ_ONLY',
	threads: '2',
	memory_limit: '1GB',
	autoinstall_known_extensions: 'false',
	autoload_known_extensions: 'false',
	allow_community_extensions: 'false',
	allow_unsigned_extensions: 'false',
	enable_external_access: 'false'
} as const;

interface Connection {
	readonly duck: DuckDBConnection;
	/** By their text, longest unused first. */
	readonly prepared: Map<string, DuckDBPreparedStatement>;
}

interface Job {
	readonly sql: string;
	readonly values: readonly Value[];
	readonly deadline: number;
	readonly resolve: (rows: Row[]) => void;
	readonly reject: (error: unknown) => void;
}

export class Warehouse {
	readonly #instance: DuckDBInstance;
	readonly #idle: Connection[];
	readonly #waiting: Job[] = [];
	#running = 0;
	#closing: (() => void) | null = null;

	private constructor(instance: DuckDBInstance, connections: Connection[]) {
		this.#instance = instance;
		this.#idle = connections;
	}

	/** Opens a published file read-only, locked against every other setting and file. */
	static async open(path: string): Promise<Warehouse> {
		const instance = await DuckDBInstance.create(path, SETTINGS);
		const connections = await Promise.all(Array.from({ length: CONNECTIONS }, async () => ({ duck: await instance.connect(), prepared: new Map<string, DuckDBPreparedStatement>() })));
		await connections[0]?.duck.run('SET lock_configuration = true');
		return new Warehouse(instance, connections);
	}

	/** Rows of a constant statement with bound values. Throws BusyError when too many wait or the deadline passes. */
	query(sql: string, values: readonly Value[] = []): Promise<Row[]> {
		if (this.#closing || this.#waiting.length >= QUEUE) return Promise.reject(new BusyError('the warehouse is busy'));
		return new Promise((resolve, reject) => {
			this.#waiting.push({ sql, values, deadline: Date.now() + DEADLINE_MS, resolve, reject });
			this.#next();
		});
	}

	/** Closes once the running questions have been answered. */
	async close(): Promise<void> {
		if (this.#running > 0) await new Promise<void>((resolve) => (this.#closing = resolve));
		for (const { duck } of this.#idle) duck.closeSync();
		this.#instance.closeSync();
	}

	#next(): void {
		const connection = this.#idle.pop();
		if (!connection) return;
		const job = this.#waiting.shift();
		if (!job) {
			this.#idle.push(connection);
			return;
		}
		this.#running += 1;
		void this.#answer(connection, job).finally(() => {
			this.#running -= 1;
			this.#idle.push(connection);
			if (this.#waiting.length > 0) this.#next();
			else if (this.#running === 0) this.#closing?.();
		});
	}

	async #answer(connection: Connection, job: Job): Promise<void> {
		const left = job.deadline - Date.now();
		if (left <= 0) return job.reject(new BusyError('waited past its deadline'));
		let timer = setTimeout(function interrupt() {
			connection.duck.interrupt();
			timer = setTimeout(interrupt, 50);
		}, left);
		try {
			const { values, types } = bind(job.values);
			const statement = await prepare(connection, job.sql);
			statement.bind(values, types);
			const reader = await statement.runAndReadAll();
			job.resolve(reader.getRowObjectsJS().map(toRow));
		} catch (error) {
			job.reject(Date.now() >= job.deadline ? new BusyError('deadline passed') : error);
		} finally {
			clearTimeout(timer);
		}
	}
}

async function prepare({ duck, prepared }: Connection, sql: string): Promise<DuckDBPreparedStatement> {
	const statement = prepared.get(sql) ?? (await duck.prepare(sql));
	prepared.delete(sql);
	prepared.set(sql, statement);
	const [oldest] = prepared.keys();
	if (prepared.size > KEPT && oldest !== undefined) {
		prepared.get(oldest)?.destroySync();
		prepared.delete(oldest);
	}
	return statement;
}

function bind(values: readonly Value[]): { values: DuckDBValue[]; types: DuckDBType[] } {
	const bound: DuckDBValue[] = [];
	const types: (DuckDBType | undefined)[] = [];
	for (const value of values) {
		const isList = typeof value === 'object';
		bound.push(isList ? listValue([...value]) : value);
		types.push(isList ? LIST(VARCHAR) : undefined);
	}
	return { values: bound, types: types as DuckDBType[] };
}

function toRow(source: Readonly<Record<string, unknown>>): Row {
	const row: Record<string, Plain> = {};
	for (const [name, value] of Object.entries(source)) {
		if (typeof value === 'bigint') row[name] = Number(value);
		else if (value instanceof Date) row[name] = value.toISOString().slice(0, 10);
		else if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') row[name] = value;
		else row[name] = String(value);
	}
	return row;
}
