/** Table and dot chart of a comparison: count, rate, interval, verdict, change. */
import { comparableBefore } from '#etl/reference/cycles.ts';
import type { BarsSpec, TableCell, TableSpec } from '../../charts/types.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import type { Answer, OkResult } from '../ask/types.ts';
import { cellOf, coverageNote, linkedCell, linked, makeCard, scaleOf, text, type PageCard } from './cards.ts';
import { pressPage } from './press.ts';
import { okAt } from './compare-order.ts';
import { differing } from './differing.ts';
import { areaHead, cycleName, shortName, type PageContext } from './context.ts';
import { benchmarkName, digitsOf, markOf, valueText, verdictText, verdictTone } from './words.ts';

/** Everything that the cards of one comparison share. */
export interface Compared {
	readonly context: PageContext;
	readonly metric: Metric;
	readonly areas: readonly string[];
	readonly answer: Answer;
	/** The same figures against the own previous comparable cycle. */
	readonly change: Answer;
	/** What the figures are compared with, in words. */
	readonly against: string;
}

/** Table, chart and their notes as a card. */
export function comparisonCard(compared: Compared): PageCard {
	const { context, metric, areas, answer, change, against } = compared;
	const results = areas.flatMap((area) => okAt(answer, metric, area, context.cycle) ?? []);
	const judged = results.filter((r) => r.verdict !== null && r.verdict !== 'not_compared');
	const similar = judged.filter((r) => r.verdict === 'similar').length;
	const cycle = cycleName(context.cycle, context.lang);
	const name = metric.name[context.lang];
	const title = judged.length > 0 ? text(M.tableTitle, context, { metric: name, n: judged.length - similar, similar, benchmark: against }) : text(M.tableTitleNone, context, { metric: name, cycle });
	const isHigh = metric.polarity === 'high_is_good';
	const notes = [
		...differing(context, answer, metric, areas, against),
		text(isHigh ? M.orderHigh : M.orderLow, context),
		...(answer.question.benchmark === 'province' ? [text(M.provinceIncludes, context)] : []),
		text(M.sameCycle, context),
		...coverageNote(context, answer)
	];
	const chart = dots(compared);
	return makeCard(
		context,
		{ id: 'banding', title, subtitle: text(chart.benchmark ? M.tableSub : M.tableSubNoLine, context, { cycle, unit: say(UNITS[metric.unit], context.lang), benchmark: against }), notes },
		chart,
		table(compared),
		[answer, change]
	);
}

function dots({ context, metric, areas, answer, against }: Compared): BarsSpec {
	const { lang, cycle } = context;
	const line = areas.map((area) => okAt(answer, metric, area, cycle)?.benchmark).find((b) => b && b.kind !== 'previous');
	const same = line && areas.every((area) => [undefined, null, line.value].includes(okAt(answer, metric, area, cycle)?.benchmark?.value));
	return {
		kind: 'bars',
		form: metric.interval === null ? 'bar' : 'dot',
		unit: say(UNITS[metric.unit], lang),
		rows: areas.slice(0, CHART_ROWS).map((area) => {
			const cell = cellOf(answer, metric.id, area, cycle);
			const result = okAt(answer, metric, area, cycle);
			return {
				label: shortName(area),
				...linked(pressPage(context, area)),
				...(result ? { note: countText(result, context), tone: verdictTone(result.verdict) } : {}),
				marks: [cell ? markOf(cell, lang) : { status: 'not_received', text: '' }]
			};
		}),
		series: [{ name: metric.name[lang], tone: { kind: 'accent' } }],
		benchmark: same ? { value: line.value, label: against } : null,
		...scaleOf(metric)
	};
}

const CHART_ROWS = 45;

/** "3 dari 8.432": the count before the rate. */
const countText = (result: OkResult, context: PageContext): string =>
	result.denominator === null ? formatNumber(result.numerator, context.lang) : `${formatNumber(result.numerator, context.lang)} ${text(M.of, context)} ${formatNumber(result.denominator, context.lang)}`;

function table({ context, metric, areas, answer, change, against }: Compared): TableSpec {
	const { lang, cycle } = context;
	const digits = digitsOf(metric);
	// Against the own previous cycle the verdict itself is the change.
	const withChange = answer.question.benchmark !== 'previous';
	const isQuotient = metric.denominator !== null || metric.interval !== null;
	return {
		columns: [
			{ label: say(PAGE.area, lang), numeric: false },
			...(isQuotient ? [{ label: say(PAGE.nOfN, lang), numeric: true }] : []),
			{ label: `${metric.name[lang]} (${say(UNITS[metric.unit], lang)})`, numeric: true },
			...(metric.interval === null ? [] : [{ label: say(PAGE.interval, lang), numeric: true }, { label: `${say(M.formBenchmark, lang)} ${against}`, numeric: false }, ...(withChange ? [{ label: say(M.change, lang), numeric: false }] : [])])
		],
		rows: areas.map((area): TableCell[] => {
			const result = okAt(answer, metric, area, cycle);
			const shown = linkedCell(context, answer, cellOf(answer, metric.id, area, cycle));
			return [
				areaHead(context, area),
				...(isQuotient ? [result ? countText(result, context) : ''] : []),
				shown,
				...(metric.interval === null
					? []
					: [
							result?.interval ? `${formatNumber(result.interval.lower, lang, digits)}–${formatNumber(result.interval.upper, lang, digits)}` : '',
							result ? verdictText(result, lang) : '',
							...(withChange ? [changeText(context, metric, area, change)] : [])
						])
			];
		})
	};
}

/** "↗ naik (0,21 → 0,55)": only what the test against the own previous cycle says; an arrow without judgement. */
export function changeText(context: PageContext, metric: Metric, area: string, change: Answer): string {
	const { lang, cycle } = context;
	if (comparableBefore(cycle, area) === null) return text(M.noChange, context);
	const result = okAt(change, metric, area, cycle);
	if (!result?.benchmark || result.verdict === null || result.verdict === 'not_compared') return '';
	const rises = result.benchmark.contrast === null ? result.value > result.benchmark.value : (result.benchmark.contrast.value ?? Number.POSITIVE_INFINITY) > (result.benchmark.contrast.kind === 'ratio' ? 1 : 0);
	const [arrow, word] = result.verdict === 'similar' ? (['→', M.flat] as const) : rises ? (['↗', M.up] as const) : (['↘', M.down] as const);
	const from = benchmarkName(result.benchmark, lang);
	const { contrast } = result.benchmark;
	if (contrast?.kind === 'ratio') return contrast.value === null ? text(M.changeFromZero, context, { arrow, word: say(word, lang), from }) : text(M.changeRatio, context, { arrow, word: say(word, lang), times: formatNumber(contrast.value, lang, 2), from });
	return text(M.changeWord, context, { arrow, word: say(word, lang), before: valueText(metric, result.benchmark.value, lang), now: valueText(metric, result.value, lang), from });
}
