import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { WITH_SESSION, pageRoutes, sitePages, staleExamples, withQuery } from '../site-pages.ts';

const holds = (folder: string): boolean => readdirSync(join(ROOT, 'src/routes', folder)).includes('+page.svelte');

test('every page route can be opened by an example, and every example has its route', () => {
	const pages = sitePages();
	expect([...new Set([...pages.map((page) => page.route), ...WITH_SESSION])].sort()).toEqual(pageRoutes());
	expect(staleExamples()).toEqual([]);
	expect(pageRoutes().every((route) => holds(route.slice(1)))).toBe(true);
	expect(new Set(pages.map((page) => page.name)).size).toBe(pages.length);
});

test('a new route with parameters is refused until it has an example; one without is opened as it stands', () => {
	expect(() => sitePages(['/baru/[kode]'])).toThrow('/baru/[kode] has no example');
	expect(sitePages(['/baru/saja'])).toEqual([{ name: 'baru-saja', route: '/baru/saja', path: '/baru/saja', role: null }]);
});

test('parameters are added to what an address has', () => {
	expect(withQuery('/asal?at=51', { nature: 'contoh', lang: '' })).toBe('/asal?at=51&nature=contoh');
	expect(withQuery('/', {})).toBe('/');
});
