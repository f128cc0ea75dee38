import { parseFilters } from '#lib/filters/filters.ts';
import { beforeAfterPage } from '#lib/server/pages/before-after.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	return topicView(context, 'sebelum-sesudah', await beforeAfterPage(context));
};
