import { describe, expect, it } from 'vitest';
import { spark } from '../../src/lib/charts/spark.ts';
import type { Mark } from '../../src/lib/charts/types.ts';

const ok = (value: number, lower?: number, upper?: number): Mark => ({ status: 'ok', value, text: String(value), ...(lower === undefined || upper === undefined ? {} : { lower, upper }) });
const gap: Mark = { status: 'suppressed', text: 'disembunyikan (angka kecil)' };
const size = { width: 90, height: 24 };

describe('a spark line', () => {
	it('is nothing where nothing may be shown', () => {
		expect(spark([], size)).toBe('');
		expect(spark([gap, { status: 'not_received', text: '' }], size)).toBe('');
	});
	it('never joins over a gap', () => {
		const lines = (marks: Mark[]): string => /<path d="(M[^"]*)" stroke="var\(--c-ink-2\)"/.exec(spark(marks, size))?.[1] ?? '';
		expect(lines([ok(1), ok(2), ok(3)]).match(/[ML]/g)?.join('')).toBe('MLL');
		expect(lines([ok(1), gap, ok(3)]).match(/[ML]/g)?.join('')).toBe('MM');
	});
	it('says no word and no number of a hidden mark, and stays inside its size', () => {
		const svg = spark([ok(0, 0, 2.5), gap, ok(7, 3, 12)], { ...size, benchmark: 4 });
		expect(svg).toContain('aria-hidden="true"');
		expect(svg).not.toContain('disembunyikan');
		for (const [, x, y] of svg.matchAll(/c[xy]="([\d.]+)" cy="([\d.]+)"/g)) expect(Number(x) <= 90 && Number(y) <= 24).toBe(true);
		expect(svg).not.toMatch(/NaN|undefined/);
	});
	it('emphasises the last figure', () => {
		expect(spark([ok(1), ok(2), gap], size).match(/r="2.8"/g)).toHaveLength(1);
	});
	it('marks what is suppressed with a hatch and what is missing with a dash, at the foot', () => {
		const strokes = (mark: Mark): string[] =>
			[...spark([ok(1), mark, ok(3)], size).matchAll(/<path d="([^"]*)" stroke="var\(--c-edge\)"/g)].map(([, d = '']) => d);
		expect(strokes(gap)[0]?.match(/M/g)?.length).toBeGreaterThan(2);
		expect(strokes({ status: 'not_received', text: 'data belum diterima' })).toEqual(['M42 20L48 20']);
	});
	it('is shaped by nothing that a hidden mark may carry', () => {
		const smuggled = { ...gap, value: 4711, lower: 1, upper: 9999 } as unknown as Mark;
		expect(spark([ok(1), smuggled, ok(3)], size)).toBe(spark([ok(1), gap, ok(3)], size));
	});
	it('draws intervals where there are any and the benchmark as one dashed line', () => {
		const bare = spark([ok(1), ok(2)], size);
		expect(bare).not.toContain('--c-edge');
		expect(spark([ok(1, 0.5, 2), ok(2, 1, 3)], size).match(/--c-edge/g)).toHaveLength(2);
		expect(spark([ok(1), ok(2)], { ...size, benchmark: 9 }).match(/stroke-dasharray/g)).toHaveLength(1);
	});
	it('has colours of the theme only, and short numbers', () => {
		const svg = spark([ok(1 / 3, 0.1, 0.7), gap, ok(2 / 3), gap, ok(0.1)], { ...size, benchmark: 0.2 });
		expect(svg.replace(/var\(--c-[a-z0-9-]+\)/g, '').replace('0.75', '')).not.toMatch(/#|rgb|\.\d\d|<text/);
	});
});
