import { filterQuery, parseFilters } from '#lib/filters/filters.ts';
import { METRICS } from '#lib/metrics/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
	const filters = parseFilters(url.searchParams);
	return { metrics: METRICS.map((m) => ({ id: m.id, name: m.name[filters.lang], about: m.about[filters.lang], href: `/definisi/${m.id}${filterQuery(filters)}` })) };
};
