import { z } from 'zod';
import { exactCount } from '../rate.ts';
import { ratioBand, shareBand } from '../funnel.ts';
import { chiSquareTest, fisherP, newcombe, waldDifference, zTest } from '../two-proportions.ts';
import {
	exactP,
	exactRatio,
	midP,
	moverDifference,
	type Ratio,
	scoreCount,
	scoreDifference,
	scoreRatio,
	scoreTest,
	twoRates
} from '../two-rates.ts';
import { judge, positionInLimits, type Verdict, verdict, verdictAgainstInterval } from '../verdict.ts';
import { type Adapters, LEVELS, adapt, bothLevels, maybe, num, polarity, toEstimate, valueOf } from './adapter.ts';

/** The words of Fingertips for ours. */
const WORDS: Partial<Record<Verdict, string>> = { much_better: 'best', much_worse: 'worst', not_compared: 'none' };

const word = (found: Verdict): string => WORDS[found] ?? found;

const oneInterval = z.object({ value: num, lower: maybe, upper: maybe });

const oneLevel = oneInterval.extend({ benchmark: maybe, polarity });

const twoLevels = z.object({
	value: num,
	lower95: maybe,
	upper95: maybe,
	lower998: maybe,
	upper998: maybe,
	benchmark: maybe,
	polarity
});

const limitsOfShare = z.object({ value_percent: num, n: num, benchmark_percent: num, z: num, polarity });

const limitsOfRate = z.object({
	rate_per_100000: num,
	population: num,
	benchmark_per_100000: num,
	tail: num,
	polarity
});

export const benchmarks: Adapters = {
	'interval-vs-value': adapt(oneLevel, (i) => {
		const interval = toEstimate(i.value, i.lower, i.upper);
		return word(verdict(interval, { kind: 'none', reason: 'no_interval' }, i.benchmark, i.polarity));
	}),
	'two-level': adapt(twoLevels, (i) => {
		const interval95 = toEstimate(i.value, i.lower95, i.upper95);
		return word(verdict(interval95, toEstimate(i.value, i.lower998, i.upper998), i.benchmark, i.polarity));
	}),
	'interval-vs-interval': adapt(z.object({ area: oneInterval, comparator: oneInterval, polarity }), (i) => {
		const [area, other] = [i.area, i.comparator].map((side) => toEstimate(side.value, side.lower, side.upper));
		return area && other ? word(verdictAgainstInterval(area, other, i.polarity)) : 'none';
	}),
	'control-limits-proportion': adapt(limitsOfShare, (i) =>
		word(judge(positionInLimits(i.value_percent / 100, shareBand(i.benchmark_percent / 100, i.n, i.z)), i.polarity))
	),
	'control-limits-rate': adapt(limitsOfRate, (i) => {
		const limits = ratioBand((i.benchmark_per_100000 * i.population) / 100_000, i.tail);
		return word(judge(positionInLimits(i.rate_per_100000 / i.benchmark_per_100000, limits), i.polarity));
	})
};

const rates = z.object({ count1: num, exposure1: num, count2: num, exposure2: num });

type Named = Record<string, number | null>;

function ratioLimitsOf(name: (side: string, level: string) => string, at: (level: 0.95 | 0.998) => Ratio): Named {
	return Object.fromEntries(
		LEVELS.flatMap(([suffix, level]) => {
			const ratio = at(level);
			return [
				[name('lower', suffix), ratio.kind === 'none' ? null : ratio.lower],
				[name('upper', suffix), ratio.kind === 'estimate' ? ratio.upper : null]
			];
		})
	);
}

function compareRates(input: z.infer<typeof rates>): Named {
	const first = { count: input.count1, exposure: input.exposure1 };
	const second = { count: input.count2, exposure: input.exposure2 };
	const found = twoRates(first, second, 0.95);
	if (found.kind === 'none') return { rate_ratio: null, p_exact: null, exact_p: null };
	const score = scoreTest(first, second);
	return {
		rate_ratio: found.ratio.kind === 'estimate' ? found.ratio.value : null,
		p_exact: found.p,
		exact_p: exactP(first, second),
		midp_p: midP(first, second),
		score_z: score.kind === 'test' ? score.z : null,
		score_p: score.kind === 'test' ? score.p : null,
		...ratioLimitsOf((side, level) => `rr_${side}${level}_exact`, (level) => exactRatio(first, second, level)),
		...ratioLimitsOf((side, level) => `rr_score_${side}${level}`, (level) => scoreRatio(first, second, level)),
		...bothLevels('diff_score_lower', 'diff_score_upper', (level) => scoreDifference(first, second, level)),
		...bothLevels('diff_mover_exact_lower', 'diff_mover_exact_upper', (level) =>
			moverDifference(first, second, level, exactCount)
		),
		...bothLevels('diff_mover_score_lower', 'diff_mover_score_upper', (level) =>
			moverDifference(first, second, level, scoreCount)
		)
	};
}

const shares = z.object({ x1: num, n1: num, x2: num, n2: num });

function compareShares(input: z.infer<typeof shares>): Named {
	const first = { x: input.x1, n: input.n1 };
	const second = { x: input.x2, n: input.n2 };
	const chi = chiSquareTest(first, second, false);
	const yates = chiSquareTest(first, second, true);
	const z = zTest(first, second);
	return {
		p1: first.x / first.n,
		p2: second.x / second.n,
		diff: valueOf(newcombe(first, second, 0.95)),
		chisq: chi.kind === 'test' ? chi.chiSquare : null,
		p_value: chi.kind === 'test' ? chi.p : null,
		chisq_yates: yates.kind === 'test' ? yates.chiSquare : null,
		p_value_yates: yates.kind === 'test' ? yates.p : null,
		z: z.kind === 'test' ? z.z : null,
		p_fisher: fisherP(first, second),
		...bothLevels('newcombe_lower', 'newcombe_upper', (level) => newcombe(first, second, level)),
		...bothLevels('wald_diff_lower', 'wald_diff_upper', (level) => waldDifference(first, second, level))
	};
}

export const comparisons: Adapters = {
	two_rates: adapt(rates, compareRates),
	two_proportions: adapt(shares, compareShares)
};
