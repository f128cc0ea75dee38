import { error, fail } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { say } from '#lib/i18n/index.ts';
import { ORIGIN } from '#lib/i18n/messages/origin.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { leaveToReadCases, mayReadCases, SHORTEST_REASON } from '#lib/server/access/case-rows.ts';
import { formOf } from '#lib/server/access/form.ts';
import { field, inLanguage } from '#lib/server/access/paths.ts';
import { askCaseRows } from '#lib/server/ask/case-rows.ts';
import { notes } from '#lib/server/notes/store.ts';
import { noteView } from '#lib/server/notes/words.ts';
import { mayWrite } from '#lib/server/notes/write.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { today } from '#lib/server/pages/index.ts';
import { askedOrigin, caseRowsTable, originPage, restsOnCases } from '#lib/server/pages/origin.ts';
import { publishedOrigin } from '#lib/server/pages/origin-published.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function askedOf({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	const asked = askedOrigin(context);
	if (!asked) error(404, say(ERRORS.notFound, locals.lang));
	return { context, asked };
}

/** What the page says of a printed figure: no comparison, no notes, no case rows. */
async function printedFigure({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, row: string) {
	const origin = await publishedOrigin(createContext(parseFilters(url.searchParams), locals.scope, locals.release), row, today());
	if (!origin) error(404, say(ERRORS.notFound, locals.lang));
	return { origin, notes: [], write: null, caseRows: false, least: SHORTEST_REASON };
}

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const row = url.searchParams.get('published');
	if (row !== null) return printedFigure({ locals, url }, row);
	const { context, asked } = askedOf({ locals, url });
	setHeaders({ 'cache-control': 'private, no-store' });
	const figure = { nature: context.filters.nature, metric: asked.metric.id, region: asked.region, cycle: context.cycle };
	const attached = notes().shown(figure.nature, [figure.region]).filter((note) => note.metric === figure.metric && note.cycle === figure.cycle);
	const write = mayWrite(locals.viewer, figure) && asked.category === null ? inLanguage(`/catatan?${new URLSearchParams(figure)}`, locals.lang) : null;
	return { origin: await originPage(context, asked), notes: attached.map((note) => noteView(note, locals.lang)), write, caseRows: restsOnCases(asked) && mayReadCases(locals.viewer, asked.region), least: SHORTEST_REASON };
};

export const actions: Actions = {
	/** Case rows, for who may read them and says why. */
	default: async (event) => {
		const { context, asked } = askedOf(event);
		const leave = await leaveToReadCases(event, asked.region, field(await formOf(event), 'reason'));
		if (leave === 'not_yours') error(403, say(ERRORS.notYours, event.locals.lang));
		if (leave === 'reason') return fail(400, { problem: say(ORIGIN.reasonMissing, event.locals.lang, { n: SHORTEST_REASON }), cases: null });
		return { problem: null, cases: caseRowsTable(context, await askCaseRows(leave, { metric: asked.metric, cycle: context.cycle, nature: context.filters.nature }, event.locals.release)) };
	}
};

