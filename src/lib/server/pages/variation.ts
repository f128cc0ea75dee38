/** Monthly counts of a province or the nation on an XmR chart (methods 2.9); only where the counts are large enough. */
import { cycleWindow } from '#etl/reference/cycles.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { HANDLING as M } from '../../i18n/messages/handling.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import { MEAN_FOR_XMR, xmr } from '../../statistics/index.ts';
import { fetchKnownUntil } from '../ask/dates.ts';
import { makeCard, monthChart, text, type PageCard } from './cards.ts';
import { areaName, askPage, type PageContext } from './context.ts';
import { wholeMonths } from './months.ts';
import { monthColumn, monthWord } from './time-axis.ts';

const METRIC = 'persons_reported';

/**
 * Null for a single regency, where a month is hidden or missing, and below a mean of 5 a month. The months are the whole ones
 * of the cycle's window up to the date of the data, whatever months the reader looks at: limits that move with a filter are none.
 */
export async function variationCard(page: PageContext): Promise<PageCard | null> {
	const { focus, lang, cycle, filters, release } = page;
	if (focus.includes('.')) return null;
	const { start, end } = cycleWindow(cycle, focus, (await fetchKnownUntil(filters.nature, release))(focus, cycle));
	const [from, to] = wholeMonths(start, end);
	const context = { ...page, filters: { ...filters, from, to } };
	const [answer, total] = await Promise.all([askPage(context, [METRIC], { regions: [focus], breakdown: 'month' }), askPage(context, [METRIC], { regions: [focus] })]);
	const chart = monthChart(context, answer, total, [{ kind: 'accent' }]);
	const marks = chart.series[0]?.marks ?? [];
	const series = marks.flatMap((m) => (m.status === 'ok' ? [m.value] : []));
	if (series.length !== marks.length || series.length === 0) return null;
	const found = xmr(series, { clipAtZero: true });
	if (found.kind === 'none' || found.mean < MEAN_FOR_XMR) return null;
	const number = (value: number): string => formatNumber(value, lang, 1);
	const signals = found.causes.filter((c) => c !== 'common_cause').length;
	const levels = [
		{ value: found.mean, label: text(M.xmrMean, context, { value: number(found.mean) }) },
		{ value: found.upper, label: text(M.xmrUpper, context, { value: number(found.upper) }) },
		...(found.lower > 0 ? [{ value: found.lower, label: text(M.xmrLower, context, { value: number(found.lower) }) }] : [])
	];
	return makeCard(
		context,
		{
			id: 'variasi',
			title: text(M.xmrTitle, context, { area: areaName(focus, lang) }),
			subtitle: text(M.xmrSub, context, { mean: number(found.mean), lower: number(found.lower), upper: number(found.upper), n: signals }),
			notes: found.trialLimits ? [text(M.xmrTrial, context)] : []
		},
		{ ...chart, form: 'line', levels },
		{
			columns: [{ label: monthColumn(context), numeric: false }, { label: say(UNITS.persons, lang), numeric: true }, { label: text(M.xmrCause, context), numeric: false }],
			rows: chart.months.map((month, i) => [{ text: monthWord(context, month), header: true as const }, formatNumber(series[i] ?? 0, lang), say(M.causes[found.causes[i] ?? 'common_cause'], lang)])
		},
		[answer]
	);
}
