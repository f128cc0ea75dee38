/** The marks of a time chart: bars with their numbers, or lines broken where a month has no value. */
import type { Lang } from '../../i18n/index.ts';
import { markNumber, type Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import { rect, type Shape } from '../shapes.ts';
import { symbolPath, toneColour, toneDash, toneStroke, toneSymbol } from '../tone.ts';
import type { TimeSpec } from '../types.ts';

/** A month this wide has room for the number of every bar; a narrower one for the tallest alone. */
const ROOMY = 24;
/** More months than this have small symbols. */
const MANY = 40;

export function markShapes(spec: TimeSpec, plot: Plot, max: number, lang: Lang): Shape[] {
	const y = (value: number): number => plot.top + plot.height * (1 - value / max);
	return spec.form === 'bars' ? barShapes(spec, plot, y, lang) : spec.series.flatMap((series) => lineShapes(series, spec.months.length, plot, y));
}

function barShapes(spec: TimeSpec, plot: Plot, y: (value: number) => number, lang: Lang): Shape[] {
	const band = plot.width / Math.max(1, spec.months.length);
	const air = band > 14 ? 0.22 : 0.12;
	const width = (band * (1 - air)) / Math.max(1, spec.series.length);
	return spec.series.flatMap((series, s) => {
		const top = Math.max(...series.marks.map((m) => (m.status === 'ok' ? m.value : 0)));
		return series.marks.flatMap((mark, i): Shape[] => {
			if (mark.status !== 'ok' || mark.value <= 0) return [];
			const x = plot.left + band * (i + air / 2) + width * s;
			const height = plot.top + plot.height - y(mark.value);
			const edge = series.tone.kind === 'verdict' ? { stroke: toneStroke(series.tone) } : {};
			const bar: Shape = { type: 'path', d: rect(x, y(mark.value), width, height), fill: toneColour(series.tone), ...edge };
			const isSaid = spec.series.length === 1 && (band >= ROOMY || mark.value === top);
			return isSaid ? [bar, { type: 'text', x: x + width / 2, y: y(mark.value) - 9, text: markNumber(mark.value, lang, spec.digits), weight: 600, fill: colour('ink'), align: 'center' }] : [bar];
		});
	});
}

function lineShapes({ marks, tone }: TimeSpec['series'][number], months: number, plot: Plot, y: (value: number) => number): Shape[] {
	const band = plot.width / Math.max(1, months);
	const places = marks.map((mark, i) => (mark.status === 'ok' ? { x: plot.left + band * (i + 0.5), y: y(mark.value) } : null));
	const d = places.map((at, i) => (at ? `${places[i - 1] ? 'L' : 'M'}${at.x} ${at.y}` : '')).join('');
	const symbols = places.map((at) => (at ? symbolPath(toneSymbol(tone), at.x, at.y, months > MANY ? 2 : 3) : '')).join('');
	if (d === '') return [];
	return [
		{ type: 'path', d, stroke: toneStroke(tone), width: 2, dash: toneDash(tone) },
		{ type: 'path', d: symbols, fill: toneColour(tone) }
	];
}
