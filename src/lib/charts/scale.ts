/** Round ends and steps for value axes. */

export interface Scale {
	readonly min: number;
	readonly max: number;
	readonly interval: number;
	/** Decimals its tick labels need. */
	readonly digits: number;
}

/** Ends and steps of 1, 2, 2.5 or 5 × 10^k around [low, high], about `ticks` of them; whole steps when `whole`. */
export function niceScale(low: number, high: number, ticks: number, whole: boolean): Scale {
	const rough = (high > low ? high - low : 1) / Math.max(1, ticks);
	const power = Math.floor(Math.log10(rough));
	const unit = 10 ** power;
	const factor = [1, 2, 2.5, 5, 10].find((m) => m * unit >= rough - 1e-12 && !(whole && (m * unit) % 1 !== 0)) ?? 10;
	const interval = whole ? Math.max(1, Math.round(factor * unit)) : factor * unit;
	const digits = whole ? 0 : Math.max(0, -power + (factor === 2.5 ? 1 : factor === 10 ? -1 : 0));
	const tidy = (steps: number) => Number((steps * interval).toFixed(digits));
	const first = Math.floor(low / interval + 1e-9);
	return { min: tidy(first), max: tidy(Math.max(Math.ceil(high / interval - 1e-9), first + 1)), interval, digits };
}
