/** What Bandingkan adds to the filters of every page: which areas, which metrics, against what. Read from the URL, written to it. */
import { z } from 'zod';

export const GROUPS = ['senders', 'province', 'provinces', 'size', 'all'] as const;
export type Group = (typeof GROUPS)[number];
export const COMPARISON_NAMES = ['area', 'group', 'metric', 'lead', 'benchmark'] as const;

export interface Comparison {
	/** Chosen one by one; none: the group decides. */
	readonly areas: readonly string[];
	readonly group: Group | null;
	/** Columns of the heat map; none: the default list. */
	readonly metrics: readonly string[];
	/** The metric of table, chart and funnel; null: the default one. */
	readonly lead: string | null;
	readonly benchmark: 'nation' | 'province' | 'previous' | 'target';
}

const id = z.string().regex(/^[a-z0-9_]{1,60}$/);
const area = z.string().regex(/^(\d{2}(\.\d{2})?|ID)$/);
const several = (params: URLSearchParams, name: string, schema: z.ZodType<string>, most: number): readonly string[] =>
	[...new Set(params.getAll(name).flatMap((value) => value.split(',')))].filter((value) => schema.safeParse(value).success).slice(0, most);

/** A wrong value is the same as none. At most 60 areas and 20 metrics. */
export function parseComparison(params: URLSearchParams): Comparison {
	return {
		areas: several(params, 'area', area, 60),
		group: z.enum(GROUPS).nullable().catch(null).parse(params.get('group') || null),
		metrics: several(params, 'metric', id, 20),
		lead: id.nullable().catch(null).parse(params.get('lead') || null),
		benchmark: z.enum(['nation', 'province', 'previous', 'target']).catch('nation').parse(params.get('benchmark') ?? 'nation')
	};
}

/** The parameters of a comparison, without defaults. */
export function comparisonParams(comparison: Comparison, change: Partial<Comparison> = {}): [string, string][] {
	const next = { ...comparison, ...change };
	return [
		...(next.areas.length > 0 ? [['area', next.areas.join(',')] as [string, string]] : []),
		...(next.group ? [['group', next.group] as [string, string]] : []),
		...(next.metrics.length > 0 ? [['metric', next.metrics.join(',')] as [string, string]] : []),
		...(next.lead ? [['lead', next.lead] as [string, string]] : []),
		...(next.benchmark === 'nation' ? [] : [['benchmark', next.benchmark] as [string, string]])
	];
}
