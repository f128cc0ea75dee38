/** Cards: answers turned into charts and tables. Every number in a card comes from the answers given to it. */
import { cycleWindow } from '#etl/reference/cycles.ts';
import type { BarsSpec, CardSpec, ChartSpec, Link, TableCell, TableSpec, TimeSpec, Tone } from '../../charts/types.ts';
import { formatDate, formatNumber, say, type Lang, type Text } from '../../i18n/index.ts';
import { COMPARE } from '../../i18n/messages/compare.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { UNITS, VERDICT_ICONS, VERDICTS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import { briefRows, type BriefRow } from '../export/brief.ts';
import { areaHead, areaName, linkTo, originOf, pastCycles, shortName, cycleName, type PageContext } from './context.ts';
import { monthsBetween, shiftMonth } from './months.ts';
import { pressArea, pressCycle } from './press.ts';
import { axisOf, monthColumn, monthWord } from './time-axis.ts';
import { areaTone, cellText, digitsOf, markOf, ribbon, sourcesOf, tableCell, verdictName, verdictTone } from './words.ts';

/** A card with the rows that its downloads hold. */
export interface PageCard {
	readonly card: CardSpec;
	readonly rows: readonly BriefRow[];
}

export interface CardText {
	readonly id: string;
	readonly title: string;
	readonly subtitle: string;
	readonly notes?: readonly string[];
}

/** Puts a card together: source line, definitions and rows follow from the answers. */
export function makeCard(context: PageContext, text: CardText, chart: ChartSpec | null, table: TableSpec, answers: readonly Answer[]): PageCard {
	const { lang } = context;
	const metrics = [...new Set(answers.flatMap((a) => a.question.metrics))];
	return {
		card: {
			...text,
			notes: text.notes ?? [],
			source: say(PAGE.sourceLine, lang, {
				sources: [...new Set(metrics.map((m) => sourcesOf(m, context.filters.nature, lang)))].join(' '),
				date: formatDate(answers.map((a) => a.asOf).sort().at(-1) ?? context.release.manifest.as_of, lang),
				release: context.release.id
			}),
			chart: drawable(chart),
			table,
			definitions: metrics.map((m) => ({ label: m.name[lang], href: linkTo(`/definisi/${m.id}`, context) })),
			downloads: [],
			contoh: context.filters.nature === 'contoh'
		},
		rows: answers.flatMap((a) => briefRows(a, lang))
	};
}

/** Without a category: the total, or the one category that was asked about. */
const find = (answer: Answer, metric: string, region: string, cycle: string, category: string | null = answer.question.category ?? null): Cell | undefined =>
	answer.cells.find((c) => c.metric.id === metric && c.region === region && c.cycle === cycle && c.category === category);

/** Decimals of the metric, and the ends of its scale that are fixed: a length of time starts at zero, a percentage ends at 100. */
export const scaleOf = (metric: Metric | undefined): { digits?: number; min?: number; max?: number } =>
	metric ? { digits: digitsOf(metric), ...(metric.unit === 'days' ? { min: 0 } : {}), ...(metric.unit === 'percent' ? { max: 100 } : {}) } : {};

/** A chart without a single value, or with nothing but zeros, would be an empty frame: the table says so instead. */
const drawable = (chart: ChartSpec | null): ChartSpec | null => {
	if (chart === null) return null;
	const marks = chart.kind === 'bars' ? chart.rows.flatMap((r) => r.marks) : chart.kind === 'time' ? chart.series.flatMap((s) => s.marks) : null;
	if (marks === null) return chart;
	const nothing = chart.kind === 'bars' && chart.form === 'bar' && marks.every((m) => m.status === 'ok' && m.value === 0);
	return !nothing && marks.some((m) => m.status === 'ok') ? chart : null;
};

/** A row's way, where it has one. */
export const linked = (link: Link | null): { link?: Link } => (link ? { link } : {});

export const MISSING = { status: 'not_received', text: '' } as const;

/** One row per area, one series per metric; with `dot`, intervals and the nation as a line. */
export function areaChart(context: PageContext, answer: Answer, form: 'bar' | 'dot', areas: readonly string[], tones: readonly Tone[]): BarsSpec {
	const { lang, cycle } = context;
	const [metric] = answer.question.metrics;
	const nation = metric ? find(answer, metric.id, 'ID', cycle) : undefined;
	return {
		kind: 'bars',
		form,
		unit: metric ? say(UNITS[metric.unit], lang) : '',
		rows: areas.map((area) => ({
			label: shortName(area),
			...linked(pressArea(context, area)),
			...(form === 'dot' && metric && answer.question.metrics.length === 1 ? judged(find(answer, metric.id, area, cycle), lang) : {}),
			marks: answer.question.metrics.map((m) => {
				const cell = find(answer, m.id, area, cycle);
				return cell ? markOf(cell, lang) : MISSING;
			})
		})),
		series: answer.question.metrics.map((m, i) => ({ name: m.name[lang], tone: tones[i] ?? { kind: 'accent' } })),
		benchmark: form === 'dot' && nation?.result.status === 'ok' ? { value: nation.result.value, label: shortName('ID') } : null,
		...scaleOf(metric)
	};
}

/** The verdict as a row's colour, shape and words; nothing where none was reached. */
function judged(cell: Cell | undefined, lang: Lang): Pick<BarsSpec['rows'][number], 'note' | 'tone'> {
	if (cell?.result.status !== 'ok' || !cell.result.verdict || cell.result.verdict === 'not_compared') return {};
	return { note: `${VERDICT_ICONS[cell.result.verdict]} ${verdictName(cell.result.verdict, lang)}`, tone: verdictTone(cell.result.verdict) };
}

/** A figure in a table, with the way to where it comes from. */
export function linkedCell(context: PageContext, answer: Answer, cell: Cell | undefined): TableCell {
	const shown = tableCell(cell, context.lang);
	if (!cell || typeof shown === 'string') return shown;
	const { breakdown, benchmark } = answer.question;
	return { ...shown, href: originOf(context, { metric: cell.metric.id, region: cell.region, cycle: cell.cycle, breakdown, category: cell.category, benchmark }) };
}

/** As `linkedCell`, a quotient with its counts, interval and verdict in words. */
export function spelledCell(context: PageContext, answer: Answer, cell: Cell | undefined): TableCell {
	const shown = linkedCell(context, answer, cell);
	if (typeof shown === 'string' || cell?.result.status !== 'ok' || cell.result.denominator === null) return shown;
	return { ...shown, text: cellText(cell.metric, cell.result, context.lang) };
}

/** Areas by metrics; quotients show value, interval, n of N and verdict in words. */
export function areaTable(context: PageContext, answer: Answer, areas: readonly string[]): TableSpec {
	const { lang, cycle } = context;
	const { metrics } = answer.question;
	const quotient = metrics.some((m) => m.denominator !== null);
	return {
		columns: [
			{ label: say(PAGE.area, lang), numeric: false },
			...metrics.flatMap((m) =>
				m.denominator === null
					? [{ label: m.name[lang], numeric: true }]
					: [
							{ label: `${m.name[lang]} (${say(UNITS[m.unit], lang)})`, numeric: true },
							{ label: say(PAGE.interval, lang), numeric: true },
							{ label: say(PAGE.nOfN, lang), numeric: true }
						]
			),
			...(quotient ? [{ label: say(PAGE.verdict, lang), numeric: false }] : [])
		],
		rows: areas.map((area) => {
			const cells = metrics.map((m) => find(answer, m.id, area, cycle));
			return [
				areaHead(context, area),
				...metrics.flatMap((m, i) => {
					const cell = cells[i];
					const shown = linkedCell(context, answer, cell);
					if (m.denominator === null) return [shown];
					if (cell?.result.status !== 'ok') return [shown, '', ''];
					const { interval, numerator, denominator } = cell.result;
					const digits = digitsOf(m);
					return [
						shown,
						interval ? `${formatNumber(interval.lower, lang, digits)}–${formatNumber(interval.upper, lang, digits)}` : '',
						denominator === null || m.unit === 'days' ? '' : `${formatNumber(numerator, lang)} / ${formatNumber(denominator, lang)}`
					];
				}),
				...(quotient ? [verdictCell(cells.find((c) => c?.metric.denominator !== null), context)] : [])
			];
		})
	};
}

function verdictCell(cell: Cell | undefined, context: PageContext): string {
	if (cell?.result.status !== 'ok' || !cell.result.verdict) return '';
	if (cell.result.verdict === 'not_compared') return say(VERDICTS.not_compared, context.lang);
	return cellText(cell.metric, cell.result, context.lang).split('; ').at(-1) ?? '';
}

/** Months of a cycle around the vote, within the days whose dates belong to it; more only where there are cells, or where the reader asks. */
export function monthsOf(context: PageContext, answer: Answer): readonly string[] {
	const { cycle, focus, filters } = context;
	const vote = pastCycles().find((c) => c.code === cycle)?.voting_date.slice(0, 7);
	if (!vote) return [];
	const { start, end } = cycleWindow(cycle, focus);
	const present = answer.cells.flatMap((c) => (c.category && c.category !== WHOLE_LINE ? [c.category] : []));
	const around = [latest([start.slice(0, 7), shiftMonth(vote, -11)]), earliest([end.slice(0, 7), shiftMonth(vote, 2)])];
	return monthsBetween(filters.from ?? earliest([...present, ...around]), filters.to ?? latest([...present, ...around])).slice(0, 48);
}
const earliest = (months: readonly string[]): string => months.toSorted()[0] ?? '';
const latest = (months: readonly string[]): string => months.toSorted().at(-1) ?? '';

/** A count by month of one area, stages under it. A month without a cell is a zero only where the total has arrived. */
export function monthChart(context: PageContext, answer: Answer, total: Answer, tones: readonly Tone[]): TimeSpec {
	const { lang, cycle, focus } = context;
	const months = monthsOf(context, answer);
	return {
		kind: 'time',
		form: 'bars',
		unit: say(UNITS[answer.question.metrics[0]?.unit ?? 'persons'], lang),
		months,
		series: answer.question.metrics.map((m, i) => {
			const whole = find(total, m.id, focus, cycle);
			return {
				name: m.name[lang],
				tone: tones[i] ?? { kind: 'accent' },
				marks: months.map((month) => {
					const cell = find(answer, m.id, focus, cycle, month) ?? find(answer, m.id, focus, cycle, WHOLE_LINE);
					if (cell) return markOf(cell, lang);
					// No row of a month that the files speak for is none; of a month after them nothing is known.
					if (whole?.result.status === 'ok') return month > answer.asOf.slice(0, 7) ? MISSING : { status: 'ok' as const, value: 0, text: `0 ${say(UNITS[m.unit], lang)}` };
					return whole ? markOf(whole, lang) : MISSING;
				})
			};
		}),
		stages: ribbon(cycle, lang),
		votingDay: pastCycles().find((c) => c.code === cycle)?.voting_date ?? null,
		...axisOf(context)
	};
}

export function monthTable(context: PageContext, spec: TimeSpec): TableSpec {
	const { lang } = context;
	return {
		columns: [{ label: monthColumn(context), numeric: false }, ...spec.series.map((s) => ({ label: s.name, numeric: true }))],
		rows: spec.months.map((month, i) => [
			{ text: monthWord(context, month), header: true as const, href: spec.links?.[i]?.href },
			...spec.series.map((s) => {
				const mark = s.marks[i] ?? MISSING;
				return mark.status === 'ok' ? { text: formatNumber(mark.value, lang), status: 'ok' as const } : { text: mark.text, status: mark.status };
			})
		])
	};
}

/** One metric set over all cycles for one area. */
export function cycleBars(context: PageContext, answer: Answer, area: string, tones: readonly Tone[], form: 'bar' | 'dot' = 'bar'): { chart: BarsSpec; table: TableSpec } {
	const { lang } = context;
	const { metrics, cycles } = answer.question;
	const [lead] = metrics;
	return {
		chart: {
			kind: 'bars',
			form,
			unit: lead ? say(UNITS[lead.unit], lang) : '',
			rows: cycles.map((cycle) => ({
				label: cycleName(cycle, lang),
				...linked(pressCycle(context, cycle)),
				marks: metrics.map((m) => {
					const cell = find(answer, m.id, area, cycle);
					return cell ? markOf(cell, lang) : MISSING;
				})
			})),
			series: metrics.map((m, i) => ({ name: m.name[lang], tone: tones[i] ?? areaTone(area) })),
			benchmark: null,
			...scaleOf(lead)
		},
		table: {
			columns: [{ label: say(PAGE.cycle, lang), numeric: false }, ...metrics.map((m) => ({ label: m.name[lang], numeric: true }))],
			rows: cycles.map((cycle) => [
				{ text: cycleName(cycle, lang), header: true as const },
				...metrics.map((m) => spelledCell(context, answer, find(answer, m.id, area, cycle)))
			])
		}
	};
}

/** So many areas are named with what they rest on; the others are counted. */
const PARTIAL_NAMED = 3;

/** Of the shown areas whose figures rest on some of their regencies only, how many those are; the page's area first. One caveat, or none. */
export function coverageNote(context: PageContext, answer: Answer): readonly string[] {
	const { lang, focus } = context;
	const partial = answer.cells.flatMap(({ region, coverage, result }) => (coverage && result.status === 'ok' && coverage.received < coverage.expected ? [{ area: region, ...coverage }] : []));
	const least = [...Map.groupBy(partial, ({ area }) => area).values()].flatMap((own) => own.toSorted((a, b) => a.received - b.received).slice(0, 1)).sort((a, b) => Number(b.area === focus) - Number(a.area === focus));
	const [only] = least;
	if (!only) return [];
	if (least.length === 1) return [say(PAGE.partial, lang, { ...only, area: areaName(only.area, lang) })];
	const named = least.slice(0, PARTIAL_NAMED).map((own) => say(PAGE.partialOne, lang, { ...own, area: areaName(own.area, lang) }));
	const rest = least.length - named.length;
	return [say(PAGE.partialMany, lang, { areas: [...named, ...(rest > 0 ? [say(PAGE.partialRest, lang, { n: rest })] : [])].join('; ') })];
}

/** From this many comparisons on, one is expected to look different at 95 % by chance. */
const MANY_TESTS = 20;

/** How many of the compared cells would look different by chance alone, where they are many. */
export function testsNote({ lang }: PageContext, cells: readonly Cell[]): readonly string[] {
	const n = cells.filter(({ result }) => result.status === 'ok' && result.verdict !== null && result.verdict !== 'not_compared').length;
	return n < MANY_TESTS ? [] : [say(COMPARE.tests, lang, { n, false95: formatNumber(n * 0.05, lang), false998: formatNumber(n * 0.002, lang, 2) })];
}

/** The number of a count cell, or null when it may not or cannot be said. */
export function numberOf(answer: Answer, metric: string, region: string, cycle: string): number | null {
	const cell = find(answer, metric, region, cycle);
	return cell?.result.status === 'ok' ? cell.result.value : null;
}

export const cellOf = find;
export const text = (message: Text, context: PageContext, values: Readonly<Record<string, string | number>> = {}): string => say(message, context.lang, values);
