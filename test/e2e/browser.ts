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

export interface Visitor {
	readonly viewport: Viewport;
	/** Default: nobody's. */
	readonly role?: string;
	/** Default light. */
	readonly colorScheme?: 'light' | 'dark';
	/** Default false. */
	readonly javaScriptEnabled?: boolean;
}

/** Pages that nobody uses, with JavaScript and without. */
const idle = new WeakMap<Browser, Record<'with' | 'without', Page[]>>();

/**
 * Opens `url` and gives what `look` saw. A new page costs two thirds of a visit, so the next visitor gets it, without the
 * cookies, listeners and routes of the one before; after a fault it is closed.
 */
export async function visit<T>(browser: Browser, url: string, { viewport, role, colorScheme = 'light', javaScriptEnabled = false }: Visitor, look: (page: Page, status: number) => Promise<T>, listen: (page: Page) => void = () => undefined): Promise<T> {
	const pages = idle.get(browser) ?? { with: [], without: [] };
	idle.set(browser, pages);
	const own = pages[javaScriptEnabled ? 'with' : 'without'];
	const page = own.pop() ?? (await (await browser.newContext({ javaScriptEnabled, viewport })).newPage());
	const context = page.context();
	let whole = false;
	try {
		await context.clearCookies();
		if (role !== undefined) await context.addCookies([{ name: 'pantau_role', value: role, url }]);
		await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme, media: null });
		listen(page);
		const response = await page.goto(url);
		const seen = await look(page, response?.status() ?? 0);
		whole = context.pages().length === 1;
		return seen;
	} finally {
		page.removeAllListeners();
		await page.unrouteAll();
		if (whole) own.push(page);
		else await context.close();
	}
}

/** As `visit`, without JavaScript in a demo role. */
export const visitAs = <T>(browser: Browser, url: string, role: string, viewport: Viewport, look: (page: Page, status: number) => Promise<T>): Promise<T> => visit(browser, url, { role, viewport }, look);

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
