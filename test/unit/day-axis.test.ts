import { describe, expect, it } from 'vitest';
import { dayAxisShapes, daySpan, monthSpan } from '../../src/lib/charts/day-axis.ts';
import { buildChart, describe as words } from '../../src/lib/charts/option.ts';
import type { EventsSpec, TimeSpec } from '../../src/lib/charts/types.ts';
import { draw, env, eventsInDays, timeInDays, wordsOf } from './charts.samples.ts';

describe('days to voting day as the scale of a time axis', () => {
	const svgs = (spec: TimeSpec | EventsSpec) => [720, 340].map((width) => ({ width, svg: draw(spec, { width }) }));
	it.each([['bars', timeInDays], ['events', eventsInDays]] as const)('%s: days on the axis and in words, no months, the ribbon kept', (_, spec) => {
		for (const { width, svg } of svgs(spec)) {
			const words = wordsOf(svg);
			const days = words.filter((w) => /^(H[−+][\d.]+|Hari H)$/.test(w.text));
			expect(days.length).toBeGreaterThan(2);
			for (const word of days) {
				expect(word.x0, word.text).toBeGreaterThanOrEqual(-0.5);
				expect(word.x1, word.text).toBeLessThanOrEqual(width + 0.5);
			}
			// One row of days: the ribbon's own gives way to the axis.
			expect(new Set(days.map((w) => Math.round(w.y))).size).toBe(1);
			expect(words.filter((w) => /^(Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)/.test(w.text))).toEqual([]);
			expect(words.some((w) => w.text === 'Pemungutan')).toBe(true);
		}
		expect(words(spec, 'Judul', 'id', false)).toContain('hari terhadap pemungutan suara');
		expect(words(spec, 'Title', 'en', false)).toContain('days to voting day');
	});

	it('stands each tick on its day', () => {
		const x = (iso: string) => (Date.parse(iso) - Date.parse('2024-08-29')) / 86_400_000;
		const shapes = dayAxisShapes('2024-11-27', { from: '2024-08-29', to: '2024-12-27', left: 0, right: 240, y: 0 }, x, 'en');
		expect(shapes.flatMap((s) => (s.type === 'text' ? [[s.text, s.x]] : []))).toEqual([['D−90', expect.any(Number)], ['D−60', 30], ['D−30', 60], ['D-day', 90], ['D+30', 120]]);
	});

	it('says the days of a month, of one day and across the vote', () => {
		expect(monthSpan('2024-11', '2024-11-27', 'id')).toBe('H−26 sampai H+3');
		expect(monthSpan('2024-02', '2024-02-14', 'en')).toBe('D−13 to D+15');
		expect(daySpan('2024-11-27', '2024-11-27', '2024-11-27', 'id')).toBe('Hari H');
	});

	it('has the month and its days in the words of a stop', () => {
		expect(buildChart(timeInDays, env).points.map((p) => p.label)[0]).toMatch(/^H[−+]\d+ sampai H[−+]\d+, \p{Lu}\p{L}+ \d{4}$/u);
	});
});
