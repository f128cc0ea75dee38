/** The last visit: what the cookie remembers, and what is said when another release has come. Two releases on disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestSchema } from '../../etl/publish/manifest.ts';
import { parseFilters } from '../../src/lib/filters/filters.ts';
import { PUBLIC } from '../../src/lib/server/access/scope.ts';
import { changesPage } from '../../src/lib/server/pages/changes.ts';
import { createContext, type PageContext } from '../../src/lib/server/pages/context.ts';
import { parseSeen, visited, visitOf, writeSeen } from '../../src/lib/server/pages/visit.ts';
import { Warehouse } from '../../src/lib/server/warehouse/warehouse.ts';
import { changesSince } from '../../src/lib/server/release/changes.ts';
import type { OpenRelease } from '../../src/lib/server/release/release.ts';

const OLD = 'R20261101-00000001';
const NEW = 'R20261122-00000002';
const GONE = 'R20260101-0000000f';

describe('what the cookie remembers', () => {
	it('is written and read the same, and nothing else is read', () => {
		for (const value of [`${OLD}.2026-11-12`, `${OLD}.2026-11-12.first`, `${NEW}.2026-11-27.${OLD}.2026-11-12`]) {
			const seen = parseSeen(value);
			expect(seen && writeSeen(seen)).toBe(value);
		}
		for (const value of [undefined, '', OLD, `${OLD}.2026-13-12`, `../x.2026-11-12`, `${OLD}.2026-11-12.last`, `${OLD}.2026-11-12.${NEW}`, `${OLD}.2026-11-12.${NEW}.x`]) expect(parseSeen(value)).toBeNull();
	});

	it('changes only with the release or the day', () => {
		const first = visited(null, OLD, '2026-11-12');
		expect(first).toEqual({ release: OLD, day: '2026-11-12', before: 'first' });
		expect(visited(first, OLD, '2026-11-12')).toBe(first);
		const later = visited(first, OLD, '2026-11-13');
		expect(later.before).toBeNull();
		const changed = visited(later, NEW, '2026-11-27');
		expect(changed.before).toEqual({ release: OLD, day: '2026-11-13' });
		expect(visited(changed, NEW, '2026-11-27')).toBe(changed);
		expect(visited(changed, NEW, '2026-11-28').before).toBeNull();
	});

	it('keeps the earlier visit when releases come on one day, and forgets it when the release comes back', () => {
		const changed = visited(visited(null, OLD, '2026-11-12'), NEW, '2026-11-27');
		expect(visited(changed, 'R20261127-00000003', '2026-11-27').before).toEqual({ release: OLD, day: '2026-11-12' });
		expect(visited(changed, OLD, '2026-11-27').before).toBeNull();
	});
});

describe('two releases', () => {
	const home = mkdtempSync(join(tmpdir(), 'pantau-visit-'));
	const was = process.env['PANTAU_HOME'];
	let release: OpenRelease;

	async function make(id: string, code: string, submissions: readonly string[], published: readonly string[]): Promise<void> {
		const dir = join(home, 'releases', id);
		mkdirSync(dir, { recursive: true });
		const instance = await DuckDBInstance.create(join(dir, 'public.duckdb'));
		const connection = await instance.connect();
		await connection.run('CREATE TABLE submission (id VARCHAR, dataset VARCHAR, regency VARCHAR, office VARCHAR, nature VARCHAR, file_name VARCHAR, state VARCHAR, statement VARCHAR, as_of DATE, n_accepted BIGINT)');
		await connection.run(`INSERT INTO submission VALUES ${submissions.join(', ')}`);
		await connection.run('CREATE TABLE published (row_id VARCHAR, table_group VARCHAR, region VARCHAR, region_label VARCHAR, category VARCHAR, body VARCHAR, measure VARCHAR, unit VARCHAR, value DOUBLE, as_of VARCHAR, as_of_text VARCHAR, "cycle" VARCHAR, source_title VARCHAR, source_address VARCHAR, nature VARCHAR)');
		await connection.run(`INSERT INTO published VALUES ${published.join(', ')}`);
		connection.closeSync();
		instance.closeSync();
		const manifest = manifestSchema.parse({ id, built_at: `2026-11-2${id.at(-1) ?? 0}T00:00:00.000Z`, as_of: '2026-11-01', code_version: code, engine: 'x', files: {}, rows: {}, cells: { cells: 0, hidden: 0, comparison: { cells: 0, hidden: 0 } }, real_person_rows: 0, inputs: [], previous: null, changes: { submissions_added: [], submissions_removed: [] } });
		writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
	}
	const submission = (id: string, dataset: string, regency: string, file: string, nature = 'real', n = 10): string => `('${id}', '${dataset}', '${regency}', 'Kantor', '${nature}', '${file}', 'accepted', NULL, '2026-11-01', ${n})`;
	const figure = (row: string, value: number): string => `('${row}', 'g', '51.03', 'Badung', NULL, 'BKN', 'reported_asn', 'people', ${value}, '2024-12-04', NULL, 'PILKADA-2024', 'Koran', NULL, 'real')`;
	const context = (query = ''): PageContext => createContext(parseFilters(new URLSearchParams(query)), PUBLIC, release);

	beforeAll(async () => {
		process.env['PANTAU_HOME'] = home;
		await make(OLD, 'a', [submission('S1', 'events', '51.03', 'kegiatan.csv'), submission('S2', 'cases', '51.02', 'kasus.csv'), submission('S3', 'events', '64.01', 'tarik.csv')], [figure('x/1', 5), figure('x/2', 6)]);
		await make(NEW, 'a', [submission('S1', 'events', '51.03', 'kegiatan.csv'), submission('S4', 'cases', '51.02', 'kasus.csv', 'real', 12), submission('S5', 'events', '19.02', 'baru.csv'), submission('S6', 'events', '18.12', 'juga.csv'), submission('S7', 'cases', '51.03', 'contoh.csv', 'contoh')], [figure('x/1', 5), figure('x/2', 7), figure('x/3', 8)]);
		const open = await Warehouse.open(join(home, 'releases', NEW, 'public.duckdb'));
		const manifest = manifestSchema.parse(JSON.parse(JSON.stringify({ id: NEW, built_at: '2026-11-22T00:00:00.000Z', as_of: '2026-11-01', code_version: 'a', engine: 'x', files: {}, rows: {}, cells: { cells: 0, hidden: 0, comparison: { cells: 0, hidden: 0 } }, real_person_rows: 0, inputs: [], previous: OLD, changes: { submissions_added: [], submissions_removed: [] } })));
		release = { id: NEW, manifest, exact: () => null, public: open, senders: [], close: async () => undefined };
	});
	afterAll(async () => {
		await release.public.close();
		if (was === undefined) delete process.env['PANTAU_HOME'];
		else process.env['PANTAU_HOME'] = was;
		rmSync(home, { recursive: true, force: true });
	});

	it('are told apart in words, since the day of the last visit', async () => {
		const { visit, write } = await visitOf(context(), `${OLD}.2026-11-12`, '2026-11-27T03:00:00Z');
		expect(visit?.text).toBe('Sejak kunjungan Anda 12 November 2026: 2 kiriman baru, 1 kiriman ditarik, 1 kiriman berubah, 1 angka terbit baru, 1 angka terbit diperbaiki.');
		expect(visit?.links.map((l) => l.href)).toEqual([`/perubahan?sejak=${OLD}`, '/data#rilis']);
		expect(write).toBe(`${NEW}.2026-11-27.${OLD}.2026-11-12`);
		const again = await visitOf(context(), write ?? '', '2026-11-27T16:00:00Z');
		expect([again.visit?.text, again.write]).toEqual([visit?.text, null]);
		const nextDay = await visitOf(context(), write ?? '', '2026-11-27T17:30:00Z');
		expect(nextDay).toEqual({ visit: null, write: `${NEW}.2026-11-28` });
	});

	it('built after the one that is served are nobody’s yet', async () => {
		const later = 'R20261123-00000003';
		await make(later, 'a', [submission('S9', 'cases', '51.04', 'belum-terbit.csv')], [figure('x/9', 9)]);
		expect((await changesSince(release, OLD))?.from).toBe(OLD);
		expect(await changesSince(release, later)).toBeNull();
		const page = await changesPage(context(), later);
		expect(page.choice?.options.map((o) => o.value)).toEqual([OLD]);
		expect(JSON.stringify(page)).not.toContain('belum-terbit');
	});

	it('never mix what is real and what is a sample', async () => {
		const { visit } = await visitOf(context('nature=contoh&lang=en'), `${OLD}.2026-11-12`, '2026-11-27T03:00:00Z');
		expect(visit?.text).toBe('Since your visit on 12 November 2026: 1 new submission.');
	});

	it('say so when the one seen is not kept any more', async () => {
		const { visit } = await visitOf(context(), `${GONE}.2026-01-02`, '2026-11-27T03:00:00Z');
		expect(visit?.text).toContain(`(${GONE}) tidak disimpan lagi`);
		expect((await changesPage(context(), GONE)).lead).toContain(`${GONE} tidak disimpan lagi`);
	});

	it('are listed row by row', async () => {
		const page = await changesPage(context(), OLD);
		const rows = page.parts.map((part) => part.table?.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)).slice(0, 6)));
		expect(rows[0]).toEqual([
			['Kabupaten Tulang Bawang Barat', 'baru', 'Sosialisasi', 'juga.csv', '1 Nov 2026', '10'],
			['Kabupaten Belitung', 'baru', 'Sosialisasi', 'baru.csv', '1 Nov 2026', '10'],
			['Kabupaten Tabanan', 'berubah', 'Kasus', 'kasus.csv', '1 Nov 2026', '10 → 12'],
			['Kabupaten Paser', 'ditarik', 'Sosialisasi', 'tarik.csv', '1 Nov 2026', '10']
		]);
		expect(rows[1]?.map((r) => [r[1], r[3]])).toEqual([['berubah', '6 → 7'], ['baru', '8']]);
		expect((await changesPage(context(), null)).choice?.options.map((o) => o.value)).toEqual([OLD]);
	});

	it('greet who comes first with three ways in, and tell nobody the same twice', async () => {
		const { visit, write } = await visitOf(context(), undefined, '2026-11-27T03:00:00Z');
		expect(visit?.links).toHaveLength(3);
		expect(write).toBe(`${NEW}.2026-11-27.first`);
		expect(await visitOf(context(), write ?? '', '2026-11-28T03:00:00Z')).toEqual({ visit: null, write: `${NEW}.2026-11-28` });
	});
});
