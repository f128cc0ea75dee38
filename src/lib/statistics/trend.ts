import { chiSquareSurvival } from './dist.ts';
import { type None, at, isCount, isExposure, none, sum } from './estimate.ts';
import type { Polarity } from './verdict.ts';

/** Points a recent trend is read from, equally spaced and ending with the newest (Fingertips). */
export const TREND_POINTS = 5;

/** Chi-square with one degree of freedom at 99.8 %. */
export const TREND_THRESHOLD = 9.54953570608324;

export type Direction = 'increasing' | 'decreasing' | 'no_change';

export type Trend =
	| { readonly kind: 'trend'; readonly chiSquare: number; readonly significant: boolean; readonly direction: Direction }
	| None;

export type RatePoint = {
	readonly count: number;
	readonly denominator: number;
	readonly value: number;
	readonly lower95: number | null;
	readonly upper95: number | null;
};

export type SharePoint = { readonly x: number; readonly n: number };

type Line = { slope: number; chiSquare: number };

/** Weighted least squares of y on the given times; weights are inverse variances. */
function weightedLine(t: readonly number[], y: readonly number[], w: readonly number[]): Line {
	const total = sum(w);
	const centre = sum(w.map((weight, i) => weight * at(t, i))) / total;
	const spread = sum(w.map((weight, i) => weight * (at(t, i) - centre) ** 2));
	const slope = sum(w.map((weight, i) => weight * (at(t, i) - centre) * at(y, i))) / spread;
	return { slope, chiSquare: slope * slope * spread };
}

/** Whether the slope keeps its sign when each point in turn is left out. */
function signHolds(slope: number, t: readonly number[], y: readonly number[], w: readonly number[]): boolean {
	return t.every((_, left) => {
		const without = (values: readonly number[]): number[] => values.filter((_value, i) => i !== left);
		return Math.sign(weightedLine(without(t), without(y), without(w)).slope) === Math.sign(slope);
	});
}

function trendFrom(slope: number, chiSquare: number, holds: boolean): Trend {
	const significant = holds && chiSquare > TREND_THRESHOLD;
	const direction = slope > 0 ? 'increasing' : 'decreasing';
	return { kind: 'trend', chiSquare, significant, direction: significant ? direction : 'no_change' };
}

/**
 * Recent trend of a rate from the last five points, oldest first, weighted by their 95 % intervals. Fewer points, a
 * count equal to its denominator, a missing or zero-width interval: none.
 */
export function rateTrend(points: readonly RatePoint[]): Trend {
	const last = points.slice(-TREND_POINTS);
	if (last.length < TREND_POINTS) return none('too_few_points');
	if (last.some((p) => p.count === p.denominator)) return none('not_estimable');
	const widths = last.map((p) => (p.lower95 === null || p.upper95 === null ? null : p.upper95 - p.lower95));
	if (widths.includes(null)) return none('no_interval');
	const w = widths.map((width) => (3.92 / (width ?? 0)) ** 2);
	if (w.some((weight) => !Number.isFinite(weight))) return none('not_estimable');
	const t = last.map((_, i) => i + 1);
	const y = last.map((p) => p.value);
	const line = weightedLine(t, y, w);
	return trendFrom(line.slope, line.chiSquare, signHolds(line.slope, t, y, w));
}

/**
 * Recent trend of a share from the last five points, oldest first: Cochran-Armitage, with the sign of the slope of the
 * log odds checked by leaving points out. Fewer points, or nobody or everybody in any of them: none.
 */
export function shareTrend(points: readonly SharePoint[]): Trend {
	const last = points.slice(-TREND_POINTS);
	if (last.length < TREND_POINTS) return none('too_few_points');
	if (last.some(badShare)) return none('invalid_count');
	if (last.some((p) => p.x === p.n || p.x === 0)) return none('not_estimable');
	const t = last.map((_, i) => i + 1);
	const logOdds = last.map((p) => Math.log(p.x / (p.n - p.x)));
	const equal = last.map(() => 1);
	const { slope } = weightedLine(t, logOdds, equal);
	const test = cochranArmitage(last, t);
	return test.kind === 'none' ? test : trendFrom(slope, test.chiSquare, signHolds(slope, t, logOdds, equal));
}

export type ChiSquare =
	{ readonly kind: 'test'; readonly chiSquare: number; readonly df: number; readonly p: number } | None;

const badShare = (p: SharePoint): boolean => !isExposure(p.n) || !isCount(p.x) || p.x > p.n;

/**
 * Cochran-Armitage test for a linear trend of shares over the given scores (R prop.trend.test). A bad share or no
 * variation: none.
 */
export function cochranArmitage(points: readonly SharePoint[], scores: readonly number[]): ChiSquare {
	if (points.some(badShare)) return none('invalid_count');
	const n = sum(points.map((p) => p.n));
	const x = sum(points.map((p) => p.x));
	const xt = sum(points.map((p, i) => p.x * at(scores, i)));
	const nt = sum(points.map((p, i) => p.n * at(scores, i)));
	const ntt = sum(points.map((p, i) => p.n * at(scores, i) ** 2));
	const variance = x * (n - x) * (n * ntt - nt * nt);
	if (!(variance > 0)) return none('not_estimable');
	const chiSquare = (n * (n * xt - x * nt) ** 2) / variance;
	return { kind: 'test', chiSquare, df: 1, p: chiSquareSurvival(chiSquare, 1) };
}

/** Chi-square test that several shares are equal. Fewer than two groups, or no variation: none. */
export function equalShares(points: readonly SharePoint[]): ChiSquare {
	if (points.some(badShare)) return none('invalid_count');
	const pooled = sum(points.map((p) => p.x)) / sum(points.map((p) => p.n));
	if (points.length < 2 || !(pooled > 0 && pooled < 1)) return none('not_estimable');
	const chiSquare = sum(points.map((p) => (p.x - p.n * pooled) ** 2 / (p.n * pooled * (1 - pooled))));
	const df = points.length - 1;
	return { kind: 'test', chiSquare, df, p: chiSquareSurvival(chiSquare, df) };
}

export type TrendJudgement = 'getting_better' | 'getting_worse' | Direction;

/** The word for a trend under a polarity. */
export function judgeTrend(direction: Direction, polarity: Polarity): TrendJudgement {
	if (direction === 'no_change' || polarity === 'none') return direction;
	return (direction === 'increasing') === (polarity === 'high_is_good') ? 'getting_better' : 'getting_worse';
}
