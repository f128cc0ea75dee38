import { describe, expect, it } from 'vitest';
import type { BarsSpec, Mark } from '../../src/lib/charts/types.ts';
import { draw, wordsOf } from './charts.samples.ts';

describe('the numbers of several bars in one row', () => {
	it.each([720, 340])('do not touch at %i px', (width) => {
		const mark: Mark = { status: 'ok', value: 2, text: '2 orang' };
		const tones = [0, 1, 2, 3] as const;
		const spec: BarsSpec = { kind: 'bars', form: 'bar', unit: 'orang', benchmark: null, series: tones.map((step) => ({ name: `n${step}`, tone: { kind: 'step', step } })), rows: ['A', 'B'].map((label) => ({ label, marks: tones.map(() => mark) })) };
		const rows = wordsOf(draw(spec, { width })).filter((word) => word.text === '2 orang').map((word) => word.y).sort((a, b) => a - b);
		expect(rows).toHaveLength(8);
		expect(Math.min(...rows.slice(1).map((y, i) => y - (rows[i] ?? 0)))).toBeGreaterThanOrEqual(15);
	});
});

describe('a list of bars in two parts side by side', () => {
	const part = (label: string, value: number): BarsSpec['rows'][number] => ({ label, marks: [{ status: 'ok', value, text: `${value} orang` }] });
	const all = [part('Pemerintah Kota Pematangsiantar', 21), part('Jember', 1), part('Blitar', 1), part('Pacitan', 1)];
	const whole: BarsSpec = { kind: 'bars', form: 'bar', unit: 'orang', dense: true, digits: 0, benchmark: null, min: 0, max: 30, series: [{ name: 'Pelanggaran', tone: { kind: 'accent' } }], whole: all, rows: all };
	/** From the start of a bar to its end. */
	const lengths = (rows: BarsSpec['rows'], width: number): number[] => [...draw({ ...whole, rows }, { width }).matchAll(/d="M([\d.]+) [\d.]+H([\d.]+)V/g)].map(([, from, to]) => Number(to) - Number(from));
	it.each([302, 340])('gives equal numbers equal length at %i px', (width) => {
		const [left, right] = [lengths(all.slice(0, 2), width), lengths(all.slice(2), width)];
		expect([left.length, right.length]).toEqual([2, 2]);
		expect(left[1]).toBeGreaterThan(1);
		expect(right).toEqual([left[1], left[1]]);
	});
});
