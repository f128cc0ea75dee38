/** Pelatihan: completion and pass rates per regency, course, agency and cycle, and over time. */
import { isOwn } from '../access/scope.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { PAGE, TRAINING as M } from '../../i18n/messages/pages.ts';
import { categoryBars } from './categories.ts';
import { areaChart, areaTable, cellOf, coverageNote, cycleBars, makeCard, monthChart, monthTable, numberOf, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, pastCycles, withoutElection, type PageContext } from './context.ts';
import type { PageModel } from './model.ts';
import { categoryName, valueText } from './words.ts';

const ACCENT = [{ kind: 'accent' }] as const;
/** Completion and pass rate. */
const RATES = [{ kind: 'accent' }, { kind: 'muted' }] as const;

export async function trainingPage(context: PageContext): Promise<PageModel> {
	const model = { heading: text(M.heading, context), tiles: [], tileRows: [], empty: null };
	const none = withoutElection(context);
	if (none && context.filters.nature === 'contoh') return { ...model, lead: text(PAGE.noElection, context, none), cards: [await trendCard(context)] };
	if (context.filters.nature === 'real') return { ...model, lead: text(M.realNone, context), cards: [completionCard(context, await askPage(context, ['training_completion']))] };
	const [completion, agencies, pass, month, course, position, trend] = await Promise.all([askPage(context, ['training_completion']), agenciesOf(context), passCard(context), monthCard(context), courseCard(context), positionCard(context), trendCard(context)]);
	const first = completionCard(context, completion);
	return { ...model, lead: unfinishedLead(context, completion, agencies) ?? first.card.title, cards: [first, pass, month, course, position, ...(agencies ? [agencyCard(context, agencies)] : []), trend] };
}

const unfinishedOf = ({ result }: Cell): number | null => (result.status === 'ok' && result.denominator !== null ? result.denominator - result.numerator : null);

/**
 * How many persons have not finished, and in which agency most; null where the number may not or cannot be said. No agency is
 * named while another's number is hidden: it may be the larger.
 */
function unfinishedLead(context: PageContext, completion: Answer, agencies: Answer | null): string | null {
	const cell = cellOf(completion, 'training_completion', context.focus, context.cycle);
	const n = cell ? unfinishedOf(cell) : null;
	if (cell?.result.status !== 'ok' || n === null) return null;
	const told = { ...about(context), n, all: cell.result.denominator ?? 0 };
	const each = (agencies?.cells ?? []).filter((one) => one.metric.id === 'training_completion').map((one) => ({ agency: one.category ?? '', n: unfinishedOf(one) }));
	const [most] = each.every((one) => one.n !== null) ? each.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0)) : [];
	return most?.n ? text(M.unfinishedMost, context, { ...told, agency: categoryName('agency', most.agency, context.lang), most: most.n }) : text(M.unfinishedLead, context, told);
}

const about = (context: PageContext): { area: string; cycle: string } => ({ area: areaName(context.focus, context.lang), cycle: cycleName(context.cycle, context.lang) });

function completionCard(context: PageContext, answer: Answer): PageCard {
	const cell = cellOf(answer, 'training_completion', context.focus, context.cycle);
	const title = cell?.result.status === 'ok' ? text(M.doneTitle, context, { ...about(context), share: valueText(cell.metric, cell.result.value, context.lang) }) : text(M.doneTitleNone, context, about(context));
	return makeCard(
		context,
		{ id: 'selesai', title, subtitle: text(M.doneSub, context), notes: coverageNote(context, answer) },
		areaChart(context, answer, 'dot', context.areas.filter((a) => a !== 'ID'), ACCENT),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function passCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['training_pass']);
	return makeCard(
		context,
		{ id: 'lulus', title: text(M.passTitle, context, about(context)), subtitle: text(M.passSub, context), notes: [text(M.passNote, context), ...coverageNote(context, answer)] },
		areaChart(context, answer, 'dot', context.areas.filter((a) => a !== 'ID'), ACCENT),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function monthCard(context: PageContext): Promise<PageCard> {
	const ids = ['training_completed_monthly'];
	const here = { regions: [context.focus] };
	const [answer, total, whole] = await Promise.all([askPage(context, ids, { ...here, breakdown: 'month' }), askPage(context, ids, here), askPage(context, ['training_completed'], here)]);
	const chart = monthChart(context, answer, total, ACCENT);
	const inMonths = answer.cells.reduce((n, { result }) => n + (result.status === 'ok' ? result.value : 0), 0);
	const isLess = numberOf(total, 'training_completed_monthly', context.focus, context.cycle) !== null && inMonths < (numberOf(whole, 'training_completed', context.focus, context.cycle) ?? Number.POSITIVE_INFINITY);
	return makeCard(context, { id: 'bulan', title: text(M.monthTitle, context, about(context)), subtitle: text(M.monthSub, context), notes: isLess ? [text(M.monthNote, context)] : [] }, chart, monthTable(context, chart), [answer]);
}

async function courseCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['training_completion', 'training_pass'], { regions: [context.focus], breakdown: 'course' });
	const { chart, table, notes } = categoryBars(context, answer, { tones: RATES, form: 'dot' });
	return makeCard(context, { id: 'kursus', title: text(M.courseTitle, context, about(context)), subtitle: text(M.ratesSub, context), notes }, chart, table, [answer]);
}

async function positionCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['training_completion', 'training_pass'], { regions: [context.focus], breakdown: 'position' });
	const { chart, table, notes } = categoryBars(context, answer, { tones: RATES, form: 'dot' });
	return makeCard(context, { id: 'jabatan', title: text(M.positionTitle, context, about(context)), subtitle: text(M.ratesSub, context), notes: [text(M.positionNote, context), ...notes] }, chart, table, [answer]);
}

/** Agencies of one regency; across regencies their names do not compare. */
const agenciesOf = (context: PageContext): Promise<Answer | null> => (context.filters.region ? askPage(context, ['training_completion', 'training_pass'], { regions: [context.focus], breakdown: 'agency' }) : Promise.resolve(null));

function agencyCard(context: PageContext, answer: Answer): PageCard {
	const { chart, table, notes } = categoryBars(context, answer, { tones: RATES, form: 'dot', most: 20, rest: M.unfinished });
	const names = isOwn(context.scope, context.focus) ? [text(M.whoNote, context)] : [];
	return makeCard(context, { id: 'unit', title: text(M.agencyTitle, context, about(context)), subtitle: `${text(M.ratesSub, context)} ${text(M.mostLeftFirst, context)}`, notes: [...names, ...notes] }, chart, table, [answer]);
}

async function trendCard(context: PageContext): Promise<PageCard> {
	const cycles = pastCycles().map((c) => c.code);
	const area = context.focus;
	const answer = await askPage(context, ['training_completion'], { regions: [area], cycles });
	const { chart, table } = cycleBars(context, answer, area, ACCENT, 'dot');
	return makeCard(context, { id: 'tren', title: text(M.trendTitle, context, { ...about(context), area: areaName(area, context.lang) }), subtitle: text(M.shareSub, context) }, chart, table, [answer]);
}
