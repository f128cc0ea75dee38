import { chiSquareQuantile } from './dist.ts';
import { type Estimate, type Level, estimate, isCount, isExposure, none, sum, tailOf } from './estimate.ts';
import { byarCount, countLimits } from './rate.ts';

/** One stratum (position category, employment kind): the area's count and people, and the reference's. */
export type ReferenceStratum = {
	readonly count: number;
	readonly people: number;
	readonly referenceCount: number;
	readonly referencePeople: number;
};

/** One stratum with the people of a standard population as weight. */
export type WeightedStratum = { readonly count: number; readonly people: number; readonly standard: number };

/** No directly standardised rate is given below this many events (PHE/OHID). */
export const EVENTS_FOR_DIRECT_RATE = 10;

/** Cases to be expected if each stratum had the reference's rate. */
export const expectedCount = (strata: readonly ReferenceStratum[]): number =>
	sum(strata.map((s) => (s.people * s.referenceCount) / s.referencePeople));

/** Indirectly standardised ratio O·multiplier/E with the interval of the observed count; E not above 0: none. */
export function indirectRatio(strata: readonly ReferenceStratum[], level: Level, multiplier = 1): Estimate {
	if (strata.some((s) => !isExposure(s.referencePeople) || !isCount(s.people))) return none('no_denominator');
	if (strata.some((s) => !isCount(s.count) || !isCount(s.referenceCount))) return none('invalid_count');
	const expected = expectedCount(strata);
	if (!isExposure(expected)) return none('no_denominator');
	const observed = sum(strata.map((s) => s.count));
	const limits = countLimits(observed, level);
	const scale = multiplier / expected;
	return estimate(observed * scale, limits.lower * scale, limits.upper * scale);
}

type Direct = { value: number; variance: number; observed: number; largestWeight: number };

function direct(strata: readonly WeightedStratum[]): Direct {
	const total = sum(strata.map((s) => s.standard));
	const weights = strata.map((s) => s.standard / total / s.people);
	return {
		value: sum(strata.map((s, i) => (weights[i] ?? 0) * s.count)),
		variance: sum(strata.map((s, i) => (weights[i] ?? 0) ** 2 * s.count)),
		observed: sum(strata.map((s) => s.count)),
		largestWeight: Math.max(...weights)
	};
}

function strataProblem(strata: readonly WeightedStratum[]): Estimate | null {
	if (strata.length === 0 || strata.some((s) => !isExposure(s.people))) return none('no_denominator');
	if (!isExposure(sum(strata.map((s) => s.standard)))) return none('no_denominator');
	return strata.some((s) => !isCount(s.count)) ? none('invalid_count') : null;
}

/** Directly standardised rate per `per` with Dobson's interval (1991); none below 10 events. */
export function directRate(strata: readonly WeightedStratum[], level: Level, per = 1000): Estimate {
	const problem = strataProblem(strata);
	if (problem) return problem;
	const { value, variance, observed } = direct(strata);
	if (observed < EVENTS_FOR_DIRECT_RATE) return none('too_few_events');
	const limits = byarCount(observed, level);
	const stretch = Math.sqrt(variance / observed);
	const limit = (count: number): number => (value + stretch * (count - observed)) * per;
	return estimate(value * per, limit(limits.lower), limit(limits.upper));
}

/** Directly standardised rate per unit with the gamma interval of Fay and Feuer (1997); none without events. */
export function directRateGamma(strata: readonly WeightedStratum[], level: Level): Estimate {
	const problem = strataProblem(strata);
	if (problem) return problem;
	const { value, variance, observed, largestWeight } = direct(strata);
	if (observed === 0) return none('too_few_events');
	const tail = tailOf(level);
	const wideValue = value + largestWeight;
	const wideVariance = variance + largestWeight ** 2;
	return estimate(
		value,
		(variance / (2 * value)) * chiSquareQuantile(tail, (2 * value * value) / variance),
		(wideVariance / (2 * wideValue)) * chiSquareQuantile(1 - tail, (2 * wideValue * wideValue) / wideVariance)
	);
}
