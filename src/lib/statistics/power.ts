/** What a count of a given size can and cannot show: the power of comparing one area with an expected number of cases. */
import { chiSquareQuantile, poissonSurvival } from './dist.ts';
import { type Level, isExposure, tailOf } from './estimate.ts';
import { countLimits } from './rate.ts';

export interface Power {
	readonly expected: number;
	/** Smallest count whose interval lies above the expected count, at 95 % and at 99.8 %. */
	readonly highFrom: number;
	readonly muchHigherFrom: number;
	/** Largest count whose 95 % interval lies below the expected count; null where not even zero does. */
	readonly lowTo: number | null;
	/** Chance that an area whose true rate is twice the expected one is flagged high at 95 %. */
	readonly chanceAtTwice: number;
}

/** The expected count that must be exceeded before zero is low at 95 %: the upper limit of zero, 3.69. */
export const ZERO_IS_LOW_ABOVE = chiSquareQuantile(1 - tailOf(0.95), 2) / 2;

const smallestHigh = (expected: number, level: Level): number => {
	let x = Math.floor(expected) + 1;
	while (countLimits(x, level).lower <= expected) x += 1;
	return x;
};

function largestLow(expected: number): number | null {
	let x = Math.floor(expected);
	while (x >= 0 && countLimits(x, 0.95).upper >= expected) x -= 1;
	return x < 0 ? null : x;
}

/** Power of a comparison where `expected` cases are expected at the benchmark's rate; null where nothing is expected. */
export function power(expected: number): Power | null {
	if (!isExposure(expected)) return null;
	const highFrom = smallestHigh(expected, 0.95);
	return {
		expected,
		highFrom,
		muchHigherFrom: smallestHigh(expected, 0.998),
		lowTo: largestLow(expected),
		chanceAtTwice: poissonSurvival(highFrom - 1, 2 * expected)
	};
}
