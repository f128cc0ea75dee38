/** All measures of one area in tables by family: value, n of N, interval, verdicts, change, the line over cycles. */
import { comparableBefore, takesPart } from '#etl/reference/cycles.ts';
import { spark } from '../../charts/spark.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import { METRICS, type Family, type Metric } from '../../metrics/index.ts';
import type { Change, MetricFamily, MetricRow, MetricTable, VerdictWord } from '../../ui/area.ts';
import { briefRows, type BriefRow } from '../export/brief.ts';
import type { Answer, Cell, Nature } from '../ask/types.ts';
import { text } from './cards.ts';
import { areaName, askPage, cycleName, linkTo, originOf, pastCycles, type PageContext } from './context.ts';
import { figuresOf, lacksRegister } from './printed-figures.ts';
import { changeDirection, changeWord, nameOf, verdictWord } from './sentences.ts';
import { cellText, digitsOf, markOf, markedAs, statusText, tableCell, unitText, valueText, verdictName } from './words.ts';

const SPARK = { width: 120, height: 28 } as const;
/** Measures that stand in the table already, by another breakdown. */
const LEFT_OUT: ReadonlySet<string> = new Set(['training_completed_monthly']);
/** So many measures that lack the same thing are said in one line. */
const COLLAPSE_FROM = 4;

export const AREA_METRICS: readonly Metric[] = METRICS.filter((m) => !LEFT_OUT.has(m.id));

/** Of real data no report is expected yet: how many have come says nothing. */
export const isAsked = ({ family }: Metric, nature: Nature): boolean => nature !== 'real' || family !== 'reporting';

const metricsOn = ({ filters }: PageContext): readonly Metric[] => AREA_METRICS.filter((m) => isAsked(m, filters.nature));

/** Cycles of the same kind as the chosen one, oldest first: Pemilu with Pemilu, Pilkada with Pilkada. */
export function sameKind(cycle: string): readonly string[] {
	const kind = pastCycles().find((c) => c.code === cycle)?.kind;
	return pastCycles().flatMap((c) => (c.kind === kind ? [c.code] : []));
}

interface Answers {
	readonly nation: Answer;
	readonly province: Answer | null;
	readonly previous: Answer;
	readonly over: Answer;
}

export interface AreaMetrics {
	readonly table: MetricTable;
	/** The cells of the chosen cycle, against the nation. */
	readonly cells: readonly Cell[];
	readonly rows: readonly BriefRow[];
}

async function answersOf(context: PageContext, code: string, ids: readonly string[]): Promise<Answers> {
	const regions = [code];
	const [nation, province, previous, over] = await Promise.all([
		askPage(context, ids, { regions }),
		code.includes('.') ? askPage(context, ids, { regions, benchmark: 'province' }) : Promise.resolve(null),
		askPage(context, ids, { regions, benchmark: 'previous' }),
		askPage(context, ids, { regions, cycles: sameKind(context.cycle) })
	]);
	return { nation, province, previous, over };
}

/** Asks everything about an area, and arranges it. */
export async function areaMetrics(context: PageContext, code: string): Promise<AreaMetrics> {
	const [answers, figures] = await Promise.all([answersOf(context, code, metricsOn(context).map((m) => m.id)), figuresOf(context, code)]);
	const why: Why = (cell) => (figures.ofCycle.length > 0 && lacksRegister(cell) ? text(M.printedOnly, context) : whyNot(context, cell));
	return { table: tableOf(context, code, answers, why), cells: unique(answers.nation.cells), rows: briefRows(answers.nation, context.lang) };
}

/** The rows of some measures, each in its place also where it shows nothing. */
export async function metricRows(context: PageContext, code: string, ids: readonly string[]): Promise<{ readonly rows: readonly MetricRow[]; readonly cells: readonly Cell[]; readonly before: string | null }> {
	const answers = await answersOf(context, code, ids);
	const before = comparableBefore(context.cycle, code);
	const cells = unique(answers.nation.cells);
	return { rows: cells.map((cell) => rowOf(context, cell, answers, before)), cells, before };
}

/** A metric that stands beside several others is answered once. */
const unique = (cells: readonly Cell[]): readonly Cell[] => [...new Map(cells.map((c) => [`${c.metric.id}|${c.cycle}`, c])).values()];

function tableOf(context: PageContext, code: string, answers: Answers, why: Why): MetricTable {
	const { lang, cycle } = context;
	const before = comparableBefore(cycle, code);
	const kind = pastCycles().find((c) => c.code === cycle)?.kind === 'pemilu' ? 'pemilu' : 'pilkada';
	const families = [...new Set(metricsOn(context).map((m) => m.family))].map((family) => familyOf(context, family, answers, before, why));
	const shown = families.filter((f) => f.rows.length > 0);
	const any = (holds: (row: MetricRow) => boolean): boolean => shown.some((f) => f.rows.some(holds));
	const changed = any((r) => r.change?.known === true);
	return {
		title: text(M.metrics, context, { cycle: cycleName(cycle, lang) }),
		sub: shown.length > 0 ? text(M.metricsSub, context, { kind: say(M.electionKinds[kind], lang) }) : '',
		columns: {
			measure: text(M.measure, context),
			value: text(M.value, context),
			nOfN: text(M.nOfN, context),
			interval: text(M.interval, context),
			nation: text(M.against, context, { area: areaName('ID', lang) }),
			province: answers.province ? text(M.against, context, { area: areaName(code.slice(0, 2), lang) }) : null,
			change: !changed ? null : text(before ? M.since : M.noEarlier, context, { cycle: before ? cycleName(before, lang) : '' }),
			over: any((r) => r.spark !== null) ? text(M.over, context) : null
		},
		families: shown,
		notes: takesPart(cycle, code) === 'no' ? [withoutMetrics(context, code)] : [...goneNotes(context, answers.nation, why), ...(changed ? [] : [text(M.nothingEarlier, context)])]
	};
}

function withoutMetrics(context: PageContext, code: string): string {
	const names = pastCycles().filter((c) => takesPart(c.code, code) === 'yes').map((c) => cycleName(c.code, context.lang));
	return text(M.noMetrics, context, { names: names.join(', ') || text(M.noneOfThem, context) });
}

/** The cells of a family that show nothing, by the reason, where they are many or all. */
function collapsedOf(cells: readonly Cell[], whyNot: Why): readonly (readonly [string, readonly Cell[]])[] {
	const groups = new Map<string, Cell[]>();
	for (const cell of cells) {
		const why = whyNot(cell);
		if (why !== null) groups.set(why, [...(groups.get(why) ?? []), cell]);
	}
	return [...groups].filter(([, members]) => members.length >= COLLAPSE_FROM || members.length === cells.length);
}

const cellsOf = (answer: Answer, family: Family): readonly Cell[] => unique(answer.cells).filter((c) => c.metric.family === family);

/** Families without a single figure, gathered by the reason. */
function goneNotes(context: PageContext, answer: Answer, whyNot: Why): readonly string[] {
	const { lang } = context;
	const reasons = new Map<string, string[]>();
	for (const family of new Set(metricsOn(context).map((m) => m.family))) {
		const cells = cellsOf(answer, family);
		const collapsed = collapsedOf(cells, whyNot);
		if (collapsed.reduce((n, [, members]) => n + members.length, 0) < cells.length) continue;
		for (const [why, members] of collapsed) {
			const [first] = members;
			const name = say(M.families[family], lang);
			const told = members.length === 1 && first ? (first.metric.name[lang] === name ? name : text(M.goneOne, context, { family: name, metric: nameOf(first.metric, lang) })) : text(M.goneFamily, context, { family: name, n: members.length });
			reasons.set(why, [...(reasons.get(why) ?? []), told]);
		}
	}
	return [...reasons].map(([why, names]) => text(M.gone, context, { why, families: names.join('; ') }));
}

/** Metrics that have nothing to show for the same reason go into one line when they are many. */
function familyOf(context: PageContext, family: Family, answers: Answers, before: string | null, whyNot: Why): MetricFamily {
	const cells = cellsOf(answers.nation, family);
	const collapsed = collapsedOf(cells, whyNot);
	const gone = new Set(collapsed.flatMap(([, members]) => members));
	return {
		name: say(M.families[family], context.lang),
		rows: cells.filter((c) => !gone.has(c)).map((cell) => rowOf(context, cell, answers, before)),
		notes: collapsed.map(([why, members]) => text(M.collapsed, context, { n: members.length, why, names: members.map((c) => nameOf(c.metric, context.lang)).join('; ') }))
	};
}

/** Why a cell shows nothing; null where it does. */
type Why = (cell: Cell) => string | null;

function whyNot(context: PageContext, { result }: Cell): string | null {
	if (result.status === 'ok' || result.status === 'not_estimable') return null;
	return statusText(result, context.lang);
}

function rowOf(context: PageContext, cell: Cell, { province, previous, over }: Answers, before: string | null): MetricRow {
	const { lang, cycle } = context;
	const { metric, region, result } = cell;
	const inAnswer = (answer: Answer | null, at: string): Cell | undefined => answer?.cells.find((c) => c.metric.id === metric.id && c.cycle === at);
	const ok = result.status === 'ok' ? result : null;
	const digits = digitsOf(metric);
	const shown = tableCell(cell, lang);
	return {
		name: metric.name[lang],
		href: linkTo(`/definisi/${metric.id}`, context),
		unit: ok && metric.unit !== 'percent' && metric.unit !== 'per_1000' && metric.unit !== 'score' ? unitText(metric, ok.value, lang) : '',
		value: typeof shown === 'string' ? shown : { ...shown, ...(ok ? { href: originOf(context, { metric: metric.id, region, cycle }) } : {}) },
		nOfN: nOfN(context, cell),
		interval: ok?.interval ? `${formatNumber(ok.interval.lower, lang, digits)}–${formatNumber(ok.interval.upper, lang, digits)}` : '',
		nation: wordOf(context, cell),
		province: province ? wordOf(context, inAnswer(province, cycle)) : null,
		change: changeOf(context, inAnswer(previous, cycle), before ? inAnswer(over, before) : undefined),
		...sparkOf(context, cell, over)
	};
}

function nOfN({ lang }: PageContext, { metric, result }: Cell): string {
	if ((result.status !== 'ok' && result.status !== 'not_estimable') || result.denominator === null || (metric.per === 1 && metric.interval === null)) return '';
	return `${formatNumber(result.numerator, lang)} / ${formatNumber(result.denominator, lang)}`;
}

function wordOf({ lang }: PageContext, cell: Cell | undefined): VerdictWord | null {
	return cell?.result.status === 'ok' && cell.result.verdict !== null ? { verdict: cell.result.verdict, text: verdictName(cell.result.verdict, lang) } : null;
}

const ARROWS = { up: '↗', down: '↘', flat: '→' } as const;

/** Against the own previous cycle of the kind: an arrow and a word where tested, from what to what where not. */
function changeOf(context: PageContext, tested: Cell | undefined, earlier: Cell | undefined): Change | null {
	if (!tested || tested.result.status !== 'ok' || !earlier) return null;
	const { lang } = context;
	const { metric, result } = tested;
	const from = earlier.result.status === 'ok' ? text(M.before, context, { value: valueText(metric, earlier.result.value, lang) }) : statusText(earlier.result, lang);
	const known = earlier.result.status === 'ok';
	const direction = changeDirection(tested);
	if (direction === null || result.benchmark?.kind !== 'previous') return { icon: null, word: known ? text(M.untested, context) : '', from, known, tone: 'none' };
	const { verdict } = result;
	const tone = metric.polarity === 'none' ? 'none' : verdict === 'better' || verdict === 'much_better' ? 'better' : verdict === 'worse' || verdict === 'much_worse' ? 'worse' : 'none';
	return { icon: ARROWS[direction], word: direction === 'flat' ? verdictWord(tested, lang) : changeWord(tested, lang), from, known, tone };
}

/** The line over the cycles of the kind, drawn where two or more values are known, and the same in words. */
function sparkOf(context: PageContext, cell: Cell, over: Answer): Pick<MetricRow, 'spark' | 'sparkText'> {
	const { lang } = context;
	const all = sameKind(context.cycle).flatMap((cycle) => over.cells.find((c) => c.metric.id === cell.metric.id && c.cycle === cycle) ?? []);
	const cells = all.filter((c) => c.result.status !== 'not_applicable');
	const words = cells.map((c) => `${cycleName(c.cycle, lang)}: ${c.result.status === 'ok' ? cellText(c.metric, { ...c.result, verdict: null }, lang) : statusText(c.result, lang)}`).join('. ');
	const known = cells.filter((c) => markedAs(c.result) === 'ok').length;
	const benchmark = cell.result.status === 'ok' && cell.result.benchmark ? cell.result.benchmark.value : null;
	return { spark: known >= 2 ? spark(cells.map((c) => markOf(c, lang)), { ...SPARK, benchmark }) : null, sparkText: words };
}
