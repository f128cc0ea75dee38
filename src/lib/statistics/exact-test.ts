// Two outcomes count as equally likely within this factor, so that rounding cannot drop a mirror outcome (as in R).
const SAME_LIKELIHOOD = 1 + 1e-7;

type Mass = (k: number) => number;

/**
 * Two-sided p value by the minimum-likelihood rule: the summed probability of every outcome in lowest..highest that is
 * no likelier than the observed one. The mass function must rise to its mode and fall after it.
 */
export function minimumLikelihoodP(
	mass: Mass,
	lowest: number,
	highest: number,
	mode: number,
	observed: number
): number {
	const threshold = mass(observed) * SAME_LIKELIHOOD;
	const peak = Math.min(highest, Math.max(lowest, mode));
	if (mass(peak) <= threshold) return 1;
	const left = lastBelow(mass, threshold, peak, lowest);
	const right = lastBelow(mass, threshold, peak, highest);
	return Math.min(1, tail(mass, left, lowest) + tail(mass, right, highest));
}

/** Nearest k from the peak towards `end` whose mass is at or below the threshold, or null. */
function lastBelow(mass: Mass, threshold: number, peak: number, end: number): number | null {
	if (end === peak || mass(end) > threshold) return null;
	let above = peak;
	let below = end;
	while (Math.abs(below - above) > 1) {
		const middle = Math.round((below + above) / 2);
		if (mass(middle) <= threshold) below = middle;
		else above = middle;
	}
	return below;
}

function tail(mass: Mass, start: number | null, end: number): number {
	if (start === null) return 0;
	const step = end >= start ? 1 : -1;
	let total = 0;
	for (let k = start; step > 0 ? k <= end : k >= end; k += step) {
		const term = mass(k);
		total += term;
		if (term < total * 1e-18) break;
	}
	return total;
}
