/** What both sides of a page share: nothing. */
import type { Transport } from '@sveltejs/kit/hooks';

/**
 * Pages have no client router (`csr = false`), yet the framework writes the data of every page as a script for one and then drops it:
 * 10 of the 24 ms of an answer. Everything is "encoded" as one sentence, for programs that send a form and would take the data of
 * the page that answers; `hooks.server.ts` refuses who asks for the data alone.
 */
export const transport: Transport = {
	page: { encode: (value: unknown) => typeof value === 'object' && 'This is answered with a page: ask with Accept: text/html.', decode: () => null }
};
