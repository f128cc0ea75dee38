/** Keys: one for pseudonyms, one for originals in the inbox. They never leave the key file and never enter a release. */
import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Home } from './home.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const keyFile = z.strictObject({ id: z.string().regex(/^k\d+$/), pseudonym: hex32, inbox: hex32 });

export interface Keys {
	/** 18-digit NIP → `k1:` + 128 bits in hex: HMAC-SHA256, so that nobody without the key can try all NIPs. */
	pseudonymOfNip(nip: string): string;
	/** Any other personal text (a name in an attendance list) → pseudonym of its own kind. */
	pseudonymOfText(text: string): string;
	/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext. */
	encrypt(bytes: Uint8Array): Buffer;
}

/** Reads the key file; makes one (mode 0600) when it does not exist. Throws when it is malformed. */
export function openKeys(home: Home): Keys {
	if (!existsSync(home.keyFile)) {
		const fresh = { id: 'k1', pseudonym: randomBytes(32).toString('hex'), inbox: randomBytes(32).toString('hex') };
		writeFileSync(home.keyFile, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx' });
	}
	const keys = keyFile.parse(JSON.parse(readFileSync(home.keyFile, 'utf8')));
	const hmac = (domain: string, text: string): string =>
		`${keys.id}:${createHmac('sha256', Buffer.from(keys.pseudonym, 'hex')).update(`${domain}\0${text}`).digest('hex').slice(0, 32)}`;
	return {
		pseudonymOfNip: (nip) => hmac('nip/v1', nip),
		pseudonymOfText: (text) => hmac('text/v1', text.trim().toLowerCase()),
		encrypt(bytes) {
			const nonce = randomBytes(12);
			const cipher = createCipheriv('aes-256-gcm', Buffer.from(keys.inbox, 'hex'), nonce);
			const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
			return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
		}
	};
}
