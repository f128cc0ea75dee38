/** Which areas differ from what they are compared with, and how sure that is: said wherever verdicts of several areas stand. */
import { formatNumber } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { VERDICT_ICONS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import type { Verdict } from '../../statistics/index.ts';
import type { Answer } from '../ask/types.ts';
import { text } from './cards.ts';
import { byInterval, okAt } from './compare-order.ts';
import { metricOf, shortName, type PageContext } from './context.ts';

export const differs = (verdict: Verdict | null | undefined): Verdict | null => (verdict && verdict !== 'similar' && verdict !== 'not_compared' ? verdict : null);

const isStrong = (verdict: Verdict): boolean => verdict === 'much_better' || verdict === 'much_worse';

/** The share of comparisons that look different at 95 % by chance alone. */
const BY_CHANCE = 0.05;

/** So many areas are named; more are counted. */
const NAMED = 6;

/**
 * One sentence on the verdicts of `areas` in `answer`: who differs at 95 % only, who at 99.8 % too, and how many would by chance
 * alone; none where nothing is compared or nothing differs. `named`: how many areas are named before they are counted; `chance`: false
 * where there is no room for the last.
 */
export function differing(context: PageContext, answer: Answer, metric: Metric, areas: readonly string[], against: string, { named = NAMED, chance = true } = {}): readonly [] | readonly [string] {
	const judged = byInterval(areas, answer, metric, context.cycle).flatMap((area) => {
		const verdict = okAt(answer, metric, area, context.cycle)?.verdict;
		return verdict && verdict !== 'not_compared' ? [{ area, verdict }] : [];
	});
	const found = judged.filter(({ verdict }) => differs(verdict));
	if (found.length === 0) return [];
	const listed = (own: typeof found): string => {
		if (own.length === 0) return text(M.differingNone, context);
		if (own.length > named) return text(M.differingMany, context, { n: own.length });
		return own.map(({ area, verdict }) => `${VERDICT_ICONS[verdict]} ${shortName(area)}`).join(', ');
	};
	const [weak, strong] = [found.filter(({ verdict }) => !isStrong(verdict)), found.filter(({ verdict }) => isStrong(verdict))];
	const isJudged = found.some(({ verdict }) => verdict !== 'higher' && verdict !== 'lower');
	const sentence = text(isJudged ? M.differing : M.differingPlain, context, { benchmark: against, weak: listed(weak), strong: listed(strong) });
	return [chance && judged.length > 1 ? `${sentence} ${text(M.byChance, context, { chance: formatNumber(judged.length * BY_CHANCE, context.lang, 1), all: judged.length })}` : sentence];
}

/** The same for a card whose areas are those of the page, compared with the nation; an area that holds others of them is told by them. */
export function differingFromNation(context: PageContext, answer: Answer, metric: string): readonly string[] {
	const areas = context.areas.filter((area) => area !== 'ID' && !context.areas.some((other) => other.startsWith(`${area}.`)));
	return differing(context, answer, metricOf(metric), areas, shortName('ID'));
}
