/**
 * Whole numbers within bounds, tied together: a number is the sum of others, or at most another. What follows from what is
 * known is carried along the ties until nothing becomes narrower, and can be taken back, so that one set of bounds answers
 * for many readers. The numbers that are so must lie within the bounds that are given: then no tie contradicts another.
 */

/** How often one number may become narrower in one go: bounds that creep by one end here. */
const CREEP = 60;

/** Which numbers are tied together: the same for all readers. */
export class Ties {
	readonly #first: number[] = [0];
	readonly #members: number[] = [];
	readonly #isSum: boolean[] = [];
	#of: { readonly first: Int32Array; readonly ties: Int32Array } | null = null;
	/** How many numbers there are. */
	size = 0;

	/** So many new numbers; the first one's place. */
	add(count: number): number {
		this.size += count;
		return this.size - count;
	}

	/** `whole` is the sum of `parts`. */
	sum(whole: number, parts: readonly number[]): void {
		this.#tie(whole, parts, true);
	}

	/** `part` is at most `whole`. */
	atMost(part: number, whole: number): void {
		this.#tie(whole, [part], false);
	}

	get count(): number {
		return this.#isSum.length;
	}

	/** Where the members of a tie begin and end in `members`; the whole comes first. */
	read(): { readonly first: Int32Array; readonly members: Int32Array; readonly isSum: readonly boolean[]; readonly of: { readonly first: Int32Array; readonly ties: Int32Array } } {
		const [first, members] = [Int32Array.from(this.#first), Int32Array.from(this.#members)];
		return { first, members, isSum: this.#isSum, of: (this.#of ??= this.#byMember()) };
	}

	#tie(whole: number, parts: readonly number[], isSum: boolean): void {
		this.#members.push(whole);
		for (const part of parts) this.#members.push(part);
		this.#first.push(this.#members.length);
		this.#isSum.push(isSum);
	}

	#byMember(): { readonly first: Int32Array; readonly ties: Int32Array } {
		const first = new Int32Array(this.size + 1);
		for (const one of this.#members) first[one + 1] = (first[one + 1] ?? 0) + 1;
		for (let i = 0; i < this.size; i += 1) first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
		const next = first.slice();
		const ties = new Int32Array(this.#members.length);
		for (let tie = 0; tie < this.count; tie += 1) {
			for (let i = this.#first[tie] ?? 0; i < (this.#first[tie + 1] ?? 0); i += 1) {
				const one = this.#members[i] ?? 0;
				const place = next[one] ?? 0;
				ties[place] = tie;
				next[one] = place + 1;
			}
		}
		return { first, ties };
	}
}

/** What one reader knows of the numbers. */
export class Bounds {
	readonly lower: Float64Array;
	readonly upper: Float64Array;
	readonly #ties: ReturnType<Ties['read']>;
	readonly #waiting: Uint8Array;
	readonly #times: Uint8Array;
	#trail: number[] = [];
	#before: number[] = [];

	constructor(ties: ReturnType<Ties['read']>, size: number) {
		this.#ties = ties;
		this.lower = new Float64Array(size);
		this.upper = new Float64Array(size);
		this.#waiting = new Uint8Array(ties.isSum.length);
		this.#times = new Uint8Array(size);
	}

	width(at: number): number {
		return (this.upper[at] ?? 0) - (this.lower[at] ?? 0);
	}

	/** Carries all that is known along all ties; cannot be taken back. */
	settle(): void {
		this.#carry(this.#ties.isSum.map((_, tie) => tie));
		this.#trail = [];
		this.#before = [];
	}

	/** Takes these numbers for known. Returns the numbers that became narrower, once each; `undo` takes all of it back. */
	suppose(known: readonly (readonly [number, number])[]): Set<number> {
		const ties: number[] = [];
		for (const [at, value] of known) if (this.#narrow(at, value, value)) this.#call(at, ties);
		this.#carry(ties);
		return new Set(this.#trail);
	}

	/** Back to what `settle` found. */
	undo(): void {
		for (let i = this.#trail.length - 1; i >= 0; i -= 1) {
			const at = this.#trail[i] ?? 0;
			this.lower[at] = this.#before[2 * i] ?? 0;
			this.upper[at] = this.#before[2 * i + 1] ?? 0;
		}
		this.#trail = [];
		this.#before = [];
	}

	#narrow(at: number, least: number, most: number): boolean {
		const [lower, upper] = [this.lower[at] ?? 0, this.upper[at] ?? 0];
		if (least <= lower && most >= upper) return false;
		this.#trail.push(at);
		this.#before.push(lower, upper);
		if (least > lower) this.lower[at] = Math.min(least, upper);
		if (most < upper) this.upper[at] = Math.max(most, this.lower[at] ?? 0);
		return true;
	}

	/** The ties of a number that became narrower have to be looked at. */
	#call(at: number, queue: number[]): void {
		const { first, ties } = this.#ties.of;
		for (let i = first[at] ?? 0; i < (first[at + 1] ?? 0); i += 1) {
			const tie = ties[i] ?? 0;
			if (this.#waiting[tie]) continue;
			this.#waiting[tie] = 1;
			queue.push(tie);
		}
	}

	#carry(queue: number[]): void {
		const begun: number[] = [];
		for (const tie of queue) this.#waiting[tie] = 1;
		for (let head = 0; head < queue.length; head += 1) {
			const tie = queue[head] ?? 0;
			this.#waiting[tie] = 0;
			for (const at of this.#tighten(tie)) {
				const times = this.#times[at] ?? 0;
				if (times >= CREEP) continue;
				if (times === 0) begun.push(at);
				this.#times[at] = times + 1;
				this.#call(at, queue);
			}
		}
		for (const at of begun) this.#times[at] = 0;
	}

	#tighten(tie: number): readonly number[] {
		const { first, members, isSum } = this.#ties;
		const begin = first[tie] ?? 0;
		const end = first[tie + 1] ?? 0;
		const whole = members[begin] ?? 0;
		let [least, most] = [0, 0];
		for (let i = begin + 1; i < end; i += 1) {
			least += this.lower[members[i] ?? 0] ?? 0;
			most += this.upper[members[i] ?? 0] ?? 0;
		}
		const changed: number[] = [];
		if (this.#narrow(whole, least, isSum[tie] ? most : Infinity)) changed.push(whole);
		const low = isSum[tie] ? (this.lower[whole] ?? 0) : 0;
		const high = this.upper[whole] ?? 0;
		if (low <= least && high >= most) return changed;
		for (let i = begin + 1; i < end; i += 1) {
			const part = members[i] ?? 0;
			const [lower, upper] = [this.lower[part] ?? 0, this.upper[part] ?? 0];
			if (lower < upper && this.#narrow(part, low - (most - upper), high - (least - lower))) changed.push(part);
		}
		return changed;
	}
}
