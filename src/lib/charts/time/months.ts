/** Months along a time axis: a line under the plot, and as many names as fit. */
import { formatDate, type Lang } from '../../i18n/index.ts';
import type { Plot } from '../frame.ts';
import { colour } from '../palette.ts';
import { segment, type Shape } from '../shapes.ts';

/** Room that the name of a month needs. */
const ROOM = 30;
/** From the axis to the middle of the names, and from a name to its year. */
const [NAME, LINE] = [15, 14] as const;

/** The line, and unless `isNamed` is false every nth month, the year under January and under the first. */
export function monthShapes(months: readonly string[], plot: Plot, lang: Lang, isNamed: boolean): Shape[] {
	const foot = plot.top + plot.height;
	const line: Shape = { type: 'path', d: segment(plot.left, foot, plot.left + plot.width, foot), stroke: colour('ink-2') };
	if (!isNamed) return [line];
	const band = plot.width / Math.max(1, months.length);
	const step = [1, 2, 3, 6, 12].find((count) => count * band >= ROOM) ?? 12;
	const numberOf = (month: string): number => Number(month.slice(5, 7));
	const firstJanuary = months.findIndex((month) => month.endsWith('-01'));
	const firstShown = months.findIndex((month) => (numberOf(month) - 1) % step === 0);
	const names = months.flatMap((month, i): Shape[] => {
		if ((numberOf(month) - 1) % step !== 0) return [];
		const at = { type: 'text', x: plot.left + band * (i + 0.5), align: 'center' } as const;
		const name: Shape = { ...at, y: foot + NAME, text: formatDate(month, lang, 'short').split(' ')[0] ?? '' };
		const hasYear = numberOf(month) === 1 || (i === firstShown && firstJanuary !== i);
		return hasYear ? [name, { ...at, y: foot + NAME + LINE, text: month.slice(0, 4) }] : [name];
	});
	return [line, ...names];
}
