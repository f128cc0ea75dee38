/** The generator: repeatable, impossible in reality, and never against what authorities said. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BADUNG_CASES, BELITUNG_CASES, PASER_CASES, TABANAN_CASES, TUBABA_CASES } from '../../etl/generate/case_specs.ts';
import { casesOf, isForwarded, isProven, type CaseRow, type CaseSpec } from '../../etl/generate/cases.ts';
import { nipAt } from '../../etl/generate/country_people.ts';
import { generateCountry, generatePilot } from '../../etl/generate/index.ts';
import { AS_OF } from '../../etl/generate/pilot/shared.ts';
import { staffOf } from '../../etl/generate/people.ts';
import { BADUNG, BELITUNG, PASER, PLACES, TABANAN, TUBABA, type Place } from '../../etl/generate/places.ts';
import { ship } from '../../etl/generate/ship.ts';
import { sourceSchema } from '../../etl/source.ts';

const SHIPPED = join(import.meta.dirname, '../../data/submissions');
const made = mkdtempSync(join(tmpdir(), 'pantau-generate-'));
const NIP = /(?<![\d.])\d{18}(?!\d)/g;

beforeAll(async () => {
	await ship(join(made, 'a'));
	await generatePilot(join(made, 'other'), 'another seed');
}, 60_000);
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** Files below a folder, relative to it, sorted. */
function filesIn(folder: string, below = ''): string[] {
	return readdirSync(join(folder, below))
		.flatMap((name) => {
			const path = join(below, name);
			return statSync(join(folder, path)).isDirectory() ? filesIn(folder, path) : [path];
		})
		.sort();
}
const textOf = (path: string): string => {
	const bytes = readFileSync(path);
	return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
};

describe('the shipped files', () => {
	test('are what the generator makes from the shipped seed, byte by byte', () => {
		const files = filesIn(join(made, 'a'));
		expect(filesIn(SHIPPED).filter((file) => file !== 'README.md')).toEqual(files);
		for (const file of files) expect(readFileSync(join(SHIPPED, file)).equals(readFileSync(join(made, 'a', file))), file).toBe(true);
	});

	test('differ with another seed', () => {
		const file = '51.02-tabanan/progress.netral-2024.csv';
		expect(readFileSync(join(made, 'a', file)).equals(readFileSync(join(made, 'other', file)))).toBe(false);
	});

	test('stay small: 6 MB each, 16 MB together', () => {
		const sizes = filesIn(SHIPPED).map((file) => statSync(join(SHIPPED, file)).size);
		expect(Math.max(...sizes)).toBeLessThan(6 * 1024 * 1024);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(16 * 1024 * 1024);
	});

	test('are all listed in a source.json that fits the schema', () => {
		const folders = readdirSync(SHIPPED).filter((name) => statSync(join(SHIPPED, name)).isDirectory());
		expect(folders).toHaveLength(6);
		for (const folder of folders) {
			const source = sourceSchema.parse(JSON.parse(readFileSync(join(SHIPPED, folder, 'source.json'), 'utf8')));
			expect(source.files.map((file) => file.file).sort()).toEqual(readdirSync(join(SHIPPED, folder)).filter((name) => name !== 'source.json').sort());
			expect(source.office).toContain('CONTOH');
			expect(source.files.filter((file) => file.nature === 'real').map((file) => file.file)).toEqual(folder === 'negara-contoh' ? [] : ['kegiatan-nyata.csv']);
		}
	});

	test('hold no NIP that could be real: every sequence is 900 or more', () => {
		let seen = 0;
		for (const file of filesIn(SHIPPED).filter((name) => name.endsWith('.csv'))) {
			for (const [nip] of textOf(join(SHIPPED, file)).matchAll(NIP)) {
				seen += 1;
				if (!nip.endsWith('000')) expect(Number(nip.slice(15)), file).toBeGreaterThanOrEqual(900);
			}
		}
		expect(seen).toBeGreaterThan(40_000);
	});

	test('hold 35 real events, none of which counts ASN participants', () => {
		const rows = PLACES.flatMap((place) => {
			const text = textOf(join(SHIPPED, `${place.code}-${place.slug}`, 'kegiatan-nyata.csv'));
			return parse(text, { columns: true, delimiter: ';' }) as Record<string, string>[];
		});
		expect(rows).toHaveLength(35);
		expect(rows.filter((row) => row.Jumlah).every((row) => /^(perbekel|orang terlapor)/.test(row['Yang Dihitung'] ?? ''))).toBe(true);
		const briefing = rows.find((row) => row.Tanggal === '2024-08-07');
		expect(briefing?.['Alamat Sumber']).toBe('');
		expect(briefing?.Catatan).toContain('hanya dibuktikan oleh artikel');
	});
});

describe('invented people', () => {
	test('are as many as the place has, each with a NIP of their own', () => {
		const taken = new Set<string>();
		for (const place of PLACES) {
			const people = staffOf(place, 'seed', taken);
			expect(people).toHaveLength(place.staff);
			expect(new Set(people.map((person) => person.agency)).size).toBeGreaterThanOrEqual(25);
		}
		expect(taken.size).toBe(PLACES.reduce((sum, place) => sum + place.staff, 0));
		for (const nip of taken) expect(nip).toMatch(/^\d{8}(?:\d{4}(?:0[1-9]|1[0-2])|20(?:21|22|23|24)21)[12]9\d\d$/);
	});

	test('are old enough when appointed', () => {
		for (const person of staffOf(BELITUNG, 'seed', new Set())) expect(person.since - Number(person.birth.slice(0, 4))).toBeGreaterThanOrEqual(20);
	});

	test('of the country have different NIP', () => {
		const numbers = [0, 2_400_000, 4_800_000].flatMap((start) => Array.from({ length: 20_000 }, (_, index) => start + index));
		const nips = new Set(numbers.flatMap((number) => [nipAt(number, 'PNS'), nipAt(number, 'PPPK')]));
		expect(nips.size).toBe(120_000);
		expect([...nips].every((nip) => /^\d{15}9\d\d$/.test(nip))).toBe(true);
	});
});

const rowsOf = (place: Place, specs: readonly CaseSpec[], cycle: string): CaseRow[] =>
	casesOf(place, specs, staffOf(place, 'seed', new Set()), 'seed').filter((row) => row.cycle === cycle);

describe('invented cases agree with what authorities said', () => {
	test('Badung: two ASN to KASN in 2020 with a written warning; nothing before 18 September 2024', () => {
		const rows = rowsOf(BADUNG, BADUNG_CASES, 'PILKADA-2020').filter(isForwarded);
		expect(rows).toHaveLength(2);
		expect(rows.every((row) => row.imposed === 'Teguran tertulis' && (row.forwarded ?? '') <= '2020-10-30')).toBe(true);
		expect(rowsOf(BADUNG, BADUNG_CASES, 'PILKADA-2024').every((row) => row.registered > '2024-09-18')).toBe(true);
	});

	test('Tabanan: two ASN in one case in 2024', () => {
		const rows = rowsOf(TABANAN, TABANAN_CASES, 'PILKADA-2024');
		expect(rows).toHaveLength(2);
		expect(new Set(rows.map((row) => row.number)).size).toBe(1);
		expect(rows.every(isForwarded)).toBe(true);
	});

	test('Paser: five in 2020, three of them by 17 March; four suspected in 2024, three to BKN or KASN, one from elsewhere', () => {
		const before = rowsOf(PASER, PASER_CASES, 'PILKADA-2020');
		expect(before.filter(isProven)).toHaveLength(5);
		expect(before.filter((row) => row.registered <= '2020-03-17')).toHaveLength(3);
		const rows = rowsOf(PASER, PASER_CASES, 'PILKADA-2024');
		expect(rows.filter((row) => row.registered <= '2024-09-20')).toHaveLength(4);
		const forwarded = rows.filter((row) => isForwarded(row) && (row.forwarded ?? '') <= '2024-10-30');
		expect(forwarded).toHaveLength(3);
		expect(forwarded.filter((row) => row.employer !== 'Kabupaten Paser')).toHaveLength(1);
	});

	test('Belitung: none in 2018, 2019 and Pemilu 2024; at most one in the first 43 campaign days of 2024', () => {
		expect(new Set(BELITUNG_CASES.map((spec) => spec.cycle))).toEqual(new Set(['PILKADA-2024']));
		expect(BELITUNG_CASES.filter((spec) => spec.registered >= '2024-09-25' && spec.registered <= '2024-11-06')).toHaveLength(1);
		const source = sourceSchema.parse(JSON.parse(readFileSync(join(SHIPPED, '19.02-belitung/source.json'), 'utf8')));
		const real = source.nil.filter((nil) => nil.nature === 'real');
		expect(real.map((nil) => nil.cycle)).toEqual(['PILKADA-2018', 'PEMILU-2019', 'PEMILU-2024']);
		expect(real.every((nil) => nil.source_address?.startsWith('https://babel.antaranews.com/'))).toBe(true);
	});

	test('dates of every case are in order and not after the day the file speaks of, nobody is in two cases', () => {
		const all: [Place, readonly CaseSpec[]][] = [[TABANAN, TABANAN_CASES], [BADUNG, BADUNG_CASES], [PASER, PASER_CASES], [TUBABA, TUBABA_CASES], [BELITUNG, BELITUNG_CASES]];
		for (const [place, specs] of all) {
			const rows = casesOf(place, specs, staffOf(place, 'seed', new Set()), 'seed');
			for (const row of rows) {
				const dates = [row.incident, row.registered, row.forwarded, row.proven, row.sanctionDate].filter((date) => date !== null);
				expect(dates).toEqual([...dates].sort());
				expect([...dates, AS_OF[row.cycle]].sort().at(-1)).toBe(AS_OF[row.cycle]);
			}
			expect(new Set(rows.map((row) => row.person.nip)).size).toBe(rows.length);
		}
	});
});

describe('the synthetic country', () => {
	const read = (file: string): Record<string, string>[] => parse(readFileSync(join(SHIPPED, 'negara-contoh', file), 'utf8'), { columns: true }) as Record<string, string>[];

	test('leaves out the pilots, and a few regencies send nothing', () => {
		const pilots = PLACES.map((place) => place.code);
		for (const file of ['kasus-pilkada-2024.csv', 'kasus-pemilu-2024.csv']) {
			const areas = new Set(read(file).map((row) => row.act_regency ?? ''));
			expect(pilots.some((code) => areas.has(code))).toBe(false);
			expect(areas.size).toBeGreaterThan(460);
			expect(areas.size).toBeLessThan(509);
		}
	});

	test('has plausible rates that differ between regencies', () => {
		const staff = new Map(read('jumlah-asn.csv').filter((row) => row.as_of === '2024-12-31' && row.employment === 'ASN').map((row) => [row.regency ?? '', Number(row.persons)]));
		const rows = read('kasus-pilkada-2024.csv');
		expect(rows.every((row) => row.person_key === '')).toBe(true);
		const proven = new Map<string, number>();
		for (const row of rows.filter((one) => one.proven_date)) proven.set(row.act_regency ?? '', (proven.get(row.act_regency ?? '') ?? 0) + 1);
		const local = [...staff].filter(([code]) => !code.endsWith('.00') && code !== 'PUSAT');
		const rate = (1000 * [...proven.values()].reduce((sum, n) => sum + n, 0)) / local.reduce((sum, [, n]) => sum + n, 0);
		expect(rate).toBeGreaterThan(0.05);
		expect(rate).toBeLessThan(0.4);
		expect(new Set(proven.values()).size).toBeGreaterThan(3);
	});

	test('scales with the number of people and can name every person', async () => {
		const steps: number[] = [];
		const out = join(made, 'small');
		const { rows } = await generateCountry({ people: 120_000, seed: 's', out, persons: true, progress: (done) => steps.push(done) });
		expect(rows).toBeGreaterThan(100_000);
		expect(steps).toEqual([...steps].sort((a, b) => a - b));
		const source = sourceSchema.parse(JSON.parse(readFileSync(join(out, 'source.json'), 'utf8')));
		expect(source.regency).toBe('all');
		expect(source.files.some((file) => file.dataset === 'training')).toBe(true);
		expect(source.files.some((file) => file.dataset === 'training_totals')).toBe(false);
	}, 30_000);
});
