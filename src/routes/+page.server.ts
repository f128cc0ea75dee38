import { parseFilters } from '#lib/filters/filters.ts';
import { a4Links } from '#lib/server/pages/a4-context.ts';
import { createContext, linkTo } from '#lib/server/pages/context.ts';
import { today } from '#lib/server/pages/index.ts';
import { overviewPage } from '#lib/server/pages/overview.ts';
import { filterChoices, hiddenParams } from '#lib/server/pages/shell.ts';
import { downloads, viewCards } from '#lib/server/pages/view.ts';
import { SEEN_COOKIE, visitOf } from '#lib/server/pages/visit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals, url }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release);
	const [model, { visit, write }] = await Promise.all([overviewPage(context, today()), visitOf(context, cookies.get(SEEN_COOKIE), new Date().toISOString())]);
	if (write) cookies.set(SEEN_COOKIE, write, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 60 * 60 * 24 * 365 });
	return {
		visit,
		kept: hiddenParams(context.filters),
		overview: { heading: model.heading, lead: model.lead, tiles: model.tiles, silent: model.silent, next: model.next, ways: model.ways, waysWord: model.waysWord },
		filter: context.filters.nature === 'contoh' ? filterChoices(context, '/', { months: false }) : null,
		cards: viewCards(context, 'ringkasan', model.cards),
		downloads: downloads(context, 'ringkasan', null),
		briefs: a4Links(context, context.focus),
		contohHref: context.filters.nature === 'real' ? linkTo('/', context, { nature: 'contoh' }) : null
	};
};
