/** Terms where they stand: opened by keyboard without JavaScript, closed by Escape, plain on paper. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { faultsOf } from './a11y.ts';
import { DESKTOP, openBrowser, PHONE, visit } from './browser.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

async function opened<T>(path: string, viewport: typeof DESKTOP, javaScriptEnabled: boolean, work: (page: Page) => Promise<T>): Promise<T> {
	return visit(browser, `${address}${path}`, { javaScriptEnabled, viewport }, work);
}

test.each([['desktop', DESKTOP], ['phone', PHONE]] as const)('a term opens by keyboard without JavaScript and closes with Escape (%s)', async (_, viewport) => {
	await opened('/pelanggaran?nature=contoh', viewport, false, async (page) => {
		const term = page.locator('button.term').first();
		const about = page.locator('.term-about').first();
		expect(await about.isVisible()).toBe(false);
		await term.focus();
		await page.keyboard.press('Enter');
		expect(await about.isVisible()).toBe(true);
		const box = await about.boundingBox();
		expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= viewport.width && box.y + box.height <= viewport.height, 'inside the window').toBe(true);
		await page.keyboard.press('Tab');
		expect(await page.locator(':focus').getAttribute('href')).toMatch(/^\/istilah#[a-z-]+$/);
		await page.keyboard.press('Escape');
		expect(await about.isVisible()).toBe(false);
		expect(await page.locator(':focus').textContent()).toBe(await term.textContent());
	});
});

test('a touch opens it, and its link leads to the term', async () => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, hasTouch: true });
	const page = await context.newPage();
	await page.goto(`${address}/?lang=en`);
	await page.locator('button.term').first().tap();
	const link = page.locator('.term-about:popover-open a');
	const href = (await link.getAttribute('href')) ?? '';
	await link.tap();
	await page.waitForURL(`${address}${href}`);
	expect(await page.locator(`dt${new URL(page.url()).hash}`).count()).toBe(1);
	await context.close();
});

test.each(['/', '/pelanggaran?nature=contoh', '/wilayah/51.03?nature=contoh', '/bandingkan?nature=contoh&lang=en', '/definisi/proven_per_1000'])('%s explains each term once, and has no accessibility fault with one open', async (path) => {
	await opened(path, DESKTOP, true, async (page) => {
		const ids = await page.locator('.term-about').evaluateAll((all) => all.map((e) => e.id));
		expect(ids.length).toBeGreaterThan(0);
		expect(new Set(ids).size).toBe(ids.length);
		await page.locator('button.term').first().focus();
		await page.keyboard.press('Enter');
		expect(await page.locator('.term-about:popover-open').count()).toBe(1);
		await page.waitForTimeout(200);
		expect(await faultsOf(page)).toEqual([]);
	});
});

test('on paper a term is plain text', async () => {
	await opened('/', DESKTOP, false, async (page) => {
		await page.locator('button.term').first().focus();
		await page.keyboard.press('Enter');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('.term-about').first().isVisible()).toBe(false);
		expect(await page.locator('button.term').first().evaluate((e) => getComputedStyle(e).textDecorationLine)).toBe('none');
	});
});
