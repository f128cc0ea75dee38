import { CASE_MEASURES, CASE_METRICS } from './cases.ts';
import { PREVENTION_MEASURES, PREVENTION_METRICS } from './prevention.ts';
import { TRAINING_MEASURES, TRAINING_METRICS } from './training.ts';
import type { Breakdown, Measure, Metric } from './types.ts';

export type { Breakdown, Family, Guard, Measure, Metric, Polarity, Text, Unit } from './types.ts';

export const MEASURES: readonly Measure[] = [...CASE_MEASURES, ...TRAINING_MEASURES, ...PREVENTION_MEASURES];
export const METRICS: readonly Metric[] = [...CASE_METRICS, ...TRAINING_METRICS, ...PREVENTION_METRICS];

export const BREAKDOWNS: readonly Breakdown[] = ['month', 'stage', 'violation_type', 'position', 'employment', 'agency', 'holder', 'age', 'course', 'kind'];

export const metricById = (id: string): Metric | undefined => METRICS.find((m) => m.id === id);

/** The measure of that id. Throws for an unknown one: ids are constants of this folder. */
export function measureById(id: string): Measure {
	const found = MEASURES.find((m) => m.id === id);
	if (!found) throw new Error(`no measure ${id}`);
	return found;
}

/** Breakdowns that a metric may be asked with: those of its numerator (and of its denominator, unless that is the headcount). */
export function breakdownsOf(metric: Metric): readonly Breakdown[] {
	const numerator = Object.keys(measureById(metric.numerator).by) as Breakdown[];
	if (metric.denominator === null || metric.denominator === metric.numerator) return numerator;
	const denominator = measureById(metric.denominator).by;
	return numerator.filter((b) => b in denominator);
}
