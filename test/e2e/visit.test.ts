/** The first visit and the one after, without JavaScript. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DESKTOP, openBrowser } from './browser.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

test('the first visit is greeted with three ways in; the next one is not', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: DESKTOP });
	const page = await context.newPage();
	await page.goto(address);
	expect(await page.locator('.visit').innerText()).toMatch(/^Pertama kali di sini\?/);
	for (const href of await page.locator('.visit a').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))) expect((await fetch(`${address}${href}`)).status).toBe(200);
	const [cookie] = (await context.cookies()).filter((c) => c.name === 'pantau_seen');
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', secure: false });
	expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(364 * 86_400);
	const [release] = (cookie?.value ?? '').split('.');
	await context.addCookies([{ name: 'pantau_seen', value: `${release}.2026-01-05`, url: address }]);
	await page.reload();
	expect(await page.locator('.visit').count()).toBe(0);
	await context.addCookies([{ name: 'pantau_seen', value: 'R20250101-0123abcd.2026-01-05', url: address }]);
	await page.goto(`${address}/?lang=en`);
	expect(await page.locator('.visit').innerText()).toContain('There is a new release since your visit on 5 January 2026');
	await context.close();
});

test('only the overview writes the cookie, and only when it changes', async () => {
	const set = async (path: string, cookie = ''): Promise<string | null> => (await fetch(`${address}${path}`, { headers: { cookie } })).headers.get('set-cookie');
	const first = await set('/');
	expect(first).toMatch(/^pantau_seen=R\d{8}-[0-9a-f]{8}\.\d{4}-\d{2}-\d{2}\.first; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
	expect(await set('/', first?.split(';')[0])).toBeNull();
	for (const path of ['/data', '/perubahan', '/api/v1/metrics', '/api/v1/answers?metrics=events_prevention&format=csv', '/unduh/ringkasan?format=csv']) expect(await set(path), path).toBeNull();
});
