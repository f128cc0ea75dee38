/** Answers that are files, and what stands in their place when no browser prints. */
import { error } from '@sveltejs/kit';
import { say, type Lang, type Text } from '../../i18n/index.ts';
import { NoBrowserError } from './printer.ts';

/** A file to keep, never stored on the way. `name` with ending, ASCII. */
export const fileResponse = (bytes: Buffer, type: string, name: string, show: 'inline' | 'attachment'): Response =>
	new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'content-disposition': `${show}; filename="${name}"`, 'cache-control': 'private, no-store', 'content-length': String(bytes.length) } });

/** Runs what prints; without a browser the answer is 503 with the words that say what to do instead. */
export async function printing<T>(lang: Lang, instead: Text, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (caught) {
		if (!(caught instanceof NoBrowserError)) throw caught;
		console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), event: 'no_browser', reason: caught.message.slice(0, 300) }));
		error(503, say(instead, lang));
	}
}
