/** Ringkasan in Mode contoh: what waits, how long, what is overdue; then the synthetic country, every figure through the ask engine. */
import type { Tone } from '../../charts/types.ts';
import { formatDate, formatNumber } from '../../i18n/index.ts';
import { OVERVIEW as M } from '../../i18n/messages/overview.ts';
import { VIOLATIONS } from '../../i18n/messages/pages.ts';
import type { Answer } from '../ask/types.ts';
import { areaChart, areaTable, cellOf, coverageNote, makeCard, numberOf, text } from './cards.ts';
import { areaName, askPage, cycleName, linkTo, originOf, type PageContext } from './context.ts';
import { differingFromNation } from './differing.ts';
import type { PageModel, TileModel } from './model.ts';
import { briefRows } from '../export/brief.ts';
import { digitsOf, markedAs, statusText, unitText, valueText, verdictText } from './words.ts';

const STEPS: readonly Tone[] = [0, 1, 2, 3].map((step) => ({ kind: 'step', step: step as 0 | 1 | 2 | 3 }));
const ACCENT: readonly Tone[] = [{ kind: 'accent' }];
const CHAIN = ['persons_reported', 'persons_forwarded', 'persons_proven', 'persons_sanctioned'] as const;
/** The oldest class of waiting time. */
const OLDEST = '181+';

export async function samplePart(context: PageContext): Promise<Pick<PageModel, 'heading' | 'lead' | 'tiles' | 'cards' | 'tileRows'>> {
	const { focus, cycle, lang } = context;
	const about = { cycle: cycleName(cycle, lang) };
	const here = { regions: [focus] };
	const [steps, backlog, old, completion, rate] = await Promise.all([
		askPage(context, CHAIN),
		askPage(context, ['persons_waiting', 'waiting_days_max', 'persons_overdue', 'overdue_share'], here),
		askPage(context, ['persons_waiting'], { ...here, breakdown: 'age', category: OLDEST }),
		askPage(context, ['training_completion']),
		askPage(context, ['proven_per_1000'])
	]);
	const [reported, , proven, sanctioned] = CHAIN.map((id) => numberOf(steps, id, focus, cycle));
	const known = typeof reported === 'number' && typeof proven === 'number' && typeof sanctioned === 'number';
	const others = context.areas.filter((a) => a !== 'ID');
	return {
		heading: text(M.contohTitle, context, about),
		lead: known ? text(M.contohLead, context, { area: areaName(focus, lang), reported, proven, sanctioned }) : text(M.contohLeadNone, context),
		tiles: [
			tile(context, text(M.waiting, context), backlog, 'persons_waiting', '/pelanggaran#umur'),
			tile(context, text(M.longest, context), backlog, 'waiting_days_max', '/pelanggaran#umur'),
			tile(context, text(M.oldest, context), old, 'persons_waiting', '/pelanggaran#umur'),
			{ ...tile(context, text(M.overdue, context), backlog, 'persons_overdue', '/pelanggaran#tenggat'), ...overdueOf(context, backlog) },
			tile(context, text(M.provenRate, context), rate, 'proven_per_1000', '/pelanggaran#laju'),
			tile(context, text(M.trained, context), completion, 'training_completion', '/pelatihan#selesai')
		],
		tileRows: [backlog, old].flatMap((answer) => briefRows(answer, lang)),
		cards: [
			makeCard(context, { id: 'laju', title: text(VIOLATIONS.rateTitle, context, about), subtitle: text(VIOLATIONS.rateSub, context), notes: [...differingFromNation(context, rate, 'proven_per_1000'), ...coverageNote(context, rate)] }, areaChart(context, rate, 'dot', others, ACCENT), areaTable(context, rate, context.areas), [rate]),
			makeCard(context, { id: 'tahap', title: text(VIOLATIONS.stepsTitleNone, context, about), subtitle: text(VIOLATIONS.stepsSub, context) }, areaChart(context, steps, 'bar', others, STEPS), areaTable(context, steps, context.areas), [steps]),
			makeCard(context, { id: 'selesai', title: text(M.trainedTitle, context, about), subtitle: text(M.trainedSub, context), notes: [...differingFromNation(context, completion, 'training_completion'), ...coverageNote(context, completion)] }, areaChart(context, completion, 'dot', others, ACCENT), areaTable(context, completion, context.areas), [completion])
		]
	};
}

/** Of how many a deadline is known, and how many wait: a step without a deadline is never overdue. */
function overdueOf(context: PageContext, answer: Answer): Pick<TileModel, 'denominator'> {
	const share = cellOf(answer, 'overdue_share', context.focus, context.cycle)?.result;
	const waiting = numberOf(answer, 'persons_waiting', context.focus, context.cycle);
	return share?.status === 'ok' && waiting !== null ? { denominator: text(M.overdueOf, context, { of: share.denominator ?? 0, waiting }) } : {};
}

/** The figure of the page's area, and to which date it speaks. */
function tile(context: PageContext, label: string, answer: Answer, id: string, path: string): TileModel {
	const { lang } = context;
	const cell = cellOf(answer, id, context.focus, context.cycle);
	const [page = '', anchor = ''] = path.split('#');
	const isClosed = cell?.result.status === 'suppressed' && cell.result.kind === 'entitled';
	const about = { label, href: `${linkTo(page, context)}#${isClosed ? 'tertutup' : anchor}` };
	if (!cell) return { ...about, figure: null, status: 'not_received' };
	const { result, metric } = cell;
	if (result.status !== 'ok') return { ...about, figure: null, status: markedAs(result), statusText: statusText(result, lang) };
	const compared = result.verdict && result.verdict !== 'not_compared' ? { meaning: verdictText(result, lang) } : {};
	const digits = (value: number): string => valueText(metric, value, lang);
	return {
		...about,
		figure: digits(result.value),
		origin: originOf(context, { metric: metric.id, region: cell.region, cycle: cell.cycle, breakdown: answer.question.breakdown, category: cell.category }),
		age: text(M.dataTo, context, { date: formatDate(answer.asOf, lang, 'short') }),
		...(metric.unit === 'percent' ? {} : { unit: unitText(metric, result.value, lang) }),
		...compared,
		...(result.interval ? { interval: [result.interval.lower, result.interval.upper].map((limit) => formatNumber(limit, lang, digitsOf(metric))).join('–') } : {}),
		...(result.denominator === null ? {} : { denominator: text(M.ofAll, context, { n: result.numerator, all: result.denominator }) })
	};
}
