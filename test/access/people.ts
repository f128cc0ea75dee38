/** Accounts of the test's data home, signed in without the form; and the form itself. */
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Account, NewAccount } from '../../src/lib/server/access/account.ts';
import { parseRole } from '../../src/lib/server/access/scope.ts';
import { openSession, SESSION_COOKIE } from '../../src/lib/server/access/session.ts';
import { SqliteStore } from '../../src/lib/server/access/sqlite.ts';

export const address = inject('address');
export const home = inject('home');
export const store = new SqliteStore(join(home, 'ops.sqlite'));

const BY = { actor: 'test', action: 'account_added', object: '', detail: '' };
let made = 0;

/** An account with this role (as `scopeKey` writes it) and these rights. */
export async function addAccount(role: string, rights: NewAccount['rights'] = [], name = `uji.${(made += 1)}.${process.pid}`): Promise<Account> {
	const parsed = parseRole(role);
	if (!parsed) throw new Error(`no role ${role}`);
	return store.addAccount({ name, fullName: `Uji ${name.replace(/\d/g, '')}`, role: parsed, rights }, { hash: '$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA', until: '2000-01-01' }, BY);
}

/** The cookie of a new session. */
export async function cookieOf(account: Account, stage: 'full' | 'setup' = 'full'): Promise<string> {
	const { token } = await openSession(store, account, stage, '127.0.0.0/24', new Date());
	return `${SESSION_COOKIE}=${token}`;
}

export const signedIn = async (role: string, rights: NewAccount['rights'] = []): Promise<string> => cookieOf(await addAccount(role, rights));

export interface Sent {
	readonly cookie?: string;
	readonly form?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the server; a form is posted from the site itself. Redirects are not followed. */
export function ask(path: string, { cookie, form, headers }: Sent = {}): Promise<Response> {
	// Not packed: the ten thousand random requests took 102 s packed and 76 s so, each in one whole run.
	const sent = { accept: 'text/html', 'accept-encoding': 'identity', ...(cookie ? { cookie } : {}), ...(form ? { origin: address, 'content-type': 'application/x-www-form-urlencoded' } : {}), ...headers };
	return fetch(address + path, { redirect: 'manual', headers: sent, ...(form ? { method: 'POST', body: new URLSearchParams(form).toString() } : {}) });
}
