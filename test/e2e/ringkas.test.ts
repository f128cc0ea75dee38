/** Lembar ringkas: the A4 brief as page, PDF and ZIP. */
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { limitsFrom } from '../../etl/limits.ts';
import { openArchive } from '../../etl/read/zip.ts';
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

const as = (role: string): RequestInit => ({ headers: { cookie: `pantau_role=${role}` } });
const get = (path: string, role = 'public'): Promise<Response> => fetch(`${address}${path}`, as(role));
const html = async (path: string, role = 'public'): Promise<string> => (await get(path, role)).text();
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;

const BRIEFS = [
	['/ringkas/51.03?nature=contoh', 'regency:51.03'],
	['/ringkas/51.02?nature=contoh&lang=en', 'national'],
	['/ringkas/35?nature=contoh', 'public'],
	['/ringkas/35?nature=contoh&cycle=PEMILU-2024', 'national'],
	['/ringkas/64?nature=contoh', 'national'],
	['/ringkas/51.00?nature=contoh', 'public'],
	['/ringkas/ID?nature=contoh', 'national'],
	['/ringkas/ID?nature=contoh', 'province:51'],
	['/ringkas/ID?cycle=PEMILU-2024', 'province:51'],
	['/ringkas/64.01', 'public'],
	['/ringkas/33?lang=en', 'public'],
	['/ringkas/ID', 'public']
] as const;

/** 297 mm in CSS pixels. */
const A4_HEIGHT = 1122;

describe('the page', () => {
	test.each(BRIEFS)('%s as %s prints to two pages, with its mark and number on each', async (path, role) => {
		await visitAs(browser, `${address}${path}`, role, DESKTOP, async (page, status) => {
			expect(status).toBe(200);
			const sheets = await page.locator('.a4-sheet').allInnerTexts();
			expect(sheets.length).toBe(2);
			const isEnglish = path.includes('lang=en');
			for (const [i, text] of sheets.entries()) {
				expect(text).toMatch(role === 'public' ? (isEnglish ? /PUBLIC/ : /PUBLIK/) : /INTERNAL –/);
				expect(text).toContain(isEnglish ? `Page ${i + 1} of 2` : `Halaman ${i + 1} dari 2`);
				expect(/CONTOH – data sintetis|SAMPLE – synthetic/.test(text)).toBe(path.includes('contoh'));
				expect(text).not.toMatch(/undefined|NaN|\[object|Infinity|\{\w+\}/);
			}
			expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2);
			expect(await page.locator('.a4-sheet').evaluateAll((all) => all.map((sheet) => Math.floor(sheet.getBoundingClientRect().height)))).toEqual([A4_HEIGHT, A4_HEIGHT]);
			// Nobody else can open this computer's own address.
			expect(sheets.join(' ')).not.toMatch(/127\.0\.0\.1|localhost/);
			expect(sheets.join(' ')).toMatch(isEnglish ? /\/data#rilis on the Pantau site/ : /\/data#rilis di situs Pantau instansi Anda/);
		});
	});

	test.each(['/ringkas/35', '/ringkas/ID'])('%s: the two halves of its bars have one scale of one length', async (path) => {
		await visitAs(browser, `${address}${path}`, 'public', DESKTOP, async (page) => {
			const axes = await page.locator('section[aria-labelledby="perbandingan"] svg:visible').evaluateAll((all) =>
				all.map((svg) => {
					const texts = [...svg.querySelectorAll('text')];
					// The ticks of the axis are the words in one line under the rows.
					const low = Math.max(...texts.filter((t) => t.textContent === '0').map((t) => t.getBoundingClientRect().top));
					const ticks = texts.filter((t) => /^\d+$/.test(t.textContent ?? '') && t.getBoundingClientRect().top === low);
					return { ticks: ticks.map((t) => t.textContent), length: Math.round((ticks.at(-1)?.getBoundingClientRect().left ?? 0) - (ticks[0]?.getBoundingClientRect().left ?? 0)) };
				})
			);
			expect(axes.length).toBe(2);
			expect(axes[0]?.length).toBeGreaterThan(50);
			expect(axes[1]).toEqual(axes[0]);
		});
	});

	test('says of what other cycle its parts are, and how many of the printed figures it holds', async () => {
		const said = (path: string): Promise<string> => visitAs(browser, `${address}${path}`, 'public', DESKTOP, (page) => page.locator('main').innerText());
		const nation = await said('/ringkas/ID');
		expect(nation).toContain('Dari siklus lain: Pemilu 2019. ');
		expect(nation).toContain('8 dari 18 angka yang dicetak otoritas untuk siklus ini ada di halaman ini');
		expect((await said('/ringkas/35')).match(/Dari siklus lain: Pilkada 2020\. /g)).toHaveLength(2);
		expect(await said('/ringkas/35?cycle=PILKADA-2020')).not.toContain('Dari siklus lain');
	});

	test.each([['/ringkas/51.03', 'regency:51.03'], ['/ringkas/51', 'province:51'], ['/ringkas/ID', 'public']])('%s does not tell what Pantau gathered as received, nor how complete it is', async (path, role) => {
		await visitAs(browser, `${address}${path}`, role, DESKTOP, async (page) => {
			const said = await page.locator('main').innerText();
			expect(said).toContain('dihimpun Pantau');
			expect(said).not.toMatch(/diterima|Kelengkapan/);
		});
	});

	test('has a button that prints, where a script can; fingers find the file first; nothing of it on paper', async () => {
		const url = `${address}/ringkas/51?nature=contoh`;
		await visitAs(browser, url, 'province:51', DESKTOP, async (page) => {
			expect(await page.locator('[data-print]').isVisible()).toBe(false);
			expect(await page.locator('.a4-bar').innerText()).toMatch(/Ctrl\+P[\s\S]*Unduh PDF \(2 halaman A4\)/);
			expect(await page.locator('.a4-bar').innerText()).toContain('Internal: untuk Anda dan yang berwenang.');
		});
		const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
		const page = await context.newPage();
		await page.addInitScript('window.print = () => { document.title = "printed"; }');
		await page.goto(url);
		const button = page.locator('[data-print]');
		await button.waitFor({ state: 'visible' });
		expect(await button.innerText()).toBe('Cetak (2 halaman A4)');
		expect(await page.locator('.a4-bar').innerText()).not.toContain('Ctrl');
		expect((await page.locator('.a4-bar li a').first().boundingBox())?.y).toBeLessThan((await button.boundingBox())?.y ?? 0);
		await button.click();
		expect(await page.title()).toBe('printed');
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('.a4-bar').isVisible()).toBe(false);
		await context.close();
	});

	test('a viewer who is entitled finds to whom and when it was made, in the time of the area', async () => {
		expect(await html('/ringkas/51.03?nature=contoh', 'regency:51.03')).toMatch(/Untuk pengunjung demo \(pemerintah Kabupaten Badung\), dibuat \d+ \S+ \d{4} pukul \d\d\.\d\d WITA \(\d\d\.\d\d UTC\)/);
	});

	test('of a province never says that reports have not come which it counts', async () => {
		for (const [path, word] of [['/ringkas/51?nature=contoh', 'baru 2 dari 9 daerah'], ['/ringkas/51?nature=contoh&lang=en', 'only 2 of 9 regencies so far']] as const)
			await visitAs(browser, `${address}${path}`, 'public', DESKTOP, async (page) => {
				const row = page.locator('.a4-key tbody tr', { has: page.locator('a[href*="events_prevention"]') });
				expect(await row.innerText()).toContain(word);
			});
	});

	test('without an election says so, on one page, and nothing else', async () => {
		await visitAs(browser, `${address}/ringkas/19.02?nature=contoh&cycle=PILKADA-2020`, 'national', DESKTOP, async (page) => {
			expect(await page.locator('h1 + p').innerText()).toContain('Tidak ada pemilihan di Kabupaten Belitung pada Pilkada 2020');
			expect(await page.locator('table, .a4-sheet .a4-chart').count()).toBe(0);
			expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
		});
	});

	// A brief as the public sees it is looked at in a11y.test.ts.
	test.each([['/ringkas/51.03', 'regency:51.03', 'dark']] as const)('%s as %s has no accessibility fault and fits a phone (%s)', async (path, role, colorScheme) => {
		const look = async (page: Page): Promise<void> => {
			expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
			expect(await faultsOf(page)).toEqual([]);
		};
		for (const viewport of [DESKTOP, PHONE]) await visit(browser, `${address}${path}`, { viewport, colorScheme, role, javaScriptEnabled: true }, look);
	});

	test.each(['/ringkas/99.99', '/ringkas/PUSAT', '/ringkas/99/pdf', '/ringkas/99/zip', '/ringkas/51.03/zip?for=public'])('%s is no brief', async (path) => {
		const response = await get(path);
		expect(response.status).toBe(404);
		expect(await response.text()).toMatch(/Tidak ada lembar ringkas|bukan provinsi/);
	});
});

describe('its figures', () => {
	test.each(['public', 'regency:51.03'])('in the key table are those of the API for %s', async (role) => {
		const shown = await visitAs(browser, `${address}/ringkas/51.03?nature=contoh&lang=en`, role, DESKTOP, (page) =>
			page.locator('.a4-key tbody tr').evaluateAll((rows) => rows.map((r) => [r.querySelector('a')?.getAttribute('href') ?? '', ...[...r.querySelectorAll('td')].map((c) => c.textContent?.trim().replace(/\s+/g, ' ') ?? '')]))
		);
		const metrics = shown.map(([href = '']) => /definisi\/(\w+)/.exec(href)?.[1] ?? '');
		expect(metrics).toContain('proven_per_1000');
		const response = await get(`/api/v1/answers?metrics=${metrics.join(',')}&cycle=PILKADA-2024&region=51.03&nature=contoh&lang=en&format=csv`, role);
		const rows: Record<string, string>[] = parse(await response.text(), { columns: true });
		const number = (text: string | undefined, digits: number): string => new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Number(text));
		let compared = 0;
		for (const [i, metric] of metrics.entries()) {
			const row = rows.find((r) => r.metric === metric);
			const [, value = '', counts = '', interval = '', verdict = ''] = shown[i] ?? [];
			if (row?.status !== 'ok') {
				expect(value, metric).toBe(row?.note);
				continue;
			}
			const digits = row.unit === 'per_1000' ? 2 : row.unit === 'percent' ? 1 : 0;
			expect(value.split(/[\s%]/)[0], metric).toBe(number(row.value, digits));
			if (row.ci95_lower) {
				expect(counts, metric).toBe(`${number(row.numerator, 0)} / ${number(row.denominator, 0)}`);
				expect(interval, metric).toBe(`${number(row.ci95_lower, digits)}–${number(row.ci95_upper, digits)}`);
				expect(verdict.replaceAll(' ', '_'), metric).toContain(row.verdict);
				compared += 1;
			}
		}
		expect(compared).toBeGreaterThan(2);
	});

	test('for the public are the public’s, whoever looks: not one byte differs', async () => {
		for (const [path, roles] of [['/ringkas/51.03?nature=contoh', ['regency:51.03', 'province:51', 'national']], ['/ringkas/51?nature=contoh', ['province:51']], ['/ringkas/ID', ['national']]] as const) {
			const open = await html(path);
			for (const role of roles) {
				expect(await html(`${path}${path.includes('?') ? '&' : '?'}for=public`, role), `${path} ${role}`).toBe(open);
				expect(await html(path, role)).not.toBe(open);
			}
		}
		expect(await html('/ringkas/51.03?nature=contoh', 'regency:51.02')).toBe(await html('/ringkas/51.03?nature=contoh'));
	});
});

describe('the PDF', () => {
	test('is made from the page: two tagged pages with title and language, links that lead to the site', async () => {
		const response = await get('/ringkas/51.03/pdf?nature=contoh', 'regency:51.03');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('application/pdf');
		expect(response.headers.get('cache-control')).toBe('private, no-store');
		expect(response.headers.get('content-disposition')).toMatch(/filename="lembar-ringkas-51\.03-kabupaten-badung-pilkada-2024-contoh-INTERNAL-R\w+-\w+\.pdf"/);
		const pdf = Buffer.from(await response.arrayBuffer());
		const text = pdf.toString('latin1');
		expect(text.startsWith('%PDF-')).toBe(true);
		expect(pagesOf(pdf)).toBe(2);
		expect(/\/MarkInfo <<[^>]*\/Marked true/.test(text)).toBe(true);
		expect(text.includes('/Lang (id)')).toBe(true);
		const title = /\/Title (?:\(([^)]*)\)|<([0-9A-Fa-f]+)>)/.exec(text);
		const plain = title?.[1] ?? Buffer.from(title?.[2] ?? '', 'hex').swap16().toString('utf16le');
		expect(plain).toContain('Lembar ringkas Kabupaten Badung, Pilkada 2024');
		const links = [...text.matchAll(/\/URI \(([^)]*)\)/g)].map((m) => m[1] ?? '');
		expect(links.some((link) => link.startsWith(`${address}/definisi/proven_per_1000?`))).toBe(true);
		expect(links.filter((link) => !link.startsWith(`${address}/`))).toEqual([]);
	});

	test('is kept for who may have it, and not shared between entitlements', async () => {
		const bytes = async (role: string): Promise<Buffer> => Buffer.from(await (await get('/ringkas/51.03/pdf?nature=contoh', role)).arrayBuffer());
		const [own, nation, open] = [await bytes('regency:51.03'), await bytes('national'), await bytes('public')];
		expect(nation.equals(own)).toBe(false);
		expect(open.equals(own)).toBe(false);
		// A PDF bears the second it was made: the same bytes are the same file.
		expect((await bytes('regency:51.03')).equals(own)).toBe(true);
		expect((await bytes('regency:51.02')).equals(open)).toBe(true);
		expect((await get('/ringkas/51.03/pdf?nature=contoh')).headers.get('content-disposition')).toContain('-PUBLIK-');
	});

	test('without a browser is refused in words that say what to do', async () => {
		const env = { ...process.env, PORT: '0', PANTAU_HOME: home, PANTAU_CHROMIUM: '/does/not/exist', NODE_ENV: 'production' };
		const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/serve.ts'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
		try {
			const site = await new Promise<string>((resolve, reject) => {
				let said = '';
				child.stderr.on('data', (chunk: Buffer) => {
					said += chunk.toString();
					const found = /Pantau: (http:\S+)/.exec(said)?.[1];
					if (found) resolve(found);
				});
				child.once('exit', () => reject(new Error(`the server ended: ${said}`)));
			});
			for (const [lang, words] of [['id', 'cetak dari peramban Anda'], ['en', 'print it from your browser']] as const) {
				const response = await fetch(`${site}/ringkas/51.03/pdf?nature=contoh&lang=${lang}`);
				expect(response.status).toBe(503);
				expect(await response.text()).toContain(words);
			}
		} finally {
			child.kill('SIGTERM');
		}
	});
});

describe('the ZIP of a province', () => {
	test('holds its own brief, one of each regency, and their key figures', async () => {
		const response = await get('/ringkas/65/zip?nature=contoh', 'province:65');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-disposition')).toMatch(/lembar-ringkas-65-kalimantan-utara-pilkada-2024-contoh-INTERNAL-R\w+-\w+\.zip/);
		const archive = await openArchive(new Uint8Array(await response.arrayBuffer()), limitsFrom());
		const codes = archive.names.map((name) => /^lembar-ringkas-([\d.]+)-.*INTERNAL.*\.pdf$/.exec(name)?.[1] ?? name);
		expect(codes).toEqual(['65', '65.01', '65.02', '65.03', '65.04', '65.71', 'indeks.csv']);
		const read = async (name: string): Promise<Buffer> => {
			const stream = await archive.open(name);
			return stream ? buffer(stream) : Buffer.alloc(0);
		};
		expect(pagesOf(await read(archive.names[1] ?? ''))).toBe(2);
		const index: Record<string, string>[] = parse(await read('indeks.csv'), { columns: true });
		expect(new Set(index.map((r) => r.region_code))).toEqual(new Set(codes.slice(0, -1)));
		archive.close();
	});

	test.each(['public', 'province:64', 'regency:51.03'])('with exact figures is refused to %s in words', async (role) => {
		const response = await get('/ringkas/51/zip?nature=contoh', role);
		expect(response.status).toBe(403);
		expect(await response.text()).toContain('hanya untuk pemerintah provinsi Bali dan pimpinan nasional');
	});

	test('is one at a time', async () => {
		const answers = await Promise.all(['65', '75'].map((code) => get(`/ringkas/${code}/zip?for=public`)));
		expect(answers.map((r) => r.status).sort()).toEqual([200, 503]);
		await Promise.all(answers.map((r) => r.arrayBuffer()));
	});
});
