/**
 * The URL is the only filter state, and holds only what the reader chose. One schema reads it, one function writes it.
 * Only named parameters are read; a wrong value is the same as none.
 */
import { z } from 'zod';

export interface Filters {
	readonly cycle: string | null;
	readonly province: string | null;
	readonly region: string | null;
	/** First and last month, `YYYY-MM`. */
	readonly from: string | null;
	readonly to: string | null;
	readonly nature: 'real' | 'contoh';
	readonly lang: 'id' | 'en';
	/** The scale of time axes: calendar months, or days to voting day. */
	readonly axis: 'months' | 'days';
}

export const FILTER_NAMES = ['cycle', 'province', 'region', 'from', 'to', 'nature', 'lang', 'axis'] as const satisfies readonly (keyof Filters)[];

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const SCHEMA: { readonly [K in keyof Filters]: z.ZodType<Filters[K]> } = {
	cycle: z.string().regex(/^[A-Z]+(-[A-Z]+)?-\d{4}$/).nullable().catch(null),
	province: z.string().regex(/^\d{2}$/).nullable().catch(null),
	region: z.string().regex(/^\d{2}\.\d{2}$/).nullable().catch(null),
	from: month.nullable().catch(null),
	to: month.nullable().catch(null),
	nature: z.enum(['real', 'contoh']).catch('real'),
	lang: z.enum(['id', 'en']).catch('id'),
	axis: z.enum(['months', 'days']).catch('months')
};

/** How a page is shown, not what it is about; what they are without a choice. */
const LOOKS = { nature: 'real', lang: 'id', axis: 'months' } as const;
export const LOOK_NAMES = ['nature', 'lang', 'axis'] as const satisfies readonly (keyof typeof LOOKS)[];
const isDefault = (name: keyof Filters, value: string): boolean => Object.hasOwn(LOOKS, name) && LOOKS[name as keyof typeof LOOKS] === value;

/** Filters of a URL. A regency decides its province; where another province was chosen after it, the regency gives way. */
export function parseFilters(params: URLSearchParams): Filters {
	const read = <K extends keyof Filters>(name: K): Filters[K] => SCHEMA[name].parse(params.get(name) || null);
	const province = read('province');
	const named = read('region');
	const region = named && province && !named.startsWith(`${province}.`) ? null : named;
	return {
		cycle: read('cycle'),
		province: region ? region.slice(0, 2) : province,
		region,
		from: read('from'),
		to: read('to'),
		nature: read('nature'),
		lang: read('lang'),
		axis: read('axis')
	};
}

/** A query string with one parameter set, or taken out (null); everything else the reader chose stays, also what only one page understands. */
export function withParam(search: string, name: 'lang' | 'nature', value: string | null): string {
	const params = new URLSearchParams(search);
	if (value === null) params.delete(name);
	else params.set(name, value);
	return queryText(params);
}

/** The query string of filters without defaults, and of what else the page understands: `?cycle=…` or an empty text. */
export function filterQuery(filters: Filters, change: Partial<Filters> = {}, extra: Iterable<readonly [string, string]> = []): string {
	const next = { ...filters, ...change };
	const params = new URLSearchParams();
	for (const name of FILTER_NAMES) {
		const value = next[name];
		if (value === null || isDefault(name, value)) continue;
		if (name === 'province' && next.region) continue;
		params.set(name, value);
	}
	for (const [name, value] of extra) params.append(name, value);
	return queryText(params);
}

function queryText(params: URLSearchParams): string {
	const text = params.toString();
	return text ? `?${text}` : '';
}
