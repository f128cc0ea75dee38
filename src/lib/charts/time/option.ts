/** Bars or lines over months, with the stage ribbon under them. Pure: the same spec and size give the same chart. */
import type { BarSeriesOption, LineSeriesOption, SeriesOption } from 'echarts';
import { formatDate, say, type Lang } from '../../i18n/index.ts';
import { chartText } from '../../i18n/messages/ui.ts';
import { dayAxisShapes, monthSpan } from '../day-axis.ts';
import { dayNumber, isoOfDay, monthPosition } from '../days.ts';
import { dayLabel, ribbon, ribbonHeight } from '../ribbon.ts';
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
import { statusItems, type LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale } from '../scale.ts';
import { ornaments, segment, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import { toneColour, toneDash, toneStroke, toneSymbol } from '../tone.ts';
import type { TimeSpec } from '../types.ts';
import { gapShapes, intervalShapes } from './gaps.ts';
import { eventShapes, levelShapes } from './lines.ts';

const AXIS = 38;
const UNIT = 26;
/** Height of a plot in which bars can still be told apart. */
const LEAST = 64;

function scaleOf(spec: TimeSpec) {
	const values = spec.series.flatMap((s) =>
		s.marks.flatMap((m) => (m.status === 'ok' ? [m.value, m.upper ?? m.value] : []))
	);
	// A number over the tallest bar must not stand in the line of the vote's words.
	const over = spec.form === 'bars' && spec.series.length === 1 && spec.votingDay ? 1.08 : 1;
	return niceScale(
		0,
		Math.max(0, ...values, ...(spec.levels ?? []).map((l) => l.value)) * over,
		4,
		spec.digits === undefined ? values.every(Number.isInteger) : spec.digits === 0
	);
}

function legendItems(spec: TimeSpec): LegendItem[] {
	const form = spec.form === 'bars' ? 'bar' : 'line';
	const names =
		spec.series.length > 1
			? spec.series.map((s): LegendItem => ({ kind: 'tone', tone: s.tone, form, text: s.name }))
			: [];
	return [...names, ...statusItems(spec.series.flatMap((s) => s.marks))];
}

/** Month labels: every nth month, the year under January and under the first. */
function monthLabel(months: readonly string[], step: number, lang: Lang) {
	const firstJanuary = months.findIndex((month) => month.endsWith('-01'));
	return (index: number): string => {
		const month = months[index];
		if (month === undefined) return '';
		const number = Number(month.slice(5, 7));
		if ((number - 1) % step !== 0) return '';
		const name = formatDate(month, lang, 'short').split(' ')[0] ?? '';
		const firstShown = months.findIndex((m) => (Number(m.slice(5, 7)) - 1) % step === 0);
		return number === 1 || (index === firstShown && firstJanuary !== index) ? `${name}\n${month.slice(0, 4)}` : name;
	};
}

function barSeries(spec: TimeSpec, lang: Lang, band: number): BarSeriesOption[] {
	return spec.series.map((series) => {
		const top = Math.max(...series.marks.map((m) => (m.status === 'ok' ? m.value : 0)));
		const roomy = spec.series.length === 1 && band >= 24;
		return {
			type: 'bar',
			name: series.name,
			z: 3,
			barGap: '0%',
			barCategoryGap: band > 14 ? '22%' : '12%',
			itemStyle: {
				color: toneColour(series.tone),
				borderColor: toneStroke(series.tone),
				borderWidth: series.tone.kind === 'verdict' ? 1 : 0
			},
			emphasis: { disabled: true },
			label: {
				show: spec.series.length === 1,
				position: 'top',
				distance: 3,
				color: colour('ink'),
				fontSize: 12,
				fontWeight: 600
			},
			data: series.marks.map((mark) => {
				if (mark.status !== 'ok') return { value: '-' };
				const say = mark.value > 0 && (roomy || mark.value === top);
				return {
					value: mark.value,
					label: { show: spec.series.length === 1 && say, formatter: markNumber(mark.value, lang, spec.digits) }
				};
			})
		};
	});
}

function lineSeries(spec: TimeSpec): LineSeriesOption[] {
	return spec.series.map((series) => {
		const dash = toneDash(series.tone);
		return {
			type: 'line',
			name: series.name,
			z: 3,
			connectNulls: false,
			symbol: SYMBOLS[toneSymbol(series.tone)],
			symbolSize: spec.months.length > 40 ? 4 : 6,
			showAllSymbol: true,
			clip: false,
			lineStyle: { color: toneStroke(series.tone), width: 2, type: dash.length > 0 ? [...dash] : 'solid' },
			itemStyle: { color: toneColour(series.tone), borderWidth: 0 },
			emphasis: { disabled: true },
			data: series.marks.map((mark) => (mark.status === 'ok' ? mark.value : '-'))
		};
	});
}
const SYMBOLS = {
	circle: 'circle',
	up: 'triangle',
	down: 'path://M0 0L10 0L5 10Z',
	square: 'rect',
	diamond: 'diamond',
	plus: 'path://M4 0L8 0L8 4L12 4L12 8L8 8L8 12L4 12L4 8L0 8L0 4L4 4Z',
	cross: 'path://M2 0L6 4L10 0L12 2L8 6L12 10L10 12L6 8L2 12L0 10L4 6L0 2Z'
} as const;

interface VoteLabel {
	readonly at: number;
	readonly text: string;
	/** Left end of the words, right end of the words. */
	readonly from: number;
	readonly to: number;
}

/** Where the words of the vote stand: left of its line, right of it when there is no room. */
function voteLabel(spec: TimeSpec, lang: Lang, left: number, at: number, end: number): VoteLabel | null {
	if (!spec.votingDay || at < left || at > end) return null;
	const text = say(chartText.votingDay, lang, { date: formatDate(spec.votingDay, lang, 'short') });
	const width = textWidth(text, 11);
	const from = at - width - 5 < left ? at + 5 : at - width - 5;
	return { at, text, from, to: from + width };
}

function voteShapes(vote: VoteLabel | null, plot: Plot): Shape[] {
	if (!vote) return [];
	return [
		{
			type: 'path',
			d: segment(vote.at, plot.top - 20, vote.at, plot.top + plot.height),
			stroke: colour('accent'),
			width: 1.25
		},
		vote.from < vote.at
			? {
					type: 'text',
					x: vote.at - 5,
					y: plot.top - 15,
					text: vote.text,
					size: 11,
					weight: 600,
					fill: colour('accent'),
					align: 'right'
				}
			: {
					type: 'text',
					x: vote.at + 5,
					y: plot.top - 15,
					text: vote.text,
					size: 11,
					weight: 600,
					fill: colour('accent')
				}
	];
}

/** The words of one month: every series' text, hidden ones in the words that replace them, and the days to the vote. */
export function monthText(spec: TimeSpec, index: number, lang: Lang): { label: string; text: string } {
	const month = spec.months[index] ?? '';
	const parts = spec.series.map((s) => {
		const mark = s.marks[index];
		return spec.series.length > 1 ? `${s.name}: ${mark?.text ?? ''}` : (mark?.text ?? '');
	});
	const middle = dayNumber(`${month}-15`);
	const stages = spec.stages
		.filter((stage) => stage.start <= isoOfDay(middle + 15) && stage.end >= `${month}-01`)
		.map((stage) => stage.label);
	const days = spec.votingDay ? dayLabel(Math.round(middle - dayNumber(spec.votingDay)), lang) : null;
	const label = (spec.daysTo ? [monthSpan(month, spec.daysTo, lang), formatDate(month, lang)] : [formatDate(month, lang), days ? `±${days}` : null]).filter(Boolean).join(', ');
	return { label, text: [...parts, ...(stages.length > 0 ? [stages.join(', ')] : [])].join('\n') };
}

/** First and last day of the months. */
function ends(months: readonly string[]): { from: string; to: string } {
	const [y = 0, m = 1] = (months.at(-1) ?? '').split('-').map(Number);
	return { from: `${months[0]}-01`, to: isoOfDay(dayNumber(`${new Date(Date.UTC(y, m, 1)).toISOString().slice(0, 10)}`) - 1) };
}

/** Months are equally wide on either scale: what is counted is counted by month. A day stands where it lies in its month. */
export function timeChart(spec: TimeSpec, env: ChartEnv): BuiltChart {
	const scale = scaleOf(spec);
	const left = Math.max(30, textWidth(markNumber(scale.max, env.lang, scale.digits)) + 10);
	const right = 12;
	const width = env.width - left - right;
	const band = width / Math.max(1, spec.months.length);
	const x = (iso: string) => left + monthPosition(iso, spec.months) * band;
	const endOf = (iso: string) => x(isoOfDay(dayNumber(iso) + 1));
	const vote = voteLabel(spec, env.lang, left, spec.votingDay ? x(spec.votingDay) : 0, left + width);
	const keys = headOf(legendItems(spec), env);
	const crowded = vote !== null && vote.from < textWidth(spec.unit) + 8;
	const top = keys.height + UNIT + (crowded ? 15 : 0);
	const isCounted = spec.votingDay !== null && !spec.daysTo;
	const foot = AXIS + ribbonHeight(spec.stages, isCounted) + 4;
	const wanted = env.height ?? top + foot + (isNarrow(env) ? 150 : 190);
	const plot: Plot = { left, top, width, height: Math.max(LEAST, wanted - top - foot) };
	const height = top + plot.height + foot;
	const step = [1, 2, 3, 6, 12].find((months) => months * band >= 30) ?? 12;
	const label = monthLabel(spec.months, step, env.lang);
	const below = ribbon(
		spec.stages.map((stage) => ({ code: stage.code, label: stage.label, x0: x(stage.start), x1: endOf(stage.end) })),
		{
			left,
			right: left + width,
			top: plot.top + plot.height + AXIS,
			lang: env.lang,
			vote: isCounted && spec.votingDay ? { x: x(spec.votingDay), pxPerDay: band / 30.4375 } : null
		}
	);
	const unit: Shape = { type: 'text', x: 0, y: top - 16 - (crowded ? 15 : 0), text: spec.unit };
	const axis = spec.daysTo ? dayAxisShapes(spec.daysTo, { ...ends(spec.months), left, right: left + width, y: plot.top + plot.height }, x, env.lang) : [];
	const series: SeriesOption[] = [
		...(spec.form === 'bars' ? barSeries(spec, env.lang, band) : lineSeries(spec)),
		ornaments([...keys.shapes, unit, ...gapShapes(spec, plot), ...below.shapes, ...axis, ...voteShapes(vote, plot)], 1),
		ornaments([...intervalShapes(spec, plot, scale.max), ...levelShapes(spec, plot, scale.max), ...eventShapes(spec, plot, x)], 4),
		...contohMark(env, plot)
	];
	return {
		height,
		trigger: 'axis',
		sizes: [],
		points: spec.months.map((_, i) => {
			const link = spec.links?.[i];
			return {
				x: plot.left + band * (i + 0.5),
				y: plot.top + plot.height / 2,
				...monthText(spec, i, env.lang),
				...(link ? { link, box: { left: plot.left + band * i, top: plot.top, width: band, height: plot.height + AXIS } } : {})
			};
		}),
		option: {
			...baseOption(series, plot),
			xAxis: {
				type: 'category',
				data: [...spec.months],
				axisLine: { lineStyle: { color: colour('ink-2') } },
				axisTick: { show: false },
				axisLabel: {
					show: !spec.daysTo,
					color: colour('ink-2'),
					fontSize: 12,
					lineHeight: 14,
					interval: 0,
					hideOverlap: false,
					formatter: (_: string, index: number) => label(index)
				}
			},
			yAxis: valueAxis(scale, env.lang)
		}
	};
}
