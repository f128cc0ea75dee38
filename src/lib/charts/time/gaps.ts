/** What stands on and between the marks of a time chart: intervals, and the reasons for missing months. */
import type { Plot } from '../frame.ts';
import { statusMark } from '../legend.ts';
import { colour } from '../palette.ts';
import { segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import { toneStroke } from '../tone.ts';
import type { Mark, TimeSpec } from '../types.ts';

/** Intervals as thin lines with caps, over the marks. */
export function intervalShapes(spec: TimeSpec, plot: Plot, max: number): Shape[] {
	const band = plot.width / Math.max(1, spec.months.length);
	const y = (value: number) => plot.top + plot.height * (1 - Math.min(value, max) / max);
	const slot = spec.form === 'bars' ? (band * 0.8) / spec.series.length : 0;
	return spec.series.flatMap((series, s) =>
		series.marks.flatMap((mark, i): Shape[] => {
			if (mark.status !== 'ok' || mark.lower === undefined || mark.upper === undefined) return [];
			const x = plot.left + band * (i + 0.5) + (s - (spec.series.length - 1) / 2) * slot;
			const cap = Math.min(4, band / 4);
			const d =
				segment(x, y(mark.lower), x, y(mark.upper)) +
				segment(x - cap, y(mark.lower), x + cap, y(mark.lower)) +
				segment(x - cap, y(mark.upper), x + cap, y(mark.upper));
			return [{ type: 'path', d, stroke: spec.form === 'bars' ? colour('ink') : toneStroke(series.tone), width: 1 }];
		})
	);
}

/** Months without a value, each marked by its reason; runs that all series share are one mark, with words when they fit. */
export function gapShapes(spec: TimeSpec, plot: Plot): Shape[] {
	const band = plot.width / Math.max(1, spec.months.length);
	const shared = spec.months.map((_, i) => {
		const first = spec.series[0]?.marks[i];
		return first && first.status !== 'ok' && spec.series.every((s) => sameGap(first, s.marks[i])) ? first : null;
	});
	const shapes: Shape[] = [];
	for (let from = 0; from < shared.length; from += 1) {
		const mark = shared[from];
		if (!mark) continue;
		let to = from + 1;
		while (sameGap(mark, shared[to] ?? undefined)) to += 1;
		shapes.push(...gapMark(mark, plot, plot.left + band * (from + 0.11), band * (to - from - 0.22)));
		from = to - 1;
	}
	const slot = spec.form === 'bars' ? (band * 0.78) / spec.series.length : band * 0.78;
	spec.series.forEach((series, s) =>
		series.marks.forEach((mark, i) => {
			if (mark.status === 'ok' || shared[i]) return;
			shapes.push(...gapMark(mark, plot, plot.left + band * (i + 0.11) + (spec.form === 'bars' ? s * slot : 0), slot));
		})
	);
	return shapes;
}
const sameGap = (a: Mark, b: Mark | undefined): boolean =>
	b !== undefined && b.status === a.status && b.text === a.text;

function gapMark(mark: Mark, plot: Plot, x: number, width: number): Shape[] {
	if (mark.status === 'ok') return [];
	const height = Math.min(plot.height * 0.3, 48);
	const marks = statusMark(mark.status, x, plot.top + plot.height - height, width, height);
	if (textWidth(mark.text, 11) + 8 > width) return marks;
	const y = plot.top + plot.height - (mark.status === 'suppressed' ? height + 8 : 18);
	return [...marks, { type: 'text', x: x + width / 2, y, text: mark.text, size: 11, align: 'center', halo: true }];
}
