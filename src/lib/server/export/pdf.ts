/**
 * HTML in, PDF or PNG out: one headless browser, started when first needed, closed when idle. Few pages at a time, a short queue,
 * a deadline; no script runs and no address is reached. What the browser is, only `chromium.ts` knows.
 */
import { PANTAU_CHROMIUM } from '$app/env/private';
import type { Browser } from 'playwright-core';
import { BusyError } from '../warehouse/warehouse.ts';
import { launchChromium } from './chromium.ts';
import { createPrinter } from './printer.ts';

export const printer = createPrinter({
	launch: (): Promise<Browser> => launchChromium(PANTAU_CHROMIUM || null),
	busy: (reason) => new BusyError(reason)
});
process.once('sveltekit:shutdown', () => void printer.close());
