/** A file of another period than the cycle its sender states. */
import type { DatasetContract } from '../datasets/index.ts';
import type { CheckContext } from '../findings.ts';
import { cycles } from '../reference/index.ts';
import type { TypedRow } from './rows.ts';

/** A year before preparations begin, training and prevention may already speak of the election. */
const EARLY_YEARS = 1;

/** Values for PERIOD_MISMATCH when every date lies outside the stated cycle; null when the file fits or nothing is stated. */
export function periodProblem(rows: readonly TypedRow[], contract: DatasetContract, context: CheckContext): Record<string, string> | null {
	const stated = cycles().find((cycle) => cycle.code === context.source?.cycle);
	const dateColumn = contract.cycleDate;
	if (!stated?.start || !stated.voting_date || dateColumn === null) return null;
	const dates = rows.map((row) => row.values[dateColumn]).filter((value) => typeof value === 'string').toSorted();
	const [first] = dates;
	const last = dates.at(-1);
	if (!first || !last) return null;
	const earliest = `${Number(stated.start.slice(0, 4)) - EARLY_YEARS}${stated.start.slice(4)}`;
	const latest = stated.end ?? `${Number(stated.voting_date.slice(0, 4)) + 1}-12-31`;
	return last < earliest || first > latest ? { from: first, to: last, cycle: stated.name_id } : null;
}
