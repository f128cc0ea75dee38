/** The answer of the map in one or two sentences, from verdicts; without verdicts, from what is known. */
import { formatNumber, say, type Lang } from '../../i18n/index.ts';
import { MAP as M } from '../../i18n/messages/map.ts';
import { SENTENCES } from '../../i18n/messages/sentences.ts';
import type { Metric } from '../../metrics/index.ts';
import type { Cell, OkResult } from '../ask/types.ts';
import { directionOf, nameOf, type Direction } from './sentences.ts';
import { unitText, valueText } from './words.ts';

export interface Told {
	readonly metric: Metric;
	/** "Pilkada 2024" or "Bali, Pilkada 2024". */
	readonly place: string;
	readonly areas: 'provinces' | 'regencies';
	readonly cells: readonly Cell[];
	/** Cells of the regencies inside the provinces, where the tiles are provinces. */
	readonly inside: readonly Cell[];
}

interface Judged {
	readonly direction: Direction;
	readonly strong: boolean;
}

const okOf = (cells: readonly Cell[]): readonly OkResult[] => cells.flatMap((c) => (c.result.status === 'ok' ? [c.result] : []));

/** How many areas lie on which side of the nation, at 99.8 % where the metric is judged, at 95 % where it is not. */
export function mapLead(lang: Lang, told: Told): string {
	const { metric } = told;
	const judged = okOf(told.cells).flatMap((result): Judged[] => {
		const direction = directionOf(metric, result);
		return direction === 'unknown' ? [] : [{ direction, strong: result.verdict === 'much_better' || result.verdict === 'much_worse' || metric.polarity === 'none' }];
	});
	if (judged.length === 0) return known(lang, told);
	const count = (direction: Direction, strong: boolean): number => judged.filter((j) => j.direction === direction && (direction === 'similar' || j.strong === strong)).length;
	const nation = okOf(told.cells).find((r) => r.benchmark?.kind === 'nation')?.benchmark?.value;
	const areas = say(M.kindsOf[told.areas], lang);
	const about = { n: judged.length, areas, name: nameOf(metric, lang), nation: nation === undefined ? '' : withUnit(lang, metric, nation) };
	const isPlain = metric.polarity === 'none';
	const level = `${formatNumber(isPlain ? 95 : 99.8, lang, isPlain ? 0 : 1)}${lang === 'id' ? '\u00a0' : ''}%`;
	const [above, below, similar] = [count('above', true), count('below', true), count('similar', true)];
	const clauses = [
		...(above > 0 ? [say(M.above, lang, { ...about, k: above, judged: judgement(lang, metric, 'above') })] : []),
		...(below > 0 ? [say(above > 0 ? M.below : M.belowAlone, lang, { ...about, k: below, judged: judgement(lang, metric, 'below') })] : [])
	];
	const weak = [[M.higherCount, count('above', false)] as const, [M.lowerCount, count('below', false)] as const].flatMap(([message, k]) => (k > 0 ? [say(message, lang, { k })] : []));
	const without = told.cells.length - judged.length;
	return [
		clauses.length === 0 ? say(M.noneApart, lang, { ...about, place: told.place, level }) : say(M.apart, lang, { place: told.place, clauses: clauses.join(''), level }),
		...(weak.length > 0 ? [say(M.weaker, lang, { clauses: weak.join(', ') })] : []),
		...(similar > 0 && clauses.length + weak.length > 0 ? [say(M.similarCount, lang, { k: similar })] : []),
		...(isPlain ? [say(M.noJudgement, lang)] : []),
		...(without > 0 ? [say(M.without, lang, { n: without, areas })] : [])
	].join(' ');
}

/** " (jauh lebih buruk)": only for a metric with a direction that is good. */
function judgement(lang: Lang, metric: Metric, direction: 'above' | 'below'): string {
	if (metric.polarity === 'none') return '';
	const isGood = (direction === 'above') === (metric.polarity === 'high_is_good');
	return ` (${say(SENTENCES[isGood ? 'much_better' : 'much_worse'], lang)})`;
}

const withUnit = (lang: Lang, metric: Metric, value: number): string => (metric.unit === 'percent' ? valueText(metric, value, lang) : `${valueText(metric, value, lang)} ${unitText(metric, value, lang)}`);

function known(lang: Lang, { metric, place, areas, cells, inside }: Told): string {
	const values = okOf(cells).map((r) => r.value);
	const about = { place, name: nameOf(metric, lang), n: values.length, all: cells.length, areas: say(M.kindsOf[areas], lang) };
	const [min, max] = [Math.min(...values), Math.max(...values)];
	const sentence =
		values.length === 0
			? say(M.unknown, lang, about)
			: say(min === max ? M.rangeOne : M.range, lang, { ...about, min: withUnit(lang, metric, min), max: withUnit(lang, metric, max) });
	const parts = okOf(inside).map((r) => r.value);
	if (values.length > 0 || parts.length === 0 || metric.denominator !== null) return sentence;
	const sum = parts.reduce((a, b) => a + b, 0);
	return `${sentence} ${say(M.inSome, lang, { sum: formatNumber(sum, lang), unit: unitText(metric, sum, lang), n: parts.length, all: inside.length })}`;
}
