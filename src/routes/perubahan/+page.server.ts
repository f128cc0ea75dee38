import { parseFilters } from '#lib/filters/filters.ts';
import { changesPage } from '#lib/server/pages/changes.ts';
import { createContext } from '#lib/server/pages/context.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	changes: await changesPage(createContext(parseFilters(url.searchParams), locals.scope, locals.release), url.searchParams.get('sejak'))
});
