/** A page of the site as one file: its own style sheets and typeface inside it, no script, no other address. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ROOT } from '#etl/root.ts';

const LINK = /<link\b[^>]*\bhref="([^"]+)"[^>]*>/g;
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g;
const FONT = /url\((["']?)([^)"']+\.woff2)\1\)/g;

const assets = (name: string): string => join(ROOT, 'build', 'client', '_app', 'immutable', 'assets', basename(name));

/** Names of built files hold a hash of their content, so each is read once. */
const sheets = new Map<string, Promise<string>>();

function styleOf(href: string): Promise<string> {
	const name = basename(href);
	const known = sheets.get(name) ?? readStyle(name);
	sheets.set(name, known);
	known.catch(() => sheets.delete(name));
	return known;
}

async function readStyle(name: string): Promise<string> {
	const css = await readFile(assets(name), 'utf8');
	const fonts = new Map<string, string>();
	for (const [, , url] of css.matchAll(FONT)) if (url) fonts.set(url, (await readFile(assets(url))).toString('base64'));
	// On a page text never waits for the typeface; on paper it must be there.
	return css.replace(/font-display:\s*\w+/g, 'font-display:block').replace(FONT, (whole, _, url: string) => (fonts.has(url) ? `url(data:font/woff2;base64,${fonts.get(url)})` : whole));
}

let face: Promise<string> | null = null;

/** The site's typeface as a style element, for a picture that is drawn away from the site. Read once; a failed reading is forgotten. */
export function typeface(): Promise<string> {
	face ??= readTypeface().catch((error: unknown) => {
		face = null;
		throw error;
	});
	return face;
}

async function readTypeface(): Promise<string> {
	const sheet = [...(await readdir(assets('')))].find((name) => name.endsWith('.woff2'));
	if (sheet === undefined) return '';
	const font = (await readFile(assets(sheet))).toString('base64');
	return `<style>@font-face{font-family:'Plus Jakarta Sans Variable';font-weight:200 800;src:url(data:font/woff2;base64,${font}) format('woff2')}body{margin:0}svg{display:block}</style>`;
}

/** Linked style sheets become style elements; every other link, and every script, goes. */
export async function inlined(html: string): Promise<string> {
	const styles = new Map<string, string>();
	for (const [tag, href] of html.matchAll(LINK)) if (href && /\brel="stylesheet"/.test(tag)) styles.set(tag, `<style>${(await styleOf(href)).replaceAll('</', '<\\/')}</style>`);
	return html.replace(SCRIPT, '').replace(LINK, (tag) => styles.get(tag) ?? '');
}
