/** Monthly counts of a province or the nation on an XmR chart (methods 2.9); only where the counts are large enough. */
import { formatDate, formatNumber, say } from '../../i18n/index.ts';
import { HANDLING as M } from '../../i18n/messages/handling.ts';
import { BREAKDOWN_NAMES, UNITS } from '../../i18n/messages/status.ts';
import { MEAN_FOR_XMR, xmr } from '../../statistics/index.ts';
import { makeCard, monthChart, text, type PageCard } from './cards.ts';
import { areaName, askPage, type PageContext } from './context.ts';

const METRIC = 'persons_reported';

/** Null for a single regency, where a month is hidden or missing, and below a mean of 5 a month. */
export async function variationCard(context: PageContext): Promise<PageCard | null> {
	const { focus, lang } = context;
	if (focus.includes('.')) return null;
	const [answer, total] = await Promise.all([askPage(context, [METRIC], { regions: [focus], breakdown: 'month' }), askPage(context, [METRIC], { regions: [focus] })]);
	const chart = monthChart(context, answer, total, [{ kind: 'accent' }]);
	const marks = chart.series[0]?.marks ?? [];
	const series = marks.flatMap((m) => (m.status === 'ok' ? [m.value] : []));
	if (series.length !== marks.length || series.length === 0) return null;
	const found = xmr(series, { clipAtZero: true });
	if (found.kind === 'none' || found.mean < MEAN_FOR_XMR) return null;
	const number = (value: number): string => formatNumber(value, lang, 1);
	const signals = found.causes.filter((c) => c !== 'common_cause').length;
	return makeCard(
		context,
		{
			id: 'variasi',
			title: text(M.xmrTitle, context, { area: areaName(focus, lang) }),
			subtitle: text(M.xmrSub, context, { mean: number(found.mean), lower: number(found.lower), upper: number(found.upper), n: signals }),
			notes: found.trialLimits ? [text(M.xmrTrial, context)] : []
		},
		{ ...chart, form: 'line' },
		{
			columns: [{ label: say(BREAKDOWN_NAMES.month, lang), numeric: false }, { label: say(UNITS.persons, lang), numeric: true }, { label: text(M.xmrCause, context), numeric: false }],
			rows: chart.months.map((month, i) => [{ text: formatDate(month, lang, 'short'), header: true as const }, formatNumber(series[i] ?? 0, lang), say(M.causes[found.causes[i] ?? 'common_cause'], lang)])
		},
		[answer]
	);
}
