/**
 * The attack on the public file of one nature and cycle. It knows no decision of `disclosure/`: it reads what is public, does
 * sums, and says which hidden small counts it knows too closely.
 */
import type { DisclosureRules } from '../../../src/lib/server/disclosure/rules.ts';
import { longestLeaks } from './longest.ts';
import { Model } from './model.ts';
import { guardOf, isAlwaysShown, leaderOf, partOf, placeKey, type Place, type View, type World } from './view.ts';
import { SMALL_GROUP } from './system.ts';

/** Who found it: everybody, whoever knows one area exactly, or whoever kept earlier releases (and may know an area). */
export type Attacker = { readonly kind: 'public' } | { readonly kind: 'insider'; readonly region: string } | { readonly kind: 'earlier'; readonly releases: readonly string[]; readonly region: string | null };
export interface Leak {
	readonly at: Place;
	readonly by: Attacker;
	/** The number as it was in an earlier release, or by how much it changed since. */
	readonly of?: 'before' | 'change';
}

/** Whether rule 3 says that nobody without entitlement may know this count closely. `but`: an area whose own part of it is known. */
export function isSensitive(at: Place, view: View, rules: DisclosureRules, but: string | null = null): boolean {
	const of = (measure: string): number => view.truth({ ...at, measure }) - (but === null ? 0 : view.truth({ ...at, measure, region: but }));
	const value = of(at.measure);
	const isSmall = (below: number): boolean => value > 0 && value < below;
	switch (guardOf(at.measure)) {
		case 'cases':
			return at.breakdown === '' ? rules.strict && isSmall(rules.strictBelow) : isSmall(rules.caseBreakdownBelow);
		case 'pending':
			return isSmall(rules.caseBreakdownBelow);
		case 'people': {
			const part = partOf(at.measure);
			const whole = part === null ? 0 : of(part);
			return isSmall(rules.peopleBelow) || (whole > 0 && whole < rules.minDenominator) || (whole > value && whole - value < rules.peopleBelow);
		}
		default:
			return false;
	}
}

interface Target {
	readonly at: Place;
	readonly key: string;
	readonly id: number;
	readonly view: View;
	readonly of?: 'before' | 'change';
}

/** All leaks of one nature and cycle: to the public, to each area that knows itself, and by the earlier releases (the latest first). */
export function attack(view: View, world: World, earlier: ReadonlyMap<string, View> = new Map()): Leak[] {
	const alone = attackAlone(view, world);
	return [...alone, ...attackWith(view, world, earlier, alone)];
}

/** What the release tells by itself: to the public, and to each area that knows itself. */
export function attackAlone(view: View, world: World): Leak[] {
	const open = openLeaks(view, world).map((at): Leak => ({ at, by: { kind: 'public' } }));
	const now = lookAs(view, world, []);
	const longest = longestLeaks(now.model, view, world, (at) => isSensitive(at, view, world.rules)).map((at): Leak => ({ at, by: { kind: 'public' } }));
	return firstOfEach([...open, ...longest, ...now.found.map(({ target, region }) => leakOf(target, region === null ? { kind: 'public' } : { kind: 'insider', region }))]);
}

/** What earlier releases tell besides what it does `alone`. */
export function attackWith(view: View, world: World, earlier: ReadonlyMap<string, View>, alone: readonly Leak[]): Leak[] {
	return firstOfEach(byEarlier(view, world, earlier, new Set(alone.map(leakKey))));
}

/** All earlier releases are looked at together; each one by itself only to say which of them tell. */
function byEarlier(view: View, world: World, earlier: ReadonlyMap<string, View>, known: ReadonlySet<string>): Leak[] {
	const by = (ids: readonly string[]): Leak[] => lookAs(view, world, ids.flatMap((id) => earlier.get(id) ?? [])).found.map(({ target, region }) => leakOf(target, { kind: 'earlier', releases: ids, region }));
	const ids = [...earlier.keys()];
	const together = ids.length === 0 ? [] : by(ids).filter((leak) => !known.has(leakKey(leak)));
	if (together.length === 0 || ids.length === 1) return together;
	const single = ids.flatMap((id) => by([id])).filter((leak) => !known.has(leakKey(leak)));
	const told = new Set(single.map(leakKey));
	return [...single, ...together.filter((leak) => !told.has(leakKey(leak)))];
}

/** What is known too closely to everybody (`region` null), and to each area that knows itself. */
function lookAs(view: View, world: World, earlier: readonly View[]): { readonly model: Model; readonly found: readonly { readonly target: Target; readonly region: string | null }[] } {
	const model = new Model(view, world, false, earlier);
	const targets = targetsOf(model, view, world);
	let least: Model | null = null;
	const blind = (): Model => (least ??= new Model(view, world, true, earlier));
	return { model, found: [...tooClose(model, targets, blind, world.rules).map((target) => ({ target, region: null })), ...insiders(model, targets, blind, world)] };
}

const leakOf = ({ at, of }: Target, by: Attacker): Leak => ({ at, by, ...(of ? { of } : {}) });
const leakKey = ({ at, of }: Leak): string => `${of ?? ''}\u001f${placeKey(at)}`;

/** Each number once, with the attacker that needs least; of several earlier releases each that tells. */
function firstOfEach(leaks: readonly Leak[]): Leak[] {
	const seen = new Set<string>();
	return leaks.filter((leak) => {
		const key = leak.by.kind === 'earlier' ? `${leak.by.releases.join()}\u001f${leakKey(leak)}` : leakKey(leak);
		return seen.size < seen.add(key).size;
	});
}

/** Small counts that are simply shown, and values shown where the count they depend on is hidden. */
function openLeaks(view: View, world: World): Place[] {
	const hidden = new Set(view.cells.filter((c) => c.value === null).map(placeKey));
	const isFollowing = (c: Place): boolean => {
		const leader = leaderOf(c.measure);
		return leader !== null && [c.category, '*'].some((category) => hidden.has(placeKey({ ...c, measure: leader, category })));
	};
	return view.cells.filter((c) => c.value !== null && (isFollowing(c) || (leaderOf(c.measure) === null && isSensitive(c, view, world.rules) && !isAlwaysShown(c, world.rules))));
}

function targetsOf(model: Model, view: View, world: World): Target[] {
	const places = view.cells.flatMap((c): Place[] => (c.value !== null ? [] : c.category === '*' ? (view.categories.get(c.breakdown) ?? []).map((category) => ({ ...c, category })) : [c]));
	const now = places.flatMap((at): Target[] => {
		const [key, id] = [placeKey(at), model.ids.get(placeKey(at))];
		return id !== undefined && isSensitive(at, view, world.rules) ? [{ at, key, id, view }] : [];
	});
	// What was hidden stays so: numbers of before, and what came and went since.
	const before = [...model.before].flatMap(([key, { at, view: own, change }]): Target[] => {
		const id = model.ids.get(key);
		if (id === undefined || isAlwaysShown(at, world.rules)) return [];
		if (change === null) return isSensitive(at, own, world.rules) ? [{ at, key, id, view: own, of: 'before' }] : [];
		return isSmallChange(change, at, world.rules) ? [{ at, key, id, view: own, of: 'change' }] : [];
	});
	return [...now, ...before];
}

function isSmallChange(change: number, at: Place, rules: DisclosureRules): boolean {
	const guard = guardOf(at.measure);
	return guard !== 'open' && change !== 0 && Math.abs(change) < (guard === 'people' ? rules.peopleBelow : rules.caseBreakdownBelow);
}

/** Targets that stay less uncertain than the rule says, and than they would be with nothing shown but what always is. */
function tooClose(model: Model, targets: readonly Target[], blind: () => Model, rules: DisclosureRules): Target[] {
	return targets.filter(({ id, key }) => {
		const width = exactWidth(model, id, rules.minWidth);
		return width < rules.minWidth && width < inherentWidth(blind(), key, rules);
	});
}

function exactWidth(model: Model, id: number, enough: number): number {
	const width = model.system.width(id);
	if (width < enough) return width;
	const group = model.system.group(id, SMALL_GROUP);
	return group ? model.system.exactWidth(id, group, enough) : width;
}

function inherentWidth(blind: Model, key: string, rules: DisclosureRules): number {
	const id = blind.ids.get(key);
	return id === undefined ? rules.minWidth : exactWidth(blind, id, rules.minWidth);
}

/** Every area in turn knows its own numbers, a province those of its regencies too, and looks at the others. */
function insiders(model: Model, targets: readonly Target[], blind: () => Model, world: World): { readonly target: Target; readonly region: string }[] {
	const byId = new Map(targets.map((t) => [t.id, t]));
	const own = new Map<string, string[]>();
	for (const region of model.ofRegion.keys()) {
		for (let area: string | null = region; area !== null && world.parentOf(area) !== null; area = world.parentOf(area)) own.set(area, [...(own.get(area) ?? []), region]);
	}
	const known = (of: Model, areas: readonly string[]): (readonly [number, number])[] => areas.flatMap((area) => (of.ofRegion.get(area) ?? []).map(({ id, value }) => [id, value] as const));
	return [...own].flatMap(([insider, areas]) => {
		const { mark } = model.system.suppose(known(model, areas));
		const isAbove = (region: string): boolean => insider !== region && ancestors(insider, world).includes(region);
		const close = [...model.system.since(mark)].flatMap((id) => byId.get(id) ?? []).filter(({ at, id, of, view }) => !areas.includes(at.region) && (!isAbove(at.region) || (of !== 'change' && isSensitive(at, view, world.rules, insider))) && model.system.width(id) < world.rules.minWidth).map((target) => ({ target, width: model.system.width(target.id) }));
		model.system.undo(mark);
		if (close.length === 0) return [];
		const least = blind();
		const supposed = least.system.suppose(known(least, areas));
		const found = close.filter(({ target, width }) => width < inherentWidth(least, target.key, world.rules));
		least.system.undo(supposed.mark);
		return found.map(({ target }) => ({ target, region: insider }));
	});
}

function ancestors(region: string, world: World): string[] {
	const above = world.parentOf(region);
	return above === null ? [] : [above, ...ancestors(above, world)];
}
