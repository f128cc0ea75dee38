/** What an area is, and the facts that come first. */
import { takesPart } from '#etl/reference/cycles.ts';
import { regionByCode, type Region } from '#etl/reference/regions.ts';
import type { TableCell } from '../../charts/types.ts';
import { formatDate, formatNumber, say, type Lang } from '../../i18n/index.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import { STATUS } from '../../i18n/messages/status.ts';
import type { Answer, Cell } from '../ask/types.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { text } from './cards.ts';
import { areaName, askPage, cycleName, linkTo, pastCycles, regenciesOf, type PageContext } from './context.ts';
import { eventsOf } from './outreach.ts';
import { asOfOf, printed } from './printed.ts';
import { figuresOf, figuresText, lacksRegister } from './printed-figures.ts';
import { publishedRows } from './published.ts';
import { changeSentence, nameOf, sentenceOf } from './sentences.ts';
import { dateBeforeVote } from './time-axis.ts';

export interface Fact {
	readonly label: string;
	readonly value: TableCell;
}

/** The address of an area's page: cycle, nature and language stay, other choices are the page's own. */
export const areaHref = (context: PageContext, code: string, rest = ''): string => linkTo(`/wilayah/${code}${rest}`, context, { region: null, province: null, from: null, to: null });

const ASN_DATE_SQL = `SELECT "cycle", max(as_of) AS as_of FROM asn_date WHERE measure = 'asn' AND nature = $1 AND regency = $2 GROUP BY ALL`;

/** The number of ASN for the cycle, or the latest that is known; in real mode also what an authority printed. */
async function asnFact(context: PageContext, code: string): Promise<Fact> {
	const { lang } = context;
	const label = text(M.asn, context);
	const [answer, dates] = await Promise.all([
		askPage(context, ['asn_headcount'], { regions: [code], cycles: pastCycles().map((c) => c.code) }),
		context.release.public.query(ASN_DATE_SQL, [context.filters.nature, code])
	]);
	const known = answer.cells.filter((c) => c.result.status === 'ok');
	const cell = known.find((c) => c.cycle === context.cycle) ?? known.at(-1);
	if (cell?.result.status === 'ok') {
		const dated = dates.find((d) => d.cycle === cell.cycle);
		return { label, value: text(M.asnAt, context, { n: formatNumber(cell.result.value, lang), date: formatDate(typeof dated?.as_of === 'string' ? dated.as_of : answer.asOf, lang) }) };
	}
	const printedRows = context.filters.nature === 'real' ? (await publishedRows(context)).filter((r) => r.region === code && r.measure === 'headcount') : [];
	const [latest] = printedRows.sort((a, b) => String(b.as_of ?? '').localeCompare(String(a.as_of ?? '')));
	if (latest) return { label, value: text(M.asnPublished, context, { n: formatNumber(Number(latest.value), lang), category: printed('category', latest.category, lang), body: printed('body', latest.body, lang), date: asOfOf(context, latest) }) };
	return { label, value: text(context.filters.nature === 'real' ? STATUS.not_published : STATUS.not_received, context) };
}

function elections(context: PageContext, region: Region): Fact[] {
	const names = (answer: 'yes' | 'no' | 'unknown'): string[] => pastCycles().filter((c) => takesPart(c.code, region.code) === answer).map((c) => cycleName(c.code, context.lang));
	const [yes, no, unknown] = [names('yes'), names('no'), names('unknown')];
	return [
		{ label: text(M.elections, context), value: yes.join(', ') || text(M.noneOfThem, context) },
		...(no.length > 0 ? [{ label: text(M.without, context), value: no.join(', ') }] : []),
		...(unknown.length > 0 ? [{ label: text(M.notListed, context), value: unknown.join(', ') }] : [])
	];
}

/** Kind, province, number of ASN with its date, elections. */
export async function factsOf(context: PageContext, region: Region): Promise<readonly Fact[]> {
	const home = region.province === null ? undefined : regionByCode(region.province);
	return [
		{ label: text(M.kind, context), value: say(M.kinds[region.kind], context.lang) },
		...(home ? [{ label: text(M.province, context), value: { text: areaName(home.code, context.lang), href: areaHref(context, home.code) } }] : []),
		{ label: text(M.code, context), value: region.code },
		await asnFact(context, region.code),
		...elections(context, region)
	];
}

/** What a reader should know first: breaches, their change, follow-up, what is overdue, prevention. */
const FIRST = ['proven_per_1000', 'persons_reported', 'sanctioned_share', 'persons_overdue', 'training_completion', 'pact_coverage', 'events_prevention'] as const;

/** Sentences for the chosen cycle; what several figures lack for the same reason is said once. */
export async function headlinesOf(context: PageContext, code: string): Promise<readonly string[]> {
	const { cycle, lang } = context;
	if (takesPart(cycle, code) === 'no') return [text(M.noElection, context, { area: areaName(code, lang), cycle: cycleName(cycle, lang) })];
	const [now, before] = await Promise.all([askPage(context, FIRST, { regions: [code] }), askPage(context, ['proven_per_1000'], { regions: [code], benchmark: 'previous' })]);
	const told = FIRST.flatMap((id) => cellAt(now, id, code, cycle) ?? []);
	const known = told.filter(isKnown);
	const change = before.cells.find((c) => c.result.status === 'ok' && c.result.benchmark?.kind === 'previous');
	const [some, listed] = await Promise.all([someEvents(context, code, told), eventsInWords(context, code)]);
	return [
		...known.filter((cell) => listed.length === 0 || cell.metric.id !== 'events_prevention').map((cell) => leadOf(cell, lang)),
		...listed,
		...(change ? [changeSentence(change, lang)] : []),
		...some,
		...(await unknownOf(context, code, told.filter((cell) => !known.includes(cell) && !(some.length > 0 && cell.metric.id === 'events_prevention'))))
	];
}

/** What is not known; where authorities printed figures about cases, these stand beside what cannot be counted. */
async function unknownOf(context: PageContext, code: string, cells: readonly Cell[]): Promise<readonly string[]> {
	const counted = cells.filter(lacksRegister);
	const figures = counted.length > 0 ? figuresText(context, await figuresOf(context, code)) : null;
	if (figures === null) return unknownOnce(context, cells);
	const names = counted.map((c, i) => (i === 0 ? c.metric.name[context.lang] : nameOf(c.metric, context.lang))).join('; ');
	return [text(M.printedInstead, context, { names, figures, cycle: cycleName(context.cycle, context.lang) }), ...unknownOnce(context, cells.filter((c) => !counted.includes(c)))];
}

/** Events of a province too few of whose regencies are known for a total. */
async function someEvents(context: PageContext, code: string, told: readonly Cell[]): Promise<readonly string[]> {
	if (code.includes('.') || told.some((c) => c.metric.id === 'events_prevention' && c.result.status === 'ok')) return [];
	const regencies = regenciesOf(code).map((r) => r.code);
	const events = (await eventsOf(context, regencies, context.cycle)).filter((r) => r.class === 'prevention');
	return events.length === 0 ? [] : [text(M.someEvents, context, { n: events.length, areas: new Set(events.map((r) => r.regency)).size, all: regencies.length })];
}

/** So many events are told one by one. */
const TOLD_EVENTS = 8;

/** What one regency did in the cycle, by kind, each event with its day: where what is known is few reported events. */
async function eventsInWords(context: PageContext, code: string): Promise<readonly string[]> {
	if (!code.includes('.') || context.filters.nature !== 'real') return [];
	const events = await eventsOf(context, [code], context.cycle);
	if (events.length === 0 || events.length > TOLD_EVENTS) return [];
	const kinds = [['prevention', M.eventsTold.prevention], ['letter', M.eventsTold.letter], ['enforcement', M.eventsTold.enforcement]] as const;
	return kinds.flatMap(([kind, sentence]) => {
		const own = events.filter((r) => r.class === kind);
		return own.length === 0 ? [] : [text(sentence, context, { n: own.length, by: byWhom(context, own), events: own.map((r) => text(M.eventTold, context, { date: dateBeforeVote(context, String(r.event_date)), title: String(r.title) })).join('; ') })];
	});
}

/** " (oleh Bawaslu Paser)" where one body did all of it; who did what stands in the table otherwise. */
function byWhom(context: PageContext, events: readonly Row[]): string {
	const [organiser, ...others] = [...new Set(events.map((r) => String(r.organiser ?? '')))];
	return organiser && others.length === 0 ? ` ${text(M.eventsBy, context, { organiser })}` : '';
}

const cellAt = (answer: Answer, metric: string, region: string, cycle: string): Cell | undefined => answer.cells.find((c) => c.metric.id === metric && c.region === region && c.cycle === cycle);

const isKnown = (cell: Cell): boolean => cell.result.status === 'ok' || cell.result.status === 'not_estimable';

/** How proven breaches compare is always said, with how sure it is: a small number alone invites a judgement. */
const isAlwaysCompared = ({ metric, result }: Cell): boolean => metric.id === 'proven_per_1000' && result.status === 'ok' && result.verdict !== 'not_compared';
const isWeak = ({ result }: Cell): boolean => result.status === 'ok' && (result.verdict === 'better' || result.verdict === 'worse');

/** The first sentence about a cell: a comparison only where it is strong, or where the number alone would mislead. */
export function leadOf(cell: Cell, lang: Lang): string {
	if (!isAlwaysCompared(cell)) return sentenceOf(cell, lang, { headline: true });
	const sentence = sentenceOf(cell, lang, { headline: false });
	return isWeak(cell) ? say(M.weakly, lang, { sentence: sentence.replace(/\.$/, '') }) : sentence;
}

/** A sentence for every known cell; what several lack for the same reason is said once. */
export const sentencesOf = (context: PageContext, cells: readonly Cell[]): readonly string[] => [...cells.filter(isKnown).map((cell) => sentenceOf(cell, context.lang)), ...unknownOnce(context, cells.filter((c) => !isKnown(c)))];

function unknownOnce(context: PageContext, cells: readonly Cell[]): string[] {
	const groups = new Map<string, Cell[]>();
	for (const cell of cells) {
		const key = JSON.stringify(cell.result);
		groups.set(key, [...(groups.get(key) ?? []), cell]);
	}
	return [...groups.values()].flatMap(([first, ...rest]) => {
		if (!first) return [];
		const sentence = sentenceOf(first, context.lang);
		if (rest.length === 0) return [sentence];
		const names = rest.map((c) => nameOf(c.metric, context.lang)).join('; ');
		return [text(M.sameFor, context, { sentence, names })];
	});
}
