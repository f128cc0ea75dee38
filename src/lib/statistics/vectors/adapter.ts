import { z } from 'zod';
import { type Estimate, type Level, none } from '../estimate.ts';
import type { Polarity } from '../verdict.ts';

/** Turns a vector's input into a call of src/lib/statistics and its answer into the vector's field names. */
export type Adapter = (input: unknown) => unknown;

export type Adapters = Readonly<Record<string, Adapter>>;

/** An adapter that checks its input first. */
export const adapt =
	<T>(input: z.ZodType<T>, answer: (input: T) => unknown): Adapter =>
	(raw) =>
		answer(input.parse(raw));

export const num = z.number();
export const nums = z.array(num);
export const maybe = num.nullable();
export const maybes = z.array(maybe);

const POLARITIES: Record<string, Polarity> = { low: 'low_is_good', high: 'high_is_good', none: 'none' };

export const polarity = z.enum(['low', 'high', 'none']).transform((word): Polarity => POLARITIES[word] ?? 'none');

export const LEVELS: readonly (readonly [string, Level])[] = [
	['95', 0.95],
	['998', 0.998]
];

/** Limits of both levels under names such as `lower95`; a none gives null. */
export function bothLevels(
	lower: string,
	upper: string,
	at: (level: Level) => Estimate
): Record<string, number | null> {
	return Object.fromEntries(
		LEVELS.flatMap(([suffix, level]) => {
			const found = at(level);
			return [
				[`${lower}${suffix}`, found.kind === 'none' ? null : found.lower],
				[`${upper}${suffix}`, found.kind === 'none' ? null : found.upper]
			];
		})
	);
}

export const valueOf = (found: Estimate): number | null => (found.kind === 'none' ? null : found.value);

/** An interval of a vector as an estimate; a missing limit makes it none. */
export const toEstimate = (value: number, lower: number | null, upper: number | null): Estimate =>
	lower === null || upper === null ? none('no_interval') : { kind: 'estimate', value, lower, upper };

export const scaled = (found: Estimate, by: number): Estimate =>
	found.kind === 'none'
		? found
		: { kind: 'estimate', value: found.value * by, lower: found.lower * by, upper: found.upper * by };
