/** The one place where a figure gets its verdict. */
import { comparableBefore, cycleWindow } from '#etl/reference/cycles.ts';
import { targetOf } from '#etl/reference/targets.ts';
import type { Metric } from '../../metrics/index.ts';
import { exactRatio, judge, logRank, newcombe, verdict, type Counted, type Duration, type Estimate, type Level, type Position, type Ratio } from '../../statistics/index.ts';
import { estimateOf } from './estimate.ts';
import type { Benchmark, Compared, Nature, OkResult } from './types.ts';

export const NATION = 'ID';

/** Where a benchmark's counts stand; null where the area is its own benchmark or has none. A target has no place. */
export function benchmarkPlace(kind: Benchmark, region: string, cycle: string): { readonly region: string; readonly cycle: string } | null {
	switch (kind) {
		case 'nation':
			return region === NATION ? null : { region: NATION, cycle };
		case 'province':
			return region.includes('.') ? { region: region.slice(0, 2), cycle } : null;
		case 'previous': {
			const before = comparableBefore(cycle, region);
			return before ? { region, cycle: before } : null;
		}
		case 'target':
			return null;
	}
}

/** What the benchmark's place says: its counts and, for a curve, its cases. */
export interface BenchmarkFacts {
	readonly value: number;
	readonly numerator: number;
	readonly denominator: number | null;
	readonly durations: readonly Duration[] | null;
}

export interface Asked {
	readonly metric: Metric;
	readonly region: string;
	readonly cycle: string;
	readonly nature: Nature;
	/** Last day that the area's data of a cycle speak about, ISO; null where unknown. */
	readonly knownUntil: (cycle: string) => string | null;
	readonly durations: readonly Duration[] | null;
}

const notCompared = (result: OkResult): OkResult => ({ ...result, verdict: 'not_compared' });

/**
 * The result with its verdict. Against the nation, a province or a target: the benchmark's VALUE and the area's intervals
 * (Fingertips; methods 2.3). Against the own previous cycle, which is as uncertain as this one: the exact ratio of two rates
 * per ASN-year (2.7), or the difference of two shares (2.8). A curve: log-rank against the cases of the benchmark without
 * its own (2.12). A metric without interval is never judged.
 */
export function withVerdict(result: OkResult, kind: Benchmark, asked: Asked, facts: BenchmarkFacts | null): OkResult {
	const { metric, region, cycle, nature } = asked;
	if (metric.interval === null || result.denominator === null) return result;
	if (kind === 'target') return againstValue(result, metric, { kind, region, cycle, value: targetOf(metric.id, nature, cycle), contrast: null });
	const place = benchmarkPlace(kind, region, cycle);
	if (!place || !facts) return notCompared(result);
	const compared = { kind, ...place, value: facts.value };
	if (metric.interval === 'log_log') return byLogRank(result, metric, compared, asked, facts);
	return kind === 'previous' ? againstEarlier(result, asked, compared, facts) : againstValue(result, metric, { ...compared, contrast: null });
}

function againstValue(result: OkResult, metric: Metric, benchmark: Omit<Compared, 'value'> & { readonly value: number | null }): OkResult {
	if (result.denominator === null || benchmark.value === null || metric.interval === 'log_log') return notCompared(result);
	const at = (level: Level): Estimate => estimateOf(metric, result.numerator, result.denominator ?? 0, level);
	return { ...result, verdict: verdict(at(0.95), at(0.998), benchmark.value, metric.polarity), benchmark: { ...benchmark, value: benchmark.value } };
}

/** On which side of `equal` an interval lies, at both levels. */
function positionOf(at95: Estimate | Ratio, at998: Estimate | Ratio, equal: number): Position {
	const side = (e: Estimate | Ratio): 'above' | 'below' | 'similar' | 'unknown' =>
		e.kind === 'none' ? 'unknown' : e.lower > equal ? 'above' : e.kind === 'estimate' && e.upper < equal ? 'below' : 'similar';
	const where = side(at95);
	if (where === 'unknown' || where === 'similar') return { side: where };
	return { side: where, beyond: side(at998) === where ? 0.998 : 0.95 };
}

function againstEarlier(result: OkResult, asked: Asked, before: Omit<Compared, 'contrast'>, facts: BenchmarkFacts): OkResult {
	const { metric } = asked;
	if (result.denominator === null || facts.denominator === null) return notCompared(result);
	if (metric.interval === 'wilson') {
		const [now, then] = [{ x: result.numerator, n: result.denominator }, { x: facts.numerator, n: facts.denominator }];
		const at = (level: Level): Estimate => newcombe(now, then, level);
		const difference = at(0.95);
		if (difference.kind === 'none') return notCompared(result);
		const contrast = { kind: 'difference' as const, value: difference.value * metric.per, lower: difference.lower * metric.per, upper: difference.upper * metric.per };
		return { ...result, verdict: judge(positionOf(difference, at(0.998), 0), metric.polarity), benchmark: { ...before, contrast } };
	}
	const years = (cycle: string): number => cycleWindow(cycle, asked.region, asked.knownUntil(cycle)).years;
	const now: Counted = { count: result.numerator, exposure: result.denominator * years(asked.cycle) };
	const then: Counted = { count: facts.numerator, exposure: facts.denominator * years(before.cycle) };
	if (now.count + then.count === 0 || now.exposure <= 0 || then.exposure <= 0) return { ...notCompared(result), benchmark: { ...before, contrast: null } };
	const at = (level: Level): Ratio => exactRatio(now, then, level);
	const ratio = at(0.95);
	if (ratio.kind === 'none') return notCompared(result);
	const contrast = ratio.kind === 'infinite' ? { kind: 'ratio' as const, value: null, lower: ratio.lower, upper: null } : { kind: 'ratio' as const, value: ratio.value, lower: ratio.lower, upper: ratio.upper };
	return { ...result, verdict: judge(positionOf(ratio, at(0.998), 1), metric.polarity), benchmark: { ...before, contrast } };
}

function byLogRank(result: OkResult, metric: Metric, benchmark: Omit<Compared, 'contrast'>, asked: Asked, facts: BenchmarkFacts): OkResult {
	const { durations } = asked;
	if (!durations || !facts.durations) return notCompared(result);
	const others = benchmark.kind === 'previous' ? facts.durations : without(facts.durations, durations);
	const test = logRank([durations, others]);
	if (test.kind === 'none') return notCompared(result);
	const [observed = 0] = test.observed;
	const [expected = 0] = test.expected;
	const beyond = test.p < 0.002 ? 0.998 : test.p < 0.05 ? 0.95 : null;
	// More resolved than expected = shorter times.
	const where: Position = beyond === null ? { side: 'similar' } : { side: observed > expected ? 'below' : 'above', beyond };
	return { ...result, verdict: judge(where, metric.polarity), benchmark: { ...benchmark, contrast: null } };
}

/** The cases of the whole without those of the part. */
function without(whole: readonly Duration[], part: readonly Duration[]): Duration[] {
	const key = (d: Duration): string => `${d.resolved}${d.time}`;
	const left = new Map<string, number>();
	for (const d of part) left.set(key(d), (left.get(key(d)) ?? 0) + 1);
	return whole.filter((d) => {
		const n = left.get(key(d)) ?? 0;
		if (n > 0) left.set(key(d), n - 1);
		return n === 0;
	});
}
