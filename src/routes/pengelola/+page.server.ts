import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { say, type Lang } from '#lib/i18n/index.ts';
import { ADMIN as M } from '#lib/i18n/messages/access.ts';
import { ERRORS } from '#lib/i18n/messages/pages.ts';
import { LastAdministratorError, NameTakenError, RIGHTS, type Account } from '#lib/server/access/account.ts';
import { accountInput, addAccount, changeRole, CODE_HOURS, endSessionsOf, resetAccount, setDisabled } from '#lib/server/access/accounts.ts';
import { access } from '#lib/server/access/current.ts';
import { formOf } from '#lib/server/access/form.ts';
import { field } from '#lib/server/access/paths.ts';
import { scopeKey } from '#lib/server/access/scope.ts';
import { idleSince } from '#lib/server/access/session.ts';
import { may } from '#lib/server/access/viewer.ts';
import { roleName } from '#lib/server/pages/viewer.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const TRAIL_SHOWN = 100;

export const load: PageServerLoad = async ({ locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { store } = access();
	const now = new Date();
	const accounts = await Promise.all(
		(await store.accounts()).map(async (a) => ({ ...a, role: scopeKey(a.role), sees: roleName(a.role, locals.lang), sessions: (await store.sessions(a.id, now.toISOString(), idleSince(now))).length }))
	);
	return { accounts, trail: (await store.trail(TRAIL_SHOWN)).map((row) => [row.at.slice(0, 19).replace('T', ' '), row.actor, row.action, row.object, row.detail]) };
};

/** The administrator's name, the form, and the account it is about. Every action asks for the right again. */
async function asked({ cookies, locals, request }: RequestEvent): Promise<{ by: string; lang: Lang; form: FormData; account: Account | null }> {
	if (!may(locals.viewer, 'administer')) error(403, say(ERRORS.notYours, locals.lang));
	const form = await formOf({ cookies, locals, request });
	return { by: locals.viewer.actor, lang: locals.lang, form, account: await access().store.account(field(form, 'account')) };
}

const problem = (status: number, text: string) => fail(status, { problem: text, done: null });
const done = (text: string) => ({ problem: null, done: text });
const inputOf = (form: FormData) => ({ name: field(form, 'name'), fullName: field(form, 'fullName'), role: field(form, 'role'), rights: form.getAll('rights').filter((right) => RIGHTS.some((known) => known === right)) });
const fieldsOf = (failed: z.ZodError, lang: Lang): string => {
	const names = { name: M.name, fullName: M.fullName, role: M.role, rights: M.rights } as const;
	return [...new Set(failed.issues.map((issue) => issue.path[0]))].map((path) => (typeof path === 'string' && path in names ? say(names[path as keyof typeof names], lang) : '')).join(', ');
};

/** Runs work on one account; the last administrator stays. */
async function onAccount(event: RequestEvent, work: (given: { account: Account; by: string; form: FormData; lang: Lang }) => Promise<string | { problem: string }>) {
	const { by, lang, form, account } = await asked(event);
	if (!account) return problem(404, say(M.gone, lang));
	try {
		const result = await work({ account, by, form, lang });
		return typeof result === 'string' ? done(result) : problem(400, result.problem);
	} catch (caught) {
		if (caught instanceof LastAdministratorError) return problem(409, say(M.last, lang));
		throw caught;
	}
}

export const actions: Actions = {
	add: async (event) => {
		const { by, lang, form } = await asked(event);
		const input = accountInput.safeParse(inputOf(form));
		if (!input.success) return problem(400, say(M.invalid, lang, { fields: fieldsOf(input.error, lang) }));
		try {
			const code = await addAccount(access().store, input.data, by);
			return done(say(M.code, lang, { name: input.data.name, code, hours: CODE_HOURS }));
		} catch (caught) {
			if (caught instanceof NameTakenError) return problem(409, say(M.taken, lang, { name: input.data.name }));
			throw caught;
		}
	},
	role: (event) =>
		onAccount(event, async ({ account, by, form, lang }) => {
			const input = accountInput.pick({ role: true, rights: true }).safeParse(inputOf(form));
			if (!input.success) return { problem: say(M.invalid, lang, { fields: fieldsOf(input.error, lang) }) };
			await changeRole(access().store, account, input.data, by);
			return say(M.done, lang);
		}),
	reset: (event) =>
		onAccount(event, async ({ account, by, lang }) => say(M.code, lang, { name: account.name, code: await resetAccount(access().store, account, by), hours: CODE_HOURS })),
	disable: (event) =>
		onAccount(event, async ({ account, by, lang }) => {
			await setDisabled(access().store, account, !account.disabled, by);
			return say(M.done, lang);
		}),
	sessions: (event) =>
		onAccount(event, async ({ account, by, lang }) => {
			await endSessionsOf(access().store, account, by);
			return say(M.done, lang);
		})
};
