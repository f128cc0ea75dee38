/** Asal: from any figure to its definition, counts, comparison, submissions and release. */
import { z } from 'zod';
import { regionByCode } from '#etl/reference/regions.ts';
import { formatDate, formatMoment, formatNumber, say } from '../../i18n/index.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { ORIGIN as M } from '../../i18n/messages/origin.ts';
import { DATA } from '../../i18n/messages/data.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { BREAKDOWN_NAMES } from '../../i18n/messages/status.ts';
import { statusExplained } from '../../i18n/messages/ui.ts';
import { BREAKDOWNS, breakdownsOf, metricById, type Breakdown, type Metric } from '../../metrics/index.ts';
import { ask } from '../ask/ask.ts';
import { ROWS_SHOWN } from '../ask/case-rows.ts';
import { datasetsOf } from '../ask/dates.ts';
import { askOrigin, type Behind } from '../ask/origin.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { BENCHMARKS, type Benchmark, type Cell, type OkResult } from '../ask/types.ts';
import { text } from './cards.ts';
import { areaName, areaPath, cycleName, linkTo, shortName, type PageContext } from './context.ts';
import { printed } from './printed.ts';
import { benchmarkName, categoryName, cellText, digitsOf, markedAs, unitText, valueText, verdictText } from './words.ts';

/** Name, value, and the address where the value can be looked up. */
export type Fact = readonly [name: string, value: string, href?: string];

export interface OriginModel {
	readonly heading: string;
	readonly where: string;
	readonly facts: readonly Fact[];
	readonly definition: { readonly label: string; readonly href: string };
	/** Null for the nation and central agencies. */
	readonly area: { readonly label: string; readonly href: string } | null;
	readonly submissions: { readonly caption: string; readonly note: string; readonly none: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** Case rows, as a table. */
export interface CaseRows {
	readonly caption: string;
	readonly note: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/** What is asked by the URL; null for an unknown metric or area. */
export interface Asked {
	readonly metric: Metric;
	readonly region: string;
	readonly breakdown: Breakdown | null;
	readonly category: string | null;
	readonly benchmark: Benchmark;
}

export function askedOrigin(context: PageContext): Asked | null {
	const metric = metricById(context.own.get('metric') ?? '');
	const region = context.own.get('at') ?? '';
	if (!metric || !regionByCode(region)) return null;
	const by = BREAKDOWNS.find((b) => b === context.own.get('by'));
	const breakdown = by && breakdownsOf(metric).includes(by) ? by : null;
	const benchmark = z.enum(BENCHMARKS).catch('nation').parse(context.own.get('benchmark'));
	return { metric, region, breakdown, category: breakdown ? context.own.get('category') : null, benchmark };
}

export async function originPage(context: PageContext, asked: Asked): Promise<OriginModel> {
	const { lang, cycle, release, scope } = context;
	const { nature } = context.filters;
	const { metric, region, breakdown, category, benchmark } = asked;
	const [answer, behind] = await Promise.all([
		ask({ metrics: [metric], regions: [region], cycles: [cycle], breakdown: category === null ? null : breakdown, nature, benchmark }, scope, release),
		askOrigin({ metric, region, cycle, nature }, scope, release)
	]);
	const cell = answer.cells.find((c) => c.metric.id === metric.id && c.category === category);
	const path = areaPath(context, region);
	const where = { area: areaName(region, lang), cycle: cycleName(cycle, lang) };
	const natureFact: [string, string] = [text(M.nature, context), text(nature === 'contoh' ? M.contoh : M.real, context)];
	return {
		heading: text(M.heading, context, { metric: metric.name[lang] }),
		where: breakdown && category !== null ? text(M.whereCategory, context, { ...where, breakdown: say(BREAKDOWN_NAMES[breakdown], lang), category: categoryName(breakdown, category, lang) }) : text(M.where, context, where),
		facts: [
			...(cell ? figureFacts(context, cell, behind).toSpliced(1, 0, natureFact) : [natureFact]),
			[text(M.method, context), metric.method[lang]],
			[text(M.release, context), text(M.releaseText, context, { release: release.id, built: formatMoment(release.manifest.built_at, lang, regionByCode(region)?.timeZone ?? 'WIB'), date: formatDate(answer.asOf, lang) })]
		],
		definition: { label: text(M.definition, context), href: linkTo(`/definisi/${metric.id}`, context) },
		area: path ? { label: text(M.back, context), href: path } : null,
		submissions: submissionsOf(context, behind)
	};
}

function figureFacts(context: PageContext, cell: Cell, behind: Behind): [string, string][] {
	const { lang } = context;
	const { metric, result, coverage } = cell;
	const partial: [string, string][] = coverage && coverage.received < coverage.expected ? [[text(M.coverage, context), say(PAGE.partialCell, lang, coverage)]] : [];
	if (result.status !== 'ok') {
		return [
			[text(M.figure, context), cellText(metric, result, lang)],
			...(result.status === 'suppressed' ? [[text(M.whyHidden, context), say(statusExplained[markedAs(result)], lang)] as [string, string]] : []),
			...partial
		];
	}
	const unit = unitText(metric, result.value, lang);
	return [
		[text(M.figure, context), metric.unit === 'percent' ? valueText(metric, result.value, lang) : `${valueText(metric, result.value, lang)} ${unit}`],
		...(result.denominator === null ? [] : [[text(M.numerator, context), formatNumber(result.numerator, lang)] as [string, string], [text(M.denominator, context), denominatorText(context, result.denominator, behind)] as [string, string]]),
		...(result.interval ? [[text(M.interval, context), `${formatNumber(result.interval.lower, lang, digitsOf(metric))}–${formatNumber(result.interval.upper, lang, digitsOf(metric))}`] as [string, string]] : []),
		...comparisonFacts(context, metric, result),
		...partial
	];
}

function denominatorText(context: PageContext, n: number, behind: Behind): string {
	const { lang } = context;
	const number = formatNumber(n, lang);
	const [first] = behind.denominatorDates;
	const last = behind.denominatorDates.at(-1);
	if (!first || !last) return number;
	if (behind.denominatorDates.length === 1) {
		const origin = first.origin === 'roster' ? M.origins.roster : M.origins.headcount;
		return text(M.dated, context, { n: number, kind: String(first.kind), date: formatDate(String(first.as_of), lang), origin: say(origin, lang) });
	}
	if (first.as_of === last.as_of) return text(M.datedOnce, context, { n: number, employers: behind.denominatorDates.length, date: formatDate(String(first.as_of), lang) });
	return text(M.datedMany, context, { n: number, employers: behind.denominatorDates.length, first: formatDate(String(first.as_of), lang, 'short'), last: formatDate(String(last.as_of), lang, 'short') });
}

function comparisonFacts(context: PageContext, metric: Metric, result: OkResult): [string, string][] {
	const { lang } = context;
	if (!result.verdict) return [];
	const facts: [string, string][] = [];
	if (result.benchmark) {
		const number = (value: number | null): string => (value === null ? '' : formatNumber(value, lang, 2));
		const { contrast } = result.benchmark;
		const how =
			contrast === null
				? ''
				: contrast.kind === 'difference'
					? `; ${text(M.difference, context, { value: number(contrast.value), lower: number(contrast.lower), upper: number(contrast.upper) })}`
					: contrast.upper === null
						? `; ${text(M.ratioOpen, context, { lower: number(contrast.lower) })}`
						: `; ${text(M.ratio, context, { value: number(contrast.value), lower: number(contrast.lower), upper: number(contrast.upper) })}`;
		facts.push([text(M.compared, context), `${text(M.comparedValue, context, { name: benchmarkName(result.benchmark, lang), value: valueText(metric, result.benchmark.value, lang) })}${how}`]);
	}
	facts.push([text(M.verdict, context), verdictText(result, lang)]);
	return facts;
}

export function submissionsOf(context: PageContext, behind: Behind): OriginModel['submissions'] {
	const { lang } = context;
	const exact = behind.submissions.some((s) => s.here !== null);
	return {
		caption: text(M.submissions, context),
		note: text(M.submissionsNote, context),
		none: text(M.submissionsNone, context),
		columns: [text(DATA.sender, context), text(M.file, context), text(DATA.dataset, context), text(DATA.asOf, context), text(M.used, context), ...(exact ? [text(M.here, context)] : []), text(M.quarantined, context)],
		rows: behind.submissions.map(({ row, here }) => [
			row.regency === 'all' ? printed('body', row.office, lang) : context.filters.nature === 'contoh' ? text(M.sampleSender, context, { name: shortName(String(row.regency)) }) : shortName(String(row.regency)),
			String(row.file_name),
			String(row.dataset) in DATASET_NAMES ? DATASET_NAMES[String(row.dataset) as keyof typeof DATASET_NAMES][lang] : String(row.dataset),
			formatDate(String(row.as_of), lang, 'short'),
			formatNumber(Number(row.n_accepted), lang),
			...(exact ? [here === null ? '' : formatNumber(here, lang)] : []),
			formatNumber(Number(row.n_quarantined), lang)
		])
	};
}

/** Whether single case rows stand behind the figure. */
export const restsOnCases = ({ metric }: Asked): boolean => datasetsOf([metric.numerator]).includes('cases');

export function caseRowsTable(context: PageContext, rows: readonly Row[]): CaseRows {
	const { lang } = context;
	return {
		caption: text(M.rows, context),
		note: rows.length === 0 ? text(M.rowsNone, context) : `${text(M.rowsNote, context)}${rows.length === ROWS_SHOWN ? ` ${text(M.rowsMore, context, { n: ROWS_SHOWN })}` : ''}`,
		columns: [text(M.caseNumber, context), text(M.person, context), text(M.registered, context), text(M.status, context), text(M.file, context)],
		rows: rows.map((r) => [String(r.case_number), String(r.person_no), formatDate(String(r.registered_date), lang, 'short'), String(lang === 'id' ? r.name_id : r.name_en), String(r.file_name)])
	};
}
