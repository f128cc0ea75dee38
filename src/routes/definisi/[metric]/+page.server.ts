import { error } from '@sveltejs/kit';
import { filterQuery, parseFilters } from '#lib/filters/filters.ts';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { metricById } from '#lib/metrics/index.ts';
import { definitionOf } from '#lib/server/pages/definition.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const metric = metricById(params.metric);
	if (!metric) error(404, say(ERRORS.notFound, locals.lang));
	const filters = parseFilters(url.searchParams);
	return { definition: await definitionOf(metric, filters, locals.release), allHref: `/definisi${filterQuery(filters)}` };
};
