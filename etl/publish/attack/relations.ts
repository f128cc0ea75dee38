/** What everybody knows of the measures: which counts are part of which, and which of them together make up another. */

/** Measures at one place; `@holder:ppk` reads that category of a breakdown instead of the place itself. */
export interface Relation {
	readonly whole: string;
	readonly parts: readonly string[];
	/** The parts are all of the whole; else at most the whole. */
	readonly exact: boolean;
}
const within = (...chain: readonly string[]): Relation[] => chain.slice(1).map((part, i) => ({ whole: chain[i] ?? '', parts: [part], exact: false }));
const together = (whole: string, ...parts: readonly string[]): Relation => ({ whole, parts, exact: false });

export const RELATIONS: readonly Relation[] = [
	...within('reported_persons', 'forwarded_persons', 'proven_persons', 'sanctioned_persons'),
	...within('reported_cases', 'forwarded_cases', 'proven_cases', 'sanctioned_cases'),
	// Nearly everybody stands in one case, and then in one state.
	together('reported_persons', 'sanctioned_persons', 'waiting_persons'),
	together('reported_persons', 'forwarded_persons', 'waiting_persons@holder:bawaslu'),
	together('reported_persons', 'proven_persons', 'waiting_persons@holder:supervisor', 'waiting_persons@holder:bawaslu'),
	together('proven_persons', 'sanctioned_persons', 'waiting_persons@holder:ppk'),
	...within('enrolled', 'completed', 'completed_monthly'),
	...within('enrolled', 'tested', 'passed'),
	...within('enrolled', 'scored'),
	...within('completed', 'trained_people'),
	...within('asn_of_training', 'trained_people'),
	...within('asn_of_attendance', 'attendees', 'agencies_reached'),
	...within('asn_of_pacts', 'pact_signers'),
	{ whole: 'moves', parts: ['moves_in_ban'], exact: false },
	{ whole: 'moves_in_ban', parts: ['moves_approved', 'moves_unapproved'], exact: true }
];

/** One measure is part of another, at every place alike. */
export const isPart = ({ parts, exact }: Relation): boolean => !exact && parts.length === 1;

/** Breakdowns of one measure by the same date, once by month and once by stage of the election. */
export const DATED: readonly { readonly measure: string; readonly month: string; readonly stage: string }[] = [
	{ measure: 'completed_monthly', month: 'month', stage: 'stage' },
	{ measure: 'reported_persons', month: 'act_month', stage: 'stage' }
];

/** Published words for our measures: what a reader of the printed figures takes them for. */
export const PRINTED: Readonly<Record<string, readonly string[]>> = {
	reported_persons: ['reported_asn', 'suspected_asn', 'asn_involved', 'people_involved', 'reported_or_violating_asn'],
	reported_cases: ['cases', 'suspected_cases', 'suspected_violations', 'findings_and_reports', 'reports_or_findings', 'registered', 'handled_asn_neutrality'],
	forwarded_cases: ['forwarded_to_kasn', 'recommended_to_kasn', 'sent_to_kasn', 'sent_to_bkn'],
	proven_persons: ['proven_asn', 'violating_asn', 'violating_pns', 'asn_in_recommendations', 'recommended_sanction'],
	proven_cases: ['violations', 'violation'],
	sanctioned_persons: ['sanctioned', 'sanctioned_by_ppk', 'punished', 'proven_and_sanctioned']
};
export const PRINTED_DIMENSIONS: Readonly<Record<string, string>> = { form: 'violation_type', stage: 'stage', position: 'position', employment: 'employment', month: 'month' };
