/** The condition on whose rows are read, in every statement over the exact file: with it no foreign row, without it some. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { locateHome, currentRelease } from '../../etl/home.ts';
import { ROOT } from '../../etl/root.ts';
import { exactStatement, exactStatements, ExactFile, type ExactStatement } from '../../src/lib/server/access/exact.ts';
import { parseRole, PUBLIC, scopeOfAccount, type Scope } from '../../src/lib/server/access/scope.ts';
import { MEASURES } from '../../src/lib/metrics/index.ts';
import { Warehouse, type Value } from '../../src/lib/server/warehouse/warehouse.ts';
// Every module that declares a statement.
import '../../src/lib/server/ask/case-rows.ts';
import '../../src/lib/server/ask/cells.ts';
import '../../src/lib/server/ask/items.ts';
import '../../src/lib/server/ask/origin.ts';
import '../../src/lib/server/pages/data.ts';

const scopeOf = (role: string): Scope => scopeOfAccount({ role: parseRole(role) ?? { role: 'public' } });
let warehouse: Warehouse;

beforeAll(async () => {
	const home = locateHome({ PANTAU_HOME: inject('home') });
	warehouse = await Warehouse.open(join(home.releases, currentRelease(home) ?? '', 'internal.duckdb'));
});
afterAll(() => warehouse.close());

/** What each statement is asked about: an area, and the values with it. An area of whom it surely has rows. */
const ASKED: Readonly<Record<string, readonly [string, readonly Value[]]>> = {
	cells: ['64.01', ['contoh', MEASURES.map((m) => m.id), ['64.01'], ['PILKADA-2024'], ['', 'month', 'violation_type']]],
	quiz_courses: ['51.02', ['contoh', ['51.02'], 'PILKADA-2024']],
	quiz_items: ['51.02', ['contoh', ['51.02'], 'PILKADA-2024']],
	findings: ['51.02', ['51.02', 'contoh']],
	case_rows_by_employer: ['64.01', ['contoh', '64.01', 'PILKADA-2024']],
	case_rows_by_act_regency: ['64.01', ['contoh', '64.01', 'PILKADA-2024']],
	rows_of_cases_by_employer: ['64.01', ['contoh', '64.01', 'PILKADA-2024']],
	rows_of_cases_by_act_regency: ['64.01', ['contoh', '64.01', 'PILKADA-2024']],
	rows_of_training: ['51.02', ['contoh', '51.02', 'PILKADA-2024']],
	rows_of_training_totals: ['51.02', ['contoh', '51.02', 'PILKADA-2020']],
	rows_of_quiz: ['51.02', ['contoh', '51.02', 'PILKADA-2024']],
	rows_of_events: ['64.01', ['contoh', '64.01', 'PILKADA-2024']],
	rows_of_attendance: ['64.01', ['contoh', '64.01', 'PILKADA-2024']],
	rows_of_pacts: ['51.02', ['contoh', '51.02', 'PILKADA-2024']],
	rows_of_moves: ['64.01', ['contoh', '64.01', 'PILKADA-2024']]
};
const FOREIGN = ['province:32', 'regency:51.03', 'province:18', 'regency:64.02'];

const rows = async (statement: ExactStatement, role: string, values: readonly Value[]): Promise<number> => (await ExactFile.of(warehouse, scopeOf(role))?.query(statement, values))?.length ?? 0;

test('every statement is asked about something', () => {
	expect(exactStatements().map((s) => s.id).filter((id) => !id.startsWith('mutant')).sort()).toEqual(Object.keys(ASKED).sort());
});

test.each(Object.entries(ASKED))('%s gives a row to whom it belongs and to nobody else; without its condition it gives it to all', async (id, [region, values]) => {
	const statement = exactStatements().find((s) => s.id === id);
	if (!statement) throw new Error(`no statement ${id}`);
	const mutant = { ...statement, text: () => `SELECT * FROM (${statement.text(() => 'true')}) WHERE $${statement.takes + 1} IS NOT NULL` };
	const all = await rows(statement, 'national', values);
	expect(all).toBeGreaterThan(0);
	expect(await rows(statement, `regency:${region}`, values)).toBe(all);
	expect(await rows(statement, `province:${region.slice(0, 2)}`, values)).toBe(all);
	for (const role of FOREIGN) {
		expect(await rows(statement, role, values), role).toBe(0);
		expect(await rows(mutant, role, values), `mutant seen by ${role}`).toBe(all);
	}
});

test('there is no way for the public, none without the condition, and none around', () => {
	expect(ExactFile.of(warehouse, PUBLIC)).toBeNull();
	expect(() => exactStatement('mutant_without', 0, () => 'SELECT 1')).toThrow('does not say whose rows it reads');
	const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((f) => /\.(ts|svelte)$/.test(f));
	const opening = sources.filter((f) => /Warehouse\.open\(/.test(readFileSync(join(ROOT, 'src', f), 'utf8')));
	expect(opening.sort()).toEqual(['lib/server/release/changes.ts', 'lib/server/release/release.ts']);
	const naming = sources.filter((f) => readFileSync(join(ROOT, 'src', f), 'utf8').includes('internal.duckdb'));
	expect(naming).toEqual(['lib/server/release/release.ts']);
	expect(sources.filter((f) => /\bas Scope\b/.test(readFileSync(join(ROOT, 'src', f), 'utf8')))).toEqual(['lib/server/access/scope.ts']);
});

test('how many rows a file about persons has is told in tens, and no other count of the file tells it', async () => {
	const home = locateHome({ PANTAU_HOME: inject('home') });
	const open = await Warehouse.open(join(home.releases, currentRelease(home) ?? '', 'public.duckdb'));
	try {
		const rows = await open.query(`SELECT n_read, n_accepted, n_quarantined, n_dropped FROM submission WHERE nature = 'real' AND dataset = 'cases' AND n_quarantined > 0`, []);
		expect(rows.length).toBeGreaterThan(20);
		// 11 read and 1 held would be 20 and 10 in tens of their own: exactly 10 are left.
		expect(rows.filter((r) => Number(r.n_accepted) % 10 !== 0 || Number(r.n_read) !== Number(r.n_accepted) + Number(r.n_quarantined) + Number(r.n_dropped))).toEqual([]);
	} finally {
		open.close();
	}
});
