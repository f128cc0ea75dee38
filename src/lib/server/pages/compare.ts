/** Bandingkan: regencies, provinces or all of them, one cycle, several metrics, one benchmark. */
import { targetRow } from '#etl/reference/targets.ts';
import { parseComparison, type Comparison } from '../../filters/comparison.ts';
import { say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { BENCHMARK_NAMES, VERDICTS } from '../../i18n/messages/status.ts';
import { COMPARED, LEAD, metricsOf } from '../../metrics/comparison.ts';
import { metricById, METRICS, type Metric } from '../../metrics/index.ts';
import type { HeatSpec } from '../../ui/heat.ts';
import type { Verdict } from '../../statistics/index.ts';
import { briefRows } from '../export/brief.ts';
import { makeCard, numberOf, testsNote, text, type PageCard } from './cards.ts';
import { comparedAreas, type ComparedAreas } from './compare-areas.ts';
import { cyclesCard, stabilisedCard } from './compare-cycles.ts';
import { funnelCard } from './compare-funnel.ts';
import { HEAT_ROWS, heatMap } from './compare-heat.ts';
import { byInterval, okAt } from './compare-order.ts';
import { differing } from './differing.ts';
import { publishedComparison } from './compare-published.ts';
import { comparisonCard, type Compared } from './compare-table.ts';
import { areaName, askPage, cycleName, shortName, type PageContext } from './context.ts';
import type { PageModel } from './model.ts';

export interface ComparisonModel extends PageModel {
	readonly comparison: Comparison;
	readonly lead_metric: Metric;
	readonly metrics: readonly Metric[];
	readonly areas: ComparedAreas;
	readonly heat: { readonly title: string; readonly notes: readonly string[]; readonly spec: HeatSpec } | null;
}

/** Metrics that a heat map may hold: totals that stand for themselves. */
export const CHOOSABLE: readonly Metric[] = METRICS.filter((m) => !m.id.startsWith('immature_') && m.id !== 'training_completed_monthly');

export async function comparisonPage(context: PageContext): Promise<ComparisonModel> {
	const comparison = parseComparison(context.own);
	const lead = metricById(comparison.lead ?? LEAD) ?? metricsOf([LEAD])[0];
	if (!lead) throw new Error(`no metric ${LEAD}`);
	const metrics = comparison.metrics.length > 0 ? metricsOf(comparison.metrics) : metricsOf(COMPARED);
	const areas = await comparedAreas(context, comparison);
	const model = { heading: text(M.heading, context), tiles: [], tileRows: [], empty: null, comparison, lead_metric: lead, metrics, areas };
	if (context.filters.nature === 'real') return { ...model, lead: text(M.realLead, context), cards: await publishedComparison(context), heat: null };

	const benchmark = comparison.benchmark;
	const [answer, change, counts, map] = await Promise.all([
		askPage(context, [lead.id], { regions: areas.codes, benchmark }),
		askPage(context, [lead.id], { regions: areas.codes, benchmark: 'previous' }),
		askPage(context, ['persons_proven'], { regions: areas.codes }),
		askPage(context, metrics.map((m) => m.id), { regions: areas.codes, benchmark })
	]);
	const ordered = byInterval(areas.codes, answer, lead, context.cycle);
	const compared: Compared = { context, metric: lead, areas: ordered, answer, change, against: againstWords(context, benchmark, lead) };
	const heat = heatCard(context, heatMap(context, map, ordered, metrics, say(BENCHMARK_NAMES[benchmark], context.lang)));
	const cards = [comparisonCard(compared), funnelCard(compared), stabilisedCard(compared), await cyclesCard(context, context.focus)];
	const mapCard: PageCard = { ...heat.card, rows: briefRows(map, context.lang) };
	return {
		...model,
		lead: text(M.lead, context, { cycle: cycleName(context.cycle, context.lang), rule: areas.rule, fact: factOf(compared, counts) }),
		cards: [...cards.filter((c) => c !== null), mapCard],
		heat: { title: text(M.heatTitle, context, { cycle: cycleName(context.cycle, context.lang) }), notes: [...testsNote(context, map.cells), ...(ordered.length > HEAT_ROWS ? [text(M.heatMost, context, { n: HEAT_ROWS })] : [])], spec: heat.spec }
	};
}

/** "Indonesia", "Bali", "siklus sendiri sebelumnya", "sasaran". */
function againstWords(context: PageContext, benchmark: Comparison['benchmark'], metric: Metric): string {
	const word = say(BENCHMARK_NAMES[benchmark], context.lang);
	if (benchmark === 'province' && context.filters.province) return areaName(context.filters.province, context.lang);
	return benchmark === 'target' && !targetRow(metric.id, context.filters.nature, context.cycle) ? `${word} (–)` : word;
}

/** The map's rows as a card for files: the map itself is drawn by its own component. */
function heatCard(context: PageContext, spec: HeatSpec): { spec: HeatSpec; card: PageCard } {
	const table = { columns: [{ label: spec.areaLabel, numeric: false }, ...spec.columns.map((c) => ({ label: c.label, numeric: false }))], rows: spec.rows.map((r) => [{ text: r.label, header: true as const }, ...r.cells.map((c) => ({ text: [c.icon, c.value, c.word].filter((p) => p !== '').join(' '), status: c.status }))]) };
	return { spec, card: makeCard(context, { id: 'peta', title: text(M.heatTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: spec.caption }, null, table, []) };
}

/** A fact first: how many; a verdict word only where 99.8 % earn it. */
function factOf({ context, metric, areas, answer, against }: Compared, counts: Awaited<ReturnType<typeof askPage>>): string {
	const known = areas.flatMap((area) => numberOf(counts, 'persons_proven', area, context.cycle) ?? []);
	if (known.length === 0) return text(M.factNone, context);
	const count = text(M.factCount, context, { n: known.reduce((a, b) => a + b, 0), areas: known.length });
	const strong = new Map<Verdict, string[]>();
	for (const area of areas) {
		const verdict = okAt(answer, metric, area, context.cycle)?.verdict;
		if (verdict === 'much_better' || verdict === 'much_worse') strong.set(verdict, [...(strong.get(verdict) ?? []), shortName(area)]);
	}
	const name = metric.name[context.lang];
	const sentences = [...strong].map(([verdict, own]) => text(M.factStrong, context, { name, n: own.length, word: say(VERDICTS[verdict], context.lang), benchmark: against, areas: own.slice(0, 5).join(', ') + (own.length > 5 ? ' …' : '') }));
	const isJudged = metric.polarity !== 'none' && areas.some((area) => (okAt(answer, metric, area, context.cycle)?.verdict ?? 'not_compared') !== 'not_compared');
	const [none = text(M.factNoStrong, context, { benchmark: against })] = differing(context, answer, metric, areas, against);
	return [count, ...(sentences.length > 0 ? sentences : isJudged ? [none] : [])].join(' ');
}
