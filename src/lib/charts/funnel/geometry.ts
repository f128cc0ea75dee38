/** Boxes and lines in pixels: what overlaps, what crosses, how words keep their distance. */
import type { Plot } from '../frame.ts';

export interface Box {
	readonly x0: number;
	readonly y0: number;
	readonly x1: number;
	readonly y1: number;
}
/** x and y of one end, x and y of the other. */
export type Line = readonly [number, number, number, number];

export const around = (x: number, y: number, r: number): Box => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r });
export const boxOf = (plot: Plot, grow = 0): Box => ({
	x0: plot.left - grow,
	y0: plot.top - grow,
	x1: plot.left + plot.width + grow,
	y1: plot.top + plot.height + grow
});
export const grown = ({ x0, y0, x1, y1 }: Box, by: number): Box => ({ x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by });
export const meet = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
export const holds = (outer: Box, inner: Box): boolean =>
	inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;

/** The part of a line inside a box; null where it stays outside. */
export function clip([ax, ay, bx, by]: Line, box: Box): Line | null {
	let from = 0;
	let to = 1;
	for (const [at, step, low, high] of [
		[ax, bx - ax, box.x0, box.x1],
		[ay, by - ay, box.y0, box.y1]
	] as const) {
		if (step === 0) {
			if (at < low || at > high) return null;
			continue;
		}
		const [one, other] = [(low - at) / step, (high - at) / step];
		from = Math.max(from, Math.min(one, other));
		to = Math.min(to, Math.max(one, other));
	}
	if (from >= to) return null;
	const point = (t: number) => [ax + t * (bx - ax), ay + t * (by - ay)] as const;
	return [...point(from), ...point(to)];
}

/** Ascending places moved to be at least `gap` apart, each as near to its own as that allows, within [low, high]. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
	const pools: { mean: number; count: number }[] = [];
	wanted.forEach((place, i) => {
		let pool = { mean: place - i * gap, count: 1 };
		for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
			pools.pop();
			const count = last.count + pool.count;
			pool = { mean: (last.mean * last.count + pool.mean * pool.count) / count, count };
		}
		pools.push(pool);
	});
	const most = high - (wanted.length - 1) * gap;
	return pools
		.flatMap(({ mean, count }) => Array.from({ length: count }, () => Math.max(low, Math.min(most, mean))))
		.map((place, i) => place + i * gap);
}
