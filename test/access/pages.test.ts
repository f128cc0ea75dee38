/** The pages of accounts in a real browser, without JavaScript: from the first code to a confirmed release and a note that stays. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { faultsOf, smallTargets, stickingOut } from '../e2e/a11y.ts';
import { DESKTOP, openBrowser, PHONE } from '../e2e/browser.ts';
import { addAccount, address, ask, cookieOf, home, signedIn, store } from './people.ts';

const run = promisify(execFile);
const env = { ...process.env, PANTAU_HOME: home, PANTAU_DEMO: 'off' };
const node = async (...args: string[]): Promise<string> => (await run(process.execPath, args, { cwd: ROOT, env })).stdout.trim();
const PASSWORD = 'perahu kayu di muara sungai';

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

async function contextFor(cookie: string, viewport: { width: number; height: number } = DESKTOP, colorScheme: 'light' | 'dark' = 'light'): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport, colorScheme });
	const [name = '', value = ''] = cookie.split('=');
	// For the address itself; Chromium takes a secure cookie of this machine without encryption.
	await context.addCookies([{ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }]);
	return context;
}
const main = (page: Page): Promise<string> => page.locator('main').innerText();

test('the operator makes the first administrator, who signs in, completes the account and lets somebody in', async () => {
	const code = await node('scripts/access.ts', 'admin', 'kepala.pengelola', '--nama', 'Ni Luh Kepala');
	expect(code).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
	const page = await context.newPage();
	await page.goto(`${address}/masuk`);
	await page.fill('#name', 'kepala.pengelola');
	await page.fill('#password', code);
	await page.click('main button');
	expect(new URL(page.url()).pathname).toBe('/akun');
	const [before] = await context.cookies();
	expect(before).toMatchObject({ name: '__Host-pantau', secure: true, httpOnly: true, sameSite: 'Lax' });
	expect((await page.locator('.qr').boundingBox())?.width).toBeGreaterThan(150);
	expect(await page.locator('.qr').getAttribute('src')).toContain('svg');
	const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
	await page.fill('#password', PASSWORD);
	await page.fill('#again', PASSWORD);
	await page.fill('#code', new TOTP({ secret: Secret.fromBase32(secret) }).generate());
	await page.click('main button');
	expect(await main(page)).toContain('Akun Ni Luh Kepala');
	// The session of the code is over, its cookie replaced.
	const [after] = await context.cookies();
	expect(after?.value).not.toBe(before?.value);
	expect((await ask('/akun', { cookie: `__Host-pantau=${before?.value}` })).status).toBe(303);

	await page.goto(`${address}/pengelola`);
	await page.fill('#name', 'analis.bali');
	await page.fill('#fullName', 'I Made Analis');
	await page.fill('#role', 'province:51');
	await page.check('#new-read_cases');
	await page.click('form[action*="add"] button');
	const handed = await page.locator('.handed').innerText();
	expect(handed).toMatch(/Kode sekali pakai untuk analis\.bali: ([a-z2-9]{5}-){3}[a-z2-9]{5}\./);
	expect((await store.trail(50)).map((r) => r.action)).toEqual(expect.arrayContaining(['account_added', 'sign_in', 'password_set', 'second_factor_set']));
	await page.goto(`${address}/pengelola`);
	expect(await page.locator('main').innerText()).not.toContain(/: (\S+)\. Serahkan/.exec(handed)?.[1] ?? 'no code');
	await context.close();
}, 120_000);

test.each([
	['/masuk', 'public', []],
	['/akun', 'province:51', []],
	['/pengelola', 'public', ['administer']],
	['/catatan?nature=contoh&metric=persons_reported&region=51.02&cycle=PILKADA-2024', 'province:51', []],
	['/pratinjau', 'national', ['sign_off']],
	['/wilayah/51.02', 'regency:51.02', []],
	['/none', 'province:51', []],
	['/pengelola', 'national', []]
] as const)('%s for %s with the rights %j has no fault for axe, fits a phone and its targets can be hit, in both themes', async (path, role, rights) => {
	const cookie = await signedIn(role, [...rights]);
	for (const [viewport, scheme] of [[DESKTOP, 'light'], [PHONE, 'dark']] as const) {
		const context = await contextFor(cookie, viewport, scheme);
		const page = await context.newPage();
		for (const lang of ['', 'lang=en']) {
			await page.goto(`${address}${path}${lang ? `${path.includes('?') ? '&' : '?'}${lang}` : ''}`);
			expect(await faultsOf(page, 'all', { repeats: false }), `${scheme} ${lang}`).toEqual([]);
			expect(await stickingOut(page), `${scheme} ${lang}`).toEqual([]);
			expect(await smallTargets(page), `${scheme} ${lang}`).toEqual([]);
		}
		await context.close();
	}
});

test('the first form has no fault either', async () => {
	const account = await addAccount('province:51');
	const context = await contextFor(await cookieOf(account, 'setup'), PHONE);
	const page = await context.newPage();
	await page.goto(`${address}/akun`);
	expect(await faultsOf(page)).toEqual([]);
	expect(await smallTargets(page)).toEqual([]);
	expect(await page.locator('.view-as-band').innerText()).toContain('belum lengkap');
	await context.close();
});

test('exact pages and files bear INTERNAL with name and time, also on paper; the public’s do not', async () => {
	const account = await addAccount('province:51', [], 'penanda.internal');
	const cookie = await cookieOf(account);
	const context = await contextFor(cookie);
	const page = await context.newPage();
	await page.goto(`${address}/wilayah/51.02?nature=contoh`);
	const MARK = /INTERNAL – jangan disebarkan\s+Uji penanda\.internal, Provinsi Bali; dibuka \d+ \S+ 2026, \d\d\.\d\d WITA/;
	expect(await page.locator('.internal-band').innerText()).toMatch(MARK);
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('.internal-band').isVisible()).toBe(true);
	await context.close();
	const file = await ask('/unduh/pelanggaran?nature=contoh&region=51.02&format=csv', { cookie });
	expect(file.headers.get('content-disposition')).toContain('INTERNAL-pantau');
	const lines = (await file.text()).split('\r\n');
	const exact = lines.filter((line) => line.includes(',51.02,') && line.includes(',ok,'));
	expect(exact.length).toBeGreaterThan(5);
	expect(exact.every((line) => line.includes('INTERNAL – jangan disebarkan: Uji penanda.internal'))).toBe(true);
	expect(lines.filter((line) => line.includes(',64.01,')).some((line) => line.includes('INTERNAL'))).toBe(false);
	expect(await (await ask('/unduh/pelanggaran?nature=contoh&region=51.02&format=csv')).text()).not.toContain('INTERNAL');
	expect(await (await ask('/unduh/pelanggaran?nature=contoh&region=51.02&card=langkah&format=svg', { cookie })).text()).toMatch(/INTERNAL|Halaman ini tidak ada/);
});

test('a note is written by the area, decided on by another, stays with its figure in pages and files, and in the next release', async () => {
	const writer = await signedIn('regency:51.02');
	const chief = await signedIn('national', ['sign_off']);
	const asal = '/asal?nature=contoh&metric=persons_reported&at=51.02&cycle=PILKADA-2024';
	expect(await (await ask(asal, { cookie: writer })).text()).toContain('/catatan?nature=contoh&amp;metric=persons_reported&amp;region=51.02&amp;cycle=PILKADA-2024');
	const TEXT = 'Dua laporan tercatat ganda; register sudah diperbaiki Bawaslu.';
	const figure = { nature: 'contoh', metric: 'persons_reported', region: '51.02', cycle: 'PILKADA-2024', kind: 'reply' };
	expect((await ask('/catatan?/write', { cookie: writer, form: { ...figure, text: `${TEXT} 198001012005011001` } })).status).toBe(400);
	expect((await ask('/catatan?/write', { cookie: writer, form: { ...figure, region: '64.01', text: TEXT } })).status).toBe(403);
	expect((await ask('/catatan?/write', { cookie: writer, form: { ...figure, text: TEXT } })).status).toBe(200);
	expect(await (await ask(asal)).text()).not.toContain(TEXT);
	const list = await (await ask('/catatan', { cookie: chief })).text();
	const id = /name="note" value="([^"]+)"/.exec(list)?.[1] ?? '';
	expect((await ask('/catatan?/decide', { cookie: writer, form: { note: id, state: 'shown' } })).status).toBe(403);
	expect((await ask('/catatan?/decide', { cookie: chief, form: { note: id, state: 'shown' } })).status).toBe(200);
	for (const path of [asal, '/wilayah/51.02?nature=contoh']) expect(await (await ask(path)).text(), path).toContain(TEXT);
	expect(await (await ask('/wilayah/51.02')).text()).not.toContain(TEXT);
	const rows = (await (await ask('/api/v1/answers?metrics=persons_reported,persons_proven&region=51.02,51.03&cycle=PILKADA-2024&nature=contoh&format=csv')).text()).split('\r\n');
	expect(rows.filter((row) => row.includes(TEXT))).toHaveLength(1);
	expect(rows.find((row) => row.includes(TEXT))).toContain('Hak jawab, Uji uji..');
	expect((await store.trail(20)).map((r) => r.action)).toEqual(expect.arrayContaining(['note_written', 'note_shown']));
});

test('a release with real persons waits for a name: previewed by who it is about, confirmed by who may, then published', async () => {
	const served = async (): Promise<string> => ((await (await fetch(`${address}/readyz`)).json()) as { release: string }).release;
	const before = await served();
	await node('etl/cli.ts', 'load', join(ROOT, 'test/e2e/sixth-regency'));
	const id = await node('etl/cli.ts', 'build');
	expect(id).not.toBe(before);
	await expect(node('etl/cli.ts', 'publish', id)).rejects.toMatchObject({ code: 73, stderr: expect.stringContaining('belum disahkan') });
	for (const path of ['/data', '/data?nature=contoh', '/perubahan', '/unduh/data?format=csv']) expect((await (await ask(path)).text()).includes(id), path).toBe(false);
	const regency = await (await ask('/pratinjau?cycle=PILKADA-2024&nature=contoh', { cookie: await signedIn('regency:51.04') })).text();
	expect(regency).toContain(`Rilis ${id} sudah dibangun`);
	expect(regency).toContain('Kegiatan sosialisasi');
	expect(regency).not.toContain('name="agree"');
	const other = await (await ask('/pratinjau?cycle=PILKADA-2024&nature=contoh', { cookie: await signedIn('regency:64.01') })).text();
	expect(other).toContain('tetap sama');
	const chief = await addAccount('national', ['sign_off'], 'pengesah.rilis');
	const cookie = await cookieOf(chief);
	expect((await ask('/pratinjau', { cookie: await signedIn('province:51', ['sign_off']), form: { release: id, agree: 'on' } })).status).toBe(403);
	expect((await ask('/pratinjau', { cookie, form: { release: id } })).status).toBe(400);
	expect((await ask('/pratinjau', { cookie, form: { release: before, agree: 'on' } })).status).toBe(409);
	expect((await ask('/pratinjau', { cookie, form: { release: id, agree: 'on' } })).status).toBe(200);
	await node('etl/cli.ts', 'publish', id);
	await expect.poll(served, { timeout: 15_000 }).toBe(id);
	expect((await store.trail(5)).map((r) => [r.actor, r.action])).toEqual(expect.arrayContaining([['pengesah.rilis', 'release_confirmed'], ['etl', 'publish']]));
	const note = await (await ask('/wilayah/51.02?nature=contoh')).text();
	expect(note, 'the note stays with its figure').toContain('Dua laporan tercatat ganda');
	expect(JSON.parse(await node('etl/cli.ts', 'verify-audit', '--format', 'json'))).toMatchObject({ broken: null });
	await node('etl/cli.ts', 'rollback', before);
	await expect.poll(served, { timeout: 15_000 }).toBe(before);
}, 240_000);
