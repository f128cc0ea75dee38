/**
 * Pictures of every page for people to look through, with a contact sheet `index.html`:
 * `node scripts/run.mjs scripts/screenshots.ts --out FOLDER [--address URL] [--only TEXT] [--role R] [--nature N] [--lang L] [--theme T] [--size S] [--script on|off]`.
 * Each choice may be given several times. `--only` keeps names that contain the text. The folder must lie outside the repository.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { ROOT } from '../etl/root.ts';
import { awaken, DESKTOP, openBrowser, PAPER, PHONE } from '../test/e2e/browser.ts';
import { sitePages, withQuery, type SitePage } from '../test/site-pages.ts';

const many = { type: 'string', multiple: true } as const;
const { values } = parseArgs({
	options: { address: { type: 'string', default: 'http://127.0.0.1:3000' }, out: { type: 'string' }, only: many, role: many, nature: many, lang: many, theme: many, size: many, script: many }
});
/** Higher pictures of this browser repeat themselves. */
const PIECE = 5000;
const SIZES = { desktop: DESKTOP, phone: PHONE, print: PAPER } as const;

interface Shot {
	readonly page: SitePage;
	readonly nature: 'real' | 'contoh';
	readonly role: string;
	readonly lang: 'id' | 'en';
	readonly theme: 'light' | 'dark';
	readonly size: keyof typeof SIZES;
	readonly script: 'on' | 'off';
}

const chosen = <T extends string>(all: readonly T[], asked: readonly string[] | undefined): readonly T[] => (asked ? all.filter((one) => asked.includes(one)) : all);
const ROLES = values.role ?? ['public', 'province:51', 'regency:51.03'];
const nameOf = (s: Shot): string => [s.page.name, s.nature, s.role.replace(':', '-'), s.lang, s.size, s.theme, s.script === 'on' ? 'js' : 'nojs'].join('_');

/** All shots asked for; paper is always light and without the script. */
function shots(): Shot[] {
	const all = sitePages().flatMap((page) =>
		chosen(['real', 'contoh'] as const, values.nature).flatMap((nature) =>
			(page.role === null ? ROLES : [page.role]).flatMap((role) =>
				chosen(['id', 'en'] as const, values.lang).flatMap((lang) =>
					chosen(['desktop', 'phone', 'print'] as const, values.size).flatMap((size) =>
						chosen(['light', 'dark'] as const, values.theme).flatMap((theme) => chosen(['on', 'off'] as const, values.script).map((script) => ({ page, nature, role, lang, theme, size, script })))
					)
				)
			)
		)
	);
	return all.filter((shot) => (shot.size !== 'print' || (shot.theme === 'light' && shot.script === 'off')) && (values.only ?? ['']).some((text) => nameOf(shot).includes(text)));
}

const urlOf = (address: string, s: Shot): string => address + withQuery(s.page.path, { nature: s.nature === 'contoh' ? 'contoh' : '', lang: s.lang === 'en' ? 'en' : '' });

/** What a viewer reads between head and foot; equal texts need one picture. */
async function mainOf(address: string, shot: Shot): Promise<string> {
	const html = await (await fetch(urlOf(address, shot), { headers: { cookie: `pantau_role=${shot.role}` } })).text();
	return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/nonce="[^"]*"/g, '');
}

/** Keeps of the viewers other than the public those whose page says something else. */
async function thatDiffer(address: string, all: readonly Shot[]): Promise<Shot[]> {
	const known = new Map<string, string>();
	const main = async (shot: Shot): Promise<string> => {
		const key = `${urlOf(address, shot)} ${shot.role}`;
		const text = known.get(key) ?? (await mainOf(address, shot));
		known.set(key, text);
		return text;
	};
	const kept: Shot[] = [];
	for (const shot of all) if (shot.role === 'public' || shot.page.role !== null || (await main(shot)) !== (await main({ ...shot, role: 'public' }))) kept.push(shot);
	return kept;
}

async function take(browser: Browser, address: string, folder: string, shot: Shot): Promise<string[]> {
	const context = await browser.newContext({ viewport: SIZES[shot.size], colorScheme: shot.theme, javaScriptEnabled: shot.script === 'on', reducedMotion: 'reduce' });
	try {
		await context.addCookies([{ name: 'pantau_role', value: shot.role, url: address }]);
		const page = await context.newPage();
		if (shot.size === 'print') await page.emulateMedia({ media: 'print' });
		await page.goto(urlOf(address, shot));
		if (shot.script === 'on') await awaken(page);
		const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
		const { width } = SIZES[shot.size];
		const names = Array.from({ length: Math.ceil(height / PIECE) }, (_, i) => `${nameOf(shot)}_${i + 1}`);
		for (const [i, name] of names.entries())
			await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip: { x: 0, y: i * PIECE, width, height: Math.min(PIECE, height - i * PIECE) } });
		return names;
	} finally {
		await context.close();
	}
}

const sheet = (names: readonly string[]): string =>
	`<!doctype html><meta charset="utf-8"><title>Pantau: ${names.length} pictures</title><body style="font:12px system-ui;margin:1rem;background:#888"><div style="display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem">${names
		.map((name) => `<figure style="margin:0"><a href="${name}.png"><img src="${name}.png" loading="lazy" alt="" style="width:100%;height:26rem;object-fit:cover;object-position:top;background:#fff"></a><figcaption>${name.replaceAll('_', ' ')}</figcaption></figure>`)
		.join('')}</div>`;

if (!values.out) throw new Error('--out FOLDER is missing');
const folder = resolve(values.out);
if (!relative(ROOT, folder).startsWith('..')) throw new Error(`${folder} lies inside the repository`);
mkdirSync(folder, { recursive: true });
const wanted = await thatDiffer(values.address, shots());
const browser = await openBrowser();
const taken: string[] = [];
try {
	const rest = [...wanted];
	const worker = async (): Promise<void> => {
		for (let shot = rest.shift(); shot; shot = rest.shift()) taken.push(...(await take(browser, values.address, folder, shot)));
	};
	await Promise.all([worker(), worker()]);
} finally {
	await browser.close();
}
writeFileSync(join(folder, 'index.html'), sheet(taken.sort()));
console.log(`${wanted.length} pages in ${taken.length} pictures, ${join(folder, 'index.html')}`);
