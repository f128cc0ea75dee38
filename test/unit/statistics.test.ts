import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialCdf, binomialSurvival, chiSquareQuantile, chiSquareSurvival, normalCdf } from '../../src/lib/statistics/dist.ts';
import {
	type Estimate,
	type Level,
	type Polarity,
	type Verdict,
	poissonRate,
	rateLimits,
	shareLimits,
	verdict,
	verdictAgainstInterval,
	wilson,
	zOf
} from '../../src/lib/statistics/index.ts';
import { binomialPmf, hypergeometricPmf, poissonPmf } from '../../src/lib/statistics/mass.ts';

/** Asserts a property; vitest counts the assertion. */
const holds = <T>(property: fc.IProperty<T>): void => expect(() => fc.assert(property)).not.toThrow();

const levels = fc.constantFrom<Level>(0.95, 0.998);
const share = fc.integer({ min: 1, max: 5_000_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

function known(found: Estimate): Extract<Estimate, { kind: 'estimate' }> {
	if (found.kind === 'none') throw new Error(`no estimate: ${found.reason}`);
	return found;
}

describe('distributions', () => {
	test('the traps of cephes are closed', () => {
		expect(chiSquareQuantile(0.025, 0)).toBe(0);
		expect(chiSquareSurvival(1e6, 2)).toBe(0);
		expect(binomialCdf(-1, 10, 0.2)).toBe(0);
		expect(binomialSurvival(10, 10, 0.2)).toBe(0);
		expect(normalCdf(-60)).toBe(0);
		expect(() => chiSquareQuantile(Number.NaN, 2)).toThrow(RangeError);
		expect(() => chiSquareQuantile(1, 2)).toThrow(RangeError);
		expect(() => normalCdf(Number.POSITIVE_INFINITY)).toThrow(RangeError);
	});

	test('probabilities add up, at the headcount of a country too', () => {
		const n = 4_000_000;
		const total = Array.from({ length: 200 }, (_, k) => binomialPmf(k, n, 1e-5)).reduce((a, b) => a + b, 0);
		expect(total).toBeCloseTo(1, 12);
		expect(binomialPmf(40, n, 1e-5) / poissonPmf(40, 40)).toBeCloseTo(1, 4);
		const drawn = [0, 1, 2, 3, 4, 5].map((k) => hypergeometricPmf(k, 10, 7, 5));
		expect(drawn.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 13);
	});
});

describe('a share', () => {
	test('lies within its interval and the interval within 0..1', () => {
		holds(
			fc.property(share, levels, ([x, n], level) => {
				const { value, lower, upper } = known(wilson(x, n, level));
				return value === x / n && 0 <= lower && lower <= value && value <= upper && upper <= 1 && lower < upper;
			})
		);
	});

	test('the share of the others has the mirrored interval', () => {
		holds(
			fc.property(share, levels, ([x, n], level) => {
				const [a, b] = [known(wilson(x, n, level)), known(wilson(n - x, n, level))];
				return Math.abs(a.lower - (1 - b.upper)) < 1e-12 && Math.abs(a.upper - (1 - b.lower)) < 1e-12;
			})
		);
	});

	test('nobody: lower limit exactly 0, upper z²/(n+z²)', () => {
		const z = zOf(0.95);
		expect(wilson(0, 30, 0.95)).toEqual({ kind: 'estimate', value: 0, lower: 0, upper: (z * z) / (30 + z * z) });
		expect(known(wilson(30, 30, 0.998)).upper).toBe(1);
	});

	test('what cannot be a share has a reason', () => {
		expect(wilson(1, 0, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
		expect(wilson(1, null, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
		expect(wilson(null, 10, 0.95)).toEqual({ kind: 'none', reason: 'no_numerator' });
		expect(wilson(11, 10, 0.95)).toEqual({ kind: 'none', reason: 'numerator_exceeds_denominator' });
		expect(wilson(-1, 10, 0.95)).toEqual({ kind: 'none', reason: 'invalid_count' });
		expect(wilson(Number.NaN, 10, 0.95)).toEqual({ kind: 'none', reason: 'invalid_count' });
	});

	test('its interval excludes a benchmark exactly when the point leaves the funnel', () => {
		const benchmarks = fc.double({ min: 0.01, max: 0.99, noNaN: true });
		holds(
			fc.property(share, benchmarks, levels, ([x, n], p0, level) => {
				const { value, lower, upper } = known(wilson(x, n, level));
				const limits = shareLimits(p0, n, level);
				if (limits.kind === 'none') return false;
				const gap = Math.min(Math.abs(lower - p0), Math.abs(upper - p0));
				fc.pre(gap > 1e-9 && limits.lower > 0 && limits.upper < 1);
				return (lower > p0 || upper < p0) === (value > limits.upper || value < limits.lower);
			})
		);
	});
});

describe('a rate', () => {
	test('rises with its count, both limits too, over the switch from exact to Byar', () => {
		holds(
			fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 100_000 }), levels, (x, n, level) => {
				const [a, b] = [known(poissonRate(x, n, level)), known(poissonRate(x + 1, n, level))];
				return a.lower < b.lower && a.value < b.value && a.upper < b.upper && a.lower <= a.value && a.value < a.upper;
			})
		);
	});

	test('zero cases: from 0 to 3.69 (95 %) and 6.91 (99.8 %) cases', () => {
		expect(known(poissonRate(0, 1000, 0.95)).lower).toBe(0);
		expect(known(poissonRate(0, 1000, 0.95)).upper).toBeCloseTo(3.688879454, 9);
		expect(known(poissonRate(0, 1000, 0.998)).upper).toBeCloseTo(6.907755279, 9);
	});

	test('may exceed one per person; has no value without exposure', () => {
		expect(known(poissonRate(20, 10, 0.95, 1)).value).toBe(2);
		expect(poissonRate(0, 0, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
		expect(poissonRate(null, 10, 0.95)).toEqual({ kind: 'none', reason: 'no_numerator' });
	});
});

describe('the verdict', () => {
	const at = (x: number, people: number, base: number): Verdict =>
		verdict(poissonRate(x, people, 0.95), poissonRate(x, people, 0.998), base, 'low_is_good');

	// People, base per 1,000, first count that is worse, first that is much worse, last count that is better.
	test.each([
		[4000, 0.4, 5, 8, null],
		[8000, 0.04, 3, 4, null],
		[8000, 0.4, 8, 11, null],
		[8000, 2, 25, 31, 8],
		[15_000, 0.4, 12, 16, 1]
	])('%i people at %f per 1,000', (people, base, worse, muchWorse, better) => {
		expect([worse - 1, worse, muchWorse - 1, muchWorse].map((x) => at(x, people, base))).toEqual([
			'similar',
			'worse',
			'worse',
			'much_worse'
		]);
		if (better === null) expect(at(0, people, base)).toBe('similar');
		else expect([better, better + 1].map((x) => at(x, people, base))).toEqual(['better', 'similar']);
	});

	const around = (lower: number, upper: number): Estimate => ({ kind: 'estimate', value: (lower + upper) / 2, lower, upper });

	test('touching the benchmark is similar', () => {
		expect(verdict(around(1, 2), around(0, 3), 2, 'low_is_good')).toBe('similar');
		expect(verdict(around(1, 2), around(0, 3), 1, 'none')).toBe('similar');
		expect(verdict(around(1, 2), around(0, 3), 3, 'low_is_good')).toBe('better');
	});

	test('without interval or benchmark nothing is compared', () => {
		expect(verdict({ kind: 'none', reason: 'no_denominator' }, around(0, 3), 2, 'none')).toBe('not_compared');
		expect(verdict(around(1, 2), around(0, 3), null, 'low_is_good')).toBe('not_compared');
	});

	test('turning the polarity round turns the verdict round; without polarity it only says where', () => {
		const mirror: Partial<Record<Verdict, Verdict>> = {
			better: 'worse',
			worse: 'better',
			much_better: 'much_worse',
			much_worse: 'much_better'
		};
		const numbers = fc.double({ min: 0, max: 10, noNaN: true });
		holds(
			fc.property(numbers, numbers, numbers, numbers, (lower, width, extra, benchmark) => {
				const say = (polarity: Polarity): Verdict =>
					verdict(around(lower, lower + width), around(lower - extra, lower + width + extra), benchmark, polarity);
				const low = say('low_is_good');
				const plain = benchmark > lower + width ? 'lower' : benchmark < lower ? 'higher' : 'similar';
				return say('high_is_good') === (mirror[low] ?? low) && say('none') === plain;
			})
		);
	});

	test('against an uncertain benchmark, overlapping is similar', () => {
		expect(verdictAgainstInterval(around(1, 2), around(2, 3), 'low_is_good')).toBe('similar');
		expect(verdictAgainstInterval(around(1, 2), around(2.1, 3), 'low_is_good')).toBe('better');
	});
});

test('funnel limits need someone in the group', () => {
	expect(shareLimits(0.5, 0, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
	expect(rateLimits(0, 1000, 0.95)).toEqual({ kind: 'none', reason: 'no_denominator' });
});
