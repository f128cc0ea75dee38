/** What became of the cases: states, recommended beside imposed, equal age, deadlines, time to resolution. */
import { clocks, cycles, statuses } from '#etl/reference/index.ts';
import type { BarsSpec, Mark, TableSpec } from '../../charts/types.ts';
import { say, upperFirst, type Lang } from '../../i18n/index.ts';
import { HANDLING as M } from '../../i18n/messages/handling.ts';
import { BREAKDOWN_NAMES, CATEGORIES, STATUS } from '../../i18n/messages/status.ts';
import { COHORT_AGES, ESCALATIONS, OUTCOMES, STATES } from '../../metrics/handling.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import { categoryBars } from './categories.ts';
import { areaChart, areaTable, cellOf, coverageNote, linkedCell, makeCard, numberOf, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, type PageContext } from './context.ts';
import { cellText, markOf } from './words.ts';

const ACCENT = [{ kind: 'accent' }] as const;
const about = (context: PageContext): { area: string; cycle: string } => ({ area: areaName(context.focus, context.lang), cycle: cycleName(context.cycle, context.lang) });

const statusName = (code: string, lang: Lang): string => {
	const found = statuses().find((s) => s.code === code);
	return found ? (lang === 'id' ? found.name_id : found.name_en) : code;
};

/** The cards in reading order; those of which the reader may see nothing stand together in one that says why. */
export async function handlingCards(context: PageContext): Promise<PageCard[]> {
	const cards = await Promise.all([stateCard(context), outcomeCard(context), stepCard(context), cohortCard(context), clockCard(context), timeCard(context), repeatCard(context)]);
	const closed = cards.filter(({ rows }) => rows.every((r) => r.status === 'suppressed'));
	const [first] = closed;
	return first ? [...cards.filter((c) => !closed.includes(c)), closedCard(context, first, closed)] : cards;
}

/** One line for each closed card, by its leading metric; the files still hold every cell with its status. */
function closedCard(context: PageContext, first: PageCard, closed: readonly PageCard[]): PageCard {
	const lines = closed.flatMap(({ card }) => card.definitions.slice(0, 1));
	const table: TableSpec = {
		columns: [{ label: text(M.closedWhat, context), numeric: false }, { label: text(M.closedWho, context), numeric: false }],
		rows: lines.map((line) => [{ text: line.label, href: line.href, header: true as const }, { text: say(STATUS.suppressed_entitled, context.lang), status: 'suppressed' as const }])
	};
	const words = { id: 'tertutup', title: text(M.closedTitle, context, about(context)), subtitle: text(M.closed, context), notes: [] };
	return { card: { ...first.card, ...words, chart: null, table, definitions: [] }, rows: closed.flatMap((c) => c.rows) };
}

async function stateCard(context: PageContext): Promise<PageCard> {
	const [answer, total] = await Promise.all([
		askPage(context, ['entries_by_state'], { regions: [context.focus], breakdown: 'state' }),
		askPage(context, ['entries_by_state'], { regions: [context.focus] })
	]);
	const { chart, table } = categoryBars(context, answer, { order: STATES, most: STATES.length, tones: ACCENT });
	const n = numberOf(total, 'entries_by_state', context.focus, context.cycle);
	const sum = answer.cells.reduce((all, c) => all + (c.result.status === 'ok' ? c.result.value : 0), 0);
	const title = n === null ? text(M.stateTitleNone, context, about(context)) : text(M.stateTitle, context, { ...about(context), n });
	return makeCard(context, { id: 'keadaan', title, subtitle: text(M.stateSub, context), notes: n === null ? [] : [text(M.stateSum, context, { sum, total: n })] }, chart, table, [answer, total]);
}

async function outcomeCard(context: PageContext): Promise<PageCard> {
	const [answer, shares] = await Promise.all([
		askPage(context, ['recommended'], { regions: [context.focus], breakdown: 'outcome' }),
		askPage(context, ['as_recommended_share'], { regions: [context.focus] })
	]);
	const { chart, table } = categoryBars(context, answer, { order: OUTCOMES, tones: ACCENT });
	const [share, undecided] = ['as_recommended_share', 'undecided_share'].map((id) => cellOf(shares, id, context.focus, context.cycle));
	const known = share?.result.status === 'ok' && undecided?.result.status === 'ok';
	const title = known && share.result.status === 'ok' && undecided.result.status === 'ok'
		? text(M.outcomeTitle, context, { as: share.result.numerator, decided: share.result.denominator ?? 0, undecided: undecided.result.numerator, recommended: undecided.result.denominator ?? 0 })
		: text(M.outcomeTitleNone, context, about(context));
	const words = (cell: Cell | undefined): string => (cell ? cellText(cell.metric, cell.result, context.lang) : '');
	const notes = known ? [text(M.outcomeNote, context, { share: words(share), undecided: words(undecided) })] : [];
	return makeCard(context, { id: 'putusan', title, subtitle: text(M.outcomeSub, context, about(context)), notes }, chart, table, [answer, shares]);
}

async function stepCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['awaiting_decision'], { regions: [context.focus], breakdown: 'escalation' });
	const { chart, table } = categoryBars(context, answer, { order: ESCALATIONS, tones: ACCENT });
	return makeCard(context, { id: 'langkah', title: text(M.stepTitle, context, about(context)), subtitle: text(M.stepSub, context) }, chart, table, [answer]);
}

/** Chart: the whole cycle at each age; table: the quarters of recommendation. What is not old enough is hatched and said. */
async function cohortCard(context: PageContext): Promise<PageCard> {
	const { lang, focus, cycle } = context;
	const ids = COHORT_AGES.map((age) => `sanctioned_in_${age}_share`);
	const [whole, quarters, undated] = await Promise.all([askPage(context, ids, { regions: [focus] }), askPage(context, ids, { regions: [focus], breakdown: 'quarter' }), askPage(context, ['undated_entries'], { regions: [focus] })]);
	const without = numberOf(undated, 'undated_entries', focus, cycle) ?? 0;
	const chart: BarsSpec = {
		kind: 'bars',
		form: 'dot',
		unit: '%',
		digits: 1,
		max: 100,
		rows: COHORT_AGES.map((age) => ({ label: text(M.cohortAge, context, { n: age }), marks: [cohortMark(context, whole, age, null)] })),
		series: [{ name: '', tone: { kind: 'accent' } }],
		benchmark: null
	};
	const named = [...new Set(quarters.cells.flatMap((c) => (c.category && c.category !== WHOLE_LINE ? [c.category] : [])))].sort();
	const table: TableSpec = {
		columns: [{ label: upperFirst(say(BREAKDOWN_NAMES.quarter, lang)), numeric: false }, ...COHORT_AGES.map((age) => ({ label: text(M.cohortAge, context, { n: age }), numeric: true }))],
		rows: [null, ...named].map((quarter) => [
			{ text: quarter === null ? cycleName(cycle, lang) : quarter === 'UNKNOWN' ? say(CATEGORIES.unknown, lang) : quarter, header: true as const },
			...COHORT_AGES.map((age) => {
				const answer = quarter === null ? whole : quarters;
				const shown = linkedCell(context, answer, cellOf(answer, `sanctioned_in_${age}_share`, focus, cycle, quarter));
				const mark = cohortMark(context, answer, age, quarter);
				return typeof shown === 'string' ? shown : { ...shown, text: mark.text, status: mark.status };
			})
		])
	};
	const isPartial = [...whole.cells, ...quarters.cells].some((c) => c.metric.id.startsWith('immature_') && c.result.status === 'ok' && c.result.value > 0);
	return makeCard(context, { id: 'umur-sama', title: text(M.cohortTitle, context, about(context)), subtitle: text(M.cohortSub, context), notes: [...(isPartial ? [text(M.cohortNote, context)] : []), ...(without > 0 ? [text(M.undated, context, { n: without })] : [])] }, chart, table, [whole, quarters, undated]);
}

function cohortMark(context: PageContext, answer: Answer, age: number, quarter: string | null): Mark {
	const cell = cellOf(answer, `sanctioned_in_${age}_share`, context.focus, context.cycle, quarter);
	const immature = cellOf(answer, `immature_${age}_entries`, context.focus, context.cycle, quarter)?.result;
	const n = immature?.status === 'ok' ? immature.value : 0;
	if (!cell) return { status: 'not_received', text: '' };
	if (cell.result.status === 'not_estimable' && n > 0) return { status: 'immature', text: text(M.cohortImmature, context, { n }) };
	const mark = markOf(cell, context.lang);
	return n > 0 && mark.status === 'ok' ? { ...mark, text: text(M.cohortPart, context, { text: mark.text, n }) } : mark;
}

async function clockCard(context: PageContext): Promise<PageCard> {
	const { lang, focus, cycle } = context;
	const [answer, total] = await Promise.all([askPage(context, ['persons_overdue', 'overdue_share'], { regions: [focus], breakdown: 'holder' }), askPage(context, ['overdue_share', 'persons_waiting'], { regions: [focus] })]);
	const { chart, table } = categoryBars(context, answer, { order: ['bawaslu', 'supervisor'], tones: ACCENT, series: 1 });
	const share = cellOf(total, 'overdue_share', focus, cycle)?.result;
	const waiting = numberOf(total, 'persons_waiting', focus, cycle);
	const title = share?.status === 'ok' && waiting !== null ? text(M.clockTitle, context, { ...about(context), waiting, n: share.numerator, of: share.denominator ?? 0 }) : text(M.clockTitleNone, context, about(context));
	const kind = cycles().find((c) => c.code === cycle)?.kind;
	const rules = clocks().filter((c) => c.kind === kind).map((c) => text(M.clockRule, context, { step: c.statuses.map((status) => statusName(status, lang)).join(', '), days: c.days, limit: lang === 'id' ? c.limit_id : c.limit_en, basis: lang === 'id' ? c.legal_basis : c.legal_basis_en }));
	return makeCard(context, { id: 'tenggat', title, subtitle: text(M.clockSub, context), notes: [...rules, text(M.clockNone, context)] }, chart, table, [answer]);
}

async function timeCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['resolution_days']);
	return makeCard(
		context,
		{ id: 'waktu', title: text(M.timeTitle, context, about(context)), subtitle: text(M.timeSub, context), notes: coverageNote(context, answer) },
		areaChart(context, answer, 'dot', context.areas.filter((a) => a !== 'ID'), ACCENT),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function repeatCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['persons_repeated']);
	const chart = areaChart(context, answer, 'bar', context.areas.filter((a) => a !== 'ID'), ACCENT);
	return makeCard(context, { id: 'berulang', title: text(M.repeatTitle, context, about(context)), subtitle: text(M.repeatSub, context) }, chart, areaTable(context, answer, context.areas), [answer]);
}
