/** What a large check accepts: rows that stay in the workroom's DuckDB until they are written out. */
import type { DatasetContract } from '../datasets/index.ts';
import type { CheckedRow, RowValue } from '../findings.ts';
import { identifier, sqlType } from '../warehouse.ts';
import type { Canonical } from './canonical.ts';
import type { Workroom } from './workroom.ts';

export class StagedRows {
	readonly contract: DatasetContract;
	readonly #canonical: Canonical;
	readonly room: Workroom;
	readonly #looked: boolean;

	/** `looked`: some rows were looked at one by one or taken back. */
	constructor(contract: DatasetContract, canonical: Canonical, room: Workroom, looked: boolean) {
		this.contract = contract;
		this.#canonical = canonical;
		this.room = room;
		this.#looked = looked;
	}

	/** SQL of the accepted rows: columns of the contract (all, or the named ones) typed as they are stored, and `_row`. */
	sql(names: readonly string[] = this.contract.columns.map((column) => column.name)): string {
		const columns = this.#canonical.columns.filter((column) => names.includes(column.name));
		const select = `${columns.map((c) => `${c.typed} AS ${identifier(c.name)}`).join(', ')}, CAST(${this.#canonical.line} AS INTEGER) AS _row`;
		const clean = `SELECT ${select} ${this.#canonical.from(select)}`;
		if (!this.#looked) return clean;
		const looked = `SELECT ${columns.map((c) => `CAST(${identifier(c.name)} AS ${sqlType(this.contract, c.name)}) AS ${identifier(c.name)}`).join(', ')}, _row FROM looked WHERE _row NOT IN (SELECT _row FROM taken_back)`;
		return `${clean} AND s.record NOT IN (SELECT record FROM set_aside) UNION ALL ${looked}`;
	}

	/** All rows in the order of the file, some at a time. */
	async *rows(): AsyncGenerator<CheckedRow[]> {
		const names = this.contract.columns.map((column) => column.name);
		for await (const found of this.room.warehouse.stream(`SELECT * FROM (${this.sql()}) ORDER BY _row`)) {
			yield found.map((row): CheckedRow => ({ row: Number(row._row), values: Object.fromEntries(names.map((name): [string, RowValue] => [name, row[name] ?? null])) }));
		}
	}
}
