import { betaQuantile } from './dist.ts';
import { type Estimate, type Level, estimate, isCount, isExposure, none, tailOf, zOf } from './estimate.ts';

/**
 * Share x/n with its Wilson score interval, all in 0..1 (Wilson 1927; Newcombe 1998).
 * No count or no denominator: none. x above n or below 0 is a data error: none with its reason.
 */
export function wilson(x: number | null, n: number | null, level: Level): Estimate {
	const problem = problemOf(x, n);
	if (problem !== null || x === null || n === null) return problem ?? none('no_numerator');
	const z = zOf(level);
	const p = x / n;
	const spread = z * Math.sqrt(z * z + 4 * x * (1 - p));
	const lower = x === 0 ? 0 : (2 * x + z * z - spread) / (2 * (n + z * z));
	const upper = x === n ? 1 : (2 * x + z * z + spread) / (2 * (n + z * z));
	return estimate(p, Math.max(0, Math.min(p, lower)), Math.min(1, Math.max(p, upper)));
}

/** Share x/n with the exact Clopper-Pearson interval; same refusals as {@link wilson}. */
export function clopperPearson(x: number | null, n: number | null, level: Level): Estimate {
	const problem = problemOf(x, n);
	if (problem !== null || x === null || n === null) return problem ?? none('no_numerator');
	const tail = tailOf(level);
	const lower = x === 0 ? 0 : betaQuantile(tail, x, n - x + 1);
	const upper = x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x);
	return estimate(x / n, lower, upper);
}

function problemOf(x: number | null, n: number | null): Estimate | null {
	if (!isExposure(n)) return none('no_denominator');
	if (x === null) return none('no_numerator');
	if (!isCount(x)) return none('invalid_count');
	return x > n ? none('numerator_exceeds_denominator') : null;
}
