/** What the map offers, and the classes of its values. Breaks are round and fixed: a colour means the same in every cycle. */
import { metricsOf } from './comparison.ts';
import type { Metric } from './types.ts';

export interface Classes {
	/** First value of the second class, the third …; the first class begins at zero, the last has no end. */
	readonly breaks: readonly number[];
}

const SHARES: Classes = { breaks: [20, 40, 60, 80] };

const CLASSES = {
	proven_per_1000: { breaks: [0.1, 0.2, 0.4, 0.8] },
	reported_per_1000: { breaks: [0.2, 0.4, 0.8, 1.6] },
	sanctioned_share: SHARES,
	training_completion: { breaks: [40, 50, 60, 70] },
	events_prevention: { breaks: [1, 5, 10, 20] },
	reporting_completeness: SHARES
} as const satisfies Record<string, Classes>;

/** Classes of the published counts per 10,000 PNS. */
export const PUBLISHED_CLASSES: Classes = { breaks: [0.5, 1, 1.5, 2] };

/** Metrics of the map in Mode contoh, the first one by default; and those that exist as real data. */
export const MAPPED: readonly Metric[] = metricsOf(Object.keys(CLASSES));
export const MAPPED_REAL: readonly Metric[] = metricsOf(['events_prevention', 'reporting_completeness']);

/** Classes of a metric of the map. Throws for another one: ids come from `MAPPED`. */
export function classesOf(metric: Metric): Classes {
	if (!Object.hasOwn(CLASSES, metric.id)) throw new Error(`no classes for ${metric.id}`);
	return CLASSES[metric.id as keyof typeof CLASSES];
}

/** The class of a value, from 0; a value on a break belongs to the class that begins there. */
export const classOf = ({ breaks }: Classes, value: number): number => breaks.filter((b) => value >= b).length;
