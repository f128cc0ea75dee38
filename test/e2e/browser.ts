/** A real Chromium from npm. */
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { sitePages } from '../site-pages.ts';

/** As a reader's browser, with its checks of content and origin; without a drawing card, which a machine that tests has not. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking', '--no-first-run'];

export async function openBrowser(): Promise<Browser> {
	return playwright.launch({ executablePath: await chromium.executablePath(), args: ARGS, headless: true });
}

/** The addresses of all pages that everyone may open. */
export const PAGES: readonly string[] = sitePages().filter((page) => page.role === null).map((page) => page.path);
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 780 };
/** A4 less its margins of 15 mm, in CSS pixels. */
export const PAPER = { width: 680, height: 1009 };
export interface Viewport {
	readonly width: number;
	readonly height: number;
}

/** Opens a page without JavaScript in a demo role, and gives what `look` saw. */
export async function visitAs<T>(browser: Browser, url: string, role: string, viewport: Viewport, look: (page: Page, status: number) => Promise<T>): Promise<T> {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport });
	await context.addCookies([{ name: 'pantau_role', value: role, url }]);
	const page = await context.newPage();
	const response = await page.goto(url);
	const seen = await look(page, response?.status() ?? 0);
	await context.close();
	return seen;
}

const SLEEPING = '[...document.querySelectorAll("[data-chart]")].filter((c) => c.clientWidth > 0 && c.dataset.live !== "yes").length';

/** Scrolls a page with JavaScript to its end and back, until every chart has come alive. Gives how many did. */
export async function awaken(page: Page): Promise<number> {
	for (const chart of await page.locator('[data-chart]:visible').all()) await chart.scrollIntoViewIfNeeded();
	for (let attempt = 0; (await page.evaluate(SLEEPING)) !== 0; attempt += 1) {
		// One that was passed while the page still moved is looked at again, as a reader would.
		if (attempt % 40 === 39) await page.evaluate(`[...document.querySelectorAll('[data-chart]')].find((c) => c.clientWidth > 0 && c.dataset.live !== 'yes')?.scrollIntoView({ block: 'center' })`);
		if (attempt > 400) throw new Error(`charts of ${page.url()} did not come alive`);
		await page.waitForTimeout(25);
	}
	await page.evaluate('scrollTo(0, document.body.scrollHeight)');
	await page.evaluate('scrollTo(0, 0)');
	return page.locator('[data-chart][data-live="yes"]').count();
}
