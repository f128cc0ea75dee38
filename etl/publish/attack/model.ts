/** What is public of one nature and cycle, as numbers tied together by sums. */
import { MEASURES } from '../../../src/lib/metrics/index.ts';
import { DATED, isPart, PRINTED, PRINTED_DIMENSIONS, RELATIONS } from './relations.ts';
import { System, UNKNOWN } from './system.ts';
import { familyKey, guardOf, isAlwaysShown, isCounted, partOf, placeKey, WHOLE_LINE, type Earlier, type Place, type SeenCell, type View, type World } from './view.ts';

export class Model {
	readonly system = new System();
	readonly ids = new Map<string, number>();
	readonly ofRegion = new Map<string, { readonly id: number; readonly value: number }[]>();
	readonly #world: World;
	readonly #blind: boolean;
	readonly #truthOf: number[] = [];
	readonly #shown: ReadonlySet<string>;

	/** `blind`: nothing but what is always shown; else everything that is public, of earlier releases too. */
	constructor(view: View, world: World, blind: boolean, earlier: Earlier | null) {
		this.#world = world;
		this.#blind = blind;
		this.#shown = new Set([view, ...(earlier ? [earlier.view] : [])].flatMap((v) => this.#families(v)));
		this.#look(view, '', earlier?.changed ?? null);
		if (earlier) this.#look(earlier.view, 'before\u001f', earlier.changed);
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

	/** Families of areas (an area and its parts, by breakdown) of which something is shown and something hidden: the others tell nothing. */
	#families(view: View): string[] {
		const [shown, hidden] = [new Set<string>(), new Set<string>()];
		for (const c of view.cells) {
			if (!isCounted(c.measure)) continue;
			for (const area of [c.region, this.#world.parentOf(c.region) ?? '']) {
				const key = familyKey(c, area);
				if (c.category !== WHOLE_LINE) shown.add(key);
				if (c.value === null) hidden.add(key);
			}
		}
		// Where figures are printed, something is known although nothing is shown.
		const printed = new Set(this.#world.printed.map((p) => p.region));
		for (const c of view.cells) if (isCounted(c.measure) && printed.has(c.region)) for (const area of [c.region, this.#world.parentOf(c.region) ?? '']) shown.add(familyKey(c, area));
		return [...shown].filter((key) => hidden.has(key) || key.split('\u001f')[1] === '');
	}

	#look(view: View, tag: string, changed: ReadonlySet<string> | null): void {
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
		const tagOf = (region: string): string => (changed === null || !changed.has(region) ? '' : tag);
		const idOf = (at: Place): number | undefined => this.ids.get(tagOf(at.region) + placeKey(at));
		const told = this.#told(view, lines);
		const looked = [...tables.values()];
		for (const { measure, breakdown, regions } of looked) {
			for (const region of regions) {
				const cells = lines.get([measure, breakdown, region].join('\u001f')) ?? [];
				const shown = new Map(cells.map((c) => [c.category, c]));
				for (const category of breakdown === '' ? [''] : (view.categories.get(breakdown) ?? [])) {
					const at = { measure, region, breakdown, category };
					const truth = view.truth(at);
					const isGiven = !this.#blind || isAlwaysShown(at, this.#world.rules) || this.#isGiven(at, shown.get(category), view);
					const [lower, upper] = isGiven ? told(at, shown) : [0, UNKNOWN];
					if (lower < upper || truth > 0 || breakdown === '') this.#add(tagOf(region) + placeKey(at), truth, lower, upper, tag === '' ? region : null);
				}
			}
		}
		for (const { measure, breakdown, regions } of looked) {
			for (const region of breakdown === '' ? [] : regions) {
				const whole = idOf({ measure, region, breakdown: '', category: '' });
				const parts = (view.categories.get(breakdown) ?? []).flatMap((category) => idOf({ measure, region, breakdown, category }) ?? []);
				if (whole !== undefined) this.#tie(whole, parts, true);
			}
			const families = Map.groupBy(regions, (region) => this.#world.parentOf(region) ?? '');
			for (const region of regions) {
				for (const category of breakdown === '' ? [''] : (view.categories.get(breakdown) ?? [])) {
					const at = (r: string): number[] => [idOf({ measure, region: r, breakdown, category }) ?? []].flat();
					const [own] = at(region);
					const children = families.get(region) ?? [];
					if (own === undefined || children.length === 0) continue;
					if (changed === null) {
						this.#tie(own, children.flatMap(at), true);
						continue;
					}
					const same = children.filter((r) => !changed.has(r)).flatMap(at);
					const rest = this.#add(`rest\u001f${placeKey({ measure, region, breakdown, category })}`, same.reduce((n, one) => n + (this.#truthOf[one] ?? 0), 0), 0, UNKNOWN, null);
					this.#tie(rest, same, true);
					this.#tie(own, [rest, ...children.filter((r) => changed.has(r)).flatMap(at)], true);
				}
			}
		}
		this.#relate(looked, view, idOf);
		for (const { measure, breakdown, regions } of looked) this.#leave({ measure, breakdown }, regions, view, idOf, tagOf);
		if (tag === '') this.#read(view, idOf, lines);
	}

	/** Totals of people that say nobody or everybody are shown; and a total's own mark has its text by decision 6; not so the mark of few open cases, which zeros share. */
	#isGiven(at: Place, cell: SeenCell | undefined, view: View): boolean {
		if (at.breakdown !== '' || !cell || (guardOf(at.measure) === 'pending' && cell.shown !== 'secondary')) return false;
		const part = partOf(at.measure);
		return cell.value === null || cell.value === 0 || (part !== null && cell.value === view.truth({ ...at, measure: part }));
	}

	/** What the mark of a cell tells, and the rules that everybody can read. */
	#told(view: View, lines: ReadonlyMap<string, readonly SeenCell[]>): (at: Place, shown: ReadonlyMap<string, SeenCell>) => readonly [number, number] {
		const { rules } = this.#world;
		/** Where an area with reported persons has no cell of a pending measure, the missing cell tells zero, and the mark at least one. */
		const zeroIsTold = (measure: string): boolean =>
			view.cells.some((c) => c.measure === 'reported_persons' && c.breakdown === '' && !lines.has([measure, '', c.region].join('\u001f')));
		const zeros = new Map(MEASURES.filter((m) => m.guard === 'pending').map((m) => [m.id, zeroIsTold(m.id)]));
		const isShown = (at: Place, measure: string): boolean => lines.get([measure, at.breakdown, at.region].join('\u001f'))?.some((c) => c.category === at.category && c.value !== null) ?? false;
		return (at, shown) => {
			if (shown.has(WHOLE_LINE)) return [0, UNKNOWN];
			const cell = shown.get(at.category);
			if (!cell) return [0, 0];
			if (cell.value !== null) return [cell.value, cell.value];
			const truth = view.truth(at);
			const guard = guardOf(at.measure);
			if (at.breakdown !== '' && guard !== 'people') {
				const [most, least] = [rules.caseBreakdownBelow - 1, Math.min(...[...shown.values()].map((c) => c.value ?? UNKNOWN)) - 1];
				const isSmall = [...shown.keys()].every((category) => shown.get(category)?.value !== null || view.truth({ ...at, category }) <= most);
				return [0, isSmall ? most : least];
			}
			const below = guard === 'pending' ? rules.caseBreakdownBelow : guard === 'cases' ? rules.strictBelow : rules.peopleBelow;
			if (cell.shown !== 'primary') return [truth >= below ? below : 0, UNKNOWN];
			const part = partOf(at.measure);
			const whole = part === null ? 0 : view.truth({ ...at, measure: part });
			const isTold = part !== null && isShown(at, part);
			if (guard === 'people' && whole > 0 && whole < rules.minDenominator) return [0, isTold ? whole : rules.minDenominator - 1];
			if (truth < below) return [guard === 'pending' && !zeros.get(at.measure) ? 0 : 1, below - 1];
			return isTold ? [whole - below + 1, whole - 1] : [0, UNKNOWN];
		};
	}

	#relate(tables: readonly { readonly measure: string; readonly breakdown: string; readonly regions: readonly string[] }[], view: View, idOf: (at: Place) => number | undefined): void {
		for (const { measure, breakdown, regions } of tables) {
			for (const relation of RELATIONS.filter((r) => r.whole === measure && !isPart(r))) {
				for (const region of regions) {
					for (const category of breakdown === '' ? [''] : (view.categories.get(breakdown) ?? [])) {
						const parts = relation.parts.map((part) => {
							const [id = '', other] = part.split('@');
							if (other === undefined) return idOf({ measure: id, region, breakdown, category });
							const [by = '', which = ''] = other.split(':');
							return breakdown === '' ? idOf({ measure: id, region, breakdown: by, category: which }) : undefined;
						});
						const own = idOf({ measure, region, breakdown, category });
						const found = parts.filter((p) => p !== undefined);
						if (own !== undefined && found.length > 0) this.#tie(own, found, relation.exact && found.length === parts.length);
					}
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
	#leave({ measure, breakdown }: Pick<Place, 'measure' | 'breakdown'>, regions: readonly string[], view: View, idOf: (at: Place) => number | undefined, tagOf: (region: string) => string): void {
		const categories = breakdown === '' ? [''] : (view.categories.get(breakdown) ?? []);
		const families = Map.groupBy(regions, (region) => this.#world.parentOf(region) ?? '');
		for (const part of RELATIONS.flatMap((r) => (r.whole === measure && isPart(r) ? r.parts : []))) {
			const left = (region: string, category: string): number[] => {
				const at = { measure, region, breakdown: category === '' ? '' : breakdown, category };
				const [own, other] = [idOf(at), idOf({ ...at, measure: part })];
				if (own === undefined) return [];
				const key = `left\u001f${part}\u001f${tagOf(region)}${placeKey(at)}`;
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
