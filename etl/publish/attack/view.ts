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
/** An earlier release; of the areas in `changed` something is another number now. */
export interface Earlier {
	readonly view: View;
	readonly changed: ReadonlySet<string>;
}

/** Areas of which anything differs between two releases. */
export function changedRegions(view: View, before: View): ReadonlySet<string> {
	const changed = new Set<string>();
	for (const [one, other] of [[view.known, before.known], [before.known, view.known]] as const) {
		for (const [key, value] of one) if ((other.get(key) ?? 0) !== value) changed.add(key.split('\u001f')[2] ?? '');
	}
	return changed;
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

/** The measure whose marks a measure follows by the catalogue. */
export const leaderOf = (measure: string): string | null => measures.get(measure)?.follows ?? null;

/** The measure that a measure is part of by the catalogue. */
export const partOf = (measure: string): string | null => measures.get(measure)?.partOf ?? null;
