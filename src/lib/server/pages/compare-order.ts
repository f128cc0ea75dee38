/** The order of a comparison: by interval, never a bare rank. */
import type { Metric } from '../../metrics/index.ts';
import type { Answer, OkResult } from '../ask/types.ts';
import { cellOf } from './cards.ts';

export const okAt = (answer: Answer, metric: Metric, region: string, cycle: string): OkResult | null => {
	const result = cellOf(answer, metric.id, region, cycle)?.result;
	return result?.status === 'ok' ? result : null;
};

/**
 * Areas by what is surest about them: low is good or no direction: by the lower limit of the interval, highest first; high is
 * good: by the upper limit, lowest first; without interval by value. Areas without a figure stand last, by code.
 */
export function byInterval(areas: readonly string[], answer: Answer, metric: Metric, cycle: string): readonly string[] {
	const isHigh = metric.polarity === 'high_is_good';
	const place = (area: string): number => {
		const result = okAt(answer, metric, area, cycle);
		if (!result) return Number.POSITIVE_INFINITY;
		return isHigh ? (result.interval?.upper ?? result.value) : -(result.interval?.lower ?? result.value);
	};
	const value = (area: string): number => (isHigh ? 1 : -1) * (okAt(answer, metric, area, cycle)?.value ?? 0);
	return [...areas].sort((a, b) => compare(place(a), place(b)) || value(a) - value(b) || a.localeCompare(b));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
