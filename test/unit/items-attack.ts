/** What an attacker could work out about quiz questions from the numbers of a course. */
import type { RowValue } from '../../etl/findings.ts';

type Row = Readonly<Record<string, RowValue>>;

/** Variance of a 0/1 column with divisor n − 1. */
const varianceOf = (right: number, n: number): number => (n * (right / n) * (1 - right / n)) / (n - 1);

/** Solves alpha, an alpha without one question and its item-rest correlation for the variance of the one hidden question: the wrong or right count, whichever is smaller. */
export function solve(course: Row, items: readonly Row[]): number | null {
	const hidden = items.filter((i) => i.right_count === null);
	const [n, k] = [Number(items[0]?.persons), items.length];
	const helper = items.find((i) => i.right_count !== null && i.item_rest !== null && i.alpha_without !== null);
	if (hidden.length !== 1 || !helper || course.alpha === null || course.alpha === undefined) return null;
	const known = items.reduce((total, i) => total + (i.right_count === null ? 0 : varianceOf(Number(i.right_count), n)), 0);
	const own = varianceOf(Number(helper.right_count), n);
	const fits = Array.from({ length: Math.floor(n / 2) + 1 }, (_, count) => {
		const all = known + varianceOf(count, n);
		const whole = all / (1 - (Number(course.alpha) * (k - 1)) / k);
		const rest = (all - own) / (1 - (Number(helper.alpha_without) * (k - 2)) / (k - 1));
		return Math.abs(whole - (own + rest + 2 * Number(helper.item_rest) * Math.sqrt(own * rest)));
	});
	const best = fits.indexOf(Math.min(...fits));
	return (fits[best] ?? 1) < 1e-9 ? best : null;
}

/** How many were right on both of two questions, from alpha, the alphas without one and the item-rest correlations of the only three questions that vary. */
export function bothRight(course: Row, items: readonly Row[]): number | null {
	const [n, k] = [Number(items[0]?.persons), items.length];
	if (course.alpha === null || items.some((i) => i.right_count === null)) return null;
	const variances = items.map((i) => varianceOf(Number(i.right_count), n));
	const all = variances.reduce((a, b) => a + b, 0);
	const withRest = items.flatMap((i, at): number[] => {
		const own = variances[at] ?? 0;
		if (own === 0 || i.item_rest === null || i.alpha_without === null) return [];
		return [Number(i.item_rest) * Math.sqrt((own * (all - own)) / (1 - (Number(i.alpha_without) * (k - 2)) / (k - 1)))];
	});
	const [a, b, c] = withRest;
	const [p, q] = items.filter((_, at) => variances[at] !== 0).map((i) => Number(i.right_count));
	if (withRest.length !== 3 || a === undefined || b === undefined || c === undefined || p === undefined || q === undefined) return null;
	return ((a + b - c) / 2) * (n - 1) + (p * q) / n;
}

/** Values that a hidden count may have for whoever knows the sum of the hidden ones, by trying every sum of the others. */
export function possible(own: readonly [number, number], others: readonly (readonly [number, number])[], sum: number): number {
	let sums = new Set([0]);
	for (const [least, most] of others) sums = new Set([...sums].flatMap((s) => Array.from({ length: most - least + 1 }, (_, i) => s + least + i)));
	const values = Array.from({ length: own[1] - own[0] + 1 }, (_, i) => own[0] + i).filter((v) => sums.has(sum - v));
	return Math.max(...values) - Math.min(...values);
}
