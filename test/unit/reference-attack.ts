/**
 * A reader who wants the hidden numbers, and knows the rules: the open cells, the marks, the totals, that an area is the sum
 * of its parts and that who was proven had been reported. Written apart from the protection it attacks.
 * Sums over categories and over areas are a network: every hidden cell is an arc, every known sum a node that balances.
 * A cell can change only along a circle of hidden cells, which gives its exact range.
 */
import type { MeasureCell, ParentOf, ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';

interface Arc {
	readonly from: string;
	readonly to: string;
	readonly value: number;
	readonly lower: number;
	readonly upper: number;
}
interface Step {
	readonly arc: number;
	readonly sign: 1 | -1;
}
export interface Range {
	readonly lower: number;
	readonly upper: number;
}

class Network {
	readonly arcs: readonly Arc[];
	readonly now: number[];
	readonly at = new Map<string, number[]>();
	constructor(arcs: readonly Arc[]) {
		this.arcs = arcs;
		this.now = arcs.map((a) => a.value);
		arcs.forEach((a, i) => {
			for (const node of [a.from, a.to]) this.at.set(node, [...(this.at.get(node) ?? []), i]);
		});
	}
	range(index: number): Range {
		const arc = this.arcs[index];
		if (!arc) throw new Error('no such arc');
		return { lower: arc.value - this.push(arc.from, arc.to, arc.value - arc.lower, index), upper: arc.value + this.push(arc.to, arc.from, arc.upper - arc.value, index) };
	}
	private room({ arc, sign }: Step): number {
		const a = this.arcs[arc];
		return a ? (sign > 0 ? a.upper - (this.now[arc] ?? 0) : (this.now[arc] ?? 0) - a.lower) : 0;
	}
	private push(from: string, to: string, limit: number, closed: number): number {
		const before = [...this.now];
		let pushed = 0;
		for (let path = this.path(from, to, closed); path && pushed < limit; path = this.path(from, to, closed)) {
			const amount = Math.min(limit - pushed, ...path.map((s) => this.room(s)));
			for (const s of path) this.now[s.arc] = (this.now[s.arc] ?? 0) + s.sign * amount;
			pushed += amount;
		}
		this.now.splice(0, before.length, ...before);
		return pushed;
	}
	private path(from: string, to: string, closed: number): Step[] | null {
		const seen = new Set([from]);
		const queue: { node: string; steps: Step[] }[] = [{ node: from, steps: [] }];
		for (const { node, steps } of queue) {
			for (const i of this.at.get(node) ?? []) {
				const a = this.arcs[i];
				if (!a || i === closed) continue;
				const step: Step = { arc: i, sign: a.from === node ? 1 : -1 };
				const other = a.from === node ? a.to : a.from;
				if (seen.has(other) || this.room(step) <= 0) continue;
				if (other === to) return [...steps, step];
				seen.add(other);
				queue.push({ node: other, steps: [...steps, step] });
			}
		}
		return null;
	}
}

/** What the marks alone tell of a hidden cell. */
export type Prior = (cell: MeasureCell) => Range;
const idOf = (c: Pick<MeasureCell, 'region' | 'category'>): string => `${c.region}|${c.category}`;

/**
 * Ranges of the hidden cells of one table (one measure, nature, cycle, breakdown; every category of every area, zeros too).
 * `totalOf`: an area's total where it is shown, else null.
 */
export function ranges(table: readonly (MeasureCell & { readonly hidden: boolean })[], parentOf: ParentOf, totalOf: (region: string) => number | null, prior: Prior): Map<string, Range> {
	const regions = new Set(table.map((c) => c.region));
	const parents = new Set([...regions].flatMap((r) => parentOf(r) ?? []));
	const family = (region: string | null, category: string): string => (region === null || !regions.has(region) ? 'top' : `sum|${region}|${category}`);
	const ids: string[] = [];
	const arcs: Arc[] = [];
	for (const c of table) {
		if (!c.hidden) continue;
		const from = parents.has(c.region) ? family(c.region, c.category) : `line|${c.region}`;
		const p = prior(c);
		ids.push(idOf(c));
		arcs.push({ from, to: family(parentOf(c.region), c.category), value: c.value, lower: Math.min(p.lower, c.value), upper: Math.max(p.upper, c.value) });
	}
	// The line of an area without parts, whose total is hidden, is free.
	for (const r of regions) if (!parents.has(r) && totalOf(r) === null) arcs.push({ from: 'top', to: `line|${r}`, value: 0, lower: -1e9, upper: 1e9 });
	const network = new Network(arcs);
	return new Map(ids.map((id, i) => [id, network.range(i)]));
}

/** The full table that public cells leave: a `*` row hides every category of its line, an absent cell of a shown line is zero. */
export function fullTable(exact: readonly MeasureCell[], shown: readonly ProtectedCell[], categories: readonly string[]): (MeasureCell & { readonly hidden: boolean })[] {
	const marks = new Map(shown.map((c) => [idOf(c), c.shown]));
	const values = new Map(exact.map((c) => [idOf(c), c.value]));
	const [like] = exact;
	if (!like) return [];
	return [...new Set([...exact, ...shown].map((c) => c.region))].flatMap((region) => {
		const whole = marks.get(`${region}|*`);
		return categories.map((category) => {
			const id = idOf({ region, category });
			return { ...like, region, category, value: values.get(id) ?? 0, hidden: (marks.get(id) ?? whole ?? 'open') !== 'open' };
		});
	});
}
