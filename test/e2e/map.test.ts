/** Peta: tiles, table and API say the same; every tile leads on; usable on a phone and without JavaScript; the operator's boundaries. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { VERDICT_ICONS, VERDICTS } from '../../src/lib/i18n/messages/status.ts';
import { ROOT } from '../../etl/root.ts';
import { faultsOf } from './a11y.ts';
import { DESKTOP, openBrowser, PHONE, visit, visitAs } from './browser.ts';

const address = inject('address');
const home = inject('home');
let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

interface Tile {
	readonly code: string;
	readonly state: string;
	readonly href: string;
	readonly value: string;
	readonly icon: string;
	readonly word: string;
	readonly label: string;
	readonly width: number;
	readonly height: number;
}

const tilesOf = (page: Page): Promise<Tile[]> =>
	page.locator('#peta .tiles a.tile').evaluateAll((links) =>
		links.map((link) => {
			const text = (selector: string): string => (link.querySelector(selector)?.textContent ?? '').replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ').trim();
			const { width, height } = link.getBoundingClientRect();
			return { code: link.getAttribute('data-code') ?? '', state: link.getAttribute('data-state') ?? '', href: link.getAttribute('href') ?? '', value: text('.value'), icon: text('.icon'), word: text('.word').replace(text('.icon'), '').trim(), label: text('.sr-only'), width, height };
		})
	);
const rowsOf = (page: Page): Promise<string[][]> => page.locator('#tabel-peta .p-table tbody tr').evaluateAll((trs) => trs.map((tr) => [...(tr as HTMLTableRowElement).cells].map((c) => (c.textContent ?? '').trim())));

const QUERIES = ['', '?metric=events_prevention', '?metric=reporting_completeness&province=51', '?province=73', '?nature=contoh', '?nature=contoh&metric=training_completion', '?nature=contoh&metric=training_completion&colour=value&province=33', '?nature=contoh&metric=events_prevention', '?nature=contoh&metric=sanctioned_share&province=91', '?nature=contoh&cycle=PILKADA-2020', '?nature=contoh&region=51.03', '?metric=nonsense&province=99&colour=pink', '?nature=contoh&lang=en&metric=reported_per_1000'];

test.each(QUERIES)('/peta%s is whole without JavaScript, fits a phone, and its tiles can be touched', async (query) => {
	await visitAs(browser, `${address}/peta${query}`, 'public', PHONE, async (page, status) => {
		expect(status).toBe(200);
		expect(await page.locator('h1').count()).toBe(1);
		expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
		expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object|Infinity|\{\w+\}/);
		const tiles = await tilesOf(page);
		expect(tiles.length).toBeGreaterThan(0);
		expect(tiles.filter((t) => t.width < 24 || t.height < 24)).toEqual([]);
		const beyond = await page.locator('#peta .tile b').evaluateAll((names) => names.filter((n) => n.scrollWidth > n.clientWidth + 1 && getComputedStyle(n).display !== 'inline').map((n) => n.textContent));
		expect(beyond).toEqual([]);
	});
});

test.each([['desktop, light', DESKTOP, 'light', 'all'], ['phone, dark', PHONE, 'dark', 'colours'], ['desktop, dark', DESKTOP, 'dark', 'colours']] as const)('the map has no accessibility fault (%s)', async (_, viewport, colorScheme, what) => {
	for (const query of ['?metric=events_prevention', '?nature=contoh&metric=training_completion&province=33', '?nature=contoh&metric=training_completion&colour=value', '?nature=contoh&metric=reported_per_1000', '?nature=contoh&metric=sanctioned_share&province=51&colour=value']) {
		const found = await visit(browser, `${address}/peta${query}`, { viewport, colorScheme, javaScriptEnabled: true }, (page) => faultsOf(page, what, { repeats: false }));
		expect(found.map((fault) => `${query} ${fault}`)).toEqual([]);
	}
});

test.each([['wide', DESKTOP, 14], ['slim', PHONE, 6]] as const)('all provinces are of one size and none covers another (%s)', async (_, viewport, columns) => {
	await visitAs(browser, `${address}/peta?nature=contoh&metric=training_completion`, 'public', viewport, async (page) => {
		const boxes = await page.locator('#peta .tile').evaluateAll((links) => links.map((l) => l.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x: Math.round(x), y: Math.round(y), width, height })));
		expect(boxes.length).toBe(38);
		for (const size of ['width', 'height'] as const) expect(Math.max(...boxes.map((b) => b[size])) - Math.min(...boxes.map((b) => b[size]))).toBeLessThan(1);
		expect(new Set(boxes.map((b) => `${b.x}/${b.y}`)).size).toBe(38);
		expect(new Set(boxes.map((b) => b.x)).size).toBeLessThanOrEqual(columns);
		expect(await page.locator('#peta .bits i').count()).toBe(514);
	});
});

describe.each(['public', 'province:51', 'regency:51.03', 'national'])('the map as %s', (role) => {
	const cookie = `pantau_role=${encodeURIComponent(role)}`;
	test.each([
		['proven_per_1000', 'PILKADA-2024', null],
		['training_completion', 'PILKADA-2024', null],
		['training_completion', 'PEMILU-2024', '51'],
		['sanctioned_share', 'PILKADA-2024', '51'],
		['reported_per_1000', 'PILKADA-2024', '33'],
		['proven_per_1000', 'PILKADA-2020', '51']
	] as const)('shows the verdicts of the API, and its table says what its tiles say: %s %s %s', async (metric, cycle, province) => {
		const query = `nature=contoh&metric=${metric}&cycle=${cycle}${province ? `&province=${province}` : ''}`;
		await visitAs(browser, `${address}/peta?${query}`, role, DESKTOP, async (page) => {
			const tiles = await tilesOf(page);
			const rows = await rowsOf(page);
			const api = (await (await fetch(`${address}/api/v1/answers?metrics=${metric}&region=${tiles.map((t) => t.code).join(',')}&cycle=${cycle}&nature=contoh`, { headers: { cookie } })).json()) as { rows: Readonly<Record<string, string | number | null>>[] };
			expect(tiles.length).toBeGreaterThan(0);
			for (const tile of tiles) {
				const line = api.rows.find((r) => r.region_code === tile.code && r.metric === metric);
				const row = rows.find((r) => r[0] === line?.region_name);
				expect(row, tile.code).toBeDefined();
				expect(tile.label).toContain(String(line?.region_name));
				if (line?.status === 'ok') {
					const verdict = String(line.verdict ?? 'not_compared') as keyof typeof VERDICTS;
					expect(tile.state).toBe(verdict);
					expect(tile.icon).toBe(VERDICT_ICONS[verdict]);
					expect(tile.value).toBe(row?.[1]);
					expect(VERDICTS[verdict].id.startsWith(tile.word)).toBe(true);
					if (verdict !== 'not_compared') expect(row?.[4]).toContain(`${tile.icon} ${tile.word}`);
				} else {
					expect(tile.value).toBe('');
					expect(tile.label).not.toMatch(/\d[.,]\d/);
					expect(row?.[1]).toContain(tile.word);
				}
			}
		});
	});
});

test.each([['published', ''], ['published, a province', '?province=73'], ['events', '?metric=events_prevention'], ['completeness', '?metric=reporting_completeness'], ['values', '?nature=contoh&metric=training_completion&colour=value']])('value map, %s: tile and table agree, the legend says every state in words', async (_, query) => {
	await visitAs(browser, `${address}/peta${query}`, 'public', DESKTOP, async (page) => {
		const tiles = await tilesOf(page);
		const rows = await rowsOf(page);
		for (const tile of tiles) {
			const name = /^(?:[^(:]+ \()?([^():]+)\)?:/.exec(tile.label)?.[1] ?? '';
			const row = rows.find((r) => r[0] === name)?.join(' | ');
			expect(row, tile.label).toBeDefined();
			expect(row).toContain(tile.state === 'partial' ? tile.word.replace(/ daerah$/, '') : tile.value || tile.word);
		}
		const legend = await page.locator('#peta .map-legend li').evaluateAll((items) => items.map((li) => [li.querySelector('.swatch')?.getAttribute('data-state') ?? '', (li.textContent ?? '').trim()]));
		const explained = new Map(legend.map(([state = '', words = '']) => [state, words]));
		const states = await page.locator('#peta .map-main :is(.tile, .bits i)').evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('data-state') ?? ''))]);
		for (const state of states) expect(explained.get(state) ?? '', state).toMatch(/\p{L}{3}/u);
	});
});

test('the real map pretends nothing: no verdict, no synthetic row, and what is unknown is said', async () => {
	for (const query of ['', '?metric=events_prevention', '?province=51', '?metric=proven_per_1000']) {
		const html = await (await fetch(`${address}/peta${query}`)).text();
		expect(html).not.toMatch(/data-state="(much_)?(better|worse)"/);
		expect(html).toContain('Yang tidak diketahui');
		const csv = await (await fetch(`${address}/unduh/peta${query}`)).text();
		expect(csv.split('\r\n').slice(1).filter((l) => l.includes(',contoh,'))).toEqual([]);
	}
});

test('a province tile opens its regencies and keeps metric, cycle and mode; a regency tile leads to its page; figures lead to their origin', async () => {
	const page = await browser.newPage({ javaScriptEnabled: false, viewport: DESKTOP });
	await page.goto(`${address}/peta?nature=contoh&metric=training_completion&cycle=PEMILU-2024&colour=value`);
	await page.locator('#peta .tile[data-code="51"]').click();
	const opened = new URL(page.url());
	expect(Object.fromEntries(opened.searchParams)).toEqual({ nature: 'contoh', metric: 'training_completion', cycle: 'PEMILU-2024', colour: 'value', province: '51' });
	const tiles = await tilesOf(page);
	expect(tiles.map((t) => t.code)).toEqual(['51.01', '51.02', '51.03', '51.04', '51.05', '51.06', '51.07', '51.08', '51.71']);
	expect(await page.locator('#peta .tile[data-kind="city"]').count()).toBe(1);
	expect(await page.locator('#peta h3').allInnerTexts()).toEqual(expect.arrayContaining(['Kabupaten (8)', 'Kota (1)']));
	expect(await page.locator('.map-locator a').count()).toBe(38);
	const origin = await page.locator('#tabel-peta .p-table td a').first().getAttribute('href');
	expect(origin).toMatch(/^\/asal\?.*metric=training_completion/);
	expect((await fetch(new URL(origin ?? '', address))).status).toBe(200);
	await page.locator('#peta .tile[data-code="51.03"]').click();
	expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/wilayah/51.03?cycle=PEMILU-2024&nature=contoh');
	await page.close();
});

test('the form asks for what its address says, without JavaScript', async () => {
	const page = await browser.newPage({ javaScriptEnabled: false });
	await page.goto(`${address}/peta?nature=contoh`);
	await page.locator('.compare-form select[name="metric"]').selectOption('training_completion');
	await page.locator('.compare-form select[name="colour"]').selectOption('value');
	await page.locator('.compare-form button').click();
	expect(new URL(page.url()).searchParams.get('nature')).toBe('contoh');
	expect(await page.locator('#peta-judul').innerText()).toContain('Penyelesaian pelatihan');
	expect(await page.locator('#peta .tile[data-state^="class-"]').count()).toBe(38);
	await page.close();
});

test('classes are the same in every cycle', async () => {
	const legend = async (cycle: string): Promise<string[]> => [...(await (await fetch(`${address}/peta?nature=contoh&metric=training_completion&colour=value&cycle=${cycle}`)).text()).matchAll(/data-state="class-\d" aria-hidden="true"><\/span>([^<]+)</g)].map((m) => m[1] ?? '');
	const now = await legend('PILKADA-2024');
	expect(now.length).toBe(5);
	for (const cycle of ['PEMILU-2024', 'PEMILU-2019']) expect(await legend(cycle)).toEqual(now);
});

test('the map weighs under 100 kB, styles included', async () => {
	const html = await (await fetch(`${address}/peta?nature=contoh&metric=training_completion`)).text();
	const styles = [...html.matchAll(/href="([^"]+\.css)"/g)].map((m) => new URL(m[1] ?? '', `${address}/`));
	expect(styles.length).toBeGreaterThan(0);
	const parts = [Buffer.from(html), ...(await Promise.all(styles.map(async (url) => Buffer.from(await (await fetch(url)).arrayBuffer()))))];
	expect(parts.reduce((n, b) => n + brotliCompressSync(b).length, 0)).toBeLessThan(100_000);
});

describe('boundaries of the operator', () => {
	let child: ChildProcess | null = null;
	let site = '';
	const words: string[] = [];
	const start = (file: string): ChildProcess => {
		const made = spawn(process.execPath, ['--input-type=module', '-e', `import { serve } from ${JSON.stringify(join(ROOT, 'scripts', 'serve.ts'))}; serve().then((a) => console.log(a), (e) => { console.error(e.message); process.exit(1); });`], { cwd: ROOT, env: { ...process.env, PORT: '0', PANTAU_HOME: home, PANTAU_BOUNDARIES: file, NODE_ENV: 'production' } });
		made.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
		return made;
	};
	beforeAll(async () => {
		child = start(join(ROOT, 'test', 'boundaries', 'squares.topojson'));
		site = await new Promise<string>((resolve, reject) => {
			child?.stdout?.on('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
			child?.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${words.join('')}`)));
		});
		while ((await fetch(`${site}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 200));
	});
	afterAll(() => {
		child?.kill('SIGTERM');
	});

	test.each(['?nature=contoh&metric=training_completion', '?nature=contoh&metric=training_completion&province=51', '?metric=events_prevention&province=51'])('stand beside the tiles and say the same: %s', async (query) => {
		const look = async (page: Page): Promise<void> => {
			const tiles = await tilesOf(page);
			const shapes = await page.locator('#batas svg a').evaluateAll((links) => links.map((a) => ({ code: a.getAttribute('data-code'), state: a.getAttribute('data-state'), href: a.getAttribute('href'), label: a.getAttribute('aria-label'), title: a.querySelector('title')?.textContent })));
			expect(shapes.map((s) => s.code)).toEqual(query.includes('province') ? ['51.02', '51.03'] : ['18', '51', '64']);
			for (const shape of shapes) {
				const tile = tiles.find((t) => t.code === shape.code);
				expect(shape).toEqual({ code: tile?.code, state: tile?.state, href: tile?.href, label: tile?.label, title: tile?.label });
			}
			expect(await page.locator('#batas').innerText()).toContain('Tanpa batas dalam berkas');
			expect(await page.locator('#batas svg .mark').count()).toBe(query.includes('contoh') ? 1 : 0);
			expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
			expect(await faultsOf(page, 'all', { repeats: false })).toEqual([]);
		};
		for (const [viewport, colorScheme] of [[DESKTOP, 'light'], [PHONE, 'dark']] as const) await visit(browser, `${site}/peta${query}`, { viewport, colorScheme, javaScriptEnabled: true }, look);
	});

	test('a province that the file does not have keeps its tiles, and the page says why', async () => {
		const html = await (await fetch(`${site}/peta?nature=contoh&province=33`)).text();
		expect(html).toContain('Berkas batas wilayah tidak memuat kabupaten/kota Jawa Tengah');
		expect(html).not.toContain('<svg viewBox="0 0 1120');
	});

	test('without a file there is no such map', async () => {
		expect(await (await fetch(`${address}/peta?nature=contoh`)).text()).not.toContain('id="batas"');
	});

	test('a bad file is refused at start, by name and reason', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'pantau-boundaries-'));
		const file = join(folder, 'bad.topojson');
		writeFileSync(file, '{"type":"FeatureCollection","features":[]}');
		words.length = 0;
		const bad = start(file);
		const code = await new Promise((resolve) => bad.once('exit', resolve));
		rmSync(folder, { recursive: true });
		expect(code).toBe(1);
		expect(words.join('')).toContain(`PANTAU_BOUNDARIES: ${file}: bukan TopoJSON`);
	});
});
