/** The printer behind `pdf.ts`: pages that are kept, a short queue, a deadline, an end when idle. */
import type { Browser, Page } from 'playwright-core';

/** No browser could be started: whoever asks has to print the page themselves. */
export class NoBrowserError extends Error {}

export interface Printer {
	/**
	 * Prints the HTML as if it stood at `address` (its links lead from there); it is made when its turn has come, so that a
	 * crowd costs no more than the queue lets in. Throws NoBrowserError, the busy error, or what making the HTML throws.
	 */
	print(html: () => Promise<string>, address: string): Promise<Buffer>;
	/** The same HTML as one PNG of `width` CSS pixels, at twice that many dots. */
	photograph(html: () => Promise<string>, address: string, width: number): Promise<Buffer>;
	/** Ends the browser; what is printing fails. A later print starts another. */
	close(): Promise<void>;
}

export interface PrinterOptions {
	readonly launch: () => Promise<Browser>;
	/** Makes the error for a full queue or a passed deadline. */
	readonly busy: (reason: string) => Error;
	readonly pages?: number;
	readonly queue?: number;
	readonly deadlineMs?: number;
	readonly idleMs?: number;
}

interface Job {
	readonly html: () => Promise<string>;
	readonly address: string;
	readonly take: (page: Page) => Promise<Buffer>;
	readonly deadline: number;
	readonly resolve: (file: Buffer) => void;
	readonly reject: (error: unknown) => void;
}

/** After a failed start no other is tried for this long: starting is what costs. */
const RETRY_MS = 15_000;

export function createPrinter({ launch, busy, pages = 2, queue = 8, deadlineMs = 25_000, idleMs = 60_000 }: PrinterOptions): Printer {
	const waiting: Job[] = [];
	const idle: Page[] = [];
	let running = 0;
	let browser: Promise<Browser> | null = null;
	let failedAt = -Infinity;
	let timer: NodeJS.Timeout | undefined;

	async function started(): Promise<Browser> {
		if (!browser) {
			if (Date.now() - failedAt < RETRY_MS) throw new NoBrowserError('the browser did not start a moment ago');
			const opening = launch();
			browser = opening;
			opening.then(
				(open) => open.once('disconnected', () => forget(opening)),
				() => {
					failedAt = Date.now();
					forget(opening);
				}
			);
		}
		try {
			return await browser;
		} catch (error) {
			throw new NoBrowserError(error instanceof Error ? error.message : String(error));
		}
	}

	function forget(gone: Promise<Browser>): void {
		if (browser !== gone) return;
		browser = null;
		idle.length = 0;
	}

	async function close(): Promise<void> {
		clearTimeout(timer);
		const open = browser;
		if (!open) return;
		forget(open);
		await open.then((b) => b.close()).catch(() => undefined);
	}

	function next(): void {
		const job = running < pages ? waiting.shift() : undefined;
		if (!job) {
			if (running === 0) timer = setTimeout(() => void close(), idleMs).unref();
			return;
		}
		clearTimeout(timer);
		running += 1;
		void answer(job).finally(() => {
			running -= 1;
			next();
		});
	}

	async function answer(job: Job): Promise<void> {
		let page: Page | undefined;
		let late = false;
		const alarm = setTimeout(() => {
			late = true;
			job.reject(busy('printing passed its deadline'));
			void page?.close().catch(() => undefined);
		}, job.deadline - Date.now());
		try {
			const open = await started();
			if (late) return;
			const html = await job.html();
			if (late) return;
			page = idle.pop() ?? (await blankPage(open));
			if (late) return void page.close().catch(() => undefined);
			const pdf = await showOn(page, html, new URL(job.address).href).then(job.take);
			if (late) return;
			idle.push(page);
			job.resolve(pdf);
		} catch (error) {
			void page?.close().catch(() => undefined);
			job.reject(error);
		} finally {
			clearTimeout(alarm);
		}
	}

	const queued = (html: Job['html'], address: string, take: Job['take']): Promise<Buffer> =>
		new Promise((resolve, reject) => {
			if (waiting.length >= queue) return reject(busy('too many pages wait to be printed'));
			waiting.push({ html, address, take, deadline: Date.now() + deadlineMs, resolve, reject });
			next();
		});

	return {
		print: (html, address) => queued(html, address, (page) => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })),
		photograph: (html, address, width) =>
			queued(html, address, async (page) => {
				await page.setViewportSize({ width, height: 100 });
				return page.screenshot({ type: 'png', fullPage: true });
			}),
		close
	};
}

/** A page in a context of its own, which closes with it. */
const blankPage = (browser: Browser): Promise<Page> => browser.newPage({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block', acceptDownloads: false, deviceScaleFactor: 2 });

/** The HTML on a page, as if it stood at that address; nothing else is reached. */
async function showOn(page: Page, html: string, address: string): Promise<Page> {
	await page.unrouteAll();
	await page.route('**/*', (route) => {
		const asked = route.request();
		const isOurs = asked.isNavigationRequest() && asked.frame() === page.mainFrame() && asked.url() === address;
		return isOurs ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : route.abort();
	});
	await page.goto(address, { waitUntil: 'load' });
	await page.evaluate('document.fonts.ready.then(() => document.fonts.size)');
	return page;
}
