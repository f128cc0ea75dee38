/**
 * Measures are what is counted; metrics are what is shown. A measure is an additive count with a home table and the
 * columns it may be broken down by; a metric is a measure alone, or one measure over another.
 * The SQL fragments are constants of this folder; nothing a user types ever reaches them.
 */
export interface Text {
	readonly id: string;
	readonly en: string;
}

export type Family = 'cases' | 'training' | 'events' | 'pacts' | 'attendance' | 'moves' | 'headcount';
export type Breakdown = 'month' | 'stage' | 'violation_type' | 'position' | 'employment' | 'agency' | 'holder' | 'age' | 'course' | 'kind';
export type Unit = 'persons' | 'cases' | 'events' | 'days' | 'percent' | 'per_1000' | 'score';
export type Polarity = 'low_is_good' | 'high_is_good' | 'none';

/**
 * How a measure's cells are protected ("Disclosure, the one rule"):
 * `cases`: totals open, breakdowns 1-9 hidden; `pending` (open cases): totals of 1-9 hidden as well;
 * `people`: 1-4 hidden, complements too; `open`: not about persons.
 */
export type Guard = 'cases' | 'pending' | 'people' | 'open';

export interface Measure {
	readonly id: string;
	readonly family: Family;
	/** Dataset whose arrival decides between 0 and "not received". */
	readonly dataset: 'cases' | 'training' | 'events' | 'pacts' | 'attendance' | 'moves' | 'headcount' | 'quiz';
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
	readonly interval: 'wilson' | 'poisson' | null;
	readonly about: Text;
	readonly method: Text;
	readonly caveats: readonly Text[];
	readonly sources: Text;
}
