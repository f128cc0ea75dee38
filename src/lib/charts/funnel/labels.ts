/** Names beside the points of a funnel: no two overlap, none leaves the plot. */
import type { Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import { segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';

export interface Labelled {
	readonly x: number;
	readonly y: number;
	readonly text: string;
}

interface Box {
	readonly x0: number;
	readonly y0: number;
	readonly x1: number;
	readonly y1: number;
}

const SIZE = 11.5;
const TALL = 13;
const GAP = 8;
/** Steps up and down from the point, nearest first. */
const STEPS = [0, ...Array.from({ length: 40 }, (_, i) => [-(i + 1) * 7, (i + 1) * 7]).flat()];

const meet = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** Places each name right of its point, else left, moved up or down until it is free; a name moved far gets a line to its point. Names without room are left out. */
export function placeLabels(points: readonly Labelled[], plot: Plot): Shape[] {
	const taken: Box[] = points.map((p) => ({ x0: p.x - 6, y0: p.y - 6, x1: p.x + 6, y1: p.y + 6 }));
	const inside = (b: Box): boolean => b.x0 >= plot.left && b.x1 <= plot.left + plot.width && b.y0 >= plot.top - 4 && b.y1 <= plot.top + plot.height;
	return points.flatMap((point, own): Shape[] => {
		const width = textWidth(point.text, SIZE) * 1.04;
		for (const step of STEPS) {
			for (const side of [1, -1] as const) {
				const x0 = side === 1 ? point.x + GAP : point.x - GAP - width;
				const box = { x0, y0: point.y + step - TALL / 2, x1: x0 + width, y1: point.y + step + TALL / 2 };
				if (!inside(box) || taken.some((other, i) => i !== own && meet(box, other))) continue;
				taken.push(box);
				const name: Shape = { type: 'text', x: x0, y: point.y + step, text: point.text, size: SIZE, fill: colour('ink'), halo: true };
				if (Math.abs(step) < 12) return [name];
				const end = side === 1 ? x0 - 1 : x0 + width + 1;
				return [{ type: 'path', d: segment(point.x + side * 5, point.y, end, point.y + step), stroke: colour('edge'), width: 0.75 }, name];
			}
		}
		return [];
	});
}
