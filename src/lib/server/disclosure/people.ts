/**
 * Counts of trained, pledged or attending persons: 1-4 hidden, complements of 1-4 too, small wholes too (rule 3).
 * - Totals of areas: small ones are hidden together with the smallest of their siblings, three at least; where there are
 *   not enough siblings, with the total of the area above.
 * - A breakdown line that holds a small count, or whose total is hidden, is hidden as a whole.
 * - Then the tables are attacked, as those of cases are.
 */
import type { Measure } from '../../metrics/index.ts';
import { groupBy, keyOf, lineOf, WHOLE_LINE, type CategoriesOf, type MeasureCell, type ParentOf, type ProtectedCell } from './cells.ts';
import type { DisclosureRules } from './rules.ts';
import { hideWhole, WHOLE, withstand, type Line, type MarkRange, type Table } from './tables.ts';

/** The measure a cell is part of, at the same place; null where there is none. */
type WholeOf = (cell: MeasureCell) => number | null;

/** Marks all cells of the measures about people. `wholeOf` gives the value of the measure a cell is part of. */
export function protectPeople(
	cells: readonly MeasureCell[],
	measures: ReadonlyMap<string, Measure>,
	wholeOf: WholeOf,
	parentOf: ParentOf,
	categoriesOf: CategoriesOf,
	rules: DisclosureRules
): ProtectedCell[] {
	const all = withZeros(cells, measures, categoriesOf);
	const totals = all.filter((c) => c.breakdown === '');
	const shownTotals = protectTotals(totals, wholeOf, (measure) => measures.get(measure)?.partOf, parentOf, rules);
	const known = new Map(shownTotals.map((c) => [keyOf(c), c.shown === 'open' ? c.value : null]));
	const totalOf = (c: MeasureCell): number | null => known.get(keyOf({ ...c, breakdown: '', category: '' })) ?? null;
	const families = groupBy(all.filter((c) => c.breakdown !== ''), (c) => [c.nature, c.cycle, c.breakdown].join('\u001f'));
	const breakdowns = [...families.values()].flatMap((family) => {
		const categories = [...new Set(family.map((c) => c.category))];
		const tables = new Map([...groupBy(family, (c) => c.measure)].map(([measure, table]) => [measure, tableOf(table, categories, totalOf, wholeOf, rules)]));
		for (const [measure, table] of tables) table.outer = tables.get(measures.get(measure)?.partOf ?? '') ?? null;
		withstand([...tables.values()], parentOf, rules);
		return [...tables].flatMap(([measure, table]) => cellsOf(table, family.filter((c) => c.measure === measure)));
	});
	return [...shownTotals, ...breakdowns];
}

/** What nobody may know: a small count, a small complement, any part of a small whole. Null when the cell may be shown. */
function smallness(value: number, whole: number | null, rules: DisclosureRules): MarkRange | null {
	const below = rules.peopleBelow;
	if (whole !== null && whole > 0 && whole < rules.minDenominator) return { least: 0, most: whole };
	if (value > 0 && value < below) return { least: 1, most: below - 1 };
	const complement = whole === null || whole === 0 ? 0 : whole - value;
	return complement > 0 && complement < below ? { least: value + complement - below + 1, most: value + complement - 1 } : null;
}

function tableOf(table: readonly MeasureCell[], categories: readonly string[], totalOf: (c: MeasureCell) => number | null, wholeOf: WholeOf, rules: DisclosureRules): Table {
	const lines = [...groupBy(table, (c) => c.region)].map(([region, own]): Line => {
		const byCategory = new Map(own.map((c) => [c.category, c]));
		const cells = categories.map((category) => byCategory.get(category));
		const sensitive = cells.map((c) => c !== undefined && smallness(c.value, wholeOf(c), rules) !== null);
		const total = own[0] ? totalOf(own[0]) : null;
		const line: Line = { region, total, values: cells.map((c) => c?.value ?? 0), sensitive, hidden: cells.map(() => false), whole: false, range: () => WHOLE };
		if (total === null || sensitive.some(Boolean)) hideWhole(line);
		return line;
	});
	const [like] = table;
	if (!like) throw new Error('a table without cells');
	return { like, lines, outer: null, isSmall: (rest, whole) => smallness(rest, whole, rules) !== null, hide: hideWhole };
}

function cellsOf(table: Table, cells: readonly MeasureCell[]): ProtectedCell[] {
	const whole = new Set(table.lines.filter((line) => line.whole).map((line) => line.region));
	const hidden = table.lines.filter((line) => line.whole).map((line): ProtectedCell => ({
		...table.like, region: line.region, category: WHOLE_LINE, value: line.values.reduce((a, b) => a + b, 0), shown: line.sensitive.some(Boolean) ? 'primary' : 'secondary'
	}));
	return [...hidden, ...cells.filter((c) => !whole.has(c.region)).map((c): ProtectedCell => ({ ...c, shown: 'open' }))];
}

/**
 * Totals, as one table per measure with one cell per area. `outerOf` names the measure that a measure is part of. `roomFor`
 * is given for pending counts: how many there can be by what everybody is shown. A zero of them has the mark of a small
 * number, so that the mark does not tell that there is one.
 */
export function protectTotals(
	totals: readonly MeasureCell[],
	wholeOf: WholeOf,
	outerOf: (measure: string) => string | undefined,
	parentOf: ParentOf,
	rules: DisclosureRules,
	roomFor: ((cell: MeasureCell) => number) | null = null
): ProtectedCell[] {
	return [...groupBy(totals, (c) => [c.nature, c.cycle].join('\u001f')).values()].flatMap((family) => {
		const hide = (line: Line): void => {
			// The other mark tells that it is no small number.
			const [value = 0] = line.values;
			if (!line.whole) line.range = () => ({ least: Math.min(value, rules.peopleBelow), most: WHOLE.most });
			line.whole = true;
			line.hidden = [true];
		};
		const tables = new Map(
			[...groupBy(family, (c) => c.measure)].map(([measure, cells]) => {
				const table = tableOfTotals(cells, wholeOf, rules, roomFor, (line) => (hide(line), hideSiblings(table.lines, hide, parentOf, rules)));
				return [measure, { cells, table }];
			})
		);
		for (const [measure, { table }] of tables) table.outer = tables.get(outerOf(measure) ?? '')?.table ?? null;
		for (const { table } of tables.values()) hideSiblings(table.lines, hide, parentOf, rules);
		withstand([...tables.values()].map(({ table }) => table), parentOf, rules);
		return [...tables.values()].flatMap(({ cells, table }) => {
			const marks = new Map(table.lines.map((line) => [line.region, line]));
			return cells.map((c): ProtectedCell => {
				const line = marks.get(c.region);
				return { ...c, shown: !line?.whole ? 'open' : line.sensitive[0] || (roomFor && c.value < rules.peopleBelow) ? 'primary' : 'secondary' };
			});
		});
	});
}

function tableOfTotals(cells: readonly MeasureCell[], wholeOf: WholeOf, rules: DisclosureRules, roomFor: ((cell: MeasureCell) => number) | null, hide: (line: Line) => void): Table {
	const [like] = cells;
	if (!like) throw new Error('a table without cells');
	const lines = cells.map((c): Line => {
		const small = roomFor && c.value < rules.peopleBelow ? { least: 0, most: rules.peopleBelow - 1 } : smallness(c.value, wholeOf(c), rules);
		return {
			region: c.region, total: null, values: [c.value], sensitive: [small !== null && (roomFor === null || c.value > 0)], hidden: [small !== null], whole: small !== null,
			range: () => small ?? WHOLE, ...(roomFor ? { limit: [roomFor(c)] } : {})
		};
	});
	const isSmall = (rest: number, whole: number | null): boolean => (roomFor ? rest > 0 && rest < rules.peopleBelow : smallness(rest, whole, rules) !== null);
	return { like, lines, outer: null, isSmall, hide };
}

/** Where the total above is shown and some of an area's parts are hidden, at least three are; else the total above is hidden too. */
function hideSiblings(lines: readonly Line[], hide: (line: Line) => void, parentOf: ParentOf, rules: DisclosureRules): void {
	const byRegion = new Map(lines.map((line) => [line.region, line]));
	const families = groupBy(lines.filter((line) => byRegion.has(parentOf(line.region) ?? '')), (line) => parentOf(line.region) ?? '');
	for (let changed = true; changed; ) {
		changed = false;
		for (const [parent, family] of families) {
			const above = byRegion.get(parent);
			const hidden = family.filter((line) => line.whole && line.values[0] !== 0).length;
			if (!above || above.whole || hidden === 0 || hidden >= rules.minHiddenPerLine) continue;
			const open = family.filter((line) => !line.whole && line.values[0] !== 0).sort((a, b) => (a.values[0] ?? 0) - (b.values[0] ?? 0));
			const needed = open.slice(0, rules.minHiddenPerLine - hidden);
			if (hidden + needed.length < rules.minHiddenPerLine) hide(above);
			else for (const line of needed) hide(line);
			changed = true;
		}
	}
}

/**
 * Zero cells, so that a zero is not told apart by its absence: all categories of a fixed list, and a part of everything
 * that its whole has (nobody of seven is as small a number as one of seven).
 */
function withZeros(cells: readonly MeasureCell[], measures: ReadonlyMap<string, Measure>, categoriesOf: CategoriesOf): MeasureCell[] {
	const all = new Map(cells.map((c) => [keyOf(c), c]));
	const add = (c: MeasureCell): void => {
		if (!all.has(keyOf(c))) all.set(keyOf(c), c);
	};
	const used = new Map([...groupBy(cells, (c) => [c.nature, c.cycle, c.breakdown].join('\u001f'))].map(([key, family]) => [key, new Set(family.map((c) => c.category))]));
	for (const line of groupBy(cells, lineOf).values()) {
		const [first] = line;
		const fixed = first && first.breakdown !== '' ? categoriesOf(first.breakdown, first.nature, first.cycle) : null;
		if (!first || !fixed) continue;
		for (const category of [...fixed, ...(used.get([first.nature, first.cycle, first.breakdown].join('\u001f')) ?? [])]) add({ ...first, category, value: 0 });
	}
	const parts = [...measures.values()].filter((m) => m.partOf);
	for (const part of [...parts, ...parts]) {
		for (const c of [...all.values()]) if (c.measure === part.partOf && (c.breakdown === '' || c.breakdown in part.by)) add({ ...c, measure: part.id, value: 0 });
	}
	return [...all.values()];
}
