/** A file made of what a contributor sent, as an answer. */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { formOf } from '../access/form.ts';
import { madeOf, type Product } from './check.ts';
import { problemText, statusOf, uploadOf, type Problem } from './form.ts';

const NOTHING: Readonly<Record<Product, Problem>> = { corrected: 'nothingToMark', unfinished: 'noList' };

/** The file; a browser that cannot get it returns to the form, which says why; whose area it is not is refused. */
export async function answerWith(product: Product, event: RequestEvent): Promise<Response> {
	const { request, locals, url } = event;
	const refuse = (problem: Problem): never => {
		if (problem === 'notYours' || !request.headers.get('accept')?.includes('text/html')) error(statusOf(problem), problemText(problem, locals.lang));
		const back = new URLSearchParams(url.searchParams);
		back.set('problem', problem);
		redirect(303, `/periksa?${back}`);
	};
	const sent = await uploadOf(await formOf(event), locals.scope, locals.lang);
	if ('problem' in sent) return refuse(sent.problem);
	const made = await madeOf(sent.upload, product);
	if (!made) return refuse(NOTHING[product]);
	const type = made.name.endsWith('.xlsx') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
	return new Response(new Uint8Array(made.bytes), { headers: { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`, 'cache-control': 'no-store' } });
}
