/** A series in the size of a word: what a table row looks like over the cycles. */
import { hatch, segment } from './shapes.ts';
import type { Mark } from './types.ts';

const PAD = 4;
const HATCH = 7;

const round = (value: number): number => Math.round(value * 10) / 10;
const stroked = (d: string, colour: string, more = ''): string =>
	`<path d="${d.replace(/-?\d+\.\d+/g, (n) => String(round(Number(n))))}" stroke="var(--c-${colour})" fill="none"${more}/>`;

/**
 * A tiny SVG without words (aria-hidden; the table beside it has them). Marks are evenly spaced, oldest first, values from
 * zero; a line never crosses a mark that is not `ok`: a suppressed one is a small hatch, any other a dash at the foot. The
 * last value is emphasised. All marks missing: an empty text.
 */
export function spark(
	marks: readonly Mark[],
	{ width, height, benchmark = null }: { width: number; height: number; benchmark?: number | null }
): string {
	const values = marks.flatMap((m) => (m.status === 'ok' ? [m.value, m.upper ?? m.value] : []));
	if (values.length === 0) return '';
	const high = Math.max(...values, benchmark ?? 0) || 1;
	const foot = height - PAD;
	const x = (i: number): number =>
		round(marks.length === 1 ? width / 2 : PAD + ((width - 2 * PAD) * i) / (marks.length - 1));
	const y = (value: number): number => round(foot - ((height - 2 * PAD) * value) / high);
	const last = marks.findLastIndex((m) => m.status === 'ok');

	const under = marks.map((mark, i) => {
		if (mark.status === 'suppressed') return stroked(hatch(x(i) - HATCH / 2, foot - HATCH, HATCH, HATCH, 3), 'edge');
		if (mark.status !== 'ok') return stroked(segment(x(i) - 3, foot, x(i) + 3, foot), 'edge');
		if (mark.lower === undefined || mark.upper === undefined) return '';
		return stroked(segment(x(i), y(mark.lower), x(i), y(mark.upper)), 'edge');
	});
	const line = marks.map((mark, i) =>
		mark.status === 'ok' ? `${marks[i - 1]?.status === 'ok' ? 'L' : 'M'}${x(i)} ${y(mark.value)}` : ''
	);
	const dots = marks.map((mark, i) =>
		mark.status === 'ok'
			? `<circle cx="${x(i)}" cy="${y(mark.value)}" r="${i === last ? 2.8 : 1.6}" fill="var(--c-${i === last ? 'accent' : 'ink-2'})"/>`
			: ''
	);
	const across =
		benchmark === null ? '' : stroked(`M0 ${y(benchmark)}H${width}`, 'edge', ' stroke-dasharray="2 2" stroke-width="0.75"');
	return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${across}${under.join('')}${stroked(line.join(''), 'ink-2')}${dots.join('')}</svg>`;
}
