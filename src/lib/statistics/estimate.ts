/** Two-sided confidence level: 0.95 for better/worse, 0.998 for much better/much worse and for headline sentences. */
export type Level = 0.95 | 0.998;

/** Why a number cannot be given. Each reason has its own sentence on screen; none of them is zero. */
export type NoneReason =
	| 'no_numerator'
	| 'no_denominator'
	| 'invalid_count'
	| 'numerator_exceeds_denominator'
	| 'too_few_events'
	| 'too_few_cases'
	| 'too_few_points'
	| 'too_few_areas'
	| 'no_interval'
	| 'no_control'
	| 'no_exposure'
	| 'not_estimable';

export type None = { readonly kind: 'none'; readonly reason: NoneReason };

/** A point value with its confidence limits, all in the same unit, or the reason why there is none. */
export type Estimate =
	{ readonly kind: 'estimate'; readonly value: number; readonly lower: number; readonly upper: number } | None;

export type Interval = { readonly lower: number; readonly upper: number };

/** Control limits of a chart, or the reason why there are none. */
export type Limits = { readonly kind: 'limits'; readonly lower: number; readonly upper: number } | None;

const Z: Record<Level, number> = { 0.95: 1.959963984540054, 0.998: 3.090232306167813 };

/** Normal deviate of a two-sided level: 1.96 at 95 %, 3.09 at 99.8 %. */
export const zOf = (level: Level): number => Z[level];

/** Probability left in each tail: 0.025 at 95 %, 0.001 at 99.8 % (exact, not (1 − level)/2 in floating point). */
export const tailOf = (level: Level): number => (level === 0.95 ? 0.025 : 0.001);

export const none = (reason: NoneReason): None => ({ kind: 'none', reason });

export const estimate = (value: number, lower: number, upper: number): Estimate => ({
	kind: 'estimate',
	value,
	lower,
	upper
});

/** A count that may enter a formula: finite and not negative. Fractions pass, since weighted counts occur. */
export const isCount = (x: number | null | undefined): x is number =>
	typeof x === 'number' && Number.isFinite(x) && x >= 0;

/** A denominator or exposure that may enter a formula: finite and above zero. */
export const isExposure = (n: number | null | undefined): n is number =>
	typeof n === 'number' && Number.isFinite(n) && n > 0;

/** A count of people or cases, as exact tests need it. */
export const isWhole = (x: number): boolean => Number.isSafeInteger(x) && x >= 0;

/** Total of a list. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Element of a list whose index is known to exist; a programming error otherwise. */
export function at(values: readonly number[], index: number): number {
	const value = values[index];
	if (value === undefined) throw new RangeError(`no element ${index} in a list of ${values.length}`);
	return value;
}
