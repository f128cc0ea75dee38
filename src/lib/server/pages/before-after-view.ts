/** The words, chart and table of a comparison before and after. */
import { cycleWindow } from '#etl/reference/cycles.ts';
import { pastCycles, type PageContext } from './context.ts';
import type { StageBand, TableSpec, TimeSpec } from '../../charts/types.ts';
import { formatDate, formatNumber, say } from '../../i18n/index.ts';
import { BEFORE_AFTER as M } from '../../i18n/messages/before-after.ts';
import { UNITS } from '../../i18n/messages/status.ts';
import { text } from './cards.ts';
import { WINDOW, windowsOf, type BeforeAfter, type Months } from './before-after-compare.ts';
import { monthsBetween, shiftMonth } from './months.ts';
import { axisOf, monthColumn, monthWord } from './time-axis.ts';
import { ribbon, unitWord } from './words.ts';

type Compared = Extract<BeforeAfter, { kind: 'compared' }>;

const DIRECTIONS = { similar: M.same, lower: M.lower, higher: M.higher, much_lower: M.muchLower, much_higher: M.muchHigher } as const;

/** What can be said, then what cannot, then why to beware: that always. */
export function sentencesOf(context: PageContext, months: Months, result: BeforeAfter): readonly string[] {
	return [...answerOf(context, months, result), ...cautionsOf(context, windowsOf(months), months.stageOf)];
}

function answerOf(context: PageContext, months: Months, result: BeforeAfter): readonly string[] {
	switch (result.kind) {
		case 'hidden':
			return [text(M.cannotHidden, context)];
		case 'no_asn':
			return [text(M.cannotAsn, context)];
		case 'too_short':
			return [text(M.cannotShort, context, { before: result.before, after: result.after }), ...windowSentence(context, months)];
		case 'no_events':
			return [text(M.cannotNone, context), ...windowSentence(context, months)];
		case 'compared':
			return [...comparedSentences(context, result), ...windowSentence(context, months), modelSentence(context, result), text(M.notCause, context)];
	}
}

/** Where the months that can be used end, when that cuts a window. */
function windowSentence(context: PageContext, months: Months): readonly string[] {
	const { before, after } = windowsOf(months);
	if (before.length === WINDOW && after.length === WINDOW) return [text(M.windows, context)];
	if (months.first > months.last) return [];
	return [text(M.windowsCut, context, { first: formatDate(months.first, context.lang, 'short'), last: formatDate(months.last, context.lang, 'short') })];
}

function comparedSentences(context: PageContext, { ratio, p, difference, direction }: Compared): readonly string[] {
	const number = (value: number, digits = 2): string => formatNumber(value, context.lang, digits);
	const chance = p < 0.001 ? `p < ${number(0.001, 3)}` : `p = ${number(p, 3)}`;
	const sentences: string[] = [];
	if (ratio.kind === 'infinite') sentences.push(text(M.ratioOpen, context, { lower: number(ratio.lower), p: chance }));
	if (ratio.kind === 'estimate') sentences.push(text(M.ratio, context, { value: number(ratio.value), lower: number(ratio.lower), upper: number(ratio.upper), p: chance }));
	sentences.push(text(DIRECTIONS[direction], context));
	if (difference.kind === 'estimate') sentences.push(text(M.differenceText, context, { value: number(difference.value), lower: number(difference.lower), upper: number(difference.upper) }));
	return sentences;
}

function modelSentence(context: PageContext, { model }: Compared): string {
	const number = (value: number): string => formatNumber(value, context.lang, 2);
	if (model.kind === 'effect') return text(M.model, context, { value: number(model.ratio.value), lower: number(model.ratio.lower), upper: number(model.ratio.upper) });
	const stages = stageNames(context, model.emptyStages);
	return text(M.noModel, context, { why: text(M.needs[model.reason], context, { before: model.before, after: model.after, n: model.events, stages }) });
}

/** Names of stages as quoted words, each once. */
function stageNames(context: PageContext, codes: readonly (string | null)[]): string {
	const names = new Map(ribbon(context.cycle, context.lang).map((b) => [b.code, b.label.toLowerCase()]));
	return [...new Set(codes.flatMap((code) => names.get(code ?? '') ?? []))].map((name) => `“${name}”`).join(', ');
}

/** What stands beside every comparison, and where there is none. */
export function cautionsOf(context: PageContext, windows: ReturnType<typeof windowsOf>, stageOf: Months['stageOf']): readonly string[] {
	const [before, after] = [stageNames(context, windows.before.map(stageOf)), stageNames(context, windows.after.map(stageOf))];
	const stages = before === after ? text(M.sameStages, context, { stages: before }) : text(M.stages, context, { before: before || text(M.noMonth, context), after: after || text(M.noMonth, context) });
	return [text(M.regression, context), text(M.supervision, context), ...(before || after ? [stages] : [])];
}

/** The months around the two windows, three more on each side where there are data. */
const shownMonths = ({ event, first, last }: Months): readonly string[] => {
	const [from, to] = [shiftMonth(event, -WINDOW - 3), shiftMonth(event, WINDOW + 3)];
	return monthsBetween(from > first ? from : first, to < last ? to : last);
};

/** Stages of several cycles one after the other: each cycle's as far as its own months go, as in the table. */
export function stagesOf(context: PageContext, cycles: readonly string[], region: string): readonly StageBand[] {
	return cycles.flatMap((cycle) => {
		const { start, end } = cycleWindow(cycle, region);
		return ribbon(cycle, context.lang)
			.map((band, i) => ({ ...band, start: i === 0 || band.start < start ? start : band.start, end: band.end > end ? end : band.end }))
			.filter((band) => band.start <= band.end);
	});
}

/** The months as bars; only for who may see the counts. */
export function chartOf(context: PageContext, months: Months, counts: ReadonlyMap<string, number>, stages: readonly StageBand[], event: { date: string; label: string }): TimeSpec {
	const { lang, cycle } = context;
	const [first = '', last = ''] = [shownMonths(months)[0], shownMonths(months).at(-1)];
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
					const n = counts.get(m) ?? 0;
					return { status: 'ok' as const, value: n, text: `${formatNumber(n, lang)} ${unitWord('persons', n, lang)}` };
				})
			}
		],
		stages: stages.filter((s) => s.end.slice(0, 7) >= first && s.start.slice(0, 7) <= last),
		votingDay: pastCycles().find((c) => c.code === cycle)?.voting_date ?? null,
		event,
		...axisOf(context)
	};
}

/** Month by month, as the chart; only for who may see the counts. */
export function tableOf(context: PageContext, months: Months, counts: ReadonlyMap<string, number>): TableSpec {
	const { lang } = context;
	const windows = windowsOf(months);
	const names = new Map(ribbon(context.cycle, lang).map((b) => [b.code, b.label]));
	const sideOf = (m: string) => (m === months.event ? M.sides.event : windows.before.includes(m) ? M.sides.before : windows.after.includes(m) ? M.sides.after : M.sides.outside);
	return {
		columns: [{ label: monthColumn(context), numeric: false }, { label: text(M.side, context), numeric: false }, { label: text(M.stage, context), numeric: false }, { label: text(M.persons, context), numeric: true }],
		rows: shownMonths(months).map((m) => [
			{ text: monthWord(context, m), header: true as const },
			text(sideOf(m), context),
			names.get(months.stageOf(m) ?? '') ?? '',
			formatNumber(counts.get(m) ?? 0, lang)
		])
	};
}
