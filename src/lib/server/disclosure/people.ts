/** Counts of trained, pledged or attending persons: 1-4 hidden, complements of 1-4 too, small wholes too (rule 3). */
import type { Measure } from '../../metrics/index.ts';
import { groupBy, keyOf, lineOf, WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';
import { protectLine } from './line.ts';
import type { DisclosureRules, Shown } from './rules.ts';

/**
 * Marks all cells of the measures about people. Lines run over the categories of a breakdown, whose total is shown, and
 * over the children of an area. `wholeOf` gives the measure a cell is part of.
 */
export function protectPeople(
	cells: readonly MeasureCell[],
	measures: ReadonlyMap<string, Measure>,
	wholeOf: (cell: MeasureCell) => number | null,
	parentOf: ParentOf,
	categoriesOf: CategoriesOf,
	rules: DisclosureRules
): ProtectedCell[] {
	const below = rules.peopleBelow;
	const all = withZeros(cells, categoriesOf);
	const isPrimary = (c: MeasureCell): boolean => {
		if (c.value > 0 && c.value < below) return true;
		const whole = wholeOf(c);
		if (whole === null || whole === 0) return false;
		const complement = whole - c.value;
		return whole < rules.minDenominator || (complement > 0 && complement < below);
	};
	const shown = new Map<string, Shown>();
	const wholeLines = new Set<string>();
	for (const [line, members] of groupBy(all, lineOf)) {
		const [first] = members;
		const additive = first && measures.get(first.measure)?.additive;
		const marks =
			first?.breakdown === '' || !additive
				? members.map((c): Shown => (isPrimary(c) ? 'primary' : 'open'))
				: protectLine(members.map((c) => ({ value: c.value, primary: isPrimary(c) })), below, rules);
		members.forEach((c, i) => shown.set(keyOf(c), marks[i] ?? 'primary'));
		if (first?.breakdown !== '' && marks.every((m) => m === 'secondary')) wholeLines.add(line);
	}
	protectParents(all, shown, parentOf, measures, rules);
	return [...groupBy(all, lineOf)].flatMap(([line, members]) => {
		const [first] = members;
		if (first && wholeLines.has(line)) return [{ ...first, category: WHOLE_LINE, value: members.reduce((n, c) => n + c.value, 0), shown: 'secondary' as const }];
		return members.map((c): ProtectedCell => ({ ...c, shown: shown.get(keyOf(c)) ?? 'open' }));
	});
}

/** Zero cells of a fixed list, so that a zero is not told apart by its absence. */
function withZeros(cells: readonly MeasureCell[], categoriesOf: CategoriesOf): MeasureCell[] {
	const all = [...cells];
	for (const line of groupBy(cells, lineOf).values()) {
		const [first] = line;
		if (!first || first.breakdown === '') continue;
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
		cells.filter((c) => parentOf(c.region) !== null && measures.get(c.measure)?.additive),
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
