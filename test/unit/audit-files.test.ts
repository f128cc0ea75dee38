/** The audit on files: the public file of a built release is edited with DuckDB, and publishing it must stop and say where. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../etl/cli.ts';
import { CONTRACTS, type DatasetName } from '../../etl/datasets/index.ts';
import { currentRelease, openHome, type Home } from '../../etl/home.ts';
import { hashFile, manifestSchema } from '../../etl/publish/manifest.ts';
import { literal, Warehouse } from '../../etl/warehouse.ts';
import { CYCLE, exact, writeWorld } from './items-world.ts';

type Row = Readonly<Record<string, string>>;

let home: Home;
let published: string;

/** How many persons were reported, by area and position; the state of their cases goes round. */
const REPORTED: Readonly<Record<string, readonly number[]>> = { '65.01': [20, 15, 12, 3, 2], '65.02': [12, 14, 11, 2, 4], '65.03': [11, 13, 10, 5, 1], '51.02': [30, 20, 11, 4, 4], '51.03': [14, 12, 16, 1, 3] };
const POSITIONS = ['FUNGSIONAL', 'PELAKSANA', 'JPT', 'PENGAWAS', 'ADMINISTRATOR'];
const STATES = ['DITERIMA', 'DITERUSKAN', 'REKOMENDASI', 'SANKSI'];

const caseRows = (regency: string): Row[] =>
	(REPORTED[regency] ?? []).flatMap((count, p) =>
		Array.from({ length: count }, (_, n): Row => ({
			case_number: `${p + 1}${String(n).padStart(2, '0')}/${regency}`, person_no: '1', registered_date: '2024-09-01', incident_date: '2024-08-20', act_regency: regency, employer: regency, position: POSITIONS[p] ?? '',
			status: STATES[n % STATES.length] ?? '', cycle: CYCLE
		}))
	);
/** Two of thirty did not complete the course, elsewhere half. */
const TRAINED: readonly (readonly [string, number, number])[] = [['65.01', 30, 28], ['65.02', 60, 30], ['65.03', 80, 40], ['65.04', 70, 35], ['51.02', 90, 45]];

function write(dir: string, sender: string, dataset: DatasetName, rows: readonly Row[]): void {
	const folder = join(dir, `${dataset}-${sender}`);
	mkdirSync(folder, { recursive: true });
	const columns = CONTRACTS[dataset].columns.map((c) => c.name);
	writeFileSync(join(folder, 'kiriman.csv'), `${[columns.join(','), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(','))].join('\n')}\n`);
	writeFileSync(join(folder, 'source.json'), JSON.stringify({ regency: sender, office: 'Uji', files: [{ file: 'kiriman.csv', dataset, nature: 'contoh', as_of: '2024-12-31' }] }));
}

/** Messages on the terminal while `work` runs. */
async function said(work: () => Promise<number>): Promise<{ code: number; text: string }> {
	const spy = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	try {
		const code = await work();
		return { code, text: spy.mock.calls.flat().join('\n') };
	} finally {
		spy.mockRestore();
	}
}

beforeAll(async () => {
	const dir = mkdtempSync(join(tmpdir(), 'pantau-audit-'));
	process.env.PANTAU_HOME = join(dir, 'home');
	delete process.env.PANTAU_KEY_FILE;
	for (const regency of Object.keys(REPORTED)) write(join(dir, 'in'), regency, 'cases', caseRows(regency));
	for (const [regency, enrolled, completed] of TRAINED) write(join(dir, 'in'), regency, 'training_totals', [{ regency, course: 'Netralitas', enrolled: String(enrolled), completed: String(completed), as_of: '2024-12-01', cycle: CYCLE }]);
	// One wrong answer at each of three questions: their sum would tell them.
	writeWorld(join(dir, 'in'), [{ regency: '65.02', course: 'Tiga soal', attempts: exact(60, [1, 1, 1]) }, { regency: '51.02', course: 'Lima soal', attempts: exact(90, [30, 20, 25, 30, 40]) }]);
	for (const step of [['load', join(dir, 'in')], ['build'], ['publish']]) expect(await main(step), step.join(' ')).toBe(0);
	home = openHome();
	published = currentRelease(home) ?? '';
}, 120_000);
afterAll(() => rmSync(join(home.dir, '..'), { recursive: true, force: true }));

/** Publishes a copy of the release after `edit` of its public file, sealed again as a faulty build would. */
async function publishEdited(id: string, edit: string | null, seal = true): Promise<{ code: number; text: string; current: string | null; changed: number }> {
	const dir = join(home.releases, id);
	cpSync(join(home.releases, published), dir, { recursive: true });
	const [before, path] = [await count(dir), join(dir, 'manifest.json')];
	if (edit !== null) {
		const warehouse = await Warehouse.open(join(dir, 'public.duckdb'));
		await warehouse.run(`ATTACH ${literal(join(dir, 'internal.duckdb'))} AS exact (READ_ONLY)`);
		await warehouse.run(edit);
		await warehouse.run('CHECKPOINT');
		warehouse.close();
	}
	const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	const files = seal ? { ...manifest.files, 'public.duckdb': await hashFile(join(dir, 'public.duckdb')) } : manifest.files;
	writeFileSync(path, JSON.stringify({ ...manifest, id, files }));
	const changed = (await count(dir)) - before;
	const result = await said(() => main(['publish', id]));
	const current = currentRelease(home);
	rmSync(dir, { recursive: true });
	writeFileSync(home.current, `${published}\n`);
	return { ...result, current, changed };
}

/** How many numbers the public file shows. */
async function count(dir: string): Promise<number> {
	const warehouse = await Warehouse.open(join(dir, 'public.duckdb'), { access_mode: 'READ_ONLY' });
	try {
		const [row] = await warehouse.all('SELECT (SELECT count(value) FROM measure_cell) + (SELECT count(mean_total) FROM quiz_course) AS n');
		return Number(row?.n);
	} finally {
		warehouse.close();
	}
}

/** Shows cells as the exact file has them, in place of their marks. */
const open = (where: string): string =>
	`CREATE TEMP TABLE opened AS SELECT measure, nature, region, "cycle", breakdown, category, value, 'open' AS shown FROM exact.measure_cell WHERE ${where};
	DELETE FROM measure_cell WHERE shown <> 'open' AND (measure, region, "cycle", breakdown) IN (SELECT measure, region, "cycle", breakdown FROM opened);
	INSERT INTO measure_cell SELECT * FROM opened`;
const cell = (measure: string, region: string, breakdown: string): string => `measure = '${measure}' AND region = '${region}' AND "cycle" = '${CYCLE}' AND breakdown = '${breakdown}'`;

describe('a release whose public file was edited', () => {
	it('is published when nothing was changed, as a copy', async () => {
		const { code, current, changed } = await publishEdited('R20991231-00000000', null);
		expect({ code, current, changed }).toEqual({ code: 0, current: 'R20991231-00000000', changed: 0 });
	});
	it('is not published when it is not what its manifest says', async () => {
		const { code, text, current, changed } = await publishEdited('R20991231-00000001', open(cell('reported_persons', '65.01', 'position')), false);
		expect(changed).toBeGreaterThan(0);
		expect(text).toContain('public.duckdb');
		expect({ code, current }).toEqual({ code: 70, current: published });
	});
	it.each([
		['a hidden regency', open(cell('reported_persons', '65.01', 'position')), `contoh reported_persons 65.01 ${CYCLE} position Pengawas`],
		['a province', open(cell('reported_persons', '65', 'position')), `contoh reported_persons 65 ${CYCLE} position Administrator`],
		['the longest wait', open(cell('waiting_days', '65', 'holder')), `contoh waiting_days 65 ${CYCLE} holder`],
		['the points of a small course', open(cell('quiz_points', '65.02', 'course')), `quiz_item contoh 65.02 Tiga soal ${CYCLE} 1`],
		['a total of persons', open(cell('completed', '65.01', '')), `contoh completed 65.01 ${CYCLE}`]
	])('is not published with %s opened: the audit names the cell and nothing is switched', async (_, edit, name) => {
		const { code, text, current, changed } = await publishEdited('R20991231-00000002', edit);
		expect(changed).toBeGreaterThan(0);
		expect(text).toContain(name);
		expect({ code, current }).toEqual({ code: 70, current: published });
	});
});
