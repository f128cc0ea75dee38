import { error } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { fileMark, markedRows } from '#lib/server/export/marked.ts';
import { respondPicture } from '#lib/server/export/picture.ts';
import { isFormat, isPicture, respondBrief } from '#lib/server/export/respond.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { cardOfPage, isPage, rowsOfPage } from '#lib/server/pages/index.ts';
import type { RequestHandler } from './$types';

/** A card's id; it stands in the name of the file. */
const CARD = /^[\w-]+$/;

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const format = url.searchParams.get('format') ?? 'csv';
	const missing = (): never => error(404, say(ERRORS.notFound, locals.lang));
	if (!isPage(params.page)) return missing();
	const filters = parseFilters(url.searchParams);
	const context = createContext(params.page === 'angka-terbit' ? { ...filters, nature: 'real' } : filters, locals.scope, locals.release, url.searchParams);
	const card = url.searchParams.get('card');
	if (card !== null && !CARD.test(card)) return missing();
	const mark = fileMark(locals);
	const name = [...(mark ? ['INTERNAL'] : []), 'pantau', params.page, card, context.filters.nature, context.cycle.toLowerCase(), locals.release.id].filter((part) => part !== null).join('-');
	if (isPicture(format)) {
		const shown = card ? await cardOfPage(params.page, context, card) : null;
		return shown?.chart ? respondPicture(shown, format, { lang: locals.lang, name, release: locals.release.id, address: url.origin, internal: mark }) : missing();
	}
	if (!isFormat(format)) return missing();
	return respondBrief(markedRows({ locals }, await rowsOfPage(params.page, context, card)), format, name);
};
