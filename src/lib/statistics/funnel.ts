import { chiSquareQuantile } from './dist.ts';
import { type Interval, type Level, type Limits, isExposure, none, tailOf, zOf } from './estimate.ts';

/** Control limits of a share around p0 for a group of n people, within 0..1, at normal deviate z. */
export function shareBand(p0: number, n: number, z: number): Interval {
	const half = z * Math.sqrt((p0 * (1 - p0)) / n);
	return { lower: Math.max(0, p0 - half), upper: Math.min(1, p0 + half) };
}

/**
 * Control limits of a share around the benchmark p0 for a group of n people, both 0..1. They invert the Wilson
 * interval: a point lies outside exactly when its interval excludes p0. Nobody in the group: none.
 */
export function shareLimits(p0: number, n: number, level: Level): Limits {
	if (!isExposure(n)) return none('no_denominator');
	if (!(p0 >= 0 && p0 <= 1)) return none('invalid_count');
	return { kind: 'limits', ...shareBand(p0, n, zOf(level)) };
}

/** Poisson control limits of observed/expected at an expected count above 0, with `tail` left on each side. */
export function ratioBand(expected: number, tail: number): Interval {
	return {
		lower: chiSquareQuantile(tail, 2 * expected) / (2 * expected),
		upper: chiSquareQuantile(1 - tail, 2 * expected + 2) / (2 * expected)
	};
}

/** Control limits of observed/expected (1 = as expected). Nothing expected: none. */
export const ratioLimits = (expected: number, level: Level): Limits =>
	isExposure(expected) ? { kind: 'limits', ...ratioBand(expected, tailOf(level)) } : none('no_denominator');

/** Control limits of a rate around a benchmark rate, both per `per`, for an exposure. Nothing expected: none. */
export function rateLimits(benchmark: number, exposure: number, level: Level, per = 1000): Limits {
	const limits = ratioLimits((benchmark * exposure) / per, level);
	if (limits.kind === 'none') return limits;
	return { kind: 'limits', lower: limits.lower * benchmark, upper: limits.upper * benchmark };
}

/** A point on the rim of a funnel: the expected count at which an observed count is just significant. */
export type RimPoint = { readonly expected: number; readonly ratio: number };

/**
 * The two rim points of an observed count: `low` is the expected count above which it is significantly few, `high` the
 * expected count below which it is significantly many. A count of 0 is never significantly many: expected 0.
 */
export function rim(observed: number, level: Level): { low: RimPoint; high: RimPoint | null } {
	const tail = tailOf(level);
	const few = chiSquareQuantile(1 - tail, 2 * observed + 2) / 2;
	const many = chiSquareQuantile(tail, 2 * observed) / 2;
	return {
		low: { expected: few, ratio: observed / few },
		high: many > 0 ? { expected: many, ratio: observed / many } : null
	};
}

/** Steps between two counts on a drawn rim. */
const STEPS = 4;

/**
 * The rims of a funnel from an expected count `from` to `to` (both above 0), as points of expected count and
 * observed/expected. Between the expected counts at which two neighbouring counts become significant the count is
 * interpolated, so that a whole count lies outside the rim exactly when its exact interval excludes the benchmark. (The
 * direct limits of `ratioLimits` are wider for small counts: they round to the next count.)
 */
export function rims(from: number, to: number, level: Level): { readonly upper: readonly RimPoint[]; readonly lower: readonly RimPoint[] } {
	const curve = (significantAt: (count: number) => number | null): RimPoint[] => {
		const points: RimPoint[] = [];
		for (let count = 0, before: number | null = null; before === null || before <= to; count += 1) {
			const here = significantAt(count);
			if (here === null) continue;
			for (let step = before === null ? STEPS : 1; step <= STEPS; step += 1) {
				const share = step / STEPS;
				const expected = before === null ? here : before + (here - before) * share;
				if (expected >= from && expected <= to) points.push({ expected, ratio: (before === null ? count : count - 1 + share) / expected });
			}
			before = here;
		}
		return points;
	};
	return { upper: curve((count) => rim(count, level).high?.expected ?? null), lower: curve((count) => rim(count, level).low.expected) };
}
