/** Repeated keys in a large table: found by their hash in SQL, judged row by row. */
import { withoutDuplicates } from '../check/duplicates.ts';
import { Told } from '../check/recognised.ts';
import type { Ledger } from '../check/rows.ts';
import { Sink } from '../check/sink.ts';
import { CONTRACTS } from '../datasets/index.ts';
import type { GridRow } from '../read/grid.ts';
import type { Warehouse } from '../warehouse.ts';
import { checkOneByOne, gridRows, type RowChecker } from './one-by-one.ts';
import type { Stage } from './stage.ts';

/** Rows judged at a time; a key's rows are never divided. */
const CHUNK = 20_000;

/**
 * Judges the rows whose key stands more than once among `keyed` (line, record, key) and writes those that are not kept to
 * `set_aside` (record) and `taken_back` (_row). Stops when the sink has more errors than it lists.
 */
export async function settleRepeats(stage: Stage, refused: readonly GridRow[], checker: RowChecker, sink: Sink, ledger: Ledger, warehouse: Warehouse): Promise<void> {
	await warehouse.run(`CREATE TEMP TABLE again AS
		SELECT k.record, k._row, dense_rank() OVER (ORDER BY k.key) AS grp FROM keyed k WHERE k.key IN (SELECT key FROM keyed GROUP BY key HAVING count(*) > 1)`);
	const [last] = await warehouse.all('SELECT coalesce(max(grp), 0) AS groups, count(*) AS n FROM again');
	const groups = Number(last?.groups ?? 0);
	if (groups === 0) return;
	const step = Math.max(1, Math.floor((CHUNK * groups) / Number(last?.n ?? 1)));
	const contract = CONTRACTS[checker.dataset];
	for (let from = 0; from < groups && !sink.overflow; from += step) {
		const some = `SELECT * FROM again WHERE grp > ${from} AND grp <= ${from + step}`;
		const members = new Set((await warehouse.all(some)).map((row) => Number(row._row)));
		const staged = await gridRows(stage, `record IN (SELECT record FROM (${some}) WHERE record IS NOT NULL)`, checker.limits, warehouse);
		const rows = [...staged, ...refused.filter((row) => members.has(row.row))].sort((a, b) => a.row - b.row);
		const quiet = new Sink(Number.MAX_SAFE_INTEGER);
		const typed = checkOneByOne(rows, checker, quiet, { fates: new Map(), codes: new Map() }, new Told());
		const kept = new Set(withoutDuplicates(typed, contract, { ...checker.recognition.grid, rows }, sink, ledger).map((row) => row.row));
		const gone = [...members].filter((row) => !kept.has(row));
		if (gone.length === 0) continue;
		await warehouse.run(`INSERT INTO taken_back SELECT unnest([${gone.join(', ')}])`);
		await warehouse.run(`INSERT INTO set_aside SELECT record FROM again WHERE record IS NOT NULL AND _row IN (${gone.join(', ')})`);
	}
}
