import { type None, isCount, isExposure, none, sum } from './estimate.ts';

/** Fewer areas than this say nothing about how areas vary; never shrink five regencies towards themselves. */
export const AREAS_FOR_SHRINKAGE = 20;

export type CountedArea = { readonly cases: number; readonly population: number };

export type Shrunk =
	| {
			readonly kind: 'shrunk';
			/** Pooled rate, per unit of population. */
			readonly b: number;
			/** Variance between areas; 0 makes every area the pooled rate. */
			readonly a: number;
			readonly raw: readonly number[];
			readonly smoothed: readonly number[];
	  }
	| None;

/**
 * Marshall's (1991) global empirical Bayes rates, per unit of population. An extra view: never the headline, never for
 * significance. Fewer than `minimum` areas, a bad count or population, or no case at all: none.
 */
export function empiricalBayes(areas: readonly CountedArea[], minimum = AREAS_FOR_SHRINKAGE): Shrunk {
	if (areas.length < minimum || areas.length === 0) return none('too_few_areas');
	if (areas.some((area) => !isExposure(area.population))) return none('no_denominator');
	if (areas.some((area) => !isCount(area.cases))) return none('invalid_count');
	const population = sum(areas.map((area) => area.population));
	const b = sum(areas.map((area) => area.cases)) / population;
	if (b === 0) return none('too_few_events');
	const raw = areas.map((area) => area.cases / area.population);
	const spread = sum(areas.map((area) => area.population * (area.cases / area.population - b) ** 2)) / population;
	const a = Math.max(0, spread - b / (population / areas.length));
	const smoothed = areas.map((area) => b + (a * (area.cases / area.population - b)) / (a + b / area.population));
	return { kind: 'shrunk', b, a, raw, smoothed };
}
