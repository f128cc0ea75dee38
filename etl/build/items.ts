/**
 * Quiz items: how each question of a course did in a regency, counted from the answers of persons.
 *
 * Who counts: of every person the first finished attempt (lowest `attempt_no`) in which every question has a mark, since
 * whoever tries again has seen the questions. A question is marked when the file says reached and maximum, the maximum
 * above zero. Left out, and counted: persons whose finished attempts all have a question without a mark, and persons with
 * another number of questions than most (of two equally common numbers the larger is kept). Persons without a finished
 * attempt are neither counted nor left out.
 * What counts: right when reached ≥ maximum, everything else wrong; the mean share reached is kept beside it. Values of
 * items from 30 persons, correlations, discrimination (its upper and lower group would be under 27 persons) and alpha from
 * 100 (methods 2.13). Never over several regencies: their questions may differ.
 */
import { ANSWERS_FOR_CORRELATION, ANSWERS_FOR_DIFFICULTY, itemAnalysis } from '../../src/lib/statistics/index.ts';
import type { RowValue } from '../findings.ts';
import type { SqlColumn, Warehouse } from '../warehouse.ts';

const GROUP: readonly SqlColumn[] = (['nature', 'regency', 'course', 'cycle'] as const).map((name) => ({ name, type: 'VARCHAR' }));
const numbers = (type: 'INTEGER' | 'DOUBLE', ...names: readonly string[]): SqlColumn[] => names.map((name) => ({ name, type }));

/** One row per course of a regency in a cycle with any finished attempt. */
export const QUIZ_COURSE_COLUMNS: readonly SqlColumn[] = [...GROUP, ...numbers('INTEGER', 'persons', 'left_out', 'items'), ...numbers('DOUBLE', 'alpha', 'mean_total')];
/** One row per question of a course with enough persons. `maximum`: the mark that was possible, null where it was not the same for all; `partial_count`: persons with a part of it, counted wrong. */
export const QUIZ_ITEM_COLUMNS: readonly SqlColumn[] = [
	...GROUP,
	...numbers('INTEGER', 'item', 'persons', 'right_count', 'partial_count'),
	...numbers('DOUBLE', 'maximum', 'mean_share', 'item_rest', 'discrimination', 'alpha_without')
];

const GROUPS_SQL = `SELECT DISTINCT nature, regency, course, "cycle" FROM fact_quiz WHERE state = 'finished' AND "cycle" IS NOT NULL ORDER BY ALL`;
const ATTEMPTS_SQL = `SELECT person_key, items FROM fact_quiz
	WHERE state = 'finished' AND nature = $1 AND regency = $2 AND course = $3 AND "cycle" = $4 ORDER BY person_key, attempt_no`;

interface Mark {
	readonly reached: number;
	readonly maximum: number;
}
type Row = Readonly<Record<string, RowValue>>;

/** Creates `quiz_course` and `quiz_item` in the open internal warehouse from `fact_quiz`, one course at a time. */
export async function buildQuizItems(warehouse: Warehouse): Promise<void> {
	const courses: Row[] = [];
	const items: Row[] = [];
	for (const { nature, regency, course, cycle } of await warehouse.all(GROUPS_SQL)) {
		const group = { nature: nature ?? null, regency: regency ?? null, course: course ?? null, cycle: cycle ?? null };
		const counted = countCourse(await warehouse.all(ATTEMPTS_SQL, Object.values(group)));
		courses.push({ ...group, ...counted.course });
		items.push(...counted.items.map((item) => ({ ...group, ...item })));
	}
	await warehouse.createTable('quiz_course', QUIZ_COURSE_COLUMNS, courses);
	await warehouse.createTable('quiz_item', QUIZ_ITEM_COLUMNS, items);
}

/** Finished attempts in the order of person and attempt → the course and its questions, as the tables hold them. */
function countCourse(attempts: readonly Row[]): { course: Row; items: readonly Row[] } {
	const first = new Map<string, readonly Mark[] | null>();
	for (const attempt of attempts) {
		const person = String(attempt.person_key);
		if (!first.get(person)) first.set(person, marksOf(attempt.items ?? null));
	}
	const stated = [...first.values()].filter((marks) => marks !== null);
	const count = commonest(stated.map((marks) => marks.length));
	const kept = stated.filter((marks) => marks.length === count);
	const persons = kept.length;
	const course = { persons, left_out: first.size - persons, items: count, alpha: null, mean_total: null };
	const analysis = itemAnalysis(kept.map((marks) => marks.map((m) => (isRight(m) ? 1 : 0))));
	if (persons < ANSWERS_FOR_DIFFICULTY || analysis.kind === 'none') return { course, items: [] };
	const correlated = persons >= ANSWERS_FOR_CORRELATION;
	return {
		course: { ...course, alpha: correlated ? analysis.alpha : null, mean_total: analysis.meanTotal },
		items: analysis.items.map((item, i) => {
			const marks = kept.flatMap((own) => own[i] ?? []);
			return {
				item: i + 1,
				persons,
				maximum: commonMaximum(marks),
				right_count: marks.filter(isRight).length,
				partial_count: marks.filter((m) => !isRight(m) && m.reached > 0).length,
				mean_share: marks.reduce((total, m) => total + m.reached / m.maximum, 0) / persons,
				item_rest: correlated ? item.itemRest : null,
				discrimination: correlated ? item.discrimination : null,
				alpha_without: correlated ? item.alphaWithout : null
			};
		})
	};
}

function commonMaximum(marks: readonly Mark[]): number | null {
	const [first] = marks;
	return first && marks.every((m) => m.maximum === first.maximum) ? first.maximum : null;
}

const isRight = (mark: Mark): boolean => mark.reached >= mark.maximum;

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const MARK = new RegExp(String.raw`^\s*(-?${NUMBER})\s*/\s*(${NUMBER})\s*$`);

/** `10/10;0/10` → marks; null when any question has none. */
function marksOf(items: RowValue): readonly Mark[] | null {
	if (typeof items !== 'string') return null;
	const marks: Mark[] = [];
	for (const text of items.split(';')) {
		const [, reached, maximum] = MARK.exec(text) ?? [];
		if (reached === undefined || maximum === undefined || Number(maximum) === 0) return null;
		marks.push({ reached: Number(reached), maximum: Number(maximum) });
	}
	return marks;
}

/** The most common number, of equally common ones the largest; null of none. */
function commonest(counts: readonly number[]): number | null {
	const times = new Map<number, number>();
	for (const n of counts) times.set(n, (times.get(n) ?? 0) + 1);
	const [best] = [...times].sort(([a, m], [b, n]) => n - m || b - a);
	return best?.[0] ?? null;
}
