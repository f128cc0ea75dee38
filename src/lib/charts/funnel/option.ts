/** A funnel: areas by size and value, the benchmark across, and the limits of what chance explains. */
import type { SeriesOption } from 'echarts';
import { formatNumber, say, type Lang } from '../../i18n/index.ts';
import { funnelText } from '../../i18n/messages/ui.ts';
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	contohMark,
	contohShapes,
	headOf,
	isNarrow,
	levelTicks,
	type Plot,
	valueTicks
} from '../frame.ts';
import type { LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale, type Scale } from '../scale.ts';
import { items, ornaments, segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import { symbolPath, toneColour, toneStroke, toneSymbol } from '../tone.ts';
import type { FunnelSpec, Tone } from '../types.ts';
import { around, grown } from './geometry.ts';
import { placeLabels } from './labels.ts';
import { type Axes, benchmarkShapes, LIMIT_SIZE, limitShapes } from './limits.ts';
import { missingShapes } from './missing.ts';

const AXIS = 22;
const UNIT = 22;
/** Room for what the x axis counts, under its numbers. */
const EXPOSURE = 18;
/** More points than this are drawn small and pale unless they are named. */
const MANY = 30;
/** Between a name and the words of limits and benchmark. */
const AIR = 4;
/** How far a name may stand from its point among many. */
const REACH = 42;

/**
 * The value axis holds the points, the benchmark and the limits near them: limits of tiny areas may run out of the plot.
 * It never ends far above what is drawn, so that shares stay within 100 %.
 */
function valueScale(spec: FunnelSpec): Scale {
	const limits = spec.limits.flatMap((l) => l.points.slice(Math.floor(l.points.length / 4)).map(([, value]) => value));
	const known = Math.max(spec.benchmark.value, ...spec.points.map((p) => p.value));
	const near = Math.max(spec.benchmark.value * 1.5, known) * 2;
	return niceScale(0, Math.max(known, Math.min(Math.max(0, ...limits), near)), 4, false);
}

/** From zero, or from a round size below the smallest area where all are large; ends shortly after the largest. */
function exposureScale(spec: FunnelSpec, ticks: number): Scale {
	const sizes = spec.points.map((p) => p.exposure);
	const high = Math.max(1, ...sizes) * 1.08;
	const small = Math.min(high, ...sizes);
	const scale = niceScale(small < high && small > high / 2 ? small * 0.9 : 0, high, ticks, true);
	return { ...scale, max: high };
}

const verdicts: readonly { readonly tone: Tone; readonly name: keyof typeof funnelText }[] = [
	{ tone: { kind: 'verdict', verdict: 'better' }, name: 'better' },
	{ tone: { kind: 'verdict', verdict: 'similar' }, name: 'similar' },
	{ tone: { kind: 'verdict', verdict: 'worse' }, name: 'worse' },
	{ tone: { kind: 'accent' }, name: 'differs' },
	{ tone: { kind: 'verdict', verdict: 'not_compared' }, name: 'not_compared' }
];
const same = (a: Tone, b: Tone): boolean =>
	a.kind === b.kind && (a.kind !== 'verdict' || b.kind !== 'verdict' || a.verdict === b.verdict);

function legendItems(spec: FunnelSpec, env: ChartEnv): LegendItem[] {
	return verdicts
		.filter(({ tone }) => spec.points.some((p) => same(p.tone, tone)))
		.map(({ tone, name }) => ({ kind: 'tone', tone, form: 'dot', symbol: pointSymbol(tone), text: say(funnelText[name], env.lang) }));
}

const isPale = (spec: FunnelSpec, point: FunnelSpec['points'][number]): boolean =>
	spec.points.length > MANY && !point.named;

/** Higher or lower without judgement is a diamond: in grey print it must not pass for "similar". */
const pointSymbol = (tone: Tone) => (tone.kind === 'accent' ? 'diamond' : toneSymbol(tone));

function pointShapes(spec: FunnelSpec, point: FunnelSpec['points'][number], { x, y }: Axes): Shape[] {
	const pale = isPale(spec, point);
	const d = symbolPath(pointSymbol(point.tone), x(point.exposure), y(point.value), pale ? 2.6 : 5.5);
	return [{ type: 'path', d, fill: toneColour(point.tone), stroke: toneStroke(point.tone), ...(pale ? { opacity: 0.55 } : {}) }];
}

/** Names of the points that ask for one; those furthest from the benchmark choose their place first. */
function nameShapes(spec: FunnelSpec, { x, y }: Axes, plot: Plot, taken: Parameters<typeof placeLabels>[2]): Shape[] {
	const away = (value: number): number => Math.abs(value - spec.benchmark.value);
	const named = spec.points.filter((p) => p.named).sort((a, b) => away(b.value) - away(a.value));
	return placeLabels(
		named.map((p) => ({ x: x(p.exposure), y: y(p.value), text: p.label })),
		plot,
		taken,
		spec.points.length > MANY ? REACH : Infinity
	);
}

/** Half the side of the square around a point that can be pressed. */
const PRESS = 12;

export function funnelChart(given: FunnelSpec, env: ChartEnv): BuiltChart {
	const spec = { ...given, points: [...given.points].sort((a, b) => a.exposure - b.exposure) };
	const narrow = isNarrow(env);
	const keys = headOf(legendItems(spec, env), env);
	const scale = valueScale(spec);
	const across = exposureScale(spec, narrow ? 4 : 5);
	const left = Math.max(30, textWidth(formatNumber(scale.max, env.lang, scale.digits)) + 10);
	const right = Math.max(12, ...spec.limits.map((l) => textWidth(l.label, LIMIT_SIZE) + 8));
	const top = keys.height + UNIT;
	const { height: missing } = missingShapes(spec.missing, 0, env.width);
	const foot = AXIS + EXPOSURE + missing;
	const size = env.height ? Math.max(120, env.height - top - foot) : narrow ? 280 : 340;
	const plot: Plot = { left, top, width: env.width - left - right, height: size };
	const axes: Axes = {
		x: (exposure) => plot.left + (plot.width * (exposure - across.min)) / (across.max - across.min),
		y: (value) => plot.top + plot.height * (1 - value / scale.max)
	};
	const under = top + size + AXIS;
	const words: Shape[] = [
		{ type: 'text', x: 0, y: top - 14, text: spec.unit, size: 11, fill: colour('ink-3') },
		{ type: 'text', x: left + plot.width, y: under + 6, text: spec.exposureLabel, size: 11, fill: colour('ink-3'), align: 'right' },
		...missingShapes(spec.missing, under + EXPOSURE, env.width).shapes
	];
	const marks = spec.points.map((p) => ({ ...around(axes.x(p.exposure), axes.y(p.value), isPale(spec, p) ? 3 : 6), named: p.named }));
	const limits = limitShapes(spec, axes, plot);
	const benchmark = benchmarkShapes(spec, env, axes, plot, [...marks, ...limits.words], limits.lines);
	const names = nameShapes(spec, axes, plot, {
		hard: [...limits.words, ...benchmark.words].map((box) => grown(box, AIR)),
		soft: marks.filter((mark) => !mark.named)
	});
	const below = [...levelTicks(scale, plot, env.lang), ...exposureShapes(across, plot, env.lang), ...keys.shapes, ...words, ...limits.shapes, ...benchmark.shapes];
	const drawn = spec.points.map((p) => pointShapes(spec, p, axes));
	const isOver = (i: number): boolean => spec.points[i] !== undefined && !isPale(spec, spec.points[i]);
	const contoh = contohShapes(env, plot);
	const series: SeriesOption[] = [items(drawn, isOver), ornaments(below, 1), ornaments(names, 4), ...contohMark(contoh)];
	return {
		height: under + EXPOSURE + missing,
		trigger: 'item',
		sizes: [spec.points.length],
		points: spec.points.map((p) => {
			const [x, y] = [axes.x(p.exposure), axes.y(p.value)];
			const reach = p.link ? { link: p.link, box: { left: x - PRESS, top: y - PRESS, width: 2 * PRESS, height: 2 * PRESS } } : {};
			return { x, y, label: p.label, text: p.text, ...reach };
		}),
		picture: [...below, ...contoh.across, ...drawn.filter((_, i) => !isOver(i)).flat(), ...drawn.filter((_, i) => isOver(i)).flat(), ...names, ...contoh.corner],
		option: baseOption(series, plot)
	};
}

/** The axis with round steps only: it ends between two of them. */
function exposureShapes(scale: Scale, plot: Plot, lang: Lang): Shape[] {
	const foot = plot.top + plot.height;
	const words = valueTicks(scale, plot, lang).filter((shape) => shape.type === 'text');
	return [{ type: 'path', d: segment(plot.left, foot, plot.left + plot.width, foot), stroke: colour('ink-2') }, ...words];
}
