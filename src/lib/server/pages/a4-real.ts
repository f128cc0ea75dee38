/** What is real in a brief: printed figures with their body and date, compared only where one paper printed both. */
import type { Region } from '#etl/reference/regions.ts';
import type { TableSpec } from '../../charts/types.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import { PUBLISHED } from '../../i18n/messages/published.ts';
import type { A4Chart, A4Table } from '../../ui/a4.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { drawBars } from './a4-charts.ts';
import { cut, numberedSources } from './a4-done.ts';
import { text, type PageCard } from './cards.ts';
import { publishedComparison } from './compare-published.ts';
import { areaName, cycleName, type PageContext } from './context.ts';
import { rankCard } from './overview.ts';
import { asOfOf, figureText, printed } from './printed.ts';
import { measureIn, type Figures } from './printed-figures.ts';
import { publishedRows } from './published.ts';
import { sourceCell } from './words.ts';

/** So many printed figures have room. */
const MOST = 8;

/** The figures of a brief that have room: of the cycle, else of others. */
export const shownOf = ({ all, ofCycle }: Figures): readonly Row[] => (ofCycle.length > 0 ? ofCycle : all).slice(0, MOST);

/** What a figure is of: its cycle, else the time that it was printed for. */
const cycleOf = (context: PageContext, { cycle, period }: Row): string => (cycle === null ? String(period ?? '') : cycleName(String(cycle), context.lang));

/** What stands under a heading is of other cycles than the sheet: their names come first. */
const fromOther = (context: PageContext, cycles: readonly string[], title: string): string => text(M.fromOther, context, { title, cycles: [...new Set(cycles)].filter((name) => name !== '').join(', ') || text(M.withoutCycle, context) });

export function figuresTable(context: PageContext, code: string, figures: Figures, address: string): A4Table {
	const { all, ofCycle } = figures;
	const shown = shownOf(figures);
	const left = all.length - shown.length;
	const notes = [
		...(all.length > 0 && ofCycle.length === 0 ? [text(M.keyRealOther, context, { cycle: cycleName(context.cycle, context.lang) })] : []),
		...(left > 0 ? [text(M.keyRealMore, context, { n: left, address })] : [])
	];
	const title = ofCycle.length > 0 || all.length === 0 ? text(M.keyReal, context) : fromOther(context, shown.map((r) => cycleOf(context, r)), text(M.keyReal, context));
	if (shown.length === 0) return { title, table: null, notes: [text(M.keyRealNone, context, { area: areaName(code, context.lang) })] };
	const sources = [...new Set(shown.map((r) => String(r.source_title ?? '')))];
	return { title, table: tableOf(context, shown, sources, code), notes: [numberedSources(context, sources), ...notes] };
}

/** Sources are numbered; the number leads to the paper. The cycle is said where it is not the brief's own. */
function tableOf(context: PageContext, rows: readonly Row[], sources: readonly string[], code: string): TableSpec {
	const { lang } = context;
	const column = (label: string, numeric = false) => ({ label, numeric });
	const isMixed = rows.some((r) => r.cycle !== context.cycle);
	return {
		columns: [
			column(text(PUBLISHED.measure, context)),
			column(text(PUBLISHED.value, context), true),
			column(text(PUBLISHED.body, context)),
			column(text(PUBLISHED.asOf, context)),
			...(isMixed ? [column(text(M.cycle, context))] : []),
			column(text(M.source, context))
		],
		rows: rows.map((r) => {
			const cell = sourceCell(r);
			const number = `[${sources.indexOf(String(r.source_title ?? '')) + 1}]`;
			return [
				{ text: cut(measureIn(context, r, code), 70), header: true as const },
				figureText(context, r),
				cut(printed('body', r.body, lang), 45),
				asOfOf(context, r),
				...(isMixed ? [cycleOf(context, r)] : []),
				typeof cell === 'string' || cell.href === undefined ? number : { text: number, href: cell.href }
			];
		})
	};
}

/** One printed table by area, of the chosen cycle where there is one; null where nothing was printed together. */
async function printedTable(context: PageContext, { code, kind }: Region): Promise<PageCard | null> {
	if (kind === 'nation') return rankCard(context, await publishedRows(context));
	if (kind !== 'province') return null;
	const every = { ...context, filters: { ...context.filters, province: code, region: null } };
	const rowsIn = ({ card }: PageCard): number => (card.chart?.kind === 'bars' ? card.chart.rows.length : 0);
	for (const cycle of [context.cycle, null]) {
		const cards = await publishedComparison({ ...every, filters: { ...every.filters, cycle } });
		const [best] = cards.filter((c) => rowsIn(c) > 0).sort((a, b) => rowsIn(b) - rowsIn(a));
		if (best) return best;
	}
	return null;
}

export async function realComparison(context: PageContext, region: Region): Promise<A4Chart> {
	const title = text(M.compare, context);
	const found = await printedTable(context, region);
	const spec = found?.card.chart;
	if (!found || spec?.kind !== 'bars') return { title, how: '', drawings: [], notes: [text(M.compareNoneReal, context, { area: areaName(region.code, context.lang) })] };
	const { card } = found;
	// The card of the overview argues against ranks; here it is the comparison itself.
	const measure = String(found.rows[0]?.metric ?? '').replace(/^published:/, '');
	const plain = region.kind === 'nation' ? text(M.compareRank, context, { measure: printed('measure', measure, context.lang) }) : card.title;
	const cycles = found.rows.flatMap(({ cycle }) => (typeof cycle === 'string' ? [cycle] : []));
	const heading = cycles.includes(context.cycle) ? plain : fromOther(context, cycles.map((cycle) => cycleName(cycle, context.lang)), plain);
	return { title: heading, how: card.subtitle, drawings: drawBars(context, heading, spec), notes: [...(region.kind === 'province' ? [text(M.compareSupport, context)] : card.notes.slice(0, 1)), `${text(M.source, context)}: ${cut(card.source, 160)}`] };
}
