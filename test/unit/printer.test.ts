import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createPrinter, NoBrowserError } from '../../src/lib/server/export/printer.ts';

class Busy extends Error {}
const html = async (): Promise<string> => '';
const busy = (reason: string): Error => new Busy(reason);

/** As much of Playwright's browser as the printer uses; each PDF takes `ms`, opening a page `openingMs`. */
function fakeBrowser(ms: number, openingMs = 0) {
	const seen = { pages: 0, pagesClosed: 0, closed: 0, most: 0, printing: 0 };
	const page = () => ({
		unrouteAll: async () => undefined,
		route: async () => undefined,
		goto: async () => undefined,
		evaluate: async () => 0,
		close: async () => void (seen.pagesClosed += 1),
		setViewportSize: async () => undefined,
		screenshot: async () => Buffer.from('PNG'),
		pdf: async () => {
			seen.printing += 1;
			seen.most = Math.max(seen.most, seen.printing);
			await new Promise((resolve) => setTimeout(resolve, ms));
			seen.printing -= 1;
			return Buffer.from('%PDF');
		}
	});
	const browser = {
		newPage: async () => {
			await new Promise((resolve) => setTimeout(resolve, openingMs));
			seen.pages += 1;
			return page();
		},
		once: () => undefined,
		close: async () => void (seen.closed += 1)
	};
	return { seen, browser: browser as unknown as Browser };
}

describe('the printer', () => {
	it('prints few pages at a time, on pages it keeps, and refuses what does not fit its queue', async () => {
		const { seen, browser } = fakeBrowser(20);
		const printer = createPrinter({ launch: async () => browser, busy, pages: 2, queue: 3 });
		const results = await Promise.allSettled(Array.from({ length: 7 }, () => printer.print(html, 'http://x/')));
		expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(5);
		for (const r of results) if (r.status === 'rejected') expect(r.reason).toBeInstanceOf(Busy);
		expect(seen).toMatchObject({ most: 2, pages: 2 });
	});

	it('makes no page before its turn, and passes on why it could not be made', async () => {
		const { browser } = fakeBrowser(20);
		const printer = createPrinter({ launch: async () => browser, busy, pages: 1, queue: 3 });
		let made = 0;
		const first = printer.print(html, 'http://x/');
		const second = printer.print(async () => { made += 1; throw new Error('no such page'); }, 'http://x/');
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(made).toBe(0);
		await first;
		await expect(second).rejects.toThrow('no such page');
		expect((await printer.print(html, 'http://x/')).toString()).toBe('%PDF');
	});

	it('gives up at the deadline', async () => {
		const { browser } = fakeBrowser(300);
		const printer = createPrinter({ launch: async () => browser, busy, deadlineMs: 30 });
		const started = Date.now();
		await expect(printer.print(html, 'http://x/')).rejects.toBeInstanceOf(Busy);
		expect(Date.now() - started).toBeLessThan(200);
	});

	it('closes a page that was opened too late, and prints nothing for nobody', async () => {
		const { seen, browser } = fakeBrowser(5, 60);
		const printer = createPrinter({ launch: async () => browser, busy, deadlineMs: 20 });
		await expect(printer.print(html, 'http://x/')).rejects.toBeInstanceOf(Busy);
		await expect.poll(() => seen.pages).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(seen).toMatchObject({ pages: 1, pagesClosed: 1, most: 0 });
	});

	it('ends the browser when idle and starts another for the next page', async () => {
		const { seen, browser } = fakeBrowser(1);
		let starts = 0;
		const printer = createPrinter({ launch: async () => ((starts += 1), browser), busy, idleMs: 20 });
		await printer.print(html, 'http://x/');
		await expect.poll(() => seen.closed).toBe(1);
		await printer.print(html, 'http://x/');
		expect(starts).toBe(2);
		await printer.close();
		expect(seen.closed).toBe(2);
	});

	it('says that there is no browser, and does not try again at once', async () => {
		let starts = 0;
		const launch = async (): Promise<Browser> => {
			starts += 1;
			throw new Error('spawn ENOENT');
		};
		const printer = createPrinter({ launch, busy });
		await expect(printer.print(html, 'http://x/')).rejects.toBeInstanceOf(NoBrowserError);
		await expect(printer.print(html, 'http://x/')).rejects.toBeInstanceOf(NoBrowserError);
		expect(starts).toBe(1);
	});
});
