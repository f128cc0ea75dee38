import { describe, expect, it } from 'vitest';
import { countLimits, power, ZERO_IS_LOW_ABOVE } from '#lib/statistics/index.ts';

/** Measured power, methods/README.md section 0 ("What matters most here"): the five lines of its table. */
const TABLE = [
	{ asn: 4_000, base: 0.4, expected: 1.6, high95: 5, high998: 8, low: null, twice: 22 },
	{ asn: 8_000, base: 0.04, expected: 0.3, high95: 3, high998: 4, low: null, twice: 3 },
	{ asn: 8_000, base: 0.4, expected: 3.2, high95: 8, high998: 11, low: null, twice: 31 },
	{ asn: 8_000, base: 2, expected: 16, high95: 25, high998: 31, low: 8, twice: 91 },
	{ asn: 15_000, base: 0.4, expected: 6, high95: 12, high998: 16, low: 1, twice: 54 }
] as const;

describe('power', () => {
	it.each(TABLE)('$asn civil servants at $base per 1,000', (line) => {
		const expected = (line.asn * line.base) / 1000;
		const found = power(expected);
		expect(Number(expected.toFixed(1))).toBe(line.expected);
		expect(found).toMatchObject({ highFrom: line.high95, muchHigherFrom: line.high998, lowTo: line.low });
		expect(Math.round((found?.chanceAtTwice ?? 0) * 100)).toBe(line.twice);
	});

	it('zero is low only above 3.69 expected', () => {
		expect(ZERO_IS_LOW_ABOVE).toBeCloseTo(3.689, 3);
		expect(power(3.68)?.lowTo).toBeNull();
		expect(power(3.7)?.lowTo).toBe(0);
	});

	it('says the same as the interval of every count', () => {
		for (let expected = 0.05; expected < 60; expected += 0.35) {
			const found = power(expected);
			if (!found) throw new Error('no power');
			expect(countLimits(found.highFrom, 0.95).lower).toBeGreaterThan(expected);
			expect(countLimits(found.highFrom - 1, 0.95).lower).toBeLessThanOrEqual(expected);
			if (found.lowTo !== null) expect(countLimits(found.lowTo, 0.95).upper).toBeLessThan(expected);
			expect(countLimits((found.lowTo ?? -1) + 1, 0.95).upper).toBeGreaterThanOrEqual(expected);
		}
	});

	it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('nothing to say about %s expected', (expected) => {
		expect(power(expected)).toBeNull();
	});
});
