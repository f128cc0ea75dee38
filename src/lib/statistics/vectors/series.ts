import { z } from 'zod';
import { curveQuantile, type CurveInterval, type Duration, kaplanMeier, restrictedMean } from '../kaplan-meier.ts';
import { logRank } from '../log-rank.ts';
import { fitPoisson, ratioOf, robustErrors, type Column, type Family } from '../poisson-regression.ts';
import { cochranArmitage, equalShares, judgeTrend, rateTrend, shareTrend, type Trend } from '../trend.ts';
import type { Polarity } from '../verdict.ts';
import { sevenOneSide, sevenPointTrend, type SpecialCause, twoInThree, type Variation, xmr } from '../xmr.ts';
import { type Adapters, adapt, maybes, num, nums, polarity } from './adapter.ts';
import { oneOf } from './compare.ts';
import { type Model, readFormula } from './formula.ts';

// Fingertips says "no change" where an interval is missing; ours says why there is no answer.
function trendWords(trend: Trend, judged: Polarity | undefined): Record<string, unknown> {
	if (trend.kind === 'none') {
		const direction = trend.reason === 'no_interval' ? 'no change' : 'cannot be calculated';
		return { chisq: 0, significant: false, direction, judgement: direction };
	}
	return {
		chisq: trend.chiSquare,
		significant: trend.significant,
		direction: trend.direction.replaceAll('_', ' '),
		judgement: judgeTrend(trend.direction, judged ?? 'none').replaceAll('_', ' ')
	};
}

const shareSeries = z.object({ x: nums, n: nums });
const pairs = (x: readonly number[], n: readonly number[]): { x: number; n: number }[] =>
	x.map((value, i) => ({ x: value, n: n[i] ?? 0 }));

const trendInput = z.object({
	count: nums,
	denominator: nums,
	value: nums,
	lower95: maybes,
	upper95: maybes,
	polarity: polarity.optional()
});

export const trends: Adapters = {
	'ci-weighted': adapt(trendInput, (i) => {
		const points = i.value.map((value, k) => ({
			count: i.count[k] ?? 0,
			denominator: i.denominator[k] ?? 0,
			value,
			lower95: i.lower95[k] ?? null,
			upper95: i.upper95[k] ?? null
		}));
		return trendWords(rateTrend(points), i.polarity);
	}),
	proportion: adapt(z.object({ count: nums, denominator: nums, polarity: polarity.optional() }), (i) =>
		trendWords(shareTrend(pairs(i.count, i.denominator)), i.polarity)
	),
	// R prints no degrees of freedom for its trend test.
	'cochran-armitage': adapt(shareSeries.extend({ scores: nums.optional() }), (i) => {
		const test = cochranArmitage(pairs(i.x, i.n), i.scores ?? i.x.map((_, k) => k + 1));
		return test.kind === 'none' ? null : { chisq: test.chiSquare, p_value: test.p, df: null };
	}),
	'k-sample-equality': adapt(shareSeries, (i) => {
		const test = equalShares(pairs(i.x, i.n));
		return test.kind === 'none' ? null : { chisq: test.chiSquare, p_value: test.p, df: test.df };
	})
};

const CAUSES: Record<SpecialCause, string> = {
	common_cause: 'Common Cause',
	above_limit: 'Above UCL',
	below_limit: 'Below LCL',
	rising: '7 Point Trend (Increasing)',
	falling: '7 Point Trend (Decreasing)',
	two_in_three_above: '2 in 3 Above CL',
	two_in_three_below: '2 in 3 Below CL',
	run_above: '7 Points Above CL',
	run_below: '7 Points Below CL'
};

const variationWord = (variation: Variation): string =>
	variation === 'common_cause' ? variation : `special_cause_${variation}`;

const xmrInput = z.object({
	y: nums,
	screen_outliers: z.boolean(),
	fix_after_n_points: num.nullable(),
	improvement_direction: z.union([z.literal(1), z.literal(-1), z.literal(0)])
});

export const charts: Adapters = {
	xmr: adapt(xmrInput, (i) => {
		const chart = xmr(i.y, {
			screenOutliers: i.screen_outliers,
			improvement: i.improvement_direction,
			...(i.fix_after_n_points === null ? {} : { baseline: i.fix_after_n_points })
		});
		if (chart.kind === 'none') return null;
		return {
			mean: chart.mean,
			lpl: chart.lower,
			upl: chart.upper,
			special_cause_type: chart.causes.map((cause) => CAUSES[cause]),
			point_type: chart.variation.map(variationWord)
		};
	}),
	seven_point_one_side: adapt(nums, sevenOneSide),
	seven_point_trend: adapt(nums, sevenPointTrend),
	two_in_three: adapt(z.object({ close_to_limits: nums, side_of_mean: nums }), (i) =>
		twoInThree(i.close_to_limits, i.side_of_mean)
	)
};

const regression = z.object({
	data: z.record(z.string(), nums),
	formula: z.string(),
	family: z.enum(['poisson', 'quasipoisson'])
});

const LAGS = [1, 2, 3, 4, 6, 12];

function fitted(model: Model, columns: readonly Column[], family: Family): unknown {
	const fit = fitPoisson(model, columns, family);
	if (fit.kind === 'none') return null;
	return {
		dispersion: fit.dispersion,
		deviance: fit.deviance,
		df_residual: fit.dfResidual,
		null_deviance: fit.nullDeviance,
		aic: fit.aic,
		pearson_chisq: fit.pearson,
		terms: fit.terms.map((term) => {
			const ratio = ratioOf(term, 0.95);
			return {
				term: term.name,
				estimate: term.estimate,
				se: term.standardError,
				stat: term.statistic,
				p: term.p,
				exp: ratio.value,
				exp_lower95_wald: ratio.lower,
				exp_upper95_wald: ratio.upper
			};
		}),
		hc0_se: robustErrors(fit, model.count, 0),
		...Object.fromEntries(LAGS.map((lag) => [`newey_west_lag${lag}_se`, robustErrors(fit, model.count, lag)]))
	};
}

// The vectors fix the seasonal columns but not whether the sines come first, so either order is right.
export const regressions: Adapters = {
	poisson_regression: adapt(regression, (i) => {
		const model = readFormula(i.formula, i.data);
		return oneOf(model.designs.map((columns) => fitted(model, columns, i.family)));
	})
};

const cases = z.object({ time: nums, event: nums });
const grouped = cases.extend({ group: z.array(z.union([z.string(), num])) });

const durations = (time: readonly number[], event: readonly number[]): Duration[] =>
	time.map((value, i) => ({ time: value, resolved: event[i] === 1 }));

function byGroup(i: z.infer<typeof grouped>): [string, Duration[]][] {
	const all = durations(i.time, i.event);
	const names = [...new Set(i.group)].sort();
	return names.map((name) => [String(name), all.filter((_, k) => i.group[k] === name)]);
}

function curveFields(i: { time: number[]; event: number[] }, interval: CurveInterval): unknown {
	const curve = kaplanMeier(durations(i.time, i.event), 0.95, interval);
	if (curve.kind === 'none') return null;
	const quantiles = [0.25, 0.5, 0.75].map((share) => curveQuantile(curve, share));
	const limit = (side: 'time' | 'lower' | 'upper'): (number | null)[] =>
		quantiles.map((found) => (found.kind === 'reached' ? found[side] : null));
	const events = curve.points.filter((point) => point.resolved > 0);
	return {
		curve: curve.points.map((point) => ({
			time: point.time,
			n_risk: point.atRisk,
			n_event: point.resolved,
			n_censor: point.censored,
			surv: point.open,
			std_err: point.standardError,
			lower95: point.lower,
			upper95: point.upper
		})),
		time: events.map((point) => point.time),
		n_risk: events.map((point) => point.atRisk),
		n_event: events.map((point) => point.resolved),
		surv: events.map((point) => point.open),
		std_err: events.map((point) => point.standardError),
		quantiles_25_50_75: limit('time'),
		quantile_lower95: limit('lower'),
		quantile_upper95: limit('upper')
	};
}

export const durationsOpen: Adapters = {
	kaplan_meier: adapt(cases.extend({ conf_type: z.enum(['log-log', 'log', 'plain']).optional() }), (i) =>
		curveFields(i, i.conf_type ?? 'log')
	),
	logrank: adapt(grouped, (i) => {
		const test = logRank(byGroup(i).map(([, group]) => group));
		if (test.kind === 'none') return null;
		return { chisq: test.chiSquare, p: test.p, df: test.df, obs: test.observed, exp: test.expected };
	}),
	restricted_mean: adapt(grouped.extend({ tau: num }), (i) =>
		Object.fromEntries(
			byGroup(i).map(([name, group]) => {
				const found = restrictedMean(group, i.tau);
				return [`x=${name}`, found.kind === 'mean' ? { rmean: found.mean, se: found.standardError } : null];
			})
		)
	)
};
