import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as reference from '../../etl/reference/index.ts';
import { parseRows } from '../../etl/reference/table.ts';
import { ROOT } from '../../etl/root.ts';

const folder = join(ROOT, 'data/reference');
const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
const rowsOf = (file: string): Record<string, string>[] =>
	z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true }));

const LISTS = [
	'cycles', 'stages', 'participation', 'statuses', 'violationTypes', 'sanctions', 'positions', 'supervisingBodies', 'deadlines',
	'sources', 'glossary', 'findingsCatalogue', 'aliases', 'nextDates', 'publishedWords'
] as const;

describe('code lists', () => {
	it.each(LISTS)('%s is read, once', (name) => {
		expect(reference[name]().length).toBeGreaterThan(0);
		expect(reference[name]()).toBe(reference[name]());
	});

	it.each(files.filter((file) => 'source' in (rowsOf(file)[0] ?? {})))('every row of %s names a source that exists', (file) => {
		const known = new Set([...reference.sources().map((source) => source.id), 'memory', '[memory]', 'computed']);
		const unsourced = (row: Record<string, string>): boolean => row.source === '' && (row.verified === 'no' || 'term_id' in row);
		const wrong = rowsOf(file).filter((row) => !unsourced(row) && !(row.source ?? '').split(';').every((id) => known.has(id.trim())));
		expect(wrong).toEqual([]);
	});

	it('shows titles of sources in Indonesian, without working notes', () => {
		const english = /\b(?:May|Aug|August|Oct|October|Dec|December|January|February|March|June|July|Sept|p\. ?\d|pp|copy|scan|only|after|before|from|the|of|with|and|text|table|reported|proven|shares|letter|commit)\b/;
		const titles = reference.sources().map((source) => source.title);
		expect(titles.filter((title) => english.test(title))).toEqual([]);
		expect('Kompas 24 Aug 2016: Perubahan Waktu; Scribd (37 pp; only the head was readable)').toMatch(english);
		// Other dated texts that readers see.
		expect([...reference.nextDates().map((row) => row.name_id), ...reference.publishedWords().map((word) => word.name_id)].filter((text) => /\b(?:May|Aug|Oct|Dec|Sept) \d|\d (?:May|Aug|Oct|Dec|Sept)\b/.test(text))).toEqual([]);
	});

	it('has unique codes', () => {
		for (const list of [reference.cycles, reference.statuses, reference.violationTypes, reference.sanctions, reference.positions, reference.findingsCatalogue]) {
			const codes = list().map((row: { readonly code: string }) => row.code);
			expect(new Set(codes).size).toBe(codes.length);
		}
	});

	it('refers from stages and participation to cycles that exist', () => {
		const codes = new Set(reference.cycles().map((cycle) => cycle.code));
		expect([...reference.stages(), ...reference.participation()].filter((row) => !codes.has(row.cycle))).toEqual([]);
	});

	it('says which body was in charge', () => {
		expect(reference.supervisingBodyOn('2020-01-01')?.code).toBe('KASN');
		expect(reference.supervisingBodyOn('2024-08-24')?.code).toBe('KASN');
		expect(reference.supervisingBodyOn('2024-08-25')?.code).toBe('BKN');
		expect(reference.supervisingBodyOn('2026-11-23')?.code).toBe('BKN');
	});

	it('types milestones, and leaves the lifted block without one', () => {
		const milestone = (code: string) => reference.statuses().find((status) => status.code === code)?.milestone;
		expect(['DITERIMA', 'TERBUKTI_BAWASLU', 'TERBUKTI', 'SANKSI', 'BUKA_BLOKIR'].map(milestone)).toEqual(['reported', 'forwarded', 'proven', 'sanctioned', null]);
	});

	it('invents no dates ahead', () => {
		const due = reference.nextDates().filter((row) => row.precision === 'day');
		expect(due.map((row) => [row.date, row.source])).toEqual([['2027-10-16', ['S126', 'S127']]]);
		expect(reference.nextDates().filter((row) => row.date.length !== { year: 4, month: 7, day: 10 }[row.precision])).toEqual([]);
	});

	it('holds seven disclosure decisions whose numbers are those in force', () => {
		const { decisions, ...numbers } = reference.disclosure();
		expect(decisions).toHaveLength(7);
		const decided = Object.assign({}, ...decisions.map((decision) => decision.values)) as Record<string, unknown>;
		for (const [name, value] of Object.entries(numbers)) expect([name, decided[name]]).toEqual([name, value]);
		expect(new Set(decisions.map((decision) => `${decision.date} ${decision.owner}`))).toEqual(new Set(['2026-11-23 Pantau (menunggu penegasan BKN)']));
	});

	it('names file, record and column of a list that is wrong', () => {
		expect(() => parseRows('statuses.csv', 'code\nA\n""\n', z.object({ code: z.string().min(1) }))).toThrow(/statuses\.csv, record 2, column code/);
	});
});
