/** Quiz questions: built from files as a plain recomputation says, hidden as the rule says, answered by scope. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../etl/cli.ts';
import { currentRelease, openHome, type Home } from '../../etl/home.ts';
import { disclosureRules } from '../../etl/publish/public.ts';
import type { RowValue } from '../../etl/findings.ts';
import { Warehouse } from '../../etl/warehouse.ts';
import { scopeOfDemoCookie } from '../../src/lib/server/access/scope.ts';
import { askItems, type ItemsAnswer, type OkCourse, type OkItem } from '../../src/lib/server/ask/items.ts';
import { lookAt } from '../../src/lib/server/ask/item-look.ts';
import { protectQuiz, type QuizItem } from '../../src/lib/server/disclosure/quiz.ts';
import { Releases } from '../../src/lib/server/release/release.ts';
import { bothRight, possible, solve } from './items-attack.ts';
import { CYCLE, recount, WORLD, writeWorld, type QuizCourse } from './items-world.ts';

type Row = Readonly<Record<string, RowValue>>;
interface Tables {
	readonly courses: readonly Row[];
	readonly items: readonly Row[];
	readonly cells: readonly Row[];
}

let home: Home;
let internal: Tables;
let open: Tables;

async function tablesOf(file: string): Promise<Tables> {
	const warehouse = await Warehouse.open(join(home.releases, currentRelease(home) ?? '', file), { access_mode: 'READ_ONLY' });
	try {
		return {
			courses: await warehouse.all('FROM quiz_course'),
			items: await warehouse.all('FROM quiz_item ORDER BY item'),
			cells: await warehouse.all(`FROM measure_cell WHERE measure IN ('quiz_takers', 'quiz_points')`)
		};
	} finally {
		warehouse.close();
	}
}

beforeAll(async () => {
	const dir = mkdtempSync(join(tmpdir(), 'pantau-items-'));
	process.env.PANTAU_HOME = join(dir, 'home');
	delete process.env.PANTAU_KEY_FILE;
	writeWorld(join(dir, 'in'));
	for (const step of [['load', join(dir, 'in')], ['build'], ['publish']]) expect(await main(step), step.join(' ')).toBe(0);
	home = openHome();
	[internal, open] = await Promise.all([tablesOf('internal.duckdb'), tablesOf('public.duckdb')]);
}, 60_000);
afterAll(() => rmSync(join(home.dir, '..'), { recursive: true, force: true }));

const courseIn = (tables: Tables, regency: string, course: string): Row => tables.courses.find((c) => c.regency === regency && c.course === course) ?? {};
const itemsIn = (tables: Tables, regency: string, course: string): readonly Row[] => tables.items.filter((i) => i.regency === regency && i.course === course);
const take = (regency: string, course: string): QuizCourse => {
	const found = WORLD.find((w) => w.regency === regency && w.course === course);
	if (!found) throw new Error(`no course ${course}`);
	return found;
};

describe('items of a release', () => {
	it.each(WORLD.map((w) => [w.regency, w.course] as const))('are what a plain recomputation of %s %s says', (regency, course) => {
		const want = recount(take(regency, course));
		const row = courseIn(internal, regency, course);
		const items = itemsIn(internal, regency, course);
		expect([row.persons, row.left_out]).toEqual([want.persons, want.leftOut]);
		if (want.persons < 30) return;
		expect(row.items).toBe(want.items.length);
		expect(row.mean_total).toBeCloseTo(want.meanTotal, 12);
		expect(items.map((i) => i.right_count)).toEqual(want.items.map((i) => i.right));
		want.items.forEach((item, i) => {
			expect(items[i]?.mean_share).toBeCloseTo(item.share, 12);
			if (want.persons < 100) return;
			if (item.itemRest === null) expect(items[i]?.item_rest).toBeNull();
			else expect(items[i]?.item_rest).toBeCloseTo(item.itemRest, 12);
			expect(items[i]?.discrimination).toBeCloseTo(item.discrimination, 12);
		});
		if (want.persons >= 100) expect(row.alpha).toBeCloseTo(want.alpha ?? Number.NaN, 12);
	});

	it('hold a first try, not a later one, and count who is left out', () => {
		// Of 174 persons 6 only abandoned: neither counted nor left out; 6 without a mark and 7 with another number of questions are left out.
		expect(courseIn(internal, '51.03', 'Besar')).toMatchObject({ persons: 155, left_out: 13, items: 8 });
		// 30 of them have a later try with everything right: question 7 would be right 30 times more.
		expect(Number(itemsIn(internal, '51.03', 'Besar')[6]?.right_count)).toBeLessThan(30);
	});

	it('have no value of a question under 30 persons and no correlation under 100', () => {
		expect(courseIn(internal, '51.03', 'Mini')).toMatchObject({ persons: 29, alpha: null, mean_total: null });
		for (const tables of [internal, open]) {
			expect(itemsIn(tables, '51.03', 'Mini')).toEqual([]);
			expect(tables.items.filter((i) => Number(i.persons) < 30)).toEqual([]);
			const few = itemsIn(tables, '51.03', 'Kecil');
			expect(few.map((i) => i.right_count)).toEqual([32, 28, 20, 30, 31]);
			for (const i of few) expect([i.item_rest, i.discrimination, i.alpha_without]).toEqual([null, null, null]);
			expect(courseIn(tables, '51.03', 'Kecil').alpha).toBeNull();
		}
	});
});

const isSmall = (n: number): boolean => n > 0 && n < 5;
/** What the mark tells: a small count, a small complement, or neither. */
const toldBy = (right: number, n: number): readonly [number, number] => (isSmall(right) ? [1, 4] : isSmall(n - right) ? [n - 4, n - 1] : [5, n - 5]);

describe('the public file', () => {
	it('holds no small count, and no number of a hidden row', () => {
		for (const c of open.courses) {
			const numbers = [c.persons, c.left_out].filter((v) => v !== null);
			expect(numbers.filter((v) => isSmall(Number(v))), String(c.course)).toEqual([]);
			if (c.shown !== 'open') expect([c.persons, c.left_out, c.alpha, c.mean_total]).toEqual([null, null, null, null]);
		}
		for (const i of open.items) {
			if (i.shown !== 'open') expect([i.right_count, i.mean_share, i.item_rest, i.discrimination, i.alpha_without]).toEqual([null, null, null, null, null]);
			else expect(isSmall(Number(i.right_count)) || isSmall(Number(i.persons) - Number(i.right_count)), `${i.course} ${i.item}`).toBe(false);
		}
		expect(open.items.filter((i) => i.shown === 'primary').map((i) => [i.regency, i.course, i.item])).toEqual([['51.02', 'Rahasia', 2]]);
	});

	it('shows exactly what the internal file says where it shows anything', () => {
		for (const [shown, exact] of [[open.courses, internal.courses], [open.items, internal.items]] as const) {
			for (const row of shown) {
				const same = exact.find((e) => e.regency === row.regency && e.course === row.course && e.item === row.item) ?? {};
				for (const [name, value] of Object.entries(row)) if (value !== null && name !== 'shown') expect(value, name).toBe(same[name]);
			}
		}
		expect(itemsIn(open, '51.03', 'Besar').map((i) => i.shown)).toEqual(Array<string>(8).fill('open'));
		expect(courseIn(open, '51.03', 'Besar').alpha).not.toBeNull();
	});

	it('does not give a hidden count back through alpha and the correlations', () => {
		const exact = itemsIn(internal, '51.02', 'Rahasia');
		const naive = exact.map((i) => (i.item === 2 ? { ...i, right_count: null, mean_share: null, item_rest: null, discrimination: null, alpha_without: null } : i));
		// The attack works on what would be shown if only the small count itself were hidden.
		expect(solve(courseIn(internal, '51.02', 'Rahasia'), naive)).toBe(2);
		expect(solve(courseIn(open, '51.02', 'Rahasia'), itemsIn(open, '51.02', 'Rahasia'))).toBeNull();
		expect(courseIn(open, '51.02', 'Rahasia')).toMatchObject({ persons: 120, alpha: null, mean_total: null });
	});

	it('does not give a hidden count back through the sum of points', () => {
		const items = itemsIn(open, '51.02', 'Rahasia');
		const points = open.cells.find((c) => c.measure === 'quiz_points' && c.region === '51.02' && c.category === 'Rahasia' && c.shown === 'open')?.value;
		expect(points).toBeTypeOf('number');
		const sum = Math.round((Number(points) / 100) * items.length) - items.reduce((total, i) => total + Number(i.right_count ?? 0), 0);
		const hidden = items.filter((i) => i.right_count === null);
		expect(hidden.length).toBeGreaterThanOrEqual(3);
		const told = hidden.map((i): readonly [number, number] => (i.shown === 'primary' ? [116, 119] : [5, 115]));
		hidden.forEach((i, at) => {
			if (i.shown === 'primary') expect(possible(told[at] ?? [0, 0], told.filter((_, j) => j !== at), sum)).toBe(3);
		});
	});

	it('hides a course whose takers are hidden, or few of whose takers are left out', () => {
		expect([courseIn(open, '65.01', 'Besar').shown, courseIn(open, '65.01', 'Tiga').shown]).toEqual(['secondary', 'primary']);
		expect(courseIn(internal, '65.02', 'Sisa')).toMatchObject({ persons: 148, left_out: 2 });
		expect(courseIn(open, '65.02', 'Sisa').shown).toBe('primary');
		for (const regency of ['65.01', '65.02']) expect(open.items.filter((i) => i.regency === regency)).toEqual([]);
		// No shown course tells the takers of a hidden one: what is shown of a regency never leaves a small rest.
		for (const c of open.courses.filter((o) => o.shown === 'open')) {
			const takers = open.cells.find((t) => t.measure === 'quiz_takers' && t.region === c.regency && t.category === c.course && t.shown === 'open');
			expect(takers, String(c.course)).toBeDefined();
			for (const rest of [Number(takers?.value) - Number(c.persons), Number(c.persons) + Number(c.left_out) - Number(takers?.value)]) expect(isSmall(Math.abs(rest)), String(c.course)).toBe(false);
		}
	});

	it('says nothing of pairs of questions in a short quiz, and nothing of two partial marks', () => {
		expect(itemsIn(open, '51.02', 'Pendek').map((i) => [i.shown, i.right_count, i.item_rest, i.alpha_without])).toEqual([['open', 100, null, null], ['open', 90, null, null], ['open', 80, null, null]]);
		expect(courseIn(open, '51.02', 'Pendek')).toMatchObject({ alpha: null, persons: 130 });
		expect(itemsIn(open, '65.03', 'Sebagian').map((i) => [i.shown, i.mean_share])).toEqual(Array.from({ length: 5 }, () => ['open', null]));
		expect(itemsIn(internal, '65.03', 'Sebagian')[0]?.mean_share).not.toBe(Number(itemsIn(internal, '65.03', 'Sebagian')[0]?.right_count) / 110);
	});

	it('hides a course whose sum of points weighs a hidden count apart', () => {
		const points = open.cells.find((c) => c.measure === 'quiz_points' && c.region === '65.03' && c.category === 'Bobot' && c.shown === 'open')?.value;
		// Marks in all: the first question is worth 1, the others 10. Whatever these are, the last digit is the first one's.
		const reached = Math.round((Number(points) / 100) * 51);
		expect([116, 117, 118, 119].filter((right) => (reached - right) % 10 === 0)).toEqual([118]);
		expect(itemsIn(internal, '65.03', 'Bobot').map((i) => [i.right_count, i.maximum])).toEqual([[118, 1], [60, 10], [90, 10], [70, 10], [80, 10], [100, 10]]);
		expect(courseIn(open, '65.03', 'Bobot')).toMatchObject({ shown: 'secondary', persons: null });
		expect(itemsIn(open, '65.03', 'Bobot')).toEqual([]);
	});

	it('does not count questions that nobody got wrong as cover for pairs of the others', () => {
		const right = take('51.02', 'Tetap').attempts.filter((a) => a.items.startsWith('10/10;10/10;')).length;
		expect(bothRight(courseIn(internal, '51.02', 'Tetap'), itemsIn(internal, '51.02', 'Tetap'))).toBeCloseTo(right, 6);
		const shown = itemsIn(open, '51.02', 'Tetap');
		expect(shown.map((i) => i.right_count)).toEqual([100, 90, 80, 130, 130, 130]);
		expect(bothRight(courseIn(open, '51.02', 'Tetap'), shown)).toBeNull();
		for (const i of shown) expect([i.item_rest, i.discrimination, i.alpha_without]).toEqual([null, null, null]);
	});

	it('leaves every small count of any course in doubt, as far as the sum of points allows', () => {
		const rules = disclosureRules();
		const persons = 30;
		const rights = fc.array(fc.oneof(fc.nat({ max: persons }), fc.constantFrom(0, 1, 4, 5, 26, 29, 30)), { minLength: 1, maxLength: 7 });
		fc.assert(
			fc.property(rights, (right) => {
				const items = right.map((count, i): QuizItem => ({ item: i + 1, persons, right_count: count, partial_count: 0, maximum: 10, mean_share: count / persons, item_rest: 0.3, discrimination: 0.3, alpha_without: 0.5 }));
				const shown = protectQuiz({ persons, left_out: 0, items: items.length, alpha: 0.5, mean_total: 3 }, items, persons, rules);
				const hidden = right.flatMap((count, i) => (shown.items[i]?.shown === 'open' ? [] : [{ count, told: count === 0 || count === persons ? ([count, count] as const) : toldBy(count, persons) }]));
				const inherent = right.map((count) => ({ count, told: count === 0 || count === persons ? ([count, count] as const) : toldBy(count, persons) }));
				const widths = (all: typeof inherent): Map<number, number> =>
					new Map(all.flatMap((one, i) => (isSmall(one.count) || isSmall(persons - one.count) ? [[i, possible(one.told, all.filter((o) => o !== one).map((o) => o.told), all.reduce((a, o) => a + o.count, 0))] as const] : [])));
				const [least, most] = [Math.min(3, ...widths(hidden).values()), Math.min(3, ...widths(inherent).values())];
				expect(least).toBeGreaterThanOrEqual(Math.min(3, most));
				for (const i of shown.items) if (i.right_count !== null) expect(isSmall(i.right_count) || isSmall(persons - i.right_count)).toBe(false);
				if (hidden.length > 0) expect([shown.course.alpha, shown.course.mean_total, ...shown.items.map((i) => i.item_rest)].every((v) => v === null)).toBe(true);
			}),
			{ numRuns: 500, seed: 3 }
		);
	});
});

describe('askItems', () => {
	const asked = (region: string, cookie: string): Promise<ItemsAnswer> =>
		new Releases(home).use(async (release) => {
			if (!release) throw new Error('nothing published');
			return askItems({ nature: 'contoh', region, cycle: CYCLE }, scopeOfDemoCookie(cookie), release);
		});
	const courseOf = (answer: ItemsAnswer, course: string) => (answer.status === 'ok' ? answer.courses.find((c) => c.course === course) : undefined);
	const okOf = (answer: ItemsAnswer, course: string): OkCourse => {
		const found = courseOf(answer, course);
		if (found?.status !== 'ok') throw new Error(`${course}: ${found?.status ?? answer.status}`);
		return found;
	};
	const okItems = (course: OkCourse): readonly OkItem[] => course.items.filter((i) => i.status === 'ok');

	it.each(['regency:51.02', 'province:51', 'national'])('gives %s the exact questions of its own', async (cookie) => {
		const course = okOf(await asked('51.02', cookie), 'Rahasia');
		expect(okItems(course).map((i) => i.right)).toEqual([90, 118, 80, 100, 70, 108]);
		expect(course.alpha.status).toBe('ok');
		expect(course.items[1]).toMatchObject({ persons: 120, look: 'key', separation: { status: 'ok' } });
		// Wilson 95 % of 118 of 120, by hand: centre 96.81, half width 2.64.
		const { difficulty } = okItems(course)[1] ?? {};
		expect(difficulty?.value).toBeCloseTo((100 * 118) / 120, 10);
		expect([difficulty?.lower.toFixed(2), difficulty?.upper.toFixed(2)]).toEqual(['94.13', '99.54']);
	});

	it.each(['public', 'regency:51.03', 'province:65'])('gives %s only the public file about another regency', async (cookie) => {
		const course = okOf(await asked('51.02', cookie), 'Rahasia');
		expect(course.items.filter((i) => i.status === 'suppressed').length).toBeGreaterThanOrEqual(3);
		expect(course.items[1]).toEqual({ status: 'suppressed', kind: 'primary', item: 2 });
		expect([course.alpha, course.meanTotal]).toEqual([{ status: 'suppressed', kind: 'secondary' }, null]);
		expect(JSON.stringify(course)).not.toMatch(/\b118\b/);
		expect(courseOf(await asked('65.01', cookie === 'province:65' ? 'public' : cookie), 'Besar')).toEqual({ status: 'suppressed', kind: 'secondary', course: 'Besar' });
	});

	it('says from how many answers it would speak', async () => {
		const answer = await asked('51.03', 'public');
		expect(courseOf(answer, 'Mini')).toEqual({ status: 'too_few', needed: 30, course: 'Mini', persons: 29, leftOut: 0 });
		const few = okOf(answer, 'Kecil');
		expect(few.alpha).toEqual({ status: 'too_few', needed: 100 });
		expect(okItems(few).map((i) => i.separation)).toEqual(Array.from({ length: 5 }, () => ({ status: 'too_few', needed: 100 })));
	});

	it('names what to look at', async () => {
		const looks = okItems(okOf(await asked('51.03', 'regency:51.03'), 'Besar')).map((i) => i.look);
		expect([looks[2], looks[4], looks[5], looks[6]]).toEqual(['key', 'weak', 'all_right', 'hard']);
		expect([lookAt(0, 50, null), lookAt(48, 50, 0.4), lookAt(47, 50, 0.4), lookAt(14, 50, 0.2), lookAt(25, 50, 0.1999), lookAt(25, 50, -0.01), lookAt(15, 50, null)]).toEqual(['none_right', 'easy', 'fine', 'hard', 'weak', 'key', 'share_fine']);
	});

	it('tells silence, no election and another nature apart', async () => {
		expect((await asked('64.01', 'national')).status).toBe('not_received');
		const other = await new Releases(home).use(async (release) => {
			if (!release) throw new Error('nothing published');
			return Promise.all([
				askItems({ nature: 'real', region: '51.03', cycle: CYCLE }, scopeOfDemoCookie('national'), release),
				askItems({ nature: 'contoh', region: '19.02', cycle: 'PILKADA-2020' }, scopeOfDemoCookie('national'), release)
			]);
		});
		expect(other.map((a) => a.status)).toEqual(['not_published', 'not_applicable']);
	});
});
