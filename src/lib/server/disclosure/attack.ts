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
	const families = [...childrenOf(areas)].map(([parent, children]) => ({
		least: lower[parent] ?? [], most: upper[parent] ?? [], lower: children.map((child) => lower[child] ?? []), upper: children.map((child) => upper[child] ?? [])
	}));
	for (let round = 0; round < ROUNDS; round += 1) {
		let changed = false;
		areas.forEach((area, a) => {
			if (area.total !== null) changed = tightenLine(lower[a] ?? [], upper[a] ?? [], area.total) || changed;
		});
		for (const family of families) changed = tightenFamily(family) || changed;
		if (!changed) break;
	}
	return { lower, upper };
}

interface FamilyBounds {
	readonly least: number[];
	readonly most: number[];
	readonly lower: readonly number[][];
	readonly upper: readonly number[][];
}

/** Narrows cell `i` to what the sum leaves it; never past its other bound. */
function narrow(lower: number[], upper: number[], i: number, low: number, up: number): boolean {
	const [l = 0, u = 0] = [lower[i], upper[i]];
	if (up < u) upper[i] = Math.max(up, l);
	if (low > l) lower[i] = Math.min(low, upper[i] ?? 0);
	return up < u || low > l;
}

/** Cells of a line whose sum is known: each one is bounded by what the others leave. */
function tightenLine(lower: number[], upper: number[], total: number): boolean {
	let [lowers, uppers] = [0, 0];
	for (let i = 0; i < lower.length; i += 1) {
		lowers += lower[i] ?? 0;
		uppers += upper[i] ?? 0;
	}
	let changed = false;
	for (let i = 0; i < lower.length; i += 1) {
		const [l = 0, u = 0] = [lower[i], upper[i]];
		if (l !== u) changed = narrow(lower, upper, i, total - (uppers - u), total - (lowers - l)) || changed;
	}
	return changed;
}

/** An area's cells and its children's, category by category. */
function tightenFamily({ least, most, lower, upper }: FamilyBounds): boolean {
	let changed = false;
	for (let c = 0; c < least.length; c += 1) {
		let [lowers, uppers] = [0, 0];
		for (let i = 0; i < lower.length; i += 1) {
			lowers += lower[i]?.[c] ?? 0;
			uppers += upper[i]?.[c] ?? 0;
		}
		changed = narrow(least, most, c, lowers, uppers) || changed;
		const [low = 0, high = 0] = [least[c], most[c]];
		for (let i = 0; i < lower.length; i += 1) {
			const [own, top] = [lower[i], upper[i]];
			const [l = 0, u = 0] = [own?.[c], top?.[c]];
			if (own && top && l !== u) changed = narrow(own, top, c, low - (uppers - u), high - (lowers - l)) || changed;
		}
	}
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
