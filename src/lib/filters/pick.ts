/** One category that the reader pressed in a chart or a table: a month, a form of violation, a position, a stage. */
import { z } from 'zod';

/** At most one at a time: a table that crosses two breakdowns does not exist (the fixed list of public tables). */
export const PICKS = ['month', 'violation_type', 'position', 'stage'] as const;
export type PickName = (typeof PICKS)[number];
export interface Pick {
	readonly breakdown: PickName;
	readonly category: string;
}

const category = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);

/** The first pick that the URL names; a wrong value is the same as none. */
export function parsePick(params: URLSearchParams): Pick | null {
	for (const breakdown of PICKS) {
		const value = category.safeParse(params.get(breakdown));
		if (value.success) return { breakdown, category: value.data };
	}
	return null;
}

export const pickParams = (pick: Pick | null): [string, string][] => (pick ? [[pick.breakdown, pick.category]] : []);
