/** What is public of one nature and cycle, as numbers tied together by sums. */
import { marksTell } from './marks.ts';
import { DATED, isPart, PRINTED, PRINTED_DIMENSIONS, RELATIONS } from './relations.ts';
import { System, UNKNOWN } from './system.ts';
import { familyKey, guardOf, isAlwaysShown, isCounted, partOf, placeKey, versionsOf, WHOLE_LINE, type Place, type SeenCell, type View, type World } from './view.ts';

interface Release {
	readonly view: View;
	/** The first release in which the numbers of an area are what they are in this one. */
	readonly versionOf: (measure: string, region: string) => number;
	readonly place: number;
	tables: readonly { readonly measure: string; readonly breakdown: string; readonly regions: readonly string[] }[];
}

/** A number that is the same in two releases has one key. */
function keyIn(release: Release, at: Place): string {
	const version = release.versionOf(at.measure, at.region);
	return version === 0 ? placeKey(at) : `before ${version}\u001f${placeKey(at)}`;
}

export class Model {
	readonly system = new System();
	readonly ids = new Map<string, number>();
	readonly ofRegion = new Map<string, { readonly id: number; readonly value: number }[]>();
	readonly #world: World;
	readonly #blind: boolean;
	readonly #truthOf: number[] = [];
	readonly #shown: ReadonlySet<string>;

	/** Numbers of earlier releases that were others, and how much hidden ones changed, by their keys in `ids`. */
	readonly before = new Map<string, { readonly at: Place; readonly view: View; readonly change: number | null }>();

	/** `blind`: nothing but what is always shown; else everything that is public, of the earlier releases (the latest first) too. */
	constructor(view: View, world: World, blind: boolean, earlier: readonly View[] = []) {
		this.#world = world;
		this.#blind = blind;
		const views = [view, ...earlier];
		this.#shown = new Set(views.flatMap((v) => this.#families(v, earlier.length > 0)));
		const versions = earlier.length === 0 ? [() => 0] : versionsOf(views);
		const releases = views.map((own, i): Release => ({ view: own, versionOf: versions[i] ?? (() => i), tables: [], place: i }));
		for (const release of releases) this.#look(release);
		const [now] = releases;
		releases.forEach((release, i) => {
			// Two releases less one another are the areas that changed between them: the present one and the one before it.
			for (const other of new Set([now, releases[i - 1]])) if (other && i > 0) this.#compare(other, release);
		});
		if (!this.system.settle()) throw new Error('what is public contradicts itself');
	}

	#add(key: string, truth: number, lower: number, upper: number, region: string | null): number {
		const low = Math.min(lower, truth);
		const high = Math.max(upper, truth);
		const known = this.ids.get(key);
		if (known !== undefined) {
			this.system.lower[known] = Math.max(this.system.lower[known] ?? 0, low);
			this.system.upper[known] = Math.min(this.system.upper[known] ?? 0, high);
			return known;
		}
		const id = this.system.add(low, high);
		this.ids.set(key, id);
		this.#truthOf[id] = truth;
		if (region !== null && low < high) {
			const own = this.ofRegion.get(region);
			if (own) own.push({ id, value: truth });
			else this.ofRegion.set(region, [{ id, value: truth }]);
		}
		return id;
	}

	/** Ties numbers together, if that is so: who supposes what is not so finds a contradiction and drops it. */
	#tie(whole: number, parts: readonly number[], exact: boolean): void {
		const rest = (this.#truthOf[whole] ?? 0) - parts.reduce((n, p) => n + (this.#truthOf[p] ?? 0), 0);
		if (rest < 0 || (exact && rest !== 0)) return;
		if ([whole, ...parts].every((one) => this.system.width(one) === 0)) return;
		if (exact) return this.system.sum(whole, parts);
		const slack = this.system.add(0, UNKNOWN);
		this.#truthOf[slack] = rest;
		this.system.sum(whole, [...parts, slack]);
	}

	/** Families of areas (an area and its parts, by breakdown) of which something is shown and something hidden: the others tell nothing. What changed above is told below too: `isDeep`. */
	#families(view: View, isDeep: boolean): string[] {
		const [shown, hidden] = [new Set<string>(), new Map<string, readonly string[]>()];
		// Where figures are printed, something is known although nothing is shown.
		const printed = new Set(this.#world.printed.map((p) => p.region));
		for (const c of view.cells) {
			if (!isCounted(c.measure)) continue;
			const above = this.#world.parentOf(c.region) ?? '';
			for (const area of [c.region, above]) {
				const key = familyKey(c, area);
				if (c.category !== WHOLE_LINE || printed.has(c.region)) shown.add(key);
				if (c.value === null && !hidden.has(key)) hidden.set(key, isDeep ? this.#above(area).map((one) => familyKey(c, one)) : []);
			}
		}
		return [...hidden].flatMap(([key, above]) => (shown.has(key) || above.some((one) => shown.has(one)) ? [key] : [])).concat([...shown].filter((key) => key.split('\u001f')[1] === ''));
	}

	#above(area: string): string[] {
		const above = this.#world.parentOf(area);
		return above === null ? [] : [above, ...this.#above(above)];
	}

	#look(release: Release): void {
		const { view } = release;
		const lines = new Map<string, SeenCell[]>();
		const tables = new Map<string, { readonly measure: string; readonly breakdown: string; readonly regions: string[] }>();
		for (const cell of view.cells) {
			if (!isCounted(cell.measure) || !(this.#shown.has(familyKey(cell, this.#world.parentOf(cell.region) ?? '')) || this.#shown.has(familyKey(cell, cell.region)))) continue;
			const key = [cell.measure, cell.breakdown, cell.region].join('\u001f');
			const line = lines.get(key);
			if (line) line.push(cell);
			else {
				lines.set(key, [cell]);
				const table = tables.get(`${cell.measure}\u001f${cell.breakdown}`);
				if (table) table.regions.push(cell.region);
				else tables.set(`${cell.measure}\u001f${cell.breakdown}`, { measure: cell.measure, breakdown: cell.breakdown, regions: [cell.region] });
			}
		}
		const idOf = (at: Place): number | undefined => this.ids.get(keyIn(release, at));
		const told = marksTell(this.#world, view, lines);
		const looked = [...tables.values()];
		release.tables = looked;
		/** The numbers of a line by its categories, in the order of their list. */
		const rows = new Map<string, readonly (number | undefined)[]>();
		const rowOf = (measure: string, breakdown: string, region: string): readonly (number | undefined)[] => rows.get(`${measure}\u001f${breakdown}\u001f${region}`) ?? [];
		for (const { measure, breakdown, regions } of looked) {
			const categories = breakdown === '' ? [''] : (view.categories.get(breakdown) ?? []);
			for (const region of regions) {
				const line = `${measure}\u001f${breakdown}\u001f${region}`;
				const shown = new Map((lines.get(line) ?? []).map((c) => [c.category, c]));
				const prefix = keyIn(release, { measure, region, breakdown, category: '' });
				rows.set(line, categories.map((category) => {
					const at = { measure, region, breakdown, category };
					const truth = view.known.get(`${line}\u001f${category}`) ?? 0;
					const isGiven = !this.#blind || isAlwaysShown(at, this.#world.rules) || this.#isGiven(at, shown.get(category), view);
					const [lower, upper] = isGiven ? told(at, shown) : [0, UNKNOWN];
					return lower < upper || truth > 0 || breakdown === '' ? this.#add(prefix + category, truth, lower, upper, region) : undefined;
				}));
			}
		}
		for (const { measure, breakdown, regions } of looked) {
			const families = Map.groupBy(regions, (region) => this.#world.parentOf(region) ?? '');
			for (const region of regions) {
				const row = rowOf(measure, breakdown, region);
				const [whole] = rowOf(measure, '', region);
				if (breakdown !== '' && whole !== undefined) this.#tie(whole, row.filter((id) => id !== undefined), true);
				const children = (families.get(region) ?? []).map((child) => rowOf(measure, breakdown, child));
				if (children.length > 0) row.forEach((own, c) => (own === undefined ? undefined : this.#tie(own, children.flatMap((child) => child[c] ?? []), true)));
			}
		}
		this.#relate(looked, view, idOf, rowOf);
		for (const { measure, breakdown, regions } of looked) this.#leave({ measure, breakdown }, regions, release, idOf);
		if (release.place === 0) this.#read(view, idOf, lines);
	}

	/** What changed from a release to a later one is a table of its own: its areas and lines add up as theirs do. */
	#compare(after: Release, before: Release): void {
		const kinds = new Map([...after.tables, ...before.tables].map((t) => [`${t.measure}\u001f${t.breakdown}`, t]));
		for (const { measure, breakdown } of kinds.values()) {
			const regionsOf = (release: Release): readonly string[] => release.tables.find((t) => t.measure === measure && t.breakdown === breakdown)?.regions ?? [];
			const regions = [...new Set([...regionsOf(after), ...regionsOf(before)])].filter((region) => after.versionOf(measure, region) !== before.versionOf(measure, region));
			const within = Map.groupBy(regions, (region) => this.#world.parentOf(region) ?? '');
			const categories = breakdown === '' ? [''] : [...new Set([after, before].flatMap((release) => release.view.categories.get(breakdown) ?? []))];
			const changes = new Map(regions.map((region) => [region, categories.map((category) => this.#change({ measure, region, breakdown, category }, after, before))]));
			for (const [region, own] of changes) {
				const total = breakdown === '' ? undefined : this.#change({ measure, region, breakdown: '', category: '' }, after, before);
				if (total !== undefined) this.#tie(total, own.flatMap((id) => id ?? []), true);
				own.forEach((id, c) => {
					const parts = within.get(region) ?? [];
					if (id !== undefined && parts.length > 0) this.#tie(id, parts.flatMap((part) => changes.get(part)?.[c] ?? []), true);
				});
			}
		}
	}

	/** By how much a number changed; undefined where it is in neither. A number that is not there is zero. */
	#change(at: Place, after: Release, before: Release): number | undefined {
		const [now, then] = [after, before].map((release) => this.ids.get(keyIn(release, at)));
		const change = after.view.truth(at) - before.view.truth(at);
		if (then !== undefined && before.versionOf(at.measure, at.region) === before.place) this.before.set(keyIn(before, at), { at, view: before.view, change: null });
		const isThere = (id: number | undefined, { view }: Release): boolean => id !== undefined || view.truth(at) === 0;
		if ((now === undefined && then === undefined) || !isThere(now, after) || !isThere(then, before)) return undefined;
		const key = ['change', after.versionOf(at.measure, at.region), before.versionOf(at.measure, at.region), placeKey(at)].join('\u001f');
		const known = this.ids.get(key);
		if (known !== undefined) return known;
		const id = this.#add(key, change, -UNKNOWN, UNKNOWN, null);
		const zero = this.#add('zero', 0, 0, 0, null);
		this.#tie(now ?? zero, [then ?? zero, id], true);
		if ([now, then].some((one) => one !== undefined && this.system.width(one) > 0)) this.before.set(key, { at, view: before.view, change });
		return id;
	}

	/** Totals of people that say nobody or everybody are shown; and a total's own mark has its text by decision 6; not so the mark of few open cases, which zeros share. */
	#isGiven(at: Place, cell: SeenCell | undefined, view: View): boolean {
		if (at.breakdown !== '' || !cell || (guardOf(at.measure) === 'pending' && cell.shown !== 'secondary')) return false;
		const part = partOf(at.measure);
		return cell.value === null || cell.value === 0 || (part !== null && cell.value === view.truth({ ...at, measure: part }));
	}

	#relate(tables: Release['tables'], view: View, idOf: (at: Place) => number | undefined, rowOf: (measure: string, breakdown: string, region: string) => readonly (number | undefined)[]): void {
		for (const { measure, breakdown, regions } of tables) {
			for (const relation of RELATIONS.filter((r) => r.whole === measure && !isPart(r))) {
				for (const region of regions) {
					const parts = relation.parts.map((part): readonly (number | undefined)[] => {
						const [id = '', other] = part.split('@');
						if (other === undefined) return rowOf(id, breakdown, region);
						const [by = '', category = ''] = other.split(':');
						return breakdown === '' ? [idOf({ measure: id, region, breakdown: by, category })] : [];
					});
					rowOf(measure, breakdown, region).forEach((own, c) => {
						const found = parts.flatMap((part) => part[c] ?? []);
						if (own !== undefined && found.length > 0) this.#tie(own, found, relation.exact && found.length === parts.length);
					});
				}
			}
		}
		for (const { measure, month, stage } of DATED) {
			for (const region of tables.find((t) => t.measure === measure && t.breakdown === month)?.regions ?? []) this.#date({ measure, region }, month, stage, view, idOf);
		}
	}

	/**
	 * What a part leaves of its whole is a count too: it adds up over lines and areas as they do. Where the two numbers of a
	 * province are alike they are alike in each of its regencies.
	 */
	#leave({ measure, breakdown }: Pick<Place, 'measure' | 'breakdown'>, regions: readonly string[], release: Release, idOf: (at: Place) => number | undefined): void {
		const { view } = release;
		const categories = breakdown === '' ? [''] : (view.categories.get(breakdown) ?? []);
		const families = Map.groupBy(regions, (region) => this.#world.parentOf(region) ?? '');
		for (const part of RELATIONS.flatMap((r) => (r.whole === measure && isPart(r) ? r.parts : []))) {
			const left = (region: string, category: string): number[] => {
				const at = { measure, region, breakdown: category === '' ? '' : breakdown, category };
				const [own, other] = [idOf(at), idOf({ ...at, measure: part })];
				if (own === undefined) return [];
				const key = `left\u001f${keyIn(release, { ...at, measure: part })}\u001f${keyIn(release, at)}`;
				// Where the part has no cell, it is zero.
				if (other === undefined) return view.truth({ ...at, measure: part }) === 0 ? [own] : [];
				const known = this.ids.get(key);
				if (known !== undefined) return [known];
				const id = this.#add(key, view.truth(at) - view.truth({ ...at, measure: part }), 0, UNKNOWN, null);
				this.#tie(own, [other, id], true);
				return [id];
			};
			for (const region of regions) {
				const [whole] = breakdown === '' ? [] : left(region, '');
				if (whole !== undefined) this.#tie(whole, categories.flatMap((category) => left(region, category)), true);
				for (const category of categories) {
					const [own] = left(region, category);
					const children = (families.get(region) ?? []).flatMap((child) => left(child, category));
					if (own !== undefined && children.length > 0) this.#tie(own, children, true);
				}
			}
		}
	}

	/** A stage holds the months that lie in it, and of those on its border at most all. */
	#date(at: { readonly measure: string; readonly region: string }, month: string, stage: string, view: View, idOf: (at: Place) => number | undefined): void {
		const last = this.#world.bands.length - 1;
		this.#world.bands.forEach((band, i) => {
			const own = idOf({ ...at, breakdown: stage, category: band.code });
			if (own === undefined) return;
			const inside: number[] = [];
			const touching: number[] = [];
			for (const category of view.categories.get(month) ?? []) {
				const id = idOf({ ...at, breakdown: month, category });
				if (id === undefined) continue;
				const begins = i === 0 || band.start <= `${category}-01`;
				const ends = i === last || band.end >= lastDay(category);
				if (begins && ends) inside.push(id);
				else if ((i === 0 || band.start <= lastDay(category)) && (i === last || band.end >= `${category}-01`)) touching.push(id);
			}
			if (touching.length === 0) return this.#tie(own, inside, true);
			this.#tie(own, inside, false);
			const most = this.#add(`most\u001f${placeKey({ ...at, breakdown: stage, category: band.code })}`, [...inside, ...touching].reduce((n, one) => n + (this.#truthOf[one] ?? 0), 0), 0, UNKNOWN, null);
			this.#tie(most, [...inside, ...touching], true);
			this.#tie(most, [own], false);
		});
	}

	/** Printed figures: whoever finds the cell that one stands for knows it. */
	#read(view: View, idOf: (at: Place) => number | undefined, lines: ReadonlyMap<string, readonly SeenCell[]>): void {
		for (const [measure, words] of Object.entries(PRINTED)) {
			for (const printed of this.#world.printed.filter((p) => words.includes(p.measure))) {
				const breakdown = printed.dimension === null ? '' : PRINTED_DIMENSIONS[printed.dimension];
				if (breakdown === undefined || !lines.has([measure, breakdown, printed.region].join('\u001f'))) continue;
				const found = (breakdown === '' ? [''] : (view.categories.get(breakdown) ?? [])).map((category) => ({ measure, region: printed.region, breakdown, category })).filter((at) => view.truth(at) === printed.value);
				const [at] = found;
				const id = at && found.length === 1 ? idOf(at) : undefined;
				if (id !== undefined) [this.system.lower[id], this.system.upper[id]] = [printed.value, printed.value];
			}
		}
	}
}

function lastDay(month: string): string {
	const [y = 0, m = 0] = month.split('-').map(Number);
	return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
}
