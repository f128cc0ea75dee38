/** The page on which a contributor tries a file: the real check behind a real form. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { goldenCases } from '../golden/cases.ts';
import { faultsOf } from './a11y.ts';
import { DESKTOP, openBrowser, PHONE } from './browser.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const bytesOf = async (name: string): Promise<Uint8Array> => {
	const found = goldenCases.find((own) => own.name === name);
	if (!found) throw new Error(`no golden case ${name}`);
	return found.bytes();
};
const post = async (path: string, role: string, fields: Record<string, string>, file: Uint8Array | null, name = 'berkas.csv', accept = '*/*'): Promise<Response> => {
	const form = new FormData();
	for (const [key, value] of Object.entries(fields)) form.set(key, value);
	if (file) form.set('file', new File([new Uint8Array(file)], name));
	return fetch(`${address}${path}`, { method: 'POST', body: form, redirect: 'manual', headers: { accept, origin: address, cookie: `pantau_role=${role}` } });
};

describe('/periksa', () => {
	for (const [name, viewport, javaScriptEnabled] of [['phone, no JavaScript', PHONE, false], ['desktop', DESKTOP, true]] as const) {
		test(`answers a file by form and has no accessibility fault (${name})`, async () => {
			const context = await browser.newContext({ viewport, javaScriptEnabled });
			await context.addCookies([{ name: 'pantau_role', value: 'regency:64.01', url: address }]);
			const page = await context.newPage();
			await page.goto(`${address}/periksa`);
			await page.setInputFiles('#file', { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(await bytesOf('training-table-nip')) });
			await page.click('.check-buttons button:first-child');
			const text = await page.locator('.check-answer').innerText();
			expect(text).toContain('Beginilah berkas Anda dibaca');
			expect(text).toContain('Tabel pelatihan per orang');
			expect(text).toContain('NIP_LOST_DIGITS');
			expect(text).not.toMatch(/\d{15}|undefined|NaN|\{\w+\}/);
			expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
			if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
			await context.close();
		});
	}

	test('says the same as the command line', async () => {
		const html = await (await post('/periksa?lang=en', 'regency:64.01', { regency: '64.01', dataset: '' }, readFileSync(join(ROOT, 'test/golden/headcount-regions/input.csv')), 'input.csv', 'text/html')).text();
		const said = JSON.parse(spawnSync(process.execPath, ['etl/cli.ts', 'check', 'test/golden/headcount-regions/input.csv', '--regency', '64.01', '--format', 'json', '--lang', 'en'], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, PANTAU_HOME: inject('home') } }).stdout) as { findings: { code: string }[] };
		for (const { code } of said.findings) expect(html).toContain(code);
	}, 30_000);

	test('gives the file back with a column of errors', async () => {
		const answer = await post('/periksa/salinan', 'regency:64.01', { regency: '64.01' }, await bytesOf('training-table-nip'), 'daftar saya.csv');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-disposition')).toContain('daftar%20saya-KESALAHAN.csv');
		expect(answer.headers.get('cache-control')).toContain('no-store');
		expect((await answer.text()).split('\n')[0]).toContain('KESALAHAN');
	});

	test('gives the list of who has not finished, by agency, from a completion export', async () => {
		const file = readFileSync(join(ROOT, 'data/submissions/51.03-badung/progress.netral-2024.csv'));
		const answer = await post('/periksa/belum-selesai', 'regency:51.03', { regency: '51.03' }, file, 'progress.netral-2024.csv');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-disposition')).toContain('progress.netral-2024-BELUM-SELESAI.csv');
		const lines = (await answer.text()).trim().split(/\r?\n/);
		expect(lines.length).toBeGreaterThan(2000);
		expect(lines.filter((line) => line.includes('Dinas Pendidikan')).length).toBeGreaterThan(900);
		expect((await post('/periksa/belum-selesai', 'regency:51.03', { regency: '51.03' }, new TextEncoder().encode('a;b\n1;2\n'))).status).toBe(422);
		expect((await post('/periksa/belum-selesai', 'regency:51.02', { regency: '51.03' }, file)).status).toBe(403);
	});

	test('leads a browser back to the form, which says why there is no copy; the sample mode stays', async () => {
		const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: false });
		await context.addCookies([{ name: 'pantau_role', value: 'regency:64.01', url: address }]);
		const page = await context.newPage();
		await page.goto(`${address}/periksa?nature=contoh`);
		await page.setInputFiles('#file', { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
		await page.click('.check-buttons .quiet');
		expect(new URL(page.url()).search).toBe('?nature=contoh&problem=nothingToMark');
		expect(await page.locator('main').innerText()).toContain('Tidak ada baris yang perlu ditandai');
		await page.setInputFiles('#file', { name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
		await page.click('.check-buttons button:first-child');
		expect(await page.locator('.check-answer').innerText()).toContain('minta operator Pantau');
		expect(await page.locator('.contoh-band').count()).toBeGreaterThan(0);
		await context.close();
	});

	test('gives the templates of `etl template` to anybody', async () => {
		const html = await (await fetch(`${address}/periksa`)).text();
		const ways = [...html.matchAll(/href="(\/periksa\/templat\/[^"]+)"/g)].flatMap(([, way]) => way ?? []);
		expect(ways.length).toBe(10);
		for (const way of ways) {
			const answer = await fetch(`${address}${way}`);
			expect([answer.status, Buffer.from(await answer.arrayBuffer()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
		}
		expect((await fetch(`${address}/periksa/templat/published`)).status).toBe(404);
	});

	test('is only for the own areas, and only for 10 MB', async () => {
		const file = new TextEncoder().encode('a;b\n1;2\n');
		expect((await post('/periksa', 'public', { regency: '64.01' }, file)).status).toBe(403);
		expect((await post('/periksa', 'regency:51.03', { regency: '64.01' }, file)).status).toBe(403);
		expect((await post('/periksa', 'province:51', { regency: '51.03' }, file)).status).toBe(200);
		expect((await post('/periksa/salinan', 'public', { regency: '64.01' }, file)).status).toBe(403);
		expect((await post('/periksa', 'regency:64.01', { regency: '64.01' }, null)).status).toBe(400);
		expect((await post('/periksa', 'regency:64.01', { regency: '64.01' }, new Uint8Array(10.5 * 1024 * 1024))).status).toBe(413);
		expect(await (await fetch(`${address}/periksa`)).text()).not.toContain('type="file"');
	});

	test('answers a hostile file in words and leaves nothing behind', async () => {
		const html = await (await post('/periksa', 'regency:64.01', { regency: '64.01' }, await bytesOf('file-zip-bomb'), '../../etc/passwd.xlsx', 'text/html')).text();
		expect(html).toContain('FILE_ZIP_BOMB');
		// A program that takes anything is told how to get the page, and not what it is made of.
		const program = await (await post('/periksa', 'regency:64.01', { regency: '64.01' }, await bytesOf('file-zip-bomb'), 'passwd.xlsx')).text();
		expect(program).toContain('Accept: text/html');
		expect(program).not.toContain('FILE_ZIP_BOMB');
		expect(readdirSync(tmpdir()).filter((name) => name.startsWith('pantau-upload-'))).toEqual([]);
	});
});
