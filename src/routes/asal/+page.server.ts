import { error } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { askedOrigin, originPage } from '#lib/server/pages/origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	const context = createContext(parseFilters(url.searchParams), locals.scope, locals.release, url.searchParams);
	const asked = askedOrigin(context);
	if (!asked) error(404, say(ERRORS.notFound, locals.lang));
	setHeaders({ 'cache-control': 'private, no-store' });
	return { origin: await originPage(context, asked) };
};
