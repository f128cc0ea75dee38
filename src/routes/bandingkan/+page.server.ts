import { parseFilters } from '#lib/filters/filters.ts';
import { a4Links } from '#lib/server/pages/a4-context.ts';
import { comparisonPage } from '#lib/server/pages/compare.ts';
import { comparisonForm } from '#lib/server/pages/compare-form.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	const model = await comparisonPage(context);
	const { topic } = topicView(context, 'bandingkan', { ...model, cards: model.cards.filter((c) => c.card.id !== 'peta') });
	const { province } = context.filters;
	return { topic: { ...topic, filter: null, more: [...(topic.more ?? []), ...(province ? a4Links({ ...context, filters: { ...context.filters, region: null } }, province) : [])] }, heat: model.heat, form: comparisonForm(context, model) };
};
