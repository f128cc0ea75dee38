/** Names beside the points of a funnel: no two overlap, none leaves the plot, no leader line runs through a name. */
import type { Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import { segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import { around, type Box, boxOf, clip, holds, type Line, meet } from './geometry.ts';

export interface Labelled {
	readonly x: number;
	readonly y: number;
	readonly text: string;
}

/** What names keep clear of: always of `hard`, where there is room of `soft` too. */
export interface Obstacles {
	readonly hard: readonly Box[];
	readonly soft: readonly Box[];
}

interface Place {
	readonly box: Box;
	/** From the point to a name moved far. */
	readonly leader: Line | null;
	/** Pixels up or down from the point. */
	readonly moved: number;
}

export const NAME_SIZE = 11.5;
const TALL = 14;
const GAP = 8;
const MARK = 6;
/** Between two names in one row. */
const APART = 3;
/** Moved less than this, a name still reads as the point's own. */
const NEAR = 12;
/** Steps up and down from the point, nearest first. */
const STEPS = [0, ...Array.from({ length: 40 }, (_, i) => [-(i + 1) * 7, (i + 1) * 7]).flat()];

/** Right of the point, left of it, then further and further up and down; above and below also centred. */
function* places({ x, y, text }: Labelled): Generator<Place> {
	const width = textWidth(text, NAME_SIZE);
	for (const step of STEPS) {
		const middle = y + step;
		for (const side of [1, -1, 0] as const) {
			if (side === 0 && Math.abs(step) < TALL) continue;
			const x0 = side === 1 ? x + GAP : side === -1 ? x - GAP - width : x - width / 2;
			const box = { x0, y0: middle - TALL / 2, x1: x0 + width, y1: middle + TALL / 2 };
			const foot = step < 0 ? box.y1 : box.y0;
			const near = Math.abs(step) < (side === 0 ? NEAR + TALL / 2 : NEAR);
			const end = side === 0 ? ([x, foot] as const) : ([side === 1 ? x0 - 1 : x0 + width + 1, middle] as const);
			yield { box, leader: near ? null : [x, y + Math.sign(step) * MARK, ...end], moved: Math.abs(step) };
		}
	}
}

/**
 * Places the names one after the other, each where it costs least: near its point, on nothing soft, no line through a name.
 * A name moved far gets a line to its point; one without room within `reach` pixels is left out. Returns lines and words.
 */
export function placeLabels(
	points: readonly Labelled[],
	plot: Plot,
	{ hard, soft }: Obstacles = { hard: [], soft: [] },
	reach = Infinity
): Shape[] {
	const frame = boxOf(plot);
	const marks = points.map((p) => around(p.x, p.y, MARK));
	const names: Box[] = [...hard];
	const leaders: Line[] = [];
	const words = points.flatMap((point, own): Shape[] => {
		const others = marks.filter((_, i) => i !== own);
		const cost = ({ box, leader, moved }: Place): number => {
			const cut = leaders.some((line) => clip(line, box)) || (leader && names.some((name) => clip(leader, name)));
			const covers = soft.some((other) => meet(box, other));
			const passes = leader && [...others, ...soft].some((other) => clip(leader, other));
			return moved + (cut ? 90 : 0) + (covers ? 30 : 0) + (passes ? 20 : 0);
		};
		let best: { readonly place: Place; readonly cost: number } | null = null;
		for (const place of places(point)) {
			if (place.moved > Math.min(reach, best?.cost ?? Infinity)) break;
			if (!holds(frame, place.box) || [...names, ...others].some((other) => meet(place.box, other))) continue;
			const price = cost(place);
			if (!best || price < best.cost) best = { place, cost: price };
		}
		if (!best) return [];
		const { box, leader } = best.place;
		names.push({ ...box, x0: box.x0 - APART, x1: box.x1 + APART });
		if (leader) leaders.push(leader);
		return [
			{ type: 'text', x: box.x0, y: (box.y0 + box.y1) / 2, text: point.text, size: NAME_SIZE, fill: colour('ink'), halo: true }
		];
	});
	const lines = leaders.map((leader): Shape => ({ type: 'path', d: segment(...leader), stroke: colour('edge'), width: 1 }));
	return [...lines, ...words];
}
