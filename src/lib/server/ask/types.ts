import type { Breakdown, Metric } from '../../metrics/index.ts';
import type { NoneReason, Verdict } from '../../statistics/index.ts';

export type Nature = 'real' | 'contoh';

/** With what a figure is compared: the nation, its province, its own previous cycle of the same kind, or a target set by decision. */
export const BENCHMARKS = ['nation', 'province', 'previous', 'target'] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

/** What is asked. A question is about one nature; a breakdown comes alone. */
export interface Question {
	readonly metrics: readonly Metric[];
	readonly regions: readonly string[];
	readonly cycles: readonly string[];
	readonly breakdown: Breakdown | null;
	/** Only this category of the breakdown, also where it has no stored cell (then it is zero, hidden or missing like any other). */
	readonly category?: string | undefined;
	readonly nature: Nature;
	/** Default: the nation. */
	readonly benchmark?: Benchmark | undefined;
	/** First and last month (`YYYY-MM`) for the breakdown by month. */
	readonly from?: string | undefined;
	readonly to?: string | undefined;
}

/** The value compared with, and where it comes from: an area, an own earlier cycle, or a decision. */
export interface Compared {
	readonly kind: Benchmark;
	readonly region: string;
	readonly cycle: string;
	readonly value: number;
	/** Two figures of the same kind compared with each other: ratio of rates per ASN-year, or difference of shares in points, with 95 % interval (`upper` null: no upper limit). */
	readonly contrast: { readonly kind: 'ratio' | 'difference'; readonly value: number | null; readonly lower: number; readonly upper: number | null } | null;
}

export interface OkResult {
	readonly status: 'ok';
	/** In the metric's unit: persons, percent (0-100), per 1,000 … */
	readonly value: number;
	readonly numerator: number;
	readonly denominator: number | null;
	readonly interval: { readonly lower: number; readonly upper: number } | null;
	readonly verdict: Verdict | null;
	readonly benchmark: Compared | null;
}

/** Why a number is hidden: it is small, it would open a small one, or only those entitled to the area see its kind at all. */
export type HiddenBy = 'primary' | 'secondary' | 'entitled';

export type CellResult =
	| OkResult
	| { readonly status: 'suppressed'; readonly kind: HiddenBy }
	/** The counts are there, but no figure follows from them (nothing to divide by, a median not reached). */
	| { readonly status: 'not_estimable'; readonly reason: NoneReason | 'median_not_reached'; readonly numerator: number; readonly denominator: number | null }
	/** `partial`: some regencies of the area are known, too few for its total. */
	| { readonly status: 'not_received' | 'not_published'; readonly partial?: Heard }
	| { readonly status: 'not_applicable' };

/** Of how many regencies of an area something is known. */
export type Heard = { readonly received: number; readonly expected: number };

export interface Cell {
	readonly metric: Metric;
	readonly region: string;
	readonly cycle: string;
	/** Null for the total. */
	readonly category: string | null;
	readonly result: CellResult;
	/** How many of the regencies of an area have sent what feeds the metric; null for a regency. */
	readonly coverage: Heard | null;
}

export interface Answer {
	readonly release: string;
	readonly asOf: string;
	readonly question: Question;
	readonly cells: readonly Cell[];
}
