/** The map of metrics by areas: word and sign in every cell, never colour alone. */
import { say } from '../../i18n/index.ts';
import { COMPARE as M } from '../../i18n/messages/compare.ts';
import { STATUS, UNITS, VERDICT_ICONS } from '../../i18n/messages/status.ts';
import type { Metric } from '../../metrics/index.ts';
import type { HeatCell, HeatSpec } from '../../ui/heat.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { cellOf, text } from './cards.ts';
import { areaName, areaPath, linkTo, originOf, shortName, type PageContext } from './context.ts';
import { cellText, markedAs, statusText, valueText, verdictName } from './words.ts';

/** Rows that a map shows; the files hold all. */
export const HEAT_ROWS = 40;

export function heatMap(context: PageContext, answer: Answer, areas: readonly string[], metrics: readonly Metric[], against: string): HeatSpec {
	return {
		caption: text(M.heatCaption, context, { benchmark: against }),
		areaLabel: text(M.heatArea, context),
		columns: metrics.map((m) => ({ label: m.name[context.lang], unit: say(UNITS[m.unit], context.lang), href: linkTo(`/definisi/${m.id}`, context) })),
		rows: areas.slice(0, HEAT_ROWS).map((area) => ({
			label: shortName(area),
			href: areaPath(context, area),
			cells: metrics.map((m) => heatCell(context, answer, cellOf(answer, m.id, area, context.cycle)))
		}))
	};
}

function heatCell(context: PageContext, answer: Answer, cell: Cell | undefined): HeatCell {
	const { lang } = context;
	if (!cell) return { icon: '', word: say(STATUS.not_received, lang), value: '', detail: say(STATUS.not_received, lang), verdict: null, status: 'not_received', href: null };
	const { metric, result, region, cycle } = cell;
	const href = originOf(context, { metric: metric.id, region, cycle, benchmark: answer.question.benchmark });
	const detail = `${areaName(region, lang)}, ${metric.name[lang]}: ${cellText(metric, result, lang)}`;
	if (result.status !== 'ok') return { icon: '', word: statusText(result, lang).split(/ \(|:/)[0] ?? '', value: '', detail, verdict: null, status: markedAs(result), href };
	const judged = result.verdict !== null && result.verdict !== 'not_compared' ? result.verdict : null;
	const word = judged ? verdictName(judged, lang) : say(M.noVerdict, lang);
	return {
		icon: judged ? VERDICT_ICONS[judged] : '',
		word,
		value: valueText(metric, result.value, lang),
		detail,
		verdict: judged ?? 'not_compared',
		status: 'ok',
		href
	};
}
