/** Events as marks on a time line, one lane per region, votes as lines, the stage ribbon under them. */
import type { CustomSeriesOption, SeriesOption } from 'echarts';
import { formatDate, say, type Lang } from '../../i18n/index.ts';
import { chartText } from '../../i18n/messages/ui.ts';
import { dayAxisShapes } from '../day-axis.ts';
import { dayLabel, ribbon, ribbonHeight } from '../ribbon.ts';
import { dayNumber, isoOfDay, monthStarts } from '../days.ts';
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	type ChartPoint,
	contohMark,
	headOf,
	isNarrow,
	type Plot
} from '../frame.ts';
import type { LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { ornaments, rect, segment, type Shape } from '../shapes.ts';
import { fitText, textWidth } from '../text.ts';
import { symbolPath, toneColour, type Symbol } from '../tone.ts';
import type { EventsSpec } from '../types.ts';

type Event = EventsSpec['events'][number];
const CLASS: Record<Event['class'], { symbol: Symbol; hollow: boolean }> = {
	prevention: { symbol: 'circle', hollow: false },
	letter: { symbol: 'square', hollow: true },
	enforcement: { symbol: 'diamond', hollow: false }
};
const CLASSES = ['prevention', 'letter', 'enforcement'] as const;
const AXIS = 42;

function ticks(spec: EventsSpec, pxPerDay: number): { days: number[]; step: number } {
	const step = [1, 2, 3, 6, 12].find((months) => months * 30 * pxPerDay >= 34) ?? 12;
	return { days: monthStarts(spec.start, spec.end, step).map(dayNumber), step };
}

function tickLabel(day: number, step: number, first: number, lang: Lang): string {
	const iso = isoOfDay(day);
	if (step === 12) return iso.slice(0, 4);
	const name = formatDate(iso.slice(0, 7), lang, 'short').split(' ')[0] ?? '';
	return iso.slice(5, 7) === '01' || day === first ? `${name}\n${iso.slice(0, 4)}` : name;
}

interface Placed {
	readonly event: Event;
	readonly index: number;
	readonly x: number;
	readonly y: number;
}

/** Events of a lane that would cover each other are stacked in up to four steps around its middle. */
function place(spec: EventsSpec, x: (iso: string) => number, middle: (lane: number) => number, room: number): Placed[] {
	const lastX = new Map<string, number>();
	return spec.events
		.map((event, index) => ({ event, index, x: x(event.date) }))
		.sort((a, b) => a.x - b.x)
		.map(({ event, index, x: at }) => {
			const steps = [0, -1, 1, -2, 2].filter((s) => Math.abs(s) * 8 <= room);
			const step = steps.find((s) => at - (lastX.get(`${event.lane} ${s}`) ?? -Infinity) >= 10) ?? 0;
			lastX.set(`${event.lane} ${step}`, at);
			return { event, index, x: at, y: middle(event.lane) + step * 8 };
		});
}

function eventSeries(
	spec: EventsSpec,
	placed: readonly Placed[],
	middle: (lane: number) => number,
	x: (iso: string) => number
): CustomSeriesOption {
	return {
		type: 'custom',
		coordinateSystem: 'none',
		z: 3,
		data: placed.map((_, i) => i),
		renderItem: (params) => {
			const at = placed[params.dataIndex];
			if (!at) return null;
			const tone = spec.lanes[at.event.lane]?.tone ?? ({ kind: 'muted' } as const);
			const style = CLASS[at.event.class];
			const fill = style.hollow ? colour('paper') : toneColour(tone);
			const { start, end } = at.event;
			const band =
				start && end
					? [
							{
								type: 'path' as const,
								shape: { pathData: rect(x(start), middle(at.event.lane) - 3, Math.max(2, x(end) - x(start)), 6) },
								style: { fill: toneColour(tone), opacity: 0.25 }
							}
						]
					: [];
			return {
				type: 'group',
				emphasisDisabled: true,
				children: [
					...band,
					{
						type: 'path' as const,
						shape: { pathData: symbolPath(style.symbol, at.x, at.y, 5) },
						style: { fill, stroke: toneColour(tone), lineWidth: 1.75 }
					}
				]
			};
		}
	};
}

function voteShapes(spec: EventsSpec, plot: Plot, x: (iso: string) => number): Shape[] {
	let free = plot.left + plot.width;
	const labels: Shape[] = [];
	for (const vote of [...spec.votes].reverse()) {
		const at = x(vote.date);
		const width = textWidth(vote.label, 11);
		const to = Math.min(at + width / 2, plot.left + plot.width);
		if (to <= free) {
			labels.push({
				type: 'text',
				x: to - width,
				y: plot.top - 10,
				text: vote.label,
				size: 11,
				weight: 600,
				fill: colour('accent')
			});
			free = to - width - 8;
		}
	}
	const lines = spec.votes.map((vote): Shape => ({
		type: 'path',
		d: segment(x(vote.date), plot.top - 3, x(vote.date), plot.top + plot.height),
		stroke: colour('accent'),
		width: 1.25
	}));
	return [...lines, ...labels];
}

function laneShapes(spec: EventsSpec, env: ChartEnv, plot: Plot, lane: number): Shape[] {
	return spec.lanes.flatMap((entry, i): Shape[] => {
		const top = plot.top + lane * i;
		const line: Shape = {
			type: 'path',
			d: segment(isNarrow(env) ? 0 : plot.left, top + lane, plot.left + plot.width, top + lane),
			stroke: colour('rule')
		};
		const text = isNarrow(env) ? entry.label : fitText(entry.label, plot.left - 12, 13);
		return [
			line,
			{ type: 'text', x: 0, y: isNarrow(env) ? top + 10 : top + lane / 2, text, size: 13, fill: colour('ink') }
		];
	});
}

function pointOf(spec: EventsSpec, placed: Placed, lang: Lang): ChartPoint {
	const { event } = placed;
	const next = spec.votes.find((vote) => vote.date >= event.date);
	const days = next ? `${dayLabel(dayNumber(event.date) - dayNumber(next.date), lang)} (${next.label})` : '';
	const when =
		event.start && event.end ? `± ${formatDate(event.date.slice(0, 7), lang)}` : formatDate(event.date, lang);
	const lane = spec.lanes[event.lane]?.label ?? '';
	return {
		x: placed.x,
		y: placed.y,
		label: `${lane}, ${when}`,
		text: [event.text, say(chartText[event.class], lang), days].filter(Boolean).join('\n')
	};
}

export function eventsChart(spec: EventsSpec, env: ChartEnv): BuiltChart {
	const narrow = isNarrow(env);
	const left = narrow
		? 4
		: Math.min(env.width * 0.3, Math.max(60, ...spec.lanes.map((lane) => textWidth(lane.label, 13))) + 14);
	const used = CLASSES.filter((name) => spec.events.some((event) => event.class === name));
	const items = used.map((name): LegendItem => ({
		kind: 'symbol',
		...CLASS[name],
		text: say(chartText[name], env.lang)
	}));
	const keys = headOf(items, env);
	const top = keys.height + (spec.votes.length > 0 ? 20 : 6);
	const isCounted = spec.votes.length === 1 && !spec.daysTo;
	const foot = AXIS + ribbonHeight(spec.stages, isCounted) + 4;
	const lane = env.height === undefined ? (narrow ? 46 : 40) : Math.max(24, (env.height - top - foot) / Math.max(1, spec.lanes.length));
	const plot: Plot = { left, top, width: env.width - left - 12, height: lane * spec.lanes.length };
	const [first, last] = [dayNumber(spec.start), dayNumber(spec.end)];
	const pxPerDay = plot.width / Math.max(1, last - first);
	const x = (iso: string) => plot.left + (dayNumber(iso) - first) * pxPerDay;
	const middle = (index: number) => plot.top + lane * index + lane * (narrow ? 0.67 : 0.5);
	const placed = place(spec, x, middle, narrow ? 8 : 16);
	const lastVote = spec.votes[spec.votes.length - 1];
	const one = isCounted && lastVote ? { x: x(lastVote.date), pxPerDay } : null;
	const below = ribbon(
		spec.stages.map((stage) => ({
			code: stage.code,
			label: stage.label,
			x0: x(stage.start),
			x1: x(stage.end) + pxPerDay
		})),
		{ left, right: left + plot.width, top: top + plot.height + AXIS, lang: env.lang, vote: one }
	);
	const { days, step } = ticks(spec, pxPerDay);
	const axis = spec.daysTo ? dayAxisShapes(spec.daysTo, { from: spec.start, to: spec.end, left, right: left + plot.width, y: top + plot.height }, x, env.lang) : [];
	const series: SeriesOption[] = [
		ornaments([...keys.shapes, ...laneShapes(spec, env, plot, lane), ...voteShapes(spec, plot, x), ...axis, ...below.shapes], 1),
		eventSeries(spec, placed, middle, x),
		...contohMark(env, plot)
	];
	return {
		height: top + plot.height + foot,
		trigger: 'item',
		sizes: [0, placed.length],
		points: placed.map((at) => pointOf(spec, at, env.lang)),
		option: {
			...baseOption(series, plot),
			xAxis: {
				type: 'value',
				min: first,
				max: last,
				axisLine: { show: true, onZero: false, lineStyle: { color: colour('ink-2') } },
				axisTick: { show: !spec.daysTo, customValues: days, length: 4, lineStyle: { color: colour('ink-2') } },
				splitLine: { show: false },
				axisLabel: {
					show: !spec.daysTo,
					color: colour('ink-2'),
					fontSize: 12,
					lineHeight: 14,
					customValues: days,
					...(isNarrow(env) ? { alignMinLabel: 'left' as const } : {}),
					formatter: (value: number) => tickLabel(value, step, days[0] ?? 0, env.lang)
				}
			},
			yAxis: { type: 'value', min: 0, max: spec.lanes.length, show: false }
		}
	};
}
