/** Who sees what in demo mode, and that a new release takes over without a restart. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, inject, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';

const run = promisify(execFile);
const address = inject('address');
const home = inject('home');

const etl = async (...args: string[]): Promise<string> => (await run(process.execPath, ['etl/cli.ts', ...args], { cwd: ROOT, env: { ...process.env, PANTAU_HOME: home } })).stdout;
const current = (): string => readFileSync(join(home, 'CURRENT'), 'utf8').trim();
const served = async (): Promise<string> => ((await (await fetch(`${address}/readyz`)).json()) as { release: string }).release;

interface Row {
	readonly region_code: string;
	readonly category: string | null;
	readonly status: string;
	readonly value: number | null;
}
async function rows(role: string, query: string): Promise<Row[]> {
	const response = await fetch(`${address}/api/v1/answers?${query}&nature=contoh`, { headers: { cookie: `pantau_role=${role}` } });
	expect(response.status).toBe(200);
	return ((await response.json()) as { rows: Row[] }).rows;
}
const BY_TYPE = 'metrics=persons_reported&by=violation_type&cycle=PEMILU-2024&region=51.02,64.01';

test('a breakdown of cases is exact for the own regency and its province, hidden from others', async () => {
	const small = (list: Row[], region: string): Row[] => list.filter((r) => r.region_code === region && r.value !== null && r.value > 0 && r.value < 10);
	const open = await rows('public', BY_TYPE);
	expect(open.length).toBeGreaterThan(0);
	expect([...small(open, '51.02'), ...small(open, '64.01')]).toEqual([]);
	for (const role of ['regency:51.02', 'province:51']) {
		const seen = await rows(role, BY_TYPE);
		expect(small(seen, '51.02').length, role).toBeGreaterThan(0);
		expect(small(seen, '64.01'), role).toEqual([]);
	}
	expect(small(await rows('national', BY_TYPE), '64.01').length).toBeGreaterThan(0);
});

test('an unknown role is the public', async () => {
	const open = await rows('public', BY_TYPE);
	for (const role of ['admin', 'province:99', 'regency:51', 'national:1', 'regency:']) expect(await rows(role, BY_TYPE), role).toEqual(open);
});

test('plain totals by area and cycle are shown to everyone', async () => {
	const seen = await rows('public', 'metrics=persons_reported,persons_proven&cycle=PEMILU-2024&region=51.02,51.03,64.01');
	expect(seen.every((r) => r.status === 'ok')).toBe(true);
});

test('the role form sets the cookie and leads back inside the site only', async () => {
	const post = (back: string, role = 'province:51', before = 'public'): Promise<Response> =>
		fetch(`${address}/peran`, { method: 'POST', redirect: 'manual', headers: { origin: address, cookie: `pantau_role=${encodeURIComponent(before)}`, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ role, back }) });
	const good = await post('/pelanggaran?nature=contoh');
	expect(good.status).toBe(303);
	expect(good.headers.get('location'), 'who takes a role looks at their own place').toBe('/pelanggaran?nature=contoh&province=51');
	for (const back of ['/pelanggaran?nature=contoh&region=64.01', '/wilayah/64.01', '/asal?metric=proven_per_1000&at=64.01']) expect((await post(back)).headers.get('location'), 'but keeps a place they chose').toBe(back);
	const leads = async (...asked: Parameters<typeof post>): Promise<string | null> => (await post(...asked)).headers.get('location');
	expect(await leads('/pelanggaran?province=&region=', 'regency:51.03'), 'an empty choice is none').toBe('/pelanggaran?region=51.03');
	expect(await leads('/pelanggaran?region=51.03', 'regency:64.01', 'regency:51.03'), 'the place of the role before is no choice').toBe('/pelanggaran?region=64.01');
	expect(await leads('/?nature=contoh&province=51', 'national', 'province:51')).toBe('/?nature=contoh');
	expect(good.headers.get('set-cookie')).toMatch(/pantau_role=province(:|%3A)51;.*HttpOnly/i);
	for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) expect((await post(back)).headers.get('location')).toMatch(/^\/(\?[^/\\]*)?$/);
	const foreign = await fetch(`${address}/peran`, { method: 'POST', redirect: 'manual', headers: { origin: 'http://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'role=national' });
	expect(foreign.status).toBe(403);
});

test('nothing in the data home holds a NIP: accepted rows, the operational store, the releases, the originals', async () => {
	const NIP = '(19|20)[0-9]{6}(19|20)[0-9]{4}[12][0-9]{3}';
	const connection = await (await DuckDBInstance.create()).connect();
	const count = async (sql: string): Promise<number> => Number((await connection.runAndReadAll(sql)).getRowsJS()[0]?.[0]);
	const files = readdirSync(join(home, 'accepted'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.parquet'));
	expect(files.length).toBeGreaterThan(50);
	for (const file of files) {
		const found = await count(`SELECT count(*) FROM (SELECT to_json(t)::VARCHAR AS j FROM read_parquet('${join(home, 'accepted', file)}') t) WHERE regexp_matches(j, '(^|[^0-9a-f])${NIP}([^0-9a-f]|$)')`);
		expect(found, file).toBe(0);
	}
	const plain = new RegExp(`(^|[^0-9a-f])${NIP}([^0-9a-f]|$)`);
	for (const name of ['ops.sqlite', 'ops.sqlite-wal', 'CURRENT']) {
		const path = join(home, name);
		if (existsSync(path)) expect(plain.test(readFileSync(path, 'latin1')), name).toBe(false);
	}
	const originals = readdirSync(join(home, 'inbox'));
	expect(originals.every((f) => f.endsWith('.enc') && !plain.test(readFileSync(join(home, 'inbox', f), 'latin1')))).toBe(true);
});

test('a new release is served without a restart and without losing a request; a rollback too', async () => {
	const before = current();
	let asking = true;
	let lost = 0;
	let asked = 0;
	const reader = (async () => {
		while (asking) {
			const ok = await fetch(`${address}/pelatihan?nature=contoh`).then((r) => r.status === 200, () => false);
			asked += 1;
			if (!ok) lost += 1;
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	})();
	await etl('load', join(ROOT, 'test/e2e/sixth-regency'));
	const id = (await etl('build')).trim();
	await etl('publish');
	expect(current()).toBe(id);
	expect(id).not.toBe(before);
	await expect.poll(served, { timeout: 10_000 }).toBe(id);
	const seen = await rows('public', 'metrics=events_prevention&cycle=PILKADA-2024&region=51.04');
	expect(seen[0]?.value).toBe(2);
	await etl('rollback');
	await expect.poll(served, { timeout: 10_000 }).toBe(before);
	asking = false;
	await reader;
	expect(asked).toBeGreaterThan(20);
	expect(lost).toBe(0);
}, 240_000);
