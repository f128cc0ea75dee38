/** Passwords: argon2id as a PHC string, at most two at once; one-time codes; what a password must be. */
import { argon2 as argon2Callback, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2 = promisify(argon2Callback);

/** OWASP Password Storage: at least m = 19 MiB, t = 2, p = 1; staff accounts take more. */
const COST = { memory: 65_536, passes: 3, parallelism: 1 } as const;
const TAG_BYTES = 32;
const AT_ONCE = 2;
/** More would only wait: whoever comes then is told to come again. */
const QUEUE = 20;

export class HashQueueFullError extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

/** Each hash holds 64 MB and a thread of the pool. */
async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) {
		if (waiting.length >= QUEUE) throw new HashQueueFullError('too many sign-ins at once');
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');
const normal = (password: string): string => password.normalize('NFKC');

const derive = (password: string, salt: Uint8Array, { memory, passes, parallelism }: { memory: number; passes: number; parallelism: number }): Promise<Buffer> =>
	oneOfTwo(() => argon2('argon2id', { message: normal(password), nonce: salt, memory, passes, parallelism, tagLength: TAG_BYTES }));

/** `$argon2id$v=19$m=…,t=…,p=…$salt$tag`. Throws HashQueueFullError. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const tag = await derive(password, salt, COST);
	return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hash of nothing anybody can type: who is not there costs the same work as who is. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(randomBytes(16))}$${base64(randomBytes(TAG_BYTES))}`;

/** True when the password made the hash. Null (no such hash) takes the same work and is false. Throws HashQueueFullError. */
export async function passwordFits(password: string, phc: string | null): Promise<boolean> {
	const [, memory, passes, parallelism, salt, tag] = PHC.exec(phc ?? NOBODY) ?? [];
	if (!salt || !tag) throw new Error('a stored password is no argon2id string');
	const made = await derive(password, Buffer.from(salt, 'base64'), { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) });
	const kept = Buffer.from(tag, 'base64');
	return made.length === kept.length && timingSafeEqual(made, kept) && phc !== null;
}

/** Stored with other costs than today's: hash again at the next sign-in. */
export const isOutdated = (phc: string): boolean => !phc.startsWith(`$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`);

/** No letters that look alike. 20 of 31 signs: 99 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code that an administrator hands over once: `xxxxx-xxxxx-xxxxx-xxxxx`. */
export function oneTimeCode(): string {
	const sign = (): string => SIGNS[randomInt(SIGNS.length)] ?? '';
	return Array.from({ length: 4 }, () => Array.from({ length: 5 }, sign).join('')).join('-');
}

export const SHORTEST = 15;
export const LONGEST = 128;
export type Weakness = 'short' | 'long' | 'guessable';

/**
 * What is wrong with a new password, or null. Length is what counts (ASVS V6.2.1, V6.2.5, V6.2.9: no rules about kinds of
 * signs, at least 64 allowed); refused is what contains the account's or the site's name, or repeats itself (V6.2.11).
 */
export function weaknessOf(password: string, context: readonly string[]): Weakness | null {
	const signs = [...normal(password)];
	if (signs.length < SHORTEST) return 'short';
	if (signs.length > LONGEST) return 'long';
	const plain = signs.join('').toLowerCase();
	const left = ['pantau', 'netralitas', 'password', 'katasandi', 'rahasia', 'qwerty', 'indonesia', '123456', ...context.map((c) => c.toLowerCase()).filter((c) => c.length >= 4)].reduce((rest, word) => rest.replaceAll(word, ''), plain);
	return new Set(left).size < 6 || left.length < 8 ? 'guessable' : null;
}
