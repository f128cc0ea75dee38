/** The funnel of a comparison: which areas lie outside what chance explains, given their size. */
import type { FunnelSpec } from '../../charts/types.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import { AREAS_FOR_OVERDISPERSION, overdispersion, rateLimits, shareLimits, type Level } from '../../statistics/index.ts';
import { cellOf, makeCard, text, type PageCard } from './cards.ts';
import { okAt } from './compare-order.ts';
import { verdictTone, type Compared } from './compare-table.ts';
import { cycleName, shortName } from './context.ts';
import { cellText, digitsOf, statusText } from './words.ts';

/** Points along each limit. */
const GRID = 48;
/** Up to this many areas every one is labelled (methods 2.4). */
const NAMED = 10;

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

/** Limits at 95 % and 99.8 %, from the smallest to the largest exposure, evenly on a logarithmic scale. */
export function limitLines(metric: Metric, benchmark: number, exposures: readonly number[], weak: string, strong: string): FunnelSpec['limits'] {
	const low = Math.max(1, Math.min(...exposures) * 0.8);
	const high = Math.max(...exposures) * 1.08;
	const grid = Array.from({ length: GRID }, (_, i) => low * (high / low) ** (i / (GRID - 1)));
	const at = (n: number, level: Level): readonly [number, number] | null => {
		const found = metric.interval === 'poisson' ? rateLimits(benchmark, n, level, metric.per) : shareLimits(benchmark / metric.per, n, level);
		if (found.kind === 'none') return null;
		const scale = metric.interval === 'poisson' ? 1 : metric.per;
		return [found.lower * scale, found.upper * scale];
	};
	return ([0.998, 0.95] as const).flatMap((level) =>
		([0, 1] as const).map((side) => ({
			label: level === 0.998 ? strong : weak,
			strong: level === 0.998,
			points: grid.flatMap((n): [number, number][] => {
				const limits = at(n, level);
				return limits ? [[n, limits[side]]] : [];
			})
		}))
	);
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
