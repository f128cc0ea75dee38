import { type Estimate, type Level, type None, at, estimate, none, sum } from './estimate.ts';
import { type Column, type PoissonFit, fitPoisson, ratioOf, robustErrors } from './poisson-regression.ts';

/** Points needed on each side of the step before a number is shown. */
export const POINTS_EACH_SIDE = 8;

/** Events needed in all before a number is shown. */
export const EVENTS_IN_ALL = 20;

export type StepSeries = {
	/** Events per period, oldest first, periods equally long and without gaps. */
	readonly count: readonly number[];
	/** People (or people times time) per period. */
	readonly exposure: readonly number[];
	/** Index of the first period after the event; fixed before looking at the counts. */
	readonly step: number;
	/** Election phase, season, or the rate of regencies without the event: at least one. */
	readonly covariates: readonly Column[];
	/** Also estimate a change of slope from the step on. */
	readonly slopeChange?: boolean;
};

export type StepEffect =
	| {
			readonly kind: 'effect';
			/** Rate after over rate before at the step, other things equal. */
			readonly ratio: Estimate;
			/** Change of the rate ratio per period after the step; none unless asked for. */
			readonly slopeRatio: Estimate;
			readonly dispersion: number;
			readonly fit: Extract<PoissonFit, { kind: 'fit' }>;
	  }
	| None;

/**
 * Did the rate change at the step? Segmented quasi-Poisson regression (Lopez Bernal 2017). The standard error is the
 * larger of the quasi-Poisson and the Newey-West one with lag 1, and never below the Poisson one. None, to be shown as
 * counts with the sentence "cannot tell", when the conditions for a number are not met.
 */
export function stepEffect(series: StepSeries, level: Level): StepEffect {
	const problem = conditions(series);
	if (problem) return problem;
	const time = series.count.map((_, i) => i + 1);
	const after = series.count.map((_, i) => (i >= series.step ? 1 : 0));
	const slope = after.map((flag, i) => flag * (i - series.step));
	const columns: Column[] = [
		{ name: 'after', values: after },
		{ name: 'time', values: time },
		...(series.slopeChange ? [{ name: 'slope', values: slope }] : []),
		...series.covariates
	];
	const fit = fitPoisson(series, columns, 'quasipoisson');
	if (fit.kind === 'none') return fit;
	const robust = robustErrors(fit, series.count, 1);
	const ratioFor = (name: string): Estimate => {
		const index = fit.terms.findIndex((term) => term.name === name);
		const term = fit.terms[index];
		if (!term) return none('not_estimable');
		const cautious = term.standardError / Math.sqrt(Math.min(1, fit.dispersion));
		const standardError = Math.max(cautious, at(robust, index));
		const { value, lower, upper } = ratioOf({ estimate: term.estimate, standardError }, level);
		return estimate(value, lower, upper);
	};
	return { kind: 'effect', ratio: ratioFor('after'), slopeRatio: ratioFor('slope'), dispersion: fit.dispersion, fit };
}

function conditions(series: StepSeries): None | null {
	const before = series.count.slice(0, series.step);
	const after = series.count.slice(series.step);
	if (before.length < POINTS_EACH_SIDE || after.length < POINTS_EACH_SIDE) return none('too_few_points');
	if (sum(series.count) < EVENTS_IN_ALL) return none('too_few_events');
	if (sum(before) === 0 || sum(after) === 0) return none('not_estimable');
	return series.covariates.length === 0 ? none('no_control') : null;
}
