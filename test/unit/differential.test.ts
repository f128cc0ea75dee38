/** The whole path (files in, release out, answers) against a plain count of the same rows. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../etl/cli.ts';
import { CONTRACTS, type DatasetName } from '../../etl/datasets/index.ts';
import { openHome, type Home } from '../../etl/home.ts';
import { Ops, type Submission } from '../../etl/ops.ts';
import { cycles } from '../../etl/reference/index.ts';
import { breakdownsOf, measureById, MEASURES, METRICS, type Breakdown, type Metric } from '../../src/lib/metrics/index.ts';
import { scopeOfDemoCookie } from '../../src/lib/server/access/scope.ts';
import { ask } from '../../src/lib/server/ask/ask.ts';
import type { KnownCells, Wanted } from '../../src/lib/server/ask/cells.ts';
import { fetchCells } from '../../src/lib/server/ask/together.ts';
import type { Answer, Cell } from '../../src/lib/server/ask/types.ts';
import { Releases } from '../../src/lib/server/release/release.ts';
import { DEFINED, expectedCell } from './reference-answer.ts';
import { world, REGENCIES, type World } from './reference-world.ts';
import { referenceCount, type Nature, type Reference } from './reference-count.ts';

const CYCLES = cycles().flatMap((c) => (c.voting_date ? [c.code] : []));
const PLACES = [...REGENCIES, '65.04', '51', '65', '19', 'ID'];

interface Built {
	readonly home: Home;
	readonly given: World;
	readonly reference: Reference;
}

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes one folder per delivery, named so that they are loaded in the order they were sent. */
function writeFolders(dir: string, given: World): void {
	given.files.forEach((file, i) => {
		const folder = join(dir, `${String(i).padStart(3, '0')}-${file.sender}`);
		mkdirSync(folder, { recursive: true });
		const columns = CONTRACTS[file.dataset as DatasetName].columns.map((c) => c.name);
		const lines = [...file.rows, ...(given.bad.get(file) ?? [])].map((row) => columns.map((c) => csvCell(row[c] ?? '')).join(','));
		writeFileSync(join(folder, 'kiriman.csv'), `${[columns.join(','), ...lines].join('\n')}\n`);
		const source = { regency: file.sender, office: 'Uji', files: [{ file: 'kiriman.csv', dataset: file.dataset, nature: file.nature, as_of: file.asOf }] };
		writeFileSync(join(folder, 'source.json'), JSON.stringify(source));
	});
	const senders = Map.groupBy(given.nils, (n) => n.regency);
	for (const [regency, nils] of senders) {
		const folder = join(dir, `nil-${regency}`);
		mkdirSync(folder, { recursive: true });
		const nil = nils.map(({ dataset, nature, cycle }) => ({ dataset, nature, cycle, as_of: '2024-12-31', statement: 'Nihil' }));
		writeFileSync(join(folder, 'source.json'), JSON.stringify({ regency, office: 'Uji', files: [], nil }));
	}
}

async function build(seed: number, wholeNation: boolean): Promise<Built> {
	const dir = mkdtempSync(join(tmpdir(), 'pantau-diff-'));
	process.env.PANTAU_HOME = join(dir, 'home');
	delete process.env.PANTAU_KEY_FILE;
	const [given] = fc.sample(world(wholeNation), { seed, numRuns: 1 });
	if (!given) throw new Error('no world');
	writeFolders(join(dir, 'in'), given);
	for (const step of [['load', join(dir, 'in'), '--accept-partial'], ['build'], ['publish']]) {
		const code = await main(step);
		if (code !== 0) throw new Error(`${step.join(' ')}: exit ${code}`);
	}
	return { home: openHome(), given, reference: referenceCount(given.files, given.nils) };
}

const label = (cell: Cell, breakdown: string | null): string => [cell.metric.id, cell.region, cell.cycle, breakdown, cell.category].join(' ');

/** Every difference between an answer and the reference, in words. */
function differences(answer: Answer, nature: Nature, reference: Reference): string[] {
	const { breakdown } = answer.question;
	const found: string[] = [];
	for (const cell of answer.cells) {
		const want = expectedCell(cell, nature, breakdown, reference);
		const { result } = cell;
		if (typeof want === 'string') {
			if (result.status !== want) found.push(`${label(cell, breakdown)}: ${want} expected, ${JSON.stringify(result)} found`);
		} else if (result.status !== 'ok') found.push(`${label(cell, breakdown)}: ${JSON.stringify(want)} expected, ${result.status} found`);
		else if (Math.abs(result.value - want.value) > 1e-9 * Math.max(1, want.value) || Math.abs(result.numerator - want.numerator) > 1e-6 || result.denominator !== want.denominator) {
			found.push(`${label(cell, breakdown)}: ${JSON.stringify(want)} expected, ${JSON.stringify(result)} found`);
		}
	}
	return found;
}

/** Categories that the reference counts and the answer does not list. */
function forgotten(metric: Metric, answer: Answer, nature: Nature, breakdown: Breakdown, reference: Reference): string[] {
	const [numerator = ''] = DEFINED[metric.id] ?? [];
	const listed = new Set(answer.cells.map((c) => JSON.stringify([c.region, c.cycle, c.category])));
	return PLACES.flatMap((region) =>
		CYCLES.flatMap((cycle) => reference.categories(numerator, nature, region, cycle, breakdown).filter((c) => !listed.has(JSON.stringify([region, cycle, c]))).map((c) => `${metric.id} ${region} ${cycle} ${breakdown} ${c}`))
	);
}

const NATIONAL = scopeOfDemoCookie('national');

describe.each([
	{ seed: 11, wholeNation: false },
	{ seed: 12, wholeNation: true },
	{ seed: 13, wholeNation: true }
])('a release from random rows (seed $seed, nation $wholeNation)', ({ seed, wholeNation }) => {
	let built: Built;
	const ofRelease = <T>(work: (question: (metric: Metric, breakdown: Breakdown | null, nature: Nature) => Promise<Answer>) => Promise<T>): Promise<T> =>
		new Releases(built.home).use(async (release) => {
			if (!release) throw new Error('nothing published');
			return work((metric, breakdown, nature) => ask({ metrics: [metric], regions: PLACES, cycles: CYCLES, breakdown, nature }, NATIONAL, release));
		});
	beforeAll(async () => {
		built = await build(seed, wholeNation);
	}, 120_000);
	afterAll(() => rmSync(join(built.home.dir, '..'), { recursive: true, force: true }));

	it('has a written definition for every metric of the catalogue', () => {
		expect(Object.keys(DEFINED).sort()).toEqual(METRICS.map((m) => m.id).sort());
		for (const m of METRICS) expect(measureById(m.numerator).dataset, m.id).toBe(DEFINED[m.id]?.[3]);
	});

	it.each(['contoh', 'real'] as const)('answers every metric, breakdown and area as the plain count does (%s)', async (nature) => {
		let compared = 0;
		let numbers = 0;
		const wrong = await ofRelease(async (question) => {
			const found: string[] = [];
			for (const metric of METRICS) {
				for (const breakdown of [null, ...breakdownsOf(metric)]) {
					const answer = await question(metric, breakdown, nature);
					compared += answer.cells.length;
					numbers += answer.cells.filter((c) => c.result.status === 'ok').length;
					found.push(...differences(answer, nature, built.reference));
					if (breakdown) found.push(...forgotten(metric, answer, nature, breakdown, built.reference));
				}
			}
			return found;
		});
		expect(wrong.slice(0, 20)).toEqual([]);
		expect(compared).toBeGreaterThan(METRICS.length * PLACES.length * CYCLES.length);
		expect(numbers).toBeGreaterThan(nature === 'contoh' ? 500 : 20);
	});

	it.each(['public', 'regency:51.02', 'province:51', 'national'])('reads at once what is asked at once, and tells each the same as alone (%s)', async (role) => {
		const few = METRICS.flatMap((metric) => [null, ...breakdownsOf(metric)].map((breakdown) => ({ nature: 'contoh' as const, measures: [metric.numerator, ...(metric.denominator ? [metric.denominator] : [])], regions: breakdown ? ['51.02', 'ID'] : ['51.02', '51', 'ID'], cycles: ['PILKADA-2024'], breakdowns: breakdown ? ['', breakdown] : [''] })));
		const told = (cells: KnownCells, { measures, regions, cycles, breakdowns }: Wanted): unknown =>
			measures.flatMap((measure) => regions.flatMap((region) => cycles.flatMap((cycle) => breakdowns.flatMap((breakdown) => ['', ...cells.categories(measure, { region, cycle, breakdown })].map((category) => [measure, region, cycle, breakdown, category, cells.at(measure, { region, cycle, breakdown, category })])))));
		await new Releases(built.home).use(async (release) => {
			if (!release) throw new Error('nothing published');
			const scope = scopeOfDemoCookie(role);
			// Of a few areas all of it; of many what reaches no further together than apart.
			for (const [wanted, most] of [[few, 1], [few.map((w) => ({ ...w, regions: PLACES })), few.length / 2]] as const) {
				const together = await Promise.all(wanted.map((w) => fetchCells(w, scope, release)));
				expect(new Set(together).size).toBeLessThanOrEqual(most);
				for (const [i, w] of wanted.entries()) {
					const [cells, alone] = [together[i], await fetchCells(w, scope, release)];
					expect(cells && told(cells, w)).toEqual(told(alone, w));
				}
			}
		});
	});

	it('tells nothing of the nation, and of a province, before half of the regencies have sent', async () => {
		const metric = METRICS.find((m) => m.id === 'persons_reported');
		if (!metric) throw new Error('no metric');
		const answer = await ofRelease((question) => question(metric, null, 'contoh'));
		const at = (region: string) => answer.cells.find((c) => c.region === region && c.cycle === 'PILKADA-2024')?.result.status;
		expect([at('ID'), at('51'), at('65')]).toEqual([wholeNation ? 'ok' : 'not_received', 'not_received', 'ok']);
	});

	it('keeps what is for the entitled alone out of the public file, and says zero and more in the same way', async () => {
		const closed = MEASURES.filter((m) => m.guard === 'entitled').map((m) => m.id);
		expect(closed.length).toBeGreaterThan(15);
		await new Releases(built.home).use(async (release) => {
			if (!release) throw new Error('nothing published');
			expect(await release.public.query('SELECT DISTINCT measure FROM measure_cell WHERE list_contains($1, measure)', [closed])).toEqual([]);
			const metrics = METRICS.filter((m) => closed.includes(m.numerator));
			for (const role of ['public', 'regency:51.03', 'province:19']) {
				const scope = scopeOfDemoCookie(role);
				for (const benchmark of ['nation', 'previous'] as const) {
					const answer = await ask({ metrics, regions: ['51.02', '65.01', '65', 'ID'], cycles: CYCLES, breakdown: null, nature: 'contoh', benchmark }, scope, release);
					const told = answer.cells.filter((c) => !['suppressed', 'not_received', 'not_applicable'].includes(c.result.status));
					expect(told.map((c) => label(c, null))).toEqual([]);
				}
				for (const metric of metrics) {
					for (const breakdown of breakdownsOf(metric)) {
						const answer = await ask({ metrics: [metric], regions: ['51.02'], cycles: ['PILKADA-2024'], breakdown, nature: 'contoh' }, scope, release);
						expect(answer.cells.filter((c) => c.metric.id === metric.id).map((c) => [c.category, c.result.status])).toEqual([['*', 'suppressed']]);
					}
				}
			}
		});
	});

	it('says "no election", "not received" and zero apart', async () => {
		const metric = METRICS.find((m) => m.id === 'persons_proven');
		if (!metric) throw new Error('no metric');
		const answer = await ofRelease((question) => question(metric, null, 'contoh'));
		const at = (region: string, cycle: string) => answer.cells.find((c) => c.region === region && c.cycle === cycle)?.result;
		expect(at('19.02', 'PILKADA-2020')).toEqual({ status: 'not_applicable' });
		expect(at('65.04', 'PILKADA-2015')).toEqual({ status: 'not_received' });
		expect(built.given.nils.some((n) => n.regency === '65.04' && n.dataset === 'cases' && n.cycle === 'PEMILU-2019')).toBe(true);
		expect(at('65.04', 'PEMILU-2019')).toMatchObject({ status: 'ok', value: 0 });
	});

	it('keeps what was read = accepted + quarantined + dropped, and supersedes by key', () => {
		const ops = new Ops(built.home);
		const submissions = ops.submissions();
		ops.close();
		const filed = submissions.filter((s) => s.state !== 'nil');
		expect(filed).toHaveLength(built.given.files.length);
		built.given.files.forEach((file, i) => {
			const s = filed[i];
			const bad = built.given.bad.get(file)?.length ?? 0;
			expect(s, `${file.dataset} ${file.sender}`).toMatchObject({ dataset: file.dataset, regency: file.sender, state: 'accepted', read: file.rows.length + bad, accepted: file.rows.length, quarantined: bad, dropped: 0 });
		});
		const corrected = filed.filter((s: Submission) => s.resubmission.changed > 0);
		expect(corrected.length).toBeGreaterThan(0);
		for (const s of corrected) expect(s.resubmission.new + s.resubmission.changed + s.resubmission.same).toBe(s.accepted);
	});

	it('changes nothing when the same bytes come again', async () => {
		const before = new Ops(built.home);
		const records = JSON.stringify(before.submissions());
		before.close();
		expect(await main(['load', join(built.home.dir, '..', 'in'), '--accept-partial'])).toBe(0);
		const after = new Ops(built.home);
		expect(JSON.stringify(after.submissions())).toBe(records);
		after.close();
	});
});
