/** Another choice on the same page comes in its place: what a reader had in hand stays, and whatever goes wrong is the browser's to show. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { faultsOf } from './a11y.ts';
import { DESKTOP, openBrowser, PHONE, type Viewport } from './browser.ts';

const address = inject('address');
const BALI = '/pelanggaran?nature=contoh&province=51';
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens Bali as the nation, marks the document, and waits until its script works. */
async function inBali(act: (page: Page) => Promise<void>, viewport: Viewport = DESKTOP): Promise<void> {
	const context = await browser.newContext({ viewport });
	await context.addCookies([{ name: 'pantau_role', value: 'national', url: address }]);
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
	page.on('pageerror', (error) => void faults.push(error.message));
	await page.goto(`${address}${BALI}`);
	await page.locator('[data-chart][data-live=yes]').first().waitFor();
	await page.evaluate('window.marked = true');
	await act(page);
	expect(faults).toEqual([]);
	await context.close();
}
const isSameDocument = (page: Page): Promise<boolean> => page.evaluate('window.marked === true');
const region = (page: Page): Promise<string> => page.locator('.filter select[name=region]').inputValue();

test('a choice comes in place with a readable address, focus, position, an opened view and a spoken title; its charts come alive', () =>
	inBali(async (page) => {
		await page.locator('label[for=laju-v-table]').click();
		await page.evaluate('scrollTo(0, 120)');
		await page.locator('.filter select[name=region]').focus();
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		expect(new URL(page.url()).search).toBe('?nature=contoh&cycle=PILKADA-2024&province=51&region=51.03');
		expect(await isSameDocument(page)).toBe(true);
		expect(await page.evaluate('document.activeElement.name')).toBe('region');
		expect(await page.evaluate('scrollY')).toBe(120);
		expect(await page.locator('#laju-v-table').isChecked()).toBe(true);
		expect(await page.locator('[role=status]').textContent()).toBe(await page.title());
		for (const only of ['main', 'body > header', '.site-foot', '.skip']) expect(await page.locator(only).count(), only).toBe(1);
		await page.locator('[data-chart][data-live=yes]').first().waitFor();
		expect(await faultsOf(page)).toEqual([]);
		// The page that came is the page that the address gives.
		const inPlace = await page.locator('main h1, main .lead').allInnerTexts();
		await page.reload();
		expect(await page.locator('main h1, main .lead').allInnerTexts()).toEqual(inPlace);
	}));

test('back and forward lead through the choices, and on to other pages', () =>
	inBali(async (page) => {
		for (const code of ['51.03', '51.02']) {
			await page.locator('.filter select[name=region]').selectOption(code);
			await page.waitForURL(new RegExp(`region=${code.replace('.', '\\.')}`));
		}
		const shows = (code: string): Promise<void> => expect.poll(() => page.evaluate(`document.querySelector('main').ariaBusy === 'true' ? null : document.querySelector('.filter select[name=region]').value`), { timeout: 5_000 }).toBe(code);
		await page.goBack();
		await shows('51.03');
		await page.goBack();
		await shows('');
		expect(page.url()).toBe(`${address}${BALI}`);
		await page.goForward();
		await shows('51.03');
		expect(await isSameDocument(page)).toBe(true);
		await page.locator('nav a', { hasText: 'Pelatihan' }).click();
		await page.waitForURL(/\/pelatihan/);
		expect(await isSameDocument(page)).toBe(false);
		expect(await region(page)).toBe('51.03');
		await page.goBack();
		await page.waitForURL(/\/pelanggaran/);
		expect(await region(page)).toBe('51.03');
	}));

test('a card that had no chart shows the one that comes; a table that was asked for stays', () =>
	inBali(async (page) => {
		await page.goto(`${address}/pelatihan?nature=contoh&province=51`);
		await page.locator('[data-chart][data-live=yes]').first().waitFor();
		expect(await page.locator('#bulan [data-chart]').count()).toBe(0);
		await page.locator('label[for=selesai-v-table]').click();
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		expect(await page.locator('#bulan [data-chart]').isVisible()).toBe(true);
		expect(await page.locator('#selesai [data-chart]').isVisible()).toBe(false);
	}));

test('the filter that was opened on a phone stays open', () =>
	inBali(async (page) => {
		await page.locator('#saringan summary').click();
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		expect(await page.locator('.filter select[name=region]').isVisible()).toBe(true);
	}, PHONE));

test('what is let go and what is pressed in a card comes in place too; a link to elsewhere, or opened aside, does not', () =>
	inBali(async (page) => {
		await page.locator('.filter a', { hasText: 'Ulangi' }).first().click();
		await page.waitForURL(`${address}/pelanggaran?nature=contoh`);
		expect(await isSameDocument(page)).toBe(true);
		await page.locator('label[for=bentuk-v-table]').click();
		await page.locator('#bentuk .p-table a[href*="violation_type="]').first().click();
		await page.waitForURL(/violation_type=/);
		expect(await isSameDocument(page)).toBe(true);
		const [aside] = await Promise.all([page.context().waitForEvent('page'), page.locator('.filter a', { hasText: 'Ulangi' }).first().click({ modifiers: ['ControlOrMeta'] })]);
		await aside.close();
		expect(page.url()).toMatch(/violation_type=/);
	}));

test('a month pressed by keyboard far down the page comes in place, keeps the chart in hand and the card where it was', () =>
	inBali(async (page) => {
		const chart = page.locator('#bulan [data-chart]');
		await chart.scrollIntoViewIfNeeded();
		await page.locator('#bulan [data-chart][data-live=yes]').waitFor();
		await chart.focus();
		await page.keyboard.press('ArrowRight');
		const top = (await page.locator('#bulan').boundingBox())?.y ?? NaN;
		await page.keyboard.press('Enter');
		await page.waitForURL(/month=/);
		expect(await isSameDocument(page)).toBe(true);
		expect(await page.evaluate('document.activeElement.dataset.chart')).toBe('bulan');
		// What is picked is told in a card above it.
		expect(await page.locator('#pilihan').count()).toBe(1);
		expect(Math.abs(((await page.locator('#bulan').boundingBox())?.y ?? NaN) - top)).toBeLessThan(2);
		await page.locator('#bulan [data-chart][data-live=yes]').waitFor();
		await page.keyboard.press('ArrowRight');
		expect(await page.locator('#bulan [aria-live]').textContent()).toMatch(/:/);
		// A step back is where the reader was.
		await page.goBack();
		await expect.poll(() => page.locator('#pilihan').count()).toBe(0);
		await expect.poll(async () => Math.abs(((await page.locator('#bulan').boundingBox())?.y ?? NaN) - top)).toBeLessThan(2);
	}));

test('a step back to a place within the page is gone by the browser when no answer comes', () =>
	inBali(async (page) => {
		await page.evaluate("location.hash = '#laju'");
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		let refused = 0;
		await page.route(/pelanggaran/, (route) => (route.request().isNavigationRequest() || refused++ > 0 ? route.continue() : route.fulfill({ status: 200, contentType: 'text/html', body: '<p>another site</p>' })));
		await page.goBack();
		await expect.poll(() => isSameDocument(page)).toBe(false);
		expect(await region(page)).toBe('');
		expect(new URL(page.url()).hash).toBe('#laju');
	}));

test('a mark under the pointer and the place that a key leads to say the same, also after the chart was drawn anew', () =>
	inBali(async (page) => {
		await page.goto(`${address}/sosialisasi?nature=contoh&province=51`);
		const chart = page.locator('#garis-waktu [data-chart]');
		await chart.scrollIntoViewIfNeeded();
		await page.locator('#garis-waktu [data-chart][data-live=yes]').waitFor();
		await page.setViewportSize({ width: 1000, height: 800 });
		await page.waitForTimeout(300);
		const marks = chart.locator('svg path[stroke-width="1.75"]');
		const { x, y, width, height } = (await marks.nth(2).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
		await page.mouse.move(x + width / 2, y + height / 2);
		const tip = chart.locator('.tip');
		await tip.waitFor();
		const told = await tip.innerText();
		await page.mouse.move(0, 0);
		await chart.focus();
		for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
		expect((await tip.innerText()).split('\n')).toEqual(told.split('\n'));
		expect(await chart.locator('[aria-live]').textContent()).toContain(told.split('\n')[1]);
	}));

test('the contents lead to a card that a choice has put off, and it stays there', () =>
	inBali(async (page) => {
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		// At once: what is below is laid out later.
		expect(await page.evaluate(`(() => { const { contentVisibility } = document.getElementById('tren').style; document.querySelector('a[href$="#tren"]').click(); return contentVisibility; })()`)).toBe('auto');
		const top = async (): Promise<number> => (await page.locator('#tren').boundingBox())?.y ?? NaN;
		await expect.poll(top, { timeout: 5_000 }).toBeLessThan(DESKTOP.height / 2);
		await page.waitForTimeout(800);
		expect(await top()).toBeGreaterThan(-50);
		expect(await top()).toBeLessThan(DESKTOP.height / 2);
		// A step within the page is no other choice.
		expect(await isSameDocument(page)).toBe(true);
		expect(await page.locator('main').getAttribute('aria-busy')).toBeNull();
	}));

test('a jump within the page does not lose a choice on its way; a step taken back leaves nothing waiting', () =>
	inBali(async (page) => {
		await page.locator('.filter select[name=region]').selectOption('51.02');
		await page.waitForURL(/region=51\.02/);
		await page.route(/pelanggaran/, async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 500));
			await route.continue().catch(() => undefined);
		});
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.evaluate("location.hash = '#laju'");
		await page.waitForURL(/region=51\.03/);
		expect(await region(page)).toBe('51.03');
		await page.evaluate('history.back()');
		await page.waitForTimeout(100);
		await page.evaluate('history.forward()');
		await page.waitForTimeout(900);
		expect(await region(page)).toBe('51.03');
		expect(await page.locator('main').getAttribute('aria-busy')).toBeNull();
		expect(await isSameDocument(page)).toBe(true);
	}));

test('where no answer comes, or not one of this page, the browser goes there and shows what there is', async () => {
	for (const fault of ['none', 'busy'] as const) {
		const context = await browser.newContext({ viewport: DESKTOP });
		const page = await context.newPage();
		await page.goto(`${address}${BALI}`);
		await page.locator('[data-chart][data-live=yes]').first().waitFor();
		await page.evaluate('window.marked = true');
		await page.route(/region=51\.03/, (route) => (route.request().resourceType() !== 'fetch' ? route.continue() : fault === 'none' ? route.abort() : route.fulfill({ status: 503, body: 'sibuk' })));
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		await page.waitForLoadState('load');
		expect(await isSameDocument(page), fault).toBe(false);
		expect(await region(page), fault).toBe('51.03');
		await context.close();
	}
});

test('of two quick choices the last one stands', () =>
	inBali(async (page) => {
		await page.route(/region=51\.02/, async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 600));
			await route.continue().catch(() => undefined);
		});
		await page.locator('.filter select[name=region]').selectOption('51.02');
		await page.locator('.filter select[name=region]').selectOption('51.03');
		await page.waitForURL(/region=51\.03/);
		await page.waitForTimeout(900);
		expect(await region(page)).toBe('51.03');
		expect(await isSameDocument(page)).toBe(true);
	}));
