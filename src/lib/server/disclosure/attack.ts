/**
 * What a reader can still believe of hidden cells who knows every open cell, every total that is shown, and that an
 * area's cells are the sums of its children's. Bounds are propagated along lines and down the hierarchy until stable.
 */
export interface AttackArea {
	/** Index of the parent in the table, or −1. */
	readonly parent: number;
	/** The area's total over all categories where it is shown; null where it is hidden too. */
	readonly total: number | null;
	readonly values: readonly number[];
	readonly hidden: readonly boolean[];
	/** What a hidden cell can be by what its mark and other tables tell. */
	readonly most: readonly number[];
	readonly least: readonly number[];
}

export interface Bounds {
	readonly lower: readonly number[][];
	readonly upper: readonly number[][];
}

const ROUNDS = 30;

/** Bounds of every cell: `lower[area][category]`, `upper[area][category]`. An open cell has both equal to its value. */
export function bounds(areas: readonly AttackArea[]): Bounds {
	const lower = areas.map((a) => a.values.map((v, c) => (a.hidden[c] ? (a.least[c] ?? 0) : v)));
	const upper = areas.map((a) => a.values.map((v, c) => (a.hidden[c] ? Math.min(a.total ?? Number.MAX_SAFE_INTEGER, a.most[c] ?? Number.MAX_SAFE_INTEGER) : v)));
	const families = childrenOf(areas);
	for (let round = 0; round < ROUNDS; round += 1) {
		let changed = false;
		areas.forEach((area, a) => {
			if (area.total !== null) changed = tighten(cellsOfLine(lower[a], upper[a]), area.total, area.total) || changed;
		});
		for (const [parent, children] of families) changed = tightenFamily(parent, children, lower, upper) || changed;
		if (!changed) break;
	}
	return { lower, upper };
}

interface BoundCell {
	get lower(): number;
	set lower(value: number);
	get upper(): number;
	set upper(value: number);
}

const at = (lower: number[] | undefined, upper: number[] | undefined, i: number): BoundCell => ({
	get lower() {
		return lower?.[i] ?? 0;
	},
	set lower(value) {
		if (lower) lower[i] = value;
	},
	get upper() {
		return upper?.[i] ?? 0;
	},
	set upper(value) {
		if (upper) upper[i] = value;
	}
});

const cellsOfLine = (lower: number[] | undefined, upper: number[] | undefined): BoundCell[] => (lower ?? []).map((_, i) => at(lower, upper, i));

/** Cells whose sum lies between `least` and `most`: each one is bounded by what the others leave. */
function tighten(cells: readonly BoundCell[], least: number, most: number): boolean {
	const lowers = cells.reduce((sum, c) => sum + c.lower, 0);
	const uppers = cells.reduce((sum, c) => sum + c.upper, 0);
	let changed = false;
	for (const cell of cells) {
		const up = most - (lowers - cell.lower);
		const low = least - (uppers - cell.upper);
		if (up < cell.upper) {
			cell.upper = Math.max(up, cell.lower);
			changed = true;
		}
		if (low > cell.lower) {
			cell.lower = Math.min(low, cell.upper);
			changed = true;
		}
	}
	return changed;
}

function tightenFamily(parent: number, children: readonly number[], lower: number[][], upper: number[][]): boolean {
	let changed = false;
	(lower[parent] ?? []).forEach((_, c) => {
		const cells = children.map((child) => at(lower[child], upper[child], c));
		const whole = at(lower[parent], upper[parent], c);
		const least = cells.reduce((sum, cell) => sum + cell.lower, 0);
		const most = cells.reduce((sum, cell) => sum + cell.upper, 0);
		if (most < whole.upper) {
			whole.upper = Math.max(most, whole.lower);
			changed = true;
		}
		if (least > whole.lower) {
			whole.lower = Math.min(least, whole.upper);
			changed = true;
		}
		changed = tighten(cells, whole.lower, whole.upper) || changed;
	});
	return changed;
}

function childrenOf(areas: readonly AttackArea[]): Map<number, number[]> {
	const families = new Map<number, number[]>();
	areas.forEach((area, a) => {
		if (area.parent < 0) return;
		const family = families.get(area.parent);
		if (family) family.push(a);
		else families.set(area.parent, [a]);
	});
	return families;
}
