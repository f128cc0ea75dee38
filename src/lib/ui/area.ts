/** What the page of one area shows: the table of its measures. All texts are in the reader's language. */
import type { TableCell } from '../charts/types.ts';

export interface VerdictWord {
	readonly verdict: 'much_better' | 'better' | 'similar' | 'worse' | 'much_worse' | 'higher' | 'lower' | 'not_compared';
	readonly text: string;
}

/** Against the own previous cycle; `icon` is the direction of the number, `tone` what it means. */
export interface Change {
	readonly icon: '↗' | '↘' | '→' | null;
	readonly word: string;
	readonly from: string;
	/** Whether there is an earlier figure at all. */
	readonly known: boolean;
	readonly tone: 'better' | 'worse' | 'none';
}

export interface MetricRow {
	readonly name: string;
	/** The definition. */
	readonly href: string;
	readonly unit: string;
	readonly value: TableCell;
	readonly nOfN: string;
	readonly interval: string;
	readonly nation: VerdictWord | null;
	readonly province: VerdictWord | null;
	readonly change: Change | null;
	/** Our own SVG; null where there is no line to draw. */
	readonly spark: string | null;
	readonly sparkText: string;
}

export interface MetricFamily {
	readonly name: string;
	readonly rows: readonly MetricRow[];
	/** What is not shown, and why. */
	readonly notes: readonly string[];
}

export interface MetricTable {
	readonly title: string;
	readonly sub: string;
	readonly columns: {
		readonly measure: string;
		readonly value: string;
		readonly nOfN: string;
		readonly interval: string;
		readonly nation: string;
		/** Null where the area has no province above it. */
		readonly province: string | null;
		/** Null where no earlier figure is known. */
		readonly change: string | null;
		readonly over: string | null;
	};
	readonly families: readonly MetricFamily[];
	/** Families without any figure, and why; what the table has no column for. */
	readonly notes: readonly string[];
}

/** The side of a verdict that signs and colours show; higher and lower judge nothing. */
export const VERDICT_SIDES = { much_better: 'better', better: 'better', similar: 'similar', worse: 'worse', much_worse: 'worse', not_compared: 'not_compared', higher: undefined, lower: undefined } as const;
