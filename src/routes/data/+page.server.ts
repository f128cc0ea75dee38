import { parseFilters } from '#lib/filters/filters.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { dataPage } from '#lib/server/pages/data.ts';
import { filterChoices } from '#lib/server/pages/shell.ts';
import { downloads, viewCards } from '#lib/server/pages/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release);
	const model = await dataPage(context);
	return {
		heading: model.heading,
		lead: model.lead,
		grid: model.grid,
		filter: filterChoices(context, '/data', { cycle: 'none', months: false }),
		cards: viewCards(context, 'data', model.cards),
		downloads: downloads(context, 'data', null)
	};
};
