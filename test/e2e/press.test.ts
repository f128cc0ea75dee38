/** Looking closer by pressing: a row, a month, a form of violation; the address holds the choice, and it survives. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { IMAGE_WIDTH } from '../../src/lib/server/charts/image.ts';
import { DESKTOP, openBrowser, PHONE, visitAs } from './browser.ts';

const address = inject('address');
const SAMPLE = '/pelanggaran?nature=contoh';
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

/** With JavaScript, as the nation, once the chart of a card is alive. */
async function withLiveChart(card: string, act: (page: Page) => Promise<void>, options: Options = { viewport: DESKTOP }): Promise<void> {
	const context = await browser.newContext(options);
	await context.addCookies([{ name: 'pantau_role', value: 'national', url: address }]);
	const page = await context.newPage();
	await page.goto(`${address}${SAMPLE}`);
	await page.locator(`#${card} [data-chart]`).scrollIntoViewIfNeeded();
	await page.locator(`#${card} [data-chart][data-live=yes]`).waitFor();
	await act(page);
	await context.close();
}

const query = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

describe('without JavaScript', () => {
	test('a bar leads to its area; other pages keep it; back gives it up', () =>
		visitAs(browser, `${address}${SAMPLE}`, 'national', DESKTOP, async (page) => {
			await page.locator('#tahap .draw.wide .press[title="Hanya Kabupaten Badung"]').click();
			expect(query(page)).toEqual({ nature: 'contoh', region: '51.03' });
			expect(await page.locator('.filter select[name=region]').inputValue()).toBe('51.03');
			await page.locator('nav a', { hasText: 'Pelatihan' }).click();
			expect(query(page)).toEqual({ nature: 'contoh', region: '51.03' });
			await page.goBack();
			await page.goBack();
			expect(query(page)).toEqual({ nature: 'contoh' });
		}));

	test('the head of a table row picks a form of violation; the other language keeps it; the mark in the filter lets it go', () =>
		visitAs(browser, `${address}${SAMPLE}`, 'national', DESKTOP, async (page) => {
			await page.locator('label[for=bentuk-v-table]').click();
			await page.locator('#bentuk tbody th a', { hasText: 'SKB-13' }).click();
			expect(query(page)).toEqual({ nature: 'contoh', violation_type: 'SKB-13' });
			expect(await page.locator('.filter .picked').innerText()).toContain('Unggah, suka, ikut grup calon');
			await page.locator('a.language[hreflang=en]').click();
			expect(query(page)).toEqual({ nature: 'contoh', violation_type: 'SKB-13', lang: 'en' });
			await page.locator('.filter .picked').click();
			expect(query(page)).toEqual({ nature: 'contoh', lang: 'en' });
		}));

	test('time in days to voting day: switched at a chart, in words too, kept by pages, language, role, filter and paper', () =>
		visitAs(browser, `${address}${SAMPLE}&violation_type=SKB-13`, 'national', DESKTOP, async (page) => {
			const months = await page.locator('#bulan tbody th').first().innerText();
			expect(await page.locator('#bulan .draw.wide').innerHTML()).toContain('>Nov<');
			await page.locator('#bulan a', { hasText: 'Sumbu waktu dalam hari' }).click();
			expect(query(page)).toEqual({ nature: 'contoh', violation_type: 'SKB-13', axis: 'days' });
			expect(new URL(page.url()).hash).toBe('#bulan');
			const drawn = await page.locator('#bulan .draw.wide').innerHTML();
			expect(drawn).toContain('>H−90<');
			expect(drawn).not.toContain('>Nov<');
			expect(drawn).toContain('>Kampanye<');
			await page.locator('label[for=bulan-v-table]').click();
			expect(await page.locator('#bulan tbody th').first().innerText()).toMatch(new RegExp(`^H−\\d+ sampai H−\\d+ \\(${months}\\)$`));
			await page.locator('.filter select[name=province]').selectOption('51');
			await page.locator('.filter button').click();
			expect(query(page)).toMatchObject({ province: '51', axis: 'days' });
			await page.locator('nav a', { hasText: 'Sosialisasi' }).click();
			expect(await page.locator('#garis-waktu .draw.wide').innerHTML()).toMatch(/>H−\d+</);
			await page.locator('#role').selectOption('public');
			await page.locator('form[action="/peran"] button').click();
			await page.locator('a.language[hreflang=en]').click();
			expect(query(page)).toMatchObject({ province: '51', axis: 'days', lang: 'en' });
			expect(await page.locator('#garis-waktu .draw.wide').innerHTML()).toMatch(/>D−\d+</);
			await page.locator('#garis-waktu a', { hasText: 'Time axis in months' }).click();
			expect(query(page)).not.toHaveProperty('axis');
			await page.goto(`${address}/ringkas/51?nature=contoh&axis=days`);
			expect(await page.locator('.a4-sheet svg', { hasText: /H−\d+/ }).count()).toBeGreaterThan(0);
		}));

	test.each(['national', 'province:51', 'public'])('the picked figures are those of the API for %s', async (role) => {
		const provinces = await visitAs(browser, `${address}${SAMPLE}&violation_type=SKB-13`, role, DESKTOP, (page) =>
			page.locator('#pilihan tbody tr').evaluateAll((rows) => Object.fromEntries(rows.map((r) => [r.querySelector('th')?.textContent ?? '', r.querySelector('td')?.textContent?.trim() ?? ''])))
		);
		const asked = await fetch(`${address}/api/v1/answers?metrics=persons_reported&by=violation_type&cycle=PILKADA-2024&region=ID,11,51,64,73&nature=contoh`, { headers: { cookie: `pantau_role=${encodeURIComponent(role)}` } });
		const { rows } = (await asked.json()) as { rows: { region_name: string; category: string; value: number | null; status: string }[] };
		const told = rows.filter((r) => r.category.startsWith('SKB-13:'));
		expect(told.map((r) => r.region_name).sort()).toEqual(['Aceh', 'Bali', 'Indonesia', 'Kalimantan Timur', 'Sulawesi Selatan']);
		for (const row of told) {
			if (row.status === 'ok') expect(provinces[row.region_name], row.region_name).toBe(String(row.value));
			else expect(provinces[row.region_name], row.region_name).toMatch(/^disembunyikan/);
		}
		const open = (name: string): boolean => told.some((r) => r.region_name === name && r.status === 'ok');
		expect(told.some((r) => r.status !== 'ok')).toBe(role !== 'national');
		expect(open('Indonesia')).toBe(true);
	});

	test('a category that is on no list is no choice', () =>
		visitAs(browser, `${address}${SAMPLE}&violation_type=SKB-77&month=1999-01`, 'national', DESKTOP, async (page, status) => {
			expect(status).toBe(200);
			expect(await page.locator('#pilihan, .filter .picked').count()).toBe(0);
		}));

	test('a choice is named only where it narrows the page', async () => {
		for (const path of ['/pelanggaran?month=2024-10', '/sebelum-sesudah?nature=contoh&month=2024-10']) expect(await (await fetch(address + path)).text(), path).not.toContain('class="picked"');
		expect(await (await fetch(`${address}${SAMPLE}&month=2024-10`)).text()).toContain('class="picked"');
	});
});

describe('with JavaScript', () => {
	test('a month is picked with the pointer', () =>
		withLiveChart('bulan', async (page) => {
			const box = await page.locator('#bulan [data-chart]').boundingBox();
			if (!box) throw new Error('no chart');
			await Promise.all([page.waitForURL(/month=/), page.mouse.click(box.x + box.width * 0.6, box.y + box.height * 0.3)]);
			expect(query(page)['month']).toMatch(/^2024-\d\d$/);
			expect(await page.locator('#pilihan').count()).toBe(1);
		}));

	test('an area is picked with the keyboard, and spoken before', () =>
		withLiveChart('laju', async (page) => {
			await page.locator('#laju [data-chart]').focus();
			await page.keyboard.press('ArrowRight');
			expect(await page.locator('#laju [aria-live]').textContent()).toContain('Enter: Hanya Kabupaten Tabanan.');
			await Promise.all([page.waitForURL(/region=/), page.keyboard.press('Enter')]);
			expect(query(page)['region']).toBe('51.02');
		}));
});

describe('with a finger', () => {
	test('the first touch of a row reads it and stays, the second goes to its area', () =>
		withLiveChart(
			'laju',
			async (page) => {
				const chart = page.locator('#laju [data-chart]');
				const box = await chart.boundingBox();
				if (!box) throw new Error('no chart');
				const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.4];
				const left: string[] = [];
				page.on('request', (request) => void (request.isNavigationRequest() && left.push(request.url())));
				expect(await chart.locator('.tip').count()).toBe(0);
				await page.touchscreen.tap(x, y);
				await chart.locator('.tip .way').waitFor();
				const way = await chart.locator('.tip .way').innerText();
				expect(way).toMatch(/^Hanya \S.* →$/);
				// Longer than any wait between a touch and the click that is made of it.
				await page.waitForTimeout(800);
				expect(left).toEqual([]);
				expect(await chart.locator('.tip .way').isVisible()).toBe(true);
				await Promise.all([page.waitForURL(/[?&]region=/), page.touchscreen.tap(x, y)]);
				expect(query(page)).toEqual({ nature: 'contoh', region: expect.stringMatching(/^\d\d\.\d\d$/) });
				expect(await page.locator('.filter select[name=region] option:checked').innerText()).toContain(way.replace(/^Hanya | →$/g, ''));
			},
			{ viewport: PHONE, hasTouch: true, isMobile: true }
		));
});

describe('a chart as a picture', () => {
	test('holds title, nature, source and release, and no colour that needs the page', async () => {
		const answer = await fetch(`${address}/unduh/pelanggaran?nature=contoh&card=laju&format=svg`);
		expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
		expect(answer.headers.get('content-disposition')).toMatch(/filename="pantau-pelanggaran-laju-contoh-pilkada-2024-R[\w-]+\.svg"/);
		const svg = await answer.text();
		for (const words of ['Terbukti per 1.000 ASN', 'CONTOH', 'Register dan rekapitulasi', 'rilis R']) expect(svg).toContain(words);
		expect(svg).not.toMatch(/var\(|<script|href=/);
	});

	test('is a PNG of twice its width in dots', async () => {
		const answer = await fetch(`${address}/unduh/pelanggaran?nature=contoh&card=laju&format=png`);
		expect(answer.headers.get('content-type')).toBe('image/png');
		const png = Buffer.from(await answer.arrayBuffer());
		expect([png.subarray(1, 4).toString('latin1'), png.readUInt32BE(16)]).toEqual(['PNG', 2 * IMAGE_WIDTH]);
	});

	test.each(['/unduh/pelanggaran?nature=contoh&card=laju&format=gif', '/unduh/pelanggaran?nature=contoh&format=svg', '/unduh/pelanggaran?nature=contoh&card=tidak-ada&format=svg', '/unduh/pelanggaran?nature=contoh&card=%E3%82%A2&format=csv', '/unduh/pelanggaran?nature=contoh&card=a%22b&format=csv'])('%s is not there', async (path) => {
		expect((await fetch(address + path)).status).toBe(404);
	});
});
