/** What is hidden besides, where the attack on a built release still finds a number: protection looks at one family of areas at a time, the attack at all. */
import { MEASURES, type Measure } from '../../../src/lib/metrics/index.ts';
import { WHOLE_LINE, type ParentOf, type ProtectedCell } from '../../../src/lib/server/disclosure/protect.ts';
import type { Place } from './view.ts';

/** A number found, with the nature and cycle of its view. */
export interface Found {
	readonly nature: string;
	readonly cycle: string;
	readonly at: Place;
}

/** Rounds in which lines that show some categories hide one more; after them lines go as a whole. */
const WIDENING = 2;
/** How far whole lines are hidden: 0 of the province and its regencies, 1 of the nation too. */
const EVERYWHERE = 2;
/** Rounds of hiding and attacking again; what is found after them stops the publication. */
export const ROUNDS = WIDENING + 6;

const measures = new Map<string, Measure>(MEASURES.map((m) => [m.id, m]));
const datasetOf = (id: string): string | null => measures.get(id)?.dataset ?? null;
const guardOf = (id: string): Measure['guard'] | undefined => measures.get(measures.get(id)?.follows ?? id)?.guard;
/** Counts that may be hidden: not what is open by its kind, and not the plain totals that decision 2 shows. */
const mayYield = (c: ProtectedCell): boolean => guardOf(c.measure) !== 'open' && !(c.breakdown === '' && guardOf(c.measure) === 'cases');

const lineKey = (c: ProtectedCell, region: string): string => [c.measure, c.nature, c.cycle, region, c.breakdown].join('\u001f');

/** The area below the nation that holds a region; null for the nation. */
function familyOf(region: string, parentOf: ParentOf): string | null {
	const above = parentOf(region);
	if (above === null) return null;
	return parentOf(above) === null ? region : familyOf(above, parentOf);
}

/** Whether a cell is of the dataset, breakdown, nature and cycle of a number that was found, and of an area that is meant. */
const isNear = (c: ProtectedCell, found: readonly Found[], isMeant: (region: string, found: Found) => boolean): boolean =>
	mayYield(c) && found.some((one) => c.nature === one.nature && c.cycle === one.cycle && datasetOf(c.measure) === datasetOf(one.at.measure) && (one.at.breakdown === '' || c.breakdown === one.at.breakdown) && isMeant(c.region, one));

/**
 * Hides more where a number was found, of its dataset and breakdown: first one more category, the smallest, of the lines of
 * the province, its regencies and the nation that show some and hide some; then the lines of the province and its regencies
 * as a whole, then of the nation too, then everywhere. A total that was found takes the breakdowns of its dataset with it.
 * Nothing that was hidden is shown.
 */
export function yieldTo(cells: readonly ProtectedCell[], found: readonly Found[], parentOf: ParentOf, round: number): ProtectedCell[] {
	const inBreakdowns = found.filter((one) => one.at.breakdown !== '');
	const wider = round < WIDENING && inBreakdowns.length === found.length ? widen(cells, inBreakdowns, parentOf) : null;
	if (wider) return wider;
	// Where lines near are hidden already, those further away follow at once.
	for (let reach = Math.min(EVERYWHERE, Math.max(0, round - WIDENING)); reach <= EVERYWHERE; reach += 1) {
		const hidden = hideLines(cells, found, parentOf, reach);
		if (shownBy(hidden) !== shownBy(cells)) return hidden;
	}
	return [...cells];
}

/** Null where no line near has another category to hide. */
function widen(cells: readonly ProtectedCell[], found: readonly Found[], parentOf: ParentOf): ProtectedCell[] | null {
	const isFamily = (region: string, { at }: Found): boolean => [null, familyOf(at.region, parentOf)].includes(familyOf(region, parentOf));
	const lines = Map.groupBy(cells.filter((c) => isNear(c, found, isFamily)), (c) => lineKey({ ...c, measure: measures.get(c.measure)?.follows ?? c.measure }, c.region));
	const toHide = new Map<ProtectedCell, ProtectedCell['shown']>();
	for (const line of lines.values()) {
		const leading = line.filter((c) => !measures.get(c.measure)?.follows);
		const mark = leading.find((c) => c.shown !== 'open')?.shown;
		const open = leading.filter((c) => c.shown === 'open');
		const least = Math.min(...open.map((c) => c.value));
		const next = new Set(open.filter((c) => c.value === least).map((c) => c.category));
		if (mark) for (const c of line) if (next.has(c.category) && c.shown === 'open') toHide.set(c, mark);
	}
	return toHide.size === 0 ? null : cells.map((c) => ({ ...c, shown: toHide.get(c) ?? c.shown }));
}

/** How much a reader sees: open cells, marks of single cells, marks of lines. */
const shownBy = (cells: readonly ProtectedCell[]): string => [cells.filter((c) => c.shown === 'open'), cells.filter((c) => c.category === WHOLE_LINE), cells].map((own) => own.length).join();

function hideLines(cells: readonly ProtectedCell[], found: readonly Found[], parentOf: ParentOf, reach: number): ProtectedCell[] {
	const isMeant = (c: ProtectedCell): boolean =>
		isNear(c, found, (region, { at }) => {
			const family = familyOf(at.region, parentOf);
			return reach >= EVERYWHERE || family === null || familyOf(region, parentOf) === family || (reach === 1 && familyOf(region, parentOf) === null);
		});
	const meant = cells.filter(isMeant);
	const lines = new Map(meant.map((c) => [lineKey(c, c.region), c]));
	// An area of the same group without a line would be read as zero: it gets the mark of the others.
	for (const group of Map.groupBy(meant, (c) => [c.nature, c.cycle, datasetOf(c.measure)].join('\u001f')).values()) {
		const regions = new Set(group.map((c) => c.region));
		for (const like of new Map(group.map((c) => [lineKey(c, ''), c])).values()) {
			for (const region of regions) if (!lines.has(lineKey(like, region))) lines.set(lineKey(like, region), { ...like, region, value: 0, shown: 'open' });
		}
	}
	const hidden = [...lines.values()].map((c): ProtectedCell => ({ ...c, category: c.breakdown === '' ? '' : WHOLE_LINE, shown: c.breakdown === '' && c.shown !== 'open' ? c.shown : 'secondary' }));
	return [...cells.filter((c) => !isMeant(c)), ...hidden];
}
