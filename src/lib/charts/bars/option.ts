/** Horizontal bars, or dots with their intervals: one row per category, a reference line where there is a benchmark. */
import type { CustomSeriesOption, CustomSeriesRenderItem, SeriesOption } from 'echarts';
import type { Lang } from '../../i18n/index.ts';
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	contohMark,
	headOf,
	isNarrow,
	markNumber,
	type Plot,
	valueAxis
} from '../frame.ts';
import { statusMark, type LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale, type Scale } from '../scale.ts';
import { ornaments, segment, type Shape } from '../shapes.ts';
import { fitText, textWidth } from '../text.ts';
import { symbolPath, toneColour, toneStroke, toneSymbol } from '../tone.ts';
import type { BarsSpec, Mark } from '../types.ts';

const AXIS = 22;
const PAD = 12;

function scaleOf(spec: BarsSpec, ticks: number): Scale {
	const values = spec.rows.flatMap((r) => r.marks.flatMap((m) => (m.status === 'ok' ? [m.value, m.lower ?? m.value, m.upper ?? m.value] : [])));
	if (spec.benchmark) values.push(spec.benchmark.value);
	const whole = spec.digits === undefined ? values.every(Number.isInteger) : spec.digits === 0;
	const low = spec.form === 'bar' ? 0 : Math.min(...values, spec.max ?? Infinity);
	const high = spec.max ?? Math.max(0, ...values);
	const scale = niceScale(Number.isFinite(low) ? low : 0, high, ticks, whole);
	return spec.max === undefined ? scale : { ...scale, max: spec.max };
}

/** What stands at the end of a mark: the data's words when short, else the number. */
export function endLabel(mark: Mark, lang: Lang, digits?: number): string {
	if (mark.status !== 'ok') return mark.text;
	return mark.text.length <= 22 ? mark.text : markNumber(mark.value, lang, digits);
}

/** Thickness of one mark, height of a row, and how the row divides. */
interface Rows {
	readonly thick: number;
	readonly group: number;
	readonly height: number;
	/** Label above the marks (narrow) or left of them. */
	readonly above: boolean;
	readonly labelWidth: number;
	readonly noteLines: boolean;
}

function rowsOf(spec: BarsSpec, env: ChartEnv): Rows {
	const above = isNarrow(env);
	const thick = spec.form === 'dot' ? 16 : spec.series.length > 1 ? 13 : 16;
	const group = thick * spec.series.length;
	const noteLines = spec.rows.some((row) => row.note !== undefined);
	if (above) return { thick, group, height: 18 + group + PAD, above, labelWidth: 0, noteLines };
	const widest = Math.max(60, ...spec.rows.map((row) => Math.max(textWidth(row.label, 13), textWidth(row.note ?? '', 11))));
	return { thick, group, height: Math.max(group, noteLines ? 32 : 16) + PAD, above, labelWidth: Math.min(widest + 12, env.width * 0.36), noteLines };
}

/** Left or above: the row's name, its note smaller and paler. */
function labelShapes(spec: BarsSpec, env: ChartEnv, rows: Rows, plot: Plot): Shape[] {
	return spec.rows.flatMap((row, i): Shape[] => {
		const top = plot.top + rows.height * i;
		if (rows.above) {
			const name = fitText(row.label, env.width * (row.note ? 0.62 : 1), 13);
			const shapes: Shape[] = [{ type: 'text', x: 0, y: top + 9, text: name, size: 13, fill: colour('ink'), halo: true }];
			const room = env.width - textWidth(name, 13) - 10;
			if (row.note && room > 40) shapes.push({ type: 'text', x: env.width, y: top + 9, text: fitText(row.note, room, 11), size: 11, fill: colour('ink-3'), align: 'right', halo: true });
			return shapes;
		}
		const middle = top + rows.height / 2;
		const name: Shape = { type: 'text', x: 0, y: row.note ? middle - 8 : middle, text: fitText(row.label, rows.labelWidth - 10, 13), size: 13, fill: colour('ink') };
		if (!row.note) return [name];
		return [name, { type: 'text', x: 0, y: middle + 9, text: fitText(row.note, rows.labelWidth - 10, 11), size: 11, fill: colour('ink-3') }];
	});
}

/** Vertical centre of mark `j` in row `i`. */
function centre(rows: Rows, plot: Plot, i: number, j: number): number {
	const top = plot.top + rows.height * i + (rows.above ? 18 : (rows.height - rows.group) / 2);
	return top + rows.thick * (j + 0.5);
}

/** Hatch, dashes or dots where a value is missing, with the words that say why; once where a whole row has one reason. */
function hiddenShapes(spec: BarsSpec, rows: Rows, plot: Plot): Shape[] {
	return spec.rows.flatMap((row, i) => {
		const first = row.marks[0];
		const whole = first !== undefined && row.marks.length > 1 && row.marks.every((m) => m.status === first.status && m.text === first.text);
		return row.marks.flatMap((mark, j): Shape[] => {
			if (mark.status === 'ok' || (whole && j > 0)) return [];
			const y = whole ? (centre(rows, plot, i, 0) + centre(rows, plot, i, row.marks.length - 1)) / 2 : centre(rows, plot, i, j);
			const tall = Math.min(rows.thick - 2, 12);
			const width = mark.status === 'suppressed' ? 44 : 18;
			const text = fitText(mark.text, plot.width - width - 8, 12);
			const words: Shape = { type: 'text', x: plot.left + width + 7, y, text, fill: colour('ink-2'), halo: true };
			return [...statusMark(mark.status, plot.left + 1, y - tall / 2, width, tall), words];
		});
	});
}

type Draw = (row: number, j: number, mark: Extract<Mark, { status: 'ok' }>) => Shape[];

/** A series whose data are the values and whose drawing is in pixels; a hidden mark has no data item. */
function markSeries(spec: BarsSpec, j: number, draw: Draw): CustomSeriesOption {
	const renderItem: CustomSeriesRenderItem = (params) => {
		const mark = spec.rows[params.dataIndex]?.marks[j];
		if (!mark || mark.status !== 'ok') return null;
		return {
			type: 'group',
			emphasisDisabled: true,
			children: draw(params.dataIndex, j, mark).flatMap((shape) =>
				shape.type === 'path'
					? [{ type: 'path' as const, shape: { pathData: shape.d }, style: { fill: shape.fill ?? 'none', stroke: shape.stroke, lineWidth: shape.width ?? 0 } }]
					: []
			)
		};
	};
	return {
		type: 'custom',
		name: spec.series[j]?.name,
		z: 3,
		clip: false,
		encode: { x: 0, y: 1 },
		data: spec.rows.map((row, i) => {
			const mark = row.marks[j];
			return [mark?.status === 'ok' ? mark.value : '-', i];
		}),
		renderItem
	};
}

function drawer(spec: BarsSpec, rows: Rows, plot: Plot, scale: Scale): Draw {
	const x = (value: number) => plot.left + (plot.width * (Math.min(value, scale.max) - scale.min)) / (scale.max - scale.min);
	return (i, j, mark) => {
		const y = centre(rows, plot, i, j);
		const tone = spec.series[j]?.tone ?? ({ kind: 'accent' } as const);
		const rowTone = spec.rows[i]?.tone ?? tone;
		const shapes: Shape[] = [];
		if (spec.form === 'bar') {
			const tall = rows.thick - 3;
			shapes.push({ type: 'path', d: `M${x(0)} ${y - tall / 2}H${x(mark.value)}V${y + tall / 2}H${x(0)}Z`, fill: toneColour(rowTone), stroke: toneStroke(rowTone), width: 1 });
		}
		if (mark.lower !== undefined && mark.upper !== undefined) {
			const d = segment(x(mark.lower), y, x(mark.upper), y) + segment(x(mark.lower), y - 4, x(mark.lower), y + 4) + segment(x(mark.upper), y - 4, x(mark.upper), y + 4);
			shapes.push({ type: 'path', d, stroke: spec.form === 'bar' ? colour('ink') : toneStroke(rowTone), width: spec.form === 'bar' ? 1 : 1.5 });
		}
		if (spec.form === 'dot') shapes.push({ type: 'path', d: symbolPath(toneSymbol(rowTone), x(mark.value), y, 5.5), fill: toneColour(rowTone), stroke: toneStroke(rowTone), width: 1.5 });
		return shapes;
	};
}

/** Numbers: at the end of a bar or interval; in a column at the right when intervals would run into them. */
function valueShapes(spec: BarsSpec, env: ChartEnv, rows: Rows, plot: Plot, scale: Scale): Shape[] {
	const x = (value: number) => plot.left + (plot.width * (Math.min(value, scale.max) - scale.min)) / (scale.max - scale.min);
	return spec.rows.flatMap((row, i) =>
		row.marks.flatMap((mark, j): Shape[] => {
			if (mark.status !== 'ok') return [];
			const text = endLabel(mark, env.lang, spec.digits);
			const y = centre(rows, plot, i, j);
			const weight = 600;
			if (spec.form === 'dot') return [{ type: 'text', x: env.width, y, text, weight, fill: colour('ink'), align: 'right' }];
			return [{ type: 'text', x: x(Math.max(mark.value, mark.upper ?? mark.value)) + 6, y, text, weight, fill: colour('ink'), halo: true }];
		})
	);
}

function benchmarkShapes(spec: BarsSpec, env: ChartEnv, plot: Plot, scale: Scale): Shape[] {
	if (!spec.benchmark) return [];
	const at = plot.left + (plot.width * (spec.benchmark.value - scale.min)) / (scale.max - scale.min);
	const width = textWidth(spec.benchmark.label, 11);
	const from = Math.min(Math.max(at - width / 2, 0), env.width - width);
	return [
		{ type: 'path', d: segment(at, plot.top - 4, at, plot.top + plot.height), stroke: colour('ink'), width: 1.25, dash: [5, 3] },
		{ type: 'text', x: from, y: plot.top - 11, text: spec.benchmark.label, size: 11, weight: 600, fill: colour('ink') }
	];
}

function rowText(spec: BarsSpec, i: number): { label: string; text: string } {
	const row = spec.rows[i];
	if (!row) return { label: '', text: '' };
	const lines = row.marks.map((mark, j) => (spec.series.length > 1 ? `${spec.series[j]?.name ?? ''}: ${mark.text}` : mark.text));
	return { label: row.label, text: [...lines, ...(row.note ? [row.note] : [])].join('\n') };
}

export function barsChart(spec: BarsSpec, env: ChartEnv): BuiltChart {
	const rows = rowsOf(spec, env);
	const scale = scaleOf(spec, isNarrow(env) ? 3 : 5);
	const form = spec.form === 'dot' ? 'dot' : 'bar';
	const items = spec.series.length > 1 ? spec.series.map((s): LegendItem => ({ kind: 'tone', tone: s.tone, form, text: s.name })) : [];
	const keys = headOf(items, env);
	const top = keys.height + (spec.benchmark ? 20 : 4);
	const widest = Math.max(20, ...spec.rows.flatMap((row) => row.marks.map((m) => (m.status === 'ok' ? textWidth(endLabel(m, env.lang, spec.digits)) * 1.06 : 0))));
	const left = rows.above ? 5 : rows.labelWidth;
	const plot: Plot = { left, top, width: env.width - left - widest - 14, height: rows.height * spec.rows.length };
	const height = top + plot.height + AXIS + 16;
	const unit: Shape = { type: 'text', x: left + plot.width, y: height - 8, text: spec.unit, size: 11, fill: colour('ink-3'), align: 'right' };
	const series: SeriesOption[] = [
		ornaments([...keys.shapes, unit], 1),
		...spec.series.map((_, j) => markSeries(spec, j, drawer(spec, rows, plot, scale))),
		ornaments(
			[
				...benchmarkShapes(spec, env, plot, scale),
				...labelShapes(spec, env, rows, plot),
				...hiddenShapes(spec, rows, plot),
				...valueShapes(spec, env, rows, plot, scale)
			],
			4
		),
		...contohMark(env, plot)
	];
	return {
		height,
		trigger: 'axis',
		sizes: [],
		points: spec.rows.map((_, i) => ({ x: plot.left + plot.width / 2, y: plot.top + rows.height * (i + 0.5), ...rowText(spec, i) })),
		option: {
			...baseOption(series, plot),
			xAxis: valueAxis(scale, env.lang),
			yAxis: {
				type: 'category',
				inverse: true,
				data: spec.rows.map((row) => row.label),
				axisLine: { show: spec.form === 'bar', lineStyle: { color: colour('ink-2') } },
				axisTick: { show: false },
				axisLabel: { show: false }
			}
		}
	};
}
