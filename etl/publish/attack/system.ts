/**
 * Whole numbers within bounds, tied together by sums. Everything an attacker knows is of that form: a line and its total, an
 * area and its parts, a part and what is left of its whole. Bounds are narrowed until nothing changes; what was narrowed can
 * be taken back, so that one system answers many "what if I also knew".
 */
export const UNKNOWN = 1e9;

interface Sum {
	readonly whole: number;
	readonly parts: readonly number[];
}
/** Largest group of cells that is searched for exact bounds. */
export const SMALL_GROUP = 60;
/** Steps of a search before it gives up: the attacker then keeps the wider bounds. */
const PATIENCE = 400;
/** How often one number may be narrowed in one go; bounds that creep by one for ever end here. */
const CREEP = 400;

export class System {
	readonly lower: number[] = [];
	readonly upper: number[] = [];
	readonly #sums: Sum[] = [];
	readonly #in: number[][] = [];
	/** Sums that are to be looked at again; all zero between two propagations. */
	#waiting = new Uint8Array(0);
	#trail: { readonly at: number; readonly lower: number; readonly upper: number }[] = [];

	/** A number known to lie between `lower` and `upper`; its id. */
	add(lower: number, upper: number): number {
		this.lower.push(lower);
		this.upper.push(upper);
		this.#in.push([]);
		return this.lower.length - 1;
	}

	/** `whole` = the sum of `parts`. */
	sum(whole: number, parts: readonly number[]): void {
		const id = this.#sums.push({ whole, parts }) - 1;
		for (const one of [whole, ...parts]) this.#in[one]?.push(id);
	}

	width(at: number): number {
		return (this.upper[at] ?? 0) - (this.lower[at] ?? 0);
	}

	/** Narrows everything that follows from all sums. False when the numbers contradict each other. */
	settle(): boolean {
		const holds = this.#propagate(this.#sums.map((_, i) => i));
		this.#trail = [];
		return holds;
	}

	/** Narrows these numbers to a value and everything that follows; `undo` with the mark that is given back. Null: contradiction. */
	suppose(values: readonly (readonly [number, number])[]): { readonly mark: number; readonly holds: boolean } {
		const mark = this.#trail.length;
		const touched = new Set<number>();
		for (const [at, value] of values) {
			if (value < (this.lower[at] ?? 0) || value > (this.upper[at] ?? 0)) return { mark, holds: false };
			if (this.#narrow(at, value, value)) for (const id of this.#in[at] ?? []) touched.add(id);
		}
		return { mark, holds: this.#propagate([...touched]) };
	}

	/** Numbers narrowed since the mark. */
	since(mark: number): Set<number> {
		return new Set(this.#trail.slice(mark).map((step) => step.at));
	}

	undo(mark: number): void {
		for (const step of this.#trail.splice(mark).reverse()) {
			this.lower[step.at] = step.lower;
			this.upper[step.at] = step.upper;
		}
	}

	/** Numbers that hang together with this one through numbers not yet known; null when there are more than `most`. */
	group(at: number, most: number): readonly number[] | null {
		const seen = new Set([at]);
		for (const one of seen) {
			for (const id of this.#in[one] ?? []) {
				const sum = this.#sums[id];
				for (const other of sum ? [sum.whole, ...sum.parts] : []) if (this.width(other) > 0) seen.add(other);
			}
			if (seen.size > most) return null;
		}
		return [...seen];
	}

	/**
	 * The exact bounds of one number of a small group: its outermost values are tried until one leaves a solution. Returns
	 * the width, at most `enough` (wider is not looked at).
	 */
	exactWidth(at: number, group: readonly number[], enough: number): number {
		let [low, high] = [this.lower[at] ?? 0, this.upper[at] ?? 0];
		while (high - low >= 0 && low < high && !this.#isPossible(at, low, group)) low += 1;
		while (low < high && high - low < enough + 1 && !this.#isPossible(at, high, group)) high -= 1;
		return high - low;
	}

	#isPossible(at: number, value: number, group: readonly number[]): boolean {
		let patience = PATIENCE;
		const search = (choice: readonly (readonly [number, number])[]): boolean => {
			patience -= 1;
			const { mark, holds } = this.suppose(choice);
			try {
				if (!holds || patience < 0) return patience < 0;
				let next = -1;
				for (const one of group) if (this.width(one) > 0 && (next < 0 || this.width(one) < this.width(next))) next = one;
				if (next < 0) return true;
				const [low, high] = [this.lower[next] ?? 0, this.upper[next] ?? 0];
				for (let v = low; v <= high && v <= low + 2 * SMALL_GROUP; v += 1) if (search([[next, v]])) return true;
				return high > low + 2 * SMALL_GROUP;
			} finally {
				this.undo(mark);
			}
		};
		return search([[at, value]]);
	}

	#narrow(at: number, lower: number, upper: number): boolean {
		const [low, high] = [this.lower[at] ?? 0, this.upper[at] ?? 0];
		if (lower <= low && upper >= high) return false;
		this.#trail.push({ at, lower: low, upper: high });
		this.lower[at] = Math.max(low, lower);
		this.upper[at] = Math.min(high, upper);
		return true;
	}

	#propagate(start: number[]): boolean {
		const queue = start;
		if (this.#waiting.length < this.#sums.length) this.#waiting = new Uint8Array(this.#sums.length);
		const waiting = this.#waiting;
		const times = new Map<number, number>();
		for (const id of queue) waiting[id] = 1;
		for (let head = 0; head < queue.length; head += 1) {
			const id = queue[head] ?? 0;
			waiting[id] = 0;
			const changed = this.#tighten(id);
			if (changed === null) {
				for (const rest of queue.slice(head)) waiting[rest] = 0;
				return false;
			}
			for (const at of changed) {
				const n = (times.get(at) ?? 0) + 1;
				times.set(at, n);
				if (n > CREEP) continue;
				for (const other of this.#in[at] ?? []) {
					if (waiting[other]) continue;
					waiting[other] = 1;
					queue.push(other);
				}
			}
		}
		return true;
	}

	/** Numbers of one sum that became narrower; null when it cannot hold. */
	#tighten(id: number): number[] | null {
		const { whole, parts } = this.#sums[id] ?? { whole: 0, parts: [] };
		let [least, most] = [0, 0];
		for (const p of parts) {
			least += this.lower[p] ?? 0;
			most += this.upper[p] ?? 0;
		}
		const changed: number[] = [];
		if (this.#narrow(whole, least, most)) changed.push(whole);
		const [low, high] = [this.lower[whole] ?? 0, this.upper[whole] ?? 0];
		if (low > high) return null;
		if (high - low >= UNKNOWN && most - least >= UNKNOWN) return changed;
		for (const p of parts) {
			const [lo, hi] = [this.lower[p] ?? 0, this.upper[p] ?? 0];
			if (lo === hi) continue;
			if (this.#narrow(p, low - (most - hi), high - (least - lo))) {
				if ((this.lower[p] ?? 0) > (this.upper[p] ?? 0)) return null;
				changed.push(p);
			}
		}
		return changed;
	}
}
