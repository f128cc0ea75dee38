/** What an administrator does with accounts; the command line and the page do it through here. */
import { z } from 'zod';
import { RIGHTS, type AccessStore, type Account } from './account.ts';
import { hashPassword, oneTimeCode } from './password.ts';
import { parseRole, scopeKey } from './scope.ts';
import { normalName, subjectOf } from './sign-in.ts';

/** How long a handed-out code can be used. */
export const CODE_HOURS = 24;

/** What the form or the command line says of an account. */
export const accountInput = z.object({
	name: z.string().transform(normalName).pipe(z.string().regex(/^[a-z][a-z0-9.-]{2,39}$/)),
	fullName: z.string().trim().min(2).max(80).refine((text) => !/\d{6}/.test(text)),
	role: z.string().transform((text, context) => {
		const role = parseRole(text);
		if (role === null) context.addIssue({ code: 'custom', message: 'role' });
		return role ?? z.NEVER;
	}),
	rights: z.array(z.enum(RIGHTS))
});
export type AccountInput = z.infer<typeof accountInput>;

async function newCode(now: Date): Promise<{ readonly code: string; readonly kept: { readonly hash: string; readonly until: string } }> {
	const code = oneTimeCode();
	return { code, kept: { hash: await hashPassword(code), until: new Date(now.getTime() + CODE_HOURS * 3_600_000).toISOString() } };
}

const words = ({ role, rights }: Pick<Account, 'role' | 'rights'>): string => [scopeKey(role), ...rights].join(' ');

/** Adds an account and returns the code to hand over, once. Throws NameTakenError. */
export async function addAccount(store: AccessStore, input: AccountInput, by: string, now = new Date()): Promise<string> {
	const { code, kept } = await newCode(now);
	await store.addAccount(input, kept, { actor: by, action: 'account_added', object: input.name, detail: words(input) });
	return code;
}

/** Throws LastAdministratorError. */
export async function changeRole(store: AccessStore, account: Account, change: Pick<AccountInput, 'role' | 'rights'>, by: string): Promise<void> {
	await store.changeAccount(account.id, change, { actor: by, action: 'role_changed', object: account.name, detail: `${words(account)} -> ${words(change)}` });
}

/** Throws LastAdministratorError. */
export async function setDisabled(store: AccessStore, account: Account, disabled: boolean, by: string): Promise<void> {
	await store.changeAccount(account.id, { disabled }, { actor: by, action: disabled ? 'account_disabled' : 'account_enabled', object: account.name, detail: '' });
}

/** A new code to hand over; password, second factor, lock and sessions of the account are gone. */
export async function resetAccount(store: AccessStore, account: Account, by: string, now = new Date()): Promise<string> {
	const { code, kept } = await newCode(now);
	await store.resetAccount(account.id, kept, { actor: by, action: 'account_reset', object: account.name, detail: '' });
	await store.clearAttempts(subjectOf(account.name));
	return code;
}

export async function endSessionsOf(store: AccessStore, account: Account, by: string): Promise<number> {
	return store.endSessions(account.id, null, { actor: by, action: 'sessions_ended', object: account.name, detail: '' });
}
