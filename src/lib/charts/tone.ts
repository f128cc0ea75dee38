/** What a tone looks like: colour, and for print without colour also a symbol and a dash. */
import { colour } from './palette.ts';
import type { Tone } from './types.ts';

export function toneColour(tone: Tone): string {
	switch (tone.kind) {
		case 'accent':
			return colour('accent');
		case 'muted':
			return colour('similar');
		case 'region':
			return colour(`region-${tone.slot}`);
		case 'step':
			return colour(`step-${tone.step}`);
		case 'verdict':
			return tone.verdict === 'not_compared' ? colour('paper') : colour(tone.verdict);
	}
}

/** Outline of a mark; only "not compared" differs from its fill. */
export function toneStroke(tone: Tone): string {
	return tone.kind === 'verdict' && tone.verdict === 'not_compared' ? colour('ink-2') : toneColour(tone);
}

/** Triangles belong to verdicts alone. */
export type Symbol = 'circle' | 'up' | 'down' | 'square' | 'diamond' | 'plus' | 'cross';
const REGION_SYMBOLS = ['circle', 'square', 'diamond', 'plus', 'cross'] as const;

/** ▲ better, ● similar, ▼ worse; regencies each have their own. */
export function toneSymbol(tone: Tone): Symbol {
	if (tone.kind === 'region') return REGION_SYMBOLS[tone.slot];
	if (tone.kind === 'verdict') return tone.verdict === 'better' ? 'up' : tone.verdict === 'worse' ? 'down' : 'circle';
	return 'circle';
}

const REGION_DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [1, 2]] as const;
/** Dash pattern in pixels; empty = solid. */
export function toneDash(tone: Tone): readonly number[] {
	if (tone.kind === 'region') return REGION_DASHES[tone.slot];
	return tone.kind === 'muted' ? [4, 3] : [];
}

const PLUS = [
	[-0.4, -1.2],
	[0.4, -1.2],
	[0.4, -0.4],
	[1.2, -0.4],
	[1.2, 0.4],
	[0.4, 0.4],
	[0.4, 1.2],
	[-0.4, 1.2],
	[-0.4, 0.4],
	[-1.2, 0.4],
	[-1.2, -0.4],
	[-0.4, -0.4]
] as const;
const CROSS = PLUS.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2] as const);
const px = (value: number) => Math.round(value * 100) / 100;
const polygon = (x: number, y: number, r: number, corners: readonly (readonly [number, number])[]) =>
	`M${corners.map(([dx, dy]) => `${px(x + dx * r)} ${px(y + dy * r)}`).join('L')}Z`;

/** SVG path of a symbol of radius `r` around (x, y). */
export function symbolPath(symbol: Symbol, x: number, y: number, r: number): string {
	switch (symbol) {
		case 'circle':
			return `M${x - r} ${y}A${r} ${r} 0 1 1 ${x + r} ${y}A${r} ${r} 0 1 1 ${x - r} ${y}Z`;
		case 'up':
			return `M${x} ${y - r * 1.2}L${x + r * 1.15} ${y + r * 0.9}L${x - r * 1.15} ${y + r * 0.9}Z`;
		case 'down':
			return `M${x} ${y + r * 1.2}L${x + r * 1.15} ${y - r * 0.9}L${x - r * 1.15} ${y - r * 0.9}Z`;
		case 'square':
			return `M${x - r * 0.9} ${y - r * 0.9}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`;
		case 'plus':
			return polygon(x, y, r, PLUS);
		case 'cross':
			return polygon(x, y, r, CROSS);
		case 'diamond':
			return `M${x} ${y - r * 1.25}L${x + r * 1.25} ${y}L${x} ${y + r * 1.25}L${x - r * 1.25} ${y}Z`;
	}
}
