/** A funnel: areas by size and value, the benchmark across, and the limits of what chance explains. */
import type { CustomSeriesOption, SeriesOption } from 'echarts';
import { formatNumber, say } from '../../i18n/index.ts';
import { funnelText } from '../../i18n/messages/ui.ts';
import { baseOption, type BuiltChart, type ChartEnv, contohMark, headOf, isNarrow, type Plot, valueAxis } from '../frame.ts';
import type { LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale, type Scale } from '../scale.ts';
import { ornaments, type Shape } from '../shapes.ts';
import { fitText, textWidth } from '../text.ts';
import { symbolPath, toneColour, toneStroke, toneSymbol } from '../tone.ts';
import type { FunnelSpec, Tone } from '../types.ts';
import { placeLabels } from './labels.ts';

const AXIS = 22;
const UNIT = 22;
const LINE = 16;
/** More points than this are drawn small and pale unless they are named. */
const MANY = 30;

const px = (value: number): number => Math.round(value * 10) / 10;

/** The value axis ends above the points and their neighbourhood: limits of tiny areas may run out of the plot. */
function valueScale(spec: FunnelSpec): Scale {
	const values = spec.points.map((p) => p.value);
	const typical = spec.limits.flatMap((l) => l.points.filter((_, i) => i >= l.points.length / 4).map(([, value]) => value));
	return niceScale(0, Math.max(spec.benchmark.value * 1.5, ...values, Math.min(Math.max(0, ...typical), 3 * Math.max(spec.benchmark.value, ...values))), 4, false);
}

interface Axes {
	readonly x: (exposure: number) => number;
	readonly y: (value: number) => number;
	readonly top: number;
}

/** One limit as a line, cut where it leaves the plot. */
function limitPath(points: readonly (readonly [number, number])[], { x, y }: Axes, max: number): string {
	let d = '';
	let open = false;
	for (const [exposure, value] of points) {
		if (value > max) {
			open = false;
			continue;
		}
		d += `${open ? 'L' : 'M'}${px(x(exposure))} ${px(y(value))}`;
		open = true;
	}
	return d;
}

function limitShapes(spec: FunnelSpec, env: ChartEnv, axes: Axes, scale: Scale): Shape[] {
	let floor = -Infinity;
	const ends = spec.limits
		.flatMap((limit) => {
			const last = limit.points.at(-1);
			return last && last[1] <= scale.max ? [{ text: limit.label, at: axes.y(last[1]), x: axes.x(last[0]) }] : [];
		})
		.sort((a, b) => a.at - b.at);
	const named = ends.map((end): Shape => {
		floor = Math.max(end.at, floor + 12);
		return { type: 'text', x: end.x + 5, y: floor, text: end.text, size: 10.5, fill: colour('ink-2') };
	});
	return [
		...spec.limits.map((limit): Shape => ({ type: 'path', d: limitPath(limit.points, axes, scale.max) || 'M0 0', stroke: colour('ink-2'), width: 1, dash: limit.strong ? [] : [5, 3] })),
		...(isNarrow(env) ? [] : named)
	];
}

function benchmarkShapes(spec: FunnelSpec, env: ChartEnv, axes: Axes, plot: Plot): Shape[] {
	const at = px(axes.y(spec.benchmark.value));
	const text = `${spec.benchmark.label} ${formatNumber(spec.benchmark.value, env.lang, spec.digits ?? 2)}`;
	return [
		{ type: 'path', d: `M${plot.left} ${at}H${px(plot.left + plot.width)}`, stroke: colour('ink'), width: 1.25 },
		{ type: 'text', x: plot.left + plot.width, y: plot.top - 9, text: `— ${text}`, size: 11, weight: 600, fill: colour('ink'), align: 'right' }
	];
}

const verdicts: readonly { readonly tone: Tone; readonly name: keyof typeof funnelText }[] = [
	{ tone: { kind: 'verdict', verdict: 'better' }, name: 'better' },
	{ tone: { kind: 'verdict', verdict: 'similar' }, name: 'similar' },
	{ tone: { kind: 'verdict', verdict: 'worse' }, name: 'worse' },
	{ tone: { kind: 'accent' }, name: 'differs' },
	{ tone: { kind: 'verdict', verdict: 'not_compared' }, name: 'not_compared' }
];
const same = (a: Tone, b: Tone): boolean => a.kind === b.kind && (a.kind !== 'verdict' || b.kind !== 'verdict' || a.verdict === b.verdict);

function pointSeries(spec: FunnelSpec, axes: Axes, plot: Plot): CustomSeriesOption {
	const many = spec.points.length > MANY;
	return {
		type: 'custom',
		name: spec.unit,
		z: 3,
		clip: false,
		encode: { x: 0, y: 1 },
		data: spec.points.map((p) => [p.exposure, p.value]),
		renderItem: (params) => {
			const point = spec.points[params.dataIndex];
			if (!point) return null;
			const pale = many && !point.named;
			const y = Math.max(plot.top, axes.y(point.value));
			return {
				type: 'path' as const,
				shape: { pathData: symbolPath(toneSymbol(point.tone), axes.x(point.exposure), y, pale ? 2.6 : 5.5) },
				style: { fill: toneColour(point.tone), stroke: toneStroke(point.tone), lineWidth: 1, opacity: pale ? 0.55 : 1 }
			};
		}
	};
}

export function funnelChart(given: FunnelSpec, env: ChartEnv): BuiltChart {
	const spec = { ...given, points: [...given.points].sort((a, b) => a.exposure - b.exposure) };
	const narrow = isNarrow(env);
	const items = verdicts
		.filter(({ tone }) => spec.points.some((p) => same(p.tone, tone)))
		.map(({ tone, name }): LegendItem => ({ kind: 'tone', tone, form: 'dot', text: say(funnelText[name], env.lang) }));
	const keys = headOf(items, env);
	const scale = valueScale(spec);
	const exposures = spec.points.map((p) => p.exposure);
	const across = niceScale(0, Math.max(1, ...exposures) * 1.05, narrow ? 3 : 5, true);
	const left = Math.max(30, textWidth(formatNumber(scale.max, env.lang, scale.digits)) + 10);
	const right = narrow ? 10 : Math.max(12, ...spec.limits.map((l) => textWidth(l.label, 10.5) + 10));
	const top = keys.height + UNIT;
	const size = narrow ? 260 : 340;
	const missing = spec.missing.map((text) => fitText(text, env.width - 4, 11.5));
	const height = top + size + AXIS + 18 + missing.length * LINE + (missing.length > 0 ? 8 : 0);
	const plot: Plot = { left, top, width: env.width - left - right, height: size };
	const axes: Axes = {
		top,
		x: (exposure) => plot.left + (plot.width * exposure) / across.max,
		y: (value) => plot.top + plot.height * (1 - value / scale.max)
	};
	const below: Shape[] = [
		{ type: 'text', x: plot.left, y: top - 9, text: spec.unit, size: 11, fill: colour('ink-3') },
		{ type: 'text', x: plot.left + plot.width, y: top + size + AXIS + 8, text: spec.exposureLabel, size: 11, fill: colour('ink-3'), align: 'right' },
		...missing.map((text, i): Shape => ({ type: 'text', x: 0, y: top + size + AXIS + 26 + i * LINE, text, size: 11.5, fill: colour('ink-2') }))
	];
	const labels = placeLabels(
		spec.points.filter((p) => p.named).map((p) => ({ x: axes.x(p.exposure), y: Math.max(plot.top, axes.y(p.value)), text: p.label })),
		plot
	);
	const series: SeriesOption[] = [
		pointSeries(spec, axes, plot),
		ornaments([...keys.shapes, ...below, ...limitShapes(spec, env, axes, scale), ...benchmarkShapes(spec, env, axes, plot)], 1),
		ornaments(labels, 4),
		...contohMark(env, plot)
	];
	return {
		height,
		trigger: 'item',
		sizes: [spec.points.length],
		points: spec.points.map((p) => ({ x: axes.x(p.exposure), y: Math.max(plot.top, axes.y(p.value)), label: p.label, text: p.text })),
		option: {
			...baseOption(series, plot),
			xAxis: { ...valueAxis(across, env.lang), splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: colour('ink-2') } } },
			yAxis: valueAxis(scale, env.lang)
		}
	};
}
