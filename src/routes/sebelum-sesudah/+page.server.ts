import { parseFilters } from '#lib/filters/filters.ts';
import { backLinks, beforeAfterPage } from '#lib/server/pages/before-after.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	const { topic } = topicView(context, 'sebelum-sesudah', await beforeAfterPage(context));
	return { topic: { ...topic, more: [...backLinks(context), ...topic.more] } };
};
