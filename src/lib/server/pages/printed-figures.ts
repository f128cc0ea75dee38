/** What authorities printed about one area, and what nothing was found of: in the real nature the one stands in for the other. */
import { DATASET_RECORDS } from '../../i18n/messages/datasets.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import { measureById } from '../../metrics/index.ts';
import type { Cell } from '../ask/types.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { text } from './cards.ts';
import { areaName, type PageContext } from './context.ts';
import { asOfOf, figureText, measureText, printed } from './printed.ts';
import { publishedRows, STAFF } from './published.ts';

/** Printed figures of one area: all, and those of the chosen cycle. */
export interface Figures {
	readonly all: readonly Row[];
	readonly ofCycle: readonly Row[];
}

/** So many figures stand in one sentence; the others are counted. */
const TOLD = 3;

/** Printed figures about the area itself and about cases; those of the cycle first, the latest first. `within`: about the areas in it too. */
export async function figuresOf(context: PageContext, code: string, within = false): Promise<Figures> {
	const all = (await publishedRows(context))
		.filter((r) => (r.region === code || (within && String(r.region).startsWith(`${code}.`))) && !STAFF.has(String(r.measure)))
		.sort((a, b) => Number(b.cycle === context.cycle) - Number(a.cycle === context.cycle) || Number(a.category !== null) - Number(b.category !== null) || String(b.as_of ?? '').localeCompare(String(a.as_of ?? '')));
	return { all, ofCycle: all.filter((r) => r.cycle === context.cycle) };
}

/** What a figure counts, with the name of the area where it is about one inside `code`. */
export const measureIn = (context: PageContext, row: Row, code: string): string => (row.region === code ? measureText(context, row) : `${areaName(String(row.region), context.lang)}: ${measureText(context, row)}`);

/** The printed figures of the cycle in words, each with body and date; null where there are none. */
export function figuresText(context: PageContext, { ofCycle }: Figures): string | null {
	const told = ofCycle.slice(0, TOLD).map((r) => text(M.printedFigure, context, { measure: measureText(context, r), figure: figureText(context, r), body: printed('body', r.body, context.lang), date: asOfOf(context, r) }));
	const left = ofCycle.length - told.length;
	return told.length === 0 ? null : [...told, ...(left > 0 ? [text(M.printedMore, context, { n: left })] : [])].join('; ');
}

const datasetOf = (cell: Cell) => measureById(cell.metric.numerator).dataset;

/** Whether a figure could be counted from case registers alone, none of which was found: printed figures are no substitute, but they exist. */
export const lacksRegister = (cell: Cell): boolean => cell.result.status === 'not_published' && datasetOf(cell) === 'cases';

/** The records of which no publication was found, in words; empty where there is something of everything. `known`: datasets of which something is known beside the cells. */
export function unknownRecords(context: PageContext, cells: readonly Cell[], known: Iterable<string>): string {
	const found = new Set<string | null>([...known, ...cells.flatMap((c) => (c.result.status === 'ok' ? [datasetOf(c)] : []))]);
	const lacking = new Set(cells.flatMap((c) => (c.result.status === 'not_published' ? [datasetOf(c)] : [])));
	return [...lacking].flatMap((d) => (d === null || found.has(d) ? [] : [DATASET_RECORDS[d][context.lang]])).join(', ');
}
