import { error } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { areaFilter, areaFilters, areaOf, areaPage, unknownArea } from '#lib/server/pages/area.ts';
import { a4Links } from '#lib/server/pages/a4-context.ts';
import { notes } from '#lib/server/notes/store.ts';
import { noteView } from '#lib/server/notes/words.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { downloads, viewCards } from '#lib/server/pages/view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!areaOf(params.code)) error(404, unknownArea(locals.lang, params.code));
	const context = createContext(areaFilters(parseFilters(url.searchParams), params.code), locals.scope, locals.release);
	const { cards: _, tileRows, time, published, province, ...page } = await areaPage(context);
	return {
		page: { ...page, province: province ? { ...province, card: viewCards(context, 'wilayah', [province.card]) } : null },
		time: viewCards(context, 'wilayah', time),
		published: viewCards(context, 'wilayah', published),
		filter: areaFilter(context),
		notes: notes().shown(context.filters.nature, [params.code]).map((note) => noteView(note, locals.lang)),
		briefs: a4Links(context, params.code),
		downloads: tileRows.length > 0 ? downloads(context, 'wilayah', null) : []
	};
};
