import type { Estimate, Interval } from './estimate.ts';

/** Which direction is desirable. `none`: the indicator carries no judgement (reports received, for example). */
export type Polarity = 'low_is_good' | 'high_is_good' | 'none';

export type Verdict =
	'much_better' | 'better' | 'similar' | 'worse' | 'much_worse' | 'higher' | 'lower' | 'not_compared';

/** Where an area stands before any judgement: on which side of the benchmark, and beyond which level. */
export type Position =
	| { readonly side: 'above' | 'below'; readonly beyond: 0.95 | 0.998 }
	| { readonly side: 'similar' }
	| { readonly side: 'unknown' };

type Side = Position['side'];

/** Where an interval lies relative to a value; touching it is similar. */
function sideOf(interval: Estimate, benchmark: number): Side {
	if (interval.kind === 'none') return 'unknown';
	if (interval.upper < benchmark) return 'below';
	return interval.lower > benchmark ? 'above' : 'similar';
}

/** Position of two nested intervals (95 % and 99.8 %) against a benchmark value in the same unit. */
export function position(interval95: Estimate, interval998: Estimate, benchmark: number | null): Position {
	if (benchmark === null || !Number.isFinite(benchmark)) return { side: 'unknown' };
	const side = sideOf(interval95, benchmark);
	if (side === 'unknown' || side === 'similar') return { side };
	return { side, beyond: sideOf(interval998, benchmark) === side ? 0.998 : 0.95 };
}

/** Position of a value against one pair of control limits, which a value may touch. */
export function positionInLimits(value: number, limits: Interval): Position {
	if (value < limits.lower) return { side: 'below', beyond: 0.95 };
	return value > limits.upper ? { side: 'above', beyond: 0.95 } : { side: 'similar' };
}

/** The word for a position under a polarity. Without polarity there are only higher, similar and lower. */
export function judge(where: Position, polarity: Polarity): Verdict {
	if (where.side === 'unknown') return 'not_compared';
	if (where.side === 'similar') return 'similar';
	if (polarity === 'none') return where.side === 'above' ? 'higher' : 'lower';
	const good = (where.side === 'above') === (polarity === 'high_is_good');
	const far = where.beyond === 0.998;
	if (good) return far ? 'much_better' : 'better';
	return far ? 'much_worse' : 'worse';
}

/**
 * An area's intervals against a benchmark VALUE in the same unit. Outside the 95 % interval: better/worse; outside the
 * 99.8 % interval too: much better/much worse. Without polarity: higher/similar/lower, from the 95 % interval.
 * Missing interval or benchmark (null also when the area is the benchmark): not compared.
 */
export const verdict = (
	interval95: Estimate,
	interval998: Estimate,
	benchmark: number | null,
	polarity: Polarity
): Verdict => judge(position(interval95, interval998, benchmark), polarity);

/**
 * An area's interval against a benchmark that is itself uncertain: different only when the two do not overlap.
 * Stricter than a test; for two areas of the same kind use the comparisons of rates or proportions instead.
 */
export function verdictAgainstInterval(area: Estimate, benchmark: Estimate, polarity: Polarity): Verdict {
	if (area.kind === 'none' || benchmark.kind === 'none') return 'not_compared';
	if (area.upper < benchmark.lower) return judge({ side: 'below', beyond: 0.95 }, polarity);
	if (area.lower > benchmark.upper) return judge({ side: 'above', beyond: 0.95 }, polarity);
	return 'similar';
}
