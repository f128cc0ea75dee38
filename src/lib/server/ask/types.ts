import type { Breakdown, Metric } from '../../metrics/index.ts';
import type { Verdict } from '../../statistics/index.ts';

export type Nature = 'real' | 'contoh';

/** What is asked. A question is about one nature; a breakdown comes alone. */
export interface Question {
	readonly metrics: readonly Metric[];
	readonly regions: readonly string[];
	readonly cycles: readonly string[];
	readonly breakdown: Breakdown | null;
	readonly nature: Nature;
	/** First and last month (`YYYY-MM`) for the breakdown by month. */
	readonly from?: string | undefined;
	readonly to?: string | undefined;
}

export type CellResult =
	| {
			readonly status: 'ok';
			/** In the metric's unit: persons, percent (0-100), per 1,000 … */
			readonly value: number;
			readonly numerator: number;
			readonly denominator: number | null;
			readonly interval: { readonly lower: number; readonly upper: number } | null;
			readonly verdict: Verdict | null;
			readonly benchmark: { readonly region: string; readonly value: number } | null;
	  }
	| { readonly status: 'suppressed'; readonly kind: 'primary' | 'secondary' }
	| { readonly status: 'not_received' | 'not_published' | 'not_applicable' };

export interface Cell {
	readonly metric: Metric;
	readonly region: string;
	readonly cycle: string;
	/** Null for the total. */
	readonly category: string | null;
	readonly result: CellResult;
	/** How many of the regencies of an area have sent the dataset; null for a regency. */
	readonly coverage: { readonly received: number; readonly expected: number } | null;
}

export interface Answer {
	readonly release: string;
	readonly asOf: string;
	readonly question: Question;
	readonly cells: readonly Cell[];
}
