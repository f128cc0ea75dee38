/** Which cells of a release may be shown to a viewer who is not entitled to the exact table. Decided once, at publication. */
import { MEASURES, type Guard, type Measure } from '../../metrics/index.ts';
import { PART_OF, protectCaseBreakdowns } from './cases.ts';
import { groupBy, keyOf, lineOf, WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';
import { protectPeople, protectTotals } from './people.ts';
import type { DisclosureRules } from './rules.ts';

export { WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';

/**
 * Marks every cell: `open`, or hidden (`primary`: a small number, `secondary`: it protects another). A line hidden as a
 * whole is one row with the category `*`. Measures marked `follows` take the marks of the measure they follow. Cells of
 * measures for the entitled alone are not in the result: whether there is one would tell.
 */
export function protect(cells: readonly MeasureCell[], parentOf: ParentOf, categoriesOf: CategoriesOf, rules: DisclosureRules): ProtectedCell[] {
	const measures = new Map<string, Measure>(MEASURES.map((m) => [m.id, m]));
	const values = new Map(cells.map((c) => [keyOf(c), c.value]));
	const guarded = groupBy(cells, (c): Guard | 'follower' => (measures.get(c.measure)?.follows ? 'follower' : (measures.get(c.measure)?.guard ?? 'people')));
	const of = (guard: Guard | 'follower'): readonly MeasureCell[] => guarded.get(guard) ?? [];
	const wholeOf = (c: MeasureCell): number | null => {
		const whole = measures.get(c.measure)?.partOf;
		return whole ? (values.get(keyOf({ ...c, measure: whole })) ?? null) : null;
	};
	const leaders = [
		...of('open').map((c): ProtectedCell => ({ ...c, shown: 'open' })),
		...protectPeople(of('people'), measures, wholeOf, parentOf, categoriesOf, rules),
		...protectCases(of('cases'), of('pending'), parentOf, categoriesOf, rules)
	];
	return [...leaders, ...follow(of('follower'), leaders, measures)];
}

/** Whoever waits has come as far as the first and not as far as the second; by whom is waited for. */
const WAITING = ['reported_persons', 'sanctioned_persons'] as const;
const ROOMS: Readonly<Record<string, readonly [string, string]>> = {
	bawaslu: ['reported_persons', 'forwarded_persons'],
	supervisor: ['reported_persons', 'proven_persons'],
	ppk: ['proven_persons', 'sanctioned_persons']
};

/** Totals of plain counts are shown unless the operator is strict, those of pending ones from the threshold up; breakdowns by their own rule. */
function protectCases(plain: readonly MeasureCell[], pending: readonly MeasureCell[], parentOf: ParentOf, categoriesOf: CategoriesOf, rules: DisclosureRules): ProtectedCell[] {
	const isTotal = (c: MeasureCell): boolean => c.breakdown === '';
	const values = new Map(plain.filter(isTotal).map((c) => [keyOf(c), c.value]));
	const roomFor = (c: MeasureCell): number => {
		const of = (measure: string): number => values.get(keyOf({ ...c, measure, breakdown: '', category: '' })) ?? 0;
		if (c.measure !== 'waiting_persons') return Infinity;
		const [from, to] = ROOMS[c.category] ?? WAITING;
		return of(from) - of(to);
	};
	const totals = [
		...protectTotals(plain.filter(isTotal), () => null, (measure) => PART_OF[measure], parentOf, { ...rules, peopleBelow: rules.strict ? rules.strictBelow : 0 }),
		...protectTotals(withZeros(plain, pending.filter(isTotal)), () => null, () => undefined, parentOf, { ...rules, peopleBelow: rules.caseBreakdownBelow }, roomFor)
	];
	const known = new Map(totals.map((c) => [keyOf(c), c.shown === 'open' ? c.value : null]));
	const totalOf = (c: MeasureCell): number | null => known.get(keyOf({ ...c, breakdown: '', category: '' })) ?? null;
	const breakdowns = [...plain, ...pending].filter((c) => !isTotal(c));
	return [...totals, ...protectCaseBreakdowns(breakdowns, totalOf, parentOf, categoriesOf, rules, roomFor)];
}

/**
 * A pending count for every area with a case: where the plain totals leave room for one person only, a mark on the ones
 * without marks on the zeros would tell who it is.
 */
function withZeros(plain: readonly MeasureCell[], pending: readonly MeasureCell[]): MeasureCell[] {
	const known = new Set(pending.map(keyOf));
	const ids = [...new Set(pending.map((c) => c.measure))];
	const reported = plain.filter((c) => c.measure === 'reported_persons' && c.breakdown === '');
	return [...pending, ...reported.flatMap((c) => ids.map((measure): MeasureCell => ({ ...c, measure, value: 0 })).filter((zero) => !known.has(keyOf(zero))))];
}

/** Followers are hidden wherever their leader is, also where they have no cell: a missing one would be read as zero. */
function follow(cells: readonly MeasureCell[], leaders: readonly ProtectedCell[], measures: ReadonlyMap<string, Measure>): ProtectedCell[] {
	const leaderOf = (c: MeasureCell): string => measures.get(c.measure)?.follows ?? c.measure;
	const linesOfLeaders = groupBy(leaders, lineOf);
	return [...groupBy(cells, lineOf).values()].flatMap((line): ProtectedCell[] => {
		const [first] = line;
		if (!first) return [];
		const led = linesOfLeaders.get(lineOf({ ...first, measure: leaderOf(first) })) ?? [];
		const whole = led.find((c) => c.category === WHOLE_LINE);
		if (whole) return [{ ...first, category: WHOLE_LINE, shown: whole.shown }];
		const own = new Map(line.map((c) => [c.category, c]));
		const marks = new Map(led.map((c) => [c.category, c.shown]));
		const hidden = led.filter((c) => c.shown !== 'open' && !own.has(c.category)).map((c): ProtectedCell => ({ ...first, category: c.category, value: 0, shown: c.shown }));
		return [...line.map((c): ProtectedCell => ({ ...c, shown: marks.get(c.category) ?? 'primary' })), ...hidden];
	});
}
