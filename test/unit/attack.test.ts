import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, type Leak } from '../../etl/publish/attack/attack.ts';
import { ROUNDS, yieldTo } from '../../etl/publish/attack/yield.ts';
import { placeKey, type View, type World } from '../../etl/publish/attack/view.ts';
import { protect, type MeasureCell, type ParentOf, type ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { CATEGORIES, RULES, country, fixed, nested, parentOf, tableOf } from './disclosure-world.ts';

const world = (rules: DisclosureRules, printed: World['printed'] = []): World => ({ parentOf, bands: [], printed, rules });

/** What the public file says of cells, beside the cells. */
function viewOf(cells: readonly MeasureCell[], shown: readonly ProtectedCell[]): View {
	const known = new Map(cells.map((c) => [placeKey(c), c.value]));
	return { cells: shown.map((c) => ({ ...c, value: c.shown === 'open' ? c.value : null })), known, truth: (at) => known.get(placeKey(at)) ?? 0, categories: new Map(['position', 'course', 'holder', 'employment'].map((b) => [b, CATEGORIES])) };
}
const published = (cells: readonly MeasureCell[], rules = RULES, parents: ParentOf = parentOf): View => viewOf(cells, protect(cells, parents, fixed, rules));
const names = (leaks: readonly Leak[]): string[] => leaks.map(({ at, by }) => `${at.measure} ${at.region} ${at.category} by ${by.kind}`);
const found = (view: View, rules = RULES, earlier?: ReadonlyMap<string, View>): string[] => names(attack(view, world(rules), earlier));

const strict: DisclosureRules = { ...RULES, strict: true };
const people = nested.map(({ reported_persons: enrolled, forwarded_persons: tested, proven_persons: passed }) => ({ enrolled, tested, passed }));
const cellsOf = (measures: Readonly<Record<string, ReadonlyMap<string, readonly number[]>>>, breakdown: string): MeasureCell[] => Object.entries(measures).flatMap(([measure, leaves]) => tableOf(measure, breakdown, leaves));

describe('the attack of the audit on what is published', () => {
	/** Protection alone keeps the public out, and areas that know themselves but for one world in a hundred; what yields after it leaves nobody anything. */
	const withstands = (arbitrary: fc.Arbitrary<readonly MeasureCell[]>, rules: DisclosureRules, seed: number): void => {
		const worlds = fc.sample(arbitrary, { numRuns: 300, seed }).map((cells) => ({ cells, leaks: found(published(cells, rules), rules) }));
		expect(worlds.flatMap(({ leaks }) => leaks.filter((name) => !name.endsWith('insider')))).toEqual([]);
		const leaking = worlds.filter(({ leaks }) => leaks.length > 0);
		expect(leaking.length).toBeLessThanOrEqual(3);
		for (const { cells } of leaking) expect(afterYielding(cells, protect(cells, parentOf, fixed, rules), rules)).toEqual([]);
	};
	/** What is still found after the rounds of hiding that a build goes through. */
	function afterYielding(cells: readonly MeasureCell[], first: readonly ProtectedCell[], rules: DisclosureRules): string[] {
		let shown = first;
		for (let round = 0; round < ROUNDS; round += 1) {
			const leaks = attack(viewOf(cells, shown), world(rules));
			if (leaks.length === 0) return [];
			const [{ nature, cycle } = { nature: '', cycle: '' }] = cells;
			const before = shown;
			shown = yieldTo(shown, leaks.map(({ at }) => ({ nature, cycle, at })), parentOf, round);
			const open = new Set(before.filter((c) => c.shown === 'open').map(placeKey));
			expect(shown.filter((c) => c.shown === 'open' && !open.has(placeKey(c)))).toEqual([]);
		}
		return names(attack(viewOf(cells, shown), world(rules)));
	}
	it('what a rule too weak lets out yields when it is found', () => {
		const worlds = fc.sample(country, { numRuns: 60, seed: 5 }).map((leaves) => tableOf('reported_persons', 'position', leaves));
		const weak = worlds.map((cells) => ({ cells, shown: protect(cells, () => null, fixed, RULES) })).filter(({ cells, shown }) => attack(viewOf(cells, shown), world(RULES)).length > 0);
		expect(weak.length).toBeGreaterThan(0);
		for (const { cells, shown } of weak) expect(afterYielding(cells, shown, RULES)).toEqual([]);
	});
	it('yields one more category, the smallest, before whole lines', () => {
		const values = [4, 3, 5, 12, 12, 30];
		const line = (region: string): ProtectedCell[] => values.map((value, i) => ({ measure: 'reported_persons', nature: 'real', region, cycle: 'X', breakdown: 'position', category: `K${i}`, value, shown: value < 10 ? 'primary' : 'open' }));
		const cells = ['51', '65', 'ID'].flatMap(line);
		const at = { measure: 'reported_persons', region: '51', breakdown: 'position', category: 'K0' };
		const open = (round: number): string[] => yieldTo(cells, [{ nature: 'real', cycle: 'X', at }], parentOf, round).filter((c) => c.shown === 'open').map((c) => `${c.region} ${c.category}`);
		expect(open(0)).toEqual(['51 K5', '65 K3', '65 K4', '65 K5', 'ID K5']);
		expect(open(2)).toEqual(['65 K3', '65 K4', '65 K5', 'ID K3', 'ID K4', 'ID K5']);
		expect(open(ROUNDS - 1)).toEqual([]);
	});
	it.each([['loose', RULES], ['strict', strict]] as const)('cases, %s', (_, rules) => withstands(nested.map((measures) => cellsOf(measures, 'position')), rules, 11));
	it('trained people', () => withstands(people.map((measures) => cellsOf(measures, 'course')), RULES, 12));
	it('open cases beside the chain of plain totals', () => {
		const worlds = nested.map(({ reported_persons, forwarded_persons, proven_persons }) => {
			const waiting = new Map([...reported_persons].map(([leaf, values]) => [leaf, values.map((v, i) => v - (forwarded_persons.get(leaf)?.[i] ?? 0))]));
			return [...cellsOf({ reported_persons, forwarded_persons, proven_persons, sanctioned_persons: proven_persons }, 'position'), ...tableOf('waiting_persons', 'holder', waiting)];
		});
		withstands(worlds, RULES, 13);
	});
});

describe('a weakened rule is found, by the name of the cell', () => {
	const worlds = fc.sample(country, { numRuns: 40, seed: 3 }).map((leaves) => tableOf('reported_persons', 'position', leaves));
	const foundInAny = (make: (cells: readonly MeasureCell[]) => View): string[] => worlds.flatMap((cells) => found(make(cells)));

	it('too few hidden in a line, no least width', () => {
		expect(foundInAny((cells) => published(cells, { ...RULES, minHiddenPerLine: 1, minWidth: 0 })).length).toBeGreaterThan(0);
	});
	it('areas above not looked at', () => {
		expect(foundInAny((cells) => published(cells, RULES, () => null)).length).toBeGreaterThan(0);
		expect(foundInAny((cells) => published(cells))).toEqual([]);
	});
	it('one area that knows itself', () => {
		const cells = tableOf('reported_persons', 'position', new Map([['51.01', [13, 20, 11, 30]], ['51.02', [1, 9, 9, 9]], ['51.03', [0, 9, 9, 9]]]));
		const isProvince = (c: MeasureCell): boolean => c.region === '51' && c.breakdown !== '';
		const open = [...protect(cells, parentOf, fixed, RULES).filter((c) => !isProvince(c)), ...cells.filter(isProvince).map((c): ProtectedCell => ({ ...c, shown: 'open' }))];
		expect(found(viewOf(cells, open))).toContain('reported_persons 51.02 A by insider');
		expect(found(published(cells))).toEqual([]);
	});
	it('what depends on a hidden count', () => {
		const persons = tableOf('waiting_persons', 'holder', new Map([['51.01', [30, 2, 3, 0]]]));
		const days = persons.map((c) => ({ ...c, measure: 'waiting_days', value: 11 }));
		const cells = [...persons, ...days];
		const shown = protect(cells, parentOf, fixed, RULES);
		expect(found(viewOf(cells, shown)).filter((name) => name.startsWith('waiting_days'))).toEqual([]);
		const forgotten = [...shown.filter((c) => c.measure !== 'waiting_days'), ...days.map((c): ProtectedCell => ({ ...c, shown: 'open' }))];
		expect(found(viewOf(cells, forgotten)).some((name) => name.startsWith('waiting_days 51.01'))).toBe(true);
	});
	it('a longest wait that can only be that of one hidden area, or of one of two', () => {
		const waiting = { '51.01': 20, '51.02': 15, '51.03': 3, '51.00': 2 };
		const days: Readonly<Record<string, number>> = { '51.01': 50, '51.02': 60, '51.03': 90, '51.00': 40, '51': 90, ID: 90 };
		const persons = tableOf('waiting_persons', 'holder', new Map(Object.entries(waiting).map(([region, n]) => [region, [n, 0, 0, 0]]))).filter((c) => c.breakdown === '');
		const cells = persons.flatMap((c) => [c, { ...c, measure: 'waiting_days', value: days[c.region] ?? 0 }]);
		const told = (hidden: readonly string[]): string[] => found(viewOf(cells, cells.map((c): ProtectedCell => ({ ...c, shown: hidden.includes(c.region) ? 'primary' : 'open' })))).filter((name) => name.startsWith('waiting_days'));
		expect(told(['51.03', '51.00'])).toEqual(['waiting_days 51.03  by public']);
		expect(told(['51.02', '51.03', '51.00'])).toEqual([]);
		expect(found(viewOf(cells, protect(cells, parentOf, fixed, RULES)))).toEqual([]);
	});
	it('a part shown beside its hidden whole', () => {
		const leaves = { reported_persons: new Map([['51.01', [9, 20, 30, 40]]]), forwarded_persons: new Map([['51.01', [9, 20, 30, 40]]]) };
		const cells = cellsOf(leaves, 'position');
		const shown = [...protect(cells, parentOf, fixed, RULES).filter((c) => c.measure !== 'forwarded_persons'), ...cells.filter((c) => c.measure === 'forwarded_persons').map((c): ProtectedCell => ({ ...c, shown: 'open' }))];
		expect(found(viewOf(cells, shown))).toContain('forwarded_persons 51.01 A by public');
		expect(found(viewOf(cells, shown)).some((name) => name.startsWith('reported_persons 51'))).toBe(true);
	});
	it('what a part leaves of its whole, summed over a line and over areas', () => {
		// 14 reported and 10 forwarded, of A 12 and 8: who was not forwarded was of A, and so is the only person of 51.03.
		const leaves = { reported_persons: new Map([['51.01', [7, 1, 0, 0]], ['51.02', [4, 0, 1, 0]], ['51.03', [1, 0, 0, 0]]]), forwarded_persons: new Map([['51.01', [5, 1, 0, 0]], ['51.02', [3, 0, 1, 0]]]) };
		const cells = cellsOf(leaves, 'position');
		const shown = cells.flatMap((c): ProtectedCell[] => (c.breakdown === '' || (c.region === '51' && c.category === 'A') ? [{ ...c, shown: 'open' }] : c.region === '51' ? [{ ...c, shown: 'secondary' }] : c.category === 'A' ? [{ ...c, category: '*', value: 0, shown: 'secondary' }] : []));
		const view = viewOf(cells, shown.filter((c) => c.region !== 'ID' || c.breakdown === ''));
		expect(found(view)).toContain('reported_persons 51.03 A by public');
	});
	it('strict, and a plain total is shown', () => {
		const cells = tableOf('reported_persons', 'position', new Map([['51.01', [1, 1, 0, 0]], ['51.02', [20, 0, 0, 0]]]));
		expect(found(published(cells), strict)).toContain('reported_persons 51.01  by public');
	});
});

describe('earlier releases', () => {
	const before = tableOf('reported_persons', 'position', new Map([['51.01', [30, 12, 20, 15]], ['51.02', [25, 14, 14, 16]]]));
	const after = tableOf('reported_persons', 'position', new Map([['51.01', [30, 12, 20, 15]], ['51.02', [25, 14, 14, 16]], ['51.03', [2, 0, 4, 3]]]));
	const kept = (old: View): ReadonlyMap<string, View> => new Map([['R1', old]]);
	const all = (cells: readonly MeasureCell[]): View => viewOf(cells, protect(cells, parentOf, fixed, RULES).flatMap((c): ProtectedCell[] => ((c.region === '51' || c.region === 'ID') && c.category === '*' ? cells.filter((own) => own.region === c.region && own.breakdown !== '').map((own): ProtectedCell => ({ ...own, shown: 'open' })) : [c])));

	it('tell the numbers of a regency that came since, when the province is shown in both', () => {
		const view = all(after);
		expect(found(view, RULES, kept(all(before)))).toContain('reported_persons 51.03 A by earlier');
	});
	it('tell a count that was shown and is hidden now', () => {
		const view = published(after);
		const old = viewOf(after, after.map((c): ProtectedCell => ({ ...c, shown: 'open' })));
		expect(found(view, RULES, kept(old))).toContain('reported_persons 51.03 A by earlier');
	});
	it('tell nothing when they show the same', () => {
		const view = published(after);
		expect(found(view, RULES, kept(view))).toEqual([]);
	});
});

describe('printed figures', () => {
	it('are knowledge: two of three hidden counts printed, and the third is known', () => {
		const cells = tableOf('reported_persons', 'position', new Map([['51.01', [1, 1, 2, 30]], ['51.02', [1, 2, 2, 30]], ['51.03', [2, 3, 1, 30]]]));
		const shown = protect(cells, parentOf, fixed, RULES).flatMap((c): ProtectedCell[] => (c.region === '51' && c.breakdown !== '' ? CATEGORIES.map((category, i) => ({ ...c, category, value: [4, 6, 5, 90][i] ?? 0, shown: i === 3 ? 'open' : 'primary' })) : [c]));
		const view = viewOf(cells, [...new Map(shown.map((c) => [placeKey(c), c])).values()]);
		const printed = [4, 5].map((value) => ({ region: '51', measure: 'reported_asn', dimension: 'position', value }));
		expect(names(attack(view, world(RULES, printed)))).toContain('reported_persons 51 B by public');
		expect(found(view)).not.toContain('reported_persons 51 B by public');
	});
});
