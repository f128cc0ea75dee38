/** Names of the series and of the marks for what is not shown, in rows above the plot. */
import { colour } from './palette.ts';
import { hatch, rect, segment, type Shape } from './shapes.ts';
import { symbolPath, toneColour, toneDash, toneStroke, toneSymbol, type Symbol } from './tone.ts';
import type { Mark, Tone } from './types.ts';
import { textWidth } from './text.ts';

export type HiddenStatus = Exclude<Mark['status'], 'ok'>;
export type LegendItem =
	| { readonly kind: 'tone'; readonly tone: Tone; readonly form: 'bar' | 'line' | 'dot'; readonly symbol?: Symbol; readonly text: string }
	| { readonly kind: 'status'; readonly status: HiddenStatus; readonly text: string }
	| { readonly kind: 'symbol'; readonly symbol: Symbol; readonly hollow: boolean; readonly text: string };

const KEY = 20;
const ROW = 18;

/** The mark of a missing value along a stretch of the axis: hatch, dashes, dots, or a plain gap with a stroke at its foot. */
export function statusMark(status: HiddenStatus, x: number, y: number, width: number, height: number): Shape[] {
	const edge = colour('edge');
	switch (status) {
		case 'suppressed':
			return [
				{ type: 'path', d: hatch(x, y, width, height), stroke: edge },
				{ type: 'path', d: rect(x, y, width, height), stroke: edge }
			];
		case 'immature':
			return [
				{ type: 'path', d: Array.from({ length: Math.floor(width / 4) }, (_, i) => segment(x + 2 + i * 4, y, x + 2 + i * 4, y + height)).join(''), stroke: edge },
				{ type: 'path', d: rect(x, y, width, height), stroke: edge, dash: [3, 2] }
			];
		case 'not_received':
			return [{ type: 'path', d: rect(x, y + height - 8, width, 8), stroke: edge, dash: [2, 2] }];
		case 'not_published':
			return [
				{ type: 'path', d: segment(x, y + height - 2, x + width, y + height - 2), stroke: edge, width: 2, dash: [1, 3] }
			];
		case 'not_applicable':
			return [
				{ type: 'path', d: segment(x, y + height - 1, x + width, y + height - 1), stroke: colour('rule'), width: 2 }
			];
	}
}

function key(item: LegendItem, x: number, y: number): Shape[] {
	if (item.kind === 'status') return statusMark(item.status, x, y - 5, 14, 10);
	if (item.kind === 'symbol') {
		const fill = item.hollow ? colour('paper') : colour('ink-2');
		return [{ type: 'path', d: symbolPath(item.symbol, x + 7, y, 4.5), fill, stroke: colour('ink-2'), width: 1.5 }];
	}
	const fill = toneColour(item.tone);
	const stroke = toneStroke(item.tone);
	if (item.form === 'bar') return [{ type: 'path', d: rect(x + 1, y - 5, 11, 10), fill, stroke, width: 1 }];
	const symbol: Shape = { type: 'path', d: symbolPath(item.symbol ?? toneSymbol(item.tone), x + 7, y, 4), fill, stroke, width: 1 };
	if (item.form === 'dot') return [symbol];
	return [{ type: 'path', d: segment(x - 1, y, x + 15, y), stroke, width: 2, dash: toneDash(item.tone) }, symbol];
}

/** What one item takes across. */
export const legendWidth = (item: LegendItem): number => KEY + textWidth(item.text);

/** Lays items out left to right, wrapping at `width`. Returns the shapes and the height used. */
export function legend(
	items: readonly LegendItem[],
	left: number,
	top: number,
	width: number
): { shapes: Shape[]; height: number } {
	const shapes: Shape[] = [];
	let x = left;
	let y = top + ROW / 2;
	for (const item of items) {
		const need = legendWidth(item) + 14;
		if (x > left && x + need - 14 > left + width) {
			x = left;
			y += ROW;
		}
		shapes.push(...key(item, x, y), { type: 'text', x: x + KEY, y, text: item.text, fill: colour('ink-2') });
		x += need;
	}
	return { shapes, height: items.length === 0 ? 0 : y - top + ROW / 2 + 4 };
}

/** Which marks for missing values occur, each once, with the words the data carries. */
export function statusItems(marks: Iterable<Mark>): LegendItem[] {
	const seen = new Map<string, LegendItem>();
	for (const mark of marks) {
		if (mark.status === 'ok') continue;
		const key = `${mark.status} ${mark.text}`;
		if (!seen.has(key)) seen.set(key, { kind: 'status', status: mark.status, text: mark.text });
	}
	return [...seen.values()];
}
