/** Tags of an XML text with their positions, so that parts can be put in without touching the rest. */

export interface Tag {
	/** Name without prefix. */
	readonly name: string;
	/** "x:" or "". */
	readonly prefix: string;
	readonly kind: 'open' | 'close' | 'empty';
	/** Positions of `<` and behind `>`. */
	readonly start: number;
	readonly end: number;
}

/** Every tag in order. Comments, CDATA and processing instructions are passed over. The text must be well-formed. */
export function* tags(xml: string, from = 0): Generator<Tag> {
	for (let at = xml.indexOf('<', from); at >= 0; ) {
		const skip = passOver(xml, at);
		if (skip !== null) {
			if (skip < 0) return;
			at = xml.indexOf('<', skip);
			continue;
		}
		const end = tagEnd(xml, at + 1);
		if (end < 0) return;
		const close = xml[at + 1] === '/';
		const [, prefix = '', name = ''] = /^([^\s/>:]+:)?([^\s/>]+)/.exec(xml.slice(at + (close ? 2 : 1), Math.min(end, at + 120))) ?? [];
		yield { name, prefix, kind: close ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open', start: at, end };
		at = xml.indexOf('<', end);
	}
}

/** Position behind a comment, CDATA section or instruction; -1 when it does not end; null for a tag. */
function passOver(xml: string, at: number): number | null {
	const [mark, close] = xml[at + 1] === '?' ? ['<?', '?>'] : xml.startsWith('<!--', at) ? ['<!--', '-->'] : xml.startsWith('<![CDATA[', at) ? ['<![CDATA[', ']]>'] : xml[at + 1] === '!' ? ['<!', '>'] : ['', ''];
	if (mark === '') return null;
	const end = xml.indexOf(close, at + mark.length);
	return end < 0 ? -1 : end + close.length;
}

function tagEnd(xml: string, from: number): number {
	let quote = 0;
	for (let at = from; at < xml.length; at++) {
		const char = xml.charCodeAt(at);
		if (quote !== 0) {
			if (char === quote) quote = 0;
		} else if (char === 34 || char === 39) quote = char;
		else if (char === 62) return at + 1;
	}
	return -1;
}

/** Value of an attribute as written, or null. */
export function attribute(tag: string, name: string): string | null {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
	return found ? (found[1] ?? found[2] ?? '') : null;
}

/** The tag with an attribute set; null takes it away. */
export function withAttribute(tag: string, name: string, value: string | null): string {
	const without = tag.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), '');
	return value === null ? without : without.replace(/\s*(\/?>)$/, ` ${name}="${value}"$1`);
}

/** Text for an element: escaped, without characters XML forbids, `_x0041_` kept from being decoded. */
export const escapeXml = (text: string): string =>
	text
		.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
