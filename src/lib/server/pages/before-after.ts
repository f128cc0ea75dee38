/** Sebelum dan sesudah: what happened around a preventive event, and what cannot be said of it. */
import { z } from 'zod';
import { cycleOf, cycleWindow, stageOf } from '#etl/reference/cycles.ts';
import type { StageBand, TableCell } from '../../charts/types.ts';
import { formatDate, type Text } from '../../i18n/index.ts';
import { BEFORE_AFTER as M } from '../../i18n/messages/before-after.ts';
import { EVENT_KINDS } from '../../i18n/messages/events.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import { fetchKnownUntil } from '../ask/dates.ts';
import type { Answer } from '../ask/types.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { cellOf, makeCard, text, type PageCard } from './cards.ts';
import { compareBeforeAfter, windowsOf, type BeforeAfter, type Months } from './before-after-compare.ts';
import { cautionsOf, chartOf, sentencesOf, stagesOf, tableOf } from './before-after-view.ts';
import { areaName, askPage, cycleName, linkTo, pastCycles, shortName, type PageContext } from './context.ts';
import { EVENT_PARAMETER, eventHref, eventId, isDated } from './event-link.ts';
import type { PageModel } from './model.ts';
import { monthsBetween, nextDay, shiftMonth, wholeMonths } from './months.ts';
import { eventsOf, said } from './outreach.ts';
import { sourceCell, statusText } from './words.ts';

const EVENT = z.string().regex(/^[0-9a-f]{12}$/).nullable().catch(null);

export async function beforeAfterPage(context: PageContext): Promise<PageModel> {
	const model = { heading: text(M.heading, context), tiles: [], tileRows: [], empty: null };
	const areas = context.areas.filter((a) => a !== 'ID' && a.includes('.'));
	const rows = (await eventsOf(context, areas, context.cycle)).filter((r) => r.class === 'prevention');
	const id = EVENT.parse(context.own.get(EVENT_PARAMETER));
	const chosen = id === null ? undefined : rows.find((r) => isDated(r) && eventId(r) === id);
	if (!chosen) return { ...model, lead: text(M.listLead, context), cards: [await listCard(context, rows)] };
	return { ...model, lead: text(M.eventLead, context, aboutOf(context, chosen)), cards: [await eventCard(context, chosen)] };
}

/** The way back from one event to the list. */
export const backLinks = (context: PageContext): readonly { label: string; href: string }[] =>
	EVENT.parse(context.own.get(EVENT_PARAMETER)) === null ? [] : [{ label: text(M.back, context), href: linkTo('/sebelum-sesudah', context, { region: null, province: null }) }];

const aboutOf = (context: PageContext, row: Row) => ({ title: String(row.title), area: areaName(String(row.regency), context.lang), date: formatDate(String(row.event_date), context.lang) });

/** Events known to the day lead on, newest first; the others stand below them with the reason why they do not. */
async function listCard(context: PageContext, rows: readonly Row[]): Promise<PageCard> {
	const newest = rows.toSorted((a, b) => String(b.event_date).localeCompare(String(a.event_date)));
	const [dated, others] = [newest.filter(isDated), newest.filter((r) => !isDated(r))];
	const answer = await askPage(context, ['events_prevention'], { regions: context.areas });
	const real = context.filters.nature === 'real';
	const cells = (r: Row, event: TableCell): readonly TableCell[] => [
		{ text: formatDate(String(r.event_date), context.lang, 'short'), header: true as const },
		shortName(String(r.regency)),
		event,
		...(real ? [sourceCell(r)] : [])
	];
	return makeCard(
		context,
		{
			id: 'kegiatan',
			title: dated.length > 0 ? text(M.listTitle, context, { n: dated.length, cycle: cycleName(context.cycle, context.lang) }) : text(M.listNone, context),
			subtitle: dated.length > 0 ? text(M.listSub, context) : '',
			notes: others.length > 0 ? [text(M.inexact, context)] : []
		},
		null,
		{
			columns: columnsOf(context, M.date, M.area, M.what, ...(real ? [M.source] : [])),
			rows: [...dated.map((r) => cells(r, { text: String(r.title), href: eventHref(context, r) })), ...others.map((r) => cells(r, text(M.unusable, context, { title: String(r.title) })))]
		},
		[answer]
	);
}

const columnsOf = (context: PageContext, ...labels: readonly Text[]) => labels.map((label) => ({ label: text(label, context), numeric: false }));

async function eventCard(context: PageContext, row: Row): Promise<PageCard> {
	const region = String(row.regency);
	const title = text(M.titleNone, context, { title: String(row.title) });
	const about = { id: 'banding', title, subtitle: text(M.sub, context, aboutOf(context, row)) };
	const day = { text: formatDate(String(row.event_date), context.lang), header: true as const };
	if (context.filters.nature === 'real') {
		const events = await askPage(context, ['events_prevention'], { regions: [region] });
		const month = String(row.event_date).slice(0, 7);
		const cautions = cautionsOf(context, windowsOf({ event: month, first: '0000-01', last: '9999-12' }), (m) => stageOf(`${m}-15`, cycleOf(`${m}-15`, region) ?? context.cycle));
		return makeCard(context, { ...about, notes: [text(M.cannotReal, context), ...cautions] }, null, {
			columns: columnsOf(context, M.date, M.what, M.source),
			rows: [[day, String(row.title), sourceCell(row)]]
		}, [events]);
	}
	const { months, answer, stages } = await monthsOf(context, region, String(row.event_date));
	const result = compareBeforeAfter(months);
	const words = { ...about, title: titleOf(context, result) ?? title, notes: sentencesOf(context, months, result) };
	if (months.counts === null) {
		return makeCard(context, words, null, { columns: columnsOf(context, M.date, M.what, M.byMonth), rows: [[day, String(row.title), hiddenCell(context, answer)]] }, [answer]);
	}
	return makeCard(context, words, chartOf(context, months, months.counts, stages, { date: String(row.event_date), label: said(EVENT_KINDS, row.kind, context.lang) }), tableOf(context, months, months.counts), [answer]);
}

/** The words of disclosure for a line that is hidden, as every other page has them. */
function hiddenCell(context: PageContext, answer: Answer): TableCell {
	const result = answer.cells.find((c) => c.result.status === 'suppressed')?.result;
	return { text: statusText(result?.status === 'suppressed' ? result : { status: 'suppressed', kind: 'secondary' }, context.lang), status: 'suppressed' };
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
	const touches = (a: string, b: string): boolean => nextDay(cycleWindow(a, region).end) === cycleWindow(b, region).start;
	let [from, to] = [at, at];
	while (from > 0 && touches(arrived[from - 1] ?? '', arrived[from] ?? '')) from -= 1;
	while (to < arrived.length - 1 && touches(arrived[to] ?? '', arrived[to + 1] ?? '')) to += 1;
	return arrived.slice(from, to + 1);
}

async function monthsOf(context: PageContext, region: string, date: string): Promise<{ months: Months; answer: Answer; stages: readonly StageBand[] }> {
	const all = pastCycles().map((c) => c.code);
	const totals = await askPage(context, [METRIC], { regions: [region], cycles: all });
	const cycles = neighbours(totals, region, context.cycle);
	const [answer, asn, knownUntil] = await Promise.all([
		askPage({ ...context, filters: { ...context.filters, from: null, to: null } }, [METRIC], { regions: [region], cycles: cycles.length > 0 ? cycles : [context.cycle], breakdown: 'act_month' }),
		askPage(context, ['asn_headcount'], { regions: [region] }),
		fetchKnownUntil(context.filters.nature, context.release)
	]);
	const isHidden = answer.cells.some((c) => c.result.status === 'suppressed' || c.category === WHOLE_LINE);
	const counts = new Map<string, number>();
	for (const c of answer.cells) if (c.category && c.result.status === 'ok') counts.set(c.category, (counts.get(c.category) ?? 0) + c.result.value);
	const people = cellOf(asn, 'asn_headcount', region, context.cycle)?.result;
	const event = date.slice(0, 7);
	const [first, last] = knownMonths(cycles, region, knownUntil(region, cycles.at(-1) ?? context.cycle));
	const span = monthsBetween(first, last);
	return {
		answer,
		stages: stagesOf(context, cycles, region),
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

/** First and last whole month of the windows, cut where the regency's own data end. */
function knownMonths(cycles: readonly string[], region: string, knownUntil: string | null): readonly [string, string] {
	const [first] = cycles;
	const last = cycles.at(-1);
	return first && last ? wholeMonths(cycleWindow(first, region).start, cycleWindow(last, region, knownUntil).end) : ['9999-12', '0000-01'];
}
