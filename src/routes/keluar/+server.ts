import { redirect } from '@sveltejs/kit';
import { access } from '#lib/server/access/current.ts';
import { inLanguage } from '#lib/server/access/paths.ts';
import { COOKIE_RULES, SESSION_COOKIE } from '#lib/server/access/session.ts';
import type { RequestHandler } from './$types';

/** Ends the session on the server, then in the browser. */
export const POST: RequestHandler = async ({ cookies, locals }) => {
	const { session, actor } = locals.viewer;
	if (session) await access().store.endSession(session.id, session.account, { actor, action: 'sign_out', object: actor, detail: session.network });
	cookies.delete(SESSION_COOKIE, COOKIE_RULES);
	redirect(303, inLanguage('/', locals.lang));
};
