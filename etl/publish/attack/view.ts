/** What an attacker reads of one nature and cycle: cells, their places, and what the catalogue says of their measures. */
import { MEASURES, type Measure } from '../../../src/lib/metrics/index.ts';
import type { DisclosureRules } from '../../../src/lib/server/disclosure/rules.ts';

export interface Place {
	readonly measure: string;
	readonly region: string;
	readonly breakdown: string;
	readonly category: string;
}
export interface SeenCell extends Place {
	/** Null where it is hidden. */
	readonly value: number | null;
	readonly shown: string;
}
export interface Printed {
	readonly region: string;
	readonly measure: string;
	readonly dimension: string | null;
	readonly value: number;
}
export interface StageBand {
	readonly code: string;
	readonly start: string;
	readonly end: string;
}

/** One release, one nature and cycle. `truth`: right guesses; the attacker uses it to choose among what could be, never as a number. */
export interface View {
	readonly cells: readonly SeenCell[];
	readonly truth: (at: Place) => number;
	readonly known: ReadonlyMap<string, number>;
	/** Categories by breakdown: the lists are known. */
	readonly categories: ReadonlyMap<string, readonly string[]>;
}
export interface World {
	readonly parentOf: (region: string) => string | null;
	readonly bands: readonly StageBand[];
	readonly printed: readonly Printed[];
	readonly rules: DisclosureRules;
}
/**
 * Which numbers of several releases are the same: by dataset and area, for each release the first in which they were as they
 * are in it. Who sent something new stands in the list of submissions; the attacker guesses right what was new in it.
 */
export function versionsOf(views: readonly View[]): readonly ((measure: string, region: string) => number)[] {
	const contents = views.map((view) => {
		const lines = Map.groupBy([...view.known].filter(([, value]) => value !== 0), ([key]) => {
			const [measure = '', , region = ''] = key.split('\u001f');
			return `${datasetOf(measure)}\u001f${region}`;
		});
		return new Map([...lines].map(([key, own]) => [key, own.map(([at, value]) => `${at}=${value}`).sort().join('\n')]));
	});
	return contents.map((own, i) => (measure, region) => {
		const key = `${datasetOf(measure)}\u001f${region}`;
		return Math.min(i, contents.findIndex((other) => other.get(key) === own.get(key)));
	});
}

/** Whether the earlier release shows what this one does, and nothing else: then it tells nothing more. */
export function isSame(view: View, before: View): boolean {
	const shown = new Map(before.cells.map((c) => [placeKey(c), c]));
	return view.cells.length === before.cells.length && view.cells.every((c) => {
		const other = shown.get(placeKey(c));
		return other !== undefined && other.value === c.value && other.shown === c.shown;
	});
}

export const placeKey = (p: Place): string => [p.measure, p.breakdown, p.region, p.category].join('\u001f');
export const WHOLE_LINE = '*';
/** Counts of cases and of trained people share names of breakdowns, and no numbers. */
export const familyKey = (cell: Place, parent: string): string => `${guardOf(cell.measure) === 'people' ? 'people' : 'cases'}\u001f${cell.breakdown}\u001f${parent}`;
const measures = new Map<string, Measure>(MEASURES.map((m) => [m.id, m]));
export const guardOf = (measure: string): Measure['guard'] => measures.get(measure)?.guard ?? 'people';
/** Measures whose cells are sums of persons or cases and hidden where small. Points and longest waits are looked at apart. */
export const isCounted = (id: string): boolean => {
	const m = measures.get(id);
	return m !== undefined && m.follows === undefined && (m.guard !== 'open' || m.family === 'headcount');
};

/** Cells that decision 2 and the guard `open` show to everybody, whatever else is hidden. */
export const isAlwaysShown = (at: Place, rules: DisclosureRules): boolean => at.breakdown === '' && (guardOf(at.measure) === 'open' || (guardOf(at.measure) === 'cases' && !rules.strict));

const datasetOf = (id: string): string => measures.get(id)?.dataset ?? id;

/** The measure whose marks a measure follows by the catalogue. */
export const leaderOf = (measure: string): string | null => measures.get(measure)?.follows ?? null;

/** The measure that a measure is part of by the catalogue. */
export const partOf = (measure: string): string | null => measures.get(measure)?.partOf ?? null;
