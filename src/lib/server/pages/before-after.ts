/** Sebelum dan sesudah: what happened around a preventive event, and what cannot be said of it. */
import { cycleWindow, stageOf } from '#etl/reference/cycles.ts';
import { formatDate } from '../../i18n/index.ts';
import { BEFORE_AFTER as M } from '../../i18n/messages/before-after.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import type { Answer } from '../ask/types.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { cellOf, makeCard, text, type PageCard } from './cards.ts';
import { compareBeforeAfter, monthsBetween, shiftMonth, windowsOf, type BeforeAfter, type Months } from './before-after-compare.ts';
import { chartOf, tableOf, sentencesOf } from './before-after-view.ts';
import { areaName, askPage, cycleName, pastCycles, shortName, type PageContext } from './context.ts';
import { EVENT_PARAMETER, eventHref, eventId, isDated } from './event-link.ts';
import type { PageModel } from './model.ts';
import { eventsOf } from './outreach.ts';

export async function beforeAfterPage(context: PageContext): Promise<PageModel> {
	const model = { heading: text(M.heading, context), tiles: [], tileRows: [], empty: null };
	const areas = context.areas.filter((a) => a !== 'ID' && a.includes('.'));
	const rows = (await eventsOf(context, areas, context.cycle)).filter((r) => r.class === 'prevention');
	const chosen = rows.find((r) => isDated(r) && eventId(r) === context.own.get(EVENT_PARAMETER));
	if (!chosen) return { ...model, lead: text(M.listLead, context), cards: [await listCard(context, rows)] };
	const about = { title: String(chosen.title), area: areaName(String(chosen.regency), context.lang), date: formatDate(String(chosen.event_date), context.lang) };
	return { ...model, lead: text(M.eventLead, context, about), cards: [await eventCard(context, chosen)] };
}

async function listCard(context: PageContext, rows: readonly Row[]): Promise<PageCard> {
	const dated = rows.filter(isDated).sort((a, b) => String(b.event_date).localeCompare(String(a.event_date)));
	const answer = await askPage(context, ['events_prevention'], { regions: context.areas });
	const cycle = cycleName(context.cycle, context.lang);
	return makeCard(
		context,
		{
			id: 'kegiatan',
			title: dated.length > 0 ? text(M.listTitle, context, { n: dated.length, cycle }) : text(M.listNone, context),
			subtitle: text(M.listSub, context),
			notes: rows.length > dated.length ? [text(M.inexact, context, { n: rows.length - dated.length })] : []
		},
		null,
		{
			columns: [M.date, M.area, M.what, M.heading].map((label) => ({ label: text(label, context), numeric: false })),
			rows: dated.map((r) => [
				{ text: formatDate(String(r.event_date), context.lang, 'short'), header: true as const },
				shortName(String(r.regency)),
				String(r.title),
				{ text: text(M.open, context), href: eventHref(context, r) }
			])
		},
		[answer]
	);
}

async function eventCard(context: PageContext, row: Row): Promise<PageCard> {
	const region = String(row.regency);
	const about = { id: 'banding', subtitle: text(M.sub, context) };
	const title = text(M.titleNone, context, { title: String(row.title) });
	if (context.filters.nature === 'real') {
		const events = await askPage(context, ['events_prevention'], { regions: [region] });
		return makeCard(context, { ...about, title, notes: [text(M.cannotReal, context)] }, null, {
			columns: [{ label: text(M.date, context), numeric: false }, { label: text(M.what, context), numeric: false }],
			rows: [[{ text: formatDate(String(row.event_date), context.lang), header: true as const }, String(row.title)]]
		}, [events]);
	}
	const { months, answer } = await monthsOf(context, region, String(row.event_date));
	const result = compareBeforeAfter(months);
	const shown = titleOf(context, result);
	return makeCard(
		context,
		{ ...about, title: shown ?? title, notes: sentencesOf(context, months, result) },
		result.kind === 'hidden' ? null : chartOf(context, months, { date: String(row.event_date), label: String(row.kind) }),
		tableOf(context, months, windowsOf(months)),
		[answer]
	);
}

function titleOf(context: PageContext, result: BeforeAfter): string | null {
	if (result.kind !== 'compared' && result.kind !== 'no_events') return null;
	const { before, after } = result;
	return text(M.title, context, { before: before.count, monthsBefore: before.months.length, after: after.count, monthsAfter: after.months.length });
}

const METRIC = 'persons_reported';

/** Cycles before and after the chosen one whose cases of the regency have arrived without a gap between their windows. */
function neighbours(totals: Answer, region: string, cycle: string): readonly string[] {
	const arrived = pastCycles().map((c) => c.code).filter((c) => cellOf(totals, METRIC, region, c)?.result.status === 'ok');
	const at = arrived.indexOf(cycle);
	if (at < 0) return [];
	const touches = (a: string, b: string): boolean => shiftDay(cycleWindow(a, region).end) === cycleWindow(b, region).start;
	let [from, to] = [at, at];
	while (from > 0 && touches(arrived[from - 1] ?? '', arrived[from] ?? '')) from -= 1;
	while (to < arrived.length - 1 && touches(arrived[to] ?? '', arrived[to + 1] ?? '')) to += 1;
	return arrived.slice(from, to + 1);
}

const shiftDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

async function monthsOf(context: PageContext, region: string, date: string): Promise<{ months: Months; answer: Answer }> {
	const all = pastCycles().map((c) => c.code);
	const totals = await askPage(context, [METRIC], { regions: [region], cycles: all });
	const cycles = neighbours(totals, region, context.cycle);
	const [answer, asn] = await Promise.all([
		askPage({ ...context, filters: { ...context.filters, from: null, to: null } }, [METRIC], { regions: [region], cycles: cycles.length > 0 ? cycles : [context.cycle], breakdown: 'act_month' }),
		askPage(context, ['asn_headcount'], { regions: [region] })
	]);
	const isHidden = answer.cells.some((c) => c.result.status === 'suppressed' || c.category === WHOLE_LINE);
	const counts = new Map<string, number>();
	for (const c of answer.cells) if (c.category && c.result.status === 'ok') counts.set(c.category, (counts.get(c.category) ?? 0) + c.result.value);
	const people = cellOf(asn, 'asn_headcount', region, context.cycle)?.result;
	const event = date.slice(0, 7);
	const [first, last] = knownMonths(cycles, region, answer.asOf);
	const span = monthsBetween(first, last);
	return {
		answer,
		months: {
			counts: isHidden ? null : counts,
			first: span[0] ?? shiftMonth(event, 1),
			last: span.at(-1) ?? event,
			event,
			asn: people?.status === 'ok' ? people.value : null,
			stageOf: (month) => stageOf(`${month}-15`, cycles.find((c) => `${month}-15` <= cycleWindow(c, region).end) ?? context.cycle)
		}
	};
}

/** First and last whole month of the windows, cut at the date of the data. */
function knownMonths(cycles: readonly string[], region: string, asOf: string): readonly [string, string] {
	const [first] = cycles;
	const last = cycles.at(-1);
	if (!first || !last) return ['9999-12', '0000-01'];
	const { start } = cycleWindow(first, region);
	const { end } = cycleWindow(last, region, asOf);
	const whole = shiftDay(end).slice(8) === '01' ? end.slice(0, 7) : shiftMonth(end.slice(0, 7), -1);
	return [start.slice(8) === '01' ? start.slice(0, 7) : shiftMonth(start.slice(0, 7), 1), whole];
}
