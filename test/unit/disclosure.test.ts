import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect, type MeasureCell, type ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { disclosureRules } from '../../etl/publish/public.ts';
import { fullTable, ranges, type Range } from './reference-attack.ts';

const RULES: DisclosureRules = disclosureRules();
/** Smaller thresholds, so that every possible table can be tried. */
const SMALL: DisclosureRules = { ...RULES, caseBreakdownBelow: 4, peopleBelow: 3, minDenominator: 4, minWidth: 2 };
const WEAK: DisclosureRules = { ...SMALL, minHiddenPerLine: 1, minWidth: 0 };
const CATEGORIES = ['A', 'B', 'C', 'D'] as const;

const PARENTS: Readonly<Record<string, string>> = { '51': 'ID', '65': 'ID', PUSAT: 'ID', '51.00': '51', '51.01': '51', '51.02': '51', '51.03': '51', '65.01': '65', '65.02': '65' };
const LEAVES = Object.keys(PARENTS).filter((r) => r.includes('.') || r === 'PUSAT');
const parentOf = (region: string): string | null => PARENTS[region] ?? null;
const pathOf = (region: string): string[] => [region, ...(parentOf(region) ? pathOf(parentOf(region) ?? '') : [])];

const cell = (measure: string, region: string, breakdown: string, category: string, value: number): MeasureCell => ({ measure, nature: 'contoh', region, cycle: 'PILKADA-2024', breakdown, category, value });
/** Open lists have no length; the others are as long as the categories. */
const LENGTHS: Readonly<Record<string, number>> = { agency: 0, course: 0, age: 2, stage: 3 };
const fixed = (breakdown: string): readonly string[] | null => (LENGTHS[breakdown] === 0 ? null : CATEGORIES.slice(0, LENGTHS[breakdown]));

/** Counts of the leaves, added up to every area; zero cells are left out as the release does. */
function tableOf(measure: string, breakdown: string, leaves: ReadonlyMap<string, readonly number[]>): MeasureCell[] {
	const sums = new Map<string, number[]>();
	for (const [leaf, values] of leaves) {
		for (const region of pathOf(leaf)) sums.set(region, values.map((v, i) => v + (sums.get(region)?.[i] ?? 0)));
	}
	return [...sums].flatMap(([region, values]) => [
		cell(measure, region, '', '', values.reduce((a, b) => a + b, 0)),
		...values.map((v, i) => cell(measure, region, breakdown, CATEGORIES[i] ?? '', v))
	]).filter((c) => c.value > 0);
}

/** What a reader of the public file sees of one line or table. */
const publicly = (cells: readonly ProtectedCell[]): string =>
	JSON.stringify(cells.map((c) => [c.region, c.breakdown, c.category, c.shown, c.shown === 'open' ? c.value : null]).sort());

const vectors = (length: number, max: number): number[][] => (length === 0 ? [[]] : vectors(length - 1, max).flatMap((v) => Array.from({ length: max + 1 }, (_, i) => [...v, i])));

/** Small counts that tables which look the same in public leave no doubt about, by trying every table. `line` makes a table of a vector. */
function recoverable(all: readonly number[][], rules: DisclosureRules, line: (v: readonly number[]) => MeasureCell[], below: number, width: number): string[] {
	const alike = Map.groupBy(all, (v) => publicly(protect(line(v), parentOf, fixed, rules)));
	const found: string[] = [];
	for (const group of alike.values()) {
		const [first = []] = group;
		first.forEach((_, i) => {
			const possible = group.map((v) => v[i] ?? 0);
			const [low, high] = [Math.min(...possible), Math.max(...possible)];
			const small = possible.filter((v) => v > 0 && v < below);
			const total = first.reduce((a, b) => a + b, 0);
			if (small.length > 0 && high - low < Math.min(width, total)) found.push(`cell ${i} of ${JSON.stringify(group)}`);
		});
	}
	return found;
}

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

const smallNumber = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) });
const leafLine = fc.tuple(smallNumber, smallNumber, smallNumber, smallNumber);
const country = fc.uniqueArray(fc.tuple(fc.constantFrom(...LEAVES), leafLine), { selector: ([leaf]) => leaf, minLength: 1, maxLength: LEAVES.length }).map((list) => new Map(list));

/** Shares of what was reported: each measure is part of the one before. */
const nested = fc.tuple(country, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })).map(([reported, shares]) => {
	const part = (of: ReadonlyMap<string, readonly number[]>, shift: number): Map<string, readonly number[]> =>
		new Map([...of].map(([leaf, values], r) => [leaf, values.map((v, i) => Math.round(v * (shares[(r + i + shift) % shares.length] ?? 1)))]));
	const forwarded = part(reported, 0);
	return { reported_persons: reported, forwarded_persons: forwarded, proven_persons: part(forwarded, 3) };
});

/** Whether nobody may know a cell; `whole` is the cell of the measure it is part of. */
type IsSmall = (c: MeasureCell, whole: number | null) => boolean;
const smallCase = (rules: DisclosureRules): IsSmall => (c) => c.value > 0 && c.value < rules.caseBreakdownBelow;
const smallPeople = (rules: DisclosureRules): IsSmall => (c, whole) => {
	if (c.value > 0 && c.value < rules.peopleBelow) return true;
	if (whole === null || whole === 0) return false;
	return whole < rules.minDenominator || (whole > c.value && whole - c.value < rules.peopleBelow);
};

interface Attacked {
	readonly known: string[];
	readonly ranges: ReadonlyMap<string, Range>;
}

/**
 * Attacks all tables of one breakdown. `parts` names, for a measure, the measure it is part of, outermost first; `inherent`
 * are the ranges that plain totals leave, which no rule can widen.
 */
function attack(cells: readonly MeasureCell[], shown: readonly ProtectedCell[], breakdown: string, parts: Readonly<Record<string, string | null>>, rules: DisclosureRules, inherent?: ReadonlyMap<string, Range>, isSmall: IsSmall = smallCase(rules)): Attacked {
	const known: string[] = [];
	const all = new Map<string, Range>();
	const values = new Map(cells.filter((c) => c.breakdown === breakdown).map((c) => [`${c.measure}|${c.region}|${c.category}`, c.value]));
	const categories = [...new Set([...(fixed(breakdown) ?? []), ...cells.filter((c) => c.breakdown === breakdown).map((c) => c.category)])];
	for (const [measure, whole] of Object.entries(parts)) {
		const isOf = (c: MeasureCell): boolean => c.measure === measure && c.breakdown === breakdown;
		const marks = shown.filter(isOf);
		const table = fullTable(cells.filter(isOf), marks, categories);
		const totals = new Map(shown.filter((c) => c.measure === measure && c.breakdown === '').map((c) => [c.region, c.shown === 'open' ? c.value : null]));
		const totalOf = (region: string): number | null => totals.get(region) ?? null;
		const isWhole = new Set(marks.filter((c) => c.category === '*').map((c) => c.region));
		const prior = (c: MeasureCell): Range => {
			const line = table.filter((o) => o.region === c.region);
			const byMark = isWhole.has(c.region) ? 1e9 : Math.min(1e9, ...line.filter((o) => !o.hidden && o.value > 0).map((o) => o.value));
			const byWhole = whole === null ? 1e9 : (all.get(`${whole}|${c.region}|${c.category}`)?.upper ?? 0);
			return { lower: 0, upper: Math.min(totalOf(c.region) ?? 1e9, byMark, byWhole) };
		};
		const found = ranges(table, parentOf, totalOf, prior);
		for (const c of table) {
			const range = found.get(`${c.region}|${c.category}`) ?? { lower: c.value, upper: c.value };
			const key = `${measure}|${c.region}|${c.category}`;
			all.set(key, range);
			if (!isSmall(c, whole === null ? null : (values.get(`${whole}|${c.region}|${c.category}`) ?? 0))) continue;
			const most = inherent?.get(key);
			const width = Math.min(rules.minWidth, most ? most.upper - most.lower : rules.minWidth);
			if (range.upper - range.lower < width) known.push(`${key} = ${c.value}, known as ${range.lower}-${range.upper}`);
		}
	}
	return { known, ranges: all };
}

/** Nothing of a breakdown, only the totals as they are marked: what a reader knows in any case. */
const onlyTotals = (totals: readonly ProtectedCell[], breakdown: string): ProtectedCell[] =>
	totals.filter((c) => c.breakdown === '').flatMap((c): ProtectedCell[] => [c, { ...c, breakdown, category: '*', shown: 'primary' }]);
const allOpen = (cells: readonly MeasureCell[]): ProtectedCell[] => cells.map((c) => ({ ...c, shown: 'open' }));

const NESTED = { reported_persons: null, forwarded_persons: 'reported_persons', proven_persons: 'forwarded_persons' };

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
});

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
		fc.assert(
			fc.property(course, (measures) => {
				const totals = protect(cellsOf(measures, 'course'), parentOf, fixed, RULES).filter((c) => c.breakdown === '' && c.measure === 'enrolled');
				const marks = new Map(totals.map((c) => [c.region, c.shown]));
				for (const parent of ['ID', '51', '65']) {
					const hidden = totals.filter((c) => parentOf(c.region) === parent && c.shown !== 'open').length;
					if (hidden > 0 && marks.get(parent) === 'open') expect(hidden).toBeGreaterThanOrEqual(RULES.minHiddenPerLine);
				}
			})
		);
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
