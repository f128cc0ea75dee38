/** Which cells of a release may be shown to a viewer who is not entitled to the exact table. Decided once, at publication. */
import { MEASURES, type Guard, type Measure } from '../../metrics/index.ts';
import { protectLine } from './line.ts';
import type { DisclosureRules, Shown } from './rules.ts';

export interface MeasureCell {
	readonly measure: string;
	readonly nature: string;
	readonly region: string;
	readonly cycle: string;
	/** Empty for a total. */
	readonly breakdown: string;
	readonly category: string;
	readonly value: number;
}

export interface ProtectedCell extends MeasureCell {
	readonly shown: Shown;
}

/** Parent of an area in the hierarchy of sums: regency → province → nation → none. */
export type ParentOf = (region: string) => string | null;

/** All categories of a breakdown, for breakdowns with a fixed list; null for open lists (agencies, courses). */
export type CategoriesOf = (breakdown: string, nature: string, cycle: string) => readonly string[] | null;

const keyOf = (c: Pick<MeasureCell, 'measure' | 'nature' | 'region' | 'cycle' | 'breakdown' | 'category'>): string =>
	[c.measure, c.nature, c.region, c.cycle, c.breakdown, c.category].join('\u001f');
const lineOf = (c: MeasureCell): string => [c.measure, c.nature, c.region, c.cycle, c.breakdown].join('\u001f');

function threshold(guard: Guard, isTotal: boolean, rules: DisclosureRules): number {
	if (guard === 'open') return 0;
	if (guard === 'people') return rules.peopleBelow;
	if (isTotal) return rules.strict ? rules.strictBelow : 0;
	return rules.caseBreakdownBelow;
}

/**
 * Marks every cell. Lines run over the categories of a breakdown (their total is shown) and over the children of an area.
 * Zero cells of a fixed list are added to a line that has hidden cells, so that a zero is not told apart by its absence.
 * Measures marked `follows` take the marks of the measure they follow.
 */
export function protect(cells: readonly MeasureCell[], parentOf: ParentOf, categoriesOf: CategoriesOf, rules: DisclosureRules): ProtectedCell[] {
	const measures = new Map<string, Measure>(MEASURES.map((m) => [m.id, m]));
	const values = new Map(cells.map((c) => [keyOf(c), c.value]));
	const shown = new Map<string, Shown>();
	const all = withZeros(cells, categoriesOf, measures);

	const isPrimary = (c: MeasureCell, measure: Measure): boolean => {
		const below = threshold(measure.guard, c.breakdown === '', rules);
		if (c.value > 0 && c.value < below) return true;
		if (!measure.partOf || below === 0) return false;
		const whole = values.get(keyOf({ ...c, measure: measure.partOf }));
		if (whole === undefined) return false;
		const complement = whole - c.value;
		return whole < rules.minDenominator || (complement > 0 && complement < below);
	};

	for (const line of groupBy(all, lineOf).values()) {
		const [first] = line;
		const measure = first && measures.get(first.measure);
		if (!first || !measure || measure.follows) continue;
		const below = threshold(measure.guard, first.breakdown === '', rules);
		const marks =
			first.breakdown === '' || !measure.additive
				? line.map((c): Shown => (isPrimary(c, measure) ? 'primary' : 'open'))
				: protectLine(line.map((c) => ({ value: c.value, primary: isPrimary(c, measure) })), below, rules);
		line.forEach((c, i) => shown.set(keyOf(c), marks[i] ?? 'primary'));
	}
	protectParents(all, shown, parentOf, measures, rules);
	return all.map((c) => {
		const leader = measures.get(c.measure)?.follows;
		const mark = shown.get(keyOf(leader ? { ...c, measure: leader } : c)) ?? 'open';
		return { ...c, shown: mark };
	});
}

function withZeros(cells: readonly MeasureCell[], categoriesOf: CategoriesOf, measures: ReadonlyMap<string, Measure>): MeasureCell[] {
	const all = [...cells];
	for (const line of groupBy(cells, lineOf).values()) {
		const [first] = line;
		if (!first || first.breakdown === '' || measures.get(first.measure)?.guard === 'open') continue;
		const present = new Set(line.map((c) => c.category));
		for (const category of categoriesOf(first.breakdown, first.nature, first.cycle) ?? []) {
			if (!present.has(category)) all.push({ ...first, category, value: 0 });
		}
	}
	return all;
}

/**
 * An area's cell is the sum of its children's: where too few children are hidden, the parent's cell is hidden as well
 * (and with it, its own line is looked at again). Repeats until nothing changes.
 */
function protectParents(
	cells: readonly MeasureCell[],
	shown: Map<string, Shown>,
	parentOf: ParentOf,
	measures: ReadonlyMap<string, Measure>,
	rules: DisclosureRules
): void {
	const families = groupBy(
		cells.filter((c) => parentOf(c.region) !== null && measures.get(c.measure)?.additive && measures.get(c.measure)?.guard !== 'open'),
		(c) => keyOf({ ...c, region: parentOf(c.region) ?? '' })
	);
	const lines = groupBy(cells, lineOf);
	const byKey = new Map(cells.map((c) => [keyOf(c), c]));
	for (let changed = true; changed; ) {
		changed = false;
		for (const [parentKey, children] of families) {
			const parent = byKey.get(parentKey);
			if (!parent || shown.get(parentKey) !== 'open') continue;
			const hidden = children.filter((c) => (shown.get(keyOf(c)) ?? 'open') !== 'open');
			if (hidden.length === 0) continue;
			const total = hidden.reduce((sum, c) => sum + c.value, 0);
			if (hidden.length >= rules.minHiddenPerLine && total >= rules.minHiddenPerLine + rules.minWidth) continue;
			if (parent.breakdown === '') {
				const measure = measures.get(parent.measure);
				if (measure && threshold(measure.guard, true, rules) === 0) continue;
			}
			shown.set(parentKey, 'secondary');
			changed = true;
			const line = (lines.get(lineOf(parent)) ?? []).filter((c) => keyOf(c) !== parentKey);
			const open = line.filter((c) => (shown.get(keyOf(c)) ?? 'open') === 'open').sort((a, b) => a.value - b.value);
			let needed = rules.minHiddenPerLine - (line.length - open.length) - 1;
			for (const c of open) {
				if (needed <= 0) break;
				shown.set(keyOf(c), 'secondary');
				needed -= 1;
			}
		}
	}
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const k = key(item);
		const group = groups.get(k);
		if (group) group.push(item);
		else groups.set(k, [item]);
	}
	return groups;
}
