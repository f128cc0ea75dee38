import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePick, PICKS, pickParams } from '../../src/lib/filters/pick.ts';
import { withParam } from '../../src/lib/filters/filters.ts';
import { textWidth } from '../../src/lib/charts/text.ts';
import { linesOf } from '../../src/lib/server/charts/image.ts';

const pick = fc.record({ breakdown: fc.constantFrom(...PICKS), category: fc.stringMatching(/^[A-Za-z0-9_-]{1,60}$/) });

describe('what was pressed', () => {
	it('is read back from what is written', () => {
		fc.assert(fc.property(pick, (p) => void expect(parsePick(new URLSearchParams(pickParams(p)))).toEqual(p)));
	});

	it('is one thing at a time, and nothing where the value is odd', () => {
		expect(parsePick(new URLSearchParams('position=STRUKTURAL&month=2024-09'))).toEqual({ breakdown: 'month', category: '2024-09' });
		for (const odd of ['', 'a b', '<script>', 'x'.repeat(61)]) expect(parsePick(new URLSearchParams({ month: odd }))).toBeNull();
	});

	it('stays when another parameter changes', () => {
		expect(withParam('?month=2024-09&lang=en', 'lang', null)).toBe('?month=2024-09');
		expect(withParam('?area=51.03%2C51.02', 'lang', 'en')).toBe('?area=51.03%2C51.02&lang=en');
		expect(withParam('?lang=en', 'lang', null)).toBe('');
	});
});

describe('lines of a picture', () => {
	it('hold every word in order and fit, unless one word is longer than a line', () => {
		const words = fc.array(fc.stringMatching(/^[a-zA-Z0-9.,;]{1,20}$/), { minLength: 1, maxLength: 60 });
		fc.assert(
			fc.property(words, fc.integer({ min: 60, max: 700 }), (all, width) => {
				const lines = linesOf(all.join(' '), width, 14);
				expect(lines.join(' ')).toBe(all.join(' '));
				for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
			})
		);
	});
});
