import { error, fail, redirect } from '@sveltejs/kit';
import { formatMoment, say } from '#lib/i18n/index.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { access } from '#lib/server/access/current.ts';
import { formOf } from '#lib/server/access/form.ts';
import { SHORTEST, LONGEST } from '#lib/server/access/password.ts';
import { field, inLanguage } from '#lib/server/access/paths.ts';
import { COOKIE_RULES, IDLE_MINUTES, idleSince, LONGEST_HOURS, SESSION_COOKIE } from '#lib/server/access/session.ts';
import { changePassword, finishSetup, offerSecondFactor } from '#lib/server/access/setup.ts';
import type { Viewer } from '#lib/server/access/viewer.ts';
import { roleName } from '#lib/server/pages/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { viewer, lang } = locals;
	const { store, seal } = access();
	const limits = { n: SHORTEST, most: LONGEST, idle: IDLE_MINUTES, hours: LONGEST_HOURS };
	if (viewer.newcomer && viewer.session) return { name: viewer.newcomer.fullName, limits, setup: offerSecondFactor(seal, viewer.newcomer, viewer.session), own: null };
	const { account, session } = owner(viewer, lang);
	const now = new Date();
	const moment = (at: string): string => formatMoment(at, lang, 'WIB');
	const sessions = (await store.sessions(account.id, now.toISOString(), idleSince(now))).map((s) => ({ id: s.id, started: moment(s.madeAt), seen: moment(s.seenAt), network: s.network, current: s.id === session.id }));
	return { name: account.fullName, limits, setup: null, own: { role: roleName(account.role, lang), rights: account.rights, sessions } };
};

function owner({ account, session }: Viewer, lang: 'id' | 'en') {
	if (!account || !session) error(403, say(ERRORS.notYours, lang));
	return { account, session };
}

export const actions: Actions = {
	setup: async ({ cookies, locals, request }) => {
		const { newcomer, session } = locals.viewer;
		if (!newcomer || !session) error(403, say(ERRORS.notYours, locals.lang));
		const form = await formOf({ cookies, locals, request });
		const { store, seal } = access();
		const given = { password: field(form, 'password'), again: field(form, 'again'), code: field(form, 'code'), sealed: field(form, 'sealed') };
		const done = await finishSetup(store, seal, { account: newcomer, session }, given, new Date());
		if ('problem' in done) return fail(400, { problem: done.problem, changed: false });
		cookies.set(SESSION_COOKIE, done.token, COOKIE_RULES);
		redirect(303, inLanguage('/akun', locals.lang));
	},
	password: async ({ cookies, locals, request }) => {
		const who = owner(locals.viewer, locals.lang);
		const form = await formOf({ cookies, locals, request });
		const problem = await changePassword(access().store, who, { current: field(form, 'current'), password: field(form, 'password'), again: field(form, 'again') }, new Date());
		return problem ? fail(problem === 'locked' ? 429 : 400, { problem, changed: false }) : { problem: null, changed: true };
	},
	end: async ({ cookies, locals, request }) => {
		const { account } = owner(locals.viewer, locals.lang);
		await access().store.endSession(field(await formOf({ cookies, locals, request }), 'session'), account.id, { actor: account.name, action: 'session_ended', object: account.name, detail: '' });
		redirect(303, inLanguage('/akun', locals.lang));
	}
};
