/** Bars or lines over months, with the stage ribbon under them. Pure: the same spec and size give the same chart. */
import { formatDate, say, type Lang } from '../../i18n/index.ts';
import { chartText } from '../../i18n/messages/ui.ts';
import { dayAxisShapes, monthSpan } from '../day-axis.ts';
import { dayNumber, isoOfDay, monthPosition } from '../days.ts';
import { dayLabel, ribbon, ribbonHeight } from '../ribbon.ts';
import {
	baseOption,
	type BuiltChart,
	type ChartEnv,
	contohShapes,
	headOf,
	isNarrow,
	levelTicks,
	markNumber,
	placeAxes,
	type Plot
} from '../frame.ts';
import { statusItems, type LegendItem } from '../legend.ts';
import { colour } from '../palette.ts';
import { niceScale } from '../scale.ts';
import { ornaments, segment, stops, type Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';
import type { TimeSpec } from '../types.ts';
import { gapShapes, intervalShapes } from './gaps.ts';
import { eventShapes, levelShapes } from './lines.ts';
import { markShapes } from './marks.ts';
import { monthShapes } from './months.ts';

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
	const contoh = contohShapes(env, plot);
	const picture: Shape[] = [
		...levelTicks(scale, plot, env.lang),
		...monthShapes(spec.months, plot, env.lang, !spec.daysTo),
		...keys.shapes,
		unit,
		...gapShapes(spec, plot),
		...below.shapes,
		...axis,
		...voteShapes(vote, plot),
		...contoh.across,
		...markShapes(spec, plot, scale.max, env.lang),
		...intervalShapes(spec, plot, scale.max),
		...levelShapes(spec, plot, scale.max),
		...eventShapes(spec, plot, x),
		...contoh.corner
	];
	return {
		height,
		trigger: 'axis',
		sizes: [],
		picture,
		points: spec.months.map((_, i) => {
			const link = spec.links?.[i];
			return {
				x: plot.left + band * (i + 0.5),
				y: plot.top + plot.height / 2,
				...monthText(spec, i, env.lang),
				...(link ? { link, box: { left: plot.left + band * i, top: plot.top, width: band, height: plot.height + AXIS } } : {})
			};
		}),
		option: { ...baseOption([stops(spec.months.length, 'columns'), ornaments(picture, 1)], plot), ...placeAxes(spec.months.length, 'columns') }
	};
}
