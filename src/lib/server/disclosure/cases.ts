/**
 * Case counts. Plain totals of an area and cycle may be shown (rule 2), so the danger lies in the breakdowns.
 * - A regency's breakdown line is hidden as a whole: its counts are 0 to 9 nearly always, and one mark for all cells,
 *   zeros included, tells nothing that the total does not.
 * - A province's or the nation's line shows its cells from the threshold up and hides the rest under one mark.
 * - Then the tables are attacked; what gives a cell away hides its next larger category, and its whole line when nothing less
 *   is enough.
 */
import { groupBy, WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';
import type { DisclosureRules } from './rules.ts';
import { hideWhole, WHOLE, withstand, type Line, type Table } from './tables.ts';

/** Employers directly below the nation that are as small as a regency for this purpose. */
const CENTRAL: ReadonlySet<string> = new Set(['PUSAT']);

const depthOf = (region: string, parentOf: ParentOf): number => {
	const parent = parentOf(region);
	return parent === null ? 0 : 1 + depthOf(parent, parentOf);
};

/** Who was forwarded had been reported, and so on: a cell is never more than that of the measure it is part of. */
export const PART_OF: Readonly<Record<string, string>> = {
	forwarded_persons: 'reported_persons',
	proven_persons: 'forwarded_persons',
	sanctioned_persons: 'proven_persons',
	waiting_persons: 'reported_persons',
	forwarded_cases: 'reported_cases',
	proven_cases: 'forwarded_cases',
	sanctioned_cases: 'proven_cases'
};

/**
 * Marks the breakdown cells of all measures. `totals` gives the areas' totals as far as they are shown, `roomFor` how much a cell can be by the plain totals of other measures.
 * An open list (agencies) is never shown: which names stand in it would tell who has cases.
 */
export function protectCaseBreakdowns(
	cells: readonly MeasureCell[],
	totals: (cell: MeasureCell) => number | null,
	parentOf: ParentOf,
	categoriesOf: CategoriesOf,
	rules: DisclosureRules,
	roomFor: (cell: MeasureCell) => number
): ProtectedCell[] {
	const families = groupBy(cells, (c) => [c.nature, c.cycle, c.breakdown].join('\u001f'));
	return [...families.values()].flatMap((family) => {
		const [first] = family;
		if (!first) return [];
		const fixed = categoriesOf(first.breakdown, first.nature, first.cycle);
		const categories = [...new Set([...(fixed ?? []), ...family.map((c) => c.category)])];
		const byMeasure = groupBy(family, (c) => c.measure);
		const tables = new Map([...byMeasure].map(([measure, table]) => [measure, tableOf(table[0] ?? first, table, categories, fixed === null, totals, parentOf, rules, roomFor)]));
		for (const [measure, table] of tables) table.outer = tables.get(PART_OF[measure] ?? '') ?? null;
		withstand([...tables.values()], parentOf, rules);
		return [...tables.values()].flatMap((table) => table.lines.flatMap((line) => cellsOf(line, categories, table.like)));
	});
}

function tableOf(
	like: MeasureCell,
	table: readonly MeasureCell[],
	categories: readonly string[],
	isOpenList: boolean,
	totals: (cell: MeasureCell) => number | null,
	parentOf: ParentOf,
	rules: DisclosureRules,
	roomFor: (cell: MeasureCell) => number
): Table {
	const place = new Map(categories.map((category, i) => [category, i]));
	const lines = [...groupBy(table, (c) => c.region)].map(([region, own]): Line => {
		const values = categories.map(() => 0);
		for (const c of own) values[place.get(c.category) ?? 0] = c.value;
		const total = own[0] ? totals(own[0]) : null;
		// A line whose total is hidden would give it back as its sum.
		const whole = isOpenList || total === null || depthOf(region, parentOf) > 1 || CENTRAL.has(region);
		const sensitive = values.map((v) => v > 0 && v < rules.caseBreakdownBelow);
		return { region, total, values, sensitive, hidden: values.map(() => whole), whole, range: () => WHOLE, limit: categories.map((category) => roomFor({ ...like, region, category })) };
	});
	for (const line of lines) if (!line.whole && line.sensitive.some(Boolean)) hideUpTo(line, 0, rules);
	const isSmall = (rest: number): boolean => rest > 0 && rest < rules.caseBreakdownBelow;
	return { like, lines, outer: null, isSmall, hide: (line, value) => hideUpTo(line, Math.max(value, nextIn(line)), rules) };
}

/** The smallest number that a line still shows. */
const nextIn = (line: Line): number => Math.min(...line.values.filter((v, c) => !line.hidden[c] && v > 0));

/** Cells up to a value, those below the threshold at least, zeros too, and equal ones together, until enough of them share enough; else the whole line. */
function hideUpTo(line: Line, value: number, rules: DisclosureRules): void {
	const below = rules.caseBreakdownBelow;
	for (const limit of [below - 1, ...line.values.filter((v) => v >= below).sort((a, b) => a - b)]) {
		if (limit < value) continue;
		line.hidden = line.values.map((v) => v <= limit);
		const hidden = line.values.filter((v) => v <= limit);
		if (hidden.length === line.values.length) break;
		if (hidden.length < rules.minHiddenPerLine || hidden.reduce((a, b) => a + b, 0) < rules.minWidth + 1) continue;
		// What the mark tells: the smallest cells are hidden.
		const most = limit < below ? below - 1 : Math.min(...line.values.filter((v) => v > limit)) - 1;
		line.range = () => ({ least: 0, most });
		return;
	}
	hideWhole(line);
}

function cellsOf(line: Line, categories: readonly string[], like: MeasureCell): ProtectedCell[] {
	const base = { ...like, region: line.region };
	if (line.whole) return [{ ...base, category: WHOLE_LINE, value: line.values.reduce((a, b) => a + b, 0), shown: 'secondary' }];
	return categories.flatMap((category, i): ProtectedCell[] => {
		const value = line.values[i] ?? 0;
		if (line.hidden[i]) return [{ ...base, category, value, shown: 'primary' }];
		return value > 0 ? [{ ...base, category, value, shown: 'open' }] : [];
	});
}
