/**
 * 10,000 requests at random, by viewers of every role: no byte of any answer holds a word of a regency that is not theirs,
 * or what could be a NIP; and rows about areas of others are the public's, one by one.
 */
import { beforeAll, expect, test } from 'vitest';
import { METRICS, breakdownsOf } from '../../src/lib/metrics/index.ts';
import { sitePages } from '../site-pages.ts';
import { ask, signedIn } from './people.ts';
import { WATCHED, wordOf } from './world.ts';

const REQUESTS = Number(process.env.SENTINEL_REQUESTS ?? 10_000);
const SEED = Number(process.env.SENTINEL_SEED ?? 20_261_127);
const AT_ONCE = 6;

/** mulberry32: small, seeded, the same everywhere. */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}
const random = randomOf(SEED);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const some = <T>(list: readonly T[], most: number): readonly T[] => Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list));

interface Viewer {
	readonly role: string;
	readonly root: string | null;
	cookie: string;
}
const VIEWERS: Viewer[] = ['public', 'regency:51.02', 'regency:64.02', 'regency:31.71', 'province:51', 'province:64', 'province:32', 'province:94', 'national'].map((role) => ({ role, root: role === 'public' ? null : role === 'national' ? 'ID' : (role.split(':')[1] ?? null), cookie: '' }));

beforeAll(async () => {
	for (const viewer of VIEWERS) if (viewer.root !== null) viewer.cookie = await signedIn(viewer.role, ['read_cases']);
});

const owns = ({ root }: Viewer, code: string): boolean => root !== null && (root === 'ID' || code === root || code.startsWith(`${root}.`));

const CODES = [...WATCHED.map((r) => r.code), ...new Set(WATCHED.map((r) => r.province ?? 'ID')), 'ID'];
const CYCLES = ['PILKADA-2024', 'PILKADA-2024', 'PEMILU-2024', 'PILKADA-2020'];
const PAGES = [...sitePages().map((page) => page.path), ...['ringkasan', 'pelanggaran', 'bandingkan', 'peta', 'wilayah', 'data', 'pelatihan', 'soal'].map((name) => `/unduh/${name}`)];
const ODD = ['', 'x'.repeat(300), "' OR 1=1 --", '<script>1</script>', '51.02,*', '%00', '../../etc/passwd', '51.02\u0000', '__proto__'];

interface Asked {
	readonly path: string;
	readonly form?: Readonly<Record<string, string>>;
}

function api(): Asked {
	const metric = pick(METRICS);
	const by = random() < 0.6 ? pick(['', ...breakdownsOf(metric)]) : '';
	const query = new URLSearchParams({ metrics: [metric, ...(by ? [] : some(METRICS, 2))].map((m) => m.id).join(','), region: some(CODES, 4).join(','), cycle: pick(CYCLES), nature: random() < 0.7 ? 'real' : 'contoh', format: pick(['json', 'json', 'csv', 'arrow']) });
	if (by) query.set('by', by);
	if (random() < 0.2) query.set('benchmark', pick(['nation', 'province', 'previous', 'target']));
	return { path: `/api/v1/answers?${query}` };
}

function page(): Asked {
	const base = pick(PAGES).replaceAll(/\d\d\.\d\d/g, () => pick(WATCHED).code);
	const [path = '/', own = ''] = base.split('?');
	const query = new URLSearchParams(own);
	const code = pick(CODES);
	if (random() < 0.7) query.set(code.includes('.') ? 'region' : 'province', code === 'ID' ? '51' : code);
	if (random() < 0.8) query.set('cycle', pick(CYCLES));
	if (random() < 0.4) query.set('nature', 'contoh');
	if (random() < 0.3) query.set('lang', 'en');
	if (path.startsWith('/unduh')) query.set('format', pick(['csv', 'csv-id', 'json', 'arrow']));
	if (path === '/asal') query.set('at', code);
	return { path: `${path}?${query}` };
}

function odd(): Asked {
	const name = pick(['region', 'province', 'cycle', 'metrics', 'by', 'category', 'at', 'format', 'card', 'nature', 'sejak', 'kembali', 'area']);
	return { path: `${pick(PAGES).split('?')[0]}?${new URLSearchParams({ [name]: pick(ODD), metric: 'persons_reported' })}` };
}

const rowsOf = (): Asked => ({ path: `/asal?metric=persons_reported&at=${pick(CODES)}&cycle=PILKADA-2024`, form: { reason: 'uji acak tanpa maksud tertentu' } });

/** Agencies stand in the exact table alone. */
const agencies = (): Asked => ({ path: `/api/v1/answers?metrics=persons_reported&by=agency&cycle=PILKADA-2024&region=${some(CODES, 12).join(',')}&nature=real&format=${pick(['json', 'csv', 'arrow'])}` });

const next = (): Asked => {
	const at = random();
	return at < 0.12 ? agencies() : at < 0.72 ? api() : at < 0.9 ? page() : at < 0.96 ? odd() : rowsOf();
};

const WORDS = new Map(WATCHED.map((r) => [wordOf(r.code), r.code]));
const WORD = /SNTL\d\dQ\d\d/g;
const NIP = /(?<![0-9A-Fa-f])(19|20)\d{6}(19|20)\d{4}[12]\d{3}(?![0-9A-Fa-f])/;

interface Row {
	readonly metric: string;
	readonly region_code: string;
	readonly cycle: string;
	readonly category: string | null;
	readonly status: string;
	readonly value: number | null;
}
const rowsIn = (body: string): readonly Row[] => (JSON.parse(body) as { rows: readonly Row[] }).rows;
const keyOf = (row: Row): string => [row.metric, row.region_code, row.cycle, row.category].join('|');

/**
 * Rows about areas of others that are not the public's. Own lines add categories of theirs: in others' lines these are cells
 * without a figure, or the zero that a line of zeros has everywhere, as everybody reads it.
 */
function stranger(viewer: Viewer, mine: readonly Row[], open: readonly Row[]): readonly Row[] {
	const known = new Map(open.map((row) => [keyOf(row), JSON.stringify(row)]));
	const lineOf = (row: Row): string => [row.metric, row.region_code, row.cycle].join('|');
	const lines = Map.groupBy(open, lineOf);
	const isZeroOfZeros = (row: Row): boolean => row.value === 0 && (lines.get(lineOf(row))?.every((other) => other.status === 'ok' && other.value === 0) ?? false);
	return mine.filter((row) => !owns(viewer, row.region_code)).filter((row) => (known.has(keyOf(row)) ? known.get(keyOf(row)) !== JSON.stringify(row) : row.status === 'ok' && !isZeroOfZeros(row)));
}

test(`${REQUESTS} random requests: no word of a foreign regency, no NIP`, { timeout: 900_000 }, async () => {
	const seen = { foreign: [] as string[], nip: [] as string[], failed: [] as string[], differs: [] as string[], own: 0, compared: 0, status: new Map<number, number>() };
	const open = VIEWERS[0] as Viewer;
	let left = REQUESTS;
	const work = async (): Promise<void> => {
		while (left > 0) {
			left -= 1;
			const viewer = pick(VIEWERS);
			const { path, form } = next();
			const where = `${viewer.role} ${form ? 'POST' : 'GET'} ${path}`;
			const response = await ask(path, { ...(viewer.cookie ? { cookie: viewer.cookie } : {}), ...(form ? { form } : {}) });
			const bytes = Buffer.from(await response.arrayBuffer());
			const text = `${bytes.toString('latin1')}\n${JSON.stringify([...response.headers])}`;
			seen.status.set(response.status, (seen.status.get(response.status) ?? 0) + 1);
			if (response.status >= 500) seen.failed.push(`${response.status} ${where}`);
			for (const [word] of text.matchAll(WORD)) {
				if (owns(viewer, WORDS.get(word) ?? '')) seen.own += 1;
				else seen.foreign.push(`${word}: ${where}`);
			}
			if (NIP.test(text)) seen.nip.push(where);
			if (viewer !== open && path.startsWith('/api/v1/answers') && path.includes('format=json') && response.status === 200 && random() < 0.5) {
				const [mine, theirs] = [rowsIn(bytes.toString('utf8')), rowsIn(await (await ask(path)).text())];
				seen.compared += mine.filter((row) => !owns(viewer, row.region_code)).length;
				if (stranger(viewer, mine, theirs).length > 0) seen.differs.push(where);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	expect(seen.foreign).toEqual([]);
	expect(seen.nip).toEqual([]);
	expect(seen.failed).toEqual([]);
	expect(seen.differs).toEqual([]);
	// The net has no hole: own words are read, rows were compared, and most requests were answered.
	expect(seen.own).toBeGreaterThan(REQUESTS / 20);
	expect(seen.compared).toBeGreaterThan(REQUESTS / 20);
	expect(seen.status.get(200) ?? 0).toBeGreaterThan(REQUESTS / 2);
});

test('the page of a foreign area says to an insider of another province what it says to everybody', async () => {
	const insider = VIEWERS.find((v) => v.role === 'province:51') as Viewer;
	const main = async (path: string, cookie: string): Promise<string> => {
		const html = await (await ask(path, cookie ? { cookie } : {})).text();
		return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll(/nonce="[^"]*"/g, '');
	};
	for (const path of ['/wilayah/64.02?cycle=PILKADA-2024', '/wilayah/64?cycle=PILKADA-2024', '/pelanggaran?region=64.02&cycle=PILKADA-2024', '/pelanggaran?region=64.02&cycle=PILKADA-2024&nature=contoh', '/data?region=64.02', '/soal?region=64.02', '/asal?metric=persons_reported&at=64.02&cycle=PILKADA-2024']) {
		const [mine, theirs] = [await main(path, insider.cookie), await main(path, '')];
		expect(theirs.length, path).toBeGreaterThan(500);
		expect(mine, path).toBe(theirs);
	}
});
