/** A cell in words: for charts, tables, spoken text. One wording for page, chart and table. */
import { stageBands, STAGE_NAMES, type StageCode } from '#etl/reference/cycles.ts';
import { violationTypes } from '#etl/reference/index.ts';
import type { Mark, StageBand, TableCell, Tone } from '../../charts/types.ts';
import { formatDate, formatNumber, say, type Lang } from '../../i18n/index.ts';
import { BENCHMARK_NAMES, CATEGORIES, PARTIAL, REASONS, STATUS, UNIT_ONE, UNITS, VERDICT_ICONS, VERDICTS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { SENTENCES } from '../../i18n/messages/sentences.ts';
import type { Verdict } from '../../statistics/index.ts';
import type { Cell, CellResult, Compared, Nature } from '../ask/types.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { areaName, cycleName, PILOTS } from './context.ts';

/** Decimals of a metric on screen: counts 0, percentages 1, rates 2. */
export const digitsOf = (metric: Metric): number => (metric.unit === 'per_1000' ? 2 : metric.unit === 'percent' || metric.unit === 'score' ? 1 : 0);

export function statusText(result: Exclude<CellResult, { status: 'ok' }>, lang: Lang): string {
	if (result.status === 'suppressed') return say(STATUS[`suppressed_${result.kind}`], lang);
	if ('partial' in result && result.partial) return say(PARTIAL[result.status], lang, result.partial);
	if (result.status !== 'not_estimable') return say(STATUS[result.status], lang);
	const { reason } = result;
	return `${say(STATUS.not_estimable, lang)}: ${say(Object.hasOwn(REASONS, reason) ? REASONS[reason as keyof typeof REASONS] : STATUS.not_estimable, lang)}`;
}

/** How charts, tables and files mark a result: what cannot be computed is not applicable, with its own words. */
export const markedAs = <R extends CellResult>(result: R): Exclude<R['status'], 'not_estimable'> | 'not_applicable' => (result.status === 'not_estimable' ? 'not_applicable' : (result.status as Exclude<R['status'], 'not_estimable'>));

export function valueText(metric: Metric, value: number, lang: Lang): string {
	const number = formatNumber(value, lang, digitsOf(metric));
	return metric.unit === 'percent' ? `${number}${lang === 'id' ? ' ' : ''}%` : number;
}

/** The unit after a number: English has a singular, Indonesian has not. */
export const unitWord = (unit: Metric['unit'], value: number, lang: Lang): string => say(value === 1 && unit in UNIT_ONE ? UNIT_ONE[unit as keyof typeof UNIT_ONE] : UNITS[unit], lang);
export const unitText = (metric: Metric, value: number, lang: Lang): string => unitWord(metric.unit, value, lang);

export function verdictText(result: Extract<CellResult, { status: 'ok' }>, lang: Lang): string {
	if (!result.verdict) return '';
	const words = say(VERDICTS[result.verdict], lang);
	const icon = VERDICT_ICONS[result.verdict];
	return result.benchmark ? `${icon} ${words} ${benchmarkName(result.benchmark, lang)}` : `${icon} ${words}`;
}

/** The colour and shape of a verdict. */
export function verdictTone(verdict: Verdict | null): Tone {
	switch (verdict) {
		case 'better':
		case 'much_better':
			return { kind: 'verdict', verdict: 'better' };
		case 'worse':
		case 'much_worse':
			return { kind: 'verdict', verdict: 'worse' };
		case 'similar':
			return { kind: 'verdict', verdict: 'similar' };
		case 'higher':
		case 'lower':
			return { kind: 'accent' };
		default:
			return { kind: 'verdict', verdict: 'not_compared' };
	}
}

/** The verdict's word alone: "serupa", "jauh lebih baik". The same in every table, map and file. */
export const verdictName = (verdict: Verdict, lang: Lang): string => say(VERDICTS[verdict], lang).replace(/ (daripada|dengan|than|to)$/, '');

/** What a figure is compared with, in words: "Indonesia", "Bali", "Pilkada 2020", "sasaran 90,0". */
export function benchmarkName(benchmark: Compared, lang: Lang): string {
	if (benchmark.kind === 'previous') return cycleName(benchmark.cycle, lang);
	if (benchmark.kind === 'target') return `${say(BENCHMARK_NAMES.target, lang)} ${formatNumber(benchmark.value, lang, 1)}`;
	return areaName(benchmark.region, lang);
}

/** "3.412 dari 6.880; 49,6 % (48,4–50,8); serupa dengan Indonesia" */
export function cellText(metric: Metric, result: CellResult, lang: Lang): string {
	if (result.status !== 'ok') return statusText(result, lang);
	const value = `${valueText(metric, result.value, lang)}${metric.unit === 'percent' ? '' : ` ${unitText(metric, result.value, lang)}`}`;
	if (result.denominator === null || !result.interval) return value;
	const range = `(${formatNumber(result.interval.lower, lang, digitsOf(metric))}–${formatNumber(result.interval.upper, lang, digitsOf(metric))})`;
	const verdict = result.verdict && result.verdict !== 'not_compared' ? `; ${verdictText(result, lang)}` : '';
	return `${say(SENTENCES.counts, lang, { x: result.numerator, of: result.denominator })}; ${value} ${range}${verdict}`;
}

export function markOf(cell: Cell, lang: Lang): Mark {
	const text = cellText(cell.metric, cell.result, lang);
	if (cell.result.status !== 'ok') return { status: markedAs(cell.result), text };
	return { status: 'ok', value: cell.result.value, text, ...(cell.result.interval ?? {}) };
}

export function tableCell(cell: Cell | undefined, lang: Lang): TableCell {
	if (!cell) return '';
	if (cell.result.status !== 'ok') return { text: statusText(cell.result, lang), status: markedAs(cell.result) };
	return { text: valueText(cell.metric, cell.result.value, lang), status: 'ok' };
}

/** The source of an event or a published figure: its title, a link where the address is one of the web. */
export function sourceCell(row: Row): TableCell {
	const title = String(row.source_title ?? '');
	const address = String(row.source_address ?? '');
	return /^https?:\/\//.test(address) ? { text: title, href: address } : title;
}

export function categoryName(breakdown: string, category: string, lang: Lang): string {
	if (category === 'UNKNOWN') return say(CATEGORIES.unknown, lang);
	if (category === WHOLE_LINE) return say(CATEGORIES.whole, lang);
	switch (breakdown) {
		case 'month':
		case 'act_month':
			return formatDate(category, lang, 'short');
		case 'stage':
			return Object.hasOwn(STAGE_NAMES, category) ? STAGE_NAMES[category as StageCode][lang] : category;
		case 'state':
		case 'outcome':
		case 'escalation':
			return Object.hasOwn(CATEGORIES.state, category) ? say(CATEGORIES.state[category as keyof typeof CATEGORIES.state], lang) : category;
		case 'position':
			return Object.hasOwn(CATEGORIES.position, category) ? say(CATEGORIES.position[category as keyof typeof CATEGORIES.position], lang) : category;
		case 'dataset':
			return Object.hasOwn(DATASET_NAMES, category) ? say(DATASET_NAMES[category as keyof typeof DATASET_NAMES], lang) : category;
		case 'violation_type': {
			const found = violationTypes().find((v) => v.code === category);
			return found ? `${category}: ${lang === 'id' ? found.name_id : found.name_en}` : category;
		}
		case 'holder':
			return Object.hasOwn(CATEGORIES.holder, category) ? say(CATEGORIES.holder[category as keyof typeof CATEGORIES.holder], lang) : category;
		case 'age':
			return Object.hasOwn(CATEGORIES.age, category) ? say(CATEGORIES.age[category as keyof typeof CATEGORIES.age], lang) : category;
		default:
			return category;
	}
}

/** As `categoryName`, as short as a chart or a heading needs it; the legal wording stands in tables and files. */
export function shortCategory(breakdown: string, category: string, lang: Lang): string {
	const found = breakdown === 'violation_type' ? violationTypes().find((v) => v.code === category) : undefined;
	if (found) return lang === 'id' ? found.short_id : found.short_en;
	return categoryName(breakdown, category, lang);
}

/** Where a metric's figures of one nature come from. */
export function sourcesOf(metric: Metric, nature: Nature, lang: Lang): string {
	if (nature === 'contoh') return metric.sources[lang];
	return say(metric.family === 'events' ? PAGE.compiled : PAGE.noneSent, lang);
}

/** Stages of a cycle for the ribbon, in the reader's language. */
export function ribbon(cycle: string, lang: Lang): readonly StageBand[] {
	return stageBands(cycle).map((b) => ({ code: b.code, label: lang === 'id' ? b.name.id : b.name.en, start: b.start, end: b.end }));
}

/** A pilot regency has its own colour for good; every other area is muted. */
export function areaTone(code: string): Tone {
	const slot = PILOTS.findIndex((p) => p === code);
	return slot >= 0 ? { kind: 'region', slot: slot as 0 | 1 | 2 | 3 | 4 } : { kind: 'muted' };
}
