import { type Interval, type Level, type Limits, type None, at, isExposure, none, sum, zOf } from './estimate.ts';

/** Below this number of areas the between-area variance is noise and is not estimated. */
export const AREAS_FOR_OVERDISPERSION = 20;

/** `ratio_log`, `ratio_sqrt`: observed/expected around 1. `share`: arcsine-sqrt. `rate_log`: count over exposure. */
export type FunnelScale = 'ratio_log' | 'ratio_sqrt' | 'share' | 'rate_log';

/** How extreme z scores are tamed before the variance is estimated. */
export type Trimming = 'winsorise' | 'truncate';

export type FunnelArea = { readonly numerator: number; readonly denominator: number };

export type Overdispersion =
	| {
			readonly kind: 'overdispersion';
			/** Centre of the funnel on the transformed scale. */
			readonly target: number;
			/** One per area; null where the count is 0 and the scale is logarithmic. */
			readonly z: readonly (number | null)[];
			/** As z, with extremes pulled in (winsorise) or null (truncate). */
			readonly trimmed: readonly (number | null)[];
			readonly s: readonly number[];
			readonly used: number;
			/** Mean squared z; above 1 is overdispersion. */
			readonly phi: number;
			/** Between-area variance to add to s². */
			readonly tau2: number;
	  }
	| None;

type Transform = { target: number; y: number; s: number };

function transform(scale: FunnelScale, area: FunnelArea, pooled: number): Transform {
	const { numerator: x, denominator: n } = area;
	if (scale === 'ratio_log') return { target: 0, y: Math.log(x / n), s: 1 / Math.sqrt(n) };
	if (scale === 'ratio_sqrt') return { target: 1, y: Math.sqrt(x / n), s: 1 / (2 * Math.sqrt(n)) };
	if (scale === 'share') {
		const arcsine = (p: number): number => Math.asin(Math.sqrt(p));
		return { target: arcsine(pooled), y: arcsine(x / n), s: 1 / (2 * Math.sqrt(n)) };
	}
	const s = Math.sqrt(x / (x + 0.5) ** 2 + n / (n + 0.5) ** 2);
	return { target: Math.log(pooled), y: Math.log((x + 0.5) / (n + 0.5)), s };
}

/**
 * Additive between-area variance of a funnel (Spiegelhalter 2005, 2012). `trimBy` is the share at each end.
 * Fewer areas than `minimum`, or an area without denominator: none.
 */
export function overdispersion(
	areas: readonly FunnelArea[],
	scale: FunnelScale,
	trimming: Trimming = 'winsorise',
	trimBy = 0.1,
	minimum = AREAS_FOR_OVERDISPERSION
): Overdispersion {
	if (areas.some((area) => !(area.denominator > 0))) return none('no_denominator');
	if (areas.some((area) => !(area.numerator >= 0))) return none('invalid_count');
	if (scale === 'share' && areas.some((area) => area.numerator > area.denominator))
		return none('numerator_exceeds_denominator');
	const pooled = sum(areas.map((a) => a.numerator)) / sum(areas.map((a) => a.denominator));
	if (areas.length > 0 && pooled === 0) return none('too_few_events');
	const transforms = areas.map((area) => transform(scale, area, pooled));
	const z = transforms.map(({ y, target, s }) => (Number.isFinite(y) ? (y - target) / s : null));
	const trimmed = trimming === 'winsorise' ? winsorise(z, trimBy) : truncate(z, trimBy);
	const kept = trimmed.flatMap((score, i) => (score === null ? [] : [{ score, s: transforms[i]?.s ?? 0 }]));
	if (areas.length < minimum || kept.length < 2) return none('too_few_areas');
	const phi = sum(kept.map(({ score }) => score * score)) / kept.length;
	return {
		kind: 'overdispersion',
		target: transforms[0]?.target ?? 0,
		z,
		trimmed,
		s: transforms.map(({ s }) => s),
		used: kept.length,
		phi,
		tau2: betweenVariance(phi, kept.map(({ s }) => s))
	};
}

function betweenVariance(phi: number, s: readonly number[]): number {
	const weights = s.map((value) => 1 / (value * value));
	const total = sum(weights);
	const excess = s.length * phi - (s.length - 1);
	return Math.max(0, excess / (total - sum(weights.map((w) => w * w)) / total));
}

/** Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan). */
export function quantile(values: readonly number[], p: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * p;
	const below = Math.floor(place);
	const low = at(sorted, below);
	return low + (place - below) * (at(sorted, Math.min(below + 1, sorted.length - 1)) - low);
}

function winsorise(z: readonly (number | null)[], trimBy: number): (number | null)[] {
	const scores = z.filter((score) => score !== null);
	if (scores.length === 0) return [...z];
	const low = quantile(scores, trimBy);
	const high = quantile(scores, 1 - trimBy);
	return z.map((score) => (score === null ? null : Math.min(high, Math.max(low, score))));
}

/** Splits the ranks into 1/trimBy groups and leaves out the first and the last. */
function truncate(z: readonly (number | null)[], trimBy: number): (number | null)[] {
	const scores = z.filter((score) => score !== null);
	const groups = Math.round(1 / trimBy);
	return z.map((score) => {
		if (score === null) return null;
		const lower = scores.filter((other) => other < score).length;
		const same = scores.filter((other) => other === score).length;
		const rank = lower + (same + 1) / 2;
		const group = Math.floor((rank * groups) / (scores.length + 1));
		return group > 0 && group < groups - 1 ? score : null;
	});
}

/**
 * Limits widened by tau2 at a denominator above 0 and a normal deviate z, on the scale of the indicator. On
 * `ratio_sqrt` they are drawn to first order around 1, as FunnelPlotR does; `rate_log` has no agreed s without a count
 * and is not offered.
 */
export function widenedBand(
	scale: Exclude<FunnelScale, 'rate_log'>,
	target: number,
	tau2: number,
	denominator: number,
	z: number
): Interval {
	const variance = (scale === 'ratio_log' ? 1 : 0.25) / denominator;
	const half = z * Math.sqrt(variance + tau2);
	if (scale === 'ratio_log') return { lower: Math.exp(target - half), upper: Math.exp(target + half) };
	if (scale === 'ratio_sqrt') return { lower: target - half, upper: target + half };
	const lower = Math.max(0, target - half);
	const upper = Math.min(Math.PI / 2, target + half);
	return { lower: Math.sin(lower) ** 2, upper: Math.sin(upper) ** 2 };
}

/** {@link widenedBand} at a level. No denominator: none. */
export const widenedLimits = (
	scale: Exclude<FunnelScale, 'rate_log'>,
	target: number,
	tau2: number,
	denominator: number,
	level: Level
): Limits =>
	isExposure(denominator)
		? { kind: 'limits', ...widenedBand(scale, target, tau2, denominator, zOf(level)) }
		: none('no_denominator');
