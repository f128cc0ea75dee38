/** The plain count of cases: how far each came, its one state, its decision, its time. */
import { stageOf } from '../../etl/reference/cycles.ts';
import { clocks, cycles, sanctions, statuses } from '../../etl/reference/index.ts';
import { regionPath } from '../../etl/reference/regions.ts';
import { days, get, kindOf, positionNames, type Counts, type Fact, type Row } from './reference-facts.ts';

const milestones = new Map(statuses().map((s) => [s.code, s]));
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

export type Durations = Map<string, { days: number; resolved: boolean }[]>;

function countHandling(fact: Fact, at: ReturnType<typeof standing>, register: string, person: string, others: readonly Fact[], counts: Counts, durations: Durations): void {
	const row = fact.cells;
	const employer = get(row, 'employer');
	const state = stateOf(row, at);
	const waits = ['awaiting_ppk', 'warned', 'blocked'].includes(state);
	const decided = ['as_recommended', 'lighter', 'heavier', 'declined'].includes(state);
	const outcome = !at.proven ? null : waits ? 'undecided' : decided || state === 'sanctioned_other' || state === 'unknown' ? state : 'ended';
	const provenOn = get(row, 'proven_date');
	const quarter = at.proven && provenOn ? `${provenOn.slice(0, 4)}-Q${Math.ceil(Number(provenOn.slice(5, 7)) / 3)}` : 'UNKNOWN';
	const add = (name: string, cats: Record<string, string | null>): void => counts.add(name, fact, employer, 1, cats);
	add('entries', { state });
	if (outcome !== null) add('recommended', { outcome, quarter });
	if (outcome !== null && decided) add('decided', { quarter });
	if (outcome !== null && (decided || state === 'sanctioned_other')) add('followed up', { quarter });
	if (outcome === 'undecided') add('undecided', { escalation: state, quarter });
	else if (outcome !== null && decided) add(state.replaceAll('_', ' '), { quarter });
	const sanctionedOn = get(row, 'sanction_date') || get(row, 'status_date');
	const dated = at.proven && provenOn !== '' && !(at.sanctioned && sanctionedOn === '');
	if (outcome !== null && !dated) add('undated', { quarter });
	for (const age of dated ? [30, 60, 90, 180] : []) {
		const old = days(provenOn, fact.asOf) >= age;
		add(old ? `followed ${age}` : `immature ${age}`, { quarter });
		if (old && at.sanctioned && days(provenOn, sanctionedOn) <= age) add(`sanctioned in ${age}`, { quarter });
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

export function countCases(facts: readonly Fact[], counts: Counts, durations: Durations): void {
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
		const clock = clocks().find((c) => c.statuses.includes(get(row, 'status')) && c.kind === kinds.get(fact.cycle ?? '') && (c.valid_from ?? '') <= since && since <= (c.valid_to ?? '9999'));
		if (clock) counts.distinct('clocked persons', fact, get(row, 'employer'), person, { holder: at.holder });
		if (clock && waited > clock.days) counts.distinct('overdue persons', fact, get(row, 'employer'), person, { holder: at.holder });
		counts.most('waiting days', fact, get(row, 'employer'), waited, { holder: at.holder });
	}
}
