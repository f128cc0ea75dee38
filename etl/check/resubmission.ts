/** What a file means against the rows already loaded, as findings of the stage `files`. */
import { OUTCOMES, type CheckResult, type Finding, type Outcome } from '../findings.ts';
import type { Resubmission } from '../ops.ts';
import type { Phrase } from '../phrase.ts';
import { findingsCatalogue } from '../reference/index.ts';
import { wordsFor } from './messages.ts';

const CODES = { new: 'RESUBMIT_NEW', changed: 'RESUBMIT_CHANGED', same: 'RESUBMIT_UNCHANGED', missing: 'RESUBMIT_MISSING' } as const;

function fileFinding(code: string, values: Readonly<Record<string, Phrase>>): Finding {
	const entry = findingsCatalogue().find((e) => e.code === code);
	if (!entry) throw new Error(`no finding ${code} in the catalogue`);
	return { code, severity: entry.severity, outcome: entry.outcome, sheet: null, row: null, column: null, heading: null, value: null, ...wordsFor(code, values) };
}

const worst = (a: Outcome, b: Outcome): Outcome => (OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b);

/** The same result with findings on resubmission. A file of which nothing was loaded before gets none. */
export function withResubmission(result: CheckResult, resubmission: Resubmission, loadedBefore: string | null): CheckResult {
	const met = resubmission.changed + resubmission.same + resubmission.missing > 0;
	const found = [
		...(loadedBefore ? [fileFinding('FILE_SAME_AGAIN', { when: loadedBefore.slice(0, 10) })] : []),
		...(met ? (['new', 'changed', 'same', 'missing'] as const).filter((k) => resubmission[k] > 0).map((k) => fileFinding(CODES[k], { count: String(resubmission[k]) })) : [])
	];
	return { ...result, findings: [...result.findings, ...found], outcome: found.reduce((outcome, f) => worst(outcome, f.outcome), result.outcome) };
}
