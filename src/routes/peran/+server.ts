import { PANTAU_DEMO } from '$app/env/private';
import { error, redirect } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { scopeKey, scopeOfDemoCookie } from '#lib/server/access/scope.ts';
import type { RequestHandler } from './$types';

/** Demo mode: choose whose eyes to look through. */
export const POST: RequestHandler = async ({ cookies, locals, request, url }) => {
	if (PANTAU_DEMO !== 'on') error(404, say(ERRORS.notFound, locals.lang));
	const form = await request.formData();
	const role = form.get('role');
	const back = form.get('back');
	const scope = scopeOfDemoCookie(typeof role === 'string' ? role : undefined);
	cookies.set('pantau_role', scopeKey(scope), { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 60 * 60 * 8 });
	redirect(303, typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/');
};
