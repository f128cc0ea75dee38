/** Cycles of one kind laid over each other, aligned to voting day; and the stabilised rates of many areas. */
import { comparableBefore } from '#etl/reference/cycles.ts';
import type { AlignedSpec, TableSpec } from '../../charts/types.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import { empiricalBayes } from '../../statistics/index.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import { makeCard, text, type PageCard } from './cards.ts';
import { okAt } from './compare-order.ts';
import type { Compared } from './compare-table.ts';
import { areaName, askPage, cycleName, pastCycles, type PageContext } from './context.ts';
import { digitsOf, unitWord } from './words.ts';

const METRIC = 'persons_reported';

/** The chosen cycle and those of its kind before it, newest first. */
function comparable(cycle: string, area: string): readonly string[] {
	const before = comparableBefore(cycle, area);
	return before ? [cycle, ...comparable(before, area)] : [cycle];
}

/** Persons reported, cumulative by month, days to the vote; null where there is one cycle only or nothing has arrived. */
export async function cyclesCard(context: PageContext, area: string): Promise<PageCard | null> {
	const { lang } = context;
	const cycles = comparable(context.cycle, area);
	if (cycles.length < 2) return null;
	const answer = await askPage(context, [METRIC], { regions: [area], cycles, breakdown: 'month' });
	const total = await askPage(context, [METRIC], { regions: [area], cycles });
	const known = cycles.filter((cycle) => total.cells.some((c) => c.cycle === cycle && c.result.status === 'ok'));
	if (known.length < 2) return null;
	const isHidden = answer.cells.some((c) => c.result.status === 'suppressed' || c.category === WHOLE_LINE);
	const series = isHidden ? [] : known.map((cycle, i): AlignedSpec['series'][number] => ({ name: cycleName(cycle, lang), tone: i === 0 ? { kind: 'accent' } : i === 1 ? { kind: 'muted' } : { kind: 'step', step: 0 }, points: cumulative(context, answer.cells.filter((c) => c.cycle === cycle), cycle) }));
	const kind = pastCycles().find((c) => c.code === context.cycle)?.kind === 'pemilu' ? M.kinds.pemilu : M.kinds.pilkada;
	const about = { id: 'siklus', title: text(M.cyclesTitle, context, { area: areaName(area, lang), kind: say(kind, lang) }), subtitle: text(M.cyclesSub, context), notes: [text(M.sameCycle, context), ...(isHidden ? [text(M.cyclesHidden, context)] : [])] };
	const table: TableSpec = {
		columns: [{ label: text(M.formCycle, context), numeric: false }, { label: text(M.day, context), numeric: true }, { label: say(UNITS.persons, lang), numeric: true }],
		rows: series.flatMap((s) => s.points.map((p) => [{ text: s.name, header: true as const }, String(p.day), formatNumber(p.value, lang)]))
	};
	return makeCard(context, about, isHidden ? null : { kind: 'aligned', unit: say(UNITS.persons, lang), series }, table, [answer]);
}

function cumulative(context: PageContext, cells: readonly { category: string | null; result: { status: string; value?: number } }[], cycle: string): AlignedSpec['series'][number]['points'] {
	const vote = pastCycles().find((c) => c.code === cycle)?.voting_date ?? '';
	const months = cells.flatMap((c) => (c.category && c.result.status === 'ok' ? [{ month: c.category, n: c.result.value ?? 0 }] : [])).sort((a, b) => a.month.localeCompare(b.month));
	let sum = 0;
	return months.map(({ month, n }) => {
		sum += n;
		const [y = 0, m = 0] = month.split('-').map(Number);
		const day = Math.round((Date.UTC(y, m, 0) - Date.parse(vote)) / 86_400_000);
		return { day, value: sum, text: `${cycleName(cycle, context.lang)}, ${day}: ${formatNumber(sum, context.lang)} ${unitWord('persons', sum, context.lang)}` };
	});
}

/** Marshall's rates of at least 20 areas; null where the condition does not hold or any count may not be seen. */
export function stabilisedCard({ context, metric, areas, answer }: Compared): PageCard | null {
	if (metric.interval !== 'poisson') return null;
	const counted = areas.flatMap((area) => {
		const result = okAt(answer, metric, area, context.cycle);
		return result?.denominator ? [{ area, raw: result.value, cases: result.numerator, population: result.denominator }] : [];
	});
	const shrunk = empiricalBayes(counted);
	if (shrunk.kind === 'none') return null;
	const digits = digitsOf(metric);
	const number = (value: number): string => formatNumber(value, context.lang, digits);
	const cycle = cycleName(context.cycle, context.lang);
	const lines = counted.map((c, i) => ({ ...c, smoothed: (shrunk.smoothed[i] ?? 0) * metric.per })).sort((a, b) => b.smoothed - a.smoothed);
	return makeCard(
		context,
		{ id: 'stabil', title: text(M.stableTitle, context, { cycle }), subtitle: text(M.stableSub, context, { metric: metric.name[context.lang] }) },
		null,
		{
			columns: [{ label: text(M.heatArea, context), numeric: false }, { label: text(M.count, context), numeric: true }, { label: text(M.stableRaw, context), numeric: true }, { label: text(M.stableRate, context), numeric: true }],
			rows: lines.map((l) => [{ text: areaName(l.area, context.lang), header: true as const }, formatNumber(l.cases, context.lang), number(l.raw), number(l.smoothed)])
		},
		[answer]
	);
}
