import { createDecipheriv, createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openHome } from '../../etl/home.ts';
import { openKeys } from '../../etl/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'pantau-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('keys', () => {
	const home = openHome({ PANTAU_HOME: folder });
	const keys = openKeys(home);
	const file = JSON.parse(readFileSync(home.keyFile, 'utf8')) as { pseudonym: string; inbox: string };

	it('gives the HMAC-SHA256 of a NIP, as node:crypto does', () => {
		const expected = createHmac('sha256', Buffer.from(file.pseudonym, 'hex')).update('nip/v1\u0000198503122010012901').digest('hex').slice(0, 32);
		expect(keys.pseudonymOfNip('198503122010012901')).toBe(`k1:${expected}`);
		const text = createHmac('sha256', Buffer.from(file.pseudonym, 'hex')).update('text/v1\u0000nur\u2019aini').digest('hex').slice(0, 32);
		expect(keys.pseudonymOfText(' Nur\u2019aini ')).toBe(`k1:${text}`);
	});

	it('seals a file that only its key opens', async () => {
		const [from, to] = [join(folder, 'a.csv'), join(folder, 'a.enc')];
		writeFileSync(from, 'NIP;Nama\n'.repeat(100_000));
		await keys.seal(from, to);
		const sealed = readFileSync(to);
		const open = createDecipheriv('aes-256-gcm', Buffer.from(file.inbox, 'hex'), sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28));
		expect(Buffer.concat([open.update(sealed.subarray(28)), open.final()]).equals(readFileSync(from))).toBe(true);
		expect(statSync(to).mode & 0o777).toBe(0o600);
	});
});
