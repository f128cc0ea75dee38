import { chiSquareQuantile } from './dist.ts';
import {
	type Estimate,
	type Interval,
	type Level,
	estimate,
	isCount,
	isExposure,
	none,
	tailOf,
	zOf
} from './estimate.ts';

/** Below this count the interval is exact, from it on Byar's (PHE Technical Guide: Confidence Intervals, 2018). */
export const BYAR_FROM = 10;

/** Exact Poisson limits of a count (Garwood 1936). Lower limit of 0 is 0. */
export function exactCount(x: number, level: Level): Interval {
	const tail = tailOf(level);
	return {
		lower: chiSquareQuantile(tail, 2 * x) / 2,
		upper: chiSquareQuantile(1 - tail, 2 * x + 2) / 2
	};
}

/** Byar's approximate limits of a count x > 0; below about 2 the 99.8 % lower limit is not usable. */
export function byarCount(x: number, level: Level): Interval {
	const z = zOf(level);
	const next = x + 1;
	return {
		lower: x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3,
		upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3
	};
}

/** Limits of a Poisson count: exact below 10, Byar from 10. */
export const countLimits = (x: number, level: Level): Interval =>
	x < BYAR_FROM ? exactCount(x, level) : byarCount(x, level);

/**
 * Rate x·per/n with its confidence interval, in events per `per` of exposure. x may exceed n.
 * No count or an exposure that is missing or not above 0: none.
 */
export function poissonRate(x: number | null, n: number | null, level: Level, per = 1000): Estimate {
	if (!isExposure(n)) return none('no_denominator');
	if (x === null) return none('no_numerator');
	if (!isCount(x)) return none('invalid_count');
	const limits = countLimits(x, level);
	return estimate((x * per) / n, (limits.lower * per) / n, (limits.upper * per) / n);
}
