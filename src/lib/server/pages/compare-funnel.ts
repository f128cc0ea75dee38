/** The funnel of a comparison: which areas lie outside what chance explains, given their size. */
import type { FunnelSpec } from '../../charts/types.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import { AREAS_FOR_OVERDISPERSION, overdispersion, rims, shareLimits, type Level } from '../../statistics/index.ts';
import { cellOf, linked, makeCard, text, type PageCard } from './cards.ts';
import { pressPage } from './press.ts';
import { okAt } from './compare-order.ts';
import type { Compared } from './compare-table.ts';
import { cycleName, shortName } from './context.ts';
import { cellText, digitsOf, statusText, verdictTone } from './words.ts';

/** Points along each limit of a share. */
const GRID = 48;
/** Up to this many areas every one is labelled (methods 2.4). */
const NAMED = 10;
/** Areas at most whose points lead to their pages: more would lie over each other. */
const PRESSED = 45;

/** Null where there is no common benchmark value, no interval, or nothing to draw. */
export function funnelCard(compared: Compared): PageCard | null {
	const { context, metric, areas, answer, against } = compared;
	const shown = areas.flatMap((area) => {
		const result = okAt(answer, metric, area, context.cycle);
		return result?.denominator && result.benchmark && result.benchmark.kind !== 'previous' ? [{ area, result, exposure: result.denominator, benchmark: result.benchmark.value }] : [];
	});
	const [first] = shown;
	if (!first || shown.length < 3 || (metric.interval !== 'poisson' && metric.interval !== 'wilson') || shown.some((s) => s.benchmark !== first.benchmark)) return null;
	const spec: FunnelSpec = {
		kind: 'funnel',
		unit: say(UNITS[metric.unit], context.lang),
		exposureLabel: text(metric.interval === 'poisson' ? M.exposureAsn : M.exposureN, context),
		digits: digitsOf(metric),
		points: shown.map(({ area, result, exposure }) => ({
			label: shortName(area),
			...(shown.length <= PRESSED ? linked(pressPage(context, area)) : {}),
			exposure,
			value: result.value,
			text: cellText(metric, result, context.lang),
			tone: verdictTone(result.verdict),
			named: shown.length <= NAMED || (result.verdict !== 'similar' && result.verdict !== null && result.verdict !== 'not_compared' && isFar(result.verdict))
		})),
		benchmark: { value: first.benchmark, label: against },
		limits: limitLines(metric, first.benchmark, shown.map((s) => s.exposure), text(M.limit95, context), text(M.limit998, context)),
		missing: areas.length <= 30 ? areas.flatMap((area) => missingText(compared, area) ?? []) : []
	};
	const cycle = cycleName(context.cycle, context.lang);
	const subtitle = text(M.funnelSub, context, { metric: metric.name[context.lang], cycle, exposure: spec.exposureLabel });
	return makeCard(context, { id: 'corong', title: text(M.funnelTitle, context), subtitle, notes: spreadNote(compared, shown) }, spec, tableOf(compared, areas), [answer]);
}

const isFar = (verdict: string): boolean => verdict.startsWith('much_') || verdict === 'higher' || verdict === 'lower';

function missingText({ context, metric, answer }: Compared, area: string): string | null {
	const result = cellOf(answer, metric.id, area, context.cycle)?.result;
	return result && result.status !== 'ok' ? `${shortName(area)}: ${statusText(result, context.lang)}` : null;
}

/**
 * Limits at 95 % and 99.8 %, from the smallest to the largest exposure. They invert the intervals that give the verdicts,
 * so that a point lies outside exactly when its verdict says so (methods 2.4).
 */
export function limitLines(metric: Metric, benchmark: number, exposures: readonly number[], weak: string, strong: string): FunnelSpec['limits'] {
	const low = Math.max(1, Math.min(...exposures) * 0.8);
	const high = Math.max(...exposures) * 1.08;
	return ([0.998, 0.95] as const).flatMap((level) => {
		const { upper, lower } = metric.interval === 'poisson' ? rateLines(benchmark / metric.per, low, high, level, metric.per) : shareLines(benchmark / metric.per, low, high, level, metric.per);
		return [lower, upper].map((points) => ({ label: level === 0.998 ? strong : weak, strong: level === 0.998, points }));
	});
}

interface Lines {
	readonly upper: readonly (readonly [number, number])[];
	readonly lower: readonly (readonly [number, number])[];
}

function rateLines(rate: number, low: number, high: number, level: Level, per: number): Lines {
	if (rate <= 0) return { upper: [], lower: [] };
	const found = rims(low * rate, high * rate, level);
	const line = (points: typeof found.upper): [number, number][] => points.map((p) => [p.expected / rate, p.ratio * rate * per]);
	return { upper: line(found.upper), lower: line(found.lower) };
}

function shareLines(share: number, low: number, high: number, level: Level, per: number): Lines {
	const grid = Array.from({ length: GRID }, (_, i) => low * (high / low) ** (i / (GRID - 1)));
	const at = (n: number, side: 'lower' | 'upper'): [number, number][] => {
		const limits = shareLimits(share, n, level);
		return limits.kind === 'none' ? [] : [[n, limits[side] * per]];
	};
	return { upper: grid.flatMap((n) => at(n, 'upper')), lower: grid.flatMap((n) => at(n, 'lower')) };
}

/** From 20 areas on: how much more the areas differ than chance explains. */
function spreadNote({ context, metric }: Compared, shown: readonly { result: { numerator: number }; exposure: number; benchmark: number }[]): readonly string[] {
	if (shown.length < AREAS_FOR_OVERDISPERSION) return [text(M.funnelFew, context)];
	const rates = metric.interval === 'poisson';
	const areas = shown.map((s) => ({ numerator: s.result.numerator, denominator: rates ? (s.benchmark * s.exposure) / metric.per : s.exposure }));
	const spread = overdispersion(areas, rates ? 'ratio_sqrt' : 'share');
	return spread.kind === 'overdispersion' && spread.phi > 1 ? [text(M.funnelSpread, context, { phi: formatNumber(spread.phi, context.lang, 1) })] : [];
}

function tableOf({ context, metric, answer }: Compared, areas: readonly string[]) {
	return {
		columns: [
			{ label: text(M.heatArea, context), numeric: false },
			{ label: metric.name[context.lang], numeric: true }
		],
		rows: areas.map((area) => {
			const cell = cellOf(answer, metric.id, area, context.cycle);
			return [{ text: shortName(area), header: true as const }, cell ? cellText(metric, cell.result, context.lang) : ''];
		})
	};
}
