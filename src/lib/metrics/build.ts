/** How a metric is put together: a count, or a count over another as a proportion. */
import type { Metric, Text } from './types.ts';

export const COUNTED: Text = { id: 'Cacah.', en: 'Count.' };
export const PROPORTION: Text = { id: 'Proporsi; rentang 95 % Wilson.', en: 'Proportion; 95% Wilson interval.' };

/** A plain count: no direction, no interval. */
export const counted = (given: Pick<Metric, 'id' | 'family' | 'name' | 'unit' | 'numerator' | 'about' | 'caveats' | 'sources'>): Metric => ({
	...given,
	polarity: 'none',
	denominator: null,
	per: 1,
	interval: null,
	method: COUNTED
});

/** The same count as a percentage of another, with Wilson's interval. */
export const proportion = (count: Metric, denominator: string, polarity: Metric['polarity'], beside?: string): Metric => ({
	...count,
	unit: 'percent',
	polarity,
	denominator,
	per: 100,
	interval: 'wilson',
	method: PROPORTION,
	...(beside ? { beside } : {})
});
