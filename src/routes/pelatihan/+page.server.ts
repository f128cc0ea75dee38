import { parseFilters } from '#lib/filters/filters.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import { trainingPage } from '#lib/server/pages/training.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release);
	return topicView(context, 'pelatihan', await trainingPage(context));
};
