/** The time line of one area: stages, prevention, letters, enforcement, and cases by month where the viewer may see them; what has been published. */
import { takesPart } from '#etl/reference/cycles.ts';
import type { Tone } from '../../charts/types.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import { coverageNote, makeCard, monthChart, monthTable, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, regenciesOf, type PageContext } from './context.ts';
import { eventsChart, eventsOf, eventsTable } from './outreach.ts';
import { publishedCards } from './published.ts';

const STEPS: readonly Tone[] = [{ kind: 'step', step: 0 }, { kind: 'step', step: 2 }];

/** Where a province's events took place: its government and its regencies. */
const lanesOf = (code: string): readonly string[] => (code.includes('.') ? [code] : [`${code}.00`, ...regenciesOf(code).map((r) => r.code)]);

async function eventsCard(context: PageContext, code: string): Promise<PageCard> {
	const lanes = lanesOf(code);
	const rows = await eventsOf(context, lanes, context.cycle);
	const shown = code.includes('.') ? lanes : lanes.filter((lane) => rows.some((r) => r.regency === lane));
	const answer = await askPage(context, ['events_prevention', 'events_letters'], { regions: [code] });
	return makeCard(
		context,
		{
			id: 'garis-waktu',
			title: text(M.eventsTitle, context, { cycle: cycleName(context.cycle, context.lang) }),
			subtitle: text(M.eventsSub, context),
			notes: rows.length === 0 ? [text(M.eventsNone, context)] : []
		},
		rows.length === 0 && shown.length === 0 ? null : eventsChart(context, shown, rows, context.cycle),
		eventsTable(context, rows),
		[answer]
	);
}

async function monthCard(context: PageContext, code: string): Promise<PageCard> {
	const ids = ['persons_reported', 'persons_proven'];
	const [answer, total] = await Promise.all([askPage(context, ids, { regions: [code], breakdown: 'month' }), askPage(context, ids, { regions: [code] })]);
	const chart = monthChart(context, answer, total, STEPS);
	const hidden = chart.series.some((s) => s.marks.some((m) => m.status === 'suppressed'));
	const notes = [...(hidden ? [text(M.monthHidden, context)] : []), ...coverageNote(context, total)];
	const made = makeCard(context, { id: 'bulan', title: text(M.monthTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.monthSub, context), notes }, chart, monthTable(context, chart), [answer]);
	// A month that is hidden is hatched, also where every month is.
	return hidden ? { ...made, card: { ...made.card, chart } } : made;
}

/** Cards in order of reading. Months are about cases: where none are known or no election took place there is no such card. */
export async function timeCards(context: PageContext, code: string): Promise<readonly PageCard[]> {
	if (takesPart(context.cycle, code) === 'no') return [];
	const [events, months] = await Promise.all([eventsCard(context, code), context.filters.nature === 'contoh' ? monthCard(context, code) : Promise.resolve(null)]);
	return months ? [events, months] : [events];
}

/** Published figures are real: in Mode contoh they stay on their own page. */
export function publishedOf(context: PageContext, code: string): Promise<readonly PageCard[]> {
	if (context.filters.nature !== 'real') return Promise.resolve([]);
	const areas = code.includes('.') ? [code] : lanesOf(code).concat(code);
	return publishedCards(context, { areas, title: text(M.publishedTitle, context, { area: areaName(code, context.lang) }), subtitle: text(M.publishedSub, context) });
}
