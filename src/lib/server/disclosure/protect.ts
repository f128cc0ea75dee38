/** Which cells of a release may be shown to a viewer who is not entitled to the exact table. Decided once, at publication. */
import { MEASURES, type Guard, type Measure } from '../../metrics/index.ts';
import { protectCaseBreakdowns } from './cases.ts';
import { groupBy, keyOf, lineOf, WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';
import { protectLine } from './line.ts';
import { protectPeople } from './people.ts';
import type { DisclosureRules, Shown } from './rules.ts';

export { WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';

/**
 * Marks every cell: `open`, or hidden (`primary`: a small number, `secondary`: it protects another). A line hidden as a
 * whole is one row with the category `*`. Measures marked `follows` take the marks of the measure they follow.
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
		...protectCases(of('cases'), rules.strict ? rules.strictBelow : 0, parentOf, categoriesOf, rules),
		...protectCases(of('pending'), rules.caseBreakdownBelow, parentOf, categoriesOf, rules)
	];
	return [...leaders, ...follow(of('follower'), leaders, measures)];
}

/** Totals below `totalsBelow` are hidden among their siblings (0: all totals are shown); breakdowns by their own rule. */
function protectCases(cells: readonly MeasureCell[], totalsBelow: number, parentOf: ParentOf, categoriesOf: CategoriesOf, rules: DisclosureRules): ProtectedCell[] {
	const totals = protectTotals(cells.filter((c) => c.breakdown === ''), totalsBelow, parentOf, rules);
	const known = new Map(totals.map((c) => [keyOf(c), c.shown === 'open' ? c.value : null]));
	const totalOf = (c: MeasureCell): number | null => known.get(keyOf({ ...c, breakdown: '', category: '' })) ?? null;
	return [...totals, ...protectCaseBreakdowns(cells.filter((c) => c.breakdown !== ''), totalOf, parentOf, categoriesOf, rules)];
}

/** Totals of the areas below one parent are a line; where it gives a small total away, the parent's total goes too. */
function protectTotals(cells: readonly MeasureCell[], below: number, parentOf: ParentOf, rules: DisclosureRules): ProtectedCell[] {
	if (below === 0) return cells.map((c) => ({ ...c, shown: 'open' }));
	const shown = new Map<string, Shown>();
	for (const family of groupBy(cells, (c) => keyOf({ ...c, region: parentOf(c.region) ?? '' })).values()) {
		const marks = protectLine(family.map((c) => ({ value: c.value, primary: c.value > 0 && c.value < below })), below, rules);
		family.forEach((c, i) => shown.set(keyOf(c), marks[i] ?? 'primary'));
	}
	return cells.map((c) => ({ ...c, shown: shown.get(keyOf(c)) ?? 'primary' }));
}

function follow(cells: readonly MeasureCell[], leaders: readonly ProtectedCell[], measures: ReadonlyMap<string, Measure>): ProtectedCell[] {
	const marks = new Map(leaders.map((c) => [keyOf(c), c.shown]));
	const led = (c: MeasureCell): MeasureCell => ({ ...c, measure: measures.get(c.measure)?.follows ?? c.measure });
	return [...groupBy(cells, lineOf).values()].flatMap((line): ProtectedCell[] => {
		const [first] = line;
		const whole = first && marks.get(keyOf({ ...led(first), category: WHOLE_LINE }));
		if (first && whole) return [{ ...first, category: WHOLE_LINE, shown: whole }];
		return line.map((c) => ({ ...c, shown: marks.get(keyOf(led(c))) ?? 'primary' }));
	});
}
