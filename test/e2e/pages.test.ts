import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { DESKTOP, openBrowser, PAGES, PHONE, visit } from './browser.ts';
import { withQuery } from '../site-pages.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

describe('every page', () => {
	for (const query of [{}, { nature: 'contoh' }, { nature: 'contoh', lang: 'en', region: '51.03' }] as readonly Readonly<Record<string, string>>[]) {
		for (const path of PAGES) {
			test(`${withQuery(path, query)} is whole without JavaScript, asks no other host and fits a phone`, async () => {
				const hosts = new Set<string>();
				const look = async (page: Page, status: number): Promise<void> => {
					expect(status).toBe(200);
					expect([...hosts].filter((h) => h !== address && h !== 'null')).toEqual([]);
					expect(hosts.size).toBeGreaterThan(0);
					expect(await page.locator('h1').count()).toBe(1);
					expect(await page.locator('html').getAttribute('lang')).toBe(query['lang'] ?? 'id');
					const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
					expect(wider, 'sideways scroll at phone width').toBe(0);
					const text = await page.locator('body').innerText();
					expect(text).not.toMatch(/undefined|NaN|\[object|Infinity|\{\w+\}/);
					expect(text).not.toMatch(/\b\d{18}\b/);
				};
				await visit(browser, `${address}${withQuery(path, query)}`, { viewport: PHONE }, look, (page) => void page.on('request', (r) => hosts.add(new URL(r.url()).origin)));
			});
		}
	}
});

test('a page seen before is the same page: what has not changed keeps its policy, and its forms work', async () => {
	const first = await fetch(address);
	const again = await fetch(address, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
	expect([again.status, again.headers.get('content-security-policy')]).toEqual([304, null]);
	const context = await browser.newContext({ viewport: DESKTOP });
	const page = await context.newPage();
	const blocked: string[] = [];
	page.on('console', (message) => void (message.type() === 'error' && blocked.push(message.text())));
	for (const path of ['/', '/wilayah/64.01', '/', '/wilayah/64.01']) await page.goto(`${address}${path}`);
	await page.reload();
	expect(await page.evaluate('getComputedStyle(document.body).fontFamily')).toContain('Jakarta');
	await page.locator('.filter select[name=cycle]').selectOption('PEMILU-2024');
	await page.locator('.filter button[type=submit]').click();
	await page.waitForURL(/cycle=PEMILU-2024/);
	expect(blocked).toEqual([]);
	await context.close();
});

test('the first view of Ringkasan costs at most 60 kB until its charts stand, fonts apart at most 45 kB', async () => {
	const html = Buffer.from(await (await fetch(address)).arrayBuffer());
	const text = html.toString();
	expect(text).toContain('<svg');
	const styles = [...text.matchAll(/href="([^"]+\.css)"/g)].map((m) => new URL(m[1] ?? '', address));
	const css = await Promise.all(styles.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer())));
	const wire = [html, ...css].reduce((n, b) => n + brotliCompressSync(b).length, 0);
	expect(wire).toBeLessThanOrEqual(60_000);
	const fonts = [...css.join('').matchAll(/url\(([^)]+\.woff2)\)/g)].map((m) => new URL((m[1] ?? '').replaceAll(/["']/g, ''), styles[0]));
	const sizes = await Promise.all(fonts.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength));
	expect(sizes.reduce((n, s) => n + s, 0)).toBeLessThanOrEqual(45_000);
});

test('the server compresses what it sends', async () => {
	const response = await fetch(address, { headers: { 'accept-encoding': 'br' } });
	expect(response.headers.get('content-encoding')).toBe('br');
	await response.arrayBuffer();
});

test('charts become interactive in the browser, without a violation of the content policy', async () => {
	const context = await browser.newContext({ viewport: DESKTOP });
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (m) => {
		if (m.type() === 'error') complaints.push(m.text());
	});
	page.on('pageerror', (e) => complaints.push(e.message));
	await page.goto(`${address}/pelanggaran?nature=contoh`);
	await page.locator('[data-chart]').first().scrollIntoViewIfNeeded();
	await page.locator('[data-chart]').first().hover();
	await expect.poll(() => page.locator('[data-chart][data-live]').count(), { timeout: 15_000 }).toBeGreaterThan(0);
	expect(complaints).toEqual([]);
	await context.close();
});

describe('on a phone', () => {
	for (const lang of ['id', 'en'] as const)
		test(`the head is one row whose menu opens without JavaScript (${lang})`, async () => {
			const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
			const page = await context.newPage();
			await page.goto(`${address}/?lang=${lang}`);
			const nav = page.locator('header nav');
			expect(await nav.isVisible()).toBe(false);
			expect((await page.locator('.masthead').boundingBox())?.height ?? 999).toBeLessThan(PHONE.height / 12);
			// From the language the keyboard comes to the menu, and from the opened menu into it.
			await page.locator('.language').focus();
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			expect(await nav.isVisible()).toBe(true);
			await page.keyboard.press('Tab');
			expect(await page.evaluate('document.activeElement.className')).toContain('nature');
			await page.keyboard.press('Tab');
			expect(await page.evaluate('document.activeElement.closest("nav") !== null')).toBe(true);
			for (const target of await page.locator('.masthead :is(a, summary, select, button):visible').all()) {
				const box = await target.boundingBox();
				expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
			}
			await context.close();
		});
});

test('a table that goes on beyond its edge fades there until it is scrolled to its end; one that fits does not', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESKTOP });
	const page = await context.newPage();
	await page.goto(`${address}/data?nature=contoh`);
	const fades = () =>
		page.locator('.table-scroll:visible').evaluateAll((all) => all.map((e) => ({ over: e.scrollWidth > e.clientWidth + 1, fade: getComputedStyle(e).getPropertyValue('--fade') })));
	const before = await fades();
	expect(before.filter((t) => t.over).length).toBeGreaterThan(0);
	expect(before.filter((t) => !t.over).length).toBeGreaterThan(0);
	for (const { over, fade } of before) expect(parseFloat(fade) > 0).toBe(over);
	const wide = page.locator('.table-scroll:has(.matrix)');
	await wide.focus();
	await page.keyboard.press('End');
	for (let i = 0; i < 80; i += 1) await page.keyboard.press('ArrowRight');
	await expect.poll(() => wide.evaluate((e) => getComputedStyle(e).getPropertyValue('--fade')), { timeout: 10_000 }).toBe('0px');
	await context.close();
});

test('the filter form works as a link and as a form without JavaScript', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(`${address}/pelanggaran?nature=contoh`);
	await page.selectOption('select[name="cycle"]', 'PILKADA-2020');
	await page.selectOption('select[name="region"]', '18.12');
	expect(await page.locator('select[name="province"]').inputValue()).toBe('');
	await page.locator('form.filter button[type=submit]').click();
	const url = new URL(page.url());
	expect(url.searchParams.get('cycle')).toBe('PILKADA-2020');
	expect(url.searchParams.get('nature')).toBe('contoh');
	expect(await page.locator('body').innerText()).toContain('tidak ada pemilihan');
	await context.close();
});

test('a page that does not exist says so in both languages, without a stack', async () => {
	for (const [lang, words] of [['id', 'Halaman ini tidak ada'], ['en', 'This page does not exist']] as const) {
		const response = await fetch(`${address}/tidak-ada?lang=${lang}`);
		expect(response.status).toBe(404);
		const text = await response.text();
		expect(text).toContain(words);
		expect(text).not.toMatch(/at .*\.(js|ts):\d+/);
	}
});
