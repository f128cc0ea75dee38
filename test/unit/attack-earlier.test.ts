/** Several releases of a world that changes a little: whatever plain subtraction of two of them tells, the attack of the audit names. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack, type Leak } from '../../etl/publish/attack/attack.ts';
import { placeKey, type View, type World } from '../../etl/publish/attack/view.ts';
import { protect, type MeasureCell } from '../../src/lib/server/disclosure/protect.ts';
import { CATEGORIES, RULES, fixed, parentOf, pathOf, tableOf } from './disclosure-world.ts';

type Leaves = ReadonlyMap<string, readonly number[]>;
const WORLD: World = { parentOf, bands: [], printed: [], rules: RULES };
const AREAS = ['51.01', '51.02', '51.03', '65.01', '65.02'] as const;

/** A case that is new, one that is withdrawn, one whose position is corrected; an area that reports for the first time. */
const change = fc.record({ kind: fc.constantFrom('added', 'withdrawn', 'corrected', 'new area'), area: fc.nat({ max: AREAS.length - 1 }), from: fc.nat({ max: 3 }), to: fc.nat({ max: 3 }) });
const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 30 }), fc.integer({ min: 10, max: 30 }));
const first = fc.array(fc.tuple(count, count, count, count), { minLength: 4, maxLength: 5 }).map((lines): Leaves => new Map(lines.map((line, i) => [AREAS[i] ?? '', line])));
/** Two or three releases, the latest first. */
const history = fc.tuple(first, fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })).map(([leaves, steps]) => {
	const all = [leaves];
	for (const step of steps) all.unshift(step.reduce<Leaves>(changed, all[0] ?? leaves));
	return all;
});

function changed(leaves: Leaves, { kind, area, from, to }: { readonly kind: string; readonly area: number; readonly from: number; readonly to: number }): Leaves {
	const region = kind === 'new area' ? '65.02' : (AREAS[area] ?? '');
	const values = [...(leaves.get(region) ?? [0, 0, 0, 0])];
	const add = (category: number, n: number): void => void (values[category] = Math.max(0, (values[category] ?? 0) + n));
	if (kind === 'withdrawn' || kind === 'corrected') add(from, -1);
	if (kind !== 'withdrawn') add(to, kind === 'new area' ? 2 : 1);
	return new Map([...leaves, [region, values]]);
}

function published(leaves: Leaves): View {
	const cells = tableOf('reported_persons', 'position', leaves);
	const known = new Map(cells.map((c) => [placeKey(c), c.value]));
	const shown = protect(cells, parentOf, fixed, RULES).map((c) => ({ ...c, value: c.shown === 'open' ? c.value : null }));
	return { cells: shown, known, truth: (at) => known.get(placeKey(at)) ?? 0, categories: new Map([['position', CATEGORIES]]) };
}

const at = (region: string, category: string): MeasureCell => ({ measure: 'reported_persons', nature: '', region, cycle: '', breakdown: category === '' ? '' : 'position', category, value: 0 });
/** What a reader of a file sees: null where it is hidden. */
function seen(view: View, region: string, category: string): number | null {
	const own = view.cells.filter((c) => c.region === region && c.breakdown === (category === '' ? '' : 'position'));
	if (own.some((c) => c.category === '*')) return null;
	const found = own.find((c) => c.category === category);
	return found ? found.value : 0;
}

/** Areas below another whose numbers differ between two files; `but`: an area that knows its own. */
const differing = (now: View, before: View, above: string, but: string | null): string[] =>
	AREAS.filter((area) => area !== but && pathOf(area).includes(above) && CATEGORIES.some((c) => now.truth(at(area, c)) !== before.truth(at(area, c))));

/** Hidden counts of one area whose change is the difference of two numbers that are shown, and not told by the totals. */
function subtracted(now: View, before: View, but: string | null = null): string[] {
	return ['51', '65', 'ID'].flatMap((above) => {
		const [area, ...others] = differing(now, before, above, but);
		if (area === undefined || others.length > 0) return [];
		return CATEGORIES.filter((category) => {
			const [one, other] = [seen(now, above, category), seen(before, above, category)];
			const own = but !== null && pathOf(but).includes(above) ? now.truth(at(but, category)) - before.truth(at(but, category)) : 0;
			if (one === null || other === null || one - other - own === 0 || seen(now, area, category) !== null || seen(before, area, category) !== null) return false;
			// With so few persons the totals tell as much.
			return Math.min(now.truth(at(area, '')), before.truth(at(area, ''))) >= RULES.minWidth;
		}).map((category) => `${area} ${category}`);
	});
}

const releases = (views: readonly View[]): ReadonlyMap<string, View> => new Map(views.map((view, i) => [`R${views.length - i}`, view]));
const found = (view: View, earlier: readonly View[]): Leak[] => attack(view, WORLD, releases(earlier)).filter((leak) => leak.by.kind === 'earlier');
const placesOf = (leaks: readonly Leak[]): Set<string> => new Set(leaks.map((leak) => `${leak.at.region} ${leak.at.category}`));

const histories = fc.sample(history, { numRuns: 120, seed: 21 }).map((all) => all.map(published));
const worlds = histories.flatMap(([now, ...earlier]) => (now ? [{ now, earlier, leaks: found(now, earlier) }] : []));

describe('releases of a world that changes a little', () => {
	it('whatever two of them tell when one is subtracted from the other is found, and named with the release', () => {
		const told = worlds.map(({ now, earlier, leaks }) => ({ places: placesOf(leaks), told: earlier.flatMap((before) => subtracted(now, before)) }));
		expect(told.filter(({ told: own }) => own.length > 0).length).toBeGreaterThan(10);
		for (const { places, told: own } of told) expect(own.filter((name) => !places.has(name))).toEqual([]);
		for (const { leaks } of worlds) for (const { by } of leaks) expect(by.kind === 'earlier' && by.releases.every((id) => /^R\d$/.test(id))).toBe(true);
	});
	it('and what they tell an area that knows its own numbers', () => {
		const told = worlds.flatMap(({ now, earlier, leaks }) => {
			const places = placesOf(leaks);
			return AREAS.flatMap((insider) => earlier.flatMap((before) => subtracted(now, before, insider)).map((name) => ({ name, isFound: places.has(name) })));
		});
		expect(told.length).toBeGreaterThan(20);
		expect(told.filter(({ isFound }) => !isFound)).toEqual([]);
	});
	it('nothing is found when nothing changed, or when the releases that tell are withdrawn', () => {
		expect(worlds.filter(({ leaks }) => leaks.length > 0).length).toBeGreaterThan(10);
		for (const { now, earlier, leaks } of worlds) {
			const telling = new Set(leaks.flatMap(({ by }) => (by.kind === 'earlier' ? by.releases : [])));
			const left = earlier.filter((_, i) => !telling.has(`R${earlier.length - i}`));
			expect(found(now, left)).toEqual([]);
			expect(found(now, [now])).toEqual([]);
		}
	});
	it('three are attacked together: they tell what no two do', () => {
		const together = worlds.flatMap(({ leaks }) => leaks.filter(({ by }) => by.kind === 'earlier' && by.releases.length > 1));
		expect(together.length).toBeGreaterThan(0);
	});
});
