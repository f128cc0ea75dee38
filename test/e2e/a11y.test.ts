/** Accessibility of every page: both themes, desktop and phone, with the script and without it, both natures, and the states in between. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { sitePages, withQuery, type SitePage } from '../site-pages.ts';
import { faultsOf, smallTargets, spaceOut, stickingOut, tabThrough } from './a11y.ts';
import { contrast } from '../unit/colour.ts';
import { awaken, DESKTOP, openBrowser, PAPER, PHONE, type Viewport } from './browser.ts';

const address = inject('address');
const PAGES = sitePages();
let browser: Browser;
/** Pages that say something else in Mode contoh: the others were looked at as they are. */
let OTHERWISE: readonly SitePage[] = [];
beforeAll(async () => {
	browser = await openBrowser();
	const textOf = async (page: SitePage, nature: string): Promise<string> => {
		const html = await (await fetch(address + withQuery(page.path, { nature }), { headers: { cookie: `pantau_role=${page.role ?? 'public'}` } })).text();
		return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/<[^>]*>/g, '');
	};
	const differs = await Promise.all(PAGES.map(async (page) => (await textOf(page, '')) !== (await textOf(page, 'contoh'))));
	OTHERWISE = PAGES.filter((_, i) => differs[i]);
});
afterAll(() => browser.close());

const pagesOf = (nature: string): readonly SitePage[] => (nature === '' ? PAGES : OTHERWISE);

type Options = NonNullable<Parameters<Browser['newContext']>[0]> & { readonly script?: boolean };

type Address = Pick<SitePage, 'path' | 'role'>;
const as = (context: BrowserContext, role: string | null): Promise<void> => context.addCookies([{ name: 'pantau_role', value: role ?? 'public', url: address }]);

/** `script: false` keeps the site's script away; axe itself needs a browser that runs scripts. */
async function inContext({ script = true, ...options }: Options, look: (page: Page) => Promise<void>): Promise<void> {
	const context = await browser.newContext(options);
	try {
		if (!script) await context.route('**/app/*.js', (route) => route.abort());
		await look(await context.newPage());
	} finally {
		await context.close();
	}
}
async function open(page: Page, { path, role }: Address, query: Record<string, string> = {}): Promise<void> {
	await as(page.context(), role);
	await page.goto(address + withQuery(path, query));
}

/** What `find` finds on each page, by page, so that one run names all of it; two pages at a time, each in its own context. */
async function onEvery(options: Options, query: Record<string, string>, find: (page: Page) => Promise<readonly string[]>, pages: readonly Address[] = PAGES): Promise<string[]> {
	const rest = [...pages];
	const found: string[] = [];
	const worker = (): Promise<void> =>
		inContext(options, async (page) => {
			for (let one = rest.shift(); one; one = rest.shift()) {
				await open(page, one, query);
				const { path } = one;
				found.push(...(await find(page)).map((fault) => `${path}: ${fault}`));
			}
		});
	await Promise.all([worker(), worker()]);
	return found.sort();
}

const SIZES = { desktop: DESKTOP, phone: PHONE } as const satisfies Record<string, Viewport>;

type Look = readonly [size: keyof typeof SIZES, theme: 'light' | 'dark', what: 'all' | 'colours'];
/** A theme changes colours only: the second theme of a size is looked at for colours. */
const ALIVE: readonly Look[] = [['desktop', 'light', 'all'], ['desktop', 'dark', 'colours'], ['phone', 'dark', 'colours']];
/** As the server drew it; together with the living charts every size meets every theme, and every rule every size. */
const DRAWN: Readonly<Record<string, readonly Look[]>> = { '': [['phone', 'light', 'all']], contoh: [['phone', 'light', 'all'], ['desktop', 'dark', 'colours']] };

async function lookAt(page: Page, looks: readonly Look[], alive: boolean): Promise<string[]> {
	const found: string[] = [];
	for (const [size, colorScheme, what] of looks) {
		await page.setViewportSize(SIZES[size]);
		await page.emulateMedia({ colorScheme });
		if (alive) await awaken(page);
		found.push(...(await faultsOf(page, what, { repeats: false })).map((fault) => `${size}, ${colorScheme}: ${fault}`));
	}
	return found;
}

describe('axe finds nothing on any page, desktop and phone, light and dark', { timeout: 300_000 }, () => {
	for (const [nature, drawn] of Object.entries(DRAWN)) {
		test(`${nature || 'real'}, charts alive`, async () => {
			expect(await onEvery({}, { nature }, (page) => lookAt(page, ALIVE, true), pagesOf(nature))).toEqual([]);
		});
		test(`${nature || 'real'}, without the script`, async () => {
			expect(await onEvery({ script: false }, { nature }, (page) => lookAt(page, drawn, false), pagesOf(nature))).toEqual([]);
		});
	}
});

test('a fault is found: a picture without a name, letters too pale, a name given twice, the same in all and in colours alone', async () => {
	await inContext({ viewport: DESKTOP }, async (page) => {
		await open(page, { path: '/definisi', role: null });
		expect(await faultsOf(page)).toEqual([]);
		await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/icon.svg"><p style="color:#bbb;background:#fff">pucat</p><nav aria-label="Sini"></nav><nav aria-label="Sini"></nav>')`);
		const found = (await faultsOf(page)).map((fault) => fault.split(':')[0]);
		expect(found).toEqual(expect.arrayContaining(['color-contrast', 'image-alt', 'named twice']));
		expect((await faultsOf(page, 'colours')).map((fault) => fault.split(':')[0])).toEqual(['color-contrast']);
	});
});

const STATES = [
	{ path: '/tidak-ada', role: null },
	{ path: '/wilayah/99.99', role: null },
	{ path: '/wilayah/51/surat', role: 'public' },
	{ path: '/pelanggaran?nature=contoh&region=18.12&cycle=PILKADA-2020', role: null },
	{ path: '/sebelum-sesudah?region=18.12&cycle=PILKADA-2020', role: null },
	{ path: '/wilayah/51.03?nature=contoh', role: 'regency:51.03' },
	{ path: '/pelanggaran?nature=contoh&province=51', role: 'province:51' }
] as const;

/** The answer of the check to a file with findings. */
async function checkedFile(page: Page): Promise<void> {
	await open(page, { path: '/periksa', role: 'regency:64.01' });
	await page.setInputFiles('#file', { name: 'daftar.csv', mimeType: 'text/csv', buffer: readFileSync(join(ROOT, 'test/golden/headcount-two-row-header/input.csv')) });
	await page.click('.check-buttons button:first-child');
	await page.locator('.check-answer').waitFor();
}

describe('states', () => {
	for (const [size, colorScheme] of [['desktop', 'light'], ['phone', 'dark']] as const)
		test(`errors, no permission, no election, a viewer's own, a checked file: ${size}, ${colorScheme}`, async () => {
			const look = async (p: Page): Promise<string[]> => [...(await faultsOf(p, 'all', { repeats: false })), ...(await stickingOut(p)), ...(await smallTargets(p))];
			const options = { viewport: SIZES[size], colorScheme };
			expect(await onEvery(options, {}, look, STATES)).toEqual([]);
			await inContext(options, async (page) => {
				await checkedFile(page);
				expect(await look(page)).toEqual([]);
			});
		});
});

/** In the page: how wide a drawing is, in CSS pixels. */
const WIDTH = `(svg) => Math.max(svg.getBoundingClientRect().width, Number(svg.getAttribute('width')))`;

/** Widths of the living charts, in CSS pixels. */
interface Printed {
	readonly before: readonly number[];
	readonly paper: readonly number[];
	readonly after: readonly number[];
}

/** What is wrong with living charts on the way to paper and back; that none was wider than the sheet before would prove nothing. */
const printFaults = ({ before, paper, after }: Printed): string[] => [
	...(before.length > 0 && paper.length === before.length ? [] : [`${before.length} charts, on paper ${paper.length}`]),
	...(before.some((width) => width > PAPER.width) ? [] : [`widest on the screen ${Math.max(...before)}`]),
	...paper.filter((width) => width > PAPER.width).map((width) => `on paper ${width} wide`),
	...before.flatMap((width, i) => (after[i] === width ? [] : [`${width} wide before, ${after[i]} after`]))
];

describe('room', () => {
	test('targets are at least 24 px or stand apart', async () => {
		for (const viewport of [DESKTOP, PHONE]) expect(await onEvery({ viewport, javaScriptEnabled: false }, { nature: 'contoh' }, smallTargets)).toEqual([]);
	});
	test('at 200 % nothing is cut and no page scrolls sideways', async () => {
		expect(await onEvery({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, { nature: 'contoh' }, stickingOut)).toEqual([]);
	});
	test('on A4 paper no table and no text goes past the edge', async () => {
		const onPaper = async (page: Page): Promise<string[]> => {
			await page.emulateMedia({ media: 'print' });
			const wide: string[] = await page.evaluate(`[...document.querySelectorAll('.table-scroll')].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => 'past the edge by ' + (e.scrollWidth - e.clientWidth) + ': ' + e.getAttribute('aria-label'))`);
			return [...wide, ...(await stickingOut(page))];
		};
		for (const nature of ['', 'contoh']) expect(await onEvery({ viewport: PAPER, script: false }, { nature }, onPaper, pagesOf(nature))).toEqual([]);
	});
	test('on A4 paper no living chart is wider than the sheet, and afterwards it is as wide as before', async () => {
		const printed = async (page: Page): Promise<string[]> => {
			if ((await awaken(page)) === 0) return [];
			await page.emulateMedia({ media: 'print' });
			// Charts follow their cards into the print style first; then, within one task as a printing browser, to paper and back.
			await expect.poll(() => page.evaluate(`[...document.querySelectorAll('.live svg')].filter((svg) => svg.checkVisibility() && Math.abs(Number(svg.getAttribute('width')) - svg.closest('[data-chart]').clientWidth) >= 2).length`), { timeout: 10_000 }).toBe(0);
			const seen: Printed = await page.evaluate(`(() => {
				const widths = () => [...document.querySelectorAll('.live svg')].filter((svg) => svg.checkVisibility()).map(${WIDTH});
				const print = (name) => { dispatchEvent(new Event(name)); return widths(); };
				return { before: widths(), paper: print('beforeprint'), after: print('afterprint') };
			})()`);
			return printFaults(seen);
		};
		expect(await onEvery({ viewport: DESKTOP }, { nature: 'contoh' }, printed)).toEqual([]);
	});
	test('a browser that prints a page with living charts has them at the width of the sheet', async () => {
		await inContext({ viewport: DESKTOP }, async (page) => {
			await open(page, { path: '/pelanggaran', role: null }, { nature: 'contoh' });
			await awaken(page);
			await page.evaluate(`(() => {
				const widths = () => [...document.querySelectorAll('.live svg')].map(${WIDTH});
				window.__printed = { before: widths() };
				addEventListener('beforeprint', () => { __printed.paper = widths(); });
				addEventListener('afterprint', () => { __printed.after = widths(); });
			})()`);
			await page.pdf({ format: 'A4' });
			expect(printFaults(await page.evaluate('__printed'))).toEqual([]);
		});
	});
	test("a reader's own spacing cuts nothing", async () => {
		const spaced = async (page: Page): Promise<string[]> => {
			const found: string[] = [];
			await spaceOut(page);
			for (const viewport of [DESKTOP, PHONE]) {
				await page.setViewportSize(viewport);
				// A living chart follows its card in a moment.
				if ((await stickingOut(page)).length > 0) await page.waitForTimeout(1_000);
				found.push(...(await stickingOut(page)));
			}
			return found;
		};
		expect(await onEvery({}, { nature: 'contoh' }, spaced)).toEqual([]);
	});
});

/** One stop after the other: what is wrong with it. */
async function badStops(page: Page): Promise<string[]> {
	const { stops, left } = await tabThrough(page);
	return [
		...(left ? [] : [`${stops.length} stops do not lead out of the page`]),
		...(stops.length > 5 && /^a (Langsung|Skip)/.test(stops[0]?.name ?? '') ? [] : ['the first stop is not the way to the content']),
		...stops.flatMap((stop) => [
			...(stop.seen ? [] : [`focus not seen: ${stop.name}`]),
			...(stop.covered ? [`focus covered: ${stop.name}`] : []),
			...(stop.back ? [`focus jumps back: ${stop.name}`] : [])
		])
	];
}

describe('the keyboard', () => {
	test.each([['desktop', DESKTOP], ['phone', PHONE]] as const)('every focus on every page can be seen, is not covered, and goes down the page: %s', async (_, viewport) => {
		expect(await onEvery({ viewport, reducedMotion: 'reduce' }, { nature: 'contoh' }, badStops)).toEqual([]);
	});

	test('the first stop leads to the content, and arrows speak the chart', async () => {
		await inContext({ viewport: DESKTOP }, async (page) => {
			await open(page, { path: '/pelanggaran', role: null }, { nature: 'contoh' });
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			expect(await page.evaluate('document.activeElement?.id')).toBe('isi');
			const chart = page.locator('[data-chart]').first();
			await expect.poll(() => chart.getAttribute('tabindex')).toBe('0');
			await chart.focus();
			await expect.poll(() => chart.getAttribute('data-live'), { timeout: 15_000 }).toBe('yes');
			const said: string[] = [];
			for (const key of ['ArrowRight', 'ArrowRight', 'End', 'Home']) {
				await page.keyboard.press(key);
				said.push(await chart.locator('[aria-live]').innerText());
			}
			expect(said.every((words) => /\S: \S/.test(words))).toBe(true);
			expect(said[0]).toBe(said[3]);
			expect(new Set(said).size).toBe(3);
			expect(await chart.getAttribute('aria-label')).toContain('panah');
		});
	});
});

const MOVING = `[...document.getAnimations().map((a) => 'runs ' + (a.effect?.target?.className ?? '')), ...[...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return parseFloat(s.transitionDuration) > 0 || (s.animationName !== 'none' && parseFloat(s.animationDuration) > 0); }).map((e) => 'may move ' + e.tagName + '.' + e.className)]`;

test('nothing moves for a reader who asked for less motion', async () => {
	const moving = async (page: Page): Promise<string[]> => {
		await awaken(page);
		await page.keyboard.press('Tab');
		return page.evaluate(MOVING);
	};
	expect(await onEvery({ viewport: DESKTOP, reducedMotion: 'reduce' }, { nature: 'contoh' }, moving)).toEqual([]);
});

test('in forced colours charts keep a ground of their own and the open section stays marked', async () => {
	await inContext({ viewport: DESKTOP, forcedColors: 'active', colorScheme: 'dark' }, async (page) => {
		await open(page, { path: '/bandingkan', role: null }, { nature: 'contoh' });
		const [ground, ink]: string[] = await page.evaluate(`(() => { const svg = document.querySelector('[data-chart] .draw.wide svg'); return [getComputedStyle(svg).backgroundColor, getComputedStyle(svg.querySelector('text')).fill]; })()`);
		expect(ground).not.toBe('rgba(0, 0, 0, 0)');
		expect(contrast(ground ?? '', ink ?? '')).toBeGreaterThan(4.5);
		const [marked, other]: string[] = await page.evaluate(`['nav a[aria-current]', 'nav a:not([aria-current])'].map((s) => getComputedStyle(document.querySelector(s)).borderBottomColor)`);
		expect(marked).not.toBe(other);
	});
});
