import { error } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { areaFilters, areaOf, unknownArea } from '#lib/server/pages/area.ts';
import { lettersOf } from '#lib/server/pages/area-letter.ts';
import { createContext } from '#lib/server/pages/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!areaOf(params.code)) error(404, unknownArea(locals.lang, params.code));
	const context = createContext(areaFilters(parseFilters(url.searchParams), params.code), locals.scope, locals.release);
	const letters = await lettersOf(context, params.code, url.origin);
	if ('refused' in letters) error(letters.status, letters.refused);
	return { letters };
};
