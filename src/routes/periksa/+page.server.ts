import { fail } from '@sveltejs/kit';
import { parseFilters } from '#lib/filters/filters.ts';
import { formOf } from '#lib/server/access/form.ts';
import { checkUpload } from '#lib/server/intake/check.ts';
import { areasOf, datasetChoices, UPLOAD_MEGABYTES, uploadOf } from '#lib/server/intake/form.ts';
import { checkView } from '#lib/server/intake/view.ts';
import { sendersOf } from '#lib/server/pages/context.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { lang } = locals;
	const { region } = parseFilters(url.searchParams);
	return { areas: areasOf(locals.scope, sendersOf(locals.release), lang), datasets: datasetChoices(lang), limit: UPLOAD_MEGABYTES, region, query: lang === 'en' ? '?lang=en' : '' };
};

/** A dry run: nothing of the file is kept. */
export const actions: Actions = {
	default: async ({ cookies, request, locals, setHeaders }) => {
		setHeaders({ 'cache-control': 'no-store' });
		const sent = await uploadOf(await formOf({ cookies, locals, request }), locals.scope, locals.lang);
		if ('problem' in sent) return fail(sent.status, { problem: sent.problem, view: null, chosen: null });
		const { upload } = sent;
		const answer = await checkUpload(upload);
		return { problem: null, view: checkView(answer, upload.name, locals.lang), chosen: { regency: upload.regency, dataset: upload.dataset ?? '' } };
	}
};
