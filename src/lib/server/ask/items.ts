/**
 * Questions of a quiz, one by one: the courses of a regency in a cycle, how hard each question was and whether it
 * separates. Exact for the viewer's own regencies, from the public file for all others.
 */
import { takesPart } from '#etl/reference/cycles.ts';
import { ANSWERS_FOR_CORRELATION, ANSWERS_FOR_DIFFICULTY, wilson } from '../../statistics/index.ts';
import { exactStatement } from '../access/exact.ts';
import { isOwn, type Scope } from '../access/scope.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { lookAt, type Look } from './item-look.ts';
import type { Nature } from './types.ts';

export interface ItemsQuestion {
	readonly nature: Nature;
	readonly region: string;
	readonly cycle: string;
}

interface Suppressed {
	readonly status: 'suppressed';
	readonly kind: 'primary' | 'secondary';
}
/** Not shown from so few answers: `needed` are. */
interface TooFew {
	readonly status: 'too_few';
	readonly needed: number;
}

/** What only many answers tell; null where nothing varies. */
export type Separation = { readonly status: 'ok'; readonly itemRest: number | null; readonly discrimination: number | null; readonly alphaWithout: number | null } | TooFew | Suppressed;

export interface OkItem {
	readonly status: 'ok';
	readonly item: number;
	readonly right: number;
	readonly persons: number;
	/** Percent who were right, with Wilson 95 % interval. */
	readonly difficulty: { readonly value: number; readonly lower: number; readonly upper: number };
	/** Mean share of the mark reached, in percent; null where hidden. */
	readonly meanShare: number | null;
	readonly separation: Separation;
	readonly look: Look;
}
export type ItemResult = OkItem | (Suppressed & { readonly item: number });

export interface OkCourse {
	readonly status: 'ok';
	readonly course: string;
	readonly persons: number;
	readonly leftOut: number;
	readonly items: readonly ItemResult[];
	readonly alpha: { readonly status: 'ok'; readonly value: number | null } | TooFew | Suppressed;
	/** Mean number of right answers; null where hidden. */
	readonly meanTotal: number | null;
}
export type CourseResult = OkCourse | (TooFew & { readonly course: string; readonly persons: number; readonly leftOut: number }) | (Suppressed & { readonly course: string });

export type RegionItems =
	| { readonly status: 'ok'; readonly region: string; readonly courses: readonly CourseResult[] }
	| { readonly status: 'not_received' | 'not_published' | 'not_applicable'; readonly region: string };

export type ItemsAnswer = RegionItems & { readonly release: string; readonly asOf: string; readonly question: ItemsQuestion };

const COURSES_SQL = `SELECT regency, course, persons, left_out, alpha, mean_total, SHOWN AS shown FROM quiz_course
	WHERE nature = $1 AND list_contains($2, regency) AND "cycle" = $3 AND OWN ORDER BY regency, course`;
const ITEMS_SQL = `SELECT regency, course, item, persons, right_count, mean_share, item_rest, discrimination, alpha_without, SHOWN AS shown FROM quiz_item
	WHERE nature = $1 AND list_contains($2, regency) AND "cycle" = $3 AND OWN ORDER BY regency, course, item`;
const AS_OF_SQL = `SELECT max(as_of) AS latest FROM submission
	WHERE nature = $1 AND dataset = 'quiz' AND state IN ('accepted', 'nil') AND (regency = 'all' OR list_contains($2, regency))`;
const open = (sql: string): string => sql.replace('SHOWN', 'shown').replace('OWN', 'true');
/** In the exact file every number is open. */
const exactOf = (id: string, sql: string) => exactStatement(id, 3, (own) => sql.replace('SHOWN', "'open'").replace('OWN', () => own('regency')));
const EXACT = { courses: exactOf('quiz_courses', COURSES_SQL), items: exactOf('quiz_items', ITEMS_SQL) };
const OPEN = { courses: open(COURSES_SQL), items: open(ITEMS_SQL) };

/** The courses of one regency and their questions, as the viewer may know them. */
export async function askItems(question: ItemsQuestion, scope: Scope, release: OpenRelease): Promise<ItemsAnswer> {
	const { nature, region, cycle } = question;
	const { asOf, areas } = await askItemsOf({ nature, regions: [region], cycle }, scope, release);
	const [found] = areas;
	if (!found) throw new Error('no answer for the region asked about');
	return { ...found, release: release.id, asOf, question };
}

/** The same for several regencies, in the order asked; one query per table and file. */
export async function askItemsOf(
	asked: { readonly nature: Nature; readonly regions: readonly string[]; readonly cycle: string },
	scope: Scope,
	release: OpenRelease
): Promise<{ readonly asOf: string; readonly areas: readonly RegionItems[] }> {
	const { nature, regions, cycle } = asked;
	const exact = release.exact(scope);
	const own = [nature, regions.filter((r) => isOwn(scope, r)), cycle];
	const others = [nature, regions.filter((r) => !isOwn(scope, r)), cycle];
	const [ownCourses, ownItems, otherCourses, otherItems, [dated]] = await Promise.all([
		exact?.query(EXACT.courses, own) ?? [],
		exact?.query(EXACT.items, own) ?? [],
		release.public.query(OPEN.courses, others),
		release.public.query(OPEN.items, others),
		release.public.query(AS_OF_SQL, [nature, regions])
	]);
	const courses = Map.groupBy([...ownCourses, ...otherCourses], (row) => String(row.regency));
	const items = Map.groupBy([...ownItems, ...otherItems], (row) => `${row.regency}|${row.course}`);
	const areas = regions.map((region): RegionItems => {
		if (takesPart(cycle, region) === 'no') return { status: 'not_applicable', region };
		const own = courses.get(region);
		if (!own) return { status: nature === 'real' ? 'not_published' : 'not_received', region };
		return { status: 'ok', region, courses: own.map((row) => courseOf(row, items.get(`${region}|${row.course}`) ?? [])) };
	});
	return { asOf: typeof dated?.latest === 'string' ? dated.latest : release.manifest.as_of, areas };
}

const hiddenAs = (row: Row): Suppressed => ({ status: 'suppressed', kind: row.shown === 'primary' ? 'primary' : 'secondary' });
const numberOrNull = (value: Row[string] | undefined): number | null => (typeof value === 'number' ? value : null);

function courseOf(row: Row, items: readonly Row[]): CourseResult {
	const course = String(row.course);
	const [persons, leftOut] = [numberOrNull(row.persons), numberOrNull(row.left_out)];
	if (row.shown !== 'open' || persons === null || leftOut === null) return { ...hiddenAs(row), course };
	if (persons < ANSWERS_FOR_DIFFICULTY) return { status: 'too_few', needed: ANSWERS_FOR_DIFFICULTY, course, persons, leftOut };
	// What goes with a hidden question, and in short quizzes, has no number in the public file at all.
	const hasDerived = items.some((item) => item.discrimination !== null);
	const derived: TooFew | Suppressed | null = persons < ANSWERS_FOR_CORRELATION ? { status: 'too_few', needed: ANSWERS_FOR_CORRELATION } : hasDerived ? null : { status: 'suppressed', kind: 'secondary' };
	return {
		status: 'ok',
		course,
		persons,
		leftOut,
		items: items.map((item) => itemOf(item, derived)),
		alpha: derived ?? { status: 'ok', value: numberOrNull(row.alpha) },
		meanTotal: numberOrNull(row.mean_total)
	};
}

function itemOf(row: Row, derived: TooFew | Suppressed | null): ItemResult {
	const [item, right, persons] = [Number(row.item), numberOrNull(row.right_count), Number(row.persons)];
	const share = wilson(right, persons, 0.95);
	if (row.shown !== 'open' || right === null || share.kind === 'none') return { ...hiddenAs(row), item };
	const [itemRest, discrimination, meanShare] = [numberOrNull(row.item_rest), numberOrNull(row.discrimination), numberOrNull(row.mean_share)];
	return {
		status: 'ok',
		item,
		right,
		persons,
		difficulty: { value: 100 * share.value, lower: 100 * share.lower, upper: 100 * share.upper },
		meanShare: meanShare === null ? null : 100 * meanShare,
		separation: derived ?? { status: 'ok', itemRest, discrimination, alphaWithout: numberOrNull(row.alpha_without) },
		look: lookAt(right, persons, derived ? null : itemRest)
	};
}
