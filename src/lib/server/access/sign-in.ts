/** Signing in with a local account: name, password, second factor. OpenID Connect would end in the same `openSession`. */
import { createHash } from 'node:crypto';
import type { AccessStore, Account, AttemptRule, Session } from './account.ts';
import { deviceSubject } from './device.ts';
import { HashQueueFullError, hashPassword, isOutdated, passwordFits } from './password.ts';
import type { Seal } from './seal.ts';
import { openSession } from './session.ts';
import { totpStep } from './totp.ts';

/** Tries before the subject is closed, and for how long it is. An administrator's reset opens an account at once. */
export const ACCOUNT_RULE: AttemptRule = { most: 5, seconds: 15 * 60 };
export const NETWORK_RULE: AttemptRule = { most: 40, seconds: 15 * 60 };

export interface Asked {
	readonly name: string;
	readonly password: string;
	/** Of the authenticator app; empty before there is one. */
	readonly code: string;
}

export interface From {
	/** What is counted together. */
	readonly network: string;
	/** What is written down. */
	readonly masked: string;
	/** The cookie of a browser that was signed in before. */
	readonly device?: string | undefined;
}

export type SignedIn =
	| { readonly kind: 'in'; readonly token: string; readonly session: Session; readonly account: Account }
	/** Something of it is wrong; which, nobody is told. */
	| { readonly kind: 'refused' }
	| { readonly kind: 'locked' }
	| { readonly kind: 'busy' };

export const normalName = (name: string): string => name.trim().toLowerCase();

/** People type passwords and NIP into the wrong field: a name is counted by its hash, and written down only when it is an account's. */
export const subjectOf = (name: string): string => `account:${createHash('sha256').update(name).digest('base64url')}`;

/**
 * Tries are taken before the password is looked at, so that many at once are not more than many in turn. Who is not
 * there, is disabled or is locked costs the same work and gets the same answer as a wrong password. A browser that was
 * signed in before is counted by itself: tries from elsewhere do not keep it out.
 */
export async function signIn(store: AccessStore, seal: Seal, asked: Asked, from: From, now: Date): Promise<SignedIn> {
	const name = normalName(asked.name);
	const device = deviceSubject(seal, from.device, name, now);
	const subject = device ?? subjectOf(name);
	const network = device !== null || (await store.takeAttempt(`network:${from.network}`, NETWORK_RULE, now));
	const free = await store.takeAttempt(subject, ACCOUNT_RULE, now);
	const found = await store.credentials(name);
	const note = (action: string): Promise<void> => store.record({ actor: found?.account.name ?? '-', action, object: found ? found.account.name : 'unknown', detail: from.masked });
	if (!network || !free) {
		await note('sign_in_locked');
		return { kind: 'locked' };
	}
	try {
		const first = found?.credentials.oneTime && found.credentials.oneTime.until > now.toISOString() ? found.credentials.oneTime.hash : null;
		const fits = await passwordFits(asked.password, first ?? found?.credentials.password ?? null);
		const account = found && fits && !found.account.disabled ? found.account : null;
		if (!account || !found || !(await secondFits(store, seal, account, found.credentials.totp, asked.code, now))) {
			await note('sign_in_refused');
			return { kind: 'refused' };
		}
		const { token, session } = await openSession(store, account, first === null && account.ready ? 'full' : 'setup', from.masked, now);
		// Looking at a password takes a while: whoever was reset or disabled meanwhile is not in.
		if (!(await isUnchanged(store, found))) {
			await store.endSession(session.id, account.id, null);
			await note('sign_in_refused');
			return { kind: 'refused' };
		}
		await store.clearAttempts(subject);
		if (device === null) await store.returnAttempt(`network:${from.network}`);
		if (first === null && found.credentials.password !== null && isOutdated(found.credentials.password)) {
			await store.setPassword(account.id, await hashPassword(asked.password), session.id, { actor: account.name, action: 'password_rehashed', object: account.name, detail: '' });
		}
		await note('sign_in');
		return { kind: 'in', token, session, account };
	} catch (error) {
		if (error instanceof HashQueueFullError) return { kind: 'busy' };
		throw error;
	}
}

type Found = NonNullable<Awaited<ReturnType<AccessStore['credentials']>>>;

async function isUnchanged(store: AccessStore, { account, credentials }: Found): Promise<boolean> {
	const now = await store.credentials(account.name);
	return now !== null && now.account.id === account.id && !now.account.disabled && now.credentials.password === credentials.password && now.credentials.oneTime?.hash === credentials.oneTime?.hash;
}

/** True without a second factor only where none was set up yet, which leads to setting it up. */
async function secondFits(store: AccessStore, seal: Seal, account: Account, sealed: string | null, code: string, now: Date): Promise<boolean> {
	if (sealed === null) return true;
	const step = totpStep(seal.open(sealed), code, now);
	return step !== null && (await store.takeTotpStep(account.id, step));
}
