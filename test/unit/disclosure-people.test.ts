import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect, type MeasureCell, type ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { ranges, type Range } from './reference-attack.ts';
import { RULES, parentOf, fixed, tableOf, country, nested, smallPeople, attack, onlyTotals } from './disclosure-world.ts';

/** Of the enrolled of each agency, those who completed: few, nearly all, or any part. */
const course = fc.tuple(country, fc.array(fc.tuple(fc.constantFrom('none', 'few', 'most', 'all', 'part'), fc.nat({ max: 9 })), { minLength: 12, maxLength: 12 })).map(([enrolled, parts]) => {
	const part = (n: number, i: number): number => {
		const [kind, k] = parts[i % parts.length] ?? ['all', 0];
		return Math.max(0, Math.min(n, { none: 0, few: k, most: n - k, all: n, part: Math.round((n * k) / 9) }[kind] ?? n));
	};
	return { enrolled, completed: new Map([...enrolled].map(([leaf, values], r) => [leaf, values.map((v, i) => part(v, 5 * r + i))])) };
});
const cellsOf = (measures: Readonly<Record<string, ReadonlyMap<string, readonly number[]>>>, breakdown: string): MeasureCell[] =>
	Object.entries(measures).flatMap(([measure, leaves]) => tableOf(measure, breakdown, leaves));

/** Attacks the totals of one measure: one cell per area, known by its mark and by its sums. */
function attackTotals(cells: readonly MeasureCell[], shown: readonly ProtectedCell[], measure: string, wholeMeasure: string | null, below: number, rules: DisclosureRules): string[] {
	const at = (m: string): Map<string, number> => new Map(cells.filter((c) => c.measure === m && c.breakdown === '').map((c) => [c.region, c.value]));
	const wholes = wholeMeasure ? at(wholeMeasure) : new Map<string, number>();
	const totals = shown.filter((c) => c.measure === measure && c.breakdown === '');
	const told = (c: MeasureCell): Range => {
		const whole = wholes.get(c.region) ?? null;
		if (whole !== null && whole < rules.minDenominator) return { lower: 0, upper: whole };
		if (c.value > 0 && c.value < below) return { lower: 1, upper: below - 1 };
		if (whole !== null && whole > c.value && whole - c.value < below) return { lower: whole - below + 1, upper: whole - 1 };
		return { lower: 0, upper: whole ?? 1e9 };
	};
	const found = ranges(totals.map((c) => ({ ...c, hidden: c.shown !== 'open' })), parentOf, () => null, told);
	const inherent = ranges(totals.map((c) => ({ ...c, hidden: true })), parentOf, () => null, told);
	return totals.flatMap((c) => {
		const range = found.get(`${c.region}|`) ?? { lower: c.value, upper: c.value };
		const mark = told(c);
		const isSmall = mark.upper < 1e9 && !(mark.lower === 0 && mark.upper >= rules.minDenominator);
		const most = inherent.get(`${c.region}|`) ?? mark;
		return isSmall && range.upper - range.lower < Math.min(rules.minWidth, most.upper - most.lower) ? [`${measure} ${c.region} = ${c.value}, known as ${range.lower}-${range.upper}`] : [];
	});
}

describe('counts of persons in training', () => {
	it.each(['employment', 'course'])('leaves small counts and small complements in doubt (by %s)', (breakdown) => {
		fc.assert(
			fc.property(course, (measures) => {
				const cells = cellsOf(measures, breakdown);
				const shown = protect(cells, parentOf, fixed, RULES);
				const nothing = onlyTotals(shown, breakdown);
				const parts = { enrolled: null, completed: 'enrolled' };
				const inherent = attack(cells, nothing, breakdown, parts, RULES, undefined, smallPeople(RULES)).ranges;
				expect(attack(cells, shown, breakdown, parts, RULES, inherent, smallPeople(RULES)).known).toEqual([]);
			}),
			{ numRuns: 400, seed: 4 }
		);
	});

	it('leaves small totals in doubt, from the regency to the nation', () => {
		fc.assert(
			fc.property(course, (measures) => {
				const cells = cellsOf(measures, 'course');
				const shown = protect(cells, parentOf, fixed, RULES);
				expect([...attackTotals(cells, shown, 'enrolled', null, RULES.peopleBelow, RULES), ...attackTotals(cells, shown, 'completed', 'enrolled', RULES.peopleBelow, RULES)]).toEqual([]);
			}),
			{ numRuns: 400, seed: 5 }
		);
	});

	it('hides nobody of seven as it hides one of seven, in a total and in a list', () => {
		const cells = cellsOf({ enrolled: new Map([['51.01', [7, 40, 0, 0]], ['51.02', [7, 0, 0, 0]]]), completed: new Map([['51.01', [0, 20, 0, 0]]]) }, 'course');
		const shown = protect(cells, parentOf, fixed, RULES).filter((c) => c.measure === 'completed');
		const at = (region: string, breakdown: string): (readonly [string, string])[] => shown.filter((c) => c.region === region && c.breakdown === breakdown).map((c) => [c.category, c.shown]);
		expect(at('51.02', '')).toEqual([['', 'primary']]);
		expect(at('51.01', 'course')).toEqual([['*', 'primary']]);
		expect(at('51.01', '')[0]?.[1]).not.toBe('primary');
	});

	it('shows no breakdown of a total that is hidden: it could be added up', () => {
		fc.assert(
			fc.property(course, (measures) => {
				const shown = protect(cellsOf(measures, 'course'), parentOf, fixed, RULES);
				const hidden = new Set(shown.filter((c) => c.breakdown === '' && c.shown !== 'open').map((c) => `${c.measure} ${c.region}`));
				expect(shown.filter((c) => c.breakdown !== '' && c.shown === 'open' && hidden.has(`${c.measure} ${c.region}`))).toEqual([]);
			})
		);
	});

	it('hides three of a family of totals, or the total above', () => {
		let families = 0;
		fc.assert(
			fc.property(course, (measures) => {
				const totals = protect(cellsOf(measures, 'course'), parentOf, fixed, RULES).filter((c) => c.breakdown === '' && c.measure === 'enrolled');
				const marks = new Map(totals.map((c) => [c.region, c.shown]));
				const hidden = ['ID', '51', '65'].filter((parent) => marks.get(parent) === 'open').map((parent) => totals.filter((c) => parentOf(c.region) === parent && c.shown !== 'open').length).filter((n) => n > 0);
				families += hidden.length;
				expect(hidden.filter((n) => n < RULES.minHiddenPerLine)).toEqual([]);
			}),
			{ numRuns: 400, seed: 7 }
		);
		expect(families).toBeGreaterThan(0);
	});
});

describe('dependent and stricter', () => {
	it('hides a follower wherever its leader is hidden, also where it has no cell of its own', () => {
		const persons = tableOf('waiting_persons', 'holder', new Map([['51.01', [30, 2, 3, 0]], ['51.02', [25, 0, 4, 0]]]));
		const days = persons.map((c) => ({ ...c, measure: 'waiting_days', value: 11 }));
		const shown = protect([...persons, ...days], parentOf, fixed, RULES);
		const marks = (measure: string): string[] => shown.filter((c) => c.measure === measure && c.shown !== 'open').map((c) => `${c.region} ${c.breakdown} ${c.category} ${c.shown}`).sort();
		expect(marks('waiting_days')).toEqual(marks('waiting_persons'));
		expect(marks('waiting_days').length).toBeGreaterThan(2);
	});

	it('shows plain totals of cases down to 1, unless the operator is strict', () => {
		fc.assert(
			fc.property(country, (leaves) => {
				const cells = tableOf('reported_persons', 'position', leaves);
				expect(protect(cells, parentOf, fixed, RULES).filter((c) => c.breakdown === '').every((c) => c.shown === 'open')).toBe(true);
				const strict: DisclosureRules = { ...RULES, strict: true };
				const shown = protect(cells, parentOf, fixed, strict);
				expect(shown.filter((c) => c.breakdown === '' && c.shown === 'open' && c.value < strict.strictBelow)).toEqual([]);
				expect(attackTotals(cells, shown, 'reported_persons', null, strict.strictBelow, strict)).toEqual([]);
				const nothing = onlyTotals(shown, 'position');
				const inherent = attack(cells, nothing, 'position', { reported_persons: null }, strict).ranges;
				expect(attack(cells, shown, 'position', { reported_persons: null }, strict, inherent).known).toEqual([]);
			}),
			{ numRuns: 300, seed: 6 }
		);
	});

	it('treats open cases as a breakdown: 1 to 9 waiting are hidden even as a total', () => {
		const shown = protect(tableOf('waiting_persons', 'holder', new Map([['51.01', [2, 1, 0, 0]], ['51.02', [20, 1, 0, 0]]])), parentOf, fixed, RULES);
		expect(shown.find((c) => c.region === '51.01' && c.breakdown === '')?.shown).toBe('primary');
	});

	it('marks every cell of the release, and never gives a hidden one as open', () => {
		fc.assert(
			fc.property(nested, (measures) => {
				const cells = cellsOf(measures, 'position');
				const shown = protect(cells, parentOf, fixed, RULES);
				const said = new Map(shown.map((c) => [`${c.measure}|${c.region}|${c.breakdown}|${c.category}`, c]));
				for (const c of cells) {
					const line = `${c.measure}|${c.region}|${c.breakdown}`;
					const mark = said.get(`${line}|${c.category}`) ?? said.get(`${line}|*`);
					expect(mark).toBeDefined();
					if (mark?.shown === 'open') expect(mark.value).toBe(c.value);
				}
			})
		);
	});
});
