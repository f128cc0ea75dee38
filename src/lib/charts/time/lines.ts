/** Named lines on a time chart: a day down it, levels across it. */
import type { Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import { segment, type Shape } from '../shapes.ts';
import type { TimeSpec } from '../types.ts';

/** The day that the chart is about: a dashed line, its name beside it inside the plot. */
export function eventShapes(spec: TimeSpec, plot: Plot, x: (iso: string) => number): Shape[] {
	if (!spec.event || spec.event.date.slice(0, 7) < (spec.months[0] ?? '') || spec.event.date.slice(0, 7) > (spec.months.at(-1) ?? '')) return [];
	const at = x(spec.event.date);
	const isLeft = at - plot.left > plot.width / 2;
	return [
		{ type: 'path', d: segment(at, plot.top, at, plot.top + plot.height), stroke: colour('ink'), width: 1.25, dash: [4, 3] },
		{ type: 'text', x: at + (isLeft ? -5 : 5), y: plot.top + 8, text: spec.event.label, size: 11, weight: 600, fill: colour('ink'), align: isLeft ? 'right' : 'left', halo: true }
	];
}

/** Levels as thin dashed lines; each name stands on its line at the left, where months before the first cases leave room. */
export function levelShapes(spec: TimeSpec, plot: Plot, max: number): Shape[] {
	return (spec.levels ?? []).flatMap((level): Shape[] => {
		const y = plot.top + plot.height * (1 - level.value / max);
		return [
			{ type: 'path', d: segment(plot.left, y, plot.left + plot.width, y), stroke: colour('ink-2'), width: 1, dash: [4, 3] },
			{ type: 'text', x: plot.left + 4, y: y - 8, text: level.label, size: 11, fill: colour('ink-2'), halo: true }
		];
	});
}
