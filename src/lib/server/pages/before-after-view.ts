/** The words, chart and table of a comparison before and after. */
import { pastCycles, type PageContext } from './context.ts';
import type { TableSpec, TimeSpec } from '../../charts/types.ts';
import { formatDate, formatNumber, say } from '../../i18n/index.ts';
import { BEFORE_AFTER as M } from '../../i18n/messages/before-after.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import { text } from './cards.ts';
import { monthsBetween, shiftMonth, WINDOW, type BeforeAfter, type Months } from './before-after-compare.ts';
import { ribbon, statusText } from './words.ts';

type Compared = Extract<BeforeAfter, { kind: 'compared' }>;

const DIRECTIONS = { similar: M.same, lower: M.lower, higher: M.higher, much_lower: M.muchLower, much_higher: M.muchHigher } as const;

/** What can be said, then what cannot, then why to beware. */
export function sentencesOf(context: PageContext, months: Months, result: BeforeAfter): readonly string[] {
	switch (result.kind) {
		case 'hidden':
			return [text(M.cannotHidden, context)];
		case 'no_asn':
			return [text(M.cannotAsn, context)];
		case 'too_short':
			return [text(M.cannotShort, context, { before: result.before, after: result.after })];
		case 'no_events':
			return [text(M.cannotNone, context), text(M.supervision, context)];
		case 'compared':
			return [...comparedSentences(context, result), modelSentence(context, result), text(M.notCause, context), text(M.regression, context), text(M.supervision, context), ...stageSentence(context, months, result)];
	}
}

function comparedSentences(context: PageContext, { ratio, p, difference, direction }: Compared): readonly string[] {
	const number = (value: number, digits = 2): string => formatNumber(value, context.lang, digits);
	const chance = p < 0.001 ? '< 0,001' : number(p, 3);
	const shown = context.lang === 'en' ? chance.replace(',', '.') : chance;
	const sentences: string[] = [];
	if (ratio.kind === 'infinite') sentences.push(text(M.ratioOpen, context, { lower: number(ratio.lower), p: shown }));
	if (ratio.kind === 'estimate') sentences.push(text(M.ratio, context, { value: number(ratio.value), lower: number(ratio.lower), upper: number(ratio.upper), p: shown }));
	sentences.push(text(DIRECTIONS[direction], context));
	if (difference.kind === 'estimate') sentences.push(text(M.differenceText, context, { value: number(difference.value), lower: number(difference.lower), upper: number(difference.upper) }));
	return sentences;
}

function modelSentence(context: PageContext, { model }: Compared): string {
	if (model.kind === 'effect' && model.ratio.kind === 'estimate') {
		const number = (value: number): string => formatNumber(value, context.lang, 2);
		return text(M.model, context, { value: number(model.ratio.value), lower: number(model.ratio.lower), upper: number(model.ratio.upper) });
	}
	if (model.kind === 'effect') return text(M.noModel, context, { why: text(M.needOther, context) });
	const why =
		model.reason === 'too_few_points'
			? text(M.needPoints, context, { before: model.before, after: model.after })
			: model.reason === 'too_few_events'
				? text(M.needEvents, context, { n: model.events })
				: text(model.reason === 'not_estimable' ? M.needBoth : M.needOther, context);
	return text(M.noModel, context, { why });
}

function stageSentence(context: PageContext, months: Months, { before, after }: Compared): readonly string[] {
	const names = new Map(ribbon(context.cycle, context.lang).map((b) => [b.code, b.label.toLowerCase()]));
	const stagesIn = (list: readonly string[]): string => [...new Set(list.flatMap((m) => names.get(months.stageOf(m) ?? '') ?? []))].join(', ');
	const [left, right] = [stagesIn(before.months), stagesIn(after.months)];
	return left === right ? [] : [text(M.stages, context, { before: left, after: right })];
}

/** The months around the two windows, three more on each side where there are data. */
const shownMonths = ({ event, first, last }: Months): readonly string[] => {
	const [from, to] = [shiftMonth(event, -WINDOW - 3), shiftMonth(event, WINDOW + 3)];
	return monthsBetween(from > first ? from : first, to < last ? to : last);
};

export function chartOf(context: PageContext, months: Months, event: { date: string; label: string }): TimeSpec {
	const { lang, cycle } = context;
	return {
		kind: 'time',
		form: 'bars',
		unit: say(UNITS.persons, lang),
		digits: 0,
		months: shownMonths(months),
		series: [
			{
				name: text(M.persons, context),
				tone: { kind: 'step', step: 1 },
				marks: shownMonths(months).map((m) => {
					const n = months.counts?.get(m) ?? 0;
					return { status: 'ok' as const, value: n, text: `${formatNumber(n, lang)} ${say(UNITS.persons, lang)}` };
				})
			}
		],
		stages: ribbon(cycle, lang),
		votingDay: pastCycles().find((c) => c.code === cycle)?.voting_date ?? null,
		event
	};
}

export function tableOf(context: PageContext, months: Months, windows: { readonly before: readonly string[]; readonly after: readonly string[] }): TableSpec {
	const { lang } = context;
	const names = new Map(ribbon(context.cycle, lang).map((b) => [b.code, b.label]));
	const sideOf = (m: string) => (m === months.event ? M.sides.event : windows.before.includes(m) ? M.sides.before : windows.after.includes(m) ? M.sides.after : M.sides.outside);
	return {
		columns: [{ label: text(M.month, context), numeric: false }, { label: text(M.side, context), numeric: false }, { label: text(M.stage, context), numeric: false }, { label: text(M.persons, context), numeric: true }],
		rows: shownMonths(months).map((m) => [
			{ text: formatDate(m, lang, 'short'), header: true as const },
			text(sideOf(m), context),
			names.get(months.stageOf(m) ?? '') ?? '',
			months.counts === null ? { text: statusText({ status: 'suppressed', kind: 'primary' }, lang), status: 'suppressed' as const } : formatNumber(months.counts.get(m) ?? 0, lang)
		])
	};
}
