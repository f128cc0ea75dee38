import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	type Duration,
	assurance,
	cochranArmitage,
	curveQuantile,
	directRate,
	empiricalBayes,
	fitPoisson,
	indirectRatio,
	itemAnalysis,
	judgeTrend,
	kaplanMeier,
	logRank,
	overdispersion,
	rateTrend,
	ratioOf,
	restrictedMean,
	scoreDifference,
	scoreTest,
	shareTrend,
	stepEffect,
	twoProportions,
	twoRates,
	widenedLimits,
	xmr
} from '../../src/lib/statistics/index.ts';

const holds = <T>(property: fc.IProperty<T>): void => expect(() => fc.assert(property, { numRuns: 60 })).not.toThrow();

const repeat = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);

/** The variant with its fields, or a failure that names the reason. */
function given<T extends { kind: string }, K extends T['kind']>(found: T, kind: K): Extract<T, { kind: K }> {
	if (found.kind !== kind) throw new Error(`expected ${kind}, got ${JSON.stringify(found)}`);
	return found as Extract<T, { kind: K }>;
}

describe('two rates', () => {
	const counted = fc.record({ count: fc.integer({ min: 0, max: 60 }), exposure: fc.integer({ min: 100, max: 9000 }) });

	test('swapping them keeps p and turns ratio and difference round', () => {
		holds(
			fc.property(counted, counted, (a, b) => {
				fc.pre(a.count > 0 && b.count > 0);
				const one = given(twoRates(a, b, 0.95), 'comparison');
				const two = given(twoRates(b, a, 0.95), 'comparison');
				const [r1, r2] = [given(one.ratio, 'estimate'), given(two.ratio, 'estimate')];
				const [d1, d2] = [given(one.difference, 'estimate'), given(two.difference, 'estimate')];
				const close = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-8 * Math.abs(y) + 1e-12;
				return (
					close(one.p, two.p) && close(r1.value * r2.value, 1) && close(r1.lower * r2.upper, 1) && close(d1.lower, -d2.upper)
				);
			})
		);
	});

	test('the score interval ends where the score test is just significant', () => {
		const [a, b] = [{ count: 11, exposure: 800 }, { count: 21, exposure: 3011 }];
		const { lower, upper } = given(scoreDifference(a, b, 0.95), 'estimate');
		const z = (delta: number): number => {
			const half = (a.count + b.count) / 3811 - delta;
			const r2 = (half + Math.sqrt(half * half + (4 * delta * b.count) / 3811)) / 2;
			return (a.count / 800 - b.count / 3011 - delta) / Math.sqrt((r2 + delta) / 800 + r2 / 3011);
		};
		expect(z(lower)).toBeCloseTo(1.959963984540054, 9);
		expect(z(upper)).toBeCloseTo(-1.959963984540054, 9);
		expect(given(scoreTest(a, b), 'test').z).toBeCloseTo(1.8589658187635634, 12);
	});

	test('nothing counted in the second: a lower limit only; in both: no comparison', () => {
		const found = given(twoRates({ count: 5, exposure: 100 }, { count: 0, exposure: 100 }, 0.95), 'comparison');
		expect(given(found.ratio, 'infinite').lower).toBeGreaterThan(0.9);
		const none = { count: 0, exposure: 100 };
		expect(twoRates(none, none, 0.95)).toEqual({ kind: 'none', reason: 'too_few_events' });
		expect(twoRates({ count: 1, exposure: 0 }, none, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
		expect(twoRates({ count: 1.5, exposure: 9 }, none, 0.95)).toEqual({ kind: 'none', reason: 'invalid_count' });
	});
});

describe('two shares', () => {
	test('the test follows the expected counts', () => {
		expect(given(twoProportions({ x: 56, n: 70 }, { x: 48, n: 80 }, 0.95), 'comparison').test).toBe('chi_square');
		expect(given(twoProportions({ x: 6, n: 7 }, { x: 2, n: 7 }, 0.95), 'comparison').test).toBe('fisher');
	});

	test('nobody or everybody on both sides: p is 1 and the interval still says how sure', () => {
		const found = given(twoProportions({ x: 0, n: 10 }, { x: 0, n: 20 }, 0.95), 'comparison');
		expect([found.p, found.test]).toEqual([1, 'no_variation']);
		expect(given(found.difference, 'estimate').upper).toBeGreaterThan(0.2);
		expect(twoProportions({ x: 1, n: 0 }, { x: 0, n: 20 }, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
	});
});

describe('a monthly series', () => {
	test('seven falling points of a series where down is good are an improvement', () => {
		const series = [12, 9, 14, 11, 10, 13, 9, 12, 8, 7, 6, 5, 4, 3, 8, 11, 10, 12, 9, 10];
		const chart = given(xmr(series, { improvement: -1 }), 'xmr');
		expect(chart.mean).toBe(9.15);
		expect(chart.causes.slice(7, 14)).toEqual(repeat('falling', 7));
		expect(chart.variation.slice(7, 14)).toEqual(repeat('improvement', 7));
		expect(chart.trialLimits).toBe(false);
		expect(given(xmr(series, { clipAtZero: true, screenOutliers: false }), 'xmr').lower).toBeGreaterThanOrEqual(0);
	});

	test('a point beyond the limit of a fixed baseline; too short a series', () => {
		const chart = given(xmr([5, 6, 5, 6, 5, 6, 30], { baseline: 6 }), 'xmr');
		expect([chart.causes[6], chart.variation[6], chart.trialLimits]).toEqual(['above_limit', 'neutral_high', true]);
		expect(xmr([3])).toEqual({ kind: 'none', reason: 'too_few_points' });
	});

	test('whether a target can be met', () => {
		expect([9, 5, 1].map((target) => assurance(target, 2, 8))).toEqual([
			'target_above_limits',
			'target_inside_limits',
			'target_below_limits'
		]);
	});
});

describe('a recent trend', () => {
	const points = [994, 1023, 1199, 1332, 1367].map((x, i) => ({ x, n: 40_000 + 1000 * i }));

	test('is the newest five points and agrees with Cochran-Armitage', () => {
		const found = given(shareTrend([{ x: 1, n: 2 }, ...points]), 'trend');
		expect(found.direction).toBe('increasing');
		expect(found.chiSquare).toBe(given(cochranArmitage(points, [1, 2, 3, 4, 5]), 'test').chiSquare);
		expect(judgeTrend(found.direction, 'low_is_good')).toBe('getting_worse');
		expect(judgeTrend('no_change', 'low_is_good')).toBe('no_change');
	});

	test('one outlier does not make a trend', () => {
		const spike = [60, 55, 50, 45, 500].map((x) => ({ x, n: 1000 }));
		expect(given(shareTrend(spike), 'trend')).toMatchObject({ significant: false, direction: 'no_change' });
	});

	test('cannot be calculated with four points, everybody reached, or no interval', () => {
		expect(shareTrend(points.slice(1))).toEqual({ kind: 'none', reason: 'too_few_points' });
		expect(shareTrend([...points.slice(1), { x: 9, n: 9 }])).toEqual({ kind: 'none', reason: 'not_estimable' });
		const rate = { count: 3, denominator: 9, value: 1, lower95: null, upper95: 2 };
		expect(rateTrend(repeat(rate, 5))).toEqual({ kind: 'none', reason: 'no_interval' });
		expect(rateTrend(repeat({ ...rate, lower95: 2 }, 5))).toEqual({ kind: 'none', reason: 'not_estimable' });
	});
});

describe('many areas', () => {
	test('five areas are too few to shrink or to widen a funnel', () => {
		const areas = repeat({ cases: 3, population: 900 }, 5);
		expect(empiricalBayes(areas)).toEqual({ kind: 'none', reason: 'too_few_areas' });
		const points = repeat({ numerator: 3, denominator: 900 }, 5);
		expect(overdispersion(points, 'ratio_log')).toEqual({ kind: 'none', reason: 'too_few_areas' });
	});

	test('areas that differ no more than chance all get the pooled rate', () => {
		const found = given(empiricalBayes(repeat({ cases: 3, population: 900 }, 20)), 'shrunk');
		expect(found.a).toBe(0);
		expect(found.smoothed).toEqual(found.raw);
	});

	test('a shrunk rate lies between raw and pooled', () => {
		const areas = Array.from({ length: 30 }, (_, i) => ({ cases: i * i, population: 500 + 100 * i }));
		const { b, raw, smoothed } = given(empiricalBayes(areas), 'shrunk');
		smoothed.forEach((value, i) => {
			expect(value).toBeGreaterThanOrEqual(Math.min(b, raw[i] ?? 0) - 1e-15);
			expect(value).toBeLessThanOrEqual(Math.max(b, raw[i] ?? 0) + 1e-15);
		});
	});

	test('overdispersion widens a funnel and a count of 0 is left out on the log scale', () => {
		const areas = Array.from({ length: 24 }, (_, i) => ({ numerator: i * 10, denominator: 110 }));
		const found = given(overdispersion(areas, 'ratio_log'), 'overdispersion');
		expect([found.z[0], found.used]).toEqual([null, 23]);
		expect(found.tau2).toBeGreaterThan(0);
		const wide = given(widenedLimits('ratio_log', 0, found.tau2, 110, 0.95), 'limits');
		const plain = given(widenedLimits('ratio_log', 0, 0, 110, 0.95), 'limits');
		expect(wide.lower).toBeLessThan(plain.lower);
		expect(wide.upper).toBeGreaterThan(plain.upper);
	});
});

describe('standardised', () => {
	test('one stratum is the crude rate', () => {
		const direct = given(directRate([{ count: 20, people: 4000, standard: 7 }], 0.95), 'estimate');
		expect(direct.value).toBeCloseTo(5, 12);
		const reference = { count: 20, people: 4000, referenceCount: 5, referencePeople: 1000 };
		expect(given(indirectRatio([reference], 0.95), 'estimate').value).toBe(1);
	});

	test('fewer than ten events, or nothing expected: none', () => {
		expect(directRate([{ count: 9, people: 10, standard: 1 }], 0.95)).toEqual({ kind: 'none', reason: 'too_few_events' });
		const nothing = { count: 1, people: 10, referenceCount: 0, referencePeople: 10 };
		expect(indirectRatio([nothing], 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
	});
});

describe('before and after an event', () => {
	test('Poisson regression on two groups is the ratio of their rates', () => {
		const fit = given(
			fitPoisson({ count: [4, 6, 12, 18], exposure: [10, 10, 10, 10] }, [{ name: 'b', values: [0, 0, 1, 1] }], 'poisson'),
			'fit'
		);
		const term = fit.terms[1] ?? { estimate: 0, standardError: 0 };
		expect(ratioOf(term, 0.95).value).toBeCloseTo(3, 10);
		expect(term.standardError).toBeCloseTo(Math.sqrt(1 / 10 + 1 / 30), 10);
	});

	const series = {
		count: [...repeat(10, 10), ...repeat(20, 10)],
		exposure: repeat(1000, 20),
		step: 10,
		covariates: [{ name: 'phase', values: Array.from({ length: 20 }, (_, i) => i % 2) }]
	};

	test('finds a doubling, with an interval no narrower than Poisson allows', () => {
		const { ratio, slopeRatio, dispersion } = given(stepEffect(series, 0.95), 'effect');
		const found = given(ratio, 'estimate');
		expect(found.value).toBeCloseTo(2, 8);
		expect(dispersion).toBeLessThan(1e-6);
		expect(found.upper / found.lower).toBeGreaterThan(Math.exp(2 * 1.96 * Math.sqrt(1 / 100 + 1 / 200)));
		expect(slopeRatio.kind).toBe('none');
		const sloped = given(stepEffect({ ...series, slopeChange: true }, 0.95), 'effect');
		expect(given(sloped.slopeRatio, 'estimate').value).toBeCloseTo(1, 8);
	});

	test.each([
		['seven points before', { step: 7 }, 'too_few_points'],
		['19 events', { count: [...repeat(0, 19), 19] }, 'too_few_events'],
		['no event after', { count: [...repeat(3, 10), ...repeat(0, 10)] }, 'not_estimable'],
		['no control', { covariates: [] }, 'no_control'],
		['a period without exposure', { exposure: [0, ...repeat(1000, 19)] }, 'no_exposure'],
		['a covariate that is the step', { covariates: [{ name: 'x', values: [...repeat(0, 10), ...repeat(1, 10)] }] }, 'not_estimable']
	])('%s: cannot tell', (_, change, reason) => {
		expect(stepEffect({ ...series, ...change }, 0.95)).toEqual({ kind: 'none', reason });
	});
});

describe('time to resolution', () => {
	const open = (time: number): Duration => ({ time, resolved: false });
	const done = (time: number): Duration => ({ time, resolved: true });

	test('open cases are neither dropped nor resolved', () => {
		const curve = given(kaplanMeier([done(10), open(20), done(30), open(40), open(50)], 0.95), 'curve');
		const shares = [4 / 5, 4 / 5, 8 / 15, 8 / 15, 8 / 15];
		curve.points.forEach((point, i) => expect(point.open).toBeCloseTo(shares[i] ?? 0, 14));
		expect(curveQuantile(curve, 0.5)).toEqual({ kind: 'not_reached', last: 50 });
		expect(given(curveQuantile(curve, 0.2), 'reached').time).toBe(20);
		curve.points.forEach(({ lower, upper }) => expect(0 < (lower ?? -1) && (upper ?? 2) < 1).toBe(true));
	});

	test('all resolved: share 0 without an error; four cases: no curve', () => {
		const curve = given(kaplanMeier([1, 2, 3, 4, 5].map(done), 0.95), 'curve');
		expect(curve.points.at(-1)).toMatchObject({ open: 0, standardError: null, lower: null, upper: null });
		expect(kaplanMeier([1, 2, 3, 4].map(done), 0.95)).toEqual({ kind: 'none', reason: 'too_few_cases' });
	});

	test('without open cases the restricted mean is the mean; beyond the data there is none', () => {
		expect(given(restrictedMean([2, 4, 6, 8].map(done), 10), 'mean').mean).toBeCloseTo(5, 12);
		expect(restrictedMean([done(2), open(8)], 10)).toEqual({ kind: 'none', reason: 'not_estimable' });
	});

	test('groups that are alike do not differ; three groups have two degrees of freedom', () => {
		const group = [done(3), open(5), done(9), done(12)];
		const same = given(logRank([group, group]), 'log_rank');
		expect(same.chiSquare).toBeCloseTo(0, 12);
		expect(given(logRank([group, group, [1, 2, 3].map(done)]), 'log_rank').df).toBe(2);
		expect(logRank([group])).toEqual({ kind: 'none', reason: 'too_few_points' });
		expect(logRank([[open(1)], [open(2)]])).toEqual({ kind: 'none', reason: 'not_estimable' });
	});
});

describe('quiz items', () => {
	test('an item everyone answers has no correlation, and the order of people does not matter', () => {
		const rows = [
			[1, 1, 1],
			[1, 1, 0],
			[1, 0, 0],
			[1, 0, 0],
			[1, 1, 1]
		];
		const found = given(itemAnalysis(rows), 'items');
		expect(found.items[0]).toMatchObject({ difficulty: 1, itemTotal: null, itemRest: null, discrimination: 0 });
		expect(found.items[1]?.difficulty).toBe(0.6);
		expect(found.items[1]?.discrimination).toBe(1);
		const turned = given(itemAnalysis([...rows].reverse()), 'items');
		expect(turned.items.map((item) => item.discrimination)).toEqual(found.items.map((item) => item.discrimination));
	});

	test('no variation, one item, or unequal rows', () => {
		expect(given(itemAnalysis(repeat([1, 0], 9)), 'items').alpha).toBeNull();
		expect(given(itemAnalysis([[1], [0]]), 'items').alpha).toBeNull();
		expect(itemAnalysis([[1, 0], [1]])).toEqual({ kind: 'none', reason: 'invalid_count' });
	});
});
