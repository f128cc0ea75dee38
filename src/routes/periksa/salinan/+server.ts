import { error, redirect } from '@sveltejs/kit';
import { formOf } from '#lib/server/access/form.ts';
import { correctedUpload } from '#lib/server/intake/check.ts';
import { problemText, statusOf, uploadOf, type Problem } from '#lib/server/intake/form.ts';
import type { RequestHandler } from './$types';

/** The contributor's own file back, with a column of errors. A browser that cannot get it returns to the form, which says why; whose area it is not is refused. */
export const POST: RequestHandler = async ({ cookies, request, locals, url }) => {
	const refuse = (problem: Problem): never => {
		if (problem === 'notYours' || !request.headers.get('accept')?.includes('text/html')) error(statusOf(problem), problemText(problem, locals.lang));
		const back = new URLSearchParams(url.searchParams);
		back.set('problem', problem);
		redirect(303, `/periksa?${back}`);
	};
	const sent = await uploadOf(await formOf({ cookies, locals, request }), locals.scope, locals.lang);
	if ('problem' in sent) return refuse(sent.problem);
	const copy = await correctedUpload(sent.upload);
	if (!copy) return refuse('nothingToMark');
	const type = copy.name.endsWith('.xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
	return new Response(new Uint8Array(copy.bytes), { headers: { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(copy.name)}`, 'cache-control': 'no-store' } });
};
