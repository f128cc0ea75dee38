/** From counts to figures: one estimator per kind of metric, in the metric's own unit. */
import type { Metric } from '../../metrics/index.ts';
import { curveQuantile, kaplanMeier, none, poissonRate, wilson, type Duration, type Estimate, type Level } from '../../statistics/index.ts';
import type { CellResult, OkResult } from './types.ts';

export const count = (value: number): OkResult => ({ status: 'ok', value, numerator: value, denominator: null, interval: null, verdict: null, benchmark: null });

/** The estimate in the metric's own unit (percent, per 1,000); none for a metric without interval. */
export function estimateOf(metric: Metric, x: number, n: number, level: Level): Estimate {
	if (metric.interval === 'poisson') return poissonRate(x, n, level, metric.per);
	if (metric.interval !== 'wilson') return none('no_interval');
	const share = wilson(x, n, level);
	if (share.kind !== 'estimate') return share;
	return { kind: 'estimate', value: share.value * metric.per, lower: share.lower * metric.per, upper: share.upper * metric.per };
}

/** A quotient with its 95 % interval. Nothing to divide by, or more than there are: not estimable. */
export function quotient(metric: Metric, x: number, n: number): CellResult {
	if (n === 0) return { status: 'not_estimable', reason: 'no_denominator', numerator: x, denominator: n };
	const at95 = estimateOf(metric, x, n, 0.95);
	if (at95.kind === 'none' && at95.reason !== 'no_interval') return { status: 'not_estimable', reason: at95.reason, numerator: x, denominator: n };
	return {
		status: 'ok',
		value: (metric.per * x) / n,
		numerator: x,
		denominator: n,
		interval: at95.kind === 'estimate' ? { lower: at95.lower, upper: at95.upper } : null,
		verdict: null,
		benchmark: null
	};
}

/** The cells of the breakdown `duration`: `r34` = resolved after 34 days, `c120` = still open, or ended otherwise, at 120 days. */
export function durationsOf(line: ReadonlyMap<string, number>): Duration[] {
	return [...line].flatMap(([category, n]) => Array.from({ length: n }, (): Duration => ({ time: Number(category.slice(1)), resolved: category.startsWith('r') })));
}

/** Median time to resolution: numerator = resolved, denominator = all cases with a known course. */
export function median(line: ReadonlyMap<string, number>): CellResult {
	const cases = durationsOf(line);
	const counts = { numerator: cases.filter((c) => c.resolved).length, denominator: cases.length };
	const curve = kaplanMeier(cases, 0.95);
	if (curve.kind === 'none') return { status: 'not_estimable', reason: curve.reason, ...counts };
	const half = curveQuantile(curve, 0.5);
	if (half.kind === 'not_reached') return { status: 'not_estimable', reason: 'median_not_reached', ...counts };
	const { time, lower, upper } = half;
	return { status: 'ok', value: time, ...counts, interval: lower !== null && upper !== null ? { lower, upper } : null, verdict: null, benchmark: null };
}
