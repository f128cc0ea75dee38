import { z } from 'zod';
import { empiricalBayes } from '../empirical-bayes.ts';
import { type Estimate, type Level, estimate, isCount, isExposure, sum, tailOf } from '../estimate.ts';
import { ratioBand } from '../funnel.ts';
import { itemAnalysis } from '../item-analysis.ts';
import { type FunnelScale, overdispersion, widenedBand } from '../overdispersion.ts';
import { clopperPearson, wilson } from '../proportion.ts';
import { BYAR_FROM, byarCount, exactCount, poissonRate } from '../rate.ts';
import { directRate, directRateGamma, expectedCount, indirectRatio } from '../standardised.ts';
import { type Adapters, LEVELS, adapt, bothLevels, maybe, maybes, num, nums, scaled, valueOf } from './adapter.ts';
import { benchmarks, comparisons } from './comparisons.ts';
import { distributions } from './distributions.ts';
import { charts, durationsOpen, regressions, trends } from './series.ts';

const counted = z.object({ x: maybe, n: maybe, multiplier: num });

const rateInput = counted.extend({ force_method: z.enum(['Exact', 'Byars']).optional() });

/** The interval of one method whatever the count, which the engine itself never asks for. */
function forcedRate(i: z.infer<typeof rateInput>, level: Level): Estimate {
	const usual = poissonRate(i.x, i.n, level, i.multiplier);
	if (i.force_method === undefined || usual.kind === 'none' || !isCount(i.x) || !isExposure(i.n)) return usual;
	const limits = i.force_method === 'Exact' ? exactCount(i.x, level) : byarCount(i.x, level);
	const scale = i.multiplier / i.n;
	return estimate(usual.value, limits.lower * scale, limits.upper * scale);
}

const intervals: Adapters = {
	proportion_interval: adapt(counted, (i) => ({
		value: valueOf(scaled(wilson(i.x, i.n, 0.95), i.multiplier)),
		...bothLevels('lower', 'upper', (level) => scaled(wilson(i.x, i.n, level), i.multiplier)),
		...bothLevels('clopper_pearson_lower', 'clopper_pearson_upper', (level) =>
			scaled(clopperPearson(i.x, i.n, level), i.multiplier)
		)
	})),
	rate_interval: adapt(rateInput, (i) => {
		const value = valueOf(forcedRate(i, 0.95));
		const method = i.force_method ?? ((i.x ?? 0) < BYAR_FROM ? 'Exact' : 'Byars');
		return {
			value,
			method: value === null ? null : method,
			...bothLevels('lower', 'upper', (level) => forcedRate(i, level))
		};
	})
};

const SCALES: Record<string, FunnelScale> = {
	'SR log': 'ratio_log',
	'SR sqrt': 'ratio_sqrt',
	'PR arcsine-sqrt': 'share',
	'RC log-rate': 'rate_log'
};

const overdispersed = z.object({
	data_type: z.string(),
	transform: z.string(),
	trimming: z.string(),
	trim_by: num,
	numerator: nums,
	denominator: nums
});

// FunnelPlotR draws its limits with these rounded deviates.
const PRINTED_Z: Record<Level, number> = { 0.95: 1.959964, 0.998: 3.090232 };

// FunnelPlotR rounds the expected counts of its log ratios to two decimals before using them.
function overdispersionFields(i: z.infer<typeof overdispersed>): unknown {
	const scale = SCALES[`${i.data_type} ${i.transform}`];
	if (!scale) throw new Error(`no scale for ${i.data_type} with ${i.transform}`);
	const denominators = i.denominator.map((n) => (scale === 'ratio_log' ? Math.round(n * 100) / 100 : n));
	const areas = i.numerator.map((numerator, k) => ({ numerator, denominator: denominators[k] ?? 0 }));
	const trimming = i.trimming.startsWith('truncate') ? 'truncate' : 'winsorise';
	const found = overdispersion(areas, scale, trimming, i.trim_by, 2);
	if (found.kind === 'none') return null;
	const limits =
		scale === 'rate_log'
			? null
			: [...new Set(denominators)]
					.sort((a, b) => a - b)
					.map((denominator) => ({
						denominator,
						...bothLevels('lower', 'upper', (level) => {
							const band = widenedBand(scale, found.target, found.tau2, denominator, PRINTED_Z[level]);
							return estimate(1, band.lower, band.upper);
						})
					}));
	return {
		n_used: found.used,
		phi: found.phi,
		tau2: found.tau2,
		z: found.z,
		z_trimmed: found.trimmed,
		s: found.s,
		limits_overdispersed: limits
	};
}

const funnels: Adapters = {
	funnel_poisson_limits: adapt(z.object({ expected: nums, target: num }), (i) =>
		Object.fromEntries(
			LEVELS.flatMap(([suffix, level]) => {
				const limits = i.expected.map((expected) => ratioBand(expected, tailOf(level)));
				return [
					[`lower${suffix}`, limits.map((limit) => limit.lower * i.target)],
					[`upper${suffix}`, limits.map((limit) => limit.upper * i.target)]
				];
			})
		)
	),
	funnel_overdispersion: adapt(overdispersed, overdispersionFields)
};

const indirect = z.object({
	observed: maybes,
	population: nums,
	ref_count: nums,
	ref_population: nums,
	multiplier: num
});

const weighted = z.object({ count: maybes, population: nums, standard: nums, multiplier: num.optional() });

// PHEindicatormethods reads a missing stratum count as no event.
const strata = (i: z.infer<typeof weighted>): { count: number; people: number; standard: number }[] =>
	i.count.map((count, k) => ({ count: count ?? 0, people: i.population[k] ?? 0, standard: i.standard[k] ?? 0 }));

const standardised: Adapters = {
	indirect_ratio: adapt(indirect, (i) => {
		const parts = i.observed.map((count, k) => ({
			count: count ?? 0,
			people: i.population[k] ?? 0,
			referenceCount: i.ref_count[k] ?? 0,
			referencePeople: i.ref_population[k] ?? 0
		}));
		return {
			observed: sum(parts.map((part) => part.count)),
			expected: expectedCount(parts),
			value: valueOf(indirectRatio(parts, 0.95, i.multiplier)),
			...bothLevels('lower', 'upper', (level) => indirectRatio(parts, level, i.multiplier))
		};
	}),
	direct_rate: adapt(weighted, (i) => ({
		value: valueOf(directRate(strata(i), 0.95, i.multiplier ?? 1)),
		...bothLevels('lower', 'upper', (level) => directRate(strata(i), level, i.multiplier ?? 1))
	})),
	direct_rate_pysal: adapt(weighted, (i) => ({
		value: valueOf(directRateGamma(strata(i), 0.95)),
		...bothLevels('lower', 'upper', (level) => directRateGamma(strata(i), level))
	})),
	crude_rate: adapt(z.object({ count: nums, population: nums }), (i) => ({
		value: valueOf(poissonRate(sum(i.count), sum(i.population), 0.95, 1))
	}))
};

const areas: Adapters = {
	empirical_bayes: adapt(z.object({ cases: nums, population: nums }), (i) => {
		const found = empiricalBayes(i.cases.map((cases, k) => ({ cases, population: i.population[k] ?? 0 })), 1);
		return found.kind === 'none' ? null : { b: found.b, a: found.a, raw: found.raw, smoothed: found.smoothed };
	})
};

const patterns = z.object({ patterns: z.array(z.object({ pattern: nums, count: num })) });

const quizzes: Adapters = {
	item_analysis: adapt(patterns, (i) => {
		const rows = i.patterns.flatMap(({ pattern, count }) => Array.from({ length: count }, () => pattern));
		const found = itemAnalysis(rows);
		if (found.kind === 'none') return null;
		return {
			n: found.people,
			difficulty_p: found.items.map((item) => item.difficulty),
			item_total_r: found.items.map((item) => item.itemTotal),
			item_rest_r: found.items.map((item) => item.itemRest),
			alpha: found.alpha,
			alpha_std: found.alphaStandardised,
			alpha_if_dropped: found.items.map((item) => item.alphaWithout),
			mean_total: found.meanTotal,
			var_total_n1: found.varianceTotal
		};
	})
};

/** Every `fn` a vector may name. */
export const adapters: Adapters = {
	...distributions,
	...intervals,
	...funnels,
	...standardised,
	...benchmarks,
	...trends,
	...comparisons,
	...charts,
	...areas,
	...regressions,
	...durationsOpen,
	...quizzes
};
