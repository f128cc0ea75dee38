/** Who speaks for an area: for each measure the regencies whose files tell it, not all that sent something about the training. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../etl/cli.ts';
import { openHome, type Home } from '../../etl/home.ts';
import { allRegions } from '../../etl/reference/regions.ts';
import { metricsOf } from '../../src/lib/metrics/comparison.ts';
import { MEASURES, METRICS, sentFor, type Breakdown } from '../../src/lib/metrics/index.ts';
import { scopeOfDemoCookie } from '../../src/lib/server/access/scope.ts';
import { ask } from '../../src/lib/server/ask/ask.ts';
import type { Benchmark, Cell } from '../../src/lib/server/ask/types.ts';
import { Releases } from '../../src/lib/server/release/release.ts';

const CYCLE = 'PILKADA-2024';
const AS_OF = '2024-12-31';
const PERSONS = 120;
/** Badung alone of Bali's nine sends persons. Of the five of Yogyakarta four do: two with tests taken, one in which nobody took it, one whose table says of nobody whether they passed. */
const EXPORTS = { '51.03': 'taken', '34.01': 'taken', '34.02': 'taken', '34.03': 'nobody', '34.04': 'none' } as const;
type Tests = (typeof EXPORTS)[keyof typeof EXPORTS];

type Row = Readonly<Record<string, string | number>>;
const nipOf = (n: number): string => `${1960 + (n % 30)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${2010 + (n % 8)}0${1 + (n % 9)}${1 + (n % 2)}${901 + (n % 99)}`;
/** Nobody is in two regencies. */
const nip = (regency: string, n: number): string => nipOf(n + 1000 * Number(regency.slice(-2)));
const many = <T>(make: (n: number) => T): T[] => Array.from({ length: PERSONS }, (_, n) => make(n));

/** Half has finished; of three who took the test two passed. */
const exported = (regency: string, tests: Tests): Row[] =>
	many((n) => ({
		regency, person_key: nip(regency, n), course: 'Netralitas', completed: String(n % 2 === 0), completed_date: n % 2 === 0 ? '2024-08-12' : '', last_date: '2024-08-12',
		test_done: String(tests === 'taken'), passed: tests === 'none' ? '' : String(tests === 'taken' && n % 3 > 0), cycle: CYCLE
	}));

const regencies = allRegions().filter((r) => r.kind === 'regency' || r.kind === 'city').map((r) => r.code);

function folders(): { readonly sender: string; readonly dataset: string; readonly rows: readonly Row[] }[] {
	return [
		{ sender: 'all', dataset: 'training_totals', rows: regencies.filter((r) => !(r in EXPORTS)).map((regency) => ({ regency, course: 'Netralitas', enrolled: 400, completed: 280, as_of: '2024-10-31', cycle: CYCLE })) },
		{ sender: 'all', dataset: 'headcount', rows: regencies.map((regency) => ({ regency, as_of: '2024-06-30', employment: 'ASN', persons: 500 })) },
		...Object.entries(EXPORTS).map(([sender, tests]) => ({ sender, dataset: 'training', rows: exported(sender, tests) })),
		{ sender: '51.03', dataset: 'quiz', rows: many((n) => ({ regency: '51.03', person_key: nip('51.03', n), course: 'Netralitas', attempt_no: 1, state: 'finished', started_date: '2024-08-12', grade: 1 + (n % 9), max_grade: 10 })) },
		{ sender: '51.03', dataset: 'roster', rows: many((n) => ({ regency: '51.03', person_key: nip('51.03', n), employment: 'PNS', position: n % 2 ? 'PGW' : 'PLK', as_of: '2024-06-30' })) }
	];
}

const csv = (rows: readonly Row[]): string => {
	const columns = Object.keys(rows[0] ?? {});
	return [columns.join(','), ...rows.map((row) => columns.map((c) => row[c] ?? '').join(','))].join('\n');
};

describe('one regency sends persons, the others recapitulations', () => {
	let home: Home;
	let dir: string;
	beforeAll(async () => {
		dir = mkdtempSync(join(tmpdir(), 'pantau-coverage-'));
		process.env.PANTAU_HOME = join(dir, 'home');
		delete process.env.PANTAU_KEY_FILE;
		folders().forEach(({ sender, dataset, rows }, i) => {
			const folder = join(dir, 'in', `${i}-${sender}`);
			mkdirSync(folder, { recursive: true });
			writeFileSync(join(folder, 'kiriman.csv'), `${csv(rows)}\n`);
			writeFileSync(join(folder, 'source.json'), JSON.stringify({ regency: sender, office: 'Uji', files: [{ file: 'kiriman.csv', dataset, nature: 'contoh', as_of: AS_OF }] }));
		});
		for (const step of [['load', join(dir, 'in')], ['build'], ['publish']]) expect(await main(step), step[0]).toBe(0);
		home = openHome();
	}, 240_000);
	afterAll(() => rmSync(dir, { recursive: true, force: true }));

	const cells = (id: string, region: string, asked: { breakdown?: Breakdown; benchmark?: Benchmark; role?: string } = {}): Promise<readonly Cell[]> =>
		new Releases(home).use(async (release) => {
			if (!release) throw new Error('nothing published');
			const question = { metrics: metricsOf([id]), regions: [region], cycles: [CYCLE], breakdown: asked.breakdown ?? null, nature: 'contoh' as const, benchmark: asked.benchmark };
			return (await ask(question, scopeOfDemoCookie(asked.role ?? 'national'), release)).cells;
		});
	const total = async (id: string, region: string, asked: { benchmark?: Benchmark; role?: string } = {}): Promise<Cell> => {
		const [cell] = await cells(id, region, asked);
		if (!cell) throw new Error(`no cell of ${id}`);
		return cell;
	};

	it('says the completion of the province and the nation, which all of them tell', async () => {
		expect(await total('training_completion', '51')).toMatchObject({ result: { status: 'ok', numerator: 60 + 8 * 280, denominator: 120 + 8 * 400 }, coverage: { received: 9, expected: 9 } });
		expect(await total('training_completion', 'ID')).toMatchObject({ result: { status: 'ok' }, coverage: { received: regencies.length, expected: regencies.length } });
		expect((await total('training_completion', '51.03')).result).toMatchObject({ status: 'ok', verdict: 'much_worse', benchmark: { region: 'ID' } });
	});

	it.each(['public', 'province:51', 'national'])('withholds what one of nine tells, as the mean of its quiz (%s)', async (role) => {
		const quiz = await total('quiz_score', '51', { role });
		expect(quiz).toMatchObject({ result: { status: 'not_received', partial: { received: 1, expected: 9 } }, coverage: { received: 1, expected: 9 } });
		for (const id of ['training_pass', 'training_reach', 'training_completed_monthly']) {
			const { result, coverage } = await total(id, '51', { role });
			expect({ result, coverage }, id).toEqual({ result: quiz.result, coverage: quiz.coverage });
			expect((await total(id, 'ID', { role })).result, id).toMatchObject({ status: 'not_received', partial: { expected: regencies.length } });
		}
	});

	it('keeps the own figures of the regency, and compares them with no area that is itself', async () => {
		for (const benchmark of ['nation', 'province'] as const) {
			expect((await total('training_pass', '51.03', { benchmark })).result).toMatchObject({ status: 'ok', numerator: 80, denominator: 120, verdict: 'not_compared', benchmark: null });
			expect((await total('training_reach', '51.03', { benchmark })).result).toMatchObject({ status: 'ok', numerator: 60, denominator: PERSONS, verdict: 'not_compared', benchmark: null });
		}
	});

	it.each([
		['training_completion', 'position'],
		['training_enrolled', 'employment'],
		['training_completed_monthly', 'month']
	] as const)('withholds %s by %s, which recapitulations do not know', async (id, breakdown) => {
		const above = await cells(id, '51', { breakdown });
		expect(above.length).toBeGreaterThan(0);
		for (const { result } of above) expect(result).toEqual({ status: 'not_received', partial: { received: 1, expected: 9 } });
		expect((await cells(id, '51.03', { breakdown })).map((c) => c.result.status)).toContain('ok');
	});

	it('says the pass rate of a province of which half tell it, those counted in whom nobody took the test', async () => {
		expect(await total('training_pass', '34')).toMatchObject({ result: { status: 'ok', numerator: 160, denominator: 240, verdict: 'not_compared' }, coverage: { received: 3, expected: 5 } });
		expect(await total('training_reach', '34')).toMatchObject({ result: { status: 'ok', numerator: 240, denominator: 2000 }, coverage: { received: 4, expected: 5 } });
		expect((await total('training_pass', '34.01', { benchmark: 'province' })).result).toMatchObject({ verdict: 'similar', benchmark: { region: '34' } });
	});
});

describe('the catalogue', () => {
	it('names for every measure made of exports per person the part that tells it', () => {
		const perPerson = MEASURES.filter((m) => m.family === 'training' && m.dataset === 'training' && !['enrolled', 'completed'].includes(m.id));
		expect(perPerson.map((m) => [m.id, m.part !== undefined])).toEqual(perPerson.map((m) => [m.id, true]));
	});

	it('asks of a rate per ASN that the ASN are counted as well', () => {
		const perAsn = METRICS.filter((m) => m.denominator?.startsWith('asn_of_'));
		expect(perAsn.length).toBeGreaterThan(5);
		for (const m of perAsn) expect(sentFor(m, null), m.id).toContain(m.denominator);
		expect(metricsOf(['reporting_completeness']).map((m) => sentFor(m, null))).toEqual([[]]);
	});
});
