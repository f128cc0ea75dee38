import { error } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { A4 } from '#lib/i18n/messages/a4.ts';
import { a4Asked, a4Region, printedFrom } from '#lib/server/pages/a4-context.ts';
import { a4Page, barOf } from '#lib/server/pages/a4.ts';
import { whoIs } from '#lib/server/pages/viewer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
	const region = a4Region(params.code);
	if (!region) error(404, say(A4.unknown, locals.lang, { code: params.code }));
	const asked = a4Asked(region, url.searchParams, { scope: locals.scope, who: whoIs(locals.viewer, locals.lang) }, locals.release);
	setHeaders({ 'x-pantau-printed-from': printedFrom(asked) });
	const a4 = await a4Page(asked, url.origin, new Date());
	return { a4, bar: barOf(asked, a4.pages.length) };
};
