/** What is read out of tables: the numbers of all their lines, tied together, for everybody and for whoever knows one area. */
import { Bounds, Ties } from './bounds.ts';
import { groupBy, type ParentOf } from './cells.ts';
import type { DisclosureRules } from './rules.ts';
import type { Line, MarkRange, Table } from './tables.ts';

/** More than any count; sums of it are exact. */
const UNKNOWN = 1e9;

/** A cell that is known too closely. */
export interface Given {
	readonly table: Table;
	readonly line: Line;
	readonly category: number;
}

export class Reading {
	readonly #parentOf: ParentOf;
	readonly #rules: DisclosureRules;
	readonly #ties = new Ties();
	/** By number: where it stands. Totals of lines stand nowhere. */
	readonly #places: (Given | null)[] = [];
	readonly #first = new Map<Line, number>();
	readonly #lineOf = new Map<Table, ReadonlyMap<string, Line>>();
	/** Lines of an area and of all areas within it. */
	readonly #linesIn = new Map<string, Set<Line>>();
	readonly #totals: { readonly at: number; readonly lower: number; readonly upper: number }[] = [];
	/** What is shown, and what there would be with nothing shown but totals. */
	readonly #shown: Bounds;
	readonly #least: Bounds;
	#isLeastSettled = false;

	constructor(tables: readonly Table[], parentOf: ParentOf, rules: DisclosureRules) {
		this.#parentOf = parentOf;
		this.#rules = rules;
		for (const table of tables) this.#place(table);
		for (const table of tables) this.#tie(table);
		const ties = this.#ties.read();
		this.#shown = new Bounds(ties, this.#ties.size);
		this.#least = new Bounds(ties, this.#ties.size);
		this.refresh();
	}

	/** Reads again what lines show. */
	refresh(): void {
		this.#read(this.#shown, (line, c) => (line.hidden[c] ? line.range(c) : null));
		this.#shown.settle();
		this.#isLeastSettled = false;
	}

	/** Areas that know themselves; whoever knows the topmost one knows all. */
	insiders(): string[] {
		return [...this.#linesIn.keys()].filter((region) => this.#parentOf(region) !== null);
	}

	/** Cells known too closely to everybody, or to whoever knows one area and all within it; not those of that area. */
	givenAway(own: string | null): Given[] {
		const lines: ReadonlySet<Line> = (own === null ? null : this.#linesIn.get(own)) ?? new Set();
		const known = [...lines].flatMap((line) => line.values.map((value, c) => [(this.#first.get(line) ?? 0) + c, value] as const));
		const narrow = this.#shown.suppose(known);
		const close = (own === null ? this.#places : [...narrow].map((at) => this.#places[at])).flatMap((given): { given: Given; at: number; width: number }[] => {
			if (!given || !given.line.hidden[given.category] || lines.has(given.line)) return [];
			const at = (this.#first.get(given.line) ?? 0) + given.category;
			const width = this.#shown.width(at);
			return width < this.#rules.minWidth && this.#isSensitive(given, own) ? [{ given, at, width }] : [];
		});
		this.#shown.undo();
		if (close.length === 0) return [];
		if (!this.#isLeastSettled) this.#settleLeast();
		this.#least.suppose(known);
		const found = close.filter(({ at, width }) => width < this.#least.width(at));
		this.#least.undo();
		return found.map(({ given }) => given);
	}

	/** An area knows its part of the one above: what is left is what is disclosed. */
	#isSensitive({ table, line, category }: Given, own: string | null): boolean {
		if (own === null || !this.#isAbove(line.region, own)) return line.sensitive[category] ?? false;
		const rest = (of: Table): number => {
			const [all, part] = [line.region, own].map((region) => this.#lineOf.get(of)?.get(region)?.values[category] ?? 0);
			return (all ?? 0) - (part ?? 0);
		};
		return table.isSmall(rest(table), table.outer ? rest(table.outer) : null);
	}

	#isAbove(region: string, own: string): boolean {
		const above = this.#parentOf(own);
		return above !== null && (above === region || this.#isAbove(region, above));
	}

	#settleLeast(): void {
		this.#read(this.#least, (line, c) => (line.whole ? line.range(c) : { least: 0, most: UNKNOWN }));
		this.#least.settle();
		this.#isLeastSettled = true;
	}

	/** A range never leaves out the number itself: who guesses wrong drops the guess. */
	#read(bounds: Bounds, rangeOf: (line: Line, category: number) => MarkRange | null): void {
		for (const [line, first] of this.#first) {
			const most = Math.min(line.total ?? UNKNOWN, UNKNOWN);
			line.values.forEach((value, c) => {
				const range = rangeOf(line, c);
				bounds.lower[first + c] = range ? Math.min(range.least, value) : value;
				bounds.upper[first + c] = range ? Math.max(Math.min(range.most, most, line.limit?.[c] ?? most), value) : value;
			});
		}
		for (const { at, lower, upper } of this.#totals) [bounds.lower[at], bounds.upper[at]] = [lower, upper];
	}

	#place(table: Table): void {
		this.#lineOf.set(table, new Map(table.lines.map((line) => [line.region, line])));
		for (const line of table.lines) {
			this.#first.set(line, this.#ties.add(line.values.length));
			line.values.forEach((_, category) => this.#places.push({ table, line, category }));
			for (let area: string | null = line.region; area !== null; area = this.#parentOf(area)) {
				const within = this.#linesIn.get(area);
				if (within) within.add(line);
				else this.#linesIn.set(area, new Set([line]));
			}
		}
	}

	/** Lines and their totals, areas and their parts, a table and the one it is part of: what is so, and no reader would miss. */
	#tie(table: Table): void {
		const numbers = (line: Line): number[] => line.values.map((_, c) => (this.#first.get(line) ?? 0) + c);
		const children = groupBy(table.lines, (line) => this.#parentOf(line.region) ?? '');
		for (const line of table.lines) {
			const own = numbers(line);
			if (line.total !== null && line.values.reduce((a, b) => a + b, 0) === line.total) {
				this.#ties.sum(this.#know(line.total), own);
			}
			const parts = children.get(line.region) ?? [];
			own.forEach((at, c) => {
				if (parts.length > 0 && parts.reduce((n, part) => n + (part.values[c] ?? 0), 0) === line.values[c]) this.#ties.sum(at, parts.map((part) => (this.#first.get(part) ?? 0) + c));
			});
		}
		if (table.outer) this.#leave(table, table.outer);
	}

	/** What a table leaves of the one it is part of is a table too: it adds up over lines and areas as they do. */
	#leave(table: Table, outer: Table): void {
		const inner = this.#lineOf.get(table);
		const left = new Map<string, readonly (number | undefined)[]>();
		const valueAt = (around: Line, c: number): number => (around.values[c] ?? 0) - (inner?.get(around.region)?.values[c] ?? 0);
		for (const around of outer.lines) {
			const [own, first] = [inner?.get(around.region), this.#first.get(around) ?? 0];
			left.set(around.region, around.values.map((_, c) => {
				if (!own) return first + c;
				if (valueAt(around, c) < 0) return undefined;
				const at = this.#hide();
				this.#ties.sum(first + c, [(this.#first.get(own) ?? 0) + c, at]);
				return at;
			}));
		}
		const children = groupBy(outer.lines, (line) => this.#parentOf(line.region) ?? '');
		for (const around of outer.lines) {
			const own = left.get(around.region) ?? [];
			const line = inner?.get(around.region);
			const rest = around.total === null || !line || line.total === null ? null : around.total - line.total;
			if (rest !== null && !own.includes(undefined) && around.values.reduce((n, _, c) => n + valueAt(around, c), 0) === rest) this.#ties.sum(this.#know(rest), own.flatMap((at) => at ?? []));
			const parts = children.get(around.region) ?? [];
			own.forEach((at, c) => {
				const ids = parts.flatMap((part) => left.get(part.region)?.[c] ?? []);
				if (at !== undefined && parts.length > 0 && ids.length === parts.length && parts.reduce((n, part) => n + valueAt(part, c), 0) === valueAt(around, c)) this.#ties.sum(at, ids);
			});
		}
	}

	#know(value: number): number {
		const at = this.#ties.add(1);
		this.#places.push(null);
		this.#totals.push({ at, lower: value, upper: value });
		return at;
	}

	#hide(): number {
		const at = this.#ties.add(1);
		this.#places.push(null);
		this.#totals.push({ at, lower: 0, upper: UNKNOWN });
		return at;
	}
}
