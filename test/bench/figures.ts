/** A measured figure with its goal, and how figures are made. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly goal: string;
	readonly holds: boolean;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const percentile95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
/** Two digits; four for what is smaller than one hundredth. */
const round = (value: number): number => (Math.abs(value) < 0.01 ? Math.round(value * 10_000) / 10_000 : Math.round(value * 100) / 100);
export const atMost = (name: string, value: number, unit: string, goal: number): Figure => ({ name, value: round(value), unit, goal: `<= ${goal}`, holds: value <= goal });
export const atLeast = (name: string, value: number, unit: string, goal: number): Figure => ({ name, value: round(value), unit, goal: `>= ${goal}`, holds: value >= goal });
export const reported = (name: string, value: number, unit: string): Figure => ({ name, value: round(value), unit, goal: 'reported', holds: true });
