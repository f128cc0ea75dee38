/** One additive line: sibling cells whose sum the reader knows. */
import type { DisclosureRules, Shown } from './rules.ts';

export interface LineCell {
	readonly value: number;
	readonly primary: boolean;
}

interface Range {
	lower: number;
	upper: number;
}

/**
 * What someone who knows the line's total, the open cells and the marks can still believe of each hidden cell.
 * `below` is the primary threshold: a cell marked primary lies in 1..below−1, a secondary one anywhere from 0.
 */
export function feasibleRanges(cells: readonly LineCell[], shown: readonly Shown[], below: number): (Range | null)[] {
	const rest = cells.reduce((sum, cell, i) => sum + (shown[i] === 'open' ? 0 : cell.value), 0);
	const prior = shown.map((mark): Range | null =>
		mark === 'open' ? null : mark === 'primary' ? { lower: 1, upper: Math.min(below - 1, rest) } : { lower: 0, upper: rest }
	);
	const lowers = prior.reduce((sum, r) => sum + (r?.lower ?? 0), 0);
	const uppers = prior.reduce((sum, r) => sum + (r?.upper ?? 0), 0);
	return prior.map((range) =>
		range === null
			? null
			: {
					lower: Math.max(range.lower, rest - (uppers - range.upper)),
					upper: Math.min(range.upper, rest - (lowers - range.lower))
				}
	);
}

function safe(cells: readonly LineCell[], shown: readonly Shown[], below: number, rules: DisclosureRules): boolean {
	const hidden = shown.filter((mark) => mark !== 'open').length;
	if (hidden < rules.minHiddenPerLine) return false;
	return feasibleRanges(cells, shown, below).every((range, i) => shown[i] !== 'primary' || (range !== null && range.upper - range.lower >= rules.minWidth));
}

/**
 * Marks of a line whose total is known: primary cells hidden, then the smallest non-zero cells until the line is safe;
 * if that does not help, every cell of the line, zeros too, under one and the same mark, so that nothing but the total is told.
 */
export function protectLine(cells: readonly LineCell[], below: number, rules: DisclosureRules): Shown[] {
	const shown = cells.map((cell): Shown => (cell.primary ? 'primary' : 'open'));
	if (!cells.some((cell) => cell.primary)) return shown;
	const candidates = cells
		.map((cell, i) => ({ i, value: cell.value }))
		.filter(({ i, value }) => shown[i] === 'open' && value > 0)
		.sort((a, b) => a.value - b.value || a.i - b.i);
	for (let next = 0; !safe(cells, shown, below, rules); next += 1) {
		const candidate = candidates[next];
		if (!candidate) return cells.map(() => 'secondary');
		shown[candidate.i] = 'secondary';
	}
	return shown;
}
