import { fail, redirect } from '@sveltejs/kit';
import { access } from '#lib/server/access/current.ts';
import { DEVICE_COOKIE, DEVICE_RULES, deviceToken } from '#lib/server/access/device.ts';
import { formOf } from '#lib/server/access/form.ts';
import { addressOf, maskedNetwork, networkOf } from '#lib/server/access/network.ts';
import { field, inLanguage, localPath } from '#lib/server/access/paths.ts';
import { COOKIE_RULES, SESSION_COOKIE } from '#lib/server/access/session.ts';
import { signIn } from '#lib/server/access/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { back: localPath(url.searchParams.get('kembali')), already: locals.viewer.account?.name ?? null, noAccounts: (await access().store.accounts()).length === 0 };
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, locals } = event;
		const form = await formOf(event);
		const { store, seal } = access();
		const address = addressOf(event);
		const asked = { name: field(form, 'name').slice(0, 100), password: field(form, 'password').slice(0, 400), code: field(form, 'code').slice(0, 20) };
		const now = new Date();
		const result = await signIn(store, seal, asked, { network: networkOf(address), masked: maskedNetwork(address), device: cookies.get(DEVICE_COOKIE) }, now);
		if (result.kind !== 'in') return fail(result.kind === 'refused' ? 401 : result.kind === 'locked' ? 429 : 503, { problem: result.kind });
		// The session that was there before, of whomever, is over (ASVS V7.2.4).
		if (locals.viewer.session) await store.endSession(locals.viewer.session.id, locals.viewer.session.account, null);
		cookies.set(SESSION_COOKIE, result.token, COOKIE_RULES);
		if (result.session.stage === 'full') cookies.set(DEVICE_COOKIE, deviceToken(seal, result.account.name, now), DEVICE_RULES);
		redirect(303, result.session.stage === 'setup' ? inLanguage('/akun', locals.lang) : localPath(form.get('kembali')));
	}
};
