import { type None, at, none, sum } from './estimate.ts';

/** Answers from which difficulty is shown. */
export const ANSWERS_FOR_DIFFICULTY = 30;

/** Answers from which correlations are shown. */
export const ANSWERS_FOR_CORRELATION = 100;

/** Share of people in the upper and in the lower group of the discrimination index (Kelley 1939). */
const GROUP_SHARE = 0.27;

export type Item = {
	/** Share who answered correctly. */
	readonly difficulty: number;
	/** Correlation with the total, the item included; null when everyone was right or everyone wrong. */
	readonly itemTotal: number | null;
	/** Correlation with the total of the other items: the one to show; null when either does not vary. */
	readonly itemRest: number | null;
	/** Share correct among the best 27 % minus that among the weakest 27 %. */
	readonly discrimination: number;
	/** Alpha of the other items; null with fewer than two of them or no variation. */
	readonly alphaWithout: number | null;
};

export type ItemAnalysis =
	| {
			readonly kind: 'items';
			readonly people: number;
			readonly items: readonly Item[];
			/** Cronbach's alpha, equal to KR-20 for 0/1 items; null with one item or when no total differs. */
			readonly alpha: number | null;
			/** Alpha of standardised items; null when any item does not vary. */
			readonly alphaStandardised: number | null;
			readonly meanTotal: number;
			/** With divisor n − 1. */
			readonly varianceTotal: number;
	  }
	| None;

/**
 * Classical item analysis. One row per person, one 0/1 per item; what a missing answer counts as is decided before.
 * Fewer than two people, no item, or rows of unequal length: none.
 */
export function itemAnalysis(rows: readonly (readonly number[])[]): ItemAnalysis {
	const count = rows[0]?.length ?? 0;
	if (rows.length < 2 || count === 0) return none('too_few_points');
	if (rows.some((row) => row.length !== count)) return none('invalid_count');
	const columns = Array.from({ length: count }, (_, i) => rows.map((row) => at(row, i)));
	const totals = rows.map(sum);
	return {
		kind: 'items',
		people: rows.length,
		items: columns.map((column, i) => itemOf(column, totals, columns.filter((_, j) => j !== i))),
		alpha: alpha(columns),
		alphaStandardised: standardisedAlpha(columns),
		meanTotal: mean(totals),
		varianceTotal: variance(totals)
	};
}

function itemOf(column: readonly number[], totals: readonly number[], others: readonly (readonly number[])[]): Item {
	const rest = totals.map((total, i) => total - at(column, i));
	return {
		difficulty: mean(column),
		itemTotal: correlation(column, totals),
		itemRest: correlation(column, rest),
		discrimination: discrimination(column, totals),
		alphaWithout: alpha(others)
	};
}

const mean = (values: readonly number[]): number => sum(values) / values.length;

const covariance = (a: readonly number[], b: readonly number[]): number => {
	const [ma, mb] = [mean(a), mean(b)];
	return sum(a.map((value, i) => (value - ma) * (at(b, i) - mb))) / (a.length - 1);
};

const variance = (values: readonly number[]): number => covariance(values, values);

function correlation(a: readonly number[], b: readonly number[]): number | null {
	const spread = Math.sqrt(variance(a) * variance(b));
	return spread > 0 ? covariance(a, b) / spread : null;
}

function alpha(columns: readonly (readonly number[])[]): number | null {
	const k = columns.length;
	const first = columns[0];
	if (k < 2 || !first) return null;
	const total = variance(first.map((_, i) => sum(columns.map((column) => at(column, i)))));
	return total > 0 ? (k / (k - 1)) * (1 - sum(columns.map(variance)) / total) : null;
}

function standardisedAlpha(columns: readonly (readonly number[])[]): number | null {
	const k = columns.length;
	if (k < 2) return null;
	const pairs = columns.flatMap((a, i) => columns.slice(i + 1).map((b) => correlation(a, b)));
	const known = pairs.filter((r) => r !== null);
	if (known.length < pairs.length) return null;
	const average = mean(known);
	return (k * average) / (1 + (k - 1) * average);
}

/** People with the same total as the last one taken share the remaining places, so the order of rows cannot matter. */
function discrimination(column: readonly number[], totals: readonly number[]): number {
	const size = Math.max(1, Math.round(totals.length * GROUP_SHARE));
	const best = groupShare(column, totals, size, 1);
	return best - groupShare(column, totals, size, -1);
}

function groupShare(column: readonly number[], totals: readonly number[], size: number, sign: 1 | -1): number {
	const border = at([...totals].sort((a, b) => sign * (b - a)), size - 1);
	const inside = column.filter((_, i) => sign * (at(totals, i) - border) > 0);
	const tied = column.filter((_, i) => at(totals, i) === border);
	return (sum(inside) + mean(tied) * (size - inside.length)) / size;
}
