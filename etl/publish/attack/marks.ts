/** What is read in marks alone: the words that stand in a number's place, and the rules by which they were put there. */
import { MEASURES } from '../../../src/lib/metrics/index.ts';
import { UNKNOWN } from './system.ts';
import { guardOf, partOf, WHOLE_LINE, type Place, type SeenCell, type View, type World } from './view.ts';

/** What the mark of a cell tells of its number, least and most, to whoever reads the rules; a number that is shown tells itself. */
export function marksTell({ rules }: World, view: View, lines: ReadonlyMap<string, readonly SeenCell[]>): (at: Place, shown: ReadonlyMap<string, SeenCell>) => readonly [number, number] {
	/** Where an area with reported persons has no cell of a pending measure, the missing cell tells zero, and the mark at least one. */
	const zeroIsTold = (measure: string): boolean =>
		view.cells.some((c) => c.measure === 'reported_persons' && c.breakdown === '' && !lines.has([measure, '', c.region].join('\u001f')));
	const zeros = new Map(MEASURES.filter((m) => m.guard === 'pending').map((m) => [m.id, zeroIsTold(m.id)]));
	const isShown = (at: Place, measure: string): boolean => lines.get([measure, at.breakdown, at.region].join('\u001f'))?.some((c) => c.category === at.category && c.value !== null) ?? false;
	return (at, shown) => {
		if (shown.has(WHOLE_LINE)) return [0, UNKNOWN];
		const cell = shown.get(at.category);
		if (!cell) return [0, 0];
		if (cell.value !== null) return [cell.value, cell.value];
		const truth = view.truth(at);
		const guard = guardOf(at.measure);
		if (at.breakdown !== '' && guard !== 'people') {
			const [most, least] = [rules.caseBreakdownBelow - 1, Math.min(...[...shown.values()].map((c) => c.value ?? UNKNOWN)) - 1];
			const isSmall = [...shown.keys()].every((category) => shown.get(category)?.value !== null || view.truth({ ...at, category }) <= most);
			return [0, isSmall ? most : least];
		}
		const below = guard === 'pending' ? rules.caseBreakdownBelow : guard === 'cases' ? rules.strictBelow : rules.peopleBelow;
		if (cell.shown !== 'primary') return [truth >= below ? below : 0, UNKNOWN];
		const part = partOf(at.measure);
		const whole = part === null ? 0 : view.truth({ ...at, measure: part });
		const isTold = part !== null && isShown(at, part);
		if (guard === 'people' && whole > 0 && whole < rules.minDenominator) return [0, isTold ? whole : rules.minDenominator - 1];
		if (truth < below) return [guard === 'pending' && !zeros.get(at.measure) ? 0 : 1, below - 1];
		return isTold ? [whole - below + 1, whole - 1] : [0, UNKNOWN];
	};
}
