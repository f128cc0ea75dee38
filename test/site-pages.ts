/**
 * Every page of the site, read from `src/routes`. A page whose route has parameters, or that needs a question to show
 * anything, has its examples here; `test/unit/site-pages.test.ts` fails for a route that nobody can open.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../etl/root.ts';

export interface SitePage {
	/** A word for file names; pages sort by it. */
	readonly name: string;
	readonly route: string;
	/** The address without nature and language. */
	readonly path: string;
	/** The viewer without whom the page has nothing to show; null for everyone. */
	readonly role: string | null;
}

type Example = Pick<SitePage, 'name' | 'path'> & { readonly role?: string };

/** Pages that need a session, or that always refuse: `test/e2e/sign-in.test.ts` opens them. */
export const WITH_SESSION = ['/akun', '/catatan', '/ditolak', '/pengelola', '/pratinjau'] as const;

/** Examples by route. A route without parameters and without an example is opened as it stands. */
const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
	...Object.fromEntries(WITH_SESSION.map((route) => [route, []])),
	'/': [{ name: 'ringkasan', path: '/' }],
	'/angka-terbit': [
		{ name: 'angka-terbit', path: '/angka-terbit' },
		{ name: 'angka-terbit-provinsi', path: '/angka-terbit?province=76' }
	],
	'/asal': [
		{ name: 'asal', path: '/asal?metric=proven_per_1000&at=51.03' },
		{ name: 'asal-terbit', path: '/asal?published=nas/kemendagri-pilkada-2024-keadaan/waiting-ppk-action' }
	],
	'/definisi/[metric]': [{ name: 'definisi-satu', path: '/definisi/proven_per_1000' }],
	'/ringkas/[code]': [
		{ name: 'ringkas-kabupaten', path: '/ringkas/51.03' },
		{ name: 'ringkas-provinsi', path: '/ringkas/35' },
		{ name: 'ringkas-nasional', path: '/ringkas/ID' }
	],
	'/sebelum-sesudah': [
		{ name: 'sebelum-sesudah', path: '/sebelum-sesudah' },
		{ name: 'sebelum-sesudah-kegiatan', path: '/sebelum-sesudah?region=51.02&event=877a8ce490a2' }
	],
	'/soal': [
		{ name: 'soal', path: '/soal' },
		{ name: 'soal-daerah', path: '/soal?region=51.02' }
	],
	'/wilayah/[code]': [
		{ name: 'wilayah-kabupaten', path: '/wilayah/51.03' },
		{ name: 'wilayah-provinsi', path: '/wilayah/51' }
	],
	'/wilayah/[code]/surat': [{ name: 'wilayah-surat', path: '/wilayah/51/surat?nature=contoh', role: 'province:51' }]
};

/** The routes of `src/routes` that are pages. */
export function pageRoutes(folder = join(ROOT, 'src/routes')): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /(^|[\\/])\+page\.svelte$/.test(file))
		.map((file) => `/${file.split(/[\\/]/).slice(0, -1).join('/')}`)
		.sort();
}

const without = (route: string): Example => ({ name: route.slice(1).replaceAll('/', '-'), path: route });

/** The pages of these routes in the order of their names; a route with parameters and no example throws. */
export function sitePages(routes: readonly string[] = pageRoutes(), examples = EXAMPLES): SitePage[] {
	return routes
		.flatMap((route) => {
			const own = examples[route];
			if (!own && route.includes('[')) throw new Error(`the page route ${route} has no example: add one to EXAMPLES in test/site-pages.ts`);
			return (own ?? [without(route)]).map(({ name, path, role }) => ({ name, route, path, role: role ?? null }));
		})
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** Examples of routes that are no longer there. */
export const staleExamples = (routes: readonly string[] = pageRoutes()): string[] => Object.keys(EXAMPLES).filter((route) => !routes.includes(route));

/** `path` with further parameters; empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
	const given = Object.entries(query).filter(([, value]) => value !== '');
	const text = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
	return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`;
}
