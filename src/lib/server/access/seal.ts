/** The key of this store's secrets: second factors are kept sealed, apart from the key. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

export interface Seal {
	readonly close: (text: string) => string;
	/** Throws for what was sealed with another key or was changed. */
	readonly open: (sealed: string) => string;
}

/** Reads the key file, or makes one with owner-only rights. Throws for a file that holds no key. */
export function openSeal(path: string): Seal {
	const key = readKey(path) ?? makeKey(path);
	return {
		close(text) {
			const nonce = randomBytes(12);
			const cipher = createCipheriv('aes-256-gcm', key, nonce);
			const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
			return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
		},
		open(sealed) {
			const bytes = Buffer.from(sealed, 'base64');
			const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
			decipher.setAuthTag(bytes.subarray(12, 28));
			return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
		}
	};
}

function readKey(path: string): Buffer | null {
	let text: string;
	try {
		text = readFileSync(path, 'utf8').trim();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
	if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${path} holds no key`);
	return Buffer.from(text, 'hex');
}

/** Two processes may start at once: whoever comes second reads the first one's key. */
function makeKey(path: string): Buffer {
	const key = randomBytes(32);
	try {
		writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
		return key;
	} catch (error) {
		const other = readKey(path);
		if (other) return other;
		throw error;
	}
}
