/** Pelanggaran: cases and persons by area, month, stage and form, from reported to sanctioned; who has to act next. */
import type { Tone } from '../../charts/types.ts';
import { PAGE, VIOLATIONS as M } from '../../i18n/messages/pages.ts';
import { categoryBars } from './categories.ts';
import { areaChart, areaTable, coverageNote, cycleBars, makeCard, monthChart, monthTable, numberOf, text, type PageCard } from './cards.ts';
import { areaName, askPage, cycleName, pastCycles, shortName, withoutElection, type PageContext } from './context.ts';
import { differingFromNation } from './differing.ts';
import type { PageModel } from './model.ts';
import { handlingCards } from './handling.ts';
import { publishedCards } from './published.ts';
import { pickedCards } from './picked.ts';
import { pickOf, pressCategory } from './press.ts';
import { variationCard } from './variation.ts';
import { ribbon } from './words.ts';

const STEPS: readonly Tone[] = [0, 1, 2, 3].map((step) => ({ kind: 'step', step: step as 0 | 1 | 2 | 3 }));
/** All four steps, persons and cases apart; charts draw the first two, tables show all. */
const COUNTED = ['persons_reported', 'persons_proven', 'persons_forwarded', 'persons_sanctioned', 'cases_reported', 'cases_forwarded', 'cases_proven', 'cases_sanctioned'] as const;
const PROVEN: readonly Tone[] = [{ kind: 'step', step: 0 }, { kind: 'step', step: 2 }];

export async function violationsPage(context: PageContext): Promise<PageModel> {
	const model = { heading: text(M.heading, context), tiles: [], tileRows: [], empty: null };
	const none = withoutElection(context);
	if (none && context.filters.nature === 'contoh') return { ...model, lead: text(PAGE.noElection, context, none), cards: [await trendCard(context)] };
	if (context.filters.nature === 'real') {
		const cards = await publishedCards(context, { areas: context.areas.filter((a) => a !== 'ID'), title: text(M.realTitle, context), subtitle: text(M.realSub, context) });
		return { ...model, lead: text(M.realNone, context), cards };
	}
	const pick = pickOf(context);
	const [lead, picked, handling, variation, ...cards] = await Promise.all([
		leadOf(context),
		pick ? pickedCards(context, pick) : [],
		handlingCards(context),
		variationCard(context),
		stepsCard(context),
		rateCard(context),
		monthCard(context),
		stageCard(context),
		typeCard(context),
		positionCard(context),
		waitCard(context),
		ageCard(context),
		movesCard(context),
		casesCard(context),
		trendCard(context)
	]);
	return { ...model, lead, cards: [...picked, ...cards, ...handling, ...(variation ? [variation] : [])] };
}

const CHAIN = ['persons_reported', 'persons_forwarded', 'persons_proven', 'persons_sanctioned'] as const;

/** The page's answer: reported and proven in its area. */
async function leadOf(context: PageContext): Promise<string> {
	const answer = await askPage(context, CHAIN);
	const cycle = cycleName(context.cycle, context.lang);
	const reported = numberOf(answer, 'persons_reported', context.focus, context.cycle);
	const proven = numberOf(answer, 'persons_proven', context.focus, context.cycle);
	return reported === null || proven === null ? text(M.stepsTitleNone, context, { cycle }) : `${areaName(context.focus, context.lang)}: ${text(M.stepsTitle, context, { reported, proven, cycle })}`;
}

/** So many areas a title can name. */
const NAMED = 5;

/** The title speaks of the areas that are drawn: the page's own where it is among them. */
async function stepsCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, CHAIN);
	const drawn = context.areas.filter((a) => a !== 'ID');
	const areas = drawn.length > NAMED ? text(M.stepsAreas, context, { n: drawn.length }) : drawn.map(shortName).join(', ');
	const title = drawn.includes(context.focus) ? await leadOf(context) : text(M.stepsTitleAreas, context, { areas, cycle: cycleName(context.cycle, context.lang) });
	return makeCard(
		context,
		{ id: 'tahap', title, subtitle: text(M.stepsSub, context), notes: [text(PAGE.steps, context), ...coverageNote(context, answer)] },
		areaChart(context, answer, 'bar', drawn, STEPS),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function casesCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['cases_reported', 'cases_forwarded', 'cases_proven', 'cases_sanctioned']);
	return makeCard(
		context,
		{ id: 'kasus', title: text(M.casesTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.casesSub, context), notes: coverageNote(context, answer) },
		areaChart(context, answer, 'bar', context.areas.filter((a) => a !== 'ID'), STEPS),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

const about = (context: PageContext): { area: string; cycle: string } => ({ area: areaName(context.focus, context.lang), cycle: cycleName(context.cycle, context.lang) });

async function monthCard(context: PageContext): Promise<PageCard> {
	const [answer, total] = await Promise.all([askPage(context, COUNTED, { regions: [context.focus], breakdown: 'month' }), askPage(context, COUNTED, { regions: [context.focus] })]);
	const spec = monthChart(context, answer, total, PROVEN);
	const all = { ...spec, links: spec.months.map((month) => pressCategory(context, 'month', month)) };
	return makeCard(context, { id: 'bulan', title: text(M.monthTitle, context, about(context)), subtitle: text(M.monthSub, context), notes: coverageNote(context, total) }, { ...all, series: all.series.slice(0, 2) }, monthTable(context, all), [answer]);
}

async function stageCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, COUNTED, { regions: [context.focus], breakdown: 'stage' });
	const { chart, table, notes } = categoryBars(context, answer, { order: ribbon(context.cycle, context.lang).map((b) => b.code), tones: PROVEN, series: 2, press: 'stage' });
	return makeCard(context, { id: 'tahapan', title: text(M.stageTitle, context, about(context)), subtitle: text(M.stageSub, context), notes }, chart, table, [answer]);
}

async function typeCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, COUNTED, { regions: [context.focus], breakdown: 'violation_type' });
	const { chart, table, notes } = categoryBars(context, answer, { tones: PROVEN, most: 12, series: 2, press: 'violation_type' });
	return makeCard(context, { id: 'bentuk', title: text(M.typeTitle, context, about(context)), subtitle: text(M.typeSub, context), notes }, chart, table, [answer]);
}

async function positionCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, COUNTED, { regions: [context.focus], breakdown: 'position' });
	const { chart, table, notes } = categoryBars(context, answer, { tones: PROVEN, most: 12, series: 2, press: 'position' });
	return makeCard(context, { id: 'jabatan', title: text(M.positionTitle, context, about(context)), subtitle: text(M.positionSub, context), notes }, chart, table, [answer]);
}

async function rateCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['proven_per_1000']);
	return makeCard(
		context,
		{ id: 'laju', title: text(M.rateTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.rateSub, context), notes: [...differingFromNation(context, answer, 'proven_per_1000'), ...coverageNote(context, answer)] },
		areaChart(context, answer, 'dot', context.areas.filter((a) => a !== 'ID'), [{ kind: 'accent' }]),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function movesCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['moves_in_ban', 'moves_approved', 'moves_unapproved']);
	return makeCard(
		context,
		{ id: 'mutasi', title: text(M.movesTitle, context, { cycle: cycleName(context.cycle, context.lang) }), subtitle: text(M.movesSub, context), notes: coverageNote(context, answer) },
		areaChart(context, answer, 'bar', context.areas.filter((a) => a !== 'ID'), [{ kind: 'muted' }, { kind: 'step', step: 0 }, { kind: 'step', step: 2 }]),
		areaTable(context, answer, context.areas),
		[answer]
	);
}

async function waitCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['persons_waiting', 'waiting_days_max'], { regions: [context.focus], breakdown: 'holder' });
	const { chart, table } = categoryBars(context, answer, { order: ['bawaslu', 'supervisor', 'ppk'], tones: [{ kind: 'accent' }], series: 1 });
	return makeCard(context, { id: 'menunggu', title: text(M.waitTitle, context, about(context)), subtitle: text(M.waitSub, context) }, chart, table, [answer]);
}

async function ageCard(context: PageContext): Promise<PageCard> {
	const answer = await askPage(context, ['persons_waiting'], { regions: [context.focus], breakdown: 'age' });
	const { chart, table } = categoryBars(context, answer, { order: ['0-30', '31-90', '91-180', '181+'], tones: [{ kind: 'accent' }] });
	return makeCard(context, { id: 'umur', title: text(M.ageTitle, context, about(context)), subtitle: text(M.waitSub, context) }, chart, table, [answer]);
}

async function trendCard(context: PageContext): Promise<PageCard> {
	const cycles = pastCycles().map((c) => c.code);
	const answer = await askPage(context, ['persons_reported', 'persons_proven'], { regions: [context.focus], cycles });
	const { chart, table } = cycleBars(context, answer, context.focus, PROVEN);
	return makeCard(context, { id: 'tren', title: text(M.trendTitle, context, about(context)), subtitle: text(M.trendSub, context), notes: coverageNote(context, answer) }, chart, table, [answer]);
}
