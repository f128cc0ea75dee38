/** Words under a funnel for the areas that have no point in it. */
import { colour } from '../palette.ts';
import type { Shape } from '../shapes.ts';
import { textWidth } from '../text.ts';

const SIZE = 11.5;
const ROW = 16;
const BETWEEN = 20;

/** `text` in lines of at most `width` pixels, broken between words. */
function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && textWidth(`${last} ${word}`, SIZE) <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

/** Entries side by side while they fit `width`, the next ones under them. Returns the words and the height used. */
export function missingShapes(
	entries: readonly string[],
	top: number,
	width: number
): { shapes: Shape[]; height: number } {
	const shapes: Shape[] = [];
	let x = 0;
	let row = 0;
	for (const entry of entries) {
		const [first = '', ...rest] = wrap(entry, width);
		const need = textWidth(first, SIZE);
		if (x > 0 && (rest.length > 0 || x + need > width)) {
			x = 0;
			row += 1;
		}
		for (const [i, text] of [first, ...rest].entries())
			shapes.push({ type: 'text', x, y: top + (row + i + 0.5) * ROW, text, size: SIZE, fill: colour('ink-2') });
		row += rest.length;
		x = rest.length > 0 ? width : x + need + BETWEEN;
	}
	return { shapes, height: entries.length === 0 ? 0 : (row + 1) * ROW + 6 };
}
