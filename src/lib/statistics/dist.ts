/// <reference path="./cephes.d.ts" />
import cephes from 'cephes';

// The one importer of cephes. Its WebAssembly answers only after `compiled`; a NaN argument makes it loop for ever;
// its inverses of the chi-square and gamma take the upper tail; underflow and domain errors are thrown.
await cephes.compiled;

function guarded(name: string, values: readonly number[]): void {
	for (const value of values) {
		if (!Number.isFinite(value)) throw new RangeError(`${name}: argument ${value} is not a finite number`);
	}
}

function probability(name: string, p: number): void {
	if (!(p > 0 && p < 1)) throw new RangeError(`${name}: probability ${p} is not between 0 and 1`);
}

function positive(name: string, value: number): void {
	if (!(value > 0)) throw new RangeError(`${name}: ${value} is not above 0`);
}

/** A tail too small for a double is 0; every other complaint of cephes stays an error. */
function zeroOnUnderflow(compute: () => number): number {
	try {
		return compute();
	} catch (error) {
		if (error instanceof Error && error.message.includes('underflow')) return 0;
		throw error;
	}
}

/** P(Z ≤ x) of the standard normal. */
export function normalCdf(x: number): number {
	guarded('normalCdf', [x]);
	return zeroOnUnderflow(() => cephes.ndtr(x));
}

/** Standard normal deviate with probability p below it, 0 < p < 1. */
export function normalQuantile(p: number): number {
	probability('normalQuantile', p);
	return cephes.ndtri(p);
}

/** Two-sided p value of a normal deviate. */
export const normalTwoSided = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z)));

/** Chi-square value with probability p BELOW it; 0 degrees of freedom is the point mass at 0. */
export function chiSquareQuantile(p: number, df: number): number {
	guarded('chiSquareQuantile', [p, df]);
	probability('chiSquareQuantile', p);
	if (df === 0) return 0;
	positive('chiSquareQuantile', df);
	return 2 * gammaQuantile(p, df / 2, 1);
}

/** P(X > x) of chi-square with df degrees of freedom. */
export function chiSquareSurvival(x: number, df: number): number {
	guarded('chiSquareSurvival', [x, df]);
	if (df === 0) return x < 0 ? 1 : 0;
	positive('chiSquareSurvival', df);
	return x <= 0 ? 1 : zeroOnUnderflow(() => cephes.igamc(df / 2, x / 2));
}

/** Gamma value with probability p BELOW it; `rate` is 1/scale. */
export function gammaQuantile(p: number, shape: number, rate: number): number {
	guarded('gammaQuantile', [p, shape, rate]);
	probability('gammaQuantile', p);
	positive('gammaQuantile', shape);
	positive('gammaQuantile', rate);
	return cephes.igami(shape, 1 - p) / rate;
}

/** Beta(a, b) value with probability p below it. */
export function betaQuantile(p: number, a: number, b: number): number {
	guarded('betaQuantile', [p, a, b]);
	probability('betaQuantile', p);
	positive('betaQuantile', a);
	positive('betaQuantile', b);
	return zeroOnUnderflow(() => cephes.incbi(a, b, p));
}

/** P(X ≤ k) for X ~ Poisson(lambda). */
export function poissonCdf(k: number, lambda: number): number {
	guarded('poissonCdf', [k, lambda]);
	if (k < 0) return 0;
	if (lambda === 0) return 1;
	positive('poissonCdf', lambda);
	return zeroOnUnderflow(() => cephes.igamc(Math.floor(k) + 1, lambda));
}

/** P(X > k) for X ~ Poisson(lambda), without the cancellation of 1 − cdf. */
export function poissonSurvival(k: number, lambda: number): number {
	guarded('poissonSurvival', [k, lambda]);
	if (k < 0) return 1;
	if (lambda === 0) return 0;
	positive('poissonSurvival', lambda);
	return zeroOnUnderflow(() => cephes.igam(Math.floor(k) + 1, lambda));
}

/** P(X ≤ k) for X ~ Binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
	guarded('binomialCdf', [k, n, p]);
	if (k < 0) return 0;
	if (k >= n) return 1;
	if (p <= 0 || p >= 1) return p <= 0 ? 1 : 0;
	return zeroOnUnderflow(() => cephes.bdtr(Math.floor(k), n, p));
}

/** P(X > k) for X ~ Binomial(n, p). */
export function binomialSurvival(k: number, n: number, p: number): number {
	guarded('binomialSurvival', [k, n, p]);
	if (k < 0) return 1;
	if (k >= n) return 0;
	if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
	return zeroOnUnderflow(() => cephes.bdtrc(Math.floor(k), n, p));
}

/** Student t value with probability p below it; df is whole and at least 1. */
export function tQuantile(p: number, df: number): number {
	guarded('tQuantile', [p, df]);
	probability('tQuantile', p);
	if (!Number.isInteger(df) || df < 1) throw new RangeError(`tQuantile: df ${df} is not a whole number from 1`);
	return cephes.stdtri(df, p);
}

/** Two-sided p value of a t statistic. Uses the incomplete beta, which keeps its digits in the far tail. */
export function tTwoSided(t: number, df: number): number {
	guarded('tTwoSided', [t, df]);
	positive('tTwoSided', df);
	return zeroOnUnderflow(() => cephes.incbet(df / 2, 0.5, df / (df + t * t)));
}

/** log Γ(x), x > 0. */
export function logGamma(x: number): number {
	guarded('logGamma', [x]);
	positive('logGamma', x);
	return cephes.lgam(x);
}

/** Smallest k with P(X ≤ k) ≥ p for X ~ Poisson(lambda). */
export function poissonQuantile(p: number, lambda: number): number {
	guarded('poissonQuantile', [p, lambda]);
	probability('poissonQuantile', p);
	if (lambda === 0) return 0;
	positive('poissonQuantile', lambda);
	const start = lambda + normalQuantile(p) * Math.sqrt(lambda);
	return smallest(p, start, Number.MAX_SAFE_INTEGER, (k) => poissonCdf(k, lambda));
}

/** Smallest k with P(X ≤ k) ≥ p for X ~ Binomial(n, share). */
export function binomialQuantile(p: number, n: number, share: number): number {
	guarded('binomialQuantile', [p, n, share]);
	probability('binomialQuantile', p);
	const start = n * share + normalQuantile(p) * Math.sqrt(n * share * (1 - share));
	return smallest(p, start, n, (k) => binomialCdf(k, n, share));
}

function smallest(p: number, start: number, highest: number, cdf: (k: number) => number): number {
	let k = Math.min(highest, Math.max(0, Math.round(start)));
	// Rounding in the last digits must not push a quantile to the next integer (same guard as R).
	const target = p * (1 - 64 * Number.EPSILON);
	while (k > 0 && cdf(k - 1) >= target) k -= 1;
	while (k < highest && cdf(k) < target) k += 1;
	return k;
}
