/** What all charts share: the size they are drawn at, text measuring, scales, the base option, the synthetic mark. */
import type { EChartsOption, SeriesOption } from 'echarts';
import { formatNumber, say, type Lang } from '../i18n/index.ts';
import { chartText } from '../i18n/messages/ui.ts';
import { legend, legendWidth, type LegendItem } from './legend.ts';
import { colour } from './palette.ts';
import type { Scale } from './scale.ts';
import { textWidth } from './text.ts';
import { ornaments, rect, segment, type Shape } from './shapes.ts';
import type { Link } from './types.ts';

/** `width` in CSS pixels; `height` only where the surroundings fix it. `contoh` puts the synthetic mark into the image. */
export interface ChartEnv {
	readonly lang: Lang;
	readonly width: number;
	readonly height?: number;
	readonly contoh: boolean;
}

/** A place in the chart that a reader can stop at; pixels, and the words spoken and shown there. */
export interface ChartPoint {
	readonly x: number;
	readonly y: number;
	readonly label: string;
	readonly text: string;
	/** Where the stop leads, and the part of the drawing that can be pressed; pixels. */
	readonly link?: Link;
	readonly box?: Plot;
}

/** A drawn chart: its shapes, the height it needs, its stops in reading order; and for the library, which brings it to life, the option and what the tooltip listens to. */
export interface BuiltChart {
	readonly option: EChartsOption;
	readonly height: number;
	readonly points: readonly ChartPoint[];
	/** `axis`: a whole month or row is a stop; `item`: each mark is one. */
	readonly trigger: 'axis' | 'item';
	/** For `item`: how many stops each series of the option holds, in order. */
	readonly sizes: readonly number[];
	/** The whole drawing, from the bottom up. */
	readonly picture: readonly Shape[];
}

/** Under this width labels go above their rows and fewer ticks are printed. */
export const NARROW = 520;
export const isNarrow = (env: ChartEnv): boolean => env.width < NARROW;

/** Plot area in pixels. */
export interface Plot {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** A number as it stands beside a mark: whole numbers whole, others with `digits` (default 2). */
export function markNumber(value: number, lang: Lang, digits?: number): string {
	return formatNumber(value, lang, digits ?? (Number.isInteger(value) ? 0 : 2));
}

/** Ticks of a horizontal value axis as shapes: lines over the plot, numbers under it; `edge`: the axis begins at the picture's edge. */
export function valueTicks(scale: Scale, plot: Plot, lang: Lang, edge = false): Shape[] {
	const steps = Math.floor((scale.max - scale.min) / scale.interval + 1e-9);
	const at = (i: number) => plot.left + (plot.width * i * scale.interval) / (scale.max - scale.min);
	const foot = plot.top + plot.height;
	let taken = -Infinity;
	return Array.from({ length: steps + 1 }, (_, i) => i).flatMap((i): Shape[] => {
		const text = formatNumber(scale.min + i * scale.interval, lang, scale.digits);
		const half = textWidth(text) / 2;
		const leftmost = edge && i === 0;
		const from = leftmost ? at(i) : at(i) - half;
		const line: Shape = { type: 'path', d: segment(Math.round(at(i)) + 0.5, plot.top, Math.round(at(i)) + 0.5, foot), stroke: colour('rule') };
		if (from < taken) return [line];
		taken = from + 2 * half;
		return [line, { type: 'text', x: at(i), y: foot + 14, text, align: leftmost ? 'left' : 'center' }];
	});
}

/** Room between two lines of numbers. */
const LINE = 14;

/** Ticks of a vertical value axis as shapes: lines across the plot, numbers left of it. */
export function levelTicks(scale: Scale, plot: Plot, lang: Lang): Shape[] {
	const steps = Math.floor((scale.max - scale.min) / scale.interval + 1e-9);
	let taken = Infinity;
	return Array.from({ length: steps + 1 }, (_, i) => scale.min + i * scale.interval).flatMap((value): Shape[] => {
		const y = plot.top + plot.height * (1 - (value - scale.min) / (scale.max - scale.min));
		const at = Math.round(y) + 0.5;
		const line: Shape = { type: 'path', d: segment(plot.left, at, plot.left + plot.width, at), stroke: colour('rule') };
		if (y > taken) return [line];
		taken = y - LINE;
		return [line, { type: 'text', x: plot.left - 8, y, text: formatNumber(value, lang, scale.digits), align: 'right' }];
	});
}

/** Axes for a tooltip that belongs to the places along one: columns along, or rows down. That one is there with nothing to see, since the library moves its pointer only with an axis that it draws. */
export const placeAxes = (count: number, along: 'columns' | 'rows'): Pick<EChartsOption, 'xAxis' | 'yAxis'> => {
	const nothing = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false }, splitLine: { show: false } };
	const places = { type: 'category' as const, data: Array.from({ length: count }, (_, i) => String(i)), ...nothing };
	const values = { type: 'value' as const, min: 0, max: 1, show: false };
	return along === 'columns' ? { xAxis: places, yAxis: values } : { xAxis: values, yAxis: { ...places, inverse: true } };
};

/** The word CONTOH across the plot and in its corner: what lies under the marks, and what lies over everything. It goes wherever the image goes. */
export interface ContohShapes {
	readonly across: readonly Shape[];
	readonly corner: readonly Shape[];
}

/** The same for the library. */
export const contohMark = ({ across, corner }: ContohShapes): SeriesOption[] => [ornaments(across, 1), ornaments(corner, 6)];

export function contohShapes(env: ChartEnv, plot: Plot): ContohShapes {
	if (!env.contoh) return { across: [], corner: [] };
	const size = Math.min(64, plot.width / 6);
	const tag = say(chartText.contohTag, env.lang);
	const width = textWidth(tag, 11) + 14;
	const x = env.width - width - 1;
	const across: Shape[] = [
		{
			type: 'text',
			x: plot.left + plot.width / 2,
			y: plot.top + plot.height / 2,
			text: say(chartText.contoh, env.lang),
			size,
			weight: 800,
			fill: colour('ink'),
			opacity: 0.08,
			align: 'center'
		}
	];
	const corner: Shape[] = [
		{ type: 'path', d: rect(x, 1, width, 17), fill: colour('paper'), stroke: colour('ink'), width: 1 },
		{ type: 'text', x: x + width / 2, y: 10, text: tag, size: 11, weight: 700, fill: colour('ink'), align: 'center' }
	];
	return { across, corner };
}

/** Height of the corner tag with the air under it. */
const TAG = 22;

/** The strip at the top: the legend's rows, and room for the corner tag at their right; under it where the first name is too long for that. */
export function headOf(items: readonly LegendItem[], env: ChartEnv): { shapes: Shape[]; height: number } {
	const tag = env.contoh ? textWidth(say(chartText.contohTag, env.lang), 11) + 26 : 0;
	const isUnder = env.contoh && items[0] !== undefined && legendWidth(items[0]) > env.width - tag;
	const keys = isUnder ? legend(items, 0, TAG, env.width) : legend(items, 0, 0, env.width - tag);
	return { shapes: keys.shapes, height: isUnder ? TAG + keys.height : Math.max(keys.height, env.contoh ? TAG : 0) };
}

/** The option every chart starts from. */
export function baseOption(series: SeriesOption[], plot: Plot): EChartsOption {
	return {
		animation: false,
		backgroundColor: 'transparent',
		textStyle: { fontFamily: 'inherit', fontSize: 12, color: colour('ink-2') },
		grid: {
			left: plot.left,
			top: plot.top,
			width: plot.width,
			height: plot.height,
			containLabel: false,
			outerBoundsMode: 'none'
		},
		series
	};
}
