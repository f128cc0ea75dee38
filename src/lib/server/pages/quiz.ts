/** Soal: the questions of a regency's quizzes one by one, as a brief for the Bawaslu that wrote them; without a regency, the courses. */
import { regionByCode } from '#etl/reference/regions.ts';
import type { BarsSpec, CardSpec, Mark, TableCell, TableSpec } from '../../charts/types.ts';
import { formatDate, formatNumber, say } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { QUIZ as M } from '../../i18n/messages/quiz.ts';
import { STATUS } from '../../i18n/messages/status.ts';
import { metricById } from '../../metrics/index.ts';
import { askItems, askItemsOf, type CourseResult, type ItemResult, type OkCourse, type RegionItems } from '../ask/items.ts';
import { needsLook } from '../ask/item-look.ts';
import { text, type PageCard } from './cards.ts';
import { areaName, cycleName, linkTo, withoutElection, type PageContext } from './context.ts';
import type { PageModel } from './model.ts';
import { courseRows } from './quiz-rows.ts';
import { actionsOf, alphaText, courseTitle, isByShare, leftOutText, lookText, meanText, methodNotes, missingText, okItems, toLookAt } from './quiz-words.ts';

/** The page, and what its reader has to do: one list for each course that needs it. */
export interface QuizModel extends PageModel {
	readonly todo: readonly { readonly course: string; readonly actions: readonly string[] }[];
}

export async function quizPage(context: PageContext): Promise<QuizModel> {
	return context.filters.region && regionByCode(context.filters.region) ? regencyPage(context, context.filters.region) : listPage(context);
}

const EMPTY = { tiles: [], tileRows: [], cards: [], empty: null, todo: [] } as const;

async function regencyPage(context: PageContext, region: string): Promise<QuizModel> {
	const about = { area: areaName(region, context.lang), cycle: cycleName(context.cycle, context.lang) };
	const model = { ...EMPTY, heading: text(M.headingArea, context, about) };
	const answer = await askItems({ nature: context.filters.nature, region, cycle: context.cycle }, context.scope, context.release);
	const none = withoutElection(context);
	if (none) return { ...model, lead: text(PAGE.noElection, context, none) };
	if (answer.status !== 'ok') return { ...model, lead: answer.status === 'not_published' ? text(M.realNone, context) : text(M.notSent, context, about) };
	const cards = answer.courses.map((course, i) => courseCard(context, answer, course, i));
	const todo = answer.courses.flatMap((c) => (c.status === 'ok' && toLookAt(c).length > 0 ? [{ course: c.course, actions: actionsOf(c, context.lang) }] : []));
	return { ...model, lead: text(M.forWhom, context, about) + lookLead(context, answer.courses), cards, todo };
}

interface Tally {
	readonly courses: number;
	readonly look: number;
	readonly items: number;
}

/** Questions that may be judged, and how many of them need a look. */
function tally(courses: readonly CourseResult[]): Tally {
	const ok = courses.filter((c) => c.status === 'ok');
	return { courses: ok.length, look: ok.flatMap(toLookAt).length, items: ok.flatMap(okItems).length };
}

function lookLead(context: PageContext, courses: readonly CourseResult[]): string {
	const { look, items } = tally(courses);
	if (items === 0) return text(M.leadNothing, context);
	const isPartly = courses.some((c) => c.status === 'ok' && isByShare(c));
	return text(look === 0 ? M.leadFine : M.leadLook, context, { look, items }) + (isPartly ? text(M.leadShare, context) : '');
}

/** Card of the page: source, definition, mark. */
function cardOf(context: PageContext, asOf: string, card: Pick<CardSpec, 'id' | 'title' | 'subtitle' | 'notes' | 'chart' | 'table'>): CardSpec {
	const definition = metricById('quiz_score');
	return {
		...card,
		source: text(PAGE.sourceLine, context, { sources: text(M.source, context), date: formatDate(asOf, context.lang), release: context.release.id }),
		definitions: definition ? [{ label: definition.name[context.lang], href: linkTo(`/definisi/${definition.id}`, context) }] : [],
		downloads: [],
		contoh: context.filters.nature === 'contoh'
	};
}

function courseCard(context: PageContext, answer: { readonly region: string; readonly asOf: string }, course: CourseResult, index: number): PageCard {
	const { lang } = context;
	const isOk = course.status === 'ok';
	const slug = course.course.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
	const card = cardOf(context, answer.asOf, {
		id: `soal-${index + 1}-${slug}`,
		title: courseTitle(course, lang),
		subtitle: isOk ? text(M.courseSub, context, { course: course.course, persons: course.persons }) : text(M.bareSub, context, { course: course.course }),
		notes: [
			...[...(isOk ? [alphaText(course, lang), meanText(course, lang)] : []), leftOutText(course, lang)].filter((note) => note !== null),
			...(index === 0 ? methodNotes(lang) : [])
		],
		chart: isOk && okItems(course).length > 0 ? itemChart(context, course) : null,
		table: isOk ? itemTable(context, course) : { columns: [{ label: text(M.course, context), numeric: false }, { label: text(M.look, context), numeric: false }], rows: [[{ text: course.course, header: true }, missingText(course, lang)]] }
	});
	return { card, rows: courseRows(context, answer, course) };
}

const percent = (value: number, context: PageContext): string => formatNumber(value, context.lang, 1);
const rangeOf = (range: { lower: number; upper: number }, context: PageContext): string => `${percent(range.lower, context)}–${percent(range.upper, context)}`;

function itemChart(context: PageContext, course: OkCourse): BarsSpec {
	const markOf = (item: ItemResult): Mark => {
		if (item.status !== 'ok') return missingText(item, context.lang);
		const { value, lower, upper } = item.difficulty;
		return { status: 'ok', value, lower, upper, text: `${nOfN(item, context)}; ${percent(value, context)}% (${rangeOf(item.difficulty, context)})` };
	};
	return {
		kind: 'bars',
		form: 'dot',
		unit: `% ${text(M.right, context)}`,
		digits: 1,
		max: 100,
		rows: course.items.map((item) => ({
			label: text(M.itemN, context, { n: String(item.item) }),
			...(item.status === 'ok' && needsLook(item.look) ? { note: lookText(item.look, context.lang), tone: { kind: 'accent' as const } } : { tone: { kind: 'muted' as const } }),
			marks: [markOf(item)]
		})),
		series: [{ name: text(M.right, context), tone: { kind: 'accent' } }],
		benchmark: null
	};
}

const nOfN = (item: { right: number; persons: number }, context: PageContext): string => text(M.nOfN, context, { n: item.right, of: item.persons });

/** Words first, then numbers; questions in the order of the quiz. */
function itemTable(context: PageContext, course: OkCourse): TableSpec {
	const { lang } = context;
	const coefficient = (item: ItemResult, name: 'itemRest' | 'discrimination'): TableCell => {
		if (item.status !== 'ok') return '';
		if (item.separation.status !== 'ok') return missingText(item.separation, lang);
		const value = item.separation[name];
		return value === null ? { text: text(M.undefined, context), status: 'not_applicable' } : formatNumber(value, lang, 2);
	};
	return {
		columns: [
			{ label: text(M.item, context), numeric: false },
			{ label: text(M.look, context), numeric: false },
			...[M.rightOf, M.difficulty, PAGE.interval, M.itemRest, M.discrimination].map((label) => ({ label: text(label, context), numeric: true }))
		],
		rows: course.items.map((item): readonly TableCell[] => [
			{ text: String(item.item), header: true },
			...(item.status === 'ok' ? [lookText(item.look, lang), nOfN(item, context), percent(item.difficulty.value, context), rangeOf(item.difficulty, context)] : [missingText(item, lang), '', '', '']),
			coefficient(item, 'itemRest'),
			coefficient(item, 'discrimination')
		])
	};
}

const isRegency = (code: string): boolean => ['regency', 'city'].includes(regionByCode(code)?.kind ?? '');

/** Without a regency: the courses of the areas of the page. */
async function listPage(context: PageContext): Promise<QuizModel> {
	const { nature } = context.filters;
	const model = { ...EMPTY, heading: text(M.heading, context, { cycle: cycleName(context.cycle, context.lang) }) };
	const { asOf, areas: found } = await askItemsOf({ nature, regions: context.areas.filter(isRegency), cycle: context.cycle }, context.scope, context.release);
	const sent = found.filter((area) => area.status === 'ok');
	const courses = sent.flatMap((area) => area.courses);
	if (courses.length === 0 && nature === 'real') return { ...model, lead: text(M.realNone, context) };
	const lead = courses.length === 0 ? text(M.leadOne, context) : text(M.leadMany, context, { courses: courses.length, areas: sent.length });
	return { ...model, lead, cards: [listCard(context, asOf, found, tally(courses))] };
}

function listCard(context: PageContext, asOf: string, found: readonly RegionItems[], all: Tally): PageCard {
	const about = { ...all, cycle: cycleName(context.cycle, context.lang) };
	const title = all.items === 0 ? M.listTitleUnknown : all.look === 0 ? M.listTitleNone : M.listTitle;
	const labels = [M.course, M.persons, M.mean, M.alpha, M.toLook];
	const card = cardOf(context, asOf, {
		id: 'kursus',
		title: text(title, context, about),
		subtitle: text(M.listSub, context),
		notes: methodNotes(context.lang),
		chart: null,
		table: {
			columns: [{ label: text(PAGE.area, context), numeric: false }, ...labels.map((label) => ({ label: text(label, context), numeric: label !== M.course }))],
			rows: found.flatMap((area) => listRows(context, area))
		}
	});
	return { card, rows: found.flatMap((area) => (area.status === 'ok' ? area.courses.flatMap((course) => courseRows(context, { region: area.region, asOf }, course).filter((row) => row.breakdown === 'course')) : [])) };
}

function listRows(context: PageContext, area: RegionItems): readonly (readonly TableCell[])[] {
	const { lang } = context;
	const name = areaName(area.region, lang);
	if (area.status !== 'ok') return [[{ text: name, header: true }, { text: say(STATUS[area.status], lang), status: area.status }, '', '', '', '']];
	return area.courses.map((course): readonly TableCell[] => {
		const head = [{ text: name, href: linkTo('/soal', context, { region: area.region, province: null }), header: true as const }, course.course];
		if (course.status === 'suppressed') return [...head, missingText(course, lang), '', '', ''];
		const persons = formatNumber(course.persons, lang);
		if (course.status === 'too_few') return [...head, persons, missingText(course, lang), '', ''];
		const { alpha, meanTotal } = course;
		const [look, items] = [toLookAt(course).length, okItems(course).length];
		return [
			...head,
			persons,
			meanTotal === null ? missingText({ status: 'suppressed', kind: 'secondary' }, lang) : text(M.meanOf, context, { mean: formatNumber(meanTotal, lang, 1), items: course.items.length }),
			alpha.status !== 'ok' ? missingText(alpha, lang) : alpha.value === null ? { text: text(M.undefined, context), status: 'not_applicable' } : formatNumber(alpha.value, lang, 2),
			items === 0 ? missingText({ status: 'suppressed', kind: 'secondary' }, lang) : text(isByShare(course) ? M.lookOfShare : M.lookOf, context, { look, items })
		];
	});
}
