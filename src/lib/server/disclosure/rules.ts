/** "Disclosure, the one rule", as decided in `data/reference/disclosure.json`. */
export interface DisclosureRules {
	/** Strict mode: plain totals are protected as well, with `strictBelow`. */
	readonly strict: boolean;
	readonly strictBelow: number;
	/** Breakdowns of cases: counts from 1 to this value − 1 are hidden (10: 1-9). */
	readonly caseBreakdownBelow: number;
	/** Training, pacts, attendance and their complements (5: 1-4). */
	readonly peopleBelow: number;
	readonly minDenominator: number;
	/** In a line with any hidden cell, at least this many are hidden. */
	readonly minHiddenPerLine: number;
	/** A hidden small count must stay at least this uncertain. */
	readonly minWidth: number;
}

export type Shown = 'open' | 'primary' | 'secondary';
