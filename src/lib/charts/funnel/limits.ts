/** The lines of a funnel and their words: the control limits, the benchmark. */
import { formatNumber } from '../../i18n/index.ts';
import type { ChartEnv, Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import { segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import type { FunnelSpec } from '../types.ts';
import { type Box, boxOf, clip, holds, type Line, meet, spread } from './geometry.ts';

export interface Axes {
	readonly x: (exposure: number) => number;
	readonly y: (value: number) => number;
}

/** Shapes, and the boxes of their words, which other words keep clear of. */
export interface Drawn {
	readonly shapes: readonly Shape[];
	readonly words: readonly Box[];
}

export const LIMIT_SIZE = 10.5;
const BENCHMARK_SIZE = 11;
const ROW = 12;

const px = (value: number): number => Math.round(value * 10) / 10;

/** One limit as the pieces of it inside the plot. */
function pieces(points: FunnelSpec['limits'][number]['points'], { x, y }: Axes, plot: Plot): Line[] {
	const frame = boxOf(plot, 0.5);
	return points.slice(1).flatMap(([exposure, value], i): Line[] => {
		const before = points[i];
		const piece = before && clip([x(before[0]), y(before[1]), x(exposure), y(value)], frame);
		return piece ? [piece] : [];
	});
}

/** Pieces as one path, joined where they touch. */
function pathOf(lines: readonly Line[]): string {
	return lines
		.map(([ax, ay, bx, by], i) => {
			const before = lines[i - 1];
			const joined = before && px(before[2]) === px(ax) && px(before[3]) === px(ay);
			return `${joined ? '' : `M${px(ax)} ${px(ay)}`}L${px(bx)} ${px(by)}`;
		})
		.join('');
}

/** Limits as thin lines, 99.8 % solid, others dashed, each with its name at the right end. */
export function limitShapes(spec: FunnelSpec, axes: Axes, plot: Plot): Drawn & { readonly lines: readonly Line[] } {
	const limits = spec.limits.map((limit) => ({ ...limit, lines: pieces(limit.points, axes, plot) }));
	const ends = limits
		.flatMap(({ label, lines }) => {
			const last = lines.at(-1);
			return last && last[3] > plot.top + 1 ? [{ label, x: last[2] + 5, at: last[3] }] : [];
		})
		.sort((a, b) => a.at - b.at);
	const rows = spread(
		ends.map((end) => end.at),
		ROW,
		plot.top + ROW / 2,
		plot.top + plot.height - ROW / 2
	);
	const named = ends.map((end, i) => ({ ...end, at: rows[i] ?? end.at }));
	return {
		lines: limits.flatMap((limit) => limit.lines),
		words: named.map(({ label, x, at }) => ({
			x0: x,
			y0: at - ROW / 2,
			x1: x + textWidth(label, LIMIT_SIZE),
			y1: at + ROW / 2
		})),
		shapes: [
			...limits.flatMap(({ lines, strong }): Shape[] =>
				lines.length === 0
					? []
					: [{ type: 'path', d: pathOf(lines), stroke: colour('ink-2'), width: 1, dash: strong ? [] : [5, 3] }]
			),
			...named.map(
				({ label, x, at }): Shape => ({
					type: 'text',
					x,
					y: at,
					text: label,
					size: LIMIT_SIZE,
					fill: colour('ink-2'),
					halo: true
				})
			)
		]
	};
}

/**
 * The benchmark's line across the plot. Its words stand on it, at an end or between, clear of `marks` and where there is
 * room of the limits' `lines`; without any room they stand above the plot with a stroke as key.
 */
export function benchmarkShapes(
	spec: FunnelSpec,
	env: ChartEnv,
	{ y }: Axes,
	plot: Plot,
	marks: readonly Box[],
	lines: readonly Line[]
): Drawn {
	const at = px(y(spec.benchmark.value));
	const text = `${spec.benchmark.label} ${formatNumber(spec.benchmark.value, env.lang, spec.digits ?? 2)}`;
	const width = textWidth(text, BENCHMARK_SIZE) * 1.06;
	const right = plot.left + plot.width;
	const line: Shape = { type: 'path', d: segment(plot.left, at, px(right), at), stroke: colour('ink'), width: 1.25 };
	const words = { type: 'text', text, size: BENCHMARK_SIZE, weight: 600, fill: colour('ink') } as const;
	const free = benchmarkPlaces(at, width, plot).filter((box) => !marks.some((mark) => meet(mark, box)));
	const box = free.find((b) => !lines.some((piece) => clip(piece, b))) ?? free[0];
	if (box)
		return { words: [box], shapes: [line, { ...words, x: box.x0, y: (box.y0 + box.y1) / 2, halo: true }] };
	return {
		words: [],
		shapes: [line, { ...words, x: right, y: plot.top - 9, text: `— ${text}`, align: 'right' }]
	};
}

/** Above and below the line: the left end, the right end, then from left to right; those inside the plot. */
function benchmarkPlaces(at: number, width: number, plot: Plot): Box[] {
	const [first, last] = [plot.left + 4, plot.left + plot.width - 4 - width];
	const between = Array.from({ length: 12 }, (_, i) => first + ((last - first) * (i + 1)) / 13);
	return [first, last, ...between]
		.flatMap((x0) => [-16, 3].map((y0) => ({ x0, y0: at + y0, x1: x0 + width, y1: at + y0 + 13 })))
		.filter((box) => holds(boxOf(plot), box));
}
