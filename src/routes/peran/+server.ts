import { PANTAU_DEMO } from '$app/env/private';
import { error, redirect } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { scopeKey, scopeOfDemoCookie, type Scope } from '#lib/server/access/scope.ts';
import type { RequestHandler } from './$types';

/** Pages that look at one place, chosen by the filter; who takes a role there looks at their own place first. */
const PLACED = new Set(['/', '/pelanggaran', '/pelatihan', '/sosialisasi', '/bandingkan', '/soal', '/sebelum-sesudah', '/data']);

/** A place the reader chose stays; the place of the role before does not count as chosen. */
function homeward(back: string, before: Scope, scope: Scope): string {
	const { pathname: path, searchParams: params } = new URL(back, 'http://site');
	if (!PLACED.has(path)) return back;
	const own = 'region' in before ? before.region : null;
	for (const name of ['province', 'region']) if (!params.get(name) || params.get(name) === own) params.delete(name);
	const chosen = ['province', 'region', 'area'].some((name) => params.has(name));
	if (!chosen && 'region' in scope) params.set(scope.role === 'province' ? 'province' : 'region', scope.region);
	const query = params.toString();
	return query ? `${path}?${query}` : path;
}

/** Demo mode: choose whose eyes to look through. */
export const POST: RequestHandler = async ({ cookies, locals, request, url }) => {
	if (PANTAU_DEMO !== 'on') error(404, say(ERRORS.notFound, locals.lang));
	const form = await request.formData();
	const role = form.get('role');
	const back = form.get('back');
	const scope = scopeOfDemoCookie(typeof role === 'string' ? role : undefined);
	cookies.set('pantau_role', scopeKey(scope), { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 60 * 60 * 8 });
	redirect(303, typeof back === 'string' && /^\/(?![/\\])/.test(back) ? homeward(back, locals.scope, scope) : '/');
};
