/** A series in the size of a word: what a table row looks like over the cycles. */
import type { Mark } from './types.ts';

const PAD = 4;

/**
 * A tiny SVG without words (aria-hidden; the table beside it has them). Marks are evenly spaced, oldest first; a line never
 * crosses a mark that is not `ok`: a suppressed one is a small hatch, any other a dash at the foot. All marks missing: an
 * empty text.
 */
export function spark(marks: readonly Mark[], { width, height, benchmark = null }: { width: number; height: number; benchmark?: number | null }): string {
	const values = marks.flatMap((m) => (m.status === 'ok' ? [m.value, m.upper ?? m.value] : []));
	if (values.length === 0) return '';
	const high = Math.max(...values, benchmark ?? 0) || 1;
	const x = (i: number): number => round(marks.length === 1 ? width / 2 : PAD + ((width - 2 * PAD) * i) / (marks.length - 1));
	const y = (value: number): number => round(height - PAD - ((height - 2 * PAD) * Math.min(value, high)) / high);
	const parts: string[] = [];
	if (benchmark !== null) parts.push(`<path d="M0 ${y(benchmark)}H${width}" stroke="var(--c-edge)" stroke-dasharray="2 2" fill="none"/>`);
	let line = '';
	marks.forEach((mark, i) => {
		if (mark.status !== 'ok') {
			parts.push(mark.status === 'suppressed' ? `<path d="M${x(i) - 3} ${height - PAD}l6 -6M${x(i) - 3} ${height - PAD - 3}l3 -3M${x(i)} ${height - PAD}l3 -3" stroke="var(--c-edge)" fill="none"/>` : `<path d="M${x(i) - 3} ${height - PAD}h6" stroke="var(--c-edge)" fill="none"/>`);
			return;
		}
		const before = marks[i - 1];
		line += `${before?.status === 'ok' ? 'L' : 'M'}${x(i)} ${y(mark.value)}`;
		if (mark.lower !== undefined && mark.upper !== undefined) parts.push(`<path d="M${x(i)} ${y(mark.lower)}V${y(mark.upper)}" stroke="var(--c-edge)" fill="none"/>`);
	});
	const last = marks.findLastIndex((m) => m.status === 'ok');
	const dots = marks.flatMap((m, i) => (m.status === 'ok' ? [`<circle cx="${x(i)}" cy="${y(m.value)}" r="${i === last ? 2.8 : 1.6}" fill="var(--c-${i === last ? 'accent' : 'ink-2'})"/>`] : []));
	return `<svg class="spark" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" focusable="false">${parts.join('')}<path d="${line}" stroke="var(--c-ink-2)" fill="none"/>${dots.join('')}</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
