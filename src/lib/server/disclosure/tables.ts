/** Tables under attack: lines are hidden until nothing small is known too closely. */
import { bounds, type AttackArea } from './attack.ts';
import { groupBy, type MeasureCell, type ParentOf } from './cells.ts';
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
	let hideAndNote = hide;
	const isSafeFrom = (reader: Reader): boolean => {
		const known = learn(outermostFirst, (table) => reader(table, asItIs), parentOf);
		const least = once(() => learn(outermostFirst, (table) => reader(table, asWhole), parentOf));
		for (const table of outermostFirst) {
			const toHide = new Set(givenAway(table, known.get(table), () => least().get(table), rules).flatMap((region) => nextToHide(table, region, parentOf) ?? []));
			for (const line of toHide) hideAndNote(line);
			if (toHide.size > 0) return false;
		}
		return true;
	};
	const everybody: Reader = (table, as) => table.lines.map(as);
	const insiders = insidersOf(outermostFirst, parentOf);
	// An insider has another look only when something near it was hidden since.
	let near: ReadonlySet<string> | null = null;
	for (let given = true; given; ) {
		const hiddenNow = new Set<string>();
		hideAndNote = (line) => {
			hide(line);
			for (const area of [line.region, parentOf(line.region)]) if (area !== null) hiddenNow.add(area);
		};
		while (!isSafeFrom(everybody));
		for (const { above, reader, isShown } of insiders) if ((near === null || near.has(above) || hiddenNow.has(above)) && isShown()) while (!isSafeFrom(reader));
		given = hiddenNow.size > 0;
		near = hide === hideWhole ? hiddenNow : null;
	}
}

/** The lines of a table as one reader sees them; those that the reader has no use for are left out. */
type Reader = (table: Table, as: (line: Line) => Line) => readonly Line[];
const asItIs = (line: Line): Line => line;

/** Whoever knows one area and all within it exactly looks at its siblings and the area above, unless that is hidden as a whole. */
function insidersOf(tables: readonly Table[], parentOf: ParentOf): { readonly above: string; readonly reader: Reader; readonly isShown: () => boolean }[] {
	const families = new Map(tables.map((table) => [table, groupBy(table.lines, (line) => parentOf(line.region) ?? '')]));
	const lineOf = new Map(tables.map((table) => [table, new Map(table.lines.map((line) => [line.region, line]))]));
	const areas = new Set(tables.flatMap((table) => table.lines.map((line) => line.region)));
	return [...areas].flatMap((own) => {
		const above = parentOf(own);
		const knows = tables.some((table) => lineOf.get(table)?.get(own)?.values.some((value) => value > 0));
		if (above === null || !knows) return [];
		const reader: Reader = (table, as) => {
			const siblings = (families.get(table)?.get(above) ?? []).map((line) => (line.region === own ? { ...line, hidden: line.values.map(() => false) } : as(line)));
			const parent = lineOf.get(table)?.get(above);
			return parent ? [as(parent), ...siblings] : siblings;
		};
		const isHidden = (line: Line): boolean => line.region !== own && line.sensitive.some((isSensitive, c) => isSensitive && line.hidden[c]);
		const isShown = (): boolean => tables.some((table) => lineOf.get(table)?.get(above)?.whole === false) && tables.some((table) => reader(table, asItIs).some(isHidden));
		return [{ above, reader, isShown }];
	});
}

/** What a reader learns of every table, the outermost first. */
function learn(outermostFirst: readonly Table[], linesOf: (table: Table) => readonly Line[], parentOf: ParentOf): ReadonlyMap<Table, Known> {
	const known = new Map<Table, Known>();
	for (const table of outermostFirst) known.set(table, attack(linesOf(table), table.outer ? (known.get(table.outer) ?? null) : null, parentOf));
	return known;
}

/** Computed when first asked for. */
function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => (made ??= { value: make() }).value;
}

/** The line as if it were hidden as a whole; the mark of a small total stays what it is. */
const asWhole = (line: Line): Line => ({ ...line, hidden: line.values.map(() => true), range: line.whole ? line.range : () => WHOLE });

/** What a reader knows of each cell, given what is known of the table these lines are part of. */
function attack(lines: readonly Line[], outer: Known | null, parentOf: ParentOf): Known {
	const index = new Map(lines.map((line, i) => [line.region, i]));
	const areas = lines.map((line): AttackArea => {
		const told = line.values.map((_, c) => line.range(c));
		const limit = outer?.get(line.region)?.upper;
		const most = told.map((range, c) => Math.min(range.most, line.limit?.[c] ?? range.most, outer ? (limit?.[c] ?? 0) : range.most));
		return { parent: index.get(parentOf(line.region) ?? '') ?? -1, total: line.total, values: line.values, hidden: line.hidden, most, least: told.map((range) => range.least) };
	});
	const { lower, upper } = bounds(areas);
	return new Map(lines.map((line, a) => [line.region, { lower: lower[a] ?? [], upper: upper[a] ?? [] }]));
}

/** Areas with a sensitive cell that is known too closely; whoever knows an area does not count as finding it. */
function givenAway(table: Table, found: Known | undefined, least: () => Known | undefined, rules: DisclosureRules): string[] {
	const width = (known: Known | undefined, region: string, c: number): number => {
		const at = known?.get(region);
		return at ? (at.upper[c] ?? 0) - (at.lower[c] ?? 0) : Infinity;
	};
	const isKnown = ({ region, sensitive, hidden }: Line): boolean =>
		sensitive.some((isSensitive, c) => isSensitive && hidden[c] && width(found, region, c) < rules.minWidth && width(found, region, c) < width(least(), region, c));
	return table.lines.filter((line) => found?.has(line.region) && isKnown(line)).map((line) => line.region);
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
