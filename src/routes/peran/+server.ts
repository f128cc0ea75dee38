import { PANTAU_DEMO } from '$app/env/private';
import { error, redirect } from '@sveltejs/kit';
import { say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { access } from '#lib/server/access/current.ts';
import { formOf } from '#lib/server/access/form.ts';
import { field, localPath } from '#lib/server/access/paths.ts';
import { isWithin, parseRole, scopeKey, type Role } from '#lib/server/access/scope.ts';
import type { RequestHandler } from './$types';

/** Pages that look at one place, chosen by the filter; who takes a role there looks at their own place first. */
const PLACED = new Set(['/', '/pelanggaran', '/pelatihan', '/sosialisasi', '/bandingkan', '/soal', '/sebelum-sesudah', '/data']);

/** A place the reader chose stays; the place of the role before does not count as chosen. */
function homeward(back: string, before: Role, scope: Role): string {
	const { pathname: path, searchParams: params } = new URL(back, 'http://site');
	if (!PLACED.has(path)) return back;
	const own = 'region' in before ? before.region : null;
	for (const name of ['province', 'region']) if (!params.get(name) || params.get(name) === own) params.delete(name);
	const chosen = ['province', 'region', 'area'].some((name) => params.has(name));
	if (!chosen && 'region' in scope) params.set(scope.role === 'province' ? 'province' : 'region', scope.region);
	const query = params.toString();
	return query ? `${path}?${query}` : path;
}

/** Whose eyes to look through: anybody's in the demo; for an account, eyes that see no more than its own. */
export const POST: RequestHandler = async (event) => {
	const { cookies, locals, url } = event;
	const { viewer } = locals;
	const form = await formOf(event);
	const wanted = parseRole(field(form, 'role'));
	const back = localPath(form.get('back'));
	if (viewer.account && viewer.session) {
		const { account, session } = viewer;
		const narrower = wanted && isWithin(wanted, account.role) && scopeKey(wanted) !== scopeKey(account.role) ? wanted : null;
		await access().store.setViewAs(session.id, narrower && scopeKey(narrower), { actor: account.name, action: 'view_as', object: scopeKey(narrower ?? account.role), detail: session.network });
		redirect(303, homeward(back, locals.scope, narrower ?? account.role));
	}
	if (PANTAU_DEMO !== 'on') error(404, say(ERRORS.notFound, locals.lang));
	const role = wanted ?? { role: 'public' as const };
	cookies.set('pantau_role', scopeKey(role), { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge: 60 * 60 * 8 });
	redirect(303, homeward(back, locals.scope, role));
};
