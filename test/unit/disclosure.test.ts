import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '../../src/lib/server/disclosure/protect.ts';
import { cell, RULES, SMALL, WEAK, parentOf, fixed, tableOf, vectors, recoverable, country, nested, attack, onlyTotals, allOpen, NESTED } from './disclosure-world.ts';

describe('one line, every possible table, a reader who knows the algorithm', () => {
	const all = vectors(4, 6);
	const line = (region: string, breakdown = 'position') => (v: readonly number[]) => tableOf('reported_persons', breakdown, new Map([[region, v]])).filter((c) => c.region === region);

	it.each(['ID', '51', '51.01'])('leaves every small count of %s in doubt', (region) => {
		expect(recoverable(all, SMALL, line(region), SMALL.caseBreakdownBelow, SMALL.minWidth).slice(0, 3)).toEqual([]);
		expect(recoverable(vectors(3, 9), SMALL, line(region, 'stage'), SMALL.caseBreakdownBelow, SMALL.minWidth).slice(0, 3)).toEqual([]);
		expect(recoverable(vectors(2, 20), SMALL, line(region, 'age'), SMALL.caseBreakdownBelow, SMALL.minWidth).slice(0, 3)).toEqual([]);
	});

	it('is not satisfied by a weakened rule: the same attack finds counts', () => {
		expect(recoverable(all, WEAK, line('ID'), WEAK.caseBreakdownBelow, 1).length).toBeGreaterThan(0);
	});

	it('shows the large counts of a province and never a small one', () => {
		for (const v of all) {
			for (const c of protect(line('51')(v), parentOf, fixed, SMALL)) {
				if (c.breakdown !== '' && c.shown === 'open') expect(c.value).toBeGreaterThanOrEqual(SMALL.caseBreakdownBelow);
			}
		}
		const large = protect(line('51')([6, 5, 4, 6]), parentOf, fixed, SMALL);
		expect(large.every((c) => c.shown === 'open')).toBe(true);
	});
});

describe('areas within areas', () => {
	it('leaves every small count in doubt, from the regency to the nation', () => {
		fc.assert(
			fc.property(country, (leaves) => {
				const cells = tableOf('reported_persons', 'position', leaves);
				const parts = { reported_persons: null };
				const inherent = attack(cells, onlyTotals(allOpen(cells), 'position'), 'position', parts, RULES).ranges;
				expect(attack(cells, protect(cells, parentOf, fixed, RULES), 'position', parts, RULES, inherent).known).toEqual([]);
			}),
			{ numRuns: 500, seed: 1 }
		);
	});

	it('withstands a reader who knows that the proven are among the reported', () => {
		fc.assert(
			fc.property(nested, (measures) => {
				const cells = Object.entries(measures).flatMap(([measure, leaves]) => tableOf(measure, 'position', leaves));
				const inherent = attack(cells, onlyTotals(allOpen(cells), 'position'), 'position', NESTED, RULES).ranges;
				expect(attack(cells, protect(cells, parentOf, fixed, RULES), 'position', NESTED, RULES, inherent).known).toEqual([]);
			}),
			{ numRuns: 500, seed: 2 }
		);
	});

	it('is not satisfied by a weakened rule: the same attack finds counts', () => {
		const weak = { ...RULES, minHiddenPerLine: 1, minWidth: 0 };
		const worlds = fc.sample(country, { numRuns: 100, seed: 3 });
		const found = worlds.flatMap((leaves) => {
			const cells = tableOf('reported_persons', 'position', leaves);
			const inherent = attack(cells, onlyTotals(allOpen(cells), 'position'), 'position', { reported_persons: null }, RULES).ranges;
			return attack(cells, protect(cells, parentOf, fixed, weak), 'position', { reported_persons: null }, RULES, inherent).known;
		});
		expect(found.length).toBeGreaterThan(10);
	});

	it('never tells which agencies have cases, nor how many there are', () => {
		fc.assert(
			fc.property(country, (leaves) => {
				const cells = tableOf('reported_persons', 'agency', leaves);
				const lines = protect(cells, parentOf, fixed, RULES).filter((c) => c.breakdown === 'agency');
				expect(lines.every((c) => c.category === '*' && c.shown !== 'open')).toBe(true);
				expect(new Set(lines.map((c) => c.region)).size).toBe(lines.length);
			})
		);
	});

	it('still shows what is large: a province with many cases keeps its large categories', () => {
		const leaves = new Map([['51.01', [30, 12, 3, 2]], ['51.02', [25, 14, 4, 6]], ['51.03', [40, 11, 2, 5]]]);
		const shown = protect(tableOf('reported_persons', 'position', leaves), parentOf, fixed, RULES).filter((c) => c.region === '51' && c.shown === 'open' && c.breakdown !== '');
		expect(shown.map((c) => [c.category, c.value])).toEqual([['A', 95], ['B', 37], ['D', 13]].slice(0, shown.length));
		expect(shown.length).toBeGreaterThan(0);
	});

	it('hides a further category where one is given away, and the whole line only when nothing less is enough', () => {
		const categories = ['A', 'B', 'C', 'D', 'E', 'F'];
		const leaves = { reported_persons: [[0, 0, 0, 60, 35, 8], [0, 0, 0, 40, 25, 6]], forwarded_persons: [[0, 0, 0, 40, 25, 4], [0, 0, 0, 30, 20, 5]] };
		const cells = Object.entries(leaves).flatMap(([measure, [one = [], other = []]]) => {
			const both = one.map((v, i) => v + (other[i] ?? 0));
			return Object.entries({ '51.01': one, '51.02': other, '51': both, ID: both }).flatMap(([region, values]) => [
				cell(measure, region, '', '', values.reduce((a, b) => a + b, 0)),
				...values.flatMap((v, i) => (v > 0 ? [cell(measure, region, 'position', categories[i] ?? '', v)] : []))
			]);
		});
		// Nobody of A, B, C was reported: nine forwarded of F would stand alone beside them.
		const shown = protect(cells, parentOf, () => categories, RULES).filter((c) => c.measure === 'forwarded_persons' && c.region === '51' && c.breakdown !== '');
		expect(shown.map((c) => [c.category, c.shown])).toEqual([['A', 'primary'], ['B', 'primary'], ['C', 'primary'], ['D', 'open'], ['E', 'primary'], ['F', 'primary']]);
	});
});
