/** Ringkasan: what is real first: the last published backlog and its age, two cycles aligned, counts beside rates, events, silence, next dates. */
import { nextDates, sources } from '#etl/reference/index.ts';
import type { AlignedSpec, BarsSpec, TableSpec } from '../../charts/types.ts';
import { formatDate, formatNumber } from '../../i18n/index.ts';
import { OVERVIEW as M } from '../../i18n/messages/overview.ts';
import { PUBLISHED } from '../../i18n/messages/published.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { makeCard, text, type PageCard } from './cards.ts';
import { areaName, askPage, linkTo, pastCycles, printedOriginOf, sendersOf, shortName, type PageContext } from './context.ts';
import type { PageModel, TileModel } from './model.ts';
import { eventsChart, eventsOf, eventsTable } from './outreach.ts';
import { ageOf } from './origin-published.ts';
import { asOfOf, figureText, printed } from './printed.ts';
import { samplePart } from './overview-sample.ts';
import { publishedBrief, publishedRows, STAFF } from './published.ts';
import { publishedRates } from './published-rates.ts';

export interface WayIn {
	readonly name: string;
	readonly href: string;
	readonly facts: readonly string[];
}

export interface OverviewModel extends PageModel {
	readonly silent: readonly string[];
	readonly waysWord: string;
	readonly next: readonly { readonly date: string; readonly what: string; readonly source: string }[];
	readonly ways: readonly WayIn[];
}

const BACKLOG_CYCLE = 'PILKADA-2024';

/** The latest published row of a measure in a cycle at national level. */
function latest(rows: readonly Row[], cycle: string, measure: string): Row | undefined {
	return rows
		.filter((r) => r.level === 'nation' && r.cycle === cycle && r.measure === measure && r.role === 'row' && String(r.as_of ?? '').length === 10)
		.sort((a, b) => String(b.as_of).localeCompare(String(a.as_of)))[0];
}

const daysSince = (iso: string, today: string): number => Math.round((Date.parse(today) - Date.parse(iso)) / 86_400_000);

export async function overviewPage(context: PageContext, today: string): Promise<OverviewModel> {
	const rows = await publishedRows(context);
	const common = { silent: [M.silent1, M.silent2, M.silent3, M.silent4, M.silent5].map((m) => text(m, context)), waysWord: text(context.filters.nature === 'contoh' ? M.wayInSubContoh : M.wayInSub, context), next: next(context), ways: await waysIn(context, rows), empty: null };
	if (context.filters.nature === 'contoh') return { ...common, ...(await samplePart(context)) };
	const backlog = backlogOf(context, rows, today);
	const cards = [alignedCard(context, rows), rankCard(context, rows), await eventsCard(context)].filter((c) => c !== null);
	return { ...common, heading: text(M.heading, context), ...backlog, cards };
}

const WANTED = [
	['app_complaints', M.complaints],
	['waiting_bkn_verification', M.waitBkn],
	['waiting_ppk_action', M.waitPpk],
	['not_proven', M.notProven],
	['cancelled', M.cancelled],
	['punished', M.punished]
] as const;
const TILED: ReadonlySet<string> = new Set(WANTED.map(([measure]) => measure));

/** The tiles of the last published backlog; each figure is a published row, with its body, date and age. */
function backlogOf(context: PageContext, rows: readonly Row[], today: string): Pick<OverviewModel, 'lead' | 'tiles' | 'tileRows'> {
	const anchor = latest(rows, BACKLOG_CYCLE, 'waiting_bkn_verification');
	const found = WANTED.flatMap(([measure, label]) => {
		const row = rows.find((r) => anchor && r.measure === measure && r.as_of === anchor.as_of && r.body === anchor.body && r.level === 'nation' && r.cycle === BACKLOG_CYCLE);
		return row ? [{ row, label }] : [];
	});
	const value = (measure: string): number => Number(found.find(({ row }) => row.measure === measure)?.row.value ?? 0);
	const waiting = value('waiting_bkn_verification') + value('waiting_ppk_action');
	return {
		lead: anchor ? `${text(M.lead, context, { waiting, total: value('app_complaints'), date: formatDate(String(anchor.as_of), context.lang) })} ${text(M.lastWord, context, { date: formatDate(context.release.manifest.as_of, context.lang) })}` : '',
		tiles: found.map(({ row, label }): TileModel => ({
			label: text(label, context),
			figure: formatNumber(Number(row.value), context.lang),
			unit: text(row.unit === 'people' ? M.unitPeople : M.unitComplaints, context, { n: Number(row.value) }),
			source: `${printed('body', row.body, context.lang)}, ${asOfOf(context, row)}`,
			age: ageOf(context, row, today),
			isPrinted: true,
			...(row.role === 'printed_total' ? { meaning: partsOf(context, rows, row) } : row.unit === 'people' ? { meaning: text(M.punishedNote, context) } : {}),
			href: printedOriginOf(context, String(row.row_id)),
			origin: printedOriginOf(context, String(row.row_id))
		})),
		tileRows: publishedBrief(context, found.map(({ row }) => row))
	};
}

/** "667 + 436 + …": of what a printed total is made, with the words of the parts that have no tile. */
function partsOf(context: PageContext, rows: readonly Row[], total: Row): string {
	const parts = rows.filter((r) => r.table_group === total.table_group && r.role === 'row').sort((a, b) => Number(b.value) - Number(a.value));
	return `= ${parts.map((r) => `${formatNumber(Number(r.value), context.lang)}${TILED.has(String(r.measure)) ? '' : ` (${printed('measure', r.measure, context.lang).toLowerCase()})`}`).join(' + ')}`;
}

const ALIGNED = [
	{ cycle: 'PILKADA-2020', name: M.series2020, tone: { kind: 'muted' }, pick: (r: Row) => r.body === 'KASN' && r.measure === 'reported_asn' },
	{ cycle: 'PILKADA-2024', name: M.series2024Bawaslu, tone: { kind: 'region', slot: 0 }, pick: (r: Row) => r.body === 'Bawaslu' && r.measure === 'findings_and_reports' },
	{ cycle: 'PILKADA-2024', name: M.series2024Bkn, tone: { kind: 'accent' }, pick: (r: Row) => r.body === 'Kemendagri' && r.measure === 'app_complaints' }
] as const;

function alignedCard(context: PageContext, rows: readonly Row[]): PageCard | null {
	const used: Row[] = [];
	const series = ALIGNED.map(({ cycle, name, tone, pick }): AlignedSpec['series'][number] => {
		const vote = pastCycles().find((c) => c.code === cycle)?.voting_date ?? '';
		const points = rows
			.filter((r) => r.level === 'nation' && r.cycle === cycle && String(r.as_of ?? '').length === 10 && pick(r))
			.map((r) => ({ row: r, day: -daysSince(String(r.as_of), vote) }))
			.filter(({ day }) => day >= -200 && day <= 60)
			.sort((a, b) => a.day - b.day);
		const perDay = points.filter((p, i) => points.findIndex((o) => o.day === p.day) === i);
		used.push(...perDay.map((p) => p.row));
		return {
			name: text(name, context),
			tone,
			points: perDay.map(({ row, day }) => ({ day, value: Number(row.value), text: `${printed('body', row.body, context.lang)}, ${asOfOf(context, row)}: ${figureText(context, row)} (${printed('measure', row.measure, context.lang)})` }))
		};
	});
	if (series.every((s) => s.points.length === 0)) return null;
	const table: TableSpec = {
		columns: [
			{ label: text(M.day, context), numeric: true },
			{ label: text(PUBLISHED.body, context), numeric: false },
			{ label: text(PUBLISHED.asOf, context), numeric: false },
			{ label: text(PUBLISHED.measure, context), numeric: false },
			{ label: text(PUBLISHED.value, context), numeric: true }
		],
		rows: used.map((r) => {
			const vote = pastCycles().find((c) => c.code === r.cycle)?.voting_date ?? '';
			return [String(-daysSince(String(r.as_of), vote)), printed('body', r.body, context.lang), asOfOf(context, r), printed('measure', r.measure, context.lang), { text: figureText(context, r), href: printedOriginOf(context, String(r.row_id)) }];
		})
	};
	return realCard(context, { id: 'menuju', title: text(M.alignedTitle, context), subtitle: text(M.alignedSub, context), notes: [text(M.alignedNote, context)] }, { kind: 'aligned', unit: '', series }, table, used);
}

/** Cards of published figures: the source line names the bodies and papers themselves. */
function realCard(context: PageContext, about: { id: string; title: string; subtitle: string; notes: readonly string[] }, chart: AlignedSpec | BarsSpec, table: TableSpec, used: readonly Row[]): PageCard {
	const sources = [...new Set(used.map((r) => String(r.source_title)))];
	return {
		card: {
			...about,
			source: sources.slice(0, 4).join('; ') + (sources.length > 4 ? ` (+${sources.length - 4})` : ''),
			chart,
			table,
			definitions: [{ label: text(PUBLISHED.heading, context), href: linkTo('/angka-terbit', context) }],
			downloads: [],
			contoh: false
		},
		rows: publishedBrief(context, used)
	};
}

/** The published provincial table with the most provinces, beside the same counts per 10,000 PNS. */
export function rankCard(context: PageContext, rows: readonly Row[]): PageCard | null {
	const lines = publishedRates(rows).rates.toSorted((a, b) => Number(b.row.value) - Number(a.row.value));
	const [first] = lines;
	if (!first) return null;
	const number = (value: number): string => formatNumber(value, context.lang, 2);
	const chart: BarsSpec = {
		kind: 'bars',
		form: 'dot',
		unit: text(M.rate, context),
		rows: lines.map(({ row: r, ...estimate }) => ({
			label: shortName(String(r.region)),
			note: formatNumber(Number(r.value), context.lang),
			marks: [{ status: 'ok', value: estimate.value, lower: estimate.lower, upper: estimate.upper, text: `${formatNumber(Number(r.value), context.lang)}; ${number(estimate.value)} ${text(M.rate, context)} (${number(estimate.lower)}–${number(estimate.upper)})` }]
		})),
		series: [{ name: text(M.rate, context), tone: { kind: 'accent' } }],
		benchmark: null
	};
	const table: TableSpec = {
		columns: [
			{ label: text(PUBLISHED.place, context), numeric: false },
			{ label: text(M.count, context), numeric: true },
			{ label: text(M.pns, context), numeric: true },
			{ label: text(M.rate, context), numeric: true },
			{ label: '95 %', numeric: true }
		],
		rows: lines.map(({ row: r, base, ...estimate }) => [
			{ text: areaName(String(r.region), context.lang), header: true as const },
			{ text: formatNumber(Number(r.value), context.lang), href: printedOriginOf(context, String(r.row_id)) },
			{ text: formatNumber(Number(base.value), context.lang), href: printedOriginOf(context, String(base.row_id)) },
			number(estimate.value),
			`${number(estimate.lower)}–${number(estimate.upper)}`
		])
	};
	const subtitle = text(M.rankSub, context, { body: printed('body', first.row.body, context.lang), date: asOfOf(context, first.row), measure: printed('measure', first.row.measure, context.lang).toLowerCase() });
	return realCard(context, { id: 'urutan', title: text(M.rankTitle, context), subtitle, notes: [text(M.rankNote, context), ...new Set(lines.flatMap(({ row: r }) => (r.note === null ? [] : [printed('note', r.note, context.lang)])))] }, chart, table, lines.flatMap(({ row, base }) => [row, base]));
}

async function eventsCard(context: PageContext): Promise<PageCard> {
	const senders = sendersOf(context.release);
	const events = [...(await eventsOf(context, senders, 'PEMILU-2024')), ...(await eventsOf(context, senders, 'PILKADA-2024'))].filter((r) => r.class === 'prevention');
	const answer = await askPage(context, ['events_prevention'], { regions: senders, cycles: ['PEMILU-2024', 'PILKADA-2024'] });
	const chart = eventsChart(context, senders, events, 'PILKADA-2024');
	const pemilu = pastCycles().find((c) => c.code === 'PEMILU-2024');
	const votes = [...(pemilu ? [{ date: pemilu.voting_date, label: formatDate(pemilu.voting_date, context.lang, 'short') }] : []), ...chart.votes];
	return makeCard(context, { id: 'kegiatan', title: text(M.eventsTitle, context), subtitle: text(M.eventsSub, context) }, { ...chart, votes }, eventsTable(context, events), [answer]);
}

const sourceTitle = (id: string): string => sources().find((s) => s.id === id)?.title ?? id;

const next = (context: PageContext): OverviewModel['next'] =>
	nextDates().map((d) => ({ date: formatDate(d.date, context.lang), what: context.lang === 'id' ? d.name_id : d.name_en, source: d.source.map(sourceTitle).join('; ') }));

async function waysIn(context: PageContext, rows: readonly Row[]): Promise<readonly WayIn[]> {
	const counts = await context.release.public.query(`SELECT regency, count(*) AS n FROM event WHERE nature = $1 AND class = 'prevention' GROUP BY regency`, [context.filters.nature]);
	return sendersOf(context.release).map((code) => ({
		name: areaName(code, context.lang),
		href: linkTo(`/wilayah/${code}`, context, { region: null, province: null }),
		facts: [
			text(M.events, context, { n: Number(counts.find((c) => c.regency === code)?.n ?? 0) }),
			text(M.figures, context, { n: rows.filter((r) => r.region === code && !STAFF.has(String(r.measure))).length })
		]
	}));
}
