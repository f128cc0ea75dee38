import { parseFilters } from '#lib/filters/filters.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { publishedPage } from '#lib/server/pages/published.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext({ ...parseFilters(url.searchParams), nature: 'real' }, locals.scope, locals.release);
	return topicView(context, 'angka-terbit', await publishedPage(context));
};
