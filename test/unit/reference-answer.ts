/** What the plain count says an answer must be: its number, or why there is none. Written apart from the catalogue. */
import { takesPart } from '../../etl/reference/cycles.ts';
import { allRegions } from '../../etl/reference/regions.ts';
import type { Breakdown } from '../../src/lib/metrics/index.ts';
import type { Cell } from '../../src/lib/server/ask/types.ts';
import type { Nature, Reference } from './reference-count.ts';

/** Metric → what its definition divides by what, by which scale, and the dataset that must have arrived. */
export const DEFINED: Readonly<Record<string, readonly [numerator: string, denominator: string | null, per: number, dataset: string | null]>> = {
	persons_reported: ['reported persons', null, 1, 'cases'],
	persons_forwarded: ['forwarded persons', null, 1, 'cases'],
	persons_proven: ['proven persons', null, 1, 'cases'],
	persons_sanctioned: ['sanctioned persons', null, 1, 'cases'],
	persons_waiting: ['waiting persons', null, 1, 'cases'],
	waiting_days_max: ['waiting days', null, 1, 'cases'],
	cases_reported: ['reported cases', null, 1, 'cases'],
	cases_forwarded: ['forwarded cases', null, 1, 'cases'],
	cases_proven: ['proven cases', null, 1, 'cases'],
	cases_sanctioned: ['sanctioned cases', null, 1, 'cases'],
	reported_per_1000: ['reported persons', 'asn of cases', 1000, 'cases'],
	forwarded_per_1000: ['forwarded persons', 'asn of cases', 1000, 'cases'],
	sanctioned_per_1000: ['sanctioned persons', 'asn of cases', 1000, 'cases'],
	proven_share: ['proven persons', 'reported persons', 100, 'cases'],
	entries_by_state: ['entries', null, 1, 'cases'],
	recommended: ['recommended', null, 1, 'cases'],
	awaiting_decision: ['undecided', null, 1, 'cases'],
	as_recommended_share: ['as recommended', 'decided', 100, 'cases'],
	lighter_share: ['lighter', 'decided', 100, 'cases'],
	heavier_share: ['heavier', 'decided', 100, 'cases'],
	declined_share: ['declined', 'decided', 100, 'cases'],
	undecided_share: ['undecided', 'recommended', 100, 'cases'],
	ppk_followup_share: ['followed up', 'recommended', 100, 'cases'],
	...Object.fromEntries([30, 60, 90, 180].flatMap((age): [string, readonly [string, string | null, number, string]][] => [
		[`sanctioned_in_${age}_share`, [`sanctioned in ${age}`, `followed ${age}`, 100, 'cases']],
		[`immature_${age}_entries`, [`immature ${age}`, null, 1, 'cases']]
	])),
	undated_entries: ['undated', null, 1, 'cases'],
	resolution_days: ['resolution', null, 1, 'cases'],
	persons_overdue: ['overdue persons', null, 1, 'cases'],
	overdue_share: ['overdue persons', 'clocked persons', 100, 'cases'],
	persons_repeated: ['repeated persons', null, 1, 'cases'],
	training_reach: ['trained people', 'asn of training', 100, 'training'],
	training_score: ['score points', 'scored', 1, 'training'],
	attendance_reach: ['attendees', 'asn of attendance', 100, 'attendance'],
	agencies_reached: ['agencies reached', null, 1, 'attendance'],
	event_lead: ['lead days', 'led events', 1, 'events'],
	moves_approved: ['moves approved', null, 1, 'moves'],
	moves_unapproved: ['moves unapproved', null, 1, 'moves'],
	reporting_completeness: ['reports received', 'reports expected', 100, null],
	proven_per_1000: ['proven persons', 'asn of cases', 1000, 'cases'],
	sanctioned_share: ['sanctioned persons', 'proven persons', 100, 'cases'],
	training_completion: ['completed', 'enrolled', 100, 'training'],
	training_pass: ['passed', 'tested', 100, 'training'],
	training_enrolled: ['enrolled', null, 1, 'training'],
	training_completed: ['completed', null, 1, 'training'],
	training_completed_monthly: ['completed monthly', null, 1, 'training'],
	quiz_score: ['quiz points', 'quiz takers', 1, 'quiz'],
	events_prevention: ['prevention events', null, 1, 'events'],
	events_letters: ['letters', null, 1, 'events'],
	event_participants: ['event participants', null, 1, 'events'],
	attendance_people: ['attendees', null, 1, 'attendance'],
	pacts_signed: ['pact signers', null, 1, 'pacts'],
	pact_coverage: ['pact signers', 'asn of pacts', 100, 'pacts'],
	moves_total: ['moves', null, 1, 'moves'],
	moves_in_ban: ['moves in ban', null, 1, 'moves'],
	asn_headcount: ['asn', null, 1, 'headcount']
};

const sizes = new Map(['51', '65', '19'].map((p) => [p, allRegions().filter((r) => r.province === p && (r.kind === 'regency' || r.kind === 'city')).length]));
const NATION_SIZE = allRegions().filter((r) => r.kind === 'regency' || r.kind === 'city').length;
const expectedOf = (region: string): number | null => (region === 'ID' ? NATION_SIZE : (sizes.get(region) ?? null));

const isEnough = (received: number, region: string): boolean => {
	const expected = expectedOf(region);
	return expected === null ? received > 0 : received > 0 && received * 2 >= expected;
};

/** What else than the dataset an area's regencies must have sent for a metric, in all or by a breakdown. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
	training_pass: ['tests'], training_reach: ['a row per person'], training_score: ['marks'], training_completed_monthly: ['dates'],
	'by employment': ['persons'], 'by position': ['positions']
};

/** The regencies that an area's figure rests on; those that have sent all of it and, under a rate per ASN, have counted their ASN. */
function enough(cell: Cell, nature: Nature, breakdown: Breakdown | null, dataset: string, denominator: string | null, reference: Reference): boolean {
	const { region, cycle, metric } = cell;
	if (expectedOf(region) === null) return reference.received([dataset], nature, region, cycle) > 0;
	const byBreakdown = breakdown && metric.family === 'training' ? (ALSO[`by ${breakdown}`] ?? []) : [];
	const ofAsn = denominator?.startsWith('asn') ? ['headcount'] : [];
	return isEnough(reference.received([dataset, ...(ALSO[metric.id] ?? []), ...byBreakdown, ...ofAsn], nature, region, cycle), region);
}

/** What the reference says a cell must be: a number, or why there is none. */
export function expectedCell(cell: Cell, nature: Nature, breakdown: Breakdown | null, reference: Reference): { value: number; numerator: number; denominator: number | null } | string {
	const defined = DEFINED[cell.metric.id];
	if (!defined) throw new Error(`metric ${cell.metric.id} has no definition here`);
	const [numerator, denominator, per, dataset] = defined;
	if (takesPart(cell.cycle, cell.region) === 'no') return 'not_applicable';
	const missing = nature === 'real' ? 'not_published' : 'not_received';
	if (dataset !== null && !enough(cell, nature, breakdown, dataset, denominator, reference)) return missing;
	if (cell.metric.id === 'resolution_days') return medianOf(reference.durations(nature, cell.region, cell.cycle));
	const by = [breakdown ?? '', cell.category ?? ''] as const;
	// Compiled events are known where found; a number of participants is known where stated: elsewhere nothing is known.
	const unknown = dataset === 'headcount' || numerator === 'event participants' || numerator === 'trained people' || (nature === 'real' && dataset === 'events');
	const counted = reference.count(numerator, nature, cell.region, cell.cycle, ...by);
	const x = counted === null || (unknown && counted === 0) ? (unknown ? null : 0) : counted;
	if (x === null) return missing;
	if (denominator === null) return { value: x, numerator: x, denominator: null };
	const n = reference.count(denominator, nature, cell.region, cell.cycle, ...by) ?? 0;
	if (/^asn/.test(denominator) && n === 0) return missing;
	return n === 0 || (cell.metric.interval === 'wilson' && x > n) ? 'not_estimable' : { value: (per * x) / n, numerator: x, denominator: n };
}

/** Kaplan and Meier by hand: the share still open falls at each day on which something was resolved. */
function medianOf(cases: readonly { days: number; resolved: boolean }[]): { value: number; numerator: number; denominator: number } | string {
	if (cases.length < 5) return 'not_estimable';
	let open = 1;
	let crossed: number | null = null;
	for (const day of [...new Set(cases.filter((c) => c.resolved).map((c) => c.days))].sort((a, b) => a - b)) {
		if (crossed !== null) return found((crossed + day) / 2);
		const atRisk = cases.filter((c) => c.days >= day).length;
		open *= 1 - cases.filter((c) => c.resolved && c.days === day).length / atRisk;
		if (open < 0.5 - 1e-9) return found(day);
		if (open <= 0.5 + 1e-9) crossed = day;
	}
	return crossed === null ? 'not_estimable' : found(crossed);
	function found(value: number): { value: number; numerator: number; denominator: number } {
		return { value, numerator: cases.filter((c) => c.resolved).length, denominator: cases.length };
	}
}
