/** Sosialisasi: events on a time line against the stages, by kind and stage; pact coverage. */
import { stageBands } from '#etl/reference/cycles.ts';
import type { BarsSpec, EventsSpec, Mark, TableCell, TableSpec } from '../../charts/types.ts';
import { formatDate, formatNumber, say, upperFirst, type Lang, type Text } from '../../i18n/index.ts';
import { EVENT_COUNTS, EVENT_KINDS } from '../../i18n/messages/events.ts';
import { OUTREACH as M, PAGE } from '../../i18n/messages/pages.ts';
import { BREAKDOWN_NAMES, STATUS, UNITS } from '../../i18n/messages/status.ts';
import type { Cell } from '../ask/types.ts';
import type { Plain, Row } from '../warehouse/warehouse.ts';
import { areaChart, areaTable, cellOf, coverageNote, cycleBars, makeCard, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, pastCycles, shortName, withoutElection, type PageContext } from './context.ts';
import { eventHref, isDated } from './event-link.ts';
import type { PageModel } from './model.ts';
import { printed } from './printed.ts';
import { axisOf, dateWord } from './time-axis.ts';
import { areaTone, markOf, ribbon, sourceCell, tableCell } from './words.ts';

const ACCENT = [{ kind: 'accent' }, { kind: 'muted' }] as const;

const EVENTS_SQL = `SELECT e.*, s.file_name, s.office FROM event e LEFT JOIN submission s ON s.id = e.submission
	WHERE e.nature = $1 AND list_contains($2, e.regency) AND e."cycle" = $3 ORDER BY e.event_date, e.regency, e.title`;

/** Events of the areas in a cycle, in order of date. Events are not about persons: everyone sees them. */
export function eventsOf(context: PageContext, areas: readonly string[], cycle: string): Promise<Row[]> {
	return context.release.public.query(EVENTS_SQL, [context.filters.nature, areas, cycle]);
}

export async function outreachPage(context: PageContext): Promise<PageModel> {
	const none = withoutElection(context);
	if (none) return { heading: text(M.heading, context), lead: text(PAGE.noElection, context, none), tiles: [], tileRows: [], cards: [await trendCard(context)], empty: null };
	const cards = await Promise.all([lineCard(context), countCard(context), stageCard(context), reachCard(context), pactCard(context)]);
	const [line] = cards;
	return { heading: text(M.heading, context), lead: line?.card.title ?? '', tiles: [], tileRows: [], cards, empty: null };
}

const lanesOf = (context: PageContext): readonly string[] => context.areas.filter((a) => a !== 'ID' && a.includes('.'));

async function lineCard(context: PageContext): Promise<PageCard> {
	const lanes = lanesOf(context);
	const rows = (await eventsOf(context, lanes, context.cycle)).filter((r) => within(context, String(r.event_date)));
	const prevention = rows.filter((r) => r.class === 'prevention');
	const shown = lanes.filter((a) => lanes.length <= 6 || rows.some((r) => r.regency === a));
	const answer = await askPage(context, ['events_prevention', 'events_letters'], { regions: context.areas });
	const cycle = cycleName(context.cycle, context.lang);
	const title = prevention.length === 0 ? text(M.lineNone, context, { cycle }) : text(M.lineTitle, context, { n: prevention.length, areas: new Set(prevention.map((r) => String(r.regency))).size, cycle });
	return makeCard(
		context,
		{ id: 'garis-waktu', title: withOthers(context, title, rows), subtitle: text(M.lineSub, context) },
		eventsChart(context, shown, rows, context.cycle),
		eventsTable(context, rows),
		[answer]
	);
}

/** The title, with the number of letters and enforcements that stand among the marks without being counted in it. */
function withOthers(context: PageContext, title: string, rows: readonly Row[]): string {
	const told = (which: Text, kind: string): string[] => {
		const n = rows.filter((r) => r.class === kind).length;
		return n === 0 ? [] : [text(which, context, { n })];
	};
	const others = [...told(M.lineLetters, 'letter'), ...told(M.lineEnforcement, 'enforcement')];
	return others.length === 0 ? title : text(M.lineAlso, context, { title, others: others.join(', ') });
}

const within = (context: PageContext, date: string): boolean => {
	const month = date.slice(0, 7);
	return (!context.filters.from || month >= context.filters.from) && (!context.filters.to || month <= context.filters.to);
};

/** A month or a year is drawn as a band, its mark in the middle. */
function when(date: string): { date: string; start?: string; end?: string } {
	if (date.length === 10) return { date };
	if (date.length === 7) {
		const [y = 0, m = 0] = date.split('-').map(Number);
		return { date: `${date}-15`, start: `${date}-01`, end: new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10) };
	}
	return { date: `${date}-07-01`, start: `${date}-01-01`, end: `${date}-12-31` };
}

export function eventsChart(context: PageContext, lanes: readonly string[], rows: readonly Row[], cycle: string): EventsSpec {
	const { lang } = context;
	const vote = pastCycles().find((c) => c.code === cycle)?.voting_date ?? '';
	const bands = stageBands(cycle);
	const dates = rows.map((r) => when(String(r.event_date)));
	const starts = [...dates.map((d) => d.start ?? d.date), yearsBefore(vote)].filter((d) => d !== '').sort();
	const last = bands.find((b) => b.code === 'PEMUNGUTAN')?.end ?? vote;
	const ends = [...dates.map((d) => d.end ?? d.date), last].sort();
	return {
		kind: 'events',
		lanes: lanes.map((code) => ({ label: shortName(code), tone: areaTone(code) })),
		events: rows.flatMap((r, i) => {
			const lane = lanes.indexOf(String(r.regency));
			const date = dates[i];
			if (lane < 0 || !date) return [];
			const kind = r.class === 'letter' || r.class === 'enforcement' ? r.class : 'prevention';
			return [{ lane, ...date, class: kind, text: `${formatDate(String(r.event_date), lang)}, ${areaName(String(r.regency), lang)}: ${String(r.title)}` }];
		}),
		stages: ribbon(cycle, lang),
		...axisOf(context, cycle),
		votes: vote ? [{ date: vote, label: formatDate(vote, lang, 'short') }] : [],
		start: starts[0] ?? vote,
		end: ends.at(-1) ?? vote
	};
}

const yearsBefore = (vote: string): string => (vote ? `${Number(vote.slice(0, 4)) - 1}${vote.slice(4)}` : '');

export function eventsTable(context: PageContext, rows: readonly Row[]): TableSpec {
	const { lang } = context;
	return {
		columns: [
			{ label: text(M.date, context), numeric: false },
			{ label: text(M.event, context), numeric: false },
			{ label: text(M.kind, context), numeric: false },
			{ label: text(M.organiser, context), numeric: false },
			{ label: text(M.reach, context), numeric: true },
			{ label: text(M.source, context), numeric: false }
		],
		rows: rows.map((r) => [
			{ text: `${dateWord(context, String(r.event_date))}, ${shortName(String(r.regency))}`, header: true as const },
			titleOf(context, r),
			`${said(EVENT_KINDS, r.kind, lang)} (${text(classOf(r.class), context)})`,
			r.organiser === null ? '' : String(r.organiser),
			reach(context, r),
			source(r, lang)
		])
	};
}

/** A word of an event list in the reader's language; as it is written where we have no other. */
export function said(words: Readonly<Record<string, Text>>, written: Plain | undefined, lang: Lang): string {
	const own = typeof written === 'string' && Object.hasOwn(words, written) ? words[written] : undefined;
	return own ? say(own, lang) : String(written ?? '');
}

/** The event's name; a preventive one known to the day leads to what happened before and after it. */
function titleOf(context: PageContext, r: Row): TableCell {
	if (r.class === 'enforcement' && r.participants_other !== null) return text(M.enforced, context, { title: String(r.title), n: Number(r.participants_other), what: said(EVENT_COUNTS, r.counts, context.lang) });
	return r.class === 'prevention' && isDated(r) ? { text: String(r.title), href: eventHref(context, r) } : String(r.title);
}

const classOf = (value: unknown) => (value === 'letter' ? M.letter : value === 'enforcement' ? M.enforcement : M.prevention);

function reach(context: PageContext, r: Row): string {
	if (r.class !== 'prevention') return '';
	if (r.participants !== null) return formatNumber(Number(r.participants), context.lang);
	if (r.participants_other !== null) return text(M.other, context, { n: Number(r.participants_other), what: said(EVENT_COUNTS, r.counts, context.lang) });
	return text(M.notStated, context);
}

/** What reports the event; an event without a report has the file that lists it. */
const source = (r: Row, lang: Lang): TableCell => (r.source_title === null && r.file_name !== null ? `${printed('body', r.office, lang)}: ${String(r.file_name)}` : sourceCell(r));

async function countCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['events_prevention', 'events_letters', 'event_participants']);
	const chartAnswer = { ...answer, question: { ...answer.question, metrics: answer.question.metrics.slice(0, 2) } };
	return makeCard(
		context,
		{ id: 'jumlah', title: text(M.countTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.countSub, context) },
		areaChart(context, chartAnswer, 'bar', context.areas.filter((a) => a !== 'ID'), ACCENT),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

/** Stages down, one series per regency, as long as they can be told apart; else the chosen area alone. */
async function stageCard(context: PageContext): Promise<PageCard> {
	const { lang, cycle } = context;
	const lanes = context.focus === 'ID' ? lanesOf(context) : [context.focus];
	const answer = await askPage(context, ['events_prevention'], { regions: lanes, breakdown: 'stage' });
	const bands = ribbon(cycle, lang);
	const cell = (area: string, stage: string) => cellOf(answer, 'events_prevention', area, cycle, stage);
	const stages = bands.filter((b) => lanes.some((area) => cell(area, b.code)));
	const chart: BarsSpec = {
		kind: 'bars',
		form: 'bar',
		unit: say(UNITS.events, lang),
		rows: stages.map((b) => ({ label: b.label, marks: lanes.map((area) => markOrMissing(cell(area, b.code), lang)) })),
		series: lanes.map((area) => ({ name: shortName(area), tone: lanes.length === 1 ? { kind: 'accent' } : areaTone(area) })),
		benchmark: null
	};
	const table: TableSpec = {
		columns: [{ label: upperFirst(say(BREAKDOWN_NAMES.stage, lang)), numeric: false }, ...lanes.map((area) => ({ label: shortName(area), numeric: true }))],
		rows: stages.map((b) => [{ text: b.label, header: true as const }, ...lanes.map((area) => tableCell(cell(area, b.code), lang))])
	};
	const title = text(M.stageTitle, context, { area: lanes.map(shortName).join(', '), cycle: cycleName(cycle, lang) });
	return makeCard(context, { id: 'tahapan', title, subtitle: text(M.stageSub, context) }, chart, table, [answer]);
}

const markOrMissing = (cell: Cell | undefined, lang: Lang): Mark => (cell ? markOf(cell, lang) : { status: 'not_received', text: say(STATUS.not_received, lang) });

/** Preventive events of one area from cycle to cycle. */
async function trendCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['events_prevention'], { regions: [context.focus], cycles: pastCycles().map((c) => c.code) });
	const { chart, table } = cycleBars(context, answer, context.focus, ACCENT);
	return makeCard(context, { id: 'tren', title: text(M.trendTitle, context, { area: areaName(context.focus, context.lang) }), subtitle: text(M.countSub, context) }, chart, table, [answer]);
}

/** Distinct people and agencies reached, and how long before the next stage. */
async function reachCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['attendance_reach', 'agencies_reached', 'event_lead']);
	const chartAnswer = { ...answer, question: { ...answer.question, metrics: answer.question.metrics.slice(0, 1) } };
	return makeCard(
		context,
		{ id: 'jangkauan', title: text(M.reachTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.reachSub, context), notes: coverageNote(context, answer) },
		areaChart(context, chartAnswer, 'dot', context.areas.filter((a) => a !== 'ID'), ACCENT),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function pactCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['pact_coverage', 'attendance_people']);
	const chartAnswer = { ...answer, question: { ...answer.question, metrics: answer.question.metrics.slice(0, 1) } };
	return makeCard(
		context,
		{
			id: 'pakta',
			title: text(M.pactTitle, context, { cycle: cycleName(context.cycle, context.lang) }),
			subtitle: text(M.pactSub, context),
			notes: context.filters.nature === 'real' ? [text(M.pactNone, context)] : coverageNote(context, answer)
		},
		areaChart(context, chartAnswer, 'dot', context.areas.filter((a) => a !== 'ID'), ACCENT),
		areaTable(context, answer, context.areas),
		[answer]
	);
}
