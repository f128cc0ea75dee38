/** Small worlds of areas and counts for the disclosure tests, and the attackers that read what is public of them. */
import fc from 'fast-check';
import { protect, type MeasureCell, type ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { disclosureRules } from '../../etl/publish/public.ts';
import { fullTable, ranges, type Range } from './reference-attack.ts';

export const RULES: DisclosureRules = disclosureRules();
/** Smaller thresholds, so that every possible table can be tried. */
export const SMALL: DisclosureRules = { ...RULES, caseBreakdownBelow: 4, peopleBelow: 3, minDenominator: 4, minWidth: 2 };
export const WEAK: DisclosureRules = { ...SMALL, minHiddenPerLine: 1, minWidth: 0 };
export const CATEGORIES = ['A', 'B', 'C', 'D'] as const;

export const PARENTS: Readonly<Record<string, string>> = { '51': 'ID', '65': 'ID', PUSAT: 'ID', '51.00': '51', '51.01': '51', '51.02': '51', '51.03': '51', '65.01': '65', '65.02': '65' };
export const LEAVES = Object.keys(PARENTS).filter((r) => r.includes('.') || r === 'PUSAT');
export const parentOf = (region: string): string | null => PARENTS[region] ?? null;
export const pathOf = (region: string): string[] => [region, ...(parentOf(region) ? pathOf(parentOf(region) ?? '') : [])];

export const cell = (measure: string, region: string, breakdown: string, category: string, value: number): MeasureCell => ({ measure, nature: 'contoh', region, cycle: 'PILKADA-2024', breakdown, category, value });
/** Open lists have no length; the others are as long as the categories. */
export const LENGTHS: Readonly<Record<string, number>> = { agency: 0, course: 0, age: 2, stage: 3 };
export const fixed = (breakdown: string): readonly string[] | null => (LENGTHS[breakdown] === 0 ? null : CATEGORIES.slice(0, LENGTHS[breakdown]));

/** Counts of the leaves, added up to every area; zero cells are left out as the release does. */
export function tableOf(measure: string, breakdown: string, leaves: ReadonlyMap<string, readonly number[]>): MeasureCell[] {
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
export const publicly = (cells: readonly ProtectedCell[]): string =>
	JSON.stringify(cells.map((c) => [c.region, c.breakdown, c.category, c.shown, c.shown === 'open' ? c.value : null]).sort());

export const vectors = (length: number, max: number): number[][] => (length === 0 ? [[]] : vectors(length - 1, max).flatMap((v) => Array.from({ length: max + 1 }, (_, i) => [...v, i])));

/** Small counts that tables which look the same in public leave no doubt about, by trying every table. `line` makes a table of a vector. */
export function recoverable(all: readonly number[][], rules: DisclosureRules, line: (v: readonly number[]) => MeasureCell[], below: number, width: number): string[] {
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


export const smallNumber = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 2, arbitrary: fc.integer({ min: 10, max: 40 }) });
export const leafLine = fc.tuple(smallNumber, smallNumber, smallNumber, smallNumber);
export const country = fc.uniqueArray(fc.tuple(fc.constantFrom(...LEAVES), leafLine), { selector: ([leaf]) => leaf, minLength: 1, maxLength: LEAVES.length }).map((list) => new Map(list));

/** Shares of what was reported: each measure is part of the one before. */
export const nested = fc.tuple(country, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })).map(([reported, shares]) => {
	const part = (of: ReadonlyMap<string, readonly number[]>, shift: number): Map<string, readonly number[]> =>
		new Map([...of].map(([leaf, values], r) => [leaf, values.map((v, i) => Math.round(v * (shares[(r + i + shift) % shares.length] ?? 1)))]));
	const forwarded = part(reported, 0);
	return { reported_persons: reported, forwarded_persons: forwarded, proven_persons: part(forwarded, 3) };
});

/** Whether nobody may know a cell; `whole` is the cell of the measure it is part of. */
export type IsSmall = (c: MeasureCell, whole: number | null) => boolean;
export const smallCase = (rules: DisclosureRules): IsSmall => (c) => c.value > 0 && c.value < rules.caseBreakdownBelow;
export const smallPeople = (rules: DisclosureRules): IsSmall => (c, whole) => {
	if (c.value > 0 && c.value < rules.peopleBelow) return true;
	if (whole === null || whole === 0) return false;
	return whole < rules.minDenominator || (whole > c.value && whole - c.value < rules.peopleBelow);
};

export interface Attacked {
	readonly known: string[];
	readonly ranges: ReadonlyMap<string, Range>;
}

/**
 * Attacks all tables of one breakdown. `parts` names, for a measure, the measure it is part of, outermost first; `inherent`
 * are the ranges that plain totals leave, which no rule can widen.
 */
export function attack(cells: readonly MeasureCell[], shown: readonly ProtectedCell[], breakdown: string, parts: Readonly<Record<string, string | null>>, rules: DisclosureRules, inherent?: ReadonlyMap<string, Range>, isSmall: IsSmall = smallCase(rules)): Attacked {
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
export const onlyTotals = (totals: readonly ProtectedCell[], breakdown: string): ProtectedCell[] =>
	totals.filter((c) => c.breakdown === '').flatMap((c): ProtectedCell[] => [c, { ...c, breakdown, category: '*', shown: 'primary' }]);
export const allOpen = (cells: readonly MeasureCell[]): ProtectedCell[] => cells.map((c) => ({ ...c, shown: 'open' }));

export const NESTED = { reported_persons: null, forwarded_persons: 'reported_persons', proven_persons: 'forwarded_persons' };
