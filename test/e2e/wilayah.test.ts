/** Wilayah: one area on one page, and the letters of a province. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { faultsOf } from './a11y.ts';
import { DESKTOP, openBrowser, PHONE, visit as visitBy, visitAs, type Viewport } from './browser.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const visit = <T>(path: string, role: string, viewport: Viewport, look: (page: Page, status: number) => Promise<T>): Promise<T> => visitAs(browser, `${address}${path}`, role, viewport, look);
const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** Visits that `a11y.test.ts` does not make. */
const OWN_VISITS = [
	['/wilayah/51?nature=contoh', 'province:51'],
	['/wilayah/51.00?nature=contoh&lang=en', 'national'],
	['/wilayah/64.01', 'public'],
	['/wilayah/19.02?nature=contoh&cycle=PILKADA-2020', 'public'],
	['/wilayah/51/surat?nature=contoh&lang=en', 'national']
] as const;
const VISITS = [
	...OWN_VISITS,
	['/wilayah', 'public'],
	['/wilayah?search=bangka', 'public'],
	['/wilayah/51.03?nature=contoh', 'public'],
	['/wilayah/51.03?nature=contoh', 'regency:51.03'],
	['/wilayah/51/surat?nature=contoh', 'province:51']
] as const;

describe('the page of an area', () => {
	test.each(VISITS)('%s as %s is whole without JavaScript and fits a phone', async (path, role) => {
		await visit(path, role, PHONE, async (page, status) => {
			expect(status).toBe(200);
			expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
			const levels = await page.locator('main :is(h1, h2, h3, h4)').evaluateAll((all) => all.map((h) => Number(h.tagName.slice(1))));
			expect(levels.filter((level) => level === 1)).toEqual([1]);
			expect(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1)).toBe(true);
			expect(await textOf(page)).not.toMatch(/undefined|NaN|\[object|Infinity|\{\w+\}/);
		});
	});

	test.each(OWN_VISITS)('%s as %s has no accessibility fault', async (path, role) => {
		expect(await visitBy(browser, `${address}${path}`, { viewport: DESKTOP, role, javaScriptEnabled: true }, (page) => faultsOf(page, 'all', { repeats: false }))).toEqual([]);
	});

	test('is found by a part of its name or by its code, and by nothing else', async () => {
		await visit('/wilayah?lang=en', 'public', PHONE, async (page) => {
			await page.fill('#cari', 'paser');
			await page.click('.area-search button');
			expect(await page.locator('.area-index details[open] a:visible').allInnerTexts()).toEqual(['Kalimantan Timur', 'Paser Regency', 'Penajam Paser Utara Regency']);
			expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
			await page.fill('#cari', '51.03');
			await page.click('.area-search button');
			await page.click('.area-index a:has-text("Badung")');
			expect(new URL(page.url()).pathname).toBe('/wilayah/51.03');
			await page.goto(`${address}/wilayah?search=atlantis`);
			expect(await textOf(page)).toContain('Tidak ada daerah bernama demikian');
			await page.goto(`${address}/?nature=contoh`);
			await page.fill('#cari', 'tabanan');
			await page.keyboard.press('Enter');
			await page.waitForURL(/search=tabanan/);
			expect(new URL(page.url()).search).toBe('?nature=contoh&search=tabanan');
		});
	});

	test.each([['/wilayah/51', 'province:51'], ['/wilayah/51', 'national'], ['/wilayah/51.03', 'regency:51.03']])('%s as %s blames nobody for real data that were not asked for', async (path, role) => {
		await visit(path, role, DESKTOP, async (page) => {
			const said = await textOf(page);
			expect(said).toContain('dihimpun Pantau');
			expect(said).toContain('Belum ada daerah yang diminta mengirim data nyata');
			expect(said).not.toMatch(/Yang belum|diterima|Kelengkapan laporan/);
			expect(await page.locator('a[href*="/surat"]').count()).toBe(0);
		});
	});

	test('is incomplete, not silent, where some datasets of the sample are missing', async () => {
		const said = await visit('/wilayah/51?nature=contoh', 'province:51', DESKTOP, textOf);
		expect(said).toContain('9 dari 9 kabupaten/kota dengan pemilihan belum lengkap');
		expect(said).toContain('Kelengkapan laporan');
	});

	test('is kept by the sections of the site', async () => {
		await visit('/wilayah/51.03?nature=contoh', 'public', DESKTOP, async (page) => {
			await page.locator('nav a', { hasText: 'Sosialisasi' }).click();
			expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ nature: 'contoh', region: '51.03' });
		});
	});

	test('tells the same events as Sosialisasi, and counts prevention alone', async () => {
		const events = async (path: string): Promise<string[]> => visit(path, 'public', DESKTOP, async (page) => page.locator('#garis-waktu tbody tr').evaluateAll((rows) => rows.filter((row) => row.children.length > 3).map((row) => row.textContent.trim())));
		await visit('/wilayah/64.01', 'public', DESKTOP, async (page) => expect(await textOf(page)).toMatch(/1 kegiatan sosialisasi yang diberitakan \(penyelenggara: Bawaslu Paser\): H−51 \(7 Okt 2024\), .*\s+4 penindakan yang diberitakan \(penyelenggara: Bawaslu Paser\): H−99 \(20 Agu 2024\), /));
		const own = await events('/wilayah/64.01');
		expect(own.length).toBe(5);
		expect(own).toEqual(await events('/sosialisasi?region=64.01'));
		await visit('/sosialisasi?region=64.01', 'public', DESKTOP, async (page) => expect(await textOf(page)).toContain('1 kegiatan pencegahan di 1 wilayah, Pilkada 2024; ditampilkan juga 4 penindakan'));
	});

	test('says in words that there was no election, and shows no figure of it', async () => {
		await visit('/wilayah/19.02?nature=contoh&cycle=PILKADA-2020', 'public', DESKTOP, async (page) => {
			expect(await textOf(page)).toContain('Tidak ada pemilihan di Kabupaten Belitung pada Pilkada 2020');
			expect(await page.locator('.area-metrics').count()).toBe(0);
		});
	});

	test('does not say that nothing was published about cases where figures of authorities stand on the page', async () => {
		await visit('/wilayah/64.01', 'public', DESKTOP, async (page) => {
			const said = await textOf(page);
			expect(said).toContain('register kasusnya tidak kami temukan, jadi tidak dapat dihitung dari kasus; ini tidak berarti nol. Yang dicetak otoritas');
			expect(said).toContain('register kasusnya tidak ditemukan; angka yang dicetak otoritas ada di bawah: Pelanggaran');
			expect(said).not.toMatch(/terbitannya[^.\n]*(orang dilaporkan|: Kasus|Pelanggaran)/);
		});
		// Where nothing was printed, the plain sentence is the true one.
		expect(await visit('/wilayah/65.01', 'public', DESKTOP, textOf)).not.toContain('Yang dicetak otoritas');
	});

	test('hides months from the public and shows them to the regency itself', async () => {
		expect(await visit('/wilayah/51.03?nature=contoh', 'public', DESKTOP, textOf)).toContain('Angka bulanan disembunyikan bagi Anda');
		expect(await visit('/wilayah/51.03?nature=contoh', 'regency:51.03', DESKTOP, textOf)).not.toContain('Angka bulanan disembunyikan bagi Anda');
	});

	test.each(['/wilayah/99.99', '/wilayah/ID', '/wilayah/51.3', '/wilayah/99/surat'])('%s is not an area', async (path) => {
		await visit(path, 'public', DESKTOP, async (page, status) => {
			expect(status).toBe(404);
			expect(await textOf(page)).toMatch(/tidak ada/i);
		});
	});
});

describe('the letters', () => {
	test.each(['public', 'regency:51.03', 'province:64'])('are refused to %s', async (role) => {
		await visit('/wilayah/51/surat?nature=contoh', role, DESKTOP, async (page, status) => {
			expect(status).toBe(403);
			expect(await textOf(page)).toContain('hanya untuk pemerintah provinsi Bali dan BKN');
		});
	});

	test.each(['province:51', 'national', 'public'])('of real data do not exist for %s, and the page says why', async (role) => {
		await visit('/wilayah/51/surat', role, DESKTOP, async (page, status) => {
			expect(status).toBe(404);
			expect(await textOf(page)).toContain('belum ada daerah yang diminta mengirimkannya');
			expect(await page.locator('.letter').count()).toBe(0);
		});
	});

	test('are one page each, marked as sample, in Indonesian', async () => {
		await visit('/wilayah/51/surat?nature=contoh', 'province:51', DESKTOP, async (page) => {
			const letters = await page.locator('.letter').allInnerTexts();
			expect(letters.length).toBeGreaterThan(0);
			for (const letter of letters) expect(letter).not.toMatch(/127\.0\.0\.1|localhost/);
			for (const letter of letters) expect(letter).toMatch(/CONTOH[\s\S]*Yth\. (Bupati|Wali Kota)[\s\S]*belum kami terima[\s\S]*nihil/);
			const pdf = await page.pdf({ preferCSSPageSize: true });
			expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(letters.length);
		});
	});
});
