import { type Level, type None, at, none, zOf } from './estimate.ts';

/** Fewer cases than this: no curve. */
export const CASES_FOR_CURVE = 5;

/** Days until resolution, or days open so far when not resolved (censored at the data date). */
export type Duration = { readonly time: number; readonly resolved: boolean };

/** How limits are formed; `log-log` stays within 0..1 and is the one to show. */
export type CurveInterval = 'log-log' | 'log' | 'plain';

export type CurvePoint = {
	readonly time: number;
	/** Cases still open just before this time. */
	readonly atRisk: number;
	readonly resolved: number;
	readonly censored: number;
	/** Share still open after this time. */
	readonly open: number;
	/** Greenwood's standard error of `open`; null once nothing is open. */
	readonly standardError: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
};

export type Curve = { readonly kind: 'curve'; readonly cases: number; readonly points: readonly CurvePoint[] } | None;

/** Time by which a share of cases is resolved, with limits (null: beyond the data). */
export type CurveQuantile =
	| { readonly kind: 'reached'; readonly time: number; readonly lower: number | null; readonly upper: number | null }
	| { readonly kind: 'not_reached'; readonly last: number };

export type LifeStep = Pick<CurvePoint, 'time' | 'atRisk' | 'resolved' | 'censored'>;

/** Distinct times with those at risk, resolved and censored at each. */
export function lifeTable(cases: readonly Duration[]): LifeStep[] {
	const byTime = new Map<number, { resolved: number; censored: number }>();
	for (const { time, resolved } of cases) {
		const here = byTime.get(time) ?? { resolved: 0, censored: 0 };
		here[resolved ? 'resolved' : 'censored'] += 1;
		byTime.set(time, here);
	}
	let atRisk = cases.length;
	return [...byTime]
		.sort(([a], [b]) => a - b)
		.map(([time, here]) => {
			const step = { time, atRisk, ...here };
			atRisk -= here.resolved + here.censored;
			return step;
		});
}

/** Kaplan-Meier curve of the share still open. Under five cases, or a time that is not a number from 0: none. */
export function kaplanMeier(cases: readonly Duration[], level: Level, interval: CurveInterval = 'log-log'): Curve {
	if (cases.some((c) => !Number.isFinite(c.time) || c.time < 0)) return none('invalid_count');
	if (cases.length < CASES_FOR_CURVE) return none('too_few_cases');
	let open = 1;
	let hazardVariance = 0;
	const points = lifeTable(cases).map((step): CurvePoint => {
		open *= 1 - step.resolved / step.atRisk;
		if (step.resolved > 0) hazardVariance += step.resolved / (step.atRisk * (step.atRisk - step.resolved));
		const standardError = open > 0 ? open * Math.sqrt(hazardVariance) : null;
		return { ...step, open, standardError, ...limits(open, Math.sqrt(hazardVariance), zOf(level), interval) };
	});
	return { kind: 'curve', cases: cases.length, points };
}

function limits(
	open: number,
	relativeError: number,
	z: number,
	interval: CurveInterval
): { lower: number | null; upper: number | null } {
	if (open <= 0) return { lower: null, upper: null };
	if (interval === 'plain') {
		const half = z * open * relativeError;
		return { lower: Math.max(0, open - half), upper: Math.min(1, open + half) };
	}
	if (interval === 'log') {
		const factor = Math.exp(z * relativeError);
		return { lower: open / factor, upper: Math.min(1, open * factor) };
	}
	if (open >= 1) return { lower: null, upper: null };
	const spread = (z * relativeError) / Math.log(open);
	return { lower: open ** Math.exp(-spread), upper: open ** Math.exp(spread) };
}

/** Time by which the share `resolved` (0.5: the median) of cases is resolved; a flat stretch gives its middle. */
export function curveQuantile(curve: Extract<Curve, { kind: 'curve' }>, resolved: number): CurveQuantile {
	const target = 1 - resolved;
	const time = crossing(curve.points, target, (p) => p.open);
	if (time === null) return { kind: 'not_reached', last: curve.points.at(-1)?.time ?? 0 };
	return {
		kind: 'reached',
		time,
		lower: crossing(curve.points, target, (p) => p.lower),
		upper: crossing(curve.points, target, (p) => p.upper)
	};
}

function crossing(
	points: readonly CurvePoint[],
	target: number,
	share: (p: CurvePoint) => number | null
): number | null {
	const tolerance = 1e-9;
	const known = points.filter((point) => share(point) !== null);
	const first = known.find((point) => (share(point) ?? 1) <= target + tolerance);
	if (!first) return null;
	if (Math.abs((share(first) ?? 0) - target) > tolerance) return first.time;
	const next = known.find((point) => (share(point) ?? 1) < target - tolerance);
	return next ? (first.time + next.time) / 2 : first.time;
}

export type RestrictedMean =
	{ readonly kind: 'mean'; readonly mean: number; readonly standardError: number } | None;

/**
 * Mean time open within the first `tau` days and its standard error. Compare groups only at one common tau. A tau
 * beyond the longest time of cases that are not all resolved: none.
 */
export function restrictedMean(cases: readonly Duration[], tau: number): RestrictedMean {
	const longest = Math.max(0, ...cases.map((c) => c.time));
	if (cases.length === 0) return none('too_few_cases');
	if (tau > longest && cases.some((c) => c.time === longest && !c.resolved)) return none('not_estimable');
	const steps = lifeTable(cases).filter((step) => step.time < tau);
	let open = 1;
	const areas: number[] = [];
	const first = steps[0]?.time ?? tau;
	steps.forEach((step, i) => {
		open *= 1 - step.resolved / step.atRisk;
		areas.push(open * ((steps[i + 1]?.time ?? tau) - step.time));
	});
	let remaining = 0;
	let variance = 0;
	for (let i = steps.length - 1; i >= 0; i--) {
		remaining += at(areas, i);
		const step = steps[i];
		if (!step || step.resolved === 0 || step.atRisk === step.resolved) continue;
		variance += (remaining * remaining * step.resolved) / (step.atRisk * (step.atRisk - step.resolved));
	}
	return { kind: 'mean', mean: Math.min(first, tau) + remaining, standardError: Math.sqrt(variance) };
}
