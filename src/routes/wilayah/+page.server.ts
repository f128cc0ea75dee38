import { parseFilters } from '#lib/filters/filters.ts';
import { areaIndex } from '#lib/server/pages/area.ts';
import { a4Links } from '#lib/server/pages/a4-context.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { hiddenParams } from '#lib/server/pages/shell.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release);
	return { ...areaIndex(context, (url.searchParams.get('search') ?? '').slice(0, 60)), kept: hiddenParams(context.filters), briefs: a4Links(context, 'ID') };
};
