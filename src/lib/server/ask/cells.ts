/** Cells of a release as a viewer may know them: exact for own areas, from the public file for all others. */
import { measureById } from '../../metrics/index.ts';
import { exactStatement } from '../access/exact.ts';
import { isOwn, type Scope } from '../access/scope.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import type { OpenRelease } from '../release/release.ts';
import type { HiddenBy, Nature } from './types.ts';

const CELLS_SQL = `SELECT measure, region, "cycle", breakdown, category, value, SHOWN AS shown FROM measure_cell
	WHERE nature = $1 AND list_contains($2, measure) AND list_contains($3, region) AND list_contains($4, "cycle") AND list_contains($5, breakdown)`;
/** The public file has a mark for every cell; in the exact file every cell is open. */
const PUBLIC_CELLS = CELLS_SQL.replace('SHOWN', 'shown');
const EXACT_CELLS = exactStatement('cells', 5, (own) => CELLS_SQL.replace('SHOWN', "'open'").replace('WHERE', () => `WHERE ${own('region')} AND`));

/** Where a cell stands; `breakdown` and `category` empty for a total. */
export interface Place {
	readonly region: string;
	readonly cycle: string;
	readonly breakdown: string;
	readonly category: string;
}
export type Known = { readonly kind: 'value'; readonly value: number } | { readonly kind: 'suppressed'; readonly mark: HiddenBy } | { readonly kind: 'absent' };

export interface Wanted {
	readonly nature: Nature;
	readonly measures: readonly string[];
	readonly regions: readonly string[];
	readonly cycles: readonly string[];
	readonly breakdowns: readonly string[];
}

type Line = Omit<Place, 'category'>;
const lineKey = (measure: string, { region, cycle, breakdown }: Line): string => [measure, region, cycle, breakdown].join('\u001f');

/** What is known of cells, in the scope it was fetched for. */
export class KnownCells {
	readonly #lines = new Map<string, Map<string, Known>>();
	readonly #scope: Scope;

	constructor(scope: Scope) {
		this.#scope = scope;
	}

	set(measure: string, at: Place, known: Known): void {
		const key = lineKey(measure, at);
		const line = this.#lines.get(key);
		if (line) line.set(at.category, known);
		else this.#lines.set(key, new Map([[at.category, known]]));
	}

	/** Whether a cell is stored at that place, hidden or open. */
	has(measure: string, at: Place): boolean {
		return this.#lines.get(lineKey(measure, at))?.has(at.category) ?? false;
	}

	/** The cell of an area whose dataset has arrived; where none is stored, what its absence means. */
	at(measure: string, at: Place): Known {
		const line = this.#lines.get(lineKey(measure, at));
		const found = line?.get(at.category);
		if (found) return found;
		if (this.#isClosed(measure, at.region)) return { kind: 'suppressed', mark: 'entitled' };
		const whole = at.breakdown === '' ? undefined : line?.get(WHOLE_LINE);
		if (whole) return whole;
		return measureById(measure).absent === 'zero' ? { kind: 'value', value: 0 } : { kind: 'absent' };
	}

	/** Categories with a stored cell in a line. */
	categories(measure: string, line: Line): readonly string[] {
		return [...(this.#lines.get(lineKey(measure, line))?.keys() ?? [])];
	}

	/** A line as numbers by category; null where it is hidden, in whole or in part. */
	line(measure: string, line: Line): ReadonlyMap<string, number> | null {
		if (this.#isClosed(measure, line.region)) return null;
		const numbers = new Map<string, number>();
		for (const [category, known] of this.#lines.get(lineKey(measure, line)) ?? []) {
			if (known.kind !== 'value') return null;
			numbers.set(category, known.value);
		}
		return numbers;
	}

	#isClosed(measure: string, region: string): boolean {
		return measureById(measure).guard === 'entitled' && !isOwn(this.#scope, region);
	}
}

/** Reads the wanted cells: one query per file. Throws BusyError as the warehouse does. */
export async function readCells(wanted: Wanted, scope: Scope, release: OpenRelease): Promise<KnownCells> {
	const values = (codes: readonly string[]) => [wanted.nature, wanted.measures, codes, wanted.cycles, wanted.breakdowns];
	const [own, others] = [wanted.regions.filter((r) => isOwn(scope, r)), wanted.regions.filter((r) => !isOwn(scope, r))];
	const [exact, open] = await Promise.all([
		own.length > 0 ? release.exact(scope)?.query(EXACT_CELLS, values(own)) : [],
		others.length > 0 ? release.public.query(PUBLIC_CELLS, values(others)) : []
	]);
	const cells = new KnownCells(scope);
	for (const row of [...(exact ?? []), ...open]) {
		const at = { region: String(row.region), cycle: String(row.cycle), breakdown: String(row.breakdown), category: String(row.category) };
		cells.set(String(row.measure), at, row.shown === 'open' ? { kind: 'value', value: Number(row.value) } : { kind: 'suppressed', mark: row.shown === 'primary' ? 'primary' : 'secondary' });
	}
	return cells;
}
