import { logGamma } from './dist.ts';

// Saddle-point form of Loader (2000), "Fast and Accurate Computation of Binomial Probabilities": log-gamma differences
// lose eight digits at the headcounts of a country, this does not.

/** log(n!) minus Stirling's formula. */
function stirlingError(n: number): number {
	if (n <= 15) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
	const nn = n * n;
	return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / nn) / nn) / nn) / nn) / n;
}

/** x·log(x/m) + m − x without cancellation near x = m. */
function deviancePart(x: number, m: number): number {
	if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
	const v = (x - m) / (x + m);
	let total = (x - m) * v;
	let term = 2 * x * v;
	for (let j = 1; j < 1000; j++) {
		term *= v * v;
		const next = total + term / (2 * j + 1);
		if (next === total) return next;
		total = next;
	}
	return total;
}

/** P(X = k) for X ~ Poisson(lambda). k not whole or negative: 0. */
export function poissonPmf(k: number, lambda: number): number {
	if (!Number.isInteger(k) || k < 0) return 0;
	if (lambda === 0) return k === 0 ? 1 : 0;
	if (k === 0) return Math.exp(-lambda);
	return Math.exp(-stirlingError(k) - deviancePart(k, lambda)) / Math.sqrt(2 * Math.PI * k);
}

/** P(X = k) for X ~ Binomial(n, p). k not whole or outside 0..n: 0. */
export function binomialPmf(k: number, n: number, p: number): number {
	if (!Number.isInteger(k) || k < 0 || k > n) return 0;
	if (p === 0) return k === 0 ? 1 : 0;
	if (p === 1) return k === n ? 1 : 0;
	if (k === 0) return Math.exp(n * Math.log1p(-p));
	if (k === n) return Math.exp(n * Math.log(p));
	const q = 1 - p;
	const exponent =
		stirlingError(n) -
		stirlingError(k) -
		stirlingError(n - k) -
		deviancePart(k, n * p) -
		deviancePart(n - k, n * q);
	return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** P(X = k) when `drawn` are taken from `white` + `black` without replacement and k of them are white. */
export function hypergeometricPmf(k: number, white: number, black: number, drawn: number): number {
	const total = white + black;
	if (k < 0 || k > white || drawn - k < 0 || drawn - k > black) return 0;
	if (drawn === 0 || drawn === total) return 1;
	const p = drawn / total;
	return (binomialPmf(k, white, p) * binomialPmf(drawn - k, black, p)) / binomialPmf(drawn, total, p);
}
