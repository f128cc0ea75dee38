/** A real Chromium from npm. */
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

export async function openBrowser(): Promise<Browser> {
	return playwright.launch({
		executablePath: await chromium.executablePath(),
		args: [...chromium.args.filter((a) => a !== '--single-process'), '--disable-background-networking', '--no-first-run'],
		headless: true
	});
}

export const PAGES = ['/', '/bandingkan', '/wilayah', '/wilayah/51.03', '/wilayah/51', '/soal', '/sebelum-sesudah', '/pelanggaran', '/pelatihan', '/sosialisasi', '/angka-terbit', '/data', '/periksa', '/definisi', '/definisi/proven_per_1000'] as const;
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 375, height: 780 };
