/** What both sides of a page share: nothing. */
import type { Transport } from '@sveltejs/kit/hooks';

/**
 * Pages have no client router (`csr = false`), yet the framework writes the data of every page as a script for one and then drops it:
 * 10 of the 24 ms of an answer. Everything is "encoded" as one sign, so nothing is written; `hooks.server.ts` refuses who asks for the data alone.
 */
export const transport: Transport = {
	unsent: { encode: () => true, decode: () => null }
};
