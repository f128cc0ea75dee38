import { error } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { isFormat, respondBrief } from '#lib/server/export/respond.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { isPage, rowsOfPage } from '#lib/server/pages/index.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const format = url.searchParams.get('format') ?? 'csv';
	if (!isPage(params.page) || !isFormat(format)) error(404, say(ERRORS.notFound, locals.lang));
	const filters = parseFilters(url.searchParams);
	const context = createContext(params.page === 'angka-terbit' ? { ...filters, nature: 'real' } : filters, locals.scope, locals.release, url.searchParams);
	const card = url.searchParams.get('card');
	const rows = await rowsOfPage(params.page, context, card);
	const name = ['pantau', params.page, card, context.filters.nature, context.cycle.toLowerCase(), locals.release.id].filter((part) => part !== null).join('-');
	return respondBrief(rows, format, name);
};
