import { type None, at, none, sum } from './estimate.ts';

/** Below this many baseline points the limits are trial limits (NHS Making Data Count). */
export const BASELINE_POINTS = 13;

/** Below this mean the normal-based limits do not suit counts: use longer periods. */
export const MEAN_FOR_XMR = 5;

export type SpecialCause =
	| 'common_cause'
	| 'above_limit'
	| 'below_limit'
	| 'rising'
	| 'falling'
	| 'two_in_three_above'
	| 'two_in_three_below'
	| 'run_above'
	| 'run_below';

/** Which direction of the series is an improvement: 1 up, −1 down, 0 neither. */
export type ImprovementDirection = 1 | -1 | 0;

export type Variation = 'common_cause' | 'improvement' | 'concern' | 'neutral_high' | 'neutral_low';

export type Assurance = 'target_above_limits' | 'target_inside_limits' | 'target_below_limits';

export type XmrOptions = {
	/** Drop moving ranges of 3.267 times their mean or more, once. */
	readonly screenOutliers?: boolean;
	/** Points the limits are computed from; all of them when left out. */
	readonly baseline?: number;
	readonly improvement?: ImprovementDirection;
	/** Counts cannot be negative: raises the lower limit that is shown to 0. The rules keep the computed one. */
	readonly clipAtZero?: boolean;
};

export type Xmr =
	| {
			readonly kind: 'xmr';
			readonly mean: number;
			readonly lower: number;
			readonly upper: number;
			readonly trialLimits: boolean;
			readonly causes: readonly SpecialCause[];
			readonly variation: readonly Variation[];
	  }
	| None;

/** Individuals chart of a series without gaps, oldest first. Fewer than two baseline points: none. */
export function xmr(series: readonly number[], options: XmrOptions = {}): Xmr {
	const { screenOutliers = true, improvement = 0, clipAtZero = false } = options;
	const baseline = series.slice(0, options.baseline ?? series.length);
	if (series.some((y) => !Number.isFinite(y))) return none('invalid_count');
	if (baseline.length < 2) return none('too_few_points');
	const mean = sum(baseline) / baseline.length;
	const half = 2.66 * meanMovingRange(baseline, screenOutliers);
	const sides = series.map((y) => Math.sign(y - mean));
	const causes = specialCauses(series, sides, mean, half);
	return {
		kind: 'xmr',
		mean,
		lower: clipAtZero ? Math.max(0, mean - half) : mean - half,
		upper: mean + half,
		trialLimits: baseline.length < BASELINE_POINTS,
		causes,
		variation: causes.map((cause, i) => variationOf(cause, at(sides, i), improvement))
	};
}

function meanMovingRange(series: readonly number[], screen: boolean): number {
	const ranges = series.slice(1).map((y, i) => Math.abs(y - at(series, i)));
	const mean = sum(ranges) / ranges.length;
	const kept = screen ? ranges.filter((range) => range < 3.267 * mean) : ranges;
	return kept.length === 0 ? 0 : sum(kept) / kept.length;
}

function specialCauses(
	series: readonly number[],
	sides: readonly number[],
	mean: number,
	half: number
): SpecialCause[] {
	const outside = series.map((y) => (y > mean + half ? 1 : y < mean - half ? -1 : 0));
	const near = series.map((y, i) => (at(outside, i) === 0 && Math.abs(y - mean) > (2 / 3) * half ? 1 : 0));
	const trends = spreadBack(sevenPointTrend(series));
	const pairs = twoInThree(near, sides);
	const oneSide = sevenOneSide(sides);
	const runs = spreadBack(oneSide.map((flag, i) => flag * at(sides, i)));
	return series.map((_, i) => {
		if (at(outside, i) !== 0) return at(outside, i) > 0 ? 'above_limit' : 'below_limit';
		if (at(trends, i) !== 0) return at(trends, i) > 0 ? 'rising' : 'falling';
		if (at(pairs, i) === 1 && at(near, i) === 1) return at(sides, i) > 0 ? 'two_in_three_above' : 'two_in_three_below';
		if (at(runs, i) !== 0) return at(runs, i) > 0 ? 'run_above' : 'run_below';
		return 'common_cause';
	});
}

/** 1 at every point that completes seven in a row on one side of the mean (sides −1, 0, 1), else 0. */
export const sevenOneSide = (sides: readonly number[]): number[] =>
	sides.map((side, i) => (side !== 0 && i >= 6 && sides.slice(i - 6, i).every((other) => other === side) ? 1 : 0));

/** 1 at every point that completes seven rising, −1 seven falling points, else 0. */
export const sevenPointTrend = (series: readonly number[]): number[] =>
	series.map((_, i) => {
		if (i < 6) return 0;
		const steps = series.slice(i - 5, i + 1).map((y, j) => Math.sign(y - at(series, i - 6 + j)));
		if (steps.every((step) => step === 1)) return 1;
		return steps.every((step) => step === -1) ? -1 : 0;
	});

/**
 * 1 at every point of three neighbours on one side of the mean of which two are near the limit, else 0.
 * `near` is 1 beyond two thirds of the way to a limit; `sides` −1, 0, 1.
 */
export const twoInThree = (near: readonly number[], sides: readonly number[]): number[] =>
	near.map((_, i) => {
		const window = (start: number): boolean =>
			start >= 0 &&
			start + 3 <= near.length &&
			sum(near.slice(start, start + 3)) >= 2 &&
			Math.abs(sum(sides.slice(start, start + 3))) === 3;
		return window(i - 2) || window(i - 1) || window(i) ? 1 : 0;
	});

/** A rule that fires at its seventh point marks the six before it too. */
function spreadBack(flags: readonly number[]): number[] {
	return flags.map((_, i) => flags.slice(i, i + 7).find((flag) => flag !== 0) ?? 0);
}

function variationOf(cause: SpecialCause, side: number, improvement: ImprovementDirection): Variation {
	if (cause === 'common_cause') return 'common_cause';
	const direction = cause === 'rising' ? 1 : cause === 'falling' ? -1 : side;
	if (improvement === 0) return direction > 0 ? 'neutral_high' : 'neutral_low';
	return direction === improvement ? 'improvement' : 'concern';
}

/** Whether a target lies above, inside or below the limits: can this process meet it? */
export function assurance(target: number, lower: number, upper: number): Assurance {
	if (target > upper) return 'target_above_limits';
	return target < lower ? 'target_below_limits' : 'target_inside_limits';
}
