/** Checked rows become accepted rows: pseudonyms instead of NIP and a cycle; then an immutable Parquet file, which is compared with what is loaded. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACTS, type DatasetContract, type DatasetName } from './datasets/index.ts';
import { regencyColumn } from './datasets/contract.ts';
import type { CheckedRow, RowValue } from './findings.ts';
import type { Home } from './home.ts';
import type { Keys } from './keys.ts';
import type { Resubmission, Submission } from './ops.ts';
import { cycleOf } from './reference/cycles.ts';
import type { SourceFile } from './source.ts';
import { identifier, literal, sqlColumns, type Warehouse } from './warehouse.ts';

export type AcceptedRow = Readonly<Record<string, RowValue>>;

/** A month or a year stands for its middle. */
export function asDate(value: string): string {
	if (value.length === 4) return `${value}-07-01`;
	if (value.length === 7) return `${value}-15`;
	return value;
}

function pseudonymise(contract: DatasetContract, row: AcceptedRow, keys: Keys): Record<string, RowValue> {
	const values: Record<string, RowValue> = { ...row };
	for (const column of contract.columns) {
		const value = values[column.name];
		if (typeof value !== 'string') continue;
		if (column.type === 'nip') values[column.name] = keys.pseudonymOfNip(value);
		else if (column.pseudonym) values[column.name] = /^\d{18}$/.test(value) ? keys.pseudonymOfNip(value) : keys.pseudonymOfText(value);
	}
	return values;
}

/**
 * Gives each row its cycle: stated by the file, else by the rule of cycles on the contract's date column;
 * a row without a date takes the cycle that all dated rows of the file share, else that of the as-of date.
 */
function withCycles(contract: DatasetContract, rows: readonly Record<string, RowValue>[], stated: string | undefined, asOf: string): void {
	const dateColumn = contract.cycleDate;
	if (dateColumn === null) {
		for (const row of rows) row.cycle_source = row.cycle ? 'stated' : null;
		return;
	}
	const undated: Record<string, RowValue>[] = [];
	const seen = new Set<string>();
	for (const row of rows) {
		if (stated) row.cycle = stated;
		row.cycle_source = row.cycle ? 'stated' : 'rule';
		if (row.cycle) continue;
		const date = row[dateColumn];
		const regency = row[regencyColumn(contract)];
		if (typeof date !== 'string' || typeof regency !== 'string') {
			undated.push(row);
			continue;
		}
		row.cycle = cycleOf(asDate(date), regency);
		if (typeof row.cycle === 'string') seen.add(row.cycle);
	}
	for (const row of undated) {
		const regency = row[regencyColumn(contract)];
		row.cycle = seen.size === 1 ? [...seen][0] ?? null : typeof regency === 'string' ? cycleOf(asOf, regency) : null;
	}
}

/** The rows as they will be stored. Pure apart from the keys: same rows, same keys, same result. */
export function prepareRows(dataset: DatasetName, rows: readonly CheckedRow[], source: Pick<SourceFile, 'cycle' | 'as_of'>, keys: Keys): AcceptedRow[] {
	const contract = CONTRACTS[dataset];
	const prepared = rows.map(({ row, values }) => ({ ...pseudonymise(contract, values, keys), _row: row }) as Record<string, RowValue>);
	if (contract.columns.some((c) => c.name === 'cycle')) withCycles(contract, prepared, source.cycle, source.as_of);
	return prepared;
}

export function acceptedPath(home: Home, submission: Pick<Submission, 'id' | 'dataset' | 'regency'>): string {
	return join(home.accepted, submission.dataset ?? 'none', submission.regency, `${submission.id}.parquet`);
}

/** Writes prepared rows as Parquet. */
export async function writeAccepted(path: string, dataset: DatasetName, rows: readonly AcceptedRow[], warehouse: Warehouse): Promise<void> {
	await warehouse.createTable('accepted_rows', sqlColumns(CONTRACTS[dataset]), rows);
	await warehouse.run(`COPY (SELECT * FROM accepted_rows ORDER BY _row) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd)`);
	await warehouse.run('DROP TABLE accepted_rows');
}

const stored = (dataset: DatasetName): string => sqlColumns(CONTRACTS[dataset]).map((c) => identifier(c.name)).join(', ');

/**
 * SQL for the rows in force of one dataset: the latest submission of a key wins, within one nature and sender.
 * Adds `nature`, `_submission`, `_seq`, `_sender` and `_kind`. Null when nothing was accepted.
 */
export function currentRowsSql(home: Home, dataset: DatasetName, submissions: readonly Submission[]): string | null {
	const files = submissions
		.filter((s) => s.dataset === dataset && s.state === 'accepted')
		.map((s) => ({ submission: s, path: acceptedPath(home, s) }))
		.filter(({ path }) => existsSync(path));
	if (files.length === 0) return null;
	const union = files
		.map(({ submission: s, path }) => `SELECT ${stored(dataset)}, ${literal(s.nature)} AS nature, ${literal(s.id)} AS _submission, ${s.seq} AS _seq, ${literal(s.regency)} AS _sender, ${literal(s.kind ?? '')} AS _kind FROM read_parquet(${literal(path)})`)
		.join('\nUNION ALL BY NAME\n');
	const key = CONTRACTS[dataset].key.map(identifier).join(', ');
	return `SELECT * FROM (${union}) QUALIFY row_number() OVER (PARTITION BY nature, _sender, ${key} ORDER BY _seq DESC, _row DESC) = 1`;
}

/** Nulls equal nulls: `a.x IS NOT DISTINCT FROM b.x AND …`. */
const alike = (columns: readonly string[]): string => columns.map((name) => `a.${identifier(name)} IS NOT DISTINCT FROM b.${identifier(name)}`).join(' AND ');

/** Compares the accepted file at `path` with the rows in force: a key is missing only inside the extent (regency, cycle, course …) the file speaks about, and only if the same kind of report brought it. */
export async function compareWithLoaded(
	home: Home,
	dataset: DatasetName,
	sender: { regency: string; nature: string; kind: string | null },
	path: string,
	submissions: readonly Submission[],
	warehouse: Warehouse
): Promise<Resubmission> {
	const contract = CONTRACTS[dataset];
	const accepted = `read_parquet(${literal(path)})`;
	const current = currentRowsSql(home, dataset, submissions.filter((s) => s.regency === sender.regency && s.nature === sender.nature));
	const number = (rows: readonly AcceptedRow[], name: string): number => Number(rows[0]?.[name] ?? 0);
	if (current === null) return { new: number(await warehouse.all(`SELECT count(*) AS n FROM ${accepted}`), 'n'), changed: 0, same: 0, missing: 0 };
	const counted = await warehouse.all(`WITH b AS (${current}), compared AS (
			SELECT b._seq IS NOT NULL AS known, ${alike(contract.columns.map((c) => c.name))} AS same FROM ${accepted} a LEFT JOIN b ON ${alike(contract.key)})
		SELECT count(*) FILTER (NOT known) AS "new", count(*) FILTER (known AND NOT same) AS changed, count(*) FILTER (known AND same) AS same FROM compared`);
	const gone = await warehouse.all(
		`WITH b AS (${current}), extent AS (SELECT DISTINCT ${contract.extent.map(identifier).join(', ')} FROM ${accepted})
		SELECT count(*) AS missing FROM b WHERE b._kind = $1 AND EXISTS (FROM extent a WHERE ${alike(contract.extent)}) AND NOT EXISTS (FROM ${accepted} a WHERE ${alike(contract.key)})`,
		[sender.kind ?? '']
	);
	return { new: number(counted, 'new'), changed: number(counted, 'changed'), same: number(counted, 'same'), missing: number(gone, 'missing') };
}
