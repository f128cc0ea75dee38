/**
 * A second, plain way to every number: counts by reading rows one after another, as the definitions of the site say.
 * It shares nothing with the engine but the reference lists (statuses, positions, areas, the rule of cycles and stages).
 */
import { movesBan, stageBands, stageOf, takesPart } from '../../etl/reference/cycles.ts';
import { cycles } from '../../etl/reference/index.ts';
import { allRegions, regionPath } from '../../etl/reference/regions.ts';
import { countCases, type Durations } from './reference-cases.ts';
import { Counts, days, get, inForce, kindOf, KEYS, positionNames, type Fact, type Nature, type Nil, type SentFile } from './reference-facts.ts';

export type { Nature, Nil, Row, SentFile } from './reference-facts.ts';

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
	/** How many regencies (of an area: regencies and cities only) have sent all of these datasets, or parts of them, for a cycle. */
	received(sent: readonly string[], nature: Nature, region: string, cycle: string): number;
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

/** What exports per person tell of a training and recapitulations do not. */
const TOLD_BY_PERSON = ['persons', 'tests', 'marks', 'dates', 'positions'] as const;

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
	for (const nil of nils) for (const what of nil.dataset === 'training' ? ['training', ...TOLD_BY_PERSON] : [nil.dataset]) say(what, nil.nature, nil.regency, nil.cycle);
	for (const f of of('training')) {
		const [area, roster] = [get(f.cells, 'regency'), of('roster').filter((r) => r.nature === f.nature)];
		const told = [
			true,
			get(f.cells, 'test_done') !== '' && get(f.cells, 'passed') !== '',
			get(f.cells, 'score') !== '',
			get(f.cells, 'completed_date') !== '',
			roster.some((r) => get(r.cells, 'regency') === area && positionNames.has(get(r.cells, 'position')))
		];
		say('a row per person', f.nature, area, f.cycle);
		TOLD_BY_PERSON.forEach((part, i) => told[i] && say(part, f.nature, area, f.cycle));
	}
	const asn = headcounts(of('headcount'), of('roster'));
	for (const f of asn) say('headcount', f.nature, get(f.cells, 'regency'), f.cycle);
	const members = new Map<string, string[]>();
	for (const r of allRegions()) {
		const above = r.kind === 'regency' || r.kind === 'city' ? regionPath(r.code) : [r.code];
		for (const area of above) members.set(area, [...(members.get(area) ?? []), r.code]);
	}
	const received = (what: readonly string[], nature: Nature, region: string, cycle: string): number =>
		(members.get(region) ?? []).filter((code) => what.every((w) => sent.has(JSON.stringify([w, nature, code, cycle])))).length;
	for (const f of asn) {
		const [area, cycle, persons] = [get(f.cells, 'regency'), f.cycle ?? '', Number(get(f.cells, 'persons'))];
		counts.add('asn', f, area, persons, {});
		// Cases of provincial and central servants are in the registers of the regencies.
		const place = area === 'PUSAT' ? 'ID' : area.endsWith('.00') ? area.slice(0, 2) : area;
		if (received(['cases'], f.nature, place, cycle) > 0) counts.add('asn of cases', f, area, persons, {});
		if (received(['pacts'], f.nature, area, cycle) > 0) counts.add('asn of pacts', f, area, persons, {});
		if (received(['attendance'], f.nature, area, cycle) > 0) counts.add('asn of attendance', f, area, persons, {});
		if (of('training').some((t) => t.nature === f.nature && t.cycle === cycle && get(t.cells, 'regency') === area)) counts.add('asn of training', f, area, persons, {});
	}
	for (const region of allRegions().filter((r) => r.kind === 'regency' || r.kind === 'city')) {
		for (const cycle of cycles().filter((c) => c.voting_date && takesPart(c.code, region.code) === 'yes')) {
			for (const nature of ['real', 'contoh'] as const) {
				for (const dataset of ['cases', 'training', 'events', 'pacts', 'moves', 'headcount']) {
					const fact: Fact = { cells: {}, sender: '', nature, asOf: '', cycle: cycle.code };
					counts.add('reports expected', fact, region.code, 1, { dataset });
					if (received([dataset], nature, region.code, cycle.code) > 0) counts.add('reports received', fact, region.code, 1, { dataset });
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
