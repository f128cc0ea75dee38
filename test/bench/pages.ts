/** The budgets of every page in a real browser: weight on the wire, first and largest paint, layout shift, a change of the filter. */
import type { Browser } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE } from '../e2e/browser.ts';
import { sitePages, withQuery } from '../site-pages.ts';
import { atMost, median, percentile95, type Figure } from './figures.ts';
import { changeFilter, loadPage, openForChanges, PHONE_4G, type Load } from './page-load.ts';

const REPEATS = 7;
const kB = (bytes: number): number => bytes / 1000;

/** Ringkasan on an emulated phone, cold, `REPEATS` times. */
async function firstView(browser: Browser, address: string, path: string): Promise<Figure[]> {
	const loads: Load[] = [];
	for (let i = 0; i < REPEATS; i += 1) loads.push(await loadPage(browser, address + path, PHONE, { slow: PHONE_4G, quick: true }));
	const of = (read: (load: Load) => number): number => median(loads.map(read));
	const at = `${path} on a 4G phone, cold, median of ${REPEATS}`;
	return [
		atMost(`${at}: HTML, CSS and data until all charts stand`, kB(of((l) => l.bytes.page)), 'kB', 60),
		atMost(`${at}: fonts`, kB(of((l) => l.bytes.font)), 'kB', 45),
		atMost(`${at}: charts that the first answer does not hold`, of((l) => (l.drawn > 0 ? 0 : 1)), 'charts', 0),
		atMost(`${at}: first chart after the first paint`, of((l) => Math.max(0, l.firstChart - l.firstPaint)), 'ms', 50),
		atMost(`${at}: largest contentful paint`, of((l) => l.largestPaint), 'ms', 2000),
		atMost(`${at}: first contentful paint`, of((l) => l.firstPaint), 'ms', 2000)
	];
}

async function everyPage(browser: Browser, address: string): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const page of sitePages().filter((p) => p.role === null)) {
		for (const nature of ['', 'contoh']) {
			const path = withQuery(page.path, { nature });
			const phone = await loadPage(browser, address + path, PHONE);
			const desk = await loadPage(browser, address + path, DESKTOP);
			for (const [size, load] of [['phone', phone], ['desktop', desk]] as const)
				if (load.shift > 0 && !process.argv.includes('--json')) console.log(`  moved on ${path}, ${size}: ${load.shifted.slice(0, 6).join(' | ')}`);
			figures.push(
				atMost(`${path}: HTML, CSS and data`, kB(phone.bytes.page), 'kB', page.path === '/' ? 60 : 100),
				atMost(`${path}: fonts`, kB(phone.bytes.font), 'kB', 45),
				atMost(`${path}: interactive client`, kB(phone.bytes.script), 'kB', 200),
				atMost(`${path}: scripts asked for before the first paint`, kB(phone.earlyScript), 'kB', 4),
				atMost(`${path}: layout shift, phone, charts alive, to the end`, phone.shift, 'CLS', 0),
				atMost(`${path}: layout shift, desktop, charts alive, to the end`, desk.shift, 'CLS', 0),
				atMost(`${path}: other hosts`, phone.otherHosts.length + desk.otherHosts.length, 'hosts', 0)
			);
		}
	}
	return figures;
}

const REGENCIES = ['51.01', '51.02', '51.03', '51.04', '51.05'];
const FILTERED = ['/pelatihan?nature=contoh&cycle=PEMILU-2024&province=51', '/sosialisasi?nature=contoh&cycle=PILKADA-2020&province=51', '/pelanggaran?nature=contoh&cycle=PEMILU-2024&province=51', '/pelanggaran?nature=contoh&cycle=PILKADA-2020&province=51'];

/** Twenty questions never asked before, each by the filter bar of the page before. */
async function filterChanges(browser: Browser, address: string): Promise<Figure[]> {
	const times: number[] = [];
	for (const path of FILTERED) {
		const page = await openForChanges(browser, address + path, DESKTOP);
		for (const regency of REGENCIES) times.push(await changeFilter(page, 'region', regency));
		await page.context().close();
	}
	return [atMost(`a filter change in the browser until its first chart stands, 95th percentile of ${times.length}`, percentile95(times), 'ms', 150), atMost(`the same, median`, median(times), 'ms', 150)];
}

const WHAT = { start: (browser: Browser, address: string) => firstView(browser, address, '/'), pages: everyPage, filter: filterChanges } as const;
export type PagePart = keyof typeof WHAT;
export const isPagePart = (text: string): text is PagePart => Object.hasOwn(WHAT, text);

/** Figures of the pages, of one part or of all; the site at `address` must run, and for `filter` be freshly started: a question that it was asked since is no longer new. The filter goes last: its questions are new, the server is not. */
export async function pageFigures(address: string, parts: readonly PagePart[] = ['start', 'pages', 'filter']): Promise<Figure[]> {
	const browser = await openBrowser();
	try {
		const figures: Figure[] = [];
		for (const part of parts) figures.push(...(await WHAT[part](browser, address)));
		return figures;
	} finally {
		await browser.close();
	}
}
