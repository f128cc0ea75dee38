/**
 * Sentences from answers. A fact comes first; a judging word only where the verdict has earned it (95 %), a strong one only
 * at 99.8 %. Metrics without polarity are higher, similar or lower, nothing else. What is not known has its own sentence.
 */
import { formatNumber, say, upperFirst, type Lang } from '../../i18n/index.ts';
import { FACTS, PARTIAL_SENTENCES, SENTENCES as S } from '../../i18n/messages/sentences.ts';
import { REASONS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import { BYAR_FROM, type Verdict } from '../../statistics/index.ts';
import type { Cell, CellResult, Compared, OkResult } from '../ask/types.ts';
import { areaName, cycleName } from './context.ts';
import { benchmarkName, digitsOf, unitText, valueText } from './words.ts';

type Told = Pick<Cell, 'metric' | 'region' | 'cycle'> & { readonly result: CellResult };
type OkTold = Told & { readonly result: OkResult };
export type Direction = 'above' | 'below' | 'similar' | 'apart' | 'unknown';

const isOk = (cell: Told): cell is OkTold => cell.result.status === 'ok';

/** The first letter small, unless the word is an abbreviation. */
const lowerFirst = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
/** A metric's name inside a sentence. */
export const nameOf = (metric: Metric, lang: Lang): string => lowerFirst(metric.name[lang]);
const withUnit = (metric: Metric, value: number, lang: Lang): string => (metric.unit === 'percent' ? valueText(metric, value, lang) : `${valueText(metric, value, lang)} ${unitText(metric, value, lang)}`);

/** Counts so small that "similar" would say too much. */
function isTiny(metric: Metric, { numerator, denominator }: OkResult): boolean {
	if (metric.interval !== 'wilson' || denominator === null) return numerator < BYAR_FROM;
	return denominator < 30 || Math.min(numerator, denominator - numerator) < 5;
}

/** On which side of the benchmark a verdict puts a figure. */
export function directionOf(metric: Metric, result: OkResult): Direction {
	switch (result.verdict) {
		case null:
		case 'not_compared':
			return 'unknown';
		case 'similar':
			return 'similar';
		case 'higher':
			return 'above';
		case 'lower':
			return 'below';
		default: {
			if (metric.polarity === 'none') return sideOfValue(result);
			const good = result.verdict === 'better' || result.verdict === 'much_better';
			return good === (metric.polarity === 'high_is_good') ? 'above' : 'below';
		}
	}
}
const sideOfValue = ({ value, benchmark }: OkResult): Direction => (benchmark === null || value === benchmark.value ? 'apart' : value > benchmark.value ? 'above' : 'below');

const JUDGING: readonly Verdict[] = ['better', 'much_better', 'worse', 'much_worse'];

/** ": jauh lebih baik" where the verdict judges and the metric may be judged; else nothing. */
function judgement(metric: Metric, verdict: Verdict | null, lang: Lang): string {
	if (verdict === null || metric.polarity === 'none' || !JUDGING.includes(verdict)) return '';
	return `, ${say(S[verdict as 'better' | 'much_better' | 'worse' | 'much_worse'], lang)}`;
}

/** The fact alone, as a clause: what is counted, of how many, with value and interval; or why there is none. */
export function factOf(cell: Told, lang: Lang): string {
	if (!isOk(cell)) return statusClause(cell, lang);
	const { metric, result } = cell;
	const digits = digitsOf(metric);
	const value = withUnit(metric, result.value, lang);
	const values = {
		name: nameOf(metric, lang),
		x: result.numerator,
		n: countText(metric, result.numerator, lang),
		of: result.denominator ?? '',
		v: result.interval ? say(S.interval, lang, { value, lower: formatNumber(result.interval.lower, lang, digits), upper: formatNumber(result.interval.upper, lang, digits) }) : value
	};
	const own = Object.hasOwn(FACTS, metric.id) ? FACTS[metric.id] : undefined;
	return say(own ?? (result.denominator === null ? S.count : S.quotient), lang, values);
}

/** A number with its unit; the numerator of a rate is persons. */
function countText(metric: Metric, value: number, lang: Lang): string {
	if (metric.denominator === null && metric.interval === null) return `${formatNumber(value, lang)} ${unitText(metric, value, lang)}`;
	return `${formatNumber(value, lang)} ${unitText({ ...metric, unit: 'persons' }, value, lang)}`;
}

function statusClause({ metric, region, cycle, result }: Told, lang: Lang): string {
	const name = nameOf(metric, lang);
	switch (result.status) {
		case 'ok':
			return '';
		case 'suppressed':
			return say(S[`suppressed_${result.kind}`], lang, { name });
		case 'not_applicable':
			return say(S.not_applicable, lang, { name, area: areaName(region, lang), cycle: cycleName(cycle, lang) });
		case 'not_estimable': {
			const reason = Object.hasOwn(REASONS, result.reason) ? say(REASONS[result.reason as keyof typeof REASONS], lang) : say(S.otherReason, lang);
			const counts = result.denominator === null ? say(S.countsAlone, lang, { x: result.numerator }) : say(S.counts, lang, { x: result.numerator, of: result.denominator });
			return say(S.not_estimable, lang, { name, reason, counts });
		}
		default:
			return result.partial ? say(PARTIAL_SENTENCES[result.status], lang, { name, ...result.partial }) : say(S[result.status], lang, { name });
	}
}

function benchmarkText(metric: Metric, benchmark: Compared | null, lang: Lang): string {
	if (benchmark === null) return say(S.noName, lang);
	const name = benchmarkName(benchmark, lang);
	// The target's name holds its value already.
	return benchmark.kind === 'target' ? name : say(S.benchmark, lang, { name, value: valueText(metric, benchmark.value, lang) });
}

/** The comparison as a clause: direction first, then the judging word if one is earned. Empty where nothing is compared. */
export function comparisonOf(cell: Told, lang: Lang): string {
	if (!isOk(cell) || cell.result.verdict === null) return '';
	const { metric, result } = cell;
	if (result.benchmark?.kind === 'previous') return changeOf(cell, lang);
	const benchmark = benchmarkText(metric, result.benchmark, lang);
	const direction = directionOf(metric, result);
	switch (direction) {
		case 'unknown':
			return say(S.notCompared, lang);
		case 'similar': {
			const words = say(isTiny(metric, result) ? S.cannotTell : S.similar, lang, { benchmark });
			return result.numerator === 0 && metric.polarity === 'low_is_good' ? `${words}; ${say(S.zero, lang)}` : words;
		}
		default:
			return `${say(S[direction], lang, { benchmark })}${judgement(metric, result.verdict, lang)}`;
	}
}

/** The verdict in a word or two, for a column that names the benchmark in its head: "jauh lebih baik", "belum dapat dibedakan". */
export function verdictWord(cell: Told, lang: Lang): string {
	if (!isOk(cell)) return '';
	const { metric, result } = cell;
	const direction = directionOf(metric, result);
	if (direction === 'similar') return say(isTiny(metric, result) ? S.cannotTellAlone : S.similarAlone, lang);
	if (direction === 'unknown') return say(S.notCompared, lang);
	const judged = judgement(metric, result.verdict, lang).replace(/^, /, '');
	return judged || say(direction === 'above' ? S.aboveAlone : direction === 'below' ? S.belowAlone : S.apartAlone, lang);
}

/** The word of a change: "naik, lebih buruk"; without polarity "naik" alone. */
export function changeWord(cell: Told, lang: Lang): string {
	if (!isOk(cell)) return '';
	const { metric, result } = cell;
	switch (directionOf(metric, result)) {
		case 'unknown':
			return '';
		case 'similar':
			return say(isTiny(metric, result) ? S.changeUnknown : S.unchanged, lang);
		case 'above':
			return `${say(S.rose, lang)}${judgement(metric, result.verdict, lang)}`;
		case 'below':
			return `${say(S.fell, lang)}${judgement(metric, result.verdict, lang)}`;
		case 'apart':
			return say(S.changed, lang);
	}
}

/** Whether a figure rose, fell, or cannot be said to have changed against its own previous cycle; null where untested. */
export function changeDirection(cell: Told): 'up' | 'down' | 'flat' | null {
	if (!isOk(cell)) return null;
	const direction = directionOf(cell.metric, cell.result);
	return direction === 'above' ? 'up' : direction === 'below' ? 'down' : direction === 'similar' ? 'flat' : null;
}

/** From what to what since the own previous cycle, the ratio or difference with its interval in words, then the word. */
function changeOf(cell: OkTold, lang: Lang): string {
	const { metric, result } = cell;
	const { benchmark } = result;
	if (benchmark === null) return say(S.notCompared, lang);
	const fromTo = say(S.fromTo, lang, { then: withUnit(metric, benchmark.value, lang), cycle: cycleName(benchmark.cycle, lang), now: withUnit(metric, result.value, lang) });
	const word = changeWord(cell, lang) || say(S.untested, lang);
	const contrast = contrastText(benchmark.contrast, lang);
	return contrast === '' ? `${fromTo}: ${word}` : `${fromTo}; ${contrast}: ${word}`;
}

/** The change alone, as a sentence; empty where there is no earlier figure. */
export function changeSentence(cell: Told, lang: Lang): string {
	if (!isOk(cell) || cell.result.benchmark?.kind !== 'previous') return '';
	return `${upperFirst(say(S.change, lang, { name: nameOf(cell.metric, lang), change: changeOf(cell, lang) }))}.`;
}

function contrastText(contrast: Compared['contrast'], lang: Lang): string {
	if (contrast === null) return '';
	if (contrast.kind === 'difference') {
		return say(S.difference, lang, { value: formatNumber(contrast.value ?? 0, lang, 1), lower: formatNumber(contrast.lower, lang, 1), upper: formatNumber(contrast.upper ?? 100, lang, 1) });
	}
	const lower = formatNumber(contrast.lower, lang, 2);
	if (contrast.value === null || contrast.upper === null) return say(S.ratioOpen, lang, { lower });
	return say(S.ratio, lang, { ratio: formatNumber(contrast.value, lang, 2), lower, upper: formatNumber(contrast.upper, lang, 2) });
}

export interface Telling {
	/** Begins with area and cycle; without it the page's heading says them. */
	readonly place?: boolean;
	/** A headline compares only where 99.8 % is earned (methods 2.3: many figures stand side by side); the rest is the table's. */
	readonly headline?: boolean;
}

/** One sentence for a cell: the fact, then what it compares with. */
export function sentenceOf(cell: Told, lang: Lang, { place = false, headline = false }: Telling = {}): string {
	const fact = factOf(cell, lang);
	const earned = isOk(cell) && (cell.result.verdict === 'much_better' || cell.result.verdict === 'much_worse');
	const comparison = headline && !earned ? '' : comparisonOf(cell, lang);
	const clause = comparison === '' ? fact : `${fact}; ${comparison}`;
	const text = place ? say(S.place, lang, { area: areaName(cell.region, lang), cycle: cycleName(cell.cycle, lang), clause }) : upperFirst(clause);
	return text.endsWith('.') ? text : `${text}.`;
}
