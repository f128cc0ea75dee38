/** Tables under attack: more and more of their lines is hidden until nothing small is known too closely. */
import type { MeasureCell, ParentOf } from './cells.ts';
import { Reading, type Given } from './reading.ts';
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
	/** What each cell can be at most by what everybody is shown of other measures. */
	readonly limit?: readonly number[];
}

export interface Table {
	/** Any cell of it: measure, nature, cycle and breakdown are those of all. */
	readonly like: MeasureCell;
	readonly lines: readonly Line[];
	/** The table this one is part of. */
	outer: Table | null;
	/** Whether what an area knows of the one above, less its own, is as small as nobody may know it; `outer`: the same of the table this one is part of. */
	readonly isSmall: (rest: number, outer: number | null) => boolean;
	/** Hides more of a line, up to this value at least; all of it when nothing less is enough. */
	readonly hide: (line: Line, value: number) => void;
}

export function hideWhole(line: Line): void {
	line.whole = true;
	line.hidden = line.values.map(() => true);
	line.range = () => WHOLE;
}

/**
 * Attacks the tables as everybody, and as each area that knows itself and all within it exactly, and hides more until no
 * sensitive cell is known more closely (up to the least width) than it would be with nothing shown but totals. What is
 * known of the outer table limits the inner one: where nobody was reported, nobody was sanctioned.
 */
export function withstand(tables: readonly Table[], parentOf: ParentOf, rules: DisclosureRules): void {
	const reading = new Reading(tables, parentOf, rules);
	const isSafeFrom = (own: string | null): boolean => {
		const toHide = new Map<Line, Next>();
		for (const given of reading.givenAway(own)) {
			const next = nextToHide(tables, given, parentOf);
			const before = next ? toHide.get(next.line) : undefined;
			if (next && (!before || next.value < before.value)) toHide.set(next.line, next);
		}
		for (const { table, line, value } of toHide.values()) table.hide(line, value);
		if (toHide.size > 0) reading.refresh();
		return toHide.size === 0;
	};
	// What is hidden for one reader tells no other more: each is asked once.
	while (!isSafeFrom(null));
	for (const own of reading.insiders()) while (!isSafeFrom(own));
}

interface Next {
	readonly table: Table;
	readonly line: Line;
	readonly value: number;
}

/**
 * What to hide for a cell that is given away. In the area's own line the next larger category; then, from the area upwards,
 * the same category of the areas beside it, the smallest first, and of the area above, each in its own table, in those it
 * is part of and in those that are part of it; then whatever is still shown. Null when all is hidden.
 */
function nextToHide(tables: readonly Table[], { table, line, category }: Given, parentOf: ParentOf): Next | null {
	const own = table.lines.find((one) => one === line && !one.whole);
	if (own) return { table, line: own, value: 0 };
	const near = [...outwards(table), ...inwards(tables, table)].map((one) => ({ table: one, shown: new Map(one.lines.filter((l) => !l.whole).map((l) => [l.region, l])) }));
	const at = (one: Line): number => one.values[category] ?? 0;
	const smallest = (lines: Iterable<Line>): Line[] => [...lines].sort((a, b) => at(a) - at(b) || (a.total ?? 0) - (b.total ?? 0));
	const isTelling = (one: Line): boolean => !one.hidden[category] && at(one) > 0;
	for (let area: string = line.region; ; ) {
		const above = parentOf(area);
		if (above === null) break;
		for (const { table: one, shown } of near) {
			const beside = line.values.length === 1 ? [] : smallest([...shown.values()].filter((l) => parentOf(l.region) === above));
			const next = [...beside, ...[shown.get(above) ?? []].flat()].find(isTelling);
			if (next) return { table: one, line: next, value: at(next) };
		}
		area = above;
	}
	for (const { table: one, shown } of near) {
		const above = ancestors(line.region, parentOf).flatMap((area) => shown.get(area) ?? []);
		const next = above[0] ?? smallest(shown.values())[0];
		if (next) return { table: one, line: next, value: at(next) };
	}
	return null;
}

const outwards = (table: Table): Table[] => [table, ...(table.outer ? outwards(table.outer) : [])];
const inwards = (tables: readonly Table[], table: Table): Table[] => tables.filter((one) => one.outer === table).flatMap((one) => [one, ...inwards(tables, one)]);
const ancestors = (region: string, parentOf: ParentOf): string[] => {
	const above = parentOf(region);
	return above === null ? [] : [above, ...ancestors(above, parentOf)];
};
