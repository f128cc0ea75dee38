import { parseFilters } from '#lib/filters/filters.ts';
import { createContext, linkTo } from '#lib/server/pages/context.ts';
import { today } from '#lib/server/pages/index.ts';
import { overviewPage } from '#lib/server/pages/overview.ts';
import { filterChoices } from '#lib/server/pages/shell.ts';
import { downloads, viewCards } from '#lib/server/pages/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release);
	const model = await overviewPage(context, today());
	return {
		overview: { heading: model.heading, lead: model.lead, tiles: model.tiles, silent: model.silent, next: model.next, ways: model.ways, waysWord: model.waysWord },
		filter: context.filters.nature === 'contoh' ? filterChoices(context, '/', { months: false }) : null,
		cards: viewCards(context, 'ringkasan', model.cards),
		downloads: downloads(context, 'ringkasan', null),
		contohHref: context.filters.nature === 'real' ? linkTo('/', context, { nature: 'contoh' }) : null
	};
};
