/** What Peta adds to the filters of every page: which metric, and what the colour says. */
import { z } from 'zod';

export interface MapChoice {
	/** Null: the default metric of the nature. `published`: the figures of authorities. */
	readonly metric: string | null;
	/** Null: the verdict where the metric has one, else the value. */
	readonly colour: 'verdict' | 'value' | null;
}

/** A wrong value is the same as none. */
export function parseMap(params: URLSearchParams): MapChoice {
	return {
		metric: z.string().regex(/^[a-z0-9_]{1,60}$/).nullable().catch(null).parse(params.get('metric') || null),
		colour: z.enum(['verdict', 'value']).nullable().catch(null).parse(params.get('colour') || null)
	};
}

/** The parameters of a choice, without defaults. */
export const mapParams = (choice: MapChoice): [string, string][] =>
	(['metric', 'colour'] as const).flatMap((name): [string, string][] => {
		const value = choice[name];
		return value === null ? [] : [[name, value]];
	});
