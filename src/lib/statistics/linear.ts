import { at, sum } from './estimate.ts';

export type Matrix = readonly (readonly number[])[];

const row = (matrix: Matrix, i: number): readonly number[] => {
	const found = matrix[i];
	if (!found) throw new RangeError(`no row ${i} in a matrix of ${matrix.length}`);
	return found;
};

/** Matrix times vector. */
export const times = (matrix: Matrix, vector: readonly number[]): number[] =>
	matrix.map((r) => sum(r.map((value, j) => value * at(vector, j))));

/** Matrix product. */
export const product = (a: Matrix, b: Matrix): number[][] =>
	a.map((r) => row(b, 0).map((_, j) => sum(r.map((value, k) => value * at(row(b, k), j)))));

/** Sum over rows of weight · x xᵀ. */
export function crossProduct(rows: Matrix, weights: readonly number[]): number[][] {
	const size = rows[0]?.length ?? 0;
	return Array.from({ length: size }, (_, i) =>
		Array.from({ length: size }, (_unused, j) => sum(rows.map((x, k) => at(weights, k) * at(x, i) * at(x, j))))
	);
}

/** Inverse of a symmetric positive definite matrix, or null when it is singular. Scales to a unit diagonal first. */
export function inverse(matrix: Matrix): number[][] | null {
	const scale = matrix.map((r, i) => 1 / Math.sqrt(at(r, i)));
	if (scale.some((s) => !Number.isFinite(s))) return null;
	const size = matrix.length;
	const work = matrix.map((r, i) => [
		...r.map((value, j) => value * at(scale, i) * at(scale, j)),
		...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))
	]);
	for (let pivot = 0; pivot < size; pivot++) {
		if (!eliminate(work, pivot)) return null;
	}
	return work.map((r, i) => r.slice(size).map((value, j) => value * at(scale, i) * at(scale, j)));
}

/** One Gauss-Jordan step; the diagonal of a scaled positive definite matrix needs no pivoting. */
function eliminate(work: number[][], pivot: number): boolean {
	const source = row(work, pivot);
	const divisor = at(source, pivot);
	if (!(divisor > 1e-12)) return false;
	const scaled = source.map((value) => value / divisor);
	work.forEach((r, i) => {
		const factor = at(r, pivot);
		work[i] = i === pivot ? scaled : r.map((value, j) => value - factor * at(scaled, j));
	});
	return true;
}

/** Sum over rows of x xᵀ u² plus Bartlett-weighted lagged products: the middle of a Newey-West covariance. */
export function laggedCrossProduct(scores: Matrix, lag: number): number[][] {
	const total = crossProduct(scores, scores.map(() => 1));
	for (let distance = 1; distance <= lag; distance++) {
		const weight = 1 - distance / (lag + 1);
		scores.slice(distance).forEach((later, k) => {
			const earlier = row(scores, k);
			total.forEach((r, i) =>
				r.forEach((value, j) => {
					r[j] = value + weight * (at(later, i) * at(earlier, j) + at(earlier, i) * at(later, j));
				})
			);
		});
	}
	return total;
}
