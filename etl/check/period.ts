/** A file of another period than the cycle its sender states. */
import type { DatasetContract } from '../datasets/index.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import type { Phrase } from '../phrase.ts';
import { cycles } from '../reference/index.ts';
import type { TypedRow } from './rows.ts';

/** A year before preparations begin, training and prevention may already speak of the election. */
const EARLY_YEARS = 1;

/** Dates of the rows by which their cycle is told; empty where the contract has no such column. */
export const cycleDates = (rows: readonly TypedRow[], { cycleDate }: DatasetContract): (RowValue | undefined)[] => (cycleDate === null ? [] : rows.map((row) => row.values[cycleDate]));

/** Values for PERIOD_MISMATCH when every date lies outside the stated cycle; null when the file fits or nothing is stated. */
export function periodProblem(dated: readonly (RowValue | undefined)[], context: CheckContext): Record<string, Phrase> | null {
	const stated = cycles().find((cycle) => cycle.code === context.source?.cycle);
	if (!stated?.start || !stated.voting_date) return null;
	const dates = dated.filter((value) => typeof value === 'string').toSorted();
	const [first] = dates;
	const last = dates.at(-1);
	if (!first || !last) return null;
	const earliest = `${Number(stated.start.slice(0, 4)) - EARLY_YEARS}${stated.start.slice(4)}`;
	const latest = stated.end ?? `${Number(stated.voting_date.slice(0, 4)) + 1}-12-31`;
	return last < earliest || first > latest ? { from: first, to: last, cycle: { id: stated.name_id, en: stated.name_en } } : null;
}
