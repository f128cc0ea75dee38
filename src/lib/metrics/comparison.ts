/** What is compared by default, and which areas are of one size. */
import { metricById } from './index.ts';
import type { Metric, Text } from './types.ts';

/** Columns of the heat map unless the reader chooses others: every stage of the matter once. */
export const COMPARED = [
	'reporting_completeness', 'reported_per_1000', 'proven_per_1000', 'sanctioned_share', 'sanctioned_in_90_share',
	'training_completion', 'training_pass', 'pact_coverage', 'events_prevention'
] as const;

/** The metric that table, chart and funnel show first. */
export const LEAD = 'proven_per_1000';

export interface SizeClass {
	readonly code: 'S' | 'M' | 'L' | 'XL';
	readonly from: number;
	/** First number that is in the next class; null: no end. */
	readonly below: number | null;
	readonly name: Text;
}

/**
 * Size classes by number of ASN, so that areas with similar chance variation are compared. The borders are a decision of
 * Pantau: 4,000, 8,000 and 15,000 are the sizes whose power `methods` section 0 measured.
 */
export const SIZE_CLASSES: readonly SizeClass[] = [
	{ code: 'S', from: 0, below: 4_000, name: { id: 'di bawah 4.000 ASN', en: 'under 4,000 ASN' } },
	{ code: 'M', from: 4_000, below: 8_000, name: { id: '4.000–7.999 ASN', en: '4,000–7,999 ASN' } },
	{ code: 'L', from: 8_000, below: 15_000, name: { id: '8.000–14.999 ASN', en: '8,000–14,999 ASN' } },
	{ code: 'XL', from: 15_000, below: null, name: { id: '15.000 ASN atau lebih', en: '15,000 ASN or more' } }
];

export const sizeClassOf = (asn: number): SizeClass | undefined => SIZE_CLASSES.find((c) => asn >= c.from && (c.below === null || asn < c.below));

/** Metrics of a list of ids; unknown ids are left out. */
export const metricsOf = (ids: readonly string[]): readonly Metric[] => ids.flatMap((id) => metricById(id) ?? []);
