/** The end of a large check: what is only counted, the period, and the result. */
import { periodProblem } from '../check/period.ts';
import type { Ledger } from '../check/rows.ts';
import type { Sink } from '../check/sink.ts';
import type { DatasetContract, DatasetName } from '../datasets/index.ts';
import type { CheckContext, CheckResult, Recognised } from '../findings.ts';
import { identifier } from '../warehouse.ts';
import type { Canonical } from './canonical.ts';
import type { LargeCheck } from './index.ts';
import type { StagedRows } from './staged.ts';
import type { Workroom } from './workroom.ts';

/** After more errors than are listed: the rest is counted by column and code. */
export async function countRest(canonical: Canonical, last: number, sink: Sink, room: Workroom): Promise<void> {
	for (const { broken, cell } of canonical.columns) {
		const counted = await room.warehouse.all(`SELECT code, count(*) AS n FROM (SELECT ${broken} AS code ${canonical.from(broken)} AND s.record > ${last}) WHERE code IS NOT NULL GROUP BY code`);
		for (const row of counted) sink.count(String(row.code), cell, Number(row.n));
	}
}

/** PERIOD_MISMATCH when every date of the accepted rows lies outside the stated cycle. */
export async function periodFinding(rows: StagedRows, contract: DatasetContract, context: CheckContext, sink: Sink, room: Workroom): Promise<void> {
	if (contract.cycleDate === null || !context.source?.cycle) return;
	const [found] = await room.warehouse.all(`SELECT CAST(min(${identifier(contract.cycleDate)}) AS VARCHAR) AS first, CAST(max(${identifier(contract.cycleDate)}) AS VARCHAR) AS last FROM (${rows.sql([contract.cycleDate])})`);
	const period = periodProblem([found?.first ?? null, found?.last ?? null], context);
	if (period) sink.add('PERIOD_MISMATCH', {}, period);
}

interface End {
	readonly dataset: DatasetName;
	readonly recognised: Recognised;
	readonly read: number;
	readonly sink: Sink;
	readonly ledger: Ledger;
	readonly rows: StagedRows;
}

/** Counts and outcome: read = accepted + quarantined + dropped. */
export function endOfCheck({ dataset, recognised, read, sink, ledger, rows }: End): LargeCheck {
	if (sink.overflow) sink.addOverflow();
	const refused = sink.outcome === 'reject_file';
	const fates = [...ledger.fates];
	const quarantined = [...ledger.codes].map(([row, codes]) => ({ row, codes: [...codes] })).sort((a, b) => a.row - b.row);
	const dropped = fates.filter(([row, fate]) => fate === 'dropped' && !ledger.codes.has(row)).length;
	const accepted = refused ? 0 : read - quarantined.length - dropped;
	const result: CheckResult = {
		outcome: sink.outcome,
		dataset,
		recognised,
		rows: refused ? { read, accepted: 0, quarantined: read, dropped: 0 } : { read, accepted, quarantined: quarantined.length, dropped },
		findings: sink.findings(),
		accepted: [],
		quarantined: refused ? [] : quarantined
	};
	return { result, rows: refused ? null : rows };
}
