/** A real Chromium from npm. */
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';

export async function openBrowser(): Promise<Browser> {
	return playwright.launch({
		executablePath: await chromium.executablePath(),
		args: [...chromium.args.filter((a) => a !== '--single-process'), '--disable-background-networking', '--no-first-run'],
		headless: true
	});
}

export const PAGES = ['/', '/bandingkan', '/peta', '/wilayah', '/wilayah/51.03', '/wilayah/51', '/soal', '/sebelum-sesudah', '/pelanggaran', '/pelatihan', '/sosialisasi', '/angka-terbit', '/data', '/perubahan', '/periksa', '/definisi', '/istilah', '/definisi/proven_per_1000'] as const;
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 780 };
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
