/** Colours that mean different things look different, to everyone, in both themes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { inLight, PALETTE, type ColourName } from '../../src/lib/charts/palette.ts';
import { apart, ciede2000, contrast, labOf, VISIONS, type Triple, type Vision } from './colour.ts';

const REGIONS = ['region-0', 'region-1', 'region-2', 'region-3', 'region-4'] as const;
const VERDICTS = ['better', 'similar', 'worse'] as const;
const STEPS = ['step-0', 'step-1', 'step-2', 'step-3'] as const;
const THEMES = ['light', 'dark'] as const;
const SEEN = Object.keys(VISIONS) as Vision[];

type Pair = readonly [ColourName, ColourName];
const within = (names: readonly ColourName[]): Pair[] => names.flatMap((a, i) => names.slice(i + 1).map((b): Pair => [a, b]));
/** The pairs that look closer than `least`. */
const close = (pairs: readonly Pair[], least: number, theme: 'light' | 'dark', vision: Vision): string[] =>
	pairs.map(([a, b]) => [a, b, apart(PALETTE[a][theme], PALETTE[b][theme], vision)] as const).filter(([, , d]) => d < least).map(([a, b, d]) => `${a} and ${b}: ${d.toFixed(1)}`);

test.each([
	[[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
	[[50, -1, 2], [50, 0, 0], 2.3669],
	[[50, 2.5, 0], [73, 25, -18], 27.1492],
	[[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
] as [Triple, Triple, number][])('CIEDE2000 of %j and %j is the published %d', (one, other, expected) => {
	expect(ciede2000(one, other)).toBeCloseTo(expected, 4);
});

test('what cannot be told apart is not: red and green of one lightness to a protan', () => {
	expect(apart('#a07000', '#7a7a00', 'protan')).toBeLessThan(apart('#a07000', '#7a7a00', 'full') / 2);
	expect(labOf('#ffffff')[0]).toBeCloseTo(100, 2);
});

describe.each(THEMES)('%s theme', (theme) => {
	it.each(SEEN)('seen by %s: regencies, verdicts and steps are told apart, and no verdict looks like a regency', (vision) => {
		expect(close(within(REGIONS), 10, theme, vision)).toEqual([]);
		expect(close(within(VERDICTS), 20, theme, vision)).toEqual([]);
		expect(close(STEPS.slice(1).map((step, i): Pair => [STEPS[i] ?? step, step]), 9, theme, vision)).toEqual([]);
		expect(close(REGIONS.flatMap((a) => VERDICTS.map((b): Pair => [a, b])), 10, theme, vision)).toEqual([]);
	});
});

describe('one palette', () => {
	const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');
	const declared = (block: string) =>
		Object.fromEntries([...block.matchAll(/--c-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));

	it('is the same in app.css, light and dark', () => {
		const dark = css.slice(css.indexOf('@media screen and (prefers-color-scheme: dark)'));
		const light = css.slice(0, css.length - dark.length);
		expect(declared(light)).toEqual(
			Object.fromEntries(Object.entries(PALETTE).map(([name, paint]) => [name, paint.light]))
		);
		expect(declared(dark)).toEqual(
			Object.fromEntries(Object.entries(PALETTE).map(([name, paint]) => [name, paint.dark]))
		);
	});

	it.each(['light', 'dark'] as const)('keeps its contrasts in the %s theme', (theme) => {
		const paper = PALETTE.paper[theme];
		for (const name of ['ink', 'ink-2', 'ink-3', 'accent'] as const) {
			expect(contrast(PALETTE[name][theme], paper)).toBeGreaterThanOrEqual(4.5);
			expect(contrast(PALETTE[name][theme], PALETTE.wash[theme])).toBeGreaterThanOrEqual(4.5);
		}
		for (const [name, paint] of Object.entries(PALETTE)) {
			if (/^(region|step|better|similar|worse|edge)/.test(name))
				expect(contrast(paint[theme], paper)).toBeGreaterThanOrEqual(3);
		}
		expect(contrast(PALETTE.ink[theme], PALETTE['stage-campaign'][theme])).toBeGreaterThanOrEqual(4.5);
	});

	it('turns references into light colours, and leaves unknown ones alone', () => {
		expect(inLight('var(--c-ink) var(--c-none)')).toBe('#1b1f27 var(--c-none)');
	});
});
