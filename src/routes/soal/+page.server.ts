import { parseFilters } from '#lib/filters/filters.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { quizPage } from '#lib/server/pages/quiz.ts';
import { filterChoices } from '#lib/server/pages/shell.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release);
	const page = await quizPage(context);
	const { topic } = topicView(context, 'soal', page);
	return { topic: { ...topic, filter: filterChoices(context, '/soal', { months: false }) }, todo: page.todo };
};
