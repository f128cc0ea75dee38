/**
 * A second, plain way to every number: counts by reading rows one after another, as the definitions of the site say.
 * It shares nothing with the engine but the reference lists (statuses, positions, areas, the rule of cycles and stages).
 */
import { cycleOf, movesBan, stageBands, stageOf, takesPart } from '../../etl/reference/cycles.ts';
import { clocks, cycles, positions, sanctions, statuses } from '../../etl/reference/index.ts';
import { allRegions, regionPath } from '../../etl/reference/regions.ts';

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
interface Fact {
	readonly cells: Row;
	readonly sender: string;
	readonly nature: Nature;
	readonly asOf: string;
	readonly cycle: string | null;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
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

const get = (row: Row, name: string): string => row[name] ?? '';
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
function inForce(files: readonly SentFile[], dataset: string): Fact[] {
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
class Counts {
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

const milestones = new Map(statuses().map((s) => [s.code, s]));
const positionNames = new Map(positions().map((p) => [p.code, p.stat_category]));
const isPppk = (nip: string): boolean => Number(nip.slice(12, 14)) > 12;
const kindOf = (row: Row): string => (get(row, 'person_key') ? (isPppk(get(row, 'person_key')) ? 'PPPK' : 'PNS') : get(row, 'employment') || 'UNKNOWN');
const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const ageBand = (n: number): string => (n <= 30 ? '0-30' : n <= 90 ? '31-90' : n <= 180 ? '91-180' : '181+');

/** Where a person's case stands. A later milestone includes the earlier ones: what was sanctioned had been proven and forwarded. */
function standing(row: Row): { forwarded: boolean; proven: boolean; sanctioned: boolean; notProven: boolean; holder: string | null } {
	const status = milestones.get(get(row, 'status'));
	const sanctioned = status?.milestone === 'sanctioned' || get(row, 'sanction_date') !== '';
	const proven = sanctioned || status?.milestone === 'proven' || get(row, 'proven_date') !== '';
	const forwarded = proven || status?.milestone === 'forwarded' || get(row, 'forwarded_date') !== '';
	const early = status?.stage === 'penerimaan' || status?.stage === 'bawaslu';
	const next = proven ? 'ppk' : forwarded ? 'supervisor' : early ? 'bawaslu' : 'supervisor';
	return { forwarded, proven, sanctioned, notProven: status?.milestone === 'closed_not_proven', holder: status?.terminal || sanctioned ? null : next };
}

const kinds = new Map(cycles().map((c) => [c.code, c.kind]));
const levels = new Map(sanctions().map((s) => [s.code, s.level_order]));
const ladder = (level: number | undefined): string => (level === undefined ? 'none' : level < 50 ? 'pns' : level < 60 ? 'pppk' : 'alone');

/** The one state of a person in a case. */
function stateOf(row: Row, at: ReturnType<typeof standing>): string {
	const status = milestones.get(get(row, 'status'));
	if (at.sanctioned) {
		const [asked, given] = [levels.get(get(row, 'recommended_sanction')), levels.get(get(row, 'imposed_sanction'))];
		if (asked === undefined || given === undefined || ladder(asked) !== ladder(given) || ladder(asked) === 'alone') return 'sanctioned_other';
		return asked === given ? 'as_recommended' : given < asked ? 'lighter' : 'heavier';
	}
	if (status?.terminal) {
		if (at.notProven) return at.proven ? 'declined' : 'not_proven';
		if (status.milestone === 'closed_other') return at.proven || status.stage === 'ppk' ? 'ended' : 'not_processed';
		return 'unknown';
	}
	if (at.proven) return status?.code === 'PERINGATAN' ? 'warned' : status?.code === 'BLOKIR' ? 'blocked' : 'awaiting_ppk';
	if (at.forwarded) return 'with_supervisor';
	return status?.stage === 'penerimaan' ? 'received' : status?.stage === 'bawaslu' ? 'under_review' : 'with_supervisor';
}

type Durations = Map<string, { days: number; resolved: boolean }[]>;

function countHandling(fact: Fact, at: ReturnType<typeof standing>, register: string, person: string, others: readonly Fact[], counts: Counts, durations: Durations): void {
	const row = fact.cells;
	const employer = get(row, 'employer');
	const state = stateOf(row, at);
	const waits = ['awaiting_ppk', 'warned', 'blocked'].includes(state);
	const decided = ['as_recommended', 'lighter', 'heavier', 'declined'].includes(state);
	const outcome = !at.proven ? null : waits ? 'undecided' : decided || state === 'sanctioned_other' ? state : 'ended';
	const provenOn = get(row, 'proven_date');
	const quarter = at.proven && provenOn ? `${provenOn.slice(0, 4)}-Q${Math.ceil(Number(provenOn.slice(5, 7)) / 3)}` : 'UNKNOWN';
	const add = (name: string, cats: Record<string, string | null>): void => counts.add(name, fact, employer, 1, cats);
	add('entries', { state });
	if (outcome !== null) add('recommended', { outcome, quarter });
	if (outcome !== null && decided) add('decided', { quarter });
	if (outcome !== null && (decided || state === 'sanctioned_other')) add('followed up', { quarter });
	if (outcome === 'undecided') add('undecided', { escalation: state, quarter });
	else if (outcome !== null && decided) add(state.replaceAll('_', ' '), { quarter });
	for (const age of [30, 60, 90, 180]) {
		if (!at.proven || !provenOn) continue;
		const old = days(provenOn, fact.asOf) >= age;
		add(old ? `followed ${age}` : `immature ${age}`, { quarter });
		if (old && at.sanctioned && get(row, 'sanction_date') && days(provenOn, get(row, 'sanction_date')) <= age) add(`sanctioned in ${age}`, { quarter });
	}
	const key = get(row, 'person_key');
	const registerOf = (f: Fact): string => `${get(f.cells, 'act_regency')} ${get(f.cells, 'case_number')}`;
	if (key && others.some((f) => get(f.cells, 'person_key') === key && registerOf(f) !== register)) counts.distinct('repeated persons', fact, employer, person, {});
	const registered = get(row, 'registered_date');
	const closed = get(row, 'sanction_date') || get(row, 'status_date');
	const end = at.holder !== null ? fact.asOf : closed;
	if (fact.cycle === null || !end || (at.holder === null && end < registered)) return;
	for (const region of regionPath(employer)) {
		const line = JSON.stringify([fact.nature, region, fact.cycle]);
		durations.set(line, [...(durations.get(line) ?? []), { days: Math.max(0, days(registered, end)), resolved: at.holder === null && state !== 'ended' && state !== 'unknown' }]);
	}
}

/** The facts of the same nature that count at all: a regency's own before those a national contributor sends about it. */
const sameNature = (own: ReadonlySet<string>, facts: readonly Fact[], fact: Fact): readonly Fact[] =>
	facts.filter((f) => f.nature === fact.nature && !(f.sender === 'all' && own.has(`${f.nature} ${get(f.cells, 'act_regency')}`)));

function countCases(facts: readonly Fact[], counts: Counts, durations: Durations): void {
	const own = new Set(facts.filter((f) => f.sender !== 'all').map((f) => `${f.nature} ${get(f.cells, 'act_regency')}`));
	for (const fact of facts) {
		const row = fact.cells;
		const place = get(row, 'act_regency');
		if (fact.sender === 'all' && own.has(`${fact.nature} ${place}`)) continue;
		const at = standing(row);
		const register = `${place} ${get(row, 'case_number')}`;
		const person = get(row, 'person_key') || `unknown ${register} ${get(row, 'person_no')}`;
		const cats = {
			month: get(row, 'registered_date').slice(0, 7),
			act_month: (get(row, 'incident_date') || get(row, 'registered_date')).slice(0, 7),
			stage: fact.cycle === null ? null : stageOf(get(row, 'incident_date') || get(row, 'registered_date'), fact.cycle),
			violation_type: get(row, 'violation_type') || 'UNKNOWN',
			position: positionNames.get(get(row, 'position')) ?? 'UNKNOWN',
			employment: kindOf(row),
			agency: get(row, 'agency') || 'UNKNOWN'
		};
		const reached = { reported: true, forwarded: at.forwarded, proven: at.proven, sanctioned: at.sanctioned, notProven: at.notProven };
		for (const [name, holds] of Object.entries(reached)) {
			if (!holds) continue;
			counts.distinct(`${name} persons`, fact, get(row, 'employer'), person, cats);
			counts.distinct(`${name} cases`, fact, place, register, cats);
		}
		countHandling(fact, at, register, person, sameNature(own, facts, fact), counts, durations);
		if (at.holder === null) continue;
		const since = get(row, 'status_date') || get(row, 'proven_date') || get(row, 'forwarded_date') || get(row, 'registered_date');
		const waited = Math.max(0, days(since, fact.asOf));
		counts.distinct('waiting persons', fact, get(row, 'employer'), person, { holder: at.holder, age: ageBand(waited) });
		const clock = clocks().find((c) => c.holder === at.holder && c.kind === kinds.get(fact.cycle ?? '') && (c.valid_from ?? '') <= since && since <= (c.valid_to ?? '9999'));
		if (clock) counts.distinct('clocked persons', fact, get(row, 'employer'), person, { holder: at.holder });
		if (clock && waited > clock.days) counts.distinct('overdue persons', fact, get(row, 'employer'), person, { holder: at.holder });
		counts.most('waiting days', fact, get(row, 'employer'), waited, { holder: at.holder });
	}
}

function countTraining(persons: readonly Fact[], totals: readonly Fact[], roster: readonly Fact[], counts: Counts): void {
	const positionOf = (f: Fact): string => {
		const known = roster.filter((r) => r.nature === f.nature && get(r.cells, 'regency') === get(f.cells, 'regency') && get(r.cells, 'person_key') === get(f.cells, 'person_key') && positionNames.has(get(r.cells, 'position')));
		const [latest] = [...known].sort((a, b) => get(b.cells, 'as_of').localeCompare(get(a.cells, 'as_of')));
		return latest ? (positionNames.get(get(latest.cells, 'position')) ?? 'UNKNOWN') : 'UNKNOWN';
	};
	const group = (f: Fact): string => JSON.stringify([f.nature, get(f.cells, 'regency'), f.cycle]);
	const perPerson = new Set(persons.map(group));
	const ownTotals = new Set(totals.filter((f) => f.sender !== 'all').map(group));
	const add = (f: Fact, n: { enrolled: number; completed: number; tested: number; passed: number }, employment: string, position: string): void => {
		const cats = { agency: get(f.cells, 'agency') || 'UNKNOWN', course: get(f.cells, 'course'), employment, position };
		for (const [name, value] of Object.entries(n)) counts.add(name, f, get(f.cells, 'regency'), value, cats);
	};
	for (const f of persons) {
		const [done, tested] = [get(f.cells, 'completed') === 'true', get(f.cells, 'test_done') === 'true' && get(f.cells, 'passed') !== ''];
		add(f, { enrolled: 1, completed: Number(done), tested: Number(tested), passed: Number(tested && get(f.cells, 'passed') === 'true') }, kindOf(f.cells), positionOf(f));
		if (done) counts.distinct('trained people', f, get(f.cells, 'regency'), get(f.cells, 'person_key'), {});
		if (get(f.cells, 'score')) {
			const cats = { agency: get(f.cells, 'agency') || 'UNKNOWN', course: get(f.cells, 'course') };
			counts.add('scored', f, get(f.cells, 'regency'), 1, cats);
			counts.add('score points', f, get(f.cells, 'regency'), Number(get(f.cells, 'score')), cats);
		}
		const date = get(f.cells, 'completed_date');
		if (done && date && f.cycle) counts.add('completed monthly', f, get(f.cells, 'regency'), 1, { month: date.slice(0, 7), stage: stageOf(date, f.cycle) });
	}
	for (const f of totals) {
		if (perPerson.has(group(f)) || (f.sender === 'all' && ownTotals.has(group(f)))) continue;
		add(f, { enrolled: Number(get(f.cells, 'enrolled')), completed: Number(get(f.cells, 'completed')), tested: 0, passed: 0 }, 'UNKNOWN', 'UNKNOWN');
	}
}

function countQuiz(facts: readonly Fact[], counts: Counts): void {
	const best = new Map<string, { fact: Fact; points: number }>();
	for (const fact of facts) {
		const { cells } = fact;
		if (get(cells, 'state') !== 'finished' || get(cells, 'grade') === '') continue;
		const points = (100 * Number(get(cells, 'grade'))) / Number(get(cells, 'max_grade'));
		const key = JSON.stringify([fact.nature, get(cells, 'regency'), fact.cycle, get(cells, 'course'), get(cells, 'person_key')]);
		if (points >= (best.get(key)?.points ?? -1)) best.set(key, { fact, points });
	}
	for (const { fact, points } of best.values()) {
		const cats = { course: get(fact.cells, 'course'), agency: get(fact.cells, 'agency') || 'UNKNOWN' };
		counts.add('quiz takers', fact, get(fact.cells, 'regency'), 1, cats);
		counts.add('quiz points', fact, get(fact.cells, 'regency'), points, cats);
	}
}

function countPrevention(of: (dataset: string) => Fact[], counts: Counts): void {
	for (const f of of('events')) {
		const date = get(f.cells, 'event_date');
		const cats = {
			month: date.length >= 7 ? date.slice(0, 7) : null,
			stage: date.length === 10 && f.cycle ? stageOf(date, f.cycle) : null,
			kind: get(f.cells, 'kind')
		};
		const area = get(f.cells, 'regency');
		if (get(f.cells, 'class') === 'letter') counts.add('letters', f, area, 1, cats);
		if (get(f.cells, 'class') !== 'prevention') continue;
		counts.add('prevention events', f, area, 1, cats);
		const bands = f.cycle && date.length === 10 ? stageBands(f.cycle) : [];
		const next = bands[bands.findIndex((b) => b.code === cats.stage) + 1];
		if (next && cats.stage !== null && !['PEMUNGUTAN', 'PASCA'].includes(cats.stage)) {
			counts.add('led events', f, area, 1, cats);
			counts.add('lead days', f, area, days(date, next.start), cats);
		}
		if (get(f.cells, 'participants')) counts.add('event participants', f, area, Number(get(f.cells, 'participants')), cats);
	}
	for (const f of of('pacts')) {
		if (get(f.cells, 'agreed') !== 'true') continue;
		counts.distinct('pact signers', f, get(f.cells, 'regency'), get(f.cells, 'person_key'), { agency: get(f.cells, 'agency') || 'UNKNOWN', month: get(f.cells, 'signed_date').slice(0, 7) });
	}
	for (const f of of('attendance')) {
		counts.distinct('attendees', f, get(f.cells, 'regency'), get(f.cells, 'attendee'), {});
		if (get(f.cells, 'agency')) counts.distinct('agencies reached', f, get(f.cells, 'regency'), `${get(f.cells, 'regency')} ${get(f.cells, 'agency')}`, {});
	}
	for (const f of of('moves')) {
		const date = get(f.cells, 'decree_date');
		counts.add('moves', f, get(f.cells, 'regency'), 1, { month: date.slice(0, 7) });
		if (!f.cycle || !movesBan(f.cycle).some((b) => b.start <= date && date <= b.end)) continue;
		counts.add('moves in ban', f, get(f.cells, 'regency'), 1, {});
		counts.add(get(f.cells, 'approval') ? 'moves approved' : 'moves unapproved', f, get(f.cells, 'regency'), 1, {});
	}
}

export interface Reference {
	/** Of a metric's part: its count, or null where no row speaks of it. */
	count(name: string, nature: Nature, region: string, cycle: string, by?: string, category?: string): number | null;
	/** Categories of a part that count something, for one area. */
	categories(name: string, nature: Nature, region: string, cycle: string, by: string): string[];
	/** How many regencies (of an area: regencies and cities only) have sent a dataset for a cycle. */
	received(dataset: string, nature: Nature, region: string, cycle: string): number;
	/** Days to resolution, or days open so far, of an area's persons in cases. */
	durations(nature: Nature, region: string, cycle: string): readonly { days: number; resolved: boolean }[];
}

/** Employers' ASN at the date nearest to voting day (within three years); the earlier of two equally near dates. */
function headcounts(facts: readonly Fact[], roster: readonly Fact[]): Fact[] {
	const byDate = new Map<string, Fact & { persons: number; kinds: Map<string, number> }>();
	for (const f of facts) {
		const key = JSON.stringify([f.nature, get(f.cells, 'regency'), get(f.cells, 'as_of'), f.sender === 'all']);
		const found = byDate.get(key) ?? { ...f, persons: 0, kinds: new Map<string, number>() };
		const kind = get(f.cells, 'employment');
		found.kinds.set(kind, (found.kinds.get(kind) ?? 0) + Number(get(f.cells, 'persons')));
		byDate.set(key, found);
	}
	const nearest = new Map<string, { fact: Fact; rank: readonly [number, number, string] }>();
	// A roster is a headcount too: one row, one person; a table of the same date goes before it.
	const rosters = Map.groupBy(roster, (f) => JSON.stringify([f.nature, get(f.cells, 'regency'), get(f.cells, 'as_of')]));
	const listed = [...rosters.values()].flatMap((rows) => rows.slice(0, 1).map((f) => ({ ...f, sender: '', persons: 0, kinds: new Map([['ASN', rows.length]]) })));
	for (const f of [...byDate.values(), ...listed]) {
		const persons = f.kinds.get('ASN') ?? (f.kinds.get('PNS') ?? 0) + (f.kinds.get('PPPK') ?? 0);
		for (const cycle of cycles()) {
			const away = cycle.voting_date ? Math.abs(days(get(f.cells, 'as_of'), cycle.voting_date)) : Infinity;
			if (away > 1100) continue;
			const key = JSON.stringify([f.nature, get(f.cells, 'regency'), cycle.code]);
			const rank = [f.sender === 'all' ? 1 : 0, away, get(f.cells, 'as_of')] as const;
			const before = nearest.get(key);
			if (before && !isBefore(rank, before.rank)) continue;
			nearest.set(key, { rank, fact: { ...f, cycle: cycle.code, cells: { ...f.cells, persons: String(persons) } } });
		}
	}
	return [...nearest.values()].map(({ fact }) => fact);
}
const isBefore = (a: readonly [number, number, string], b: readonly [number, number, string]): boolean =>
	a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];

/** Counts everything that the files and nil returns say. */
export function referenceCount(files: readonly SentFile[], nils: readonly Nil[]): Reference {
	const facts = new Map(Object.keys(KEYS).map((dataset) => [dataset, inForce(files, dataset)]));
	const of = (dataset: string): Fact[] => facts.get(dataset) ?? [];
	const counts = new Counts();
	const durations: Durations = new Map();
	countCases(of('cases'), counts, durations);
	countTraining(of('training'), of('training_totals'), of('roster'), counts);
	countQuiz(of('quiz'), counts);
	countPrevention(of, counts);

	const sent = new Set<string>();
	const say = (dataset: string, nature: string, regency: string, cycle: string | null): void => {
		if (cycle) sent.add(JSON.stringify([dataset === 'training_totals' ? 'training' : dataset, nature, regency, cycle]));
	};
	for (const dataset of Object.keys(KEYS)) {
		for (const f of of(dataset)) if (dataset !== 'headcount' && dataset !== 'roster') say(dataset, f.nature, get(f.cells, dataset === 'cases' ? 'act_regency' : 'regency'), f.cycle);
	}
	for (const f of of('cases')) {
		say('cases', f.nature, `${get(f.cells, 'act_regency').slice(0, 2)}.00`, f.cycle);
		say('cases', f.nature, 'PUSAT', f.cycle);
	}
	for (const nil of nils) say(nil.dataset, nil.nature, nil.regency, nil.cycle);
	const asn = headcounts(of('headcount'), of('roster'));
	for (const f of asn) say('headcount', f.nature, get(f.cells, 'regency'), f.cycle);
	const members = new Map<string, string[]>();
	for (const r of allRegions()) {
		const above = r.kind === 'regency' || r.kind === 'city' ? regionPath(r.code) : [r.code];
		for (const area of above) members.set(area, [...(members.get(area) ?? []), r.code]);
	}
	const received = (dataset: string, nature: Nature, region: string, cycle: string): number =>
		(members.get(region) ?? []).filter((code) => sent.has(JSON.stringify([dataset, nature, code, cycle]))).length;
	for (const f of asn) {
		const [area, cycle, persons] = [get(f.cells, 'regency'), f.cycle ?? '', Number(get(f.cells, 'persons'))];
		counts.add('asn', f, area, persons, {});
		// Cases of provincial and central servants are in the registers of the regencies.
		const place = area === 'PUSAT' ? 'ID' : area.endsWith('.00') ? area.slice(0, 2) : area;
		if (received('cases', f.nature, place, cycle) > 0) counts.add('asn of cases', f, area, persons, {});
		if (received('pacts', f.nature, area, cycle) > 0) counts.add('asn of pacts', f, area, persons, {});
		if (received('attendance', f.nature, area, cycle) > 0) counts.add('asn of attendance', f, area, persons, {});
		if (of('training').some((t) => t.nature === f.nature && t.cycle === cycle && get(t.cells, 'regency') === area)) counts.add('asn of training', f, area, persons, {});
	}
	for (const region of allRegions().filter((r) => r.kind === 'regency' || r.kind === 'city')) {
		for (const cycle of cycles().filter((c) => c.voting_date && takesPart(c.code, region.code) === 'yes')) {
			for (const nature of ['real', 'contoh'] as const) {
				for (const dataset of ['cases', 'training', 'events', 'pacts', 'moves', 'headcount']) {
					const fact: Fact = { cells: {}, sender: '', nature, asOf: '', cycle: cycle.code };
					counts.add('reports expected', fact, region.code, 1, { dataset });
					if (received(dataset, nature, region.code, cycle.code) > 0) counts.add('reports received', fact, region.code, 1, { dataset });
				}
			}
		}
	}
	const listed = new Map<string, string[]>();
	for (const key of [...counts.sets.keys(), ...counts.sums.keys()]) {
		const [name = '', nature = '', region = '', cycle = '', by = '', category = ''] = JSON.parse(key) as string[];
		if ((counts.value(key) ?? 0) === 0) continue;
		const line = Counts.key(name, nature, region, cycle, by);
		listed.set(line, [...(listed.get(line) ?? []), category]);
	}
	return {
		count: (name, nature, region, cycle, by = '', category = '') => counts.value(Counts.key(name, nature, region, cycle, by, category)),
		categories: (name, nature, region, cycle, by) => listed.get(Counts.key(name, nature, region, cycle, by)) ?? [],
		received,
		durations: (nature, region, cycle) => durations.get(JSON.stringify([nature, region, cycle])) ?? []
	};
}
