import { normalTwoSided } from './dist.ts';
import {
	type Estimate,
	type Interval,
	type Level,
	type None,
	estimate,
	isExposure,
	isWhole,
	none,
	zOf
} from './estimate.ts';
import { minimumLikelihoodP } from './exact-test.ts';
import { binomialPmf } from './mass.ts';
import { clopperPearson, wilson } from './proportion.ts';
import { exactCount } from './rate.ts';
import { signChange } from './root.ts';

/** A count and its exposure (people, or people times years). */
export type Counted = { readonly count: number; readonly exposure: number };

/** Ratio of two rates. `infinite`: nothing was counted in the second, so only a lower limit exists. */
export type Ratio = Estimate | { readonly kind: 'infinite'; readonly lower: number };

export type TwoRates =
	| {
			readonly kind: 'comparison';
			/** First rate over second, with the exact conditional interval. */
			readonly ratio: Ratio;
			/** First rate minus second, per unit of exposure, with the MOVER interval. */
			readonly difference: Estimate;
			/** Exact conditional p value, two-sided by minimum likelihood. */
			readonly p: number;
	  }
	| None;

/** Compares two Poisson rates (before/after, or two regencies). Both counts 0, or a bad input: none. */
export function twoRates(first: Counted, second: Counted, level: Level): TwoRates {
	const problem = problemOf(first, second);
	if (problem) return problem;
	return {
		kind: 'comparison',
		ratio: exactRatio(first, second, level),
		difference: moverDifference(first, second, level, exactCount),
		p: exactP(first, second)
	};
}

function problemOf(first: Counted, second: Counted): None | null {
	if (!isExposure(first.exposure) || !isExposure(second.exposure)) return none('no_denominator');
	if (!isWhole(first.count) || !isWhole(second.count)) return none('invalid_count');
	return first.count + second.count === 0 ? none('too_few_events') : null;
}

/** Given the total, the first count is binomial with this share when the rates are equal. */
const nullShare = (first: Counted, second: Counted): number => first.exposure / (first.exposure + second.exposure);

/** Exact conditional p value (R poisson.test). */
export function exactP(first: Counted, second: Counted): number {
	const total = first.count + second.count;
	const share = nullShare(first, second);
	const mode = Math.floor((total + 1) * share);
	return minimumLikelihoodP((k) => binomialPmf(k, total, share), 0, total, mode, first.count);
}

/** Exact p value less half the probability of the observed outcome. */
export const midP = (first: Counted, second: Counted): number =>
	exactP(first, second) - binomialPmf(first.count, first.count + second.count, nullShare(first, second)) / 2;

/** A test by a normal deviate, two-sided. */
export type NormalTest = { readonly kind: 'test'; readonly z: number; readonly p: number } | None;

/** Score test of equal rates; the deviate is positive when the first rate is higher. Bad input or no event: none. */
export function scoreTest(first: Counted, second: Counted): NormalTest {
	const problem = problemOf(first, second);
	if (problem) return problem;
	const relative = first.exposure / second.exposure;
	const total = first.count + second.count;
	const z = (first.count - second.count * relative) / Math.sqrt(total * relative);
	return { kind: 'test', z, p: normalTwoSided(z) };
}

/** Ratio with the Clopper-Pearson interval of the conditional share. */
export const exactRatio = (first: Counted, second: Counted, level: Level): Ratio =>
	ratioFrom(first, second, clopperPearson(first.count, first.count + second.count, level));

/** Ratio with the score interval (Wilson interval of the conditional share). */
export const scoreRatio = (first: Counted, second: Counted, level: Level): Ratio =>
	ratioFrom(first, second, wilson(first.count, first.count + second.count, level));

function ratioFrom(first: Counted, second: Counted, share: Estimate): Ratio {
	if (share.kind === 'none') return share;
	const relative = second.exposure / first.exposure;
	const lower = (share.lower / (1 - share.lower)) * relative;
	if (second.count === 0) return { kind: 'infinite', lower };
	return estimate((first.count / second.count) * relative, lower, (share.upper / (1 - share.upper)) * relative);
}

/** Score limits of a Poisson count. */
export function scoreCount(x: number, level: Level): Interval {
	const z = zOf(level);
	const spread = z * Math.sqrt(x + (z * z) / 4);
	return { lower: x + (z * z) / 2 - spread, upper: x + (z * z) / 2 + spread };
}

/** Difference of rates, first minus second, from the limits of each (MOVER, Zou and Donner 2008). */
export function moverDifference(
	first: Counted,
	second: Counted,
	level: Level,
	limits: (count: number, level: Level) => Interval
): Estimate {
	const r1 = first.count / first.exposure;
	const r2 = second.count / second.exposure;
	const c1 = limits(first.count, level);
	const c2 = limits(second.count, level);
	return mover(
		{ value: r1, lower: c1.lower / first.exposure, upper: c1.upper / first.exposure },
		{ value: r2, lower: c2.lower / second.exposure, upper: c2.upper / second.exposure }
	);
}

/** Limits of a difference from two independent estimates, each with its own limits. */
export function mover(a: Interval & { value: number }, b: Interval & { value: number }): Estimate {
	const difference = a.value - b.value;
	return estimate(
		difference,
		difference - Math.hypot(a.value - a.lower, b.upper - b.value),
		difference + Math.hypot(a.upper - a.value, b.value - b.lower)
	);
}

/** Difference of rates with the interval that inverts the score test. Bad input or no event: none. */
export function scoreDifference(first: Counted, second: Counted, level: Level): Estimate {
	const problem = problemOf(first, second);
	if (problem) return problem;
	const difference = first.count / first.exposure - second.count / second.exposure;
	const z = zOf(level);
	const total = first.exposure + second.exposure;
	const deviate = (delta: number): number => {
		const half = first.count + second.count + total * delta;
		const root = Math.sqrt(Math.max(0, half * half - 4 * total * first.count * delta));
		// The constrained first rate; the second is delta lower. Both forms avoid cancellation.
		const r1 = half >= 0 ? (half + root) / (2 * total) : (2 * first.count * delta) / (half - root);
		const r2 = Math.max(0, r1 - delta);
		return (difference - delta) / Math.sqrt(r1 / first.exposure + r2 / second.exposure);
	};
	const [c1, c2] = [scoreCount(first.count, level), scoreCount(second.count, level)];
	const scale = c1.upper / first.exposure + c2.upper / second.exposure;
	return estimate(
		difference,
		signChange((delta) => deviate(delta) - z, difference - 4 * scale, difference),
		signChange((delta) => deviate(delta) + z, difference, difference + 4 * scale)
	);
}
