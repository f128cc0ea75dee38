/** Verbs of xAPI and cmi5 that tell about completion. */

export type Verb = 'completed' | 'passed' | 'failed' | 'satisfied' | 'waived' | 'voided';
const VERBS: Readonly<Record<string, Verb>> = {
	'adlnet.gov/expapi/verbs/completed': 'completed',
	'adlnet.gov/expapi/verbs/passed': 'passed',
	'adlnet.gov/expapi/verbs/failed': 'failed',
	'adlnet.gov/expapi/verbs/voided': 'voided',
	'w3id.org/xapi/adl/verbs/satisfied': 'satisfied',
	'w3id.org/xapi/adl/verbs/waived': 'waived',
	'activitystrea.ms/schema/1.0/complete': 'completed',
	'activitystrea.ms/complete': 'completed'
};

/** The verb of a statement; null for one that tells nothing about completion (`initialized`, `answered`, `abandoned`). */
export function verbOf(uri: string): Verb | null {
	const name = uri.toLowerCase().replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
	return Object.hasOwn(VERBS, name) ? (VERBS[name] ?? null) : null;
}

/** `completed` that says `completion: false` completes nothing. A waived part counts as completed. */
export const completes = (verb: Verb, completion: string): boolean => (verb === 'completed' && completion !== 'FALSE') || verb === 'satisfied' || verb === 'waived';

/** Passed or failed; null where the statement is about neither: of a waived part no test was passed. */
export function passes(verb: Verb, success: string): boolean | null {
	if (verb === 'passed' || verb === 'failed') return verb === 'passed';
	return verb === 'completed' && success !== '' ? success === 'TRUE' : null;
}
