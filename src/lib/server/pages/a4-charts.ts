/** The two charts of a brief: where the area stands, and what happened along the stages. */
import { allRegions, type Region } from '#etl/reference/regions.ts';
import { niceScale } from '../../charts/scale.ts';
import type { BarsSpec, ChartSpec, Tone } from '../../charts/types.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import type { A4Chart } from '../../ui/a4.ts';
import { renderChart } from '../charts/render.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { areaChart, cellOf, coverageNote, monthChart, text } from './cards.ts';
import type { Verdict } from '../../statistics/index.ts';
import { byInterval, okAt } from './compare-order.ts';
import { differing, differs } from './differing.ts';
import { askPage, metricOf, provinces, regenciesOf, shortName, type PageContext } from './context.ts';
import { eventsChart, eventsOf } from './outreach.ts';
import { areaTone, statusText, verdictTone } from './words.ts';

/** Drawn narrower than printed, so that the smallest letters (11 px) come out at 9 pt. */
const FULL = 620;
const HALF = 302;
const SLIM = 340;
/** Of the chart by month on paper; its stages take half of it, and it is taller where its key is. */
const TIME_HEIGHT = 200;
/** Rows up to which one column is readable and short enough. */
const ONE_COLUMN = 12;

export const RATE = 'proven_per_1000';
const STEPS: readonly Tone[] = [{ kind: 'step', step: 0 }, { kind: 'step', step: 2 }];

const draw = (context: PageContext, title: string, spec: ChartSpec, width: number, height?: number): string => renderChart(spec, { lang: context.lang, width, contoh: context.filters.nature === 'contoh', title, ...(height ? { height } : {}) });

/** One drawing, or two columns with the same scale and width where there are many rows. */
export function drawBars(context: PageContext, title: string, spec: BarsSpec): A4Chart['drawings'] {
	const dense: BarsSpec = { ...spec, dense: true, rows: spec.rows.map(({ note: _, ...row }) => row) };
	if (spec.rows.length <= ONE_COLUMN) return [{ wide: draw(context, title, dense, FULL), slim: draw(context, title, dense, SLIM) }];
	const high = Math.max(spec.benchmark?.value ?? 0, ...spec.rows.flatMap((r) => r.marks.flatMap((m) => (m.status === 'ok' ? [m.upper ?? m.value] : []))));
	const shared: BarsSpec = { ...dense, whole: dense.rows, min: 0, max: spec.max ?? niceScale(0, high, 3, spec.digits === 0).max };
	const half = Math.ceil(spec.rows.length / 2);
	return [shared.rows.slice(0, half), shared.rows.slice(half)].map((rows) => {
		const part = draw(context, title, { ...shared, rows }, HALF);
		return { wide: part, slim: part };
	});
}

/** The area beside its province and the nation, or the areas below it. */
export async function comparisonOf(context: PageContext, { code, kind }: Region): Promise<A4Chart> {
	const below = kind === 'nation' ? provinces().map((p) => p.code) : kind === 'province' ? [...regenciesOf(code).map((r) => r.code), `${code}.00`] : [];
	const beside = kind === 'nation' ? [] : kind === 'province' ? [code] : [code, code.slice(0, 2), 'ID'];
	const answer = await askPage(context, [RATE], { regions: [...new Set([...below, ...beside, 'ID'])] });
	const metric = metricOf(RATE);
	const areas = below.length > 0 ? [...beside, ...byInterval(below, answer, metric, context.cycle)] : beside;
	const title = text(kind === 'nation' ? M.compareProvinces : kind === 'province' ? M.compareRegencies : M.compareArea, context);
	const spec = areaChart(context, answer, 'dot', areas, [{ kind: 'accent' }]);
	const chart = { ...spec, min: 0, rows: spec.rows.map((row, i) => ({ ...row, tone: toneOf(areas[i] ?? '', code, okAt(answer, metric, areas[i] ?? '', context.cycle)?.verdict) })) };
	const own = cellOf(answer, RATE, code, context.cycle)?.result;
	const isEmpty = chart.rows.every((r) => r.marks.every((m) => m.status !== 'ok'));
	if (isEmpty) return { title, how: '', drawings: [], notes: [text(M.compareNone, context, { why: own && own.status !== 'ok' ? statusText(own, context.lang) : '–' })] };
	return {
		title,
		how: [...[M.compareHow, ...(below.length > 0 ? [M.compareOrder] : [])].map((m) => text(m, context)), ...differing(context, answer, metric, below, shortName('ID'), { named: NAMED, chance: false })].join(' '),
		drawings: drawBars(context, title, chart),
		notes: coverageNote(context, answer)
	};
}

/** So many areas are named; more are counted: the sheet has no room. */
const NAMED = 4;

/** The area of the brief stands out, a regency in its own colour and shape; of the others, those that differ from the nation. */
function toneOf(area: string, code: string, verdict: Verdict | null | undefined): Tone {
	if (area === code) return ownTone(area);
	return differs(verdict) ? verdictTone(verdict ?? null) : { kind: 'muted' };
}
const ownTone = (code: string): Tone => (areaTone(code).kind === 'region' ? areaTone(code) : { kind: 'accent' });

/** Where events of an area took place: itself, and everything below it. */
export const lanesOf = ({ code, kind }: Region): readonly string[] =>
	kind === 'nation' ? allRegions().filter((r) => r.kind === 'regency' || r.kind === 'city' || r.kind === 'province_government').map((r) => r.code) : kind === 'province' ? [`${code}.00`, ...regenciesOf(code).map((r) => r.code)] : [code];

export const knownEvents = (context: PageContext, region: Region): Promise<Row[]> => eventsOf(context, lanesOf(region), context.cycle);

/** Cases by month where the reader may see any; else prevention and letters. Both above the stage ribbon. */
export async function timeOf(context: PageContext, region: Region, events: readonly Row[]): Promise<A4Chart> {
	const title = text(M.time, context);
	const months = context.filters.nature === 'contoh' ? await casesByMonth(context, region.code) : null;
	if (months?.series.some((s) => s.marks.some((m) => m.status === 'ok' && m.value > 0)))
		return { title, how: text(M.timeMonths, context), drawings: [{ wide: draw(context, title, months, FULL, TIME_HEIGHT), slim: draw(context, title, months, SLIM) }], notes: months.series.some((s) => s.marks.some((m) => m.status === 'suppressed')) ? [text(M.timeSomeHidden, context)] : [] };
	const shown = events.filter((r) => r.class === 'prevention' || r.class === 'letter').map((r) => ({ ...r, regency: region.code }));
	const spec = eventsChart(context, [region.code], shown, context.cycle);
	const own = { ...spec, lanes: [{ label: shortName(region.code), tone: ownTone(region.code) }] };
	const hidden = months?.series.some((s) => s.marks.some((m) => m.status === 'suppressed')) ?? false;
	return {
		title,
		how: text(M.timeEvents, context),
		drawings: [{ wide: draw(context, title, own, FULL), slim: draw(context, title, own, SLIM) }],
		notes: [...(shown.length === 0 ? [text(M.timeNone, context)] : []), ...(hidden ? [text(M.timeHidden, context)] : [])]
	};
}

async function casesByMonth(context: PageContext, code: string) {
	const ids = ['persons_reported', 'persons_proven'];
	const [answer, total] = await Promise.all([askPage(context, ids, { regions: [code], breakdown: 'month' }), askPage(context, ids, { regions: [code] })]);
	return monthChart(context, answer, total, STEPS);
}
