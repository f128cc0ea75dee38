import { chiSquareSurvival } from './dist.ts';
import { type None, at, none, sum } from './estimate.ts';
import { type Duration, lifeTable } from './kaplan-meier.ts';
import { inverse, times } from './linear.ts';

export type LogRank =
	| {
			readonly kind: 'log_rank';
			readonly chiSquare: number;
			readonly df: number;
			readonly p: number;
			/** Resolved per group, and expected if all groups were equally fast. */
			readonly observed: readonly number[];
			readonly expected: readonly number[];
	  }
	| None;

/** Log-rank test that groups of cases are resolved equally fast. Fewer than two groups, or nothing resolved: none. */
export function logRank(groups: readonly (readonly Duration[])[]): LogRank {
	if (groups.length < 2 || groups.some((group) => group.length === 0)) return none('too_few_points');
	const observed = groups.map((group) => group.filter((c) => c.resolved).length);
	const expected = groups.map(() => 0);
	const variance = groups.map(() => groups.map(() => 0));
	for (const step of lifeTable(groups.flat())) {
		if (step.resolved === 0) continue;
		const shares = groups.map((group) => group.filter((c) => c.time >= step.time).length / step.atRisk);
		const spread =
			step.atRisk > 1 ? (step.resolved * (step.atRisk - step.resolved)) / (step.atRisk - 1) : 0;
		shares.forEach((share, i) => {
			expected[i] = at(expected, i) + step.resolved * share;
			shares.forEach((other, j) => {
				const line = variance[i];
				if (line) line[j] = at(line, j) + spread * share * ((i === j ? 1 : 0) - other);
			});
		});
	}
	// The differences sum to zero, so the last group adds nothing.
	const kept = groups.length - 1;
	const difference = observed.slice(0, kept).map((o, i) => o - at(expected, i));
	const inverted = inverse(variance.slice(0, kept).map((line) => line.slice(0, kept)));
	if (!inverted) return none('not_estimable');
	const chiSquare = sum(times(inverted, difference).map((value, i) => value * at(difference, i)));
	return { kind: 'log_rank', chiSquare, df: kept, p: chiSquareSurvival(chiSquare, kept), observed, expected };
}
