import { parseFilters } from '#lib/filters/filters.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import { violationsPage } from '#lib/server/pages/violations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	return topicView(context, 'pelanggaran', await violationsPage(context));
};
