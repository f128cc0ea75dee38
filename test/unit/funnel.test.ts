import { describe, expect, it } from 'vitest';
import { clip, spread } from '../../src/lib/charts/funnel/geometry.ts';
import { buildChart, describe as words } from '../../src/lib/charts/option.ts';
import type { ChartSpec } from '../../src/lib/charts/types.ts';
import { SLIM, WIDE } from '../../src/lib/server/charts/render.ts';
import { draw, env, funnelOf, HIDDEN, textsOf, topOf, wordsOf } from './charts.samples.ts';

describe('a funnel', () => {
	const missing = [`Kabupaten Tulang Bawang Barat: ${HIDDEN[0]}`, `Kabupaten Paser: ${HIDDEN[1]}`];
	const built = (n: number, width: number) => buildChart(funnelOf(n), { ...env, width });
	const sizes = [3, 10, 514].flatMap((n) => [900, 720, 375, 340].map((width) => [n, width] as const));

	it('stops at every area, from the smallest to the largest, in its own words', () => {
		const { points, sizes: counts, trigger } = built(514, 760);
		expect([points.length, counts, trigger]).toEqual([514, [514], 'item']);
		expect(points.every((p, i) => i === 0 || (points[i - 1]?.x ?? 0) <= p.x)).toBe(true);
		expect(new Set(points.map((p) => p.text))).toEqual(new Set(funnelOf(514).points.map((p) => p.text)));
	});

	it.each(sizes)('%i areas at %i px: words stay in the picture and overlap nowhere', (n, width) => {
		for (const contoh of [true, false]) {
			const drawn = wordsOf(draw(funnelOf(n, missing), { width, contoh })).filter((word) => word.opaque);
			for (const [i, word] of drawn.entries()) {
				expect(word.x0, word.text).toBeGreaterThanOrEqual(-0.5);
				expect(word.x1, word.text).toBeLessThanOrEqual(width + 0.5);
				for (const other of drawn.slice(i + 1))
					expect(
						word.x0 < other.x1 && other.x0 < word.x1 && Math.abs(word.y - other.y) < 10,
						`${word.text} / ${other.text}`
					).toBe(false);
			}
		}
	});

	it.each([[3, 720], [10, 720], [10, 375]])('names all of %i areas at %i px', (n, width) => {
		const names = funnelOf(n).points.map((p) => p.label);
		expect(textsOf(draw(funnelOf(n), { width })).filter((text) => names.includes(text))).toHaveLength(n);
	});

	it('names only those that ask for it', () => {
		const asked = funnelOf(514).points.filter((p) => p.named).length;
		const named = textsOf(draw(funnelOf(514))).filter((text) => text.startsWith('Kabupaten'));
		expect(named.length).toBeGreaterThan(0);
		expect(named.length).toBeLessThanOrEqual(asked);
	});

	it.each([WIDE, SLIM])('writes benchmark and limits at their lines at %i px; all lines stay in the plot', (width) => {
		const svg = draw(funnelOf(3), { width });
		const texts = textsOf(svg);
		expect(texts).toContain('Indonesia 1,20');
		expect(texts.filter((text) => text === '99,8 %' || text === '95 %')).toHaveLength(4);
		const path = (match: RegExpMatchArray) => [...(match[1] ?? '').matchAll(/([\d.]+) [\d.]+/g)].map((pair) => Number(pair[1]));
		const xs = [...svg.matchAll(/ d="(M[^"AZ]*)"/g)].flatMap(path);
		expect(Math.max(...xs)).toBeLessThanOrEqual(width);
	});

	it.each([720, 375])('keeps the name of a point at the end of a limit clear of the limit’s own name at %i px', (width) => {
		const { points, limits: whole, ...rest } = funnelOf(3);
		// As on the page: the limits end a little beyond the last point.
		const limits = whole.map((l) => ({ ...l, points: l.points.slice(0, -4) }));
		const [upper] = limits.filter((l) => !l.strong);
		const [exposure = 0, value = 0] = upper?.points.at(-1) ?? [];
		for (const off of Array.from({ length: 40 }, (_, i) => i / 100)) {
			const drawn = wordsOf(draw({ ...rest, limits, points: [...points.slice(0, 2), { ...points[2], label: 'Tapin', text: 'Tapin', exposure, value: value + off, tone: { kind: 'muted' }, named: true }] }, { width }));
			const name = drawn.find((word) => word.text === 'Tapin');
			expect(name).toBeDefined();
			const near = drawn.filter((word) => name && word.text.endsWith('%') && word.x0 < name.x1 && name.x0 < word.x1).map((word) => Math.abs(word.y - (name?.y ?? 0)));
			expect(Math.min(Infinity, ...near), `${off}`).toBeGreaterThanOrEqual(16);
		}
	});

	it('keeps its words apart where limits and benchmark nearly meet', () => {
		const tight = funnelOf(3).limits.map((l) => ({ ...l, points: l.points.map(([x, y]) => [x, 1.2 + (y - 1.2) / 50] as const) }));
		const rows = wordsOf(draw({ ...funnelOf(3), limits: tight })).filter((word) => word.text.endsWith('%')).map((word) => word.y).sort((a, b) => a - b);
		expect(rows).toHaveLength(4);
		expect(rows.slice(1).every((y, i) => y - (rows[i] ?? 0) >= 11.9)).toBe(true);
	});

	it.each([30, 70, 92, 99])('keeps shares around %i %% within 100 %%, with and without limits', (share) => {
		const { points, limits, ...rest } = funnelOf(10);
		const spec = {
			...rest,
			benchmark: { value: share, label: 'Indonesia' },
			points: points.map((p, i) => ({ ...p, value: Math.min(100, share - 4 + i) })),
			limits: limits.map((l) => ({ ...l, points: l.points.map(([x, y]) => [x, Math.min(100, (y / 1.2) * share)] as const) }))
		};
		for (const drawn of [spec, { ...spec, limits: [] }]) {
			expect(topOf(drawn)).toBeGreaterThan(share / 2);
			expect(topOf(drawn)).toBeLessThanOrEqual(100);
		}
	});

	it('has a shape for each verdict, not only a colour', () => {
		const grey = (verdict: 'better' | 'similar' | 'worse') => {
			const spec = funnelOf(3);
			const svg = draw({ ...spec, points: spec.points.map((p) => ({ ...p, tone: { kind: 'verdict', verdict } })) });
			return svg.replace(/<text.*?<\/text>/g, '').replace(/var\([^)]*\)/g, '');
		};
		expect(new Set([grey('better'), grey('similar'), grey('worse')]).size).toBe(3);
	});

	it.each([WIDE, SLIM])('lists areas without a point in words at %i px, in full, and draws nothing else for them', (width) => {
		const svg = draw(funnelOf(3, missing), { width });
		const said = textsOf(svg).join(' ');
		for (const text of missing) expect(said).toContain(text);
		const plain = buildChart(funnelOf(3), { ...env, width });
		const listed = buildChart(funnelOf(3, missing), { ...env, width });
		expect(listed.points).toEqual(plain.points);
		expect(listed.height).toBeGreaterThan(plain.height);
		const smuggled = { ...funnelOf(3, missing), hidden: [4711] } as unknown as ChartSpec;
		expect(draw(smuggled, { width })).toBe(svg);
		expect(words(funnelOf(3, missing), 'Judul', 'id', false)).toContain(missing[0]);
	});

	it('takes the height it is given, and draws no area at all without failing', () => {
		const given = buildChart(funnelOf(10, missing), { ...env, height: 500 });
		expect(given.height).toBeCloseTo(500, 0);
		expect(draw({ ...funnelOf(3), points: [], limits: [] })).not.toMatch(/NaN|Infinity/);
	});

	it('cuts lines at a box and spreads words without changing their order', () => {
		const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
		expect(clip([-5, 5, 15, 5], box)).toEqual([0, 5, 10, 5]);
		expect(clip([-5, -5, -1, 20], box)).toBeNull();
		expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
		expect(spread([98, 99], 10, 0, 100)).toEqual([90, 100]);
		expect(spread([5, 50], 10, 0, 100)).toEqual([5, 50]);
	});
});
