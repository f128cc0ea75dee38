import { chiSquareSurvival, normalTwoSided } from './dist.ts';
import { type Estimate, type Level, type None, estimate, isExposure, isWhole, none, zOf } from './estimate.ts';
import { minimumLikelihoodP } from './exact-test.ts';
import { hypergeometricPmf } from './mass.ts';
import { wilson } from './proportion.ts';
import { type NormalTest, mover } from './two-rates.ts';

/** x of n people. */
export type Share = { readonly x: number; readonly n: number };

export type TwoProportions =
	| {
			readonly kind: 'comparison';
			/** First share minus second with the Newcombe hybrid interval. */
			readonly difference: Estimate;
			readonly p: number;
			readonly test: 'chi_square' | 'fisher' | 'no_variation';
	  }
	| None;

/** A chi-square test with one degree of freedom. */
export type ChiSquareTest = { readonly kind: 'test'; readonly chiSquare: number; readonly p: number } | None;

/** Smallest expected count at which the chi-square test is used instead of Fisher's. */
export const EXPECTED_FOR_CHI_SQUARE = 5;

/** Compares two shares. A bad input: none. Nobody, or everybody, in both groups: p is 1. */
export function twoProportions(first: Share, second: Share, level: Level): TwoProportions {
	const difference = newcombe(first, second, level);
	if (difference.kind === 'none') return difference;
	if (![first.x, first.n, second.x, second.n].every(isWhole)) return none('invalid_count');
	const chi = chiSquareTest(first, second, false);
	if (chi.kind === 'none') return { kind: 'comparison', difference, p: 1, test: 'no_variation' };
	if (Math.min(...expectedCounts(first, second)) >= EXPECTED_FOR_CHI_SQUARE)
		return { kind: 'comparison', difference, p: chi.p, test: 'chi_square' };
	return { kind: 'comparison', difference, p: fisherP(first, second), test: 'fisher' };
}

/** Difference of shares with the Newcombe (1998) hybrid interval, method 10: MOVER on two Wilson intervals. */
export function newcombe(first: Share, second: Share, level: Level): Estimate {
	const a = wilson(first.x, first.n, level);
	const b = wilson(second.x, second.n, level);
	if (a.kind === 'none') return a;
	return b.kind === 'none' ? b : mover(a, b);
}

/** Difference of shares with the Wald interval. For checking against other programs only: too narrow for small n. */
export function waldDifference(first: Share, second: Share, level: Level): Estimate {
	if (!isExposure(first.n) || !isExposure(second.n)) return none('no_denominator');
	const p1 = first.x / first.n;
	const p2 = second.x / second.n;
	const half = zOf(level) * Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n);
	return estimate(p1 - p2, Math.max(-1, p1 - p2 - half), Math.min(1, p1 - p2 + half));
}

function expectedCounts(first: Share, second: Share): number[] {
	const pooled = (first.x + second.x) / (first.n + second.n);
	return [first.n * pooled, first.n * (1 - pooled), second.n * pooled, second.n * (1 - pooled)];
}

/** Pearson chi-square of a 2×2 table, with Yates' continuity correction on request. No variation: none. */
export function chiSquareTest(first: Share, second: Share, yates: boolean): ChiSquareTest {
	if (!isExposure(first.n) || !isExposure(second.n)) return none('no_denominator');
	const pooled = (first.x + second.x) / (first.n + second.n);
	if (!(pooled > 0 && pooled < 1)) return none('not_estimable');
	const gap = Math.abs(first.x - first.n * pooled);
	const corrected = gap - (yates ? Math.min(0.5, gap) : 0);
	const chiSquare = expectedCounts(first, second).reduce((total, e) => total + (corrected * corrected) / e, 0);
	return { kind: 'test', chiSquare, p: chiSquareSurvival(chiSquare, 1) };
}

/** Pooled z test: positive when the first share is higher. No variation: none. */
export function zTest(first: Share, second: Share): NormalTest {
	if (!isExposure(first.n) || !isExposure(second.n)) return none('no_denominator');
	const pooled = (first.x + second.x) / (first.n + second.n);
	if (!(pooled > 0 && pooled < 1)) return none('not_estimable');
	const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n));
	const z = (first.x / first.n - second.x / second.n) / error;
	return { kind: 'test', z, p: normalTwoSided(z) };
}

/** Fisher's exact test, two-sided by minimum likelihood. Nobody, or everybody, in both groups: 1. */
export function fisherP(first: Share, second: Share): number {
	const drawn = first.x + second.x;
	const lowest = Math.max(0, drawn - second.n);
	const highest = Math.min(first.n, drawn);
	const mode = Math.floor(((drawn + 1) * (first.n + 1)) / (first.n + second.n + 2));
	return minimumLikelihoodP((k) => hypergeometricPmf(k, first.n, second.n, drawn), lowest, highest, mode, first.x);
}
