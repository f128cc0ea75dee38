import type { Shown } from './rules.ts';

export interface MeasureCell {
	readonly measure: string;
	readonly nature: string;
	readonly region: string;
	readonly cycle: string;
	/** Empty for a total. */
	readonly breakdown: string;
	readonly category: string;
	readonly value: number;
}

export interface ProtectedCell extends MeasureCell {
	readonly shown: Shown;
}

/** Category of the one row that stands for a line hidden as a whole: not even its categories are told. */
export const WHOLE_LINE = '*';

/** Parent of an area in the hierarchy of sums: regency → province → nation → none. */
export type ParentOf = (region: string) => string | null;

/** All categories of a breakdown, for breakdowns with a fixed list; null for open lists (agencies, courses). */
export type CategoriesOf = (breakdown: string, nature: string, cycle: string) => readonly string[] | null;

export const keyOf = (c: Pick<MeasureCell, 'measure' | 'nature' | 'region' | 'cycle' | 'breakdown' | 'category'>): string =>
	[c.measure, c.nature, c.region, c.cycle, c.breakdown, c.category].join('\u001f');
export const lineOf = (c: MeasureCell): string => [c.measure, c.nature, c.region, c.cycle, c.breakdown].join('\u001f');

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const k = key(item);
		const group = groups.get(k);
		if (group) group.push(item);
		else groups.set(k, [item]);
	}
	return groups;
}
