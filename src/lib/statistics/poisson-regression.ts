import { logGamma, normalTwoSided, tTwoSided } from './dist.ts';
import { type Level, type None, at, isCount, isExposure, none, sum, zOf } from './estimate.ts';
import { type Matrix, crossProduct, inverse, laggedCrossProduct, product, times } from './linear.ts';

/** A covariate: its name and one value per observation. */
export type Column = { readonly name: string; readonly values: readonly number[] };

export type Family = 'poisson' | 'quasipoisson';

export type Term = {
	readonly name: string;
	/** Log scale. */
	readonly estimate: number;
	readonly standardError: number;
	/** z for Poisson, t for quasi-Poisson. */
	readonly statistic: number;
	readonly p: number;
};

export type PoissonFit =
	| {
			readonly kind: 'fit';
			readonly terms: readonly Term[];
			readonly fitted: readonly number[];
			/** 1 for Poisson; Pearson chi-square over residual degrees of freedom for quasi-Poisson. */
			readonly dispersion: number;
			readonly pearson: number;
			readonly deviance: number;
			readonly nullDeviance: number;
			readonly dfResidual: number;
			/** Null for quasi-Poisson, which has no likelihood. */
			readonly aic: number | null;
			readonly rows: Matrix;
			readonly bread: Matrix;
	  }
	| None;

export type Observations = { readonly count: readonly number[]; readonly exposure: readonly number[] };

const MAX_STEPS = 50;

/**
 * Log-linear Poisson regression with the log of the exposure as offset, by iteratively reweighted least squares. An
 * intercept is added. Collinear columns, no event, or fewer observations than terms: none.
 */
export function fitPoisson(data: Observations, columns: readonly Column[], family: Family): PoissonFit {
	const { count, exposure } = data;
	if (exposure.some((value) => !isExposure(value))) return none('no_exposure');
	if (count.some((value) => !isCount(value))) return none('invalid_count');
	const rows = count.map((_, i) => [1, ...columns.map((column) => at(column.values, i))]);
	const dfResidual = count.length - columns.length - 1;
	if (dfResidual < 1) return none('too_few_points');
	if (sum(count) === 0) return none('too_few_events');
	const solution = iterate(rows, count, exposure);
	if (!solution) return none('not_estimable');
	const { beta, fitted, bread } = solution;
	const pearson = sum(count.map((y, i) => (y - at(fitted, i)) ** 2 / at(fitted, i)));
	const dispersion = family === 'poisson' ? 1 : pearson / dfResidual;
	const overall = sum(count) / sum(exposure);
	return {
		kind: 'fit',
		terms: termsOf(['(Intercept)', ...columns.map((c) => c.name)], beta, bread, dispersion, family, dfResidual),
		fitted,
		dispersion,
		pearson,
		deviance: deviance(count, fitted),
		nullDeviance: deviance(count, exposure.map((value) => value * overall)),
		dfResidual,
		aic: family === 'poisson' ? 2 * beta.length - 2 * logLikelihood(count, fitted) : null,
		rows,
		bread
	};
}

type Solution = { beta: number[]; fitted: number[]; bread: number[][] };

function iterate(rows: Matrix, count: readonly number[], exposure: readonly number[]): Solution | null {
	let fitted = count.map((y) => y + 0.1);
	let last = Number.POSITIVE_INFINITY;
	let steady = 0;
	for (let step = 0; step < MAX_STEPS; step++) {
		const bread = inverse(crossProduct(rows, fitted));
		if (!bread) return null;
		const working = count.map((y, i) => Math.log(at(fitted, i) / at(exposure, i)) + (y - at(fitted, i)) / at(fitted, i));
		const right = (rows[0] ?? []).map((_, j) => sum(rows.map((x, i) => at(fitted, i) * at(x, j) * at(working, i))));
		const beta = times(bread, right);
		fitted = times(rows, beta).map((eta, i) => at(exposure, i) * Math.exp(eta));
		if (fitted.some((mu) => !(mu > 1e-8) || !Number.isFinite(mu))) return null;
		const now = deviance(count, fitted);
		steady = Math.abs(now - last) <= 1e-12 * (Math.abs(now) + 0.1) ? steady + 1 : 0;
		last = now;
		if (steady === 2) {
			const final = inverse(crossProduct(rows, fitted));
			return final ? { beta, fitted, bread: final } : null;
		}
	}
	return null;
}

function deviance(count: readonly number[], fitted: readonly number[]): number {
	const parts = count.map((y, i) => (y > 0 ? y * Math.log(y / at(fitted, i)) : 0) - (y - at(fitted, i)));
	return 2 * sum(parts);
}

const logLikelihood = (count: readonly number[], fitted: readonly number[]): number =>
	sum(count.map((y, i) => y * Math.log(at(fitted, i)) - at(fitted, i) - logGamma(y + 1)));

function termsOf(
	names: readonly string[],
	beta: readonly number[],
	bread: Matrix,
	dispersion: number,
	family: Family,
	df: number
): Term[] {
	return names.map((name, i) => {
		const standardError = Math.sqrt(at(bread[i] ?? [], i) * dispersion);
		const statistic = at(beta, i) / standardError;
		const p = family === 'poisson' ? normalTwoSided(statistic) : tTwoSided(statistic, df);
		return { name, estimate: at(beta, i), standardError, statistic, p };
	});
}

/**
 * Standard errors of the terms that stand heteroscedasticity (lag 0) and autocorrelation up to `lag` observations
 * (Newey and West 1987, Bartlett weights, no small-sample factor). Observations must be in order of time.
 */
export function robustErrors(
	fit: Extract<PoissonFit, { kind: 'fit' }>,
	count: readonly number[],
	lag: number
): number[] {
	const scores = fit.rows.map((x, i) => x.map((value) => value * (at(count, i) - at(fit.fitted, i))));
	const covariance = product(product(fit.bread, laggedCrossProduct(scores, lag)), fit.bread);
	return covariance.map((r, i) => Math.sqrt(at(r, i)));
}

/** Ratio exp(estimate) of a term with its Wald limits. */
export function ratioOf(term: Pick<Term, 'estimate' | 'standardError'>, level: Level): {
	value: number;
	lower: number;
	upper: number;
} {
	const half = zOf(level) * term.standardError;
	return {
		value: Math.exp(term.estimate),
		lower: Math.exp(term.estimate - half),
		upper: Math.exp(term.estimate + half)
	};
}

/** Sine and cosine pairs of a season: frequencies 1..pairs over a period, sines first. */
export function harmonics(position: readonly number[], pairs: number, period: number): Column[] {
	const wave = (f: (x: number) => number, k: number): number[] =>
		position.map((x) => f((2 * Math.PI * k * x) / period));
	const ks = Array.from({ length: pairs }, (_, i) => i + 1);
	return [
		...ks.map((k) => ({ name: `sin${k}`, values: wave(Math.sin, k) })),
		...ks.map((k) => ({ name: `cos${k}`, values: wave(Math.cos, k) }))
	];
}
