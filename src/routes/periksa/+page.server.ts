import { fail } from '@sveltejs/kit';
import { filterQuery, parseFilters } from '#lib/filters/filters.ts';
import { formOf } from '#lib/server/access/form.ts';
import { checkUpload } from '#lib/server/intake/check.ts';
import { areasOf, datasetChoices, problemOf, problemText, statusOf, templateChoices, UPLOAD_MEGABYTES, uploadOf } from '#lib/server/intake/form.ts';
import { checkView } from '#lib/server/intake/view.ts';
import { sendersOf } from '#lib/server/pages/context.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { lang } = locals;
	const { region, nature } = parseFilters(url.searchParams);
	const query = filterQuery(parseFilters(new URLSearchParams()), { nature, lang });
	const problem = problemOf(url.searchParams.get('problem'));
	return { areas: areasOf(locals.scope, sendersOf(locals.release), lang), datasets: datasetChoices(lang), templates: templateChoices(lang), limit: UPLOAD_MEGABYTES, region, query, problem: problem && problemText(problem, lang) };
};

/** A dry run: nothing of the file is kept. */
export const actions: Actions = {
	default: async ({ cookies, request, locals, setHeaders }) => {
		setHeaders({ 'cache-control': 'no-store' });
		const sent = await uploadOf(await formOf({ cookies, locals, request }), locals.scope, locals.lang);
		if ('problem' in sent) return fail(statusOf(sent.problem), { problem: problemText(sent.problem, locals.lang), view: null, chosen: null });
		const { upload } = sent;
		const answer = await checkUpload(upload);
		return { problem: null, view: checkView(answer, upload.name, locals.lang), chosen: { regency: upload.regency, dataset: upload.dataset ?? '' } };
	}
};
