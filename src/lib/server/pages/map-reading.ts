/** What a cell says on a map: its state, its words. Legend, tile, small square and table take the same texts from here. */
import { formatNumber, say, type Lang } from '../../i18n/index.ts';
import { MAP as M } from '../../i18n/messages/map.ts';
import { STATUS, VERDICT_ICONS, VERDICTS } from '../../i18n/messages/status.ts';
import { classesOf, classOf, type Classes } from '../../metrics/map.ts';
import type { Metric } from '../../metrics/index.ts';
import type { MapState } from '../../ui/map.ts';
import type { Cell } from '../ask/types.ts';
import { areaName } from './context.ts';
import { cellText, unitText, valueText, verdictName } from './words.ts';

export type Colour = 'verdict' | 'value';

export interface Reading {
	readonly state: MapState;
	readonly value: string;
	readonly icon: string;
	readonly word: string;
	/** Count, value, interval and verdict, or why there is none. */
	readonly text: string;
	/** Of a partial sum: what is known inside. */
	readonly inside?: string;
}

const STATES = [
	'much_better', 'better', 'similar', 'worse', 'much_worse', 'higher', 'lower', 'not_compared', 'class-0', 'class-1', 'class-2', 'class-3', 'class-4',
	'partial', 'suppressed', 'not_received', 'not_published', 'not_applicable', 'not_estimable'
] as const satisfies readonly MapState[];

const classState = (index: number): MapState => (['class-0', 'class-1', 'class-2', 'class-3', 'class-4'] as const)[index] ?? 'class-4';

/** The state of a value in classes. */
export const stateOfValue = (classes: Classes, value: number): MapState => classState(classOf(classes, value));

/** A cell as a map shows it. A hidden cell has no value, no verdict and no class. */
export function readingOf(cell: Cell, colour: Colour, lang: Lang): Reading {
	const { metric, result } = cell;
	const text = cellText(metric, result, lang);
	if (result.status !== 'ok') return { state: result.status, value: '', icon: '', word: say(M.short[result.status], lang), text };
	const value = valueText(metric, result.value, lang);
	if (colour === 'value') return { state: stateOfValue(classesOf(metric), result.value), value, icon: '', word: '', text };
	const verdict = result.verdict ?? 'not_compared';
	return { state: verdict, value, icon: VERDICT_ICONS[verdict], word: verdictName(verdict, lang), text };
}

/** A province whose total is not known, some of whose regencies are: a sum that is not the province's, and says so. */
export function partialReading(metric: Metric, own: Reading, regencies: readonly Cell[], lang: Lang): Reading | null {
	if (metric.denominator !== null || (own.state !== 'not_received' && own.state !== 'not_published')) return null;
	const known = regencies.flatMap((c) => (c.result.status === 'ok' ? [c.result.value] : []));
	if (known.length === 0) return null;
	const sum = known.reduce((a, b) => a + b, 0);
	const counts = { n: known.length, all: regencies.length };
	const inside = say(M.insideKnown, lang, { ...counts, sum: valueText(metric, sum, lang), unit: unitText(metric, sum, lang) });
	return { state: 'partial', value: valueText(metric, sum, lang), icon: '', word: say(M.short.partial, lang, counts), text: `${own.text}; ${inside}`, inside };
}

/** What a state means, for the legend and for counts. `classes`: of the values shown, null without. */
export function stateText(state: MapState, classes: Classes | null, lang: Lang): string {
	if (state.startsWith('class-')) return classes ? classText(classes, Number(state.slice(6)), lang) : '';
	if (Object.hasOwn(VERDICTS, state)) return verdictName(state as keyof typeof VERDICTS, lang);
	if (state === 'partial' || state === 'suppressed') return say(M[state], lang);
	return say(STATUS[state as Exclude<keyof typeof STATUS, `suppressed_${string}`>], lang);
}

/** "serupa dengan Indonesia": the legend names the benchmark. */
export function legendText(state: MapState, classes: Classes | null, lang: Lang): string {
	if (!Object.hasOwn(VERDICTS, state) || state === 'not_compared') return stateText(state, classes, lang);
	return say(M.verdictAgainst, lang, { word: say(VERDICTS[state as keyof typeof VERDICTS], lang), benchmark: areaName('ID', lang) });
}

export const iconOf = (state: MapState): string => (Object.hasOwn(VERDICT_ICONS, state) ? VERDICT_ICONS[state as keyof typeof VERDICT_ICONS] : '');

function classText({ breaks }: Classes, index: number, lang: Lang): string {
	const digits = breaks.some((b) => !Number.isInteger(b)) ? 1 : 0;
	const number = (value: number | undefined): string => (value === undefined ? '' : formatNumber(value, lang, digits));
	const [from, to] = [breaks[index - 1], breaks[index]];
	if (from === undefined) return to === 1 && digits === 0 ? say(M.exactlyZero, lang) : say(M.under, lang, { to: number(to) });
	return to === undefined ? say(M.atLeast, lang, { from: number(from) }) : say(M.between, lang, { from: number(from), to: number(to) });
}

/** States in the legend's order, each once. */
export const ordered = (states: Iterable<MapState>): readonly MapState[] => {
	const present = new Set(states);
	return STATES.filter((s) => present.has(s));
};

/** "2 lebih buruk, 5 serupa" in the legend's order. */
export function countsText(states: readonly MapState[], classes: Classes | null, lang: Lang): string {
	return ordered(states)
		.map((state) => say(M.insideCount, lang, { n: states.filter((s) => s === state).length, text: stateText(state, classes, lang) }))
		.join(', ');
}
