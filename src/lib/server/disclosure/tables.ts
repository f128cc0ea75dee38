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
	/** What everybody knows: an insider starts from there. */
	let common: ReadonlyMap<Table, Known> = new Map();
	const everybody: Reader = (table, as) => table.lines.map(as);
	const isSafeFrom = (reader: Reader): boolean => {
		const known = learn(outermostFirst, (table) => reader(table, (line) => asKnown(line, common.get(table))), parentOf);
		if (reader === everybody) common = known;
		const least = once(() => learn(outermostFirst, (table) => reader(table, asWhole), parentOf));
		for (const table of outermostFirst) {
			const toHide = new Set(givenAway(table, known.get(table), () => least().get(table), rules).flatMap((region) => nextToHide(table, region, parentOf) ?? nextInside(outermostFirst, table, region, parentOf) ?? []));
			for (const line of toHide) hideAndNote(line);
			if (toHide.size > 0) return false;
		}
		return true;
	};
	const insiders = insidersOf(outermostFirst, parentOf);
	// An insider has another look only when something near it was hidden since.
	let near: ReadonlySet<string> | null = null;
	for (let given = true; given; ) {
		const hiddenNow = new Set<string>();
		hideAndNote = (line) => {
			hide(line);
			for (const area of [line.region, parentOf(line.region)]) if (area !== null) hiddenNow.add(area);
		};
		common = new Map();
		while (!isSafeFrom(everybody)) common = new Map();
		for (const { above, reader, isShown } of insiders) if ((near === null || near.has(above) || hiddenNow.has(above)) && isShown()) while (!isSafeFrom(reader));
		given = hiddenNow.size > 0;
		near = hide === hideWhole ? hiddenNow : null;
	}
}

/** The lines of a table as one reader sees them; those that the reader has no use for are left out. */
type Reader = (table: Table, as: (line: Line) => Line) => readonly Line[];
/** A line with what is known of it already. */
function asKnown(line: Line, known: Known | undefined): Line {
	const own = known?.get(line.region);
	return own ? { ...line, range: (c) => ({ least: own.lower[c] ?? 0, most: own.upper[c] ?? 0 }) } : line;
}

/** Whoever knows one area and all within it exactly: in totals it looks everywhere, in a breakdown at its siblings and the area above, of which it knows what everybody does. Where all areas above are hidden as a whole it learns nothing. */
function insidersOf(tables: readonly Table[], parentOf: ParentOf): { readonly above: string; readonly reader: Reader; readonly isShown: () => boolean }[] {
	const families = new Map(tables.map((table) => [table, groupBy(table.lines, (line) => parentOf(line.region) ?? '')]));
	const lineOf = new Map(tables.map((table) => [table, new Map(table.lines.map((line) => [line.region, line]))]));
	const areas = new Set(tables.flatMap((table) => table.lines.map((line) => line.region)));
	return [...areas].flatMap((own) => {
		const above = parentOf(own);
		const knows = tables.some((table) => lineOf.get(table)?.get(own)?.values.some((value) => value > 0));
		if (above === null || !knows) return [];
		const known = (line: Line): Line => ({ ...line, hidden: line.values.map(() => false) });
		const isOwn = (region: string): boolean => region === own || (parentOf(region) !== null && isOwn(parentOf(region) ?? ''));
		const reader: Reader = (table, as) => {
			// Tables of totals are small: all of their areas are looked at, since what is known near by reaches far.
			if (table.like.breakdown === '') return table.lines.map((line) => (isOwn(line.region) ? known(line) : as(line)));
			const siblings = (families.get(table)?.get(above) ?? []).map((line) => (line.region === own ? known(line) : as(line)));
			const parent = lineOf.get(table)?.get(above);
			return parent ? [as(parent), ...siblings] : siblings;
		};
		const isAnyShown = (table: Table, area: string | null): boolean => area !== null && (lineOf.get(table)?.get(area)?.whole === false || isAnyShown(table, parentOf(area)));
		const isHidden = (line: Line): boolean => line.region !== own && line.sensitive.some((isSensitive, c) => isSensitive && line.hidden[c]);
		const isShown = (): boolean => tables.some((table) => table.like.breakdown === '' || isAnyShown(table, above)) && tables.some((table) => reader(table, (line) => line).some(isHidden));
		return [{ above, reader, isShown }];
	});
}

/** How often what is learnt of a part is carried back to its whole. */
const CARRIED = 4;

/** What a reader learns of every table: a part is at most its whole, and a whole at least its part. */
function learn(outermostFirst: readonly Table[], linesOf: (table: Table) => readonly Line[], parentOf: ParentOf): ReadonlyMap<Table, Known> {
	const lines = new Map(outermostFirst.map((table) => [table, linesOf(table)]));
	const atLeast = new Map<Table, ReadonlyMap<string, readonly number[]>>();
	const known = new Map<Table, Known>();
	for (let round = 0; round < CARRIED; round += 1) {
		for (const table of outermostFirst) known.set(table, attack(lines.get(table) ?? [], table.outer ? (known.get(table.outer) ?? null) : null, atLeast.get(table) ?? new Map(), parentOf));
		let raised = false;
		for (const { table, outer } of outermostFirst.flatMap((table) => (table.outer ? [{ table, outer: table.outer }] : []))) {
			const raise = new Map(atLeast.get(outer));
			for (const [region, { lower }] of known.get(table) ?? []) {
				const own = known.get(outer)?.get(region);
				if (!own || !lower.some((least, c) => least > (own.lower[c] ?? 0))) continue;
				raise.set(region, own.lower.map((least, c) => Math.max(least, lower[c] ?? 0)));
				raised = true;
			}
			atLeast.set(outer, raise);
		}
		if (!raised) break;
	}
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
function attack(lines: readonly Line[], outer: Known | null, atLeast: ReadonlyMap<string, readonly number[]>, parentOf: ParentOf): Known {
	const index = new Map(lines.map((line, i) => [line.region, i]));
	const areas = lines.map((line): AttackArea => {
		const told = line.values.map((_, c) => line.range(c));
		const limit = outer?.get(line.region)?.upper;
		const most = told.map((range, c) => Math.min(range.most, line.limit?.[c] ?? range.most, outer ? (limit?.[c] ?? 0) : range.most));
		return { parent: index.get(parentOf(line.region) ?? '') ?? -1, total: line.total, values: line.values, hidden: line.hidden, most, least: told.map((range, c) => Math.max(range.least, atLeast.get(line.region)?.[c] ?? 0)) };
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

/** The same of the tables that are part of this one: they tell how much it is at least. */
function nextInside(tables: readonly Table[], table: Table, region: string, parentOf: ParentOf): Line | null {
	for (const inner of tables.filter((one) => one.outer === table)) {
		const line = nextToHide({ ...inner, outer: null }, region, parentOf) ?? nextInside(tables, inner, region, parentOf);
		if (line) return line;
	}
	return null;
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
