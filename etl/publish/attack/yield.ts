/** What is hidden besides, where the attack on a built release still finds a number: protection looks at one family of areas at a time, the attack at all. */
import { MEASURES, type Measure } from '../../../src/lib/metrics/index.ts';
import { WHOLE_LINE, type ParentOf, type ProtectedCell } from '../../../src/lib/server/disclosure/protect.ts';
import type { Place } from './view.ts';

/** A number found, with the nature and cycle of its view. */
export interface Found {
	readonly nature: string;
	readonly cycle: string;
	readonly at: Place;
}

/** Rounds of hiding and attacking again; what is found after them stops the publication. */
export const ROUNDS = 6;

const measures = new Map<string, Measure>(MEASURES.map((m) => [m.id, m]));
const datasetOf = (id: string): string | null => measures.get(id)?.dataset ?? null;
const guardOf = (id: string): Measure['guard'] | undefined => measures.get(measures.get(id)?.follows ?? id)?.guard;
/** Counts that may be hidden: not what is open by its kind, and not the plain totals that decision 2 shows. */
const mayYield = (c: ProtectedCell): boolean => guardOf(c.measure) !== 'open' && !(c.breakdown === '' && guardOf(c.measure) === 'cases');

const lineKey = (c: ProtectedCell, region: string): string => [c.measure, c.nature, c.cycle, region, c.breakdown].join('\u001f');

/** The area below the nation that holds a region; null for the nation. */
function familyOf(region: string, parentOf: ParentOf): string | null {
	const above = parentOf(region);
	if (above === null) return null;
	return parentOf(above) === null ? region : familyOf(above, parentOf);
}

/**
 * Hides lines of the dataset and breakdown in which a number was found: first of the province and its regencies, then of the
 * nation too, then everywhere. A total that was found takes the breakdowns of its dataset with it. Nothing that was hidden is shown.
 */
export function yieldTo(cells: readonly ProtectedCell[], found: readonly Found[], parentOf: ParentOf, round: number): ProtectedCell[] {
	const isMeant = (c: ProtectedCell): boolean =>
		mayYield(c) && found.some(({ nature, cycle, at }) => {
			if (c.nature !== nature || c.cycle !== cycle || datasetOf(c.measure) !== datasetOf(at.measure)) return false;
			if (at.breakdown !== '' && c.breakdown !== at.breakdown) return false;
			const family = familyOf(at.region, parentOf);
			return round >= 2 || family === null || familyOf(c.region, parentOf) === family || (round === 1 && familyOf(c.region, parentOf) === null);
		});
	const meant = cells.filter(isMeant);
	const lines = new Map(meant.map((c) => [lineKey(c, c.region), c]));
	// An area of the same group without a line would be read as zero: it gets the mark of the others.
	for (const group of Map.groupBy(meant, (c) => [c.nature, c.cycle, datasetOf(c.measure)].join('\u001f')).values()) {
		const regions = new Set(group.map((c) => c.region));
		for (const like of new Map(group.map((c) => [lineKey(c, ''), c])).values()) {
			for (const region of regions) if (!lines.has(lineKey(like, region))) lines.set(lineKey(like, region), { ...like, region, value: 0, shown: 'open' });
		}
	}
	const hidden = [...lines.values()].map((c): ProtectedCell => ({ ...c, category: c.breakdown === '' ? '' : WHOLE_LINE, shown: c.breakdown === '' && c.shown !== 'open' ? c.shown : 'secondary' }));
	return [...cells.filter((c) => !isMeant(c)), ...hidden];
}
