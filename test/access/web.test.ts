/** The web's own duties: headers, limits, names, ways back, and what is written down. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { DEVICE_COOKIE, DEVICE_RULES } from '../../src/lib/server/access/device.ts';
import { maskedNetwork, networkOf } from '../../src/lib/server/access/network.ts';
import { localPath } from '../../src/lib/server/access/paths.ts';
import { Buckets } from '../../src/lib/server/access/rates.ts';
import { COOKIE_RULES } from '../../src/lib/server/access/session.ts';
import { asWritten, hasLongNumber } from '../../src/lib/server/access/trail.ts';
import { noteInput } from '../../src/lib/server/notes/write.ts';
import { freePort, ready } from '../e2e/global-setup.ts';
import { addAccount, address, ask, cookieOf, home, signedIn, store } from './people.ts';

const HEADERS = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'];
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill('SIGTERM')));

/** Another server on the same data home. Its standard error is kept. */
async function serverWith(env: Readonly<Record<string, string>>): Promise<{ readonly at: string; readonly log: () => string }> {
	const port = await freePort();
	const child = spawn(process.execPath, ['scripts/serve.ts'], { cwd: ROOT, env: { ...process.env, PANTAU_HOME: home, PANTAU_DEMO: 'off', NODE_ENV: 'production', PORT: String(port), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
	children.push(child);
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	await ready(`http://127.0.0.1:${port}`, child);
	return { at: `http://127.0.0.1:${port}`, log: () => said };
}

describe('headers', () => {
	test('stand on pages, files, errors and what is served as it is', async () => {
		const asset = readdirSync(join(ROOT, 'build/client'), { recursive: true, encoding: 'utf8' }).find((f) => f.endsWith('.css'));
		for (const path of ['/', '/none', '/icon.svg', `/${asset}`, '/api/v1/metrics', '/api/v1/none', '/livez', '/definisi/none', '/unduh/pelanggaran?format=csv', '/pengelola/', '/%']) {
			const response = await ask(path);
			for (const name of HEADERS) expect(response.headers.get(name), `${path} ${name}`).not.toBeNull();
			expect(response.headers.get('x-powered-by'), path).toBeNull();
		}
		const refused = await ask('/peran', { form: {}, headers: { origin: 'https://elsewhere.example' } });
		expect([refused.status, refused.headers.get('content-security-policy')]).toEqual([403, expect.stringContaining("default-src 'none'")]);
	});
	test('scripts come from the site alone, or bear the answer’s nonce', async () => {
		const policies = await Promise.all([ask('/'), ask('/')].map(async (r) => (await r).headers.get('content-security-policy') ?? ''));
		for (const policy of policies) {
			expect(policy).toMatch(/script-src 'self'( 'nonce-[^']+')?;/);
			expect(policy).toContain("default-src 'self'");
			expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
			expect(policy).toContain("object-src 'none'");
		}
	});
	test('what is one person’s is not kept on the way; encrypted visitors are told to stay so', async () => {
		const cookie = await signedIn('province:51');
		for (const path of ['/', '/api/v1/answers?metrics=persons_reported&region=51.02', '/unduh/pelanggaran']) expect((await ask(path, { cookie })).headers.get('cache-control'), path).toContain('no-store');
		expect((await ask('/masuk')).headers.get('cache-control')).toContain('no-store');
		const { at } = await serverWith({ PANTAU_TRUST_PROXY: '1' });
		expect((await fetch(at, { headers: { 'x-forwarded-proto': 'https' } })).headers.get('strict-transport-security')).toContain('max-age=31536000');
		expect((await ask('/', { headers: { 'x-forwarded-proto': 'https' } })).headers.get('strict-transport-security')).toBeNull();
	});
	test('the session cookie is bound to host, encryption, site and server', async () => {
		const response = await ask('/keluar', { cookie: await signedIn('province:51'), form: {} });
		expect(response.headers.get('set-cookie')).toMatch(/^__Host-pantau=;.*Path=\/;.*HttpOnly;.*Secure;.*SameSite=Lax/i);
		expect(DEVICE_COOKIE.startsWith('__Host-')).toBe(true);
		expect(DEVICE_RULES).toMatchObject(COOKIE_RULES);
	});
});

describe('ways back', () => {
	test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '/\n/evil.example', '\\\\evil.example', ''])('%j leads to the front page', (path) => {
		expect(localPath(path)).toBe('/');
	});
	test('a path of the site stays', () => {
		expect(localPath('/wilayah/51?cycle=PILKADA-2024')).toBe('/wilayah/51?cycle=PILKADA-2024');
	});
	test('what no header can bear is written as in an address', () => {
		expect(localPath('/?q=\u0101\u2028é')).toBe('/?q=%C4%81%E2%80%A8%C3%A9');
		expect(localPath('/\ud800')).toBe('/%EF%BF%BD');
	});
	test('a way back with such letters leads back', async () => {
		const cookie = await signedIn('province:51');
		const response = await ask('/peran', { cookie, form: { role: 'public', back: '/istilah?q=\u0101\u2028' } });
		expect([response.status, response.headers.get('location')]).toEqual([303, '/istilah?q=%C4%81%E2%80%A8']);
	});
	test('whoever is sent to sign in comes back to where they wanted to go', async () => {
		expect((await ask('/pratinjau?cycle=PEMILU-2024')).headers.get('location')).toBe('/masuk?kembali=%2Fpratinjau%3Fcycle%3DPEMILU-2024');
		const html = await (await ask('/masuk?kembali=//evil.example')).text();
		expect(/name="kembali" value="([^"]*)"/.exec(html)?.[1]).toBe('/');
	});
});

describe('limits', () => {
	test('a bucket empties and fills again', () => {
		const buckets = new Buckets({ burst: 3, perSecond: 2 });
		expect([0, 0, 0, 0].map((at) => buckets.take('a', at))).toEqual([0, 0, 0, 1]);
		expect(buckets.take('b', 0)).toBe(0);
		expect(buckets.take('a', 600)).toBe(0);
		expect(buckets.take('a', 610)).toBe(1);
	});
	test('addresses are counted by network: a household’s IPv6 is one', () => {
		expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::ffff'));
		expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
		expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
		expect(networkOf('::1')).toBe('0:0:0:0::/64');
		expect(maskedNetwork('192.0.2.7')).toBe('192.0.2.0/24');
		expect(networkOf('nonsense')).toBe('unknown');
	});
	test('a network that asks too much waits, also with made-up headers; others do not', async () => {
		const { at } = await serverWith({ PANTAU_RATE: '10/1', PANTAU_TRUST_PROXY: '1' });
		// The proxy writes the last address; what stands before it is the visitor's own word.
		const from = (forwarded: string) => fetch(`${at}/api/v1/cycles`, { headers: { 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' } });
		const statuses: number[] = [];
		for (let i = 0; i < 14; i += 1) statuses.push((await from(`198.51.100.${i}, 203.0.113.7`)).status);
		expect(statuses.slice(0, 9).every((s) => s === 200)).toBe(true);
		expect(statuses.at(-1)).toBe(429);
		expect(Number((await from('203.0.113.7')).headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await from('203.0.113.8')).status).toBe(200);
		expect((await fetch(`${at}/livez`)).status).toBe(200);
	});
	test('the machine itself is not counted, and nobody else can say that they are it', async () => {
		const own = await serverWith({ PANTAU_RATE: '5/1' });
		for (let i = 0; i < 12; i += 1) expect((await fetch(`${own.at}/api/v1/cycles`)).status).toBe(200);
		const { at } = await serverWith({ PANTAU_RATE: '5/1', PANTAU_TRUST_PROXY: '1' });
		const statuses: number[] = [];
		for (let i = 0; i < 9; i += 1) statuses.push((await fetch(`${at}/api/v1/cycles`, { headers: { 'x-forwarded-for': '127.0.0.1, 203.0.113.9', 'x-forwarded-proto': 'https' } })).status);
		expect(statuses.at(-1)).toBe(429);
	});
	test('an account is counted wherever it asks from', async () => {
		const { at } = await serverWith({ PANTAU_RATE: '10/1', PANTAU_TRUST_PROXY: '1' });
		const cookie = await signedIn('province:51');
		const statuses: number[] = [];
		for (let i = 0; i < 14; i += 1) statuses.push((await fetch(`${at}/api/v1/cycles`, { headers: { cookie, 'x-forwarded-for': `203.0.113.${i}`, 'x-forwarded-proto': 'https' } })).status);
		expect(statuses.at(0)).toBe(200);
		expect(statuses.at(-1)).toBe(429);
		expect((await fetch(`${at}/api/v1/cycles`, { headers: { 'x-forwarded-for': '203.0.113.99', 'x-forwarded-proto': 'https' } })).status).toBe(200);
	});
	test('only the names it is known by are answered', async () => {
		const { at } = await serverWith({ PANTAU_HOSTS: 'pantau.example, 127.0.0.1:1', PANTAU_TRUST_PROXY: '1' });
		expect((await fetch(at, { headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } })).status).toBe(421);
		expect((await fetch(at, { headers: { 'x-forwarded-host': 'pantau.example', 'x-forwarded-proto': 'https' } })).status).toBe(200);
	});
});

describe('what is written down', () => {
	const after = async (work: () => Promise<unknown>) => {
		const before = (await store.trail(1))[0]?.id ?? 0;
		await work();
		return (await store.trail(50)).filter((row) => row.id > before).reverse();
	};
	test('a refusal, an export, case rows with their reason, a view-as, the end of a session', async () => {
		const account = await addAccount('province:51', ['read_cases']);
		const cookie = await cookieOf(account);
		const rows = await after(async () => {
			await ask('/pengelola', { cookie });
			await ask('/unduh/pelanggaran?format=csv', { cookie });
			await ask('/asal?metric=persons_reported&at=51.02&cycle=PILKADA-2024', { cookie, form: { reason: 'pengaduan warga atas 198001012005011001' } });
			await ask('/asal?metric=persons_reported&at=64.02&cycle=PILKADA-2024', { cookie, form: { reason: 'ingin tahu saja dari jauh' } });
			await ask('/peran', { cookie, form: { role: 'public', back: '/' } });
			await ask('/keluar', { cookie, form: {} });
		});
		expect(rows.map((r) => r.action)).toEqual(['denied', 'export', 'case_rows', 'denied', 'denied', 'view_as', 'sign_out']);
		expect(rows.every((r) => r.actor === account.name)).toBe(true);
		expect(rows[1]?.detail).toMatch(/scope=province:51 release=R\S+ from=127\.0\.0\.0\/24 csv \d+/);
		expect(rows[2]).toMatchObject({ object: '51.02' });
		expect(rows[2]?.detail).toContain('reason=pengaduan warga atas [nomor]');
		expect(JSON.stringify(rows)).not.toContain('198001012005011001');
	});
	test('the public’s own reading is not; its refusals are', async () => {
		const rows = await after(async () => {
			await ask('/');
			await ask('/unduh/pelanggaran');
			await ask('/pengelola');
		});
		expect(rows.map((r) => [r.actor, r.action])).toEqual([['public', 'denied']]);
	});
	test('nothing typed can forge a line or carry a number of a person', () => {
		expect(asWritten('a\r\nb\u2028c\u0000d\u202ee')).toBe('a b c d e');
		for (const nip of ['198001012005011001', '19800101 200501 1 001', '19800101.200501.1.001', '3275012301800001', '１９８００１０１２００５０１１００１', '١٩٨٠٠١٠١٢٠٠٥٠١١٠٠١', '19800101/200501/1/001', '1980_0101_2005_0110_01', '1980  0101  2005  0110  01']) {
			expect(hasLongNumber(nip)).toBe(true);
			expect(asWritten(`NIP ${nip}!`)).toBe('NIP [nomor]!');
		}
		for (const text of ['Pasal 71 ayat (2) UU 10 Tahun 2016', 'surat tanggal 12/10/2024', 'Pemilu 2014, 2019, 2024, 2029']) expect(hasLongNumber(text), text).toBe(false);
	});
	test('a note bears no sign that is not seen, and no number of a person behind one', () => {
		const written = (text: string) => noteInput.safeParse({ nature: 'contoh', metric: 'persons_reported', region: '51.03', cycle: 'PILKADA-2024', kind: 'reply', text });
		expect(written('Jumlahnya \u202e21\u2069, bukan\u0007 itu, kata kami.').data?.text).toBe('Jumlahnya  21 , bukan  itu, kata kami.');
		expect(written([...'198001012005011001'].join('\u200b') + ' adalah orangnya').success).toBe(false);
	});
	test('the log of the server names no account, no NIP, no token', async () => {
		const { at, log } = await serverWith({});
		const account = await addAccount('province:51');
		const cookie = await cookieOf(account);
		const nip = '198001012005011001';
		for (const path of [`/?q=${nip}`, `/wilayah/${nip}`, `/asal?metric=${nip}&at=51`, `/none/${nip}%0d%0aforged`]) await fetch(at + path, { headers: { cookie } });
		await fetch(`${at}/masuk`, { method: 'POST', headers: { origin: at, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ name: nip, password: nip }) });
		expect(log()).not.toContain(nip);
		expect(log()).not.toContain(account.name);
		expect(log()).not.toContain(cookie.split('=')[1]);
		expect(log()).not.toContain('\nforged');
	});
});

test('odd requests are answered in words: no trace, no statement, no path', async () => {
	const cookie = await signedIn('province:51', ['read_cases']);
	const odd = ['%00', '%ff%fe', "'; DROP TABLE measure_cell; --", '../'.repeat(20), '{"$ne":1}', 'ab'.repeat(3000)];
	for (const value of odd) {
		for (const path of ['/?region=', '/wilayah/', '/api/v1/answers?metrics=', '/asal?metric=persons_reported&at=', '/unduh/', '/definisi/', '/ringkas/', '/catatan?metric=', '/pratinjau?cycle=']) {
			const response = await ask(`${path}${value.startsWith('%') ? value : encodeURIComponent(value)}`, { cookie });
			const body = await response.text();
			expect(response.status, path + value).toBeLessThan(500);
			expect(/node_modules|\n\s+at \w+ \(|[Dd]uck[Dd][Bb]|SELECT .+ FROM|\/tmp\/|sqlite/.exec(body)?.[0], path + value).toBeUndefined();
		}
	}
	expect((await ask('/pengelola?/none', { cookie, form: {} })).status).toBe(403);
	expect(address).toMatch(/^http:\/\/127/);
});

test('what is no form is answered in words', async () => {
	const cookie = await signedIn('province:51');
	const sent = (path: string, type: string): Promise<Response> => fetch(address + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin: address, 'content-type': type }, body: 'none' });
	for (const path of ['/masuk', '/peran', '/periksa', '/periksa/salinan', '/catatan?/write', '/akun?/password', '/asal?metric=persons_reported&at=51.02']) expect((await sent(path, 'multipart/form-data; boundary=x')).status, path).toBeLessThan(500);
	for (const path of ['/peran', '/periksa/salinan']) expect((await sent(path, 'application/json')).status, path).toBe(400);
});

test('what is typed comes back as text, never as markup', async () => {
	const cookie = await signedIn('province:51', ['read_cases']);
	const typed = '"><script>alert(1)</script><img src=x onerror=alert(2)>';
	for (const path of ['/wilayah/', '/definisi/', '/?region=', '/masuk?kembali=/', '/asal?metric=persons_reported&at=51.02&category=', '/catatan?metric=']) {
		const body = await (await ask(path + encodeURIComponent(typed), { cookie })).text();
		expect(body.includes('<script>alert') || body.includes('<img src=x'), path).toBe(false);
	}
	// JSON says it as it was typed; no browser takes it for a page.
	const answer = await ask(`/api/v1/answers?metrics=${encodeURIComponent(typed)}`, { cookie });
	expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
	expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('after signing out the token opens nothing', async () => {
	const cookie = await signedIn('province:51');
	expect((await ask('/akun', { cookie })).status).toBe(200);
	expect((await ask('/keluar', { cookie, form: {} })).headers.get('location')).toBe('/');
	expect((await ask('/akun', { cookie })).status).toBe(303);
});

test('filters offer everybody the same areas: a list does not tell what there is', async () => {
	const options = async (cookie: string): Promise<string> => {
		const html = await (await ask('/pelanggaran?nature=contoh&province=51', cookie ? { cookie } : {})).text();
		return [...html.slice(html.search(/<form class="filter/)).matchAll(/<option value="([^"]*)"/g)].map((m) => m[1]).join();
	};
	const open = await options('');
	expect(open.length).toBeGreaterThan(100);
	for (const role of ['province:51', 'province:64', 'national']) expect(await options(await signedIn(role)), role).toBe(open);
});

test('demo mode is refused where a release holds real rows about persons, whatever is asked and by whom', async () => {
	const { at } = await serverWith({ PANTAU_DEMO: 'on' });
	for (const path of ['/', '/masuk', '/unduh/data', '/api/v1/metrics']) {
		for (const cookie of ['', 'pantau_role=national', await signedIn('national')]) {
			const response = await fetch(at + path, { headers: { cookie } });
			expect(response.status, `${path} ${cookie.slice(0, 12)}`).toBe(503);
			expect(await response.text()).toContain('Mode demo ditolak');
		}
	}
});
