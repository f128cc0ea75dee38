/** Accepting a large check: the pseudonyms and cycles of `prepareRows` in SQL, into the same Parquet file. */
import { asDate } from '../accept.ts';
import type { Column, DatasetContract } from '../datasets/index.ts';
import { regencyColumn } from '../datasets/contract.ts';
import type { Keys } from '../keys.ts';
import { cycleOf } from '../reference/cycles.ts';
import type { SourceFile } from '../source.ts';
import { identifier, literal, sqlColumns, sqlType } from '../warehouse.ts';
import type { StagedRows } from './staged.ts';
import type { Warehouse } from '../warehouse.ts';

/** HMAC-SHA256 of a NIP as `Keys.pseudonymOfNip` gives it; the key stands in variables, never in the text of a query. */
const pseudonymSql = (nip: string): string =>
	`CASE WHEN ${nip} IS NOT NULL THEN getvariable('nip_prefix') || substr(sha256(getvariable('nip_outer') || unhex(sha256(getvariable('nip_inner') || encode(${nip})))), 1, 32) END`;

/** Writes the accepted rows to `path` (made aside by the caller). */
export async function writeStaged(path: string, rows: StagedRows, source: Pick<SourceFile, 'cycle' | 'as_of'>, keys: Keys): Promise<void> {
	const { warehouse } = rows.room;
	const { contract } = rows;
	const { inner, outer, prefix } = keys.nipBlocks;
	await warehouse.run('SET VARIABLE nip_inner = $1::BLOB', [warehouse.blob(inner)]);
	await warehouse.run('SET VARIABLE nip_outer = $1::BLOB', [warehouse.blob(outer)]);
	await warehouse.run('SET VARIABLE nip_prefix = $1', [prefix]);
	const cycle = await cycleSql(rows, contract, source, warehouse);
	const value = (column: Column): string => {
		const own = `r.${identifier(column.name)}`;
		if (column.type === 'nip') return `${pseudonymSql(own)} AS ${identifier(column.name)}`;
		return column.name === 'cycle' ? `${cycle.value} AS "cycle"` : own;
	};
	const columns = sqlColumns(contract).map((c) => {
		const column = contract.columns.find((own) => own.name === c.name);
		if (column) return value(column);
		return c.name === 'cycle_source' ? `${cycle.source} AS cycle_source` : `r.${identifier(c.name)}`;
	});
	await warehouse.run(`COPY (SELECT ${columns.join(', ')} FROM (${rows.sql()}) r ${cycle.join}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
}

interface CycleSql {
	readonly value: string;
	readonly source: string;
	readonly join: string;
}

/** The rule of `withCycles`, asked once for every different pair of date and regency. */
async function cycleSql(rows: StagedRows, contract: DatasetContract, source: Pick<SourceFile, 'cycle' | 'as_of'>, warehouse: Warehouse): Promise<CycleSql> {
	if (!contract.columns.some((column) => column.name === 'cycle')) return { value: 'NULL', source: 'CAST(NULL AS VARCHAR)', join: '' };
	if (contract.cycleDate === null) return { value: 'r."cycle"', source: `CASE WHEN r."cycle" IS NOT NULL THEN 'stated' END`, join: '' };
	if (source.cycle) return { value: literal(source.cycle), source: `'stated'`, join: '' };
	const [date, regency] = [`r.${identifier(contract.cycleDate)}`, `r.${identifier(regencyColumn(contract))}`];
	const pairs = await warehouse.all(`SELECT ${date} AS date, ${regency} AS regency, count(*) FILTER (r."cycle" IS NULL) AS open FROM (${rows.sql([contract.cycleDate, regencyColumn(contract), 'cycle'])}) r GROUP BY ALL`);
	const ruled = pairs.map((pair) => ({ date: pair.date === null ? null : String(pair.date), regency: pair.regency === null ? null : String(pair.regency), open: Number(pair.open) }));
	const cycles = ruled.map((pair) => (pair.date !== null && pair.regency !== null ? cycleOf(asDate(pair.date), pair.regency) : null));
	const seen = new Set(ruled.flatMap((pair, at) => (pair.open > 0 && cycles[at] ? [cycles[at]] : [])));
	const [only] = seen;
	const undated = (area: string | null): string | null => (seen.size === 1 ? (only ?? null) : area === null ? null : cycleOf(source.as_of, area));
	const rules = ruled.map((pair, at) => ({ date: pair.date, regency: pair.regency, cycle: pair.date === null || pair.regency === null ? undated(pair.regency) : (cycles[at] ?? null) }));
	await warehouse.createTable('rule', [{ name: 'date', type: sqlType(contract, contract.cycleDate) }, { name: 'regency', type: 'VARCHAR' }, { name: 'cycle', type: 'VARCHAR' }], rules);
	return {
		value: `coalesce(r."cycle", q."cycle")`,
		source: `CASE WHEN r."cycle" IS NOT NULL THEN 'stated' ELSE 'rule' END`,
		join: `LEFT JOIN rule q ON q.date IS NOT DISTINCT FROM ${date} AND q.regency IS NOT DISTINCT FROM ${regency}`
	};
}
