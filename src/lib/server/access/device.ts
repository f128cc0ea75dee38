/**
 * A browser on which an account was signed in before: its tries are counted apart from everybody else's, so that whoever
 * knows a name cannot keep its owner out by trying (OWASP, Slow Down Online Guessing Attacks with Device Cookies). It opens
 * nothing: name, password and second factor are asked for as from anywhere.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Seal } from './seal.ts';
import { COOKIE_RULES } from './session.ts';

export const DEVICE_COOKIE = '__Host-pantau-device';
const DAYS = 180;
export const DEVICE_RULES = { ...COOKIE_RULES, maxAge: DAYS * 24 * 60 * 60 } as const;

/** Sealed: whose browser it is, until when, and a number of its own. */
const FORM = /^pantau-device (\d{4}-\d{2}-\d{2}T[\d:.]+Z) ([\w-]{22}) (.*)$/s;

/** The cookie for a browser on which the account `name` is signed in. */
export function deviceToken(seal: Seal, name: string, now: Date): string {
	const until = new Date(now.getTime() + DAYS * 86_400_000).toISOString();
	return seal.close(`pantau-device ${until} ${randomBytes(16).toString('base64url')} ${name}`);
}

/** Under what the tries of this browser for `name` are counted; null where it is not known as that account's. */
export function deviceSubject(seal: Seal, token: string | undefined, name: string, now: Date): string | null {
	if (!token || token.length > 1000) return null;
	let text: string;
	try {
		text = seal.open(token);
	} catch {
		return null;
	}
	const [, until, id, owner] = FORM.exec(text) ?? [];
	return id && until && until > now.toISOString() && owner === name ? `device:${createHash('sha256').update(`${id} ${name}`).digest('base64url')}` : null;
}
