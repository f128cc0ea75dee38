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
	readonly count: number;

	constructor(contract: DatasetContract, canonical: Canonical, room: Workroom, count: number) {
		this.contract = contract;
		this.#canonical = canonical;
		this.room = room;
		this.count = count;
	}

	/** SQL of the accepted rows: canonical columns typed as they are stored, and `_row`. */
	get sql(): string {
		const { columns, from, line } = this.#canonical;
		const typed = (value: string, name: string): string => {
			const type = sqlType(this.contract, name);
			return `${type === 'VARCHAR' ? value : `CAST(${value} AS ${type})`} AS ${identifier(name)}`;
		};
		const clean = `SELECT ${columns.map((c) => typed(c.value, c.name)).join(', ')}, CAST(${line} AS INTEGER) AS _row ${from} AND s.record NOT IN (SELECT record FROM set_aside)`;
		const looked = `SELECT ${columns.map((c) => typed(identifier(c.name), c.name)).join(', ')}, _row FROM looked WHERE _row NOT IN (SELECT _row FROM taken_back)`;
		return `${clean} UNION ALL ${looked}`;
	}

	/** All rows in the order of the file, some at a time. */
	async *rows(): AsyncGenerator<CheckedRow[]> {
		const names = this.contract.columns.map((column) => column.name);
		for await (const found of this.room.warehouse.stream(`SELECT * FROM (${this.sql}) ORDER BY _row`)) {
			yield found.map((row): CheckedRow => ({ row: Number(row._row), values: Object.fromEntries(names.map((name): [string, RowValue] => [name, row[name] ?? null])) }));
		}
	}
}
