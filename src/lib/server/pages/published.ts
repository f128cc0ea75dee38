/** Angka terbit: published tables as printed, with what they add up to. The figures are the same for every viewer. */
import type { ChartSpec, TableSpec } from '../../charts/types.ts';
import { formatNumber, upperFirst } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { PUBLISHED as M } from '../../i18n/messages/published.ts';
import { tableGroups } from '#etl/reference/published-tables.ts';
import { asOfOf, figureText, labelOf, measureText, placeOf, printed } from './printed.ts';
import type { BriefRow } from '../export/brief.ts';
import { oncePerRelease } from '../release/once.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { text, type PageCard } from './cards.ts';
import { cycleName, printedOriginOf, type PageContext } from './context.ts';
import type { PageModel } from './model.ts';
import { sourceCell } from './words.ts';

/** One printed table: its rows, its printed total if any, and whether they agree. */
export interface PublishedTable {
	readonly group: string;
	readonly rows: readonly Row[];
	readonly total: Row | null;
	readonly sum: number;
	/** Sum of rows − printed total; null without a printed total. */
	readonly difference: number | null;
}

const ALL_SQL = `SELECT * FROM published WHERE nature = $1 ORDER BY as_of DESC NULLS LAST, table_group, role, value DESC`;

const readPublished = oncePerRelease((release, nature): Promise<readonly Row[]> => release.public.query(ALL_SQL, [nature]));

/** All published rows of the release, read once of it. */
export const publishedRows = (context: PageContext): Promise<readonly Row[]> => readPublished(context.release, 'real');

const isRank = (r: Row): boolean => r.unit === 'rank';

/** Rows grouped into the tables in which they were printed; a ranking begins with the first. */
export function tablesOf(rows: readonly Row[]): PublishedTable[] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const group = String(row.table_group);
		groups.set(group, [...(groups.get(group) ?? []), row]);
	}
	return [...groups].map(([group, members]) => {
		const total = members.find((r) => r.role === 'printed_total') ?? null;
		const details = members.filter((r) => r.role !== 'printed_total').sort((a, b) => (isRank(a) && isRank(b) ? Number(a.value) - Number(b.value) : 0));
		const [sums] = tableGroups(members.map((r) => ({ table_group: group, role: r.role === 'printed_total' ? 'printed_total' : 'row', value: Number(r.value) })));
		return { group, rows: details, total, sum: sums?.sum ?? 0, difference: sums?.difference ?? null };
	});
}

/** Rows of a table with its printed total last, as on paper. */
export const linesOf = (table: PublishedTable): readonly Row[] => (table.total ? [...table.rows, table.total] : table.rows);

/** A figure printed alone. */
const isSingle = (table: PublishedTable): boolean => table.rows.length <= 1 && table.difference === null;
const singlesId = (cycle: string): string => `tunggal-${cycle.toLowerCase() || 'lain'}`;

/** Where a table stands on Angka terbit. */
export const anchorOf = (table: PublishedTable): string => (isSingle(table) ? singlesId(String(linesOf(table)[0]?.cycle ?? '')) : table.group.replaceAll(/[^a-z0-9-]+/gi, '-'));

const inAreas = (table: PublishedTable, areas: readonly string[]): boolean => table.rows.some((r) => areas.includes(String(r.region)));

/** Measures about staff or vulnerability, not about cases. */
export const STAFF: ReadonlySet<string> = new Set(['headcount', 'appointments', 'ikp_netralitas', 'ikp_netralitas_rank']);

/** Tables that name one of the areas, as cards; for the pages that have nothing else real to show. */
export async function publishedCards(context: PageContext, about: { areas: readonly string[]; title: string; subtitle: string }): Promise<PageCard[]> {
	const rows = (await publishedRows(context)).filter((r) => about.areas.includes(String(r.region)) && !STAFF.has(String(r.measure)) && (!context.filters.cycle || r.cycle === context.filters.cycle));
	if (rows.length === 0) return [];
	const table = figuresTable(context, rows);
	return [cardOf(context, { id: 'terbit', title: about.title, subtitle: about.subtitle, notes: [] }, table, rows)];
}

/** One figure a line: area, cycle, measure, value, body, date, source. */
function figuresTable(context: PageContext, rows: readonly Row[]): TableSpec {
	return {
		columns: [
			{ label: text(M.place, context), numeric: false },
			{ label: text(PAGE.cycle, context), numeric: false },
			{ label: text(M.measure, context), numeric: false },
			{ label: text(M.value, context), numeric: true },
			{ label: text(M.body, context), numeric: false },
			{ label: text(M.asOf, context), numeric: false },
			{ label: text(M.source, context), numeric: false }
		],
		rows: rows.map((r) => [
			{ text: placeOf(context, r), header: true as const },
			r.cycle === null ? String(r.period ?? '') : cycleName(String(r.cycle), context.lang),
			measureText(context, r),
			{ text: figureText(context, r), href: printedOriginOf(context, String(r.row_id)) },
			printed('body', r.body, context.lang),
			asOfOf(context, r),
			sourceCell(r)
		])
	};
}

/** Figures printed alone, gathered by cycle; never added up. */
function singleCards(context: PageContext, singles: readonly PublishedTable[]): PageCard[] {
	const rows = singles.flatMap(linesOf);
	const cycles = [...new Set(rows.map((r) => String(r.cycle ?? '')))].sort().reverse();
	return cycles.map((cycle) => {
		const own = rows.filter((r) => String(r.cycle ?? '') === cycle).sort((a, b) => Number(STAFF.has(String(a.measure))) - Number(STAFF.has(String(b.measure))) || String(b.as_of ?? '').localeCompare(String(a.as_of ?? '')));
		return cardOf(context, { id: singlesId(cycle), title: cycle === '' ? text(M.singlesUndated, context) : `${text(M.singles, context)}, ${cycleName(cycle, context.lang)}`, subtitle: text(M.singlesSub, context), notes: [] }, figuresTable(context, own), own);
	});
}

export async function publishedPage(context: PageContext): Promise<PageModel> {
	const all = tablesOf(await publishedRows(context));
	const { cycle, province, region } = context.filters;
	const wanted = region ? [region] : province ? [province] : null;
	const shown = all
		.filter((t) => !cycle || [...t.rows, t.total].some((r) => r?.cycle === cycle))
		.filter((t) => !wanted || inAreas(t, wanted) || t.rows.some((r) => wanted.some((w) => String(r.region ?? '').startsWith(`${w}.`))));
	// Tables first, then figures printed alone; what is about staff or vulnerability comes after what is about cases.
	const isStaff = (t: PublishedTable): boolean => t.rows.some((r) => STAFF.has(String(r.measure)));
	const singles = shown.filter(isSingle);
	const real = shown.filter((t) => !singles.includes(t)).sort((a, b) => Number(isStaff(a)) - Number(isStaff(b)));
	const closing = {
		closes: shown.filter((t) => t.difference === 0).length,
		differs: shown.filter((t) => t.difference !== null && t.difference !== 0).length,
		open: real.filter((t) => t.difference === null).length
	};
	return {
		heading: text(M.heading, context),
		lead: shown.length === 0 ? text(M.nothing, context) : `${text(M.tables, context, { n: real.length })}, ${text(M.singleCount, context, { n: singles.length })}: ${text(M.closing, context, closing)}`,
		tiles: [],
		tileRows: [],
		cards: folded([...toldApart(context, real.map((t) => tableCard(context, t))), ...singleCards(context, singles)]),
		empty: null
	};
}

/** On a long page the first tables stand open; of the others what they are and whether they add up. */
const OPEN = 6;
const folded = (cards: readonly PageCard[]): PageCard[] => cards.map((one, i) => (cards.length > 2 * OPEN && i >= OPEN ? { ...one, card: { ...one.card, folded: true } } : one));

/** Tables of the same measure and cycle get body and date into their titles, and their first line where those are the same too. */
function toldApart(context: PageContext, cards: readonly PageCard[]): PageCard[] {
	const apart = (given: readonly PageCard[], more: (card: PageCard['card']) => string): PageCard[] => {
		const times = Map.groupBy(given, ({ card }) => card.title);
		return given.map((one) => ((times.get(one.card.title)?.length ?? 0) > 1 ? { ...one, card: { ...one.card, title: `${one.card.title}; ${more(one.card)}` } } : one));
	};
	const firstLine = ({ table }: PageCard['card']): string => {
		const cell = table.rows[0]?.[0] ?? '';
		return text(M.beginsWith, context, { first: typeof cell === 'string' ? cell : cell.text });
	};
	return apart(apart(cards, (card) => card.subtitle), firstLine);
}

/** Whether the rows add up to what was printed: both numbers and the difference, in words. */
export function closingOf(context: PageContext, table: PublishedTable): string {
	if (table.difference === null) return text(M.noTotal, context);
	const sums = { sum: table.sum, total: Number(table.total?.value) };
	return table.difference === 0 ? text(M.closes, context, sums) : text(M.differs, context, { ...sums, difference: table.difference });
}

function tableCard(context: PageContext, table: PublishedTable): PageCard {
	const first = table.total ?? table.rows[0];
	const { lang } = context;
	const lines = linesOf(table);
	// What every row says stands above the table; a remark that several rows share stands once, under it.
	const isDated = new Set(lines.map((r) => asOfOf(context, r))).size > 1;
	const remarks = footnotes(lines.map((r) => printed('note', r.note ?? '', lang)));
	const unit = printed('unit', first?.unit ?? '', lang);
	const differ = differencesOf(table);
	const spec: TableSpec = {
		columns: [
			{ label: text(differ.areas && !differ.measures ? M.place : M.item, context), numeric: false },
			{ label: table.rows.every(isRank) ? upperFirst(unit) : `${text(M.value, context)} (${unit})`, numeric: true },
			...(isDated ? [{ label: text(M.asOf, context), numeric: false }] : []),
			...(remarks.cells ? [{ label: text(M.note, context), numeric: false }] : [])
		],
		rows: lines.map((r, i) => [
			{ text: r.role === 'printed_total' ? `${labelIn(context, differ, r)} (${text(M.printedTotal, context)})` : labelIn(context, differ, r), header: true as const },
			{ text: formatNumber(Number(r.value), lang, Number.isInteger(Number(r.value)) ? 0 : 2), href: printedOriginOf(context, String(r.row_id)) },
			...(isDated ? [asOfOf(context, r)] : []),
			...(remarks.cells ? [remarks.cells[i] ?? ''] : [])
		])
	};
	const measures = [...new Set(table.rows.map((r) => (differ.areas && !differ.categories ? measureText(context, r) : printed('measure', r.measure, lang))))].slice(0, 3).join(', ');
	const cycle = first?.cycle ? cycleName(String(first.cycle), lang) : String(first?.period ?? '');
	return cardOf(
		context,
		{
			id: anchorOf(table),
			title: [measures, cycle].filter((part) => part !== '').join(', '),
			subtitle: `${printed('body', first?.body, lang)}; ${first ? asOfOf(context, first) : ''}`,
			notes: [closingOf(context, table), ...remarks.below]
		},
		spec,
		lines
	);
}

/** Remarks of rows: one for all rows goes below, shared ones are numbered, others stay in their rows. `cells` is null where no row has one of its own. */
function footnotes(notes: readonly string[]): { readonly cells: readonly string[] | null; readonly below: readonly string[] } {
	const distinct = [...new Set(notes.filter((note) => note !== ''))];
	if (distinct.length === 0) return { cells: null, below: [] };
	if (distinct.length === 1 && notes.every((note) => note !== '')) return { cells: null, below: distinct };
	if (distinct.length === notes.filter((note) => note !== '').length) return { cells: notes, below: [] };
	return { cells: notes.map((note) => (note === '' ? '' : String(distinct.indexOf(note) + 1))), below: distinct.map((note, i) => `${i + 1}: ${note}`) };
}

const cardOf = (context: PageContext, about: { id: string; title: string; subtitle: string; notes: readonly string[] }, table: TableSpec, rows: readonly Row[]): PageCard => publishedCardOf(context, about, null, table, rows);

/** A card of published figures: its source line names the papers themselves. */
export function publishedCardOf(context: PageContext, about: { id: string; title: string; subtitle: string; notes: readonly string[] }, chart: ChartSpec | null, table: TableSpec, rows: readonly Row[]): PageCard {
	const sources = new Map(rows.map((r) => [String(r.source_title), String(r.source_address ?? '')]));
	return {
		card: {
			...about,
			source: [...sources.keys()].slice(0, 5).join('; ') + (sources.size > 5 ? ` (+${sources.size - 5})` : ''),
			chart,
			table,
			definitions: [...sources].filter(([, address]) => /^https?:\/\//.test(address)).map(([label, href]) => ({ label, href })),
			downloads: [],
			contoh: false
		},
		rows: publishedBrief(context, rows)
	};
}

/** Published rows in the brief's columns: the printed value, never a quotient of our own. */
export function publishedBrief(context: PageContext, rows: readonly Row[]): BriefRow[] {
	return rows.map((r): BriefRow => ({
		release: context.release.id,
		nature: 'real',
		source: `${String(r.body)}; ${String(r.source_title)}`,
		as_of: r.as_of === null ? null : String(r.as_of),
		cycle: r.cycle === null ? null : String(r.cycle),
		region_code: r.region === null ? null : String(r.region),
		region_name: placeOf(context, r),
		metric: `published:${String(r.measure)}`,
		breakdown: r.dimension === null ? null : String(r.dimension),
		category: r.category === null ? null : String(r.category),
		unit: String(r.unit),
		period_start: null,
		period_end: null,
		numerator: null,
		denominator: null,
		value: Number(r.value),
		ci95_lower: null,
		ci95_upper: null,
		benchmark: null,
		benchmark_value: null,
		verdict: null,
		status: 'ok',
		note: [r.role === 'printed_total' ? text(M.printedTotal, context) : null, r.note].filter((n) => n !== null).join('; ') || null,
		definition: r.source_address === null ? '/angka-terbit' : String(r.source_address)
	}));
}

/** In what the rows of a table differ: that names them; what they share stands in the title. */
interface Differences {
	readonly measures: boolean;
	readonly areas: boolean;
	readonly categories: boolean;
	/** In nothing else. */
	readonly dates: boolean;
}

function differencesOf({ rows }: PublishedTable): Differences {
	const differ = (of: (r: Row) => unknown): boolean => new Set(rows.map((r) => String(of(r)))).size > 1;
	const measures = differ((r) => r.measure);
	const areas = differ((r) => `${String(r.region)} ${String(r.region_label)}`);
	const categories = differ((r) => r.category);
	return { measures, areas, categories, dates: !measures && !areas && !categories && differ((r) => r.as_of) };
}

/** A row's name inside its table: its area where the rows are about several, its category where they have several, and its measure likewise; else its date. */
function labelIn(context: PageContext, differ: Differences, r: Row): string {
	if (differ.dates && r.role !== 'printed_total') return asOfOf(context, r);
	const place = placeOf(context, r);
	const name = !differ.areas ? labelOf(context, r) : differ.categories && r.category !== null ? `${place}, ${labelOf(context, r)}` : place;
	if (!differ.measures) return name;
	const measure = printed('measure', r.measure, context.lang);
	return r.level === 'nation' && r.category === null ? measure : `${measure}: ${name}`;
}
