/** Cycles laid over each other by days to voting day: cumulative lines, named at their ends. */
import type { SeriesOption } from 'echarts';
import { say } from '../../i18n/index.ts';
import { stageText } from '../../i18n/messages/ui.ts';
import { dayTicks } from '../day-axis.ts';
import { dayLabel, ribbon, ribbonHeight } from '../ribbon.ts';
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	type ChartPoint,
	contohShapes,
	headOf,
	isNarrow,
	levelTicks,
	markNumber,
	type Plot
} from '../frame.ts';
import type { LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale } from '../scale.ts';
import { items, ornaments, segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import { symbolPath, toneColour, toneDash, toneStroke } from '../tone.ts';
import type { AlignedSpec } from '../types.ts';

const AXIS = 24;
const UNIT = 26;

const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3]] as const;

/** The tone's own dash; series that share a tone are told apart by further ones. */
function dashOf(spec: AlignedSpec, index: number): readonly number[] {
	const series = spec.series[index];
	if (!series) return [];
	const before = spec.series
		.slice(0, index)
		.filter((other) => toneColour(other.tone) === toneColour(series.tone)).length;
	return before === 0 ? toneDash(series.tone) : (DASHES[before % DASHES.length] ?? []);
}

const inOrder = (points: AlignedSpec['series'][number]['points']) => [...points].sort((a, b) => a.day - b.day);

function lineShapes(spec: AlignedSpec, x: (day: number) => number, y: (value: number) => number): Shape[] {
	return spec.series.map((series, i): Shape => ({
		type: 'path',
		d: inOrder(series.points).map((point, n) => `${n === 0 ? 'M' : 'L'}${x(point.day)} ${y(point.value)}`).join(''),
		stroke: toneStroke(series.tone),
		width: 2,
		dash: dashOf(spec, i)
	}));
}

/** Names and last values at the line ends, pushed apart where ends are close. */
function endShapes(
	spec: AlignedSpec,
	env: ChartEnv,
	x: (day: number) => number,
	y: (value: number) => number
): Shape[] {
	const ends = spec.series
		.flatMap((series) => {
			const point = inOrder(series.points).at(-1);
			return point ? [{ series, point, at: y(point.value) }] : [];
		})
		.sort((a, b) => a.at - b.at);
	let floor = -Infinity;
	return ends.flatMap(({ series, point, at }): Shape[] => {
		const yAt = Math.max(at, floor + 14);
		floor = yAt;
		const value = markNumber(point.value, env.lang, spec.digits);
		const text = isNarrow(env) ? value : `${series.name} ${value}`;
		return [{ type: 'text', x: x(point.day) + 8, y: yAt, text, weight: 600, fill: colour('ink') }];
	});
}

function pointsOf(
	spec: AlignedSpec,
	env: ChartEnv,
	x: (day: number) => number,
	y: (value: number) => number
): ChartPoint[] {
	return spec.series.flatMap((series) =>
		inOrder(series.points).map((point) => ({
			x: x(point.day),
			y: y(point.value),
			label: `${series.name}, ${dayLabel(point.day, env.lang)}`,
			text: point.text
		}))
	);
}

export function alignedChart(spec: AlignedSpec, env: ChartEnv): BuiltChart {
	const points = spec.series.flatMap((series) => series.points);
	const values = points.map((point) => point.value);
	const days = points.map((point) => point.day);
	const [min, max] = [Math.min(-30, ...days), Math.max(0, ...days)];
	const scale = niceScale(
		0,
		Math.max(0, ...values),
		4,
		spec.digits === undefined ? values.every(Number.isInteger) : spec.digits === 0
	);
	const narrow = isNarrow(env);
	const keyed = narrow
		? spec.series.map((s): LegendItem => ({ kind: 'tone', tone: s.tone, form: 'line', text: s.name }))
		: [];
	const keys = headOf(keyed, env);
	const end =
		Math.max(
			24,
			...spec.series.map(
				(s) => textWidth(`${narrow ? '' : `${s.name} `}${markNumber(scale.max, env.lang, spec.digits)}`) * 1.06
			)
		) + 12;
	const left = Math.max(30, textWidth(markNumber(scale.max, env.lang, scale.digits)) + 10);
	const top = keys.height + UNIT;
	const stages = spec.stages ?? [];
	const foot = AXIS + ribbonHeight(stages, false) + 4;
	const height = env.height ?? top + foot + (narrow ? 170 : 220);
	const plot: Plot = { left, top, width: env.width - left - end, height: Math.max(80, height - top - foot) };
	const x = (day: number) => plot.left + (plot.width * (day - min)) / (max - min);
	const y = (value: number) => plot.top + plot.height * (1 - value / scale.max);
	const ticks = dayTicks(min, max, plot.width);
	const below = ribbon(
		stages.map((stage) => ({ code: stage.code, label: stage.label, x0: x(stage.startDay), x1: x(stage.endDay + 1) })),
		{ left, right: left + plot.width, top: top + plot.height + AXIS, lang: env.lang, vote: null }
	);
	const vote: Shape[] = [
		{ type: 'path', d: segment(x(0), top - 20, x(0), top + plot.height), stroke: colour('accent'), width: 1.25 },
		{
			type: 'text',
			x: x(0) - 5,
			y: top - 15,
			text: say(stageText.dayZero, env.lang),
			size: 11,
			weight: 600,
			fill: colour('accent'),
			align: 'right'
		}
	];
	const axis: Shape[] = [
		...levelTicks(scale, plot, env.lang),
		{ type: 'path', d: segment(plot.left, top + plot.height, plot.left + plot.width, top + plot.height), stroke: colour('ink-2') },
		...ticks.flatMap((day): Shape[] => [
			{ type: 'path', d: segment(x(day), top + plot.height, x(day), top + plot.height + 4), stroke: colour('ink-2') },
			{ type: 'text', x: x(day), y: top + plot.height + 15, text: dayLabel(day, env.lang), align: 'center' }
		])
	];
	const under = [...axis, ...keys.shapes, { type: 'text', x: 0, y: top - 16, text: spec.unit } as const, ...vote, ...below.shapes];
	const marks = spec.series.map((s) => inOrder(s.points).map((point): Shape[] => [{ type: 'path', d: symbolPath('circle', x(point.day), y(point.value), 3), fill: toneColour(s.tone) }]));
	const lines = lineShapes(spec, x, y);
	const ends = endShapes(spec, env, x, y);
	const contoh = contohShapes(env, plot);
	const series: SeriesOption[] = [...marks.map((points) => items(points)), ornaments([...under, ...contoh.across, ...lines], 1), ornaments(ends, 4), ornaments(contoh.corner, 6)];
	return {
		height,
		trigger: 'item',
		sizes: spec.series.map((s) => s.points.length),
		points: pointsOf(spec, env, x, y),
		picture: [...under, ...contoh.across, ...lines, ...marks.flat(2), ...ends, ...contoh.corner],
		option: baseOption(series, plot)
	};
}
