/** One page in a real browser with a cold cache: what it weighed on the wire, when it was painted, what moved, whom it asked. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { awaken, type Viewport } from '../e2e/browser.ts';

/** A phone on 4G: processor four times slower, 1.6 Mbit/s down, 150 ms to and fro. */
export interface Slow {
	readonly processor: number;
	readonly bitsPerSecond: number;
	readonly latency: number;
}
export const PHONE_4G: Slow = { processor: 4, bitsPerSecond: 1_600_000, latency: 150 };

export interface Load {
	/** Compressed bytes on the wire, heads included, by kind. */
	readonly bytes: Readonly<Record<'page' | 'font' | 'script' | 'other', number>>;
	/** Bytes of scripts asked for before the first paint. */
	readonly earlyScript: number;
	/** Milliseconds from the start of the navigation. */
	readonly firstPaint: number;
	readonly largestPaint: number;
	/** The first frame in which the first chart stands; NaN without a chart. */
	readonly firstChart: number;
	/** Sum of all layout shifts, the interactive charts and a scroll to the end included. */
	readonly shift: number;
	readonly shifted: readonly string[];
	readonly otherHosts: readonly string[];
	/** Charts in the first answer of the server, and charts that came alive. */
	readonly drawn: number;
	readonly alive: number;
}

/** Runs in the page before anything else. */
const WATCH = `window.__seen = { largest: 0, shift: 0, shifted: [], chart: NaN };
new PerformanceObserver((l) => { for (const e of l.getEntries()) __seen.largest = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((l) => { for (const e of l.getEntries()) { __seen.shift += e.value; for (const s of e.sources) if (s.node) __seen.shifted.push((s.node.nodeName || '') + '.' + (s.node.className || s.node.parentElement?.className || '') + ' ' + Math.round(s.previousRect.y) + '>' + Math.round(s.currentRect.y)); } }).observe({ type: 'layout-shift', buffered: true });
new MutationObserver((_, self) => { if (document.querySelector('[data-chart] svg')) { self.disconnect(); requestAnimationFrame((t) => { __seen.chart = t; }); } }).observe(document, { childList: true, subtree: true });`;

interface Seen {
	readonly largest: number;
	readonly shift: number;
	readonly shifted: readonly string[];
	readonly chart: number;
	readonly paint: number;
}
const READ = `({ ...__seen, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN })`;

type Kind = keyof Load['bytes'];
const kindOf = (type: string): Kind => (type === 'Document' || type === 'Stylesheet' || type === 'Fetch' || type === 'XHR' ? 'page' : type === 'Font' ? 'font' : type === 'Script' ? 'script' : 'other');

interface Request {
	readonly url: string;
	readonly kind: Kind;
	/** Seconds on the browser's clock. */
	readonly at: number;
	bytes: number;
}

/** Follows the network of a page; `started` is when the document was asked for. */
function follow(session: CDPSession): { requests: Map<string, Request> } {
	const requests = new Map<string, Request>();
	session.on('Network.requestWillBeSent', (e) => {
		if (!e.request.url.startsWith('data:')) requests.set(e.requestId, { url: e.request.url, kind: kindOf(e.type ?? 'Other'), at: e.timestamp, bytes: 0 });
	});
	session.on('Network.loadingFinished', (e) => {
		const request = requests.get(e.requestId);
		if (request) request.bytes = e.encodedDataLength;
	});
	return { requests };
}

async function prepare(context: BrowserContext, slow: Slow | null): Promise<{ page: Page; requests: Map<string, Request> }> {
	await context.addInitScript(WATCH);
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: true });
	const { requests } = follow(session);
	if (slow) {
		await session.send('Network.emulateNetworkConditions', { offline: false, latency: slow.latency, downloadThroughput: slow.bitsPerSecond / 8, uploadThroughput: slow.bitsPerSecond / 16 });
		await session.send('Emulation.setCPUThrottlingRate', { rate: slow.processor });
	}
	return { page, requests };
}

/** Opens `url` and, unless `quick`, scrolls it to the end until every chart is alive. */
export async function loadPage(browser: Browser, url: string, viewport: Viewport, { slow = null, quick = false }: { slow?: Slow | null; quick?: boolean } = {}): Promise<Load> {
	const context = await browser.newContext({ viewport, deviceScaleFactor: 1 });
	try {
		const { page, requests } = await prepare(context, slow);
		const response = await page.goto(url, { waitUntil: 'load' });
		const html = (await response?.text()) ?? '';
		await page.waitForTimeout(slow ? 600 : 100);
		const alive = quick ? 0 : await awaken(page);
		if (!quick) await page.waitForTimeout(150);
		const seen: Seen = await page.evaluate(READ);
		const all = [...requests.values()];
		const start = Math.min(...all.map((r) => r.at));
		const sum = (kind: Kind): number => all.filter((r) => r.kind === kind).reduce((n, r) => n + r.bytes, 0);
		const early = all.filter((r) => r.kind === 'script' && (r.at - start) * 1000 < seen.paint);
		return {
			bytes: { page: sum('page'), font: sum('font'), script: sum('script'), other: sum('other') },
			earlyScript: early.reduce((n, r) => n + r.bytes, 0),
			firstPaint: seen.paint,
			largestPaint: seen.largest,
			firstChart: seen.chart,
			shift: seen.shift,
			shifted: seen.shifted,
			otherHosts: [...new Set(all.map((r) => new URL(r.url).origin))].filter((origin) => origin !== new URL(url).origin),
			drawn: (html.match(/data-chart="[^"]*"[^>]*>\s*(?:<!--[^>]*-->)*\s*<div class="draw wide"><svg/g) ?? []).length,
			alive
		};
	} finally {
		await context.close();
	}
}

/** Changes a choice and looks until the first chart of the next page stands in a frame: the second frame after it came is drawn when the first one was. */
const CHANGE = (name: string, value: string): string => `new Promise((stands) => {
	const before = document.querySelector('[data-chart]');
	const select = document.querySelector('form[data-submits] select[name="${name}"]');
	select.value = '${value}';
	const at = performance.now();
	new MutationObserver((_, self) => {
		const chart = document.querySelector('[data-chart]');
		if (!chart || chart === before || !chart.querySelector('svg')) return;
		self.disconnect();
		requestAnimationFrame(() => requestAnimationFrame(() => stands(performance.now() - at)));
	}).observe(document, { childList: true, subtree: true });
	select.dispatchEvent(new Event('change', { bubbles: true }));
})`;

/** Changes a choice of the filter bar of an open page; milliseconds until the first chart of the next page stands in a frame. Rejects when the browser left the page for it. */
export async function changeFilter(page: Page, name: string, value: string): Promise<number> {
	// Nobody reads the page and chooses in less; its script and its first charts are there by then.
	await page.waitForTimeout(1000);
	const ms: number = await page.evaluate(CHANGE(name, value));
	const chosen = new URL(page.url()).searchParams.get(name);
	if (chosen !== value) throw new Error(`${name} is ${chosen} on ${page.url()}, not ${value}`);
	return ms;
}

/** A page on which filters are changed: as a reader has it, warm cache, this machine's own speed. */
export async function openForChanges(browser: Browser, url: string, viewport: Viewport): Promise<Page> {
	const page = await (await browser.newContext({ viewport })).newPage();
	await page.goto(url, { waitUntil: 'load' });
	return page;
}
