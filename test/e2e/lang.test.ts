/** Each page says its language, and leads to itself in the other one. */
import { expect, inject, test } from 'vitest';
import { withQuery } from '../site-pages.ts';
import { PAGES } from './browser.ts';

const address = inject('address');
const other = { id: 'en', en: 'id' } as const;

test.each(PAGES.flatMap((path) => (['id', 'en'] as const).map((lang) => [path, lang] as const)))('%s in %s', async (path, lang) => {
	const response = await fetch(`${address}${withQuery(path, { nature: 'contoh', lang: lang === 'en' ? 'en' : '' })}`);
	expect(response.status).toBe(200);
	const html = await response.text();
	expect(/<html lang="(\w+)"/.exec(html)?.[1]).toBe(lang);
	const [, href = '', linkLang, hreflang] = /<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)"/.exec(html) ?? [];
	expect([linkLang, hreflang]).toEqual([other[lang], other[lang]]);
	const back = await fetch(`${address}${href.replaceAll('&amp;', '&')}`);
	expect(back.status).toBe(200);
	const turned = await back.text();
	expect(/<html lang="(\w+)"/.exec(turned)?.[1]).toBe(other[lang]);
	expect(/<h1/.test(turned)).toBe(true);
});

test('a letter is Indonesian in every language of the page, its translation English', async () => {
	const html = await (await fetch(`${address}/wilayah/51/surat?nature=contoh&lang=en&cycle=PEMILU-2019`, { headers: { cookie: 'pantau_role=province:51' } })).text();
	const langs = [...html.matchAll(/<article class="letter[^"]*" lang="(\w+)"/g)].map((m) => m[1]);
	expect(new Set(langs)).toEqual(new Set(['id', 'en']));
});
