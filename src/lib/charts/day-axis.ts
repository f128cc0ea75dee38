/** Days to voting day as the scale of a time axis: its ticks, and spans of dates in words. */
import type { Lang } from '../i18n/index.ts';
import { say } from '../i18n/index.ts';
import { stageText } from '../i18n/messages/ui.ts';
import { dayNumber, isoOfDay } from './days.ts';
import { colour } from './palette.ts';
import { dayLabel } from './ribbon.ts';
import { segment, type Shape } from './shapes.ts';
import { textWidth } from './text.ts';

const ROOM = 56;

/** Round days from `min` to `max` (before the vote negative), as many as fit `width` pixels. */
export function dayTicks(min: number, max: number, width: number): number[] {
	const step = [7, 15, 30, 60, 90, 180, 360].find((days) => (days / (max - min)) * width >= ROOM) ?? 360;
	const days: number[] = [];
	for (let day = Math.ceil(min / step) * step; day <= max; day += step) days.push(day === 0 ? 0 : day);
	return days;
}

/** Ticks and their words under an axis from `from` to `to` (ISO dates) whose places `x` knows. */
export function dayAxisShapes(vote: string, { from, to, left, right, y }: { from: string; to: string; left: number; right: number; y: number }, x: (iso: string) => number, lang: Lang): Shape[] {
	const zero = dayNumber(vote);
	return dayTicks(dayNumber(from) - zero, dayNumber(to) - zero, right - left).flatMap((day): Shape[] => {
		const at = x(isoOfDay(zero + day));
		const text = dayLabel(day, lang);
		const half = textWidth(text) / 2;
		return [
			{ type: 'path', d: segment(at, y, at, y + 4), stroke: colour('ink-2') },
			{ type: 'text', x: Math.min(Math.max(at, half), right + 12 - half), y: y + 13, text, fill: colour(day === 0 ? 'accent' : 'ink-2'), align: 'center', weight: day === 0 ? 700 : 400 }
		];
	});
}

/** "H−26 sampai H+3": the days of a span, both ends ISO dates; one day where they are the same. */
export function daySpan(from: string, to: string, vote: string, lang: Lang): string {
	const [first, last] = [from, to].map((iso) => dayLabel(dayNumber(iso) - dayNumber(vote), lang));
	return first === last ? (first ?? '') : say(stageText.daySpan, lang, { from: first ?? '', to: last ?? '' });
}

/** The days of a month (`YYYY-MM`). */
export function monthSpan(month: string, vote: string, lang: Lang): string {
	const [y = 0, m = 1] = month.split('-').map(Number);
	return daySpan(`${month}-01`, new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10), vote, lang);
}
