/** Choosing a password and a second factor at the first sign-in, and a new password later. */
import type { AccessStore, Account, Session } from './account.ts';
import { hashPassword, passwordFits, weaknessOf, type Weakness } from './password.ts';
import type { Seal } from './seal.ts';
import { openSession } from './session.ts';
import { ACCOUNT_RULE, subjectOf } from './sign-in.ts';
import { newTotpSecret, totpSetup, totpStep } from './totp.ts';

/** `code`: not of the app that scanned this secret. `stale`: the form is of another session. `current`: not the present password. */
export type SetupProblem = Weakness | 'differs' | 'code' | 'stale' | 'current' | 'locked';

/** What the form shows; `sealed` comes back with it, so that nothing is stored before it is confirmed. */
export function offerSecondFactor(seal: Seal, account: Account, session: Session): { readonly sealed: string; readonly svg: string; readonly grouped: string; readonly address: string } {
	const secret = newTotpSecret();
	return { sealed: seal.close(`${session.id} ${secret}`), ...totpSetup(secret, account.name) };
}

function secretIn(seal: Seal, sealed: string, session: Session): string | null {
	try {
		const [id, secret] = seal.open(sealed).split(' ');
		return id === session.id && secret ? secret : null;
	} catch {
		return null;
	}
}

/** Stores both, ends every other session and the one it was done in, and opens a full one. */
export async function finishSetup(
	store: AccessStore,
	seal: Seal,
	who: { readonly account: Account; readonly session: Session },
	given: { readonly password: string; readonly again: string; readonly code: string; readonly sealed: string },
	now: Date
): Promise<{ readonly token: string } | { readonly problem: SetupProblem }> {
	const { account, session } = who;
	const problem = problemOf(given, account);
	if (problem) return { problem };
	const secret = secretIn(seal, given.sealed, session);
	if (secret === null) return { problem: 'stale' };
	const step = totpStep(secret, given.code, now);
	if (step === null) return { problem: 'code' };
	const hash = await hashPassword(given.password);
	if (!(await store.setPassword(account.id, hash, session.id, { actor: account.name, action: 'password_set', object: account.name, detail: session.network }))) return { problem: 'stale' };
	await store.setTotp(account.id, seal.close(secret), step, { actor: account.name, action: 'second_factor_set', object: account.name, detail: session.network });
	await store.endSessions(account.id, null, null);
	return { token: (await openSession(store, account, 'full', session.network, now)).token };
}

const problemOf = ({ password, again }: { readonly password: string; readonly again: string }, account: Account): SetupProblem | null =>
	password === again ? weaknessOf(password, [account.name, ...account.fullName.split(/\s+/)]) : 'differs';

/** A new password, for who knows the present one. Every other session ends. Null when done. */
export async function changePassword(
	store: AccessStore,
	who: { readonly account: Account; readonly session: Session },
	given: { readonly current: string; readonly password: string; readonly again: string },
	now: Date
): Promise<SetupProblem | null> {
	const { account, session } = who;
	const problem = problemOf(given, account);
	if (problem) return problem;
	if (!(await store.takeAttempt(subjectOf(account.name), ACCOUNT_RULE, now))) return 'locked';
	const found = await store.credentials(account.name);
	if (!(await passwordFits(given.current, found?.credentials.password ?? null))) return 'current';
	await store.clearAttempts(subjectOf(account.name));
	const set = await store.setPassword(account.id, await hashPassword(given.password), session.id, { actor: account.name, action: 'password_set', object: account.name, detail: session.network });
	if (!set) return 'stale';
	await store.endSessions(account.id, session.id, null);
	return null;
}
