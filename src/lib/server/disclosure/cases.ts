/**
 * Case counts. Plain totals of an area and cycle may be shown (rule 2), so the danger lies in the breakdowns.
 * - A regency's breakdown line is hidden as a whole: its counts are 0 to 9 nearly always, and one mark for all cells,
 *   zeros included, tells nothing that the total does not.
 * - A province's or the nation's line shows its cells from the threshold up and hides the rest under one mark.
 * - Then the table is attacked; a line that gives a cell away is hidden as a whole.
 */
import { bounds, type AttackArea } from './attack.ts';
import { groupBy, WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';
import type { DisclosureRules } from './rules.ts';

interface Line {
	readonly region: string;
	readonly total: number | null;
	readonly values: number[];
	hidden: boolean[];
	whole: boolean;
}

/** Employers directly below the nation that are as small as a regency for this purpose. */
const CENTRAL: ReadonlySet<string> = new Set(['PUSAT']);

const depthOf = (region: string, parentOf: ParentOf): number => {
	const parent = parentOf(region);
	return parent === null ? 0 : 1 + depthOf(parent, parentOf);
};

/**
 * Marks the breakdown cells of one measure. `totals` gives the areas' totals as far as they are shown.
 * An open list (agencies) is never shown: which names stand in it would tell who has cases.
 */
export function protectCaseBreakdowns(
	cells: readonly MeasureCell[],
	totals: (cell: MeasureCell) => number | null,
	parentOf: ParentOf,
	categoriesOf: CategoriesOf,
	rules: DisclosureRules
): ProtectedCell[] {
	const tables = groupBy(cells, (c) => [c.measure, c.nature, c.cycle, c.breakdown].join('\u001f'));
	return [...tables.values()].flatMap((table) => protectTable(table, totals, parentOf, categoriesOf, rules));
}

function protectTable(
	table: readonly MeasureCell[],
	totals: (cell: MeasureCell) => number | null,
	parentOf: ParentOf,
	categoriesOf: CategoriesOf,
	rules: DisclosureRules
): ProtectedCell[] {
	const [first] = table;
	if (!first) return [];
	const fixed = categoriesOf(first.breakdown, first.nature, first.cycle);
	const categories = [...new Set([...(fixed ?? []), ...table.map((c) => c.category)])];
	const lines = [...groupBy(table, (c) => c.region)].map(([region, cellsOfRegion]): Line => {
		const values = categories.map((category) => cellsOfRegion.find((c) => c.category === category)?.value ?? 0);
		const sample = cellsOfRegion[0] ?? first;
		const whole = fixed === null || depthOf(region, parentOf) > 1 || CENTRAL.has(region);
		return { region, total: totals(sample), values, hidden: values.map(() => whole), whole };
	});
	for (const line of lines) if (!line.whole) hideSmall(line, rules);
	withstand(lines, parentOf, rules);
	return lines.flatMap((line) => cellsOf(line, categories, first));
}

/** Cells below the threshold, zeros too, until enough of them share enough; else the whole line. */
function hideSmall(line: Line, rules: DisclosureRules): void {
	const below = rules.caseBreakdownBelow;
	if (!line.values.some((v) => v > 0 && v < below)) return;
	line.hidden = line.values.map((v) => v < below);
	const order = line.values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value || a.i - b.i);
	const rest = (): number => line.values.reduce((sum, v, i) => sum + (line.hidden[i] ? v : 0), 0);
	const count = (): number => line.hidden.filter(Boolean).length;
	for (const { i } of order) {
		if (count() >= rules.minHiddenPerLine && rest() >= rules.minWidth + 1) return;
		line.hidden[i] = true;
	}
	hideWhole(line);
}

function hideWhole(line: Line): void {
	line.whole = true;
	line.hidden = line.hidden.map(() => true);
}

/** Attacks the table and hides lines until no count of 1 to 9 is known more closely than its own total allows. */
function withstand(lines: readonly Line[], parentOf: ParentOf, rules: DisclosureRules): void {
	const index = new Map(lines.map((line, i) => [line.region, i]));
	const parents = lines.map((line) => index.get(parentOf(line.region) ?? '') ?? -1);
	for (;;) {
		const areas = lines.map((line, i): AttackArea => ({ parent: parents[i] ?? -1, total: line.total, values: line.values, hidden: line.hidden }));
		const { lower, upper } = bounds(areas);
		const toHide = new Set<Line>();
		lines.forEach((line, a) => {
			const given = line.values.some((value, c) => {
				if (!line.hidden[c] || value === 0 || value >= rules.caseBreakdownBelow) return false;
				const width = (upper[a]?.[c] ?? 0) - (lower[a]?.[c] ?? 0);
				return width < Math.min(rules.minWidth, line.total ?? rules.minWidth);
			});
			if (given) {
				const next = firstNotWhole(lines, parents, a);
				if (next) toHide.add(next);
			}
		});
		if (toHide.size === 0) return;
		for (const line of toHide) hideWhole(line);
	}
}

/** The line itself, or the nearest ancestor that still shows something; null when nothing is left to hide. */
function firstNotWhole(lines: readonly Line[], parents: readonly number[], from: number): Line | null {
	for (let i = from; i >= 0; i = parents[i] ?? -1) {
		const line = lines[i];
		if (line && !line.whole) return line;
	}
	return null;
}

function cellsOf(line: Line, categories: readonly string[], like: MeasureCell): ProtectedCell[] {
	const base = { ...like, region: line.region };
	if (line.whole) return [{ ...base, category: WHOLE_LINE, value: line.values.reduce((a, b) => a + b, 0), shown: 'primary' }];
	return categories.flatMap((category, i): ProtectedCell[] => {
		const value = line.values[i] ?? 0;
		if (line.hidden[i]) return [{ ...base, category, value, shown: 'primary' }];
		return value > 0 ? [{ ...base, category, value, shown: 'open' }] : [];
	});
}
