/** Horizontal bars, or dots with their intervals: one row per category, a reference line where there is a benchmark. */
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	contohShapes,
	headOf,
	isNarrow,
	placeAxes,
	type Plot,
	valueTicks
} from '../frame.ts';
import type { LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale, type Scale } from '../scale.ts';
import { ornaments, segment, stops, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import type { BarsSpec } from '../types.ts';
import { drawer } from './marks.ts';
import { centre, endLabel, hiddenShapes, labelShapes, rowsOf, stretched, type Rows } from './rows.ts';

const AXIS = 22;

function scaleOf(spec: BarsSpec, ticks: number): Scale {
	const values = spec.rows.flatMap((r) =>
		r.marks.flatMap((m) => (m.status === 'ok' ? [m.value, m.lower ?? m.value, m.upper ?? m.value] : []))
	);
	if (spec.benchmark) values.push(spec.benchmark.value);
	const whole = spec.digits === undefined ? values.every(Number.isInteger) : spec.digits === 0;
	const low = spec.form === 'bar' ? 0 : Math.min(...values, spec.min ?? Infinity, spec.max ?? Infinity);
	const high = spec.max ?? Math.max(0, ...values);
	const scale = niceScale(Number.isFinite(low) ? low : 0, high, ticks, whole);
	return spec.max === undefined ? scale : { ...scale, max: spec.max };
}

/** Numbers: at the end of a bar or interval; in a column at the right when intervals would run into them. */
function valueShapes(spec: BarsSpec, env: ChartEnv, rows: Rows, plot: Plot, scale: Scale): Shape[] {
	const x = (value: number) =>
		plot.left + (plot.width * (Math.min(value, scale.max) - scale.min)) / (scale.max - scale.min);
	return spec.rows.flatMap((row, i) =>
		row.marks.flatMap((mark, j): Shape[] => {
			if (mark.status !== 'ok') return [];
			const text = endLabel(mark, env.lang, spec.digits);
			const y = centre(rows, plot, i, j);
			const weight = 600;
			if (spec.form === 'dot')
				return [{ type: 'text', x: env.width, y, text, weight, fill: colour('ink'), align: 'right' }];
			return [
				{
					type: 'text',
					x: x(Math.max(mark.value, mark.upper ?? mark.value)) + 6,
					y,
					text,
					weight,
					fill: colour('ink'),
					halo: true
				}
			];
		})
	);
}

function benchmarkShapes(spec: BarsSpec, env: ChartEnv, plot: Plot, scale: Scale): Shape[] {
	if (!spec.benchmark) return [];
	const at = plot.left + (plot.width * (spec.benchmark.value - scale.min)) / (scale.max - scale.min);
	const width = textWidth(spec.benchmark.label, 11);
	const from = Math.min(Math.max(at - width / 2, 0), env.width - width);
	return [
		{
			type: 'path',
			d: segment(at, plot.top - 4, at, plot.top + plot.height),
			stroke: colour('ink'),
			width: 1.25,
			dash: [5, 3]
		},
		{ type: 'text', x: from, y: plot.top - 11, text: spec.benchmark.label, size: 11, weight: 600, fill: colour('ink') }
	];
}

function rowText(spec: BarsSpec, i: number): { label: string; text: string } {
	const row = spec.rows[i];
	if (!row) return { label: '', text: '' };
	const lines = row.marks.map((mark, j) =>
		spec.series.length > 1 ? `${spec.series[j]?.name ?? ''}: ${mark.text}` : mark.text
	);
	const isSaid = row.note === undefined || lines.some((line) => line.includes(row.note ?? ''));
	return { label: row.label, text: [...lines, ...(isSaid ? [] : [row.note])].join('\n') };
}

export function barsChart(spec: BarsSpec, env: ChartEnv): BuiltChart {
	const scale = scaleOf(spec, isNarrow(env) ? 3 : 5);
	const form = spec.form === 'dot' ? 'dot' : 'bar';
	const items =
		spec.series.length > 1
			? spec.series.map((s): LegendItem => ({ kind: 'tone', tone: s.tone, form, text: s.name }))
			: [];
	const keys = headOf(items, env);
	const top = keys.height + (spec.benchmark ? 20 : 4);
	const natural = rowsOf(spec, env);
	const rows = env.height === undefined ? natural : stretched(natural, spec.rows.length, env.height - top - AXIS - 16);
	const widest = Math.max(
		20,
		...(spec.whole ?? spec.rows).flatMap((row) =>
			row.marks.map((m) => (m.status === 'ok' ? textWidth(endLabel(m, env.lang, spec.digits)) * 1.06 : 0))
		)
	);
	const left = rows.above ? 5 : rows.labelWidth;
	const plot: Plot = { left, top, width: env.width - left - widest - 14, height: rows.height * spec.rows.length };
	const height = top + plot.height + AXIS + 16;
	const unit: Shape = {
		type: 'text',
		x: left + plot.width,
		y: height - 8,
		text: spec.unit,
		size: 11,
		fill: colour('ink-3'),
		align: 'right'
	};
	const draw = drawer(spec, rows, plot, scale);
	const under = [...keys.shapes, unit];
	const over = [
		...benchmarkShapes(spec, env, plot, scale),
		...labelShapes(spec, env, rows, plot),
		...hiddenShapes(spec, rows, plot),
		...valueShapes(spec, env, rows, plot, scale)
	];
	const contoh = contohShapes(env, plot);
	const foot: Shape = { type: 'path', d: segment(plot.left + 0.5, plot.top, plot.left + 0.5, plot.top + plot.height), stroke: colour('ink-2') };
	const picture: Shape[] = [
		...valueTicks(scale, plot, env.lang, rows.above),
		...(spec.form === 'bar' ? [foot] : []),
		...under,
		...contoh.across,
		...spec.series.flatMap((_, j) => spec.rows.flatMap((row, i) => (row.marks[j]?.status === 'ok' ? draw(i, j, row.marks[j]) : []))),
		...over,
		...contoh.corner
	];
	return {
		height,
		trigger: 'axis',
		sizes: [],
		picture,
		points: spec.rows.map((row, i) => ({
			x: plot.left + plot.width / 2,
			y: plot.top + rows.height * (i + 0.5),
			...rowText(spec, i),
			...(row.link ? { link: row.link, box: { left: 0, top: plot.top + rows.height * i, width: env.width, height: rows.height } } : {})
		})),
		option: { ...baseOption([stops(spec.rows.length, 'rows'), ornaments(picture, 1)], plot), ...placeAxes(spec.rows.length, 'rows') }
	};
}
