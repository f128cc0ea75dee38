import { parseFilters } from '#lib/filters/filters.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { mapPage, openProvince } from '#lib/server/pages/map.ts';
import { mapForm } from '#lib/server/pages/map-form.ts';
import { shapesOf } from '#lib/server/pages/map-shapes.ts';
import { topicView } from '#lib/server/pages/topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	const model = await mapPage(context);
	const { topic } = topicView(context, 'peta', model);
	return { topic: { ...topic, filter: null, more: [...model.more, ...topic.more] }, form: mapForm(context, model), map: model.map, locator: model.locator, shapes: shapesOf(context, model.map, openProvince(context)) };
};
