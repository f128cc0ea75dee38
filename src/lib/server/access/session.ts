/** Sessions: an opaque token in a cookie, its SHA-256 in the store; they end when idle, at the end of a working day, or at once. */
import { createHash, randomBytes } from 'node:crypto';
import type { AccessStore, Account, Session, Stage } from './account.ts';

/** The prefix binds it to this host, to encrypted connections and to the whole site (ASVS V3.3.1, V3.3.3). */
export const SESSION_COOKIE = '__Host-pantau';
export const COOKIE_RULES = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** ASVS V7.3.1, V7.3.2; OWASP Session Management: 15-30 minutes, 4-8 hours. */
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 8;
/** Password and second factor are chosen right away. */
const SETUP_MINUTES = 20;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const before = (now: Date, minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
const after = (now: Date, minutes: number): string => before(now, -minutes);
export const idleSince = (now: Date): string => before(now, IDLE_MINUTES);

/** Opens a session. The token (256 bits) is in nobody's hands but the reader's. */
export async function openSession(store: AccessStore, account: Account, stage: Stage, network: string, now: Date): Promise<{ readonly token: string; readonly session: Session }> {
	const token = randomBytes(32).toString('base64url');
	const at = now.toISOString();
	const session: Session = { id: randomBytes(9).toString('base64url'), account: account.id, stage, madeAt: at, seenAt: at, endsAt: after(now, stage === 'full' ? LONGEST_HOURS * 60 : SETUP_MINUTES), viewAs: null, network };
	await store.addSession(session, hashOf(token));
	return { token, session };
}

/** The session of a cookie's token; null where there is none that lives. Asked of the store for every request, so that what was revoked is over at once. */
export function sessionOf(store: AccessStore, token: string | undefined, now: Date): Promise<{ readonly session: Session; readonly account: Account } | null> {
	if (!token || !/^[\w-]{43}$/.test(token)) return Promise.resolve(null);
	return store.session(hashOf(token), now.toISOString(), idleSince(now));
}
