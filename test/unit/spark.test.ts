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
});
