/** What cannot be said of an area yet, and why: too few cases, data that have not come, numbers that are hidden. */
import { takesPart } from '#etl/reference/cycles.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import { power, ZERO_IS_LOW_ABOVE } from '../../statistics/index.ts';
import type { Answer, Cell } from '../ask/types.ts';
import { coverageNote, text } from './cards.ts';
import { askPage, cycleName, type PageContext } from './context.ts';
import { datasetNames, EXPECTED, isThere, type Reporting } from './area-reporting.ts';
import { figuresOf, lacksRegister, unknownRecords } from './printed-figures.ts';

/** The power of a rate in plain words, from the nation's rate and the ASN of the area. */
function powerSentence(context: PageContext, answer: Answer, metric: string, what: string): string {
	const cell = answer.cells.find((c) => c.metric.id === metric);
	const result = cell?.result.status === 'ok' ? cell.result : null;
	const rate = result?.benchmark?.value ?? null;
	const found = result?.denominator && rate !== null ? power((rate * result.denominator) / 1000) : null;
	if (!found || rate === null) return text(M.powerNone, context, { what });
	const { lang } = context;
	const low =
		found.lowTo === null
			? text(M.zeroNever, context, { limit: formatNumber(ZERO_IS_LOW_ABOVE, lang, 2) })
			: found.lowTo === 0
				? text(M.zeroOnly, context)
				: text(M.lowTo, context, { low: found.lowTo });
	return text(found.chanceAtTwice < 0.5 ? M.expected : M.expectedPlain, context, {
		what,
		rate: formatNumber(rate, lang, 2),
		expected: formatNumber(found.expected, lang, 1),
		high: found.highFrom,
		much: found.muchHigherFrom,
		low,
		chance: `${formatNumber(Math.min(found.chanceAtTwice, 0.999) * 100, lang)}${lang === 'id' ? '\u00a0' : ''}%`
	});
}

const isHidden = (cell: Cell): boolean => cell.result.status === 'suppressed';

/** Datasets of which some report of the areas has arrived. */
const arrivedIn = (reports: readonly Reporting[]): readonly string[] => reports.flatMap(({ states }) => EXPECTED.filter((d) => isThere(states[d])));

/** Rates whose power is told, with the word for whom they count. */
const POWER = [['proven_per_1000', M.powerProven], ['reported_per_1000', M.powerReported]] as const;

export interface LimitsOf {
	/** Of how many rates the power is told; all without it. */
	readonly powers?: number;
	/** Printed figures of the cycle, and how many of them the page shows; without it the area's own, all shown. */
	readonly printed?: { readonly n: number; readonly shown: number };
}

/** The sentences of the section, the heaviest doubt first. */
export async function limitsOf(context: PageContext, code: string, cells: readonly Cell[], reports: readonly Reporting[], { powers = POWER.length, printed }: LimitsOf = {}): Promise<readonly string[]> {
	const { lang, cycle } = context;
	const about = { cycle: cycleName(cycle, lang) };
	const closing = [text(M.supervision, context), text(M.kindsApart, context)];
	if (takesPart(cycle, code) === 'no') return closing;
	if (context.filters.nature === 'real') {
		const names = unknownRecords(context, cells, arrivedIn(reports));
		const { n, shown } = printed ?? (({ ofCycle }) => ({ n: ofCycle.length, shown: ofCycle.length }))(await figuresOf(context, code));
		return [...(names === '' ? [] : [text(M.unpublished, context, { ...about, names })]), ...(n > 0 && cells.some(lacksRegister) ? [text(shown < n ? M.printedSomeNoSubstitute : M.printedNoSubstitute, context, { n, shown })] : []), ...closing];
	}
	// A province's own part names who has not sent.
	const [report] = code.includes('.') ? reports : [];
	const rates = await askPage(context, ['proven_per_1000', 'reported_per_1000'], { regions: [code] });
	const hidden = cells.filter(isHidden).length;
	return [
		// The nation has nothing to stand out from.
		...(code === 'ID' ? [] : POWER.slice(0, powers).map(([metric, what]) => powerSentence(context, rates, metric, text(what, context)))),
		...coverageNote({ ...context, focus: code }, rates),
		...(report && report.lacking.length > 0 ? [text(M.missing, context, { ...about, names: datasetNames(context, report.lacking) })] : []),
		hidden > 0 ? text(M.hidden, context, { n: hidden, viewer: say(M.viewers[context.scope.role], lang) }) : text(M.nothingHidden, context),
		...closing
	];
}
