/** Verdicts against a second way: the tests that the intervals invert, summed up term by term. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableBefore, cycleWindow } from '../../etl/reference/cycles.ts';
import { COMPARED, metricsOf, SIZE_CLASSES, sizeClassOf } from '../../src/lib/metrics/comparison.ts';
import { metricById, METRICS, withCompanions, type Metric } from '../../src/lib/metrics/index.ts';
import { benchmarkPlace, withVerdict, type Asked, type BenchmarkFacts } from '../../src/lib/server/ask/compare.ts';
import { quotient } from '../../src/lib/server/ask/estimate.ts';
import type { Benchmark, OkResult } from '../../src/lib/server/ask/types.ts';
import { measureName } from '../../src/lib/server/pages/definition.ts';
import { limitLines } from '../../src/lib/server/pages/compare-funnel.ts';
import type { Verdict } from '../../src/lib/statistics/index.ts';

const metric = (id: string): Metric => {
	const found = metricById(id);
	if (!found) throw new Error(id);
	return found;
};
const LOW = metric('proven_per_1000');
const NONE = metric('reported_per_1000');
const HIGH = metric('training_completion');

const asked = (m: Metric, over: Partial<Asked> = {}): Asked => ({ metric: m, region: '51.03', cycle: 'PILKADA-2024', nature: 'contoh', knownUntil: () => null, durations: null, ...over });
const facts = (value: number, numerator = 0, denominator: number | null = 1): BenchmarkFacts => ({ value, numerator, denominator, durations: null });
function judgedOf(m: Metric, x: number, n: number, kind: Benchmark, given: BenchmarkFacts | null, over: Partial<Asked> = {}): OkResult {
	const result = quotient(m, x, n);
	if (result.status !== 'ok') throw new Error('no figure');
	return withVerdict(result, kind, asked(m, over), given);
}

/** log k! by addition. */
const factorials: number[] = [0];
for (let k = 1; k <= 6000; k += 1) factorials.push((factorials[k - 1] ?? 0) + Math.log(k));
const lf = (k: number): number => factorials[k] ?? 0;
const poissonAtLeast = (x: number, mean: number): number => 1 - Array.from({ length: x }, (_, k) => Math.exp(k * Math.log(mean) - mean - lf(k))).reduce((a, b) => a + b, 0);
const poissonAtMost = (x: number, mean: number): number => Array.from({ length: x + 1 }, (_, k) => Math.exp(k * Math.log(mean) - mean - lf(k))).reduce((a, b) => a + b, 0);
const binomial = (k: number, n: number, p: number): number => Math.exp(lf(n) - lf(k) - lf(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
const tail = (from: number, to: number, n: number, p: number): number => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => binomial(from + i, n, p)).reduce((a, b) => a + b, 0);

type Side = 'above' | 'below' | 'similar';
/** Verdict from the side at both levels and the polarity, by the table of methods 2.3. */
function word(side95: Side, side998: Side, polarity: Metric['polarity']): Verdict {
	if (side95 === 'similar') return 'similar';
	if (polarity === 'none') return side95 === 'above' ? 'higher' : 'lower';
	const good = (side95 === 'above') === (polarity === 'high_is_good');
	const strong = side998 === side95;
	return good ? (strong ? 'much_better' : 'better') : strong ? 'much_worse' : 'worse';
}
/** Too close to call: the two ways may round to different sides. */
const close = (p: number): boolean => [0.025, 0.001].some((t) => Math.abs(p - t) < 1e-7);
const Z = { weak: 1.959963984540054, strong: 3.090232306167813 };

describe('a verdict', () => {
	it('against a value: a rate of fewer than ten differs where the Poisson tail is beyond 2.5 % and 0.1 %', () => {
		fc.assert(
			fc.property(fc.constantFrom(LOW, NONE), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 500, max: 40_000 }), fc.double({ min: 0.02, max: 4, noNaN: true }), (m, x, n, benchmark) => {
				const mean = (benchmark * n) / 1000;
				const [up, down] = [x === 0 ? 1 : poissonAtLeast(x, mean), poissonAtMost(x, mean)];
				fc.pre(!close(up) && !close(down));
				const side = (t: number): Side => (up < t ? 'above' : down < t ? 'below' : 'similar');
				expect(judgedOf(m, x, n, 'nation', facts(benchmark)).verdict).toBe(word(side(0.025), side(0.001), m.polarity));
			}),
			{ numRuns: 400 }
		);
	});
	it('against a value: a share differs where the score test does', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, part, p0) => {
				const x = Math.round(part * n);
				const z = (x / n - p0) / Math.sqrt((p0 * (1 - p0)) / n);
				fc.pre(Math.abs(Math.abs(z) - Z.weak) > 1e-6 && Math.abs(Math.abs(z) - Z.strong) > 1e-6);
				const side = (limit: number): Side => (z > limit ? 'above' : z < -limit ? 'below' : 'similar');
				expect(judgedOf(HIGH, x, n, 'nation', facts(p0 * 100)).verdict).toBe(word(side(Z.weak), side(Z.strong), 'high_is_good'));
			}),
			{ numRuns: 400 }
		);
	});
	it('against the own previous cycle: a rate per ASN-year differs where the conditional binomial tail does', () => {
		const years = (cycle: string): number => cycleWindow(cycle, '51.03').years;
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 500, max: 20_000 }), fc.integer({ min: 500, max: 20_000 }), (x, before, n, m) => {
				fc.pre(x + before > 0);
				const [now, then] = [n * years('PILKADA-2024'), m * years('PILKADA-2020')];
				const share = now / (now + then);
				const [up, down] = [tail(x, x + before, x + before, share), tail(0, x, x + before, share)];
				fc.pre(!close(up) && !close(down));
				const side = (t: number): Side => (up < t ? 'above' : down < t ? 'below' : 'similar');
				expect(judgedOf(LOW, x, n, 'previous', facts((1000 * before) / m, before, m)).verdict).toBe(word(side(0.025), side(0.001), 'low_is_good'));
			}),
			{ numRuns: 300 }
		);
	});
	it('of zero is "better" only where the expected count exceeds 3.69', () => {
		expect(judgedOf(LOW, 0, 8000, 'nation', facts(3.68 / 8)).verdict).toBe('similar');
		expect(judgedOf(LOW, 0, 8000, 'nation', facts(3.70 / 8)).verdict).toBe('better');
		expect(judgedOf(LOW, 0, 8000, 'nation', facts(6.92 / 8)).verdict).toBe('much_better');
		expect(judgedOf(NONE, 0, 8000, 'nation', facts(6.92 / 8)).verdict).toBe('lower');
	});
	it('is "not compared" without a benchmark, against itself, and of two zeros', () => {
		expect(judgedOf(LOW, 3, 8000, 'nation', null).verdict).toBe('not_compared');
		expect(judgedOf(LOW, 3, 8000, 'nation', facts(1), { region: 'ID' }).verdict).toBe('not_compared');
		expect(judgedOf(LOW, 3, 8000, 'province', facts(1), { region: '51' }).verdict).toBe('not_compared');
		expect(judgedOf(LOW, 0, 8000, 'previous', facts(0, 0, 7000)).verdict).toBe('not_compared');
		expect(judgedOf(LOW, 3, 8000, 'target', null).verdict).toBe('not_compared');
		expect(judgedOf(HIGH, 60, 100, 'target', null)).toMatchObject({ verdict: 'much_worse', benchmark: { kind: 'target', value: 90 } });
		expect(judgedOf(HIGH, 60, 100, 'target', null, { nature: 'real' }).verdict).toBe('not_compared');
		expect(judgedOf(HIGH, 60, 100, 'target', null, { cycle: 'PILKADA-2020' }).verdict, 'before the target was set').toBe('not_compared');
	});
	it('of a metric without interval does not exist', () => {
		expect(judgedOf(metric('quiz_score'), 700, 10, 'nation', facts(60)).verdict).toBeNull();
	});
	it('needs something to divide by, and no more than there is', () => {
		expect(quotient(HIGH, 0, 0)).toEqual({ status: 'not_estimable', reason: 'no_denominator', numerator: 0, denominator: 0 });
		expect(quotient(HIGH, 3, 2)).toMatchObject({ status: 'not_estimable', reason: 'numerator_exceeds_denominator' });
	});
});

describe('a funnel', () => {
	/** The limit at an exposure, by straight lines between its points. */
	const limitAt = (points: readonly (readonly [number, number])[], n: number): number | null => {
		const i = points.findIndex(([x]) => x >= n);
		const [right, left] = [points[i], points[i - 1]];
		if (!right || !left) return null;
		return left[1] + ((right[1] - left[1]) * (n - left[0])) / (right[0] - left[0]);
	};
	it.each([[LOW, 0.4], [NONE, 0.25], [HIGH, 62]] as const)('has a point outside its limits exactly where the verdict says so', (m, benchmark) => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: m === HIGH ? 400 : 9 }), fc.integer({ min: 900, max: 18_000 }), (x, exposure) => {
				const n = m === HIGH ? 400 + (exposure % 300) : exposure;
				const lines = limitLines(m, benchmark, m === HIGH ? [300, 900] : [500, 20_000], '95', '99.8');
				const value = (m.per * x) / n;
				const outside = (strong: boolean): Side => {
					const [lower, upper] = lines.filter((l) => l.strong === strong).map((l) => limitAt(l.points, n));
					if (upper !== null && upper !== undefined && value > upper) return 'above';
					return lower !== null && lower !== undefined && value < lower ? 'below' : 'similar';
				};
				const edges = lines.map((l) => limitAt(l.points, n)).filter((l) => l !== null);
				fc.pre(edges.every((edge) => Math.abs(edge - value) > 0.01 * benchmark));
				expect(judgedOf(m, x, n, 'nation', facts(benchmark)).verdict).toBe(word(outside(false), outside(true), m.polarity));
			}),
			{ numRuns: 500 }
		);
	});
});

describe('cycles compare', () => {
	it('with the latest earlier one of their kind in which the area takes part', () => {
		expect([comparableBefore('PILKADA-2024', '51.02'), comparableBefore('PEMILU-2024', '51.02'), comparableBefore('PEMILU-2019', '51.02')]).toEqual(['PILKADA-2020', 'PEMILU-2019', null]);
		expect(comparableBefore('PILKADA-2024', '19.02')).toBe('PILKADA-2018');
		expect(benchmarkPlace('previous', '19.02', 'PILKADA-2024')).toEqual({ region: '19.02', cycle: 'PILKADA-2018' });
	});
	it('over windows without gap or overlap, cut where the data end', () => {
		expect(cycleWindow('PILKADA-2024', '51.02')).toMatchObject({ start: '2024-03-16', end: '2024-12-27' });
		expect(cycleWindow('PEMILU-2024', '51.02')).toMatchObject({ start: '2021-01-09', end: '2024-03-15' });
		expect(cycleWindow('PILKADA-2024', '51.02', '2024-09-30').end).toBe('2024-09-30');
		expect(cycleWindow('PILKADA-2024', '51.02').years).toBeCloseTo(287 / 365.25, 9);
	});
});

describe('the catalogue', () => {
	it('never answers a rate among decided without the share undecided', () => {
		for (const id of ['as_recommended_share', 'lighter_share', 'heavier_share', 'declined_share']) expect(withCompanions([metric(id)]).map((m) => m.id)).toEqual([id, 'undecided_share']);
	});
	it('judges no count of reports, and no metric without an interval', () => {
		expect(METRICS.filter((m) => m.polarity !== 'none' && m.interval === null).map((m) => m.id)).toEqual(['training_score', 'quiz_score']);
		for (const m of METRICS) if (m.denominator === null && m.interval !== 'log_log') expect(m.polarity, m.id).toBe('none');
	});
	it('has words for every numerator and denominator', () => {
		for (const m of METRICS) for (const id of [m.numerator, ...(m.denominator ? [m.denominator] : [])]) for (const lang of ['id', 'en'] as const) expect(measureName(id, lang), id).not.toMatch(/_|undefined|\{/);
	});
	it('has the metrics of the default comparison, and size classes without gap', () => {
		expect(metricsOf(COMPARED)).toHaveLength(COMPARED.length);
		fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), (asn) => SIZE_CLASSES.filter((c) => asn >= c.from && (c.below === null || asn < c.below)).length === 1 && sizeClassOf(asn) !== undefined));
	});
});
