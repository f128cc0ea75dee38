/** Events as marks on a time line, one lane per region, votes as lines, the stage ribbon under them. */
import type { SeriesOption } from 'echarts';
import { formatDate, say, type Lang } from '../../i18n/index.ts';
import { chartText } from '../../i18n/messages/ui.ts';
import { dayAxisShapes } from '../day-axis.ts';
import { dayLabel, ribbon, ribbonHeight } from '../ribbon.ts';
import { dayNumber, monthStarts } from '../days.ts';
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	type ChartPoint,
	contohMark,
	contohShapes,
	headOf,
	isNarrow,
	type Plot
} from '../frame.ts';
import type { LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { items, ornaments, rect, segment, type Shape } from '../shapes.ts';
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

/** Room that the name of a month needs. */
const ROOM = 34;

/** The line under the lanes; unless days stand there, a tick at every nth month, its name, and the year under January and the first. */
function monthShapes(spec: EventsSpec, env: ChartEnv, plot: Plot, pxPerDay: number, x: (iso: string) => number): Shape[] {
	const foot = plot.top + plot.height;
	const line: Shape = { type: 'path', d: segment(plot.left, foot, plot.left + plot.width, foot), stroke: colour('ink-2') };
	if (spec.daysTo) return [line];
	const step = [1, 2, 3, 6, 12].find((months) => months * 30 * pxPerDay >= ROOM) ?? 12;
	return [line, ...monthStarts(spec.start, spec.end, step).flatMap((iso, i): Shape[] => {
		const at = { type: 'text', x: x(iso), align: isNarrow(env) && i === 0 ? 'left' : 'center' } as const;
		const year = iso.slice(0, 4);
		const name = formatDate(iso.slice(0, 7), env.lang, 'short').split(' ')[0] ?? '';
		const words = step === 12 ? [year] : iso.slice(5, 7) === '01' || i === 0 ? [name, year] : [name];
		return [{ type: 'path', d: segment(x(iso), foot, x(iso), foot + 4), stroke: colour('ink-2') }, ...words.map((text, n): Shape => ({ ...at, y: foot + 15 + 14 * n, text }))];
	})];
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

/** The symbol of an event, and the span in which it lies where its day is not known. */
function eventShapes(spec: EventsSpec, { event, x: at, y }: Placed, middle: (lane: number) => number, x: (iso: string) => number): Shape[] {
	const tone = toneColour(spec.lanes[event.lane]?.tone ?? { kind: 'muted' });
	const { symbol, hollow } = CLASS[event.class];
	const { start, end } = event;
	const span: Shape[] = start && end ? [{ type: 'path', d: rect(x(start), middle(event.lane) - 3, Math.max(2, x(end) - x(start)), 6), fill: tone, opacity: 0.25 }] : [];
	return [...span, { type: 'path', d: symbolPath(symbol, at, y, 5), fill: hollow ? colour('paper') : tone, stroke: tone, width: 1.75 }];
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
	const keyed = used.map((name): LegendItem => ({
		kind: 'symbol',
		...CLASS[name],
		text: say(chartText[name], env.lang)
	}));
	const keys = headOf(keyed, env);
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
	const axis = spec.daysTo ? dayAxisShapes(spec.daysTo, { from: spec.start, to: spec.end, left, right: left + plot.width, y: top + plot.height }, x, env.lang) : [];
	const under = [...monthShapes(spec, env, plot, pxPerDay, x), ...keys.shapes, ...laneShapes(spec, env, plot, lane), ...voteShapes(spec, plot, x), ...axis, ...below.shapes];
	const marks = placed.map((at) => eventShapes(spec, at, middle, x));
	const contoh = contohShapes(env, plot);
	const series: SeriesOption[] = [ornaments(under, 1), items(marks), ...contohMark(contoh)];
	return {
		height: top + plot.height + foot,
		trigger: 'item',
		sizes: [0, placed.length],
		points: placed.map((at) => pointOf(spec, at, env.lang)),
		picture: [...under, ...contoh.across, ...marks.flat(), ...contoh.corner],
		option: baseOption(series, plot)
	};
}
