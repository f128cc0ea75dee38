/**
 * The attack on the public file of one nature and cycle. It knows no decision of `disclosure/`: it reads what is public, does
 * sums, and says which hidden small counts it knows too closely.
 */
import type { DisclosureRules } from '../../../src/lib/server/disclosure/rules.ts';
import { Model } from './model.ts';
import { guardOf, isAlwaysShown, leaderOf, partOf, placeKey, type Earlier, type Place, type View, type World } from './view.ts';
import { SMALL_GROUP } from './system.ts';

/** Who found it: everybody, whoever knows one area exactly, or whoever kept an earlier release. */
export type Attacker = { readonly kind: 'public' } | { readonly kind: 'insider'; readonly region: string } | { readonly kind: 'earlier'; readonly release: string };
export interface Leak {
	readonly at: Place;
	readonly by: Attacker;
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
	readonly id: number;
}

/** All leaks of one nature and cycle: to the public, to each area that knows itself, and by each earlier release. */
export function attack(view: View, world: World, earlier: ReadonlyMap<string, Earlier> = new Map()): Leak[] {
	const model = new Model(view, world, false, null);
	const targets = targetsOf(model, view, world);
	const leaks: Leak[] = openLeaks(view, world).map((at) => ({ at, by: { kind: 'public' } }));
	let least: Model | null = null;
	const blind = (): Model => (least ??= new Model(view, world, true, null));
	leaks.push(...tooClose(model, targets, blind, world.rules).map((at): Leak => ({ at, by: { kind: 'public' } })));
	leaks.push(...insiders(model, targets, blind, view, world));
	for (const [release, before] of earlier) {
		const both = new Model(view, world, false, before);
		let leastOfBoth: Model | null = null;
		const found = tooClose(both, targetsOf(both, view, world), () => (leastOfBoth ??= new Model(view, world, true, before)), world.rules);
		leaks.push(...found.map((at): Leak => ({ at, by: { kind: 'earlier', release } })));
	}
	const seen = new Set<string>();
	return leaks.filter(({ at, by }) => {
		const key = by.kind === 'earlier' ? `${by.release}\u001f${placeKey(at)}` : placeKey(at);
		if (seen.has(key) || seen.has(placeKey(at))) return false;
		seen.add(key);
		return true;
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
	return places.flatMap((at) => {
		const id = model.ids.get(placeKey(at));
		return id !== undefined && isSensitive(at, view, world.rules) ? [{ at, id }] : [];
	});
}

/** Targets that stay less uncertain than the rule says, and than they would be with nothing shown but what always is. */
function tooClose(model: Model, targets: readonly Target[], blind: () => Model, rules: DisclosureRules): Place[] {
	return targets.filter((target) => {
		const width = exactWidth(model, target.id, rules.minWidth);
		return width < rules.minWidth && width < inherentWidth(blind(), target.at, rules);
	}).map((target) => target.at);
}

function exactWidth(model: Model, id: number, enough: number): number {
	const width = model.system.width(id);
	if (width < enough) return width;
	const group = model.system.group(id, SMALL_GROUP);
	return group ? model.system.exactWidth(id, group, enough) : width;
}

function inherentWidth(blind: Model, at: Place, rules: DisclosureRules): number {
	const id = blind.ids.get(placeKey(at));
	return id === undefined ? rules.minWidth : exactWidth(blind, id, rules.minWidth);
}

/** Every area in turn knows its own numbers, a province those of its regencies too, and looks at the others. */
function insiders(model: Model, targets: readonly Target[], blind: () => Model, view: View, world: World): Leak[] {
	const byId = new Map(targets.map((t) => [t.id, t]));
	const own = new Map<string, string[]>();
	for (const region of model.ofRegion.keys()) {
		for (let area: string | null = region; area !== null && world.parentOf(area) !== null; area = world.parentOf(area)) own.set(area, [...(own.get(area) ?? []), region]);
	}
	const known = (of: Model, areas: readonly string[]): (readonly [number, number])[] => areas.flatMap((area) => (of.ofRegion.get(area) ?? []).map(({ id, value }) => [id, value] as const));
	return [...own].flatMap(([insider, areas]): Leak[] => {
		const { mark } = model.system.suppose(known(model, areas));
		const isAbove = (region: string): boolean => insider !== region && ancestors(insider, world).includes(region);
		const close = [...model.system.since(mark)].flatMap((id) => byId.get(id) ?? []).filter(({ at, id }) => !areas.includes(at.region) && (!isAbove(at.region) || isSensitive(at, view, world.rules, insider)) && model.system.width(id) < world.rules.minWidth).map((t) => ({ ...t, width: model.system.width(t.id) }));
		model.system.undo(mark);
		if (close.length === 0) return [];
		const least = blind();
		const supposed = least.system.suppose(known(least, areas));
		const found = close.filter(({ at, width }) => width < inherentWidth(least, at, world.rules));
		least.system.undo(supposed.mark);
		return found.map(({ at }) => ({ at, by: { kind: 'insider', region: insider } }));
	});
}

function ancestors(region: string, world: World): string[] {
	const above = world.parentOf(region);
	return above === null ? [] : [above, ...ancestors(above, world)];
}
