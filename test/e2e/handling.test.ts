/** What became of the cases: one card where all is closed; limits that no filter moves; the way to where a figure comes from. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { DESKTOP, openBrowser, visitAs } from './browser.ts';

const address = inject('address');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const BADUNG = '/pelanggaran?nature=contoh&province=51&region=51.03';
const DETAILS = ['keadaan', 'putusan', 'langkah', 'umur-sama', 'tenggat', 'waktu', 'berulang'];
const cardsAt = (path: string, role: string): Promise<string[]> =>
	visitAs(browser, `${address}${path}`, role, DESKTOP, (page) => page.locator('main article.card').evaluateAll((all) => all.map((e) => e.id)));
const textAt = (path: string, role: string, selector: string): Promise<string> => visitAs(browser, `${address}${path}`, role, DESKTOP, (page) => page.locator(selector).innerText());

describe('details of handling', () => {
	test.each(['public', 'regency:51.02', 'province:64'])('stand in one card for %s, who may see none of them', async (role) => {
		const cards = await cardsAt(BADUNG, role);
		expect(cards.filter((id) => DETAILS.includes(id))).toEqual([]);
		expect(cards).toContain('tertutup');
		const card = await textAt(BADUNG, role, '#tertutup');
		expect(card.match(/hanya bagi yang berwenang/g)).toHaveLength(DETAILS.length);
		expect(card).not.toContain('melindungi angka lain');
	});

	test.each(['regency:51.03', 'province:51', 'national'])('are open to %s, card by card', async (role) => {
		const cards = await cardsAt(BADUNG, role);
		expect(cards.filter((id) => DETAILS.includes(id))).toEqual(DETAILS);
		expect(cards).not.toContain('tertutup');
	});

	test('of a nation are closed to a province, those of its regencies are not', async () => {
		const cards = await cardsAt('/pelanggaran?nature=contoh', 'province:51');
		expect(cards.filter((id) => DETAILS.includes(id))).toEqual(['waktu', 'berulang']);
		expect(cards).toContain('tertutup');
	});
});

test('the limits of ordinary variation are drawn, and no month filter moves them', async () => {
	const whole = await textAt('/pelanggaran?nature=contoh', 'national', '#variasi');
	expect(whole).toMatch(/batas atas [\d.]+,\d/);
	expect(await textAt('/pelanggaran?nature=contoh&from=2024-09&to=2024-10', 'national', '#variasi')).toBe(whole);
});

test('where a national figure comes from: no dead link, at the nation too', async () => {
	await visitAs(browser, `${address}/asal?nature=contoh&metric=proven_per_1000&at=ID&cycle=PILKADA-2024`, 'national', DESKTOP, async (page, status) => {
		expect(status).toBe(200);
		expect(await page.locator('a[href^="/wilayah/ID"]').count()).toBe(0);
	});
});
