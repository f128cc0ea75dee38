/** The public tables about quiz questions: `quiz_course` and `quiz_item` without what may not be public. */
import { WHOLE_LINE, type ParentOf, type ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import { isToldBySum, protectQuiz, type QuizCourse, type QuizItem } from '../../src/lib/server/disclosure/quiz.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { QUIZ_COURSE_COLUMNS, QUIZ_ITEM_COLUMNS } from '../build/items.ts';
import type { RowValue } from '../findings.ts';
import type { SqlColumn, Warehouse } from '../warehouse.ts';

/** What decides on hiding and is not shown itself. */
const INTERNAL: ReadonlySet<string> = new Set(['partial_count', 'maximum']);
const SHOWN: SqlColumn = { name: 'shown', type: 'VARCHAR' };
type Stored<T> = T & { readonly nature: string; readonly regency: string; readonly course: string; readonly cycle: string };
type Table = Readonly<Record<string, RowValue>>[];

const keyOf = (...parts: readonly string[]): string => parts.join('\u001f');

/**
 * Hides the points of courses whose hidden answers their sum would tell, and of the areas above: of the region as a whole,
 * since its courses and agencies add up to them.
 */
export async function hidePoints(internal: Warehouse, cells: readonly ProtectedCell[], parentOf: ParentOf, rules: DisclosureRules): Promise<ProtectedCell[]> {
	const items = Map.groupBy((await internal.all('SELECT * FROM quiz_item')) as unknown as Stored<QuizItem>[], (i) => keyOf(i.nature, i.regency, i.course, i.cycle));
	const closed = new Set<string>();
	for (const [first, ...others] of items.values()) {
		if (!first || !isToldBySum([first, ...others], rules)) continue;
		for (let area: string | null = first.regency; area !== null; area = parentOf(area)) closed.add(keyOf(first.nature, area, first.cycle));
	}
	const isClosed = (c: ProtectedCell): boolean => c.measure === 'quiz_points' && closed.has(keyOf(c.nature, c.region, c.cycle));
	const lines = Map.groupBy(cells.filter(isClosed), (c) => keyOf(c.nature, c.region, c.cycle, c.breakdown));
	const hidden = [...lines.values()].flatMap(([like]): ProtectedCell[] => (like ? [{ ...like, category: like.breakdown === '' ? '' : WHOLE_LINE, shown: 'secondary' }] : []));
	return hidden.length === 0 ? [...cells] : [...cells.filter((c) => !isClosed(c)), ...hidden];
}

/** Writes both tables into the attached database `out`, each row with `shown`; names of courses are no personal data. */
export async function writeQuiz(internal: Warehouse, cells: readonly ProtectedCell[], rules: DisclosureRules): Promise<void> {
	const takers = new Map(
		cells.flatMap((c): [string, number][] => (c.measure === 'quiz_takers' && c.breakdown === 'course' && c.shown === 'open' ? [[keyOf(c.nature, c.region, c.category, c.cycle), c.value]] : []))
	);
	const courses = (await internal.all('SELECT * FROM quiz_course ORDER BY nature, regency, course, "cycle"')) as unknown as Stored<QuizCourse>[];
	const items = Map.groupBy((await internal.all('SELECT * FROM quiz_item ORDER BY item')) as unknown as Stored<QuizItem>[], (i) => keyOf(i.nature, i.regency, i.course, i.cycle));
	const shown = courses.map((stored) => {
		const { nature, regency, course, cycle } = stored;
		const key = keyOf(nature, regency, course, cycle);
		return protectQuiz(stored, items.get(key) ?? [], takers.get(key) ?? null, rules);
	});
	await write(internal, 'quiz_course', [...QUIZ_COURSE_COLUMNS, SHOWN], shown.map((s) => ({ ...s.course })));
	await write(internal, 'quiz_item', [...QUIZ_ITEM_COLUMNS.filter((c) => !INTERNAL.has(c.name)), SHOWN], shown.flatMap((s) => s.items.map((item) => ({ ...item }))));
}

async function write(internal: Warehouse, table: string, columns: readonly SqlColumn[], rows: Table): Promise<void> {
	await internal.createTable(`public_${table}`, columns, rows);
	await internal.run(`CREATE TABLE out.${table} AS FROM public_${table}`);
	await internal.run(`DROP TABLE public_${table}`);
}
