import { CASE_MEASURES, CASE_METRICS } from './cases.ts';
import { HANDLING_MEASURES, HANDLING_METRICS } from './handling.ts';
import { PREVENTION_MEASURES, PREVENTION_METRICS } from './prevention.ts';
import { REPORTING_MEASURES, REPORTING_METRICS } from './reporting.ts';
import { TRAINING_MEASURES, TRAINING_METRICS } from './training.ts';
import type { Breakdown, Measure, Metric, Part, Text } from './types.ts';

export type { Breakdown, Family, Guard, Measure, Metric, Part, Polarity, Text, Unit } from './types.ts';

export const MEASURES: readonly Measure[] = [...CASE_MEASURES, ...HANDLING_MEASURES, ...TRAINING_MEASURES, ...PREVENTION_MEASURES, ...REPORTING_MEASURES];
export const METRICS: readonly Metric[] = [...CASE_METRICS, ...HANDLING_METRICS, ...TRAINING_METRICS, ...PREVENTION_METRICS, ...REPORTING_METRICS];

export const BREAKDOWNS: readonly Breakdown[] = ['month', 'act_month', 'stage', 'violation_type', 'position', 'employment', 'agency', 'holder', 'age', 'state', 'outcome', 'escalation', 'quarter', 'course', 'kind', 'dataset'];

/** Who answers for the definitions. */
export const METRIC_OWNER: Text = { id: 'Pantau (menunggu penegasan BKN)', en: 'Pantau (to be confirmed by BKN)' };

export const metricById = (id: string): Metric | undefined => METRICS.find((m) => m.id === id);

/** The measure of that id. Throws for an unknown one: ids are constants of this folder. */
export function measureById(id: string): Measure {
	const found = MEASURES.find((m) => m.id === id);
	if (!found) throw new Error(`no measure ${id}`);
	return found;
}

/** Metrics with those that must stand beside them, each once, in order. */
export function withCompanions(metrics: readonly Metric[]): readonly Metric[] {
	return [...new Set(metrics.flatMap((m) => [m, ...(m.beside ? [metricById(m.beside) ?? m] : [])]))];
}

/** Breakdowns that a metric may be asked with: those that its numerator and its denominator share. A curve has none. */
export function breakdownsOf(metric: Metric): readonly Breakdown[] {
	if (metric.interval === 'log_log') return [];
	const numerator = BREAKDOWNS.filter((b) => b in measureById(metric.numerator).by);
	if (metric.denominator === null || metric.denominator === metric.numerator) return numerator;
	const denominator = measureById(metric.denominator).by;
	return numerator.filter((b) => b in denominator);
}

/** What a regency must have sent to be counted in a metric of the areas above it, in all or by a breakdown; empty for what Pantau knows itself. */
export function sentFor(metric: Metric, breakdown: Breakdown | null): readonly (NonNullable<Measure['dataset']> | Part)[] {
	const numerator = measureById(metric.numerator);
	const counted = [numerator, ...(metric.denominator === null ? [] : [measureById(metric.denominator)])];
	const parts = counted.flatMap((m) => [m.part, breakdown === null ? undefined : m.partBy?.[breakdown]]);
	return [...new Set([numerator.dataset, ...parts].filter((s) => s !== null && s !== undefined))];
}
