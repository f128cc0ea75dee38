/** Keys: one for pseudonyms, one for originals in the inbox. They never leave the key file and never enter a release. */
import { createCipheriv, hash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Home } from './home.ts';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const keyFile = z.strictObject({ id: z.string().regex(/^k\d+$/), pseudonym: hex32, inbox: hex32 });

export interface Keys {
	/** 18-digit NIP → `k1:` + 128 bits in hex: HMAC-SHA256, so that nobody without the key can try all NIPs. */
	pseudonymOfNip(nip: string): string;
	/** Any other personal text (a name in an attendance list) → pseudonym of its own kind. */
	pseudonymOfText(text: string): string;
	/** What stands before the NIP in the inner hash of its HMAC, and before the inner digest in the outer one: for computing pseudonyms in SQL. */
	readonly nipBlocks: { readonly inner: Buffer; readonly outer: Buffer; readonly prefix: string };
	/** Seals a file with AES-256-GCM: 12 bytes nonce, 16 bytes tag, ciphertext; mode 0600. Memory stays at one chunk. */
	seal(from: string, to: string): Promise<void>;
}

/** One block of HMAC (RFC 2104): the key, padded to 64 bytes, with every byte changed by `pad`. */
const block = (key: string, pad: number): Buffer => Buffer.from([...Buffer.from(key, 'hex'), ...Buffer.alloc(32)].map((byte) => byte ^ pad));

/** Reads the key file; makes one (mode 0600) when it does not exist. Throws when it is malformed. */
export function openKeys(home: Home): Keys {
	if (!existsSync(home.keyFile)) {
		const fresh = { id: 'k1', pseudonym: randomBytes(32).toString('hex'), inbox: randomBytes(32).toString('hex') };
		writeFileSync(home.keyFile, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx' });
	}
	const keys = keyFile.parse(JSON.parse(readFileSync(home.keyFile, 'utf8')));
	const { inner, outer } = { inner: block(keys.pseudonym, 0x36), outer: block(keys.pseudonym, 0x5c) };
	// HMAC by its definition (RFC 2104): a million pseudonyms in a second, where a new Hmac object each takes ten.
	const hmac = (domain: string, text: string): string =>
		`${keys.id}:${hash('sha256', Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(`${domain}\0${text}`)]), 'buffer')]), 'hex').slice(0, 32)}`;
	return {
		pseudonymOfNip: (nip) => hmac('nip/v1', nip),
		pseudonymOfText: (text) => hmac('text/v1', text.trim().toLowerCase()),
		nipBlocks: { inner: Buffer.concat([inner, Buffer.from('nip/v1\0')]), outer, prefix: `${keys.id}:` },
		async seal(from, to) {
			const nonce = randomBytes(12);
			const cipher = createCipheriv('aes-256-gcm', Buffer.from(keys.inbox, 'hex'), nonce);
			const file = await open(to, 'w', 0o600);
			try {
				await file.write(nonce, 0, 12, 0);
				await pipeline(createReadStream(from), cipher, createWriteStream('', { fd: file.fd, start: 28, autoClose: false }));
				await file.write(cipher.getAuthTag(), 0, 16, 12);
			} finally {
				await file.close();
			}
		}
	};
}
