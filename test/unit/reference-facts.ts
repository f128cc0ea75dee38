/** What the plain count of the differential test works on: sent rows in force, and sets and sums by area, cycle and category. */
import { cycleOf } from '../../etl/reference/cycles.ts';
import { positions } from '../../etl/reference/index.ts';
import { regionPath } from '../../etl/reference/regions.ts';

export type Nature = 'real' | 'contoh';
/** A file as it was sent: cells as text, empty text for nothing. Rows that the check must refuse are not in it. */
export interface SentFile {
	readonly dataset: string;
	readonly sender: string;
	readonly nature: Nature;
	readonly asOf: string;
	readonly rows: readonly Row[];
}
export type Row = Readonly<Record<string, string>>;
export interface Nil {
	readonly dataset: string;
	readonly regency: string;
	readonly cycle: string;
	readonly nature: Nature;
}
export interface Fact {
	readonly cells: Row;
	readonly sender: string;
	readonly nature: Nature;
	readonly asOf: string;
	readonly cycle: string | null;
}

export const KEYS: Readonly<Record<string, readonly string[]>> = {
	cases: ['act_regency', 'case_number', 'person_no'],
	training: ['regency', 'course', 'cycle', 'person_key'],
	training_totals: ['regency', 'course', 'cycle', 'agency'],
	quiz: ['regency', 'course', 'cycle', 'person_key', 'attempt_no'],
	events: ['regency', 'event_date', 'title'],
	attendance: ['regency', 'event', 'event_date', 'attendee'],
	roster: ['regency', 'as_of', 'person_key'],
	pacts: ['regency', 'cycle', 'person_key'],
	moves: ['regency', 'decree_number', 'person_key'],
	headcount: ['regency', 'as_of', 'employment', 'agency', 'sex', 'category']
};
const DATED: Readonly<Record<string, string>> = {
	cases: 'registered_date', training: 'last_date', training_totals: 'as_of', quiz: 'started_date', events: 'event_date', pacts: 'signed_date', moves: 'decree_date', attendance: 'event_date'
};

export const get = (row: Row, name: string): string => row[name] ?? '';
const whole = (date: string): string => (date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date);

/** The cycle of each row of a file: its own, else by its date, else what the dated rows share, else by the as-of date. */
function cyclesOf(file: SentFile): (string | null)[] {
	const column = DATED[file.dataset];
	if (!column) return file.rows.map(() => null);
	const place = file.dataset === 'cases' ? 'act_regency' : 'regency';
	const first = file.rows.map((r) => get(r, 'cycle') || (get(r, column) ? cycleOf(whole(get(r, column)), get(r, place)) : undefined));
	const shared = new Set(file.rows.flatMap((r, i) => (!get(r, 'cycle') && first[i] ? [first[i]] : [])));
	const [only] = shared;
	return first.map((c, i) => (c !== undefined ? c : shared.size === 1 && only ? only : cycleOf(file.asOf, get(file.rows[i] ?? {}, place))));
}

/** Rows in force: of one sender and nature, the last file with a key wins. */
export function inForce(files: readonly SentFile[], dataset: string): Fact[] {
	const facts = new Map<string, Fact>();
	for (const file of files.filter((f) => f.dataset === dataset)) {
		const found = cyclesOf(file);
		file.rows.forEach((cells, i) => {
			const cycle = found[i] ?? null;
			const key = (KEYS[dataset] ?? []).map((name) => (name === 'cycle' ? cycle : get(cells, name)));
			facts.set(JSON.stringify([file.sender, file.nature, key]), { cells, sender: file.sender, nature: file.nature, asOf: file.asOf, cycle });
		});
	}
	return [...facts.values()];
}

/** Distinct things or sums, by area and everything above it, cycle, and one category of one breakdown. */
export class Counts {
	readonly sets = new Map<string, Set<string>>();
	readonly sums = new Map<string, number>();

	static key(name: string, nature: string, region: string, cycle: string, by = '', category = ''): string {
		return JSON.stringify([name, nature, region, cycle, by, category]);
	}
	each(name: string, fact: Fact, area: string, cats: Readonly<Record<string, string | null>>, put: (key: string) => void): void {
		if (fact.cycle === null) return;
		for (const region of regionPath(area)) {
			put(Counts.key(name, fact.nature, region, fact.cycle));
			for (const [by, category] of Object.entries(cats)) if (category !== null) put(Counts.key(name, fact.nature, region, fact.cycle, by, category));
		}
	}
	distinct(name: string, fact: Fact, area: string, id: string, cats: Readonly<Record<string, string | null>>): void {
		this.each(name, fact, area, cats, (key) => this.sets.set(key, (this.sets.get(key) ?? new Set()).add(id)));
	}
	add(name: string, fact: Fact, area: string, n: number, cats: Readonly<Record<string, string | null>>): void {
		this.each(name, fact, area, cats, (key) => this.sums.set(key, (this.sums.get(key) ?? 0) + n));
	}
	most(name: string, fact: Fact, area: string, n: number, cats: Readonly<Record<string, string | null>>): void {
		this.each(name, fact, area, cats, (key) => this.sums.set(key, Math.max(this.sums.get(key) ?? n, n)));
	}
	value(key: string): number | null {
		return this.sets.get(key)?.size ?? this.sums.get(key) ?? null;
	}
}

export const positionNames = new Map(positions().map((p) => [p.code, p.stat_category]));
const isPppk = (nip: string): boolean => Number(nip.slice(12, 14)) > 12;
export const kindOf = (row: Row): string => (get(row, 'person_key') ? (isPppk(get(row, 'person_key')) ? 'PPPK' : 'PNS') : get(row, 'employment') || 'UNKNOWN');
export const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
