/**
 * Measures are what is counted; metrics are what is shown. A measure is an additive count with a home table and the
 * columns it may be broken down by; a metric is a measure alone, or one measure over another.
 * The SQL fragments are constants of this folder; nothing a user types ever reaches them.
 */
export interface Text {
	readonly id: string;
	readonly en: string;
}

export type Family = 'cases' | 'handling' | 'training' | 'events' | 'pacts' | 'attendance' | 'moves' | 'headcount' | 'reporting';
export type Breakdown =
	| 'month'
	| 'act_month'
	| 'stage'
	| 'violation_type'
	| 'position'
	| 'employment'
	| 'agency'
	| 'holder'
	| 'age'
	| 'state'
	| 'outcome'
	| 'escalation'
	| 'quarter'
	| 'duration'
	| 'course'
	| 'kind'
	| 'dataset';
/** `entries`: persons in cases; who stands in two cases is two of them, each with one current state. */
export type Unit = 'persons' | 'entries' | 'cases' | 'events' | 'agencies' | 'reports' | 'days' | 'percent' | 'per_1000' | 'score';
export type Polarity = 'low_is_good' | 'high_is_good' | 'none';

/**
 * How a measure's cells are protected ("Disclosure, the one rule"):
 * `cases`: totals open, breakdowns 1-9 hidden; `pending` (open cases): totals of 1-9 hidden as well;
 * `people`: 1-4 hidden, complements too; `open`: not about persons; `entitled`: no cell at all, zeros included, reaches a
 * viewer whose area it is not (how single cases went on, where one number less another is one person).
 */
export type Guard = 'cases' | 'pending' | 'people' | 'open' | 'entitled';

/**
 * What only some of the files of a dataset tell: recapitulations of a training know no persons, tests, marks, dates or
 * positions; who counts cases need not have counted the ASN. Which regencies' files tell it stands in the table `coverage`.
 */
export type Part =
	| 'training_persons'
	| 'training_tests'
	| 'training_marks'
	| 'training_dates'
	| 'training_positions'
	| 'asn_of_cases'
	| 'asn_of_pacts'
	| 'asn_of_training'
	| 'asn_of_attendance';

export interface Measure {
	readonly id: string;
	readonly family: Family;
	/** Dataset whose arrival decides between 0 and "not received"; null for what Pantau knows itself. */
	readonly dataset: 'cases' | 'training' | 'events' | 'pacts' | 'attendance' | 'moves' | 'headcount' | 'quiz' | null;
	/** The part of the dataset that tells it, where not every file does: an area above the regencies speaks only by those that sent it. */
	readonly part?: Part;
	/** The same for its breakdowns. */
	readonly partBy?: Partial<Readonly<Record<Breakdown, Part>>>;
	readonly mart: string;
	/** Column of the mart that says whose count it is. */
	readonly region: 'employer' | 'act_regency' | 'regency';
	/** SQL aggregate over the mart. */
	readonly value: string;
	/** SQL condition, or null for all rows of the mart. */
	readonly where: string | null;
	/** Breakdown → column of the mart. */
	readonly by: Partial<Readonly<Record<Breakdown, string>>>;
	/** What it means that a release holds no cell although the dataset has arrived. */
	readonly absent: 'zero' | 'unknown';
	/** Sums over regions and categories equal the total. */
	readonly additive: boolean;
	readonly guard: Guard;
	/** The measure it is part of: n − x is protected as x is. */
	readonly partOf?: string;
	/** Hidden wherever this measure is hidden. */
	readonly follows?: string;
}

export interface Metric {
	readonly id: string;
	readonly family: Family;
	readonly name: Text;
	readonly unit: Unit;
	readonly polarity: Polarity;
	readonly numerator: string;
	readonly denominator: string | null;
	/** What the quotient is multiplied with: 100 for percent, 1000 for rates. */
	readonly per: 1 | 100 | 1000;
	/** How the 95 % interval is made; `log_log`: of the median of a Kaplan-Meier curve over the numerator's breakdown `duration`. */
	readonly interval: 'wilson' | 'poisson' | 'log_log' | null;
	/** A metric without which this one would mislead: they are always answered together. */
	readonly beside?: string;
	readonly about: Text;
	readonly method: Text;
	readonly caveats: readonly Text[];
	readonly sources: Text;
}
