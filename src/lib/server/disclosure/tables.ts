/** Tables under attack: lines are hidden until nothing small is known too closely. */
import { bounds, type AttackArea } from './attack.ts';
import type { MeasureCell, ParentOf } from './cells.ts';
import type { DisclosureRules } from './rules.ts';

/** What a reader knows of a hidden cell by its mark. */
export interface MarkRange {
	readonly least: number;
	readonly most: number;
}
/** Of a cell in a line hidden as a whole: nothing. */
export const WHOLE: MarkRange = { least: 0, most: Number.MAX_SAFE_INTEGER };

/** The cells of one area in one table. */
export interface Line {
	readonly region: string;
	/** Null where it is hidden too. */
	readonly total: number | null;
	readonly values: readonly number[];
	/** Cells that nobody may know closely. */
	readonly sensitive: readonly boolean[];
	hidden: boolean[];
	whole: boolean;
	range: (category: number) => MarkRange;
}

export interface Table {
	/** Any cell of it: measure, nature, cycle and breakdown are those of all. */
	readonly like: MeasureCell;
	readonly lines: readonly Line[];
	/** The table this one is part of. */
	outer: Table | null;
}

export function hideWhole(line: Line): void {
	line.whole = true;
	line.hidden = line.values.map(() => true);
	line.range = () => WHOLE;
}

const depthIn = (table: Table): number => (table.outer === null ? 0 : 1 + depthIn(table.outer));

/** Lowest and highest that each cell can be, by area. */
type Known = ReadonlyMap<string, { readonly lower: readonly number[]; readonly upper: readonly number[] }>;

/**
 * Attacks the tables and hides lines until no sensitive cell is known more closely (up to the least width) than it would be
 * with nothing shown but totals. What is known of the outer table limits the inner one: where nobody was reported, nobody
 * was sanctioned.
 */
export function withstand(tables: readonly Table[], parentOf: ParentOf, rules: DisclosureRules, hide: (line: Line) => void = hideWhole): void {
	const outermostFirst = [...tables].sort((a, b) => depthIn(a) - depthIn(b));
	const leastKnown = new Map<Table, Known>();
	for (const table of outermostFirst) leastKnown.set(table, attack(table.lines.map(asWhole), table.outer ? (leastKnown.get(table.outer) ?? null) : null, parentOf));
	for (let given = true; given; ) {
		given = false;
		const known = new Map<Table, Known>();
		for (const table of outermostFirst) {
			const found = attack(table.lines, table.outer ? (known.get(table.outer) ?? null) : null, parentOf);
			known.set(table, found);
			const toHide = new Set(givenAway(table, found, leastKnown.get(table), rules).flatMap((region) => nextToHide(table, region, parentOf) ?? []));
			for (const line of toHide) hide(line);
			if (toHide.size === 0) continue;
			given = true;
			break;
		}
	}
}

/** The line as if it were hidden as a whole; the mark of a small total stays what it is. */
const asWhole = (line: Line): Line => ({ ...line, hidden: line.values.map(() => true), range: line.whole ? line.range : () => WHOLE });

/** What a reader knows of each cell, given what is known of the table these lines are part of. */
function attack(lines: readonly Line[], outer: Known | null, parentOf: ParentOf): Known {
	const index = new Map(lines.map((line, i) => [line.region, i]));
	const areas = lines.map((line): AttackArea => {
		const told = line.values.map((_, c) => line.range(c));
		const limit = outer?.get(line.region)?.upper;
		const most = told.map((range, c) => Math.min(range.most, outer ? (limit?.[c] ?? 0) : range.most));
		return { parent: index.get(parentOf(line.region) ?? '') ?? -1, total: line.total, values: line.values, hidden: line.hidden, most, least: told.map((range) => range.least) };
	});
	const { lower, upper } = bounds(areas);
	return new Map(lines.map((line, a) => [line.region, { lower: lower[a] ?? [], upper: upper[a] ?? [] }]));
}

/** Areas with a sensitive cell that is known too closely. */
function givenAway(table: Table, found: Known, least: Known | undefined, rules: DisclosureRules): string[] {
	const width = (known: Known | undefined, region: string, c: number): number => (known?.get(region)?.upper[c] ?? 0) - (known?.get(region)?.lower[c] ?? 0);
	const isKnown = ({ region, sensitive, hidden }: Line): boolean =>
		sensitive.some((isSensitive, c) => isSensitive && hidden[c] && width(found, region, c) < Math.min(rules.minWidth, width(least, region, c)));
	return table.lines.filter(isKnown).map((line) => line.region);
}

/** A line that still shows something: the area's own, an ancestor's, another's, or one of the table it is part of. Null when all is hidden. */
function nextToHide(table: Table, region: string, parentOf: ParentOf): Line | null {
	const shown = new Map(table.lines.filter((line) => !line.whole).map((line) => [line.region, line]));
	for (let area: string | null = region; area !== null; area = parentOf(area)) {
		const line = shown.get(area);
		if (line) return line;
	}
	const other = [...shown.values()].sort((a, b) => (a.total ?? 0) - (b.total ?? 0))[0];
	return other ?? (table.outer ? nextToHide(table.outer, region, parentOf) : null);
}
