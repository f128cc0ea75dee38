import { PANTAU_DEMO } from '$app/env/private';
import { error, redirect } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { scopeKey, scopeOfDemoCookie, type Scope } from '#lib/server/access/scope.ts';
import type { RequestHandler } from './$types';

/** Pages that look at one place, chosen by the filter; who takes a role there looks at their own place first. */
const PLACED = new Set(['/', '/pelanggaran', '/pelatihan', '/sosialisasi', '/bandingkan', '/soal', '/sebelum-sesudah', '/data']);

function homeward(back: string, scope: Scope): string {
	const [path = '/', search = ''] = back.split('?');
	const params = new URLSearchParams(search);
	if (!PLACED.has(path) || !('region' in scope) || params.has('region') || params.has('province') || params.has('area')) return back;
	params.set(scope.role === 'province' ? 'province' : 'region', scope.region);
	return `${path}?${params}`;
}

/** Demo mode: choose whose eyes to look through. */
export const POST: RequestHandler = async ({ cookies, locals, request, url }) => {
	if (PANTAU_DEMO !== 'on') error(404, say(ERRORS.notFound, locals.lang));
	const form = await request.formData();
	const role = form.get('role');
	const back = form.get('back');
	const scope = scopeOfDemoCookie(typeof role === 'string' ? role : undefined);
	cookies.set('pantau_role', scopeKey(scope), { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 60 * 60 * 8 });
	redirect(303, typeof back === 'string' && /^\/(?![/\\])/.test(back) ? homeward(back, scope) : '/');
};
