/** Bandingkan: the same verdict on page, API and CSV for the same question; published tables beside their totals; the way to the origin. */
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { VERDICT_ICONS, VERDICTS } from '../../src/lib/i18n/messages/status.ts';
import { faultsOf } from './a11y.ts';
import { openBrowser, PHONE, visit } from './browser.ts';

const address = inject('address');
type Line = Readonly<Record<string, string>>;
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

const csvOf = async (path: string, cookie = ''): Promise<Line[]> => parse(await (await fetch(`${address}${path}`, { headers: { cookie } })).text(), { bom: true, columns: true });

/** First words of a verdict as a table shows them: icon and word. */
const shown = (verdict: string): string => {
	const name = verdict as keyof typeof VERDICTS;
	return `${VERDICT_ICONS[name]} ${VERDICTS[name].id}`;
};

describe.each(['public', 'province:51', 'national'])('the verdict of one question as %s', (role) => {
	const cookie = `pantau_role=${role}`;
	test.each([
		['proven_per_1000', 'nation'],
		['proven_per_1000', 'province'],
		['proven_per_1000', 'previous'],
		['reported_per_1000', 'nation'],
		['sanctioned_share', 'nation'],
		['training_completion', 'target'],
		['training_completion', 'previous'],
		['resolution_days', 'nation']
	] as const)('is the same on page, in the API and in the CSV: %s against %s', async (metric, benchmark) => {
		const query = `nature=contoh&cycle=PILKADA-2024&province=51&benchmark=${benchmark}`;
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.context().addCookies([{ name: 'pantau_role', value: encodeURIComponent(role), url: address }]);
		await page.goto(`${address}/bandingkan?${query}&lead=${metric}`);
		const rows = await page.locator('#banding table tbody tr').evaluateAll((trs) => trs.map((tr) => [...(tr as HTMLTableRowElement).cells].map((c) => c.textContent?.trim() ?? '')));
		await page.close();
		const file = (await csvOf(`/unduh/bandingkan?${query}&lead=${metric}&card=banding`, cookie)).filter((r) => r.metric === metric);
		const codes = [...new Set(file.map((r) => r.region_code))];
		expect(codes.length).toBe(rows.length);
		const api = (await (await fetch(`${address}/api/v1/answers?metrics=${metric}&region=${codes.join(',')}&cycle=PILKADA-2024&nature=contoh&benchmark=${benchmark}`, { headers: { cookie } })).json()) as { rows: Readonly<Record<string, string | number | null>>[] };
		let judged = 0;
		for (const row of api.rows.filter((r) => r.metric === metric)) {
			// The card holds the answer and, for the change column, the same question against the own previous cycle.
			const line = file.find((r) => r.region_code === row.region_code && r.verdict === (row.verdict ?? '') && r.benchmark === (row.benchmark ?? ''));
			expect(line, `${String(row.region_code)} in the file`).toBeDefined();
			expect([line?.value, line?.status, line?.ci95_lower]).toEqual([row.value === null ? '' : String(row.value), row.status, row.ci95_lower === null ? '' : String(row.ci95_lower)]);
			const seen = rows.find((r) => r[0] === row.region_name);
			expect(seen, `${String(row.region_name)} on the page`).toBeDefined();
			if (row.status !== 'ok') continue;
			judged += 1;
			expect(seen?.join(' | ')).toContain(shown(String(row.verdict)));
		}
		expect(judged, 'areas with a figure').toBeGreaterThan(metric === 'resolution_days' && role === 'public' ? -1 : 0);
	});
});

test('a verdict is the same in the heat map as in the table', async () => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${address}/bandingkan?nature=contoh&province=51`);
	const map = await page.locator('#peta tbody tr').evaluateAll((trs) => trs.map((tr) => [...tr.children].map((c) => ({ text: c.textContent ?? '', verdict: c.getAttribute('data-verdict') }))));
	const head = await page.locator('#peta thead th').allInnerTexts();
	const column = head.findIndex((h) => h.startsWith('Terbukti per 1.000'));
	const api = (await (await fetch(`${address}/api/v1/answers?metrics=proven_per_1000&region=51.00,51.01,51.02,51.03,51.04,51.05,51.06,51.07,51.08,51.71&cycle=PILKADA-2024&nature=contoh`)).json()) as { rows: { region_name: string; verdict: string | null; status: string }[] };
	expect(column).toBeGreaterThan(0);
	const seen = map.map((cells) => cells[column]?.verdict ?? null);
	const wanted = api.rows.filter((r) => r.status === 'ok').map((r) => r.verdict);
	expect(seen.filter((v) => v !== null && v !== 'not_compared').sort()).toEqual(wanted.filter((v) => v !== null && v !== 'not_compared').sort());
	await page.close();
});

describe('real data', () => {
	test('Sulawesi Selatan: 21 regencies add up to the printed 69, without a rate', async () => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(`${address}/bandingkan?province=73&cycle=PEMILU-2024`);
		const card = page.locator('#terbit-sulsel-pemilu-2024');
		expect(await card.locator('table tbody tr').count()).toBe(22);
		const text = await card.innerText();
		expect(text).toContain('rincian 69 = jumlah tercetak 69');
		expect(await card.locator('table').innerText()).toContain('tanpa laju');
		await page.close();
	});
	test('Sulawesi Barat: six regencies and the province office add up to 43', async () => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(`${address}/bandingkan?province=76`);
		expect(await page.locator('#terbit-sulbar-2024').innerText()).toContain('rincian 43 = jumlah tercetak 43');
		await page.close();
	});
	test('a table that does not add up is shown with the difference', async () => {
		const html = await (await fetch(`${address}/bandingkan?province=82`)).text();
		expect(html).toMatch(/TIDAK cocok: rincian \d+, jumlah tercetak \d+, selisih −?\d+/);
	});
	test('no synthetic figure stands on the real page', async () => {
		for (const query of ['', '?province=51', '?province=73', '?group=all']) {
			const lines = await csvOf(`/unduh/bandingkan${query}`);
			expect([...new Set(lines.map((l) => l.nature))].filter((n) => n !== 'real')).toEqual([]);
		}
	});
});

test.each(['', '?nature=contoh', '?nature=contoh&group=all', '?nature=contoh&group=provinces&lead=training_completion', '?nature=contoh&region=51.03&group=size', '?nature=contoh&area=51.02,51.03,64.01&metric=proven_per_1000,training_pass&benchmark=previous', '?nature=contoh&cycle=PILKADA-2020', '?lead=nonsense&group=nonsense&area=99.99&nature=contoh', '?nature=contoh&lang=en&province=73'])(
	'/bandingkan%s is whole without JavaScript and fits a phone',
	async (query) => {
		await visit(browser, `${address}/bandingkan${query}`, { viewport: PHONE }, async (page, status) => {
			expect(status).toBe(200);
			expect(await page.locator('h1').count()).toBe(1);
			expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
			expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object|Infinity|\{\w+\}/);
		});
	}
);

test('the form asks for what its address says, without JavaScript', async () => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${address}/bandingkan?nature=contoh`);
	await page.selectOption('select[name="province"]', '51');
	await page.selectOption('select[name="group"]', 'province');
	await page.selectOption('select[name="benchmark"]', 'province');
	await page.locator('form.compare-form button[type=submit]').click();
	expect(new URL(page.url()).searchParams.get('group')).toBe('province');
	expect(await page.locator('#banding table tbody tr').count()).toBe(10);
	await page.close();
});

describe('the origin of a figure', () => {
	test('is one press away: definition, counts, interval, submissions, release', async () => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.goto(`${address}/bandingkan?nature=contoh`);
		await page.locator('label[for="banding-v-table"]').click();
		await page.locator('#banding table tbody tr td a').first().click();
		expect(new URL(page.url()).pathname).toBe('/asal');
		const text = await page.locator('main').innerText();
		for (const word of ['Pembilang', 'Penyebut', 'Rentang 95 %', 'Metode', 'Rilis', 'Kiriman di balik angka ini', 'contoh (sintetis)']) expect(text).toContain(word);
		await page.close();
	});
	test('shows case rows to whom the area is, and only for a reason', async () => {
		const path = '/asal?nature=contoh&cycle=PEMILU-2024&metric=persons_reported&at=51.03';
		const as = (role: string, reason: string | null): Promise<Response> =>
			fetch(`${address}${path}`, { ...(reason === null ? {} : { method: 'POST', body: new URLSearchParams({ reason }) }), headers: { cookie: `pantau_role=${role}`, origin: address, accept: 'text/html' } });
		const REGISTER = 'Nomor register';
		for (const role of ['regency:51.03', 'province:51', 'national']) {
			expect(await (await as(role, null)).text(), role).not.toContain(REGISTER);
			const short = await as(role, 'ingin tahu');
			expect(short.status, role).toBe(400);
			expect(await short.text(), role).toContain('paling sedikit 15 tanda');
			const own = await (await as(role, 'memeriksa pengaduan atas angka ini')).text();
			expect(own, role).toContain(REGISTER);
			expect(own).not.toMatch(/\b\d{18}\b/);
		}
		for (const role of ['public', 'regency:51.02', 'province:64']) {
			expect(await (await as(role, null)).text(), role).not.toContain('Untuk apa');
			const refused = await as(role, 'memeriksa pengaduan atas angka ini');
			expect(refused.status, role).toBe(403);
			expect(await refused.text(), role).not.toContain(REGISTER);
		}
	});
	test('is a page not found for a metric or area that does not exist', async () => {
		for (const query of ['metric=nonsense&at=51.03', 'metric=persons_reported&at=99.99', '']) expect((await fetch(`${address}/asal?${query}`)).status).toBe(404);
	});
	test('says why a hidden figure is hidden and holds no number', async () => {
		const html = await (await fetch(`${address}/asal?nature=contoh&cycle=PILKADA-2024&metric=resolution_days&at=51.03`)).text();
		expect(html).toContain('disembunyikan');
		expect(html).not.toContain('Pembilang');
	});
});

test.each(['/asal?nature=contoh&cycle=PILKADA-2024&metric=proven_per_1000&at=51.03&benchmark=previous', '/asal?nature=contoh&lang=en&cycle=PILKADA-2024&metric=resolution_days&at=51.03', '/bandingkan?nature=contoh&province=51', '/soal?nature=contoh&region=51.03'])('%s has no accessibility fault and fits a phone', async (path) => {
	await visit(browser, `${address}${path}`, { viewport: PHONE, colorScheme: 'dark', javaScriptEnabled: true }, async (page) => {
		expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
		expect(await faultsOf(page, 'all', { repeats: false })).toEqual([]);
	});
});

test.each(['/?nature=contoh&province=51', '/pelanggaran?nature=contoh&province=51', '/bandingkan?nature=contoh&province=51'])('%s says how sure its verdicts are, as the brief does', async (path) => {
	const words = async (way: string): Promise<string> => (await (await fetch(`${address}${way}`)).text()).replaceAll(/<[^>]*>/g, '').replaceAll('&nbsp;', ' ');
	const named = (text: string): string[] => [.../hanya pada keyakinan 95 %:([^;]*); juga pada 99,8 %: tidak satu pun\./.exec(text)?.[1]?.matchAll(/▼ (\p{L}+)/gu) ?? []].flatMap(([, name]) => name ?? []).sort();
	const brief = named(await words('/ringkas/51?nature=contoh'));
	expect(brief).toEqual(['Badung', 'Karangasem']);
	const page = await words(path);
	expect(named(page)).toEqual(brief);
	expect(page).toMatch(/Sekitar 0,\d dari 1\d akan tampak berbeda pada 95 % karena kebetulan saja/);
});
