import { error, fail } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { say } from '#lib/i18n/index.ts';
import { PREVIEW } from '#lib/i18n/messages/notes.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { formOf } from '#lib/server/access/form.ts';
import { field } from '#lib/server/access/paths.ts';
import { may } from '#lib/server/access/viewer.ts';
import { createContext } from '#lib/server/pages/context.ts';
import { previewPage } from '#lib/server/pages/preview.ts';
import { confirmCandidate } from '#lib/server/release/candidate.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	if (!locals.viewer.account) error(403, say(ERRORS.notYours, locals.lang));
	const filters = parseFilters(url.searchParams);
	const context = createContext(filters, locals.scope, locals.release);
	return { preview: await previewPage(context), nature: filters.nature, mayConfirm: may(locals.viewer, 'sign_off') && locals.scope.role === 'national' };
};

export const actions: Actions = {
	default: async ({ cookies, locals, request }) => {
		const { viewer, lang } = locals;
		if (!viewer.account || !may(viewer, 'sign_off') || viewer.scope.role !== 'national') error(403, say(ERRORS.notYours, lang));
		const form = await formOf({ cookies, locals, request });
		if (field(form, 'agree') !== 'on') return fail(400, { problem: say(PREVIEW.mustAgree, lang) });
		if (!confirmCandidate(field(form, 'release'), viewer.actor, viewer.account.fullName)) error(409, say(PREVIEW.none, lang));
		return { problem: null };
	}
};
