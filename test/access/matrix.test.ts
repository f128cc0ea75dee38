/** Route × role × region: who gets what, for every route there is. A route that nobody wrote down fails. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { ROUTES } from '../../src/lib/server/access/routes.ts';
import { address, ask, addAccount, cookieOf, signedIn } from './people.ts';

const VIEWERS = ['public', 'newcomer', 'regency:51.02', 'province:51', 'province:64', 'national', 'administer', 'sign_off', 'read_cases'] as const;
type Viewer = (typeof VIEWERS)[number];
const cookies = new Map<Viewer, string>();

beforeAll(async () => {
	for (const viewer of VIEWERS) {
		if (viewer === 'public') continue;
		if (viewer === 'newcomer') cookies.set(viewer, await cookieOf(await addAccount('national', ['administer']), 'setup'));
		else if (viewer.includes(':') || viewer === 'national') cookies.set(viewer, await signedIn(viewer));
		else cookies.set(viewer, await signedIn(viewer === 'administer' ? 'public' : viewer === 'sign_off' ? 'national' : 'province:51', [viewer as 'administer' | 'sign_off' | 'read_cases']));
	}
});

/** Every route of `src/routes` that answers: pages and endpoints. */
const manifest = [
	...new Set(
		readdirSync(join(ROOT, 'src/routes'), { recursive: true, encoding: 'utf8' })
			.filter((file) => /(^|\/)\+(page\.svelte|server\.ts)$/.test(file))
			.map((file) => `/${file.split('/').slice(0, -1).join('/')}`)
	)
].sort();

type Status = number | Readonly<Partial<Record<Viewer | 'others', number>>>;
interface Case {
	readonly path: string;
	readonly form?: Readonly<Record<string, string>>;
	readonly status: Status;
}

const get = (path: string, status: Status = 200): Case => ({ path, status });
const post = (path: string, status: Status, form: Readonly<Record<string, string>> = {}): Case => ({ path, status, form });
const ofBali: Status = { 'regency:51.02': 403, 'province:64': 403, public: 403, newcomer: 403, administer: 403, others: 200 };
const wholeAccounts: Status = { public: 303, newcomer: 403, others: 200 };
/** No file came with it, where the area is theirs. */
const senders: Status = { national: 400, sign_off: 400, others: 403 };
/** Back to the form, which says so. */
const files: Status = { national: 303, sign_off: 303, others: 403 };
const rows = { reason: 'memeriksa laporan pengaduan warga' };

/** What each route answers to each viewer. Redirects are 303. */
const MATRIX: Readonly<Record<string, readonly Case[]>> = {
	'/': [get('/')],
	'/akun': [get('/akun', { public: 303, others: 200 }), post('/akun?/password', { public: 403, newcomer: 403, others: 400 }), post('/akun?/setup', { newcomer: 400, others: 403 }), post('/akun?/end', { public: 403, newcomer: 403, others: 303 })],
	'/angka-terbit': [get('/angka-terbit')],
	'/api/[...rest]': [get('/api/v1/none', 404)],
	'/api/v1/answers': [get('/api/v1/answers?metrics=persons_reported&by=violation_type&region=51.02&cycle=PILKADA-2024&format=csv')],
	'/api/v1/cycles': [get('/api/v1/cycles')],
	'/api/v1/metadata.json': [get('/api/v1/metadata.json')],
	'/api/v1/metrics': [get('/api/v1/metrics')],
	'/api/v1/openapi.json': [get('/api/v1/openapi.json')],
	'/api/v1/regions': [get('/api/v1/regions')],
	'/asal': [
		get('/asal?metric=persons_reported&at=51.02'),
		// Whoever may not is told so before anything is read; who may and gives no reason is asked for one.
		post('/asal?metric=persons_reported&at=51.02&cycle=PILKADA-2024', { read_cases: 200, others: 403 }, rows),
		post('/asal?metric=persons_reported&at=51.02', { read_cases: 400, others: 403 }, { reason: 'ya' }),
		post('/asal?metric=persons_reported&at=64.02&cycle=PILKADA-2024', 403, rows)
	],
	'/bandingkan': [get('/bandingkan')],
	'/catatan': [get('/catatan', wholeAccounts), post('/catatan?/write', { public: 403, newcomer: 403, others: 400 }), post('/catatan?/decide', 403)],
	'/data': [get('/data'), get('/data?region=51.02')],
	'/definisi': [get('/definisi')],
	'/definisi/[metric]': [get('/definisi/proven_per_1000'), get('/definisi/none', 404)],
	'/ditolak': [get('/ditolak', 403)],
	'/istilah': [get('/istilah')],
	'/keluar': [get('/keluar', { public: 303, others: 405 })],
	'/livez': [get('/livez')],
	'/masuk': [get('/masuk'), post('/masuk', 401, { password: 'salah sekali ini' })],
	'/pelanggaran': [get('/pelanggaran')],
	'/pelatihan': [get('/pelatihan')],
	'/pengelola': [get('/pengelola', { public: 303, administer: 200, others: 403 }), ...['add', 'role', 'reset', 'disable', 'sessions'].map((action) => post(`/pengelola?/${action}`, { administer: action === 'add' ? 400 : 404, others: 403 }))],
	'/peran': [post('/peran', { public: 404, newcomer: 404, others: 303 }, { role: '' })],
	'/periksa': [get('/periksa'), post('/periksa', senders, { regency: '11.02' })],
	'/periksa/templat/[dataset]': [get('/periksa/templat/cases'), get('/periksa/templat/published', 404)],
	'/periksa/belum-selesai': [post('/periksa/belum-selesai', files, { regency: '11.02' })],
	'/periksa/salinan': [post('/periksa/salinan', files, { regency: '11.02' })],
	'/perubahan': [get('/perubahan')],
	'/peta': [get('/peta')],
	'/pratinjau': [get('/pratinjau', wholeAccounts), post('/pratinjau', { sign_off: 400, others: 403 })],
	'/readyz': [get('/readyz')],
	'/ringkas/[code]': [get('/ringkas/51.02'), get('/ringkas/51.02?for=public')],
	'/ringkas/[code]/pdf': [get('/ringkas/99/pdf', 404)],
	'/ringkas/[code]/zip': [get('/ringkas/51.02/zip', 404), get('/ringkas/18/zip', { national: -1, sign_off: -1, others: 403 })],
	'/sebelum-sesudah': [get('/sebelum-sesudah')],
	'/soal': [get('/soal')],
	'/sosialisasi': [get('/sosialisasi')],
	'/unduh/[page]': [get('/unduh/pelanggaran'), get('/unduh/none', 404)],
	'/wilayah': [get('/wilayah')],
	'/wilayah/[code]': [get('/wilayah/51.02'), get('/wilayah/99.99', 404)],
	'/wilayah/[code]/surat': [get('/wilayah/51/surat?nature=contoh', ofBali)]
};

test('every route has a rule and a place in the matrix, and nothing else has', () => {
	expect(Object.keys(ROUTES).sort()).toEqual(manifest);
	expect(Object.keys(MATRIX).sort()).toEqual(manifest);
});

const expected = (status: Status, viewer: Viewer): number => (typeof status === 'number' ? status : (status[viewer] ?? status.others ?? 200));

describe.each(Object.entries(MATRIX))('%s', (_, cases) => {
	test.each(cases.map((c) => [`${c.form ? 'POST' : 'GET'} ${c.path}`, c] as const))('%s', async (_name, { path, form, status }) => {
		for (const viewer of VIEWERS) {
			const wanted = expected(status, viewer);
			// A ZIP of a province takes seconds; that it is made is tested where briefs are.
			if (wanted === -1) continue;
			const cookie = cookies.get(viewer);
			// A name of its own for each: five tries close one.
			const response = await ask(path, { ...(cookie ? { cookie } : {}), ...(form ? { form: path === '/masuk' ? { ...form, name: viewer } : form } : {}) });
			await response.arrayBuffer();
			expect(response.status, viewer).toBe(wanted);
			if (response.status === 303) expect(response.headers.get('location'), viewer).toMatch(/^\/(?![/\\])/);
			for (const [name, value] of [['x-content-type-options', 'nosniff'], ['x-frame-options', 'DENY'], ['referrer-policy', 'strict-origin-when-cross-origin']] as const) expect(response.headers.get(name), viewer).toBe(value);
			expect(response.headers.get('content-security-policy') ?? '', viewer).toContain("frame-ancestors 'none'");
			const bare = path === '/livez' || path === '/readyz';
			if (viewer !== 'public' && !bare) expect(response.headers.get('cache-control'), `${viewer} no-store`).toContain('no-store');
		}
	});
});

test('a form from elsewhere is refused, whoever is signed in', async () => {
	const cookie = cookies.get('administer') ?? '';
	for (const path of ['/keluar', '/peran', '/pengelola?/reset', '/akun?/end', '/asal?metric=persons_reported&at=51.02']) {
		const response = await fetch(address + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'role=public' });
		expect(response.status, path).toBe(403);
	}
});

test('what a page was made of is given to nobody, only the page', async () => {
	for (const path of ['/__data.json', '/pelanggaran/__data.json?nature=contoh', '/pengelola/__data.json', '/akun/__data.json', '/pratinjau/__data.json']) {
		for (const [viewer, cookie] of [['public', ''], ...cookies]) {
			const response = await ask(path, { cookie });
			expect(response.status, `${path} ${viewer}`).toBe(404);
			expect(await response.text(), `${path} ${viewer}`).not.toContain('{');
		}
	}
	expect(await (await ask('/pelanggaran?nature=contoh')).text()).not.toContain('__sveltekit');
});
