/** What one viewer asks at once is read at once: a page asks two dozen questions, and every reading goes through the whole table. */
import { scopeKey, type Scope } from '../access/scope.ts';
import type { OpenRelease } from '../release/release.ts';
import { readCells, type KnownCells, type Wanted } from './cells.ts';

interface Batch {
	wanted: Wanted;
	readonly cells: Promise<KnownCells>;
}
/** Of each release and scope, what is about to be read. */
const batches = new WeakMap<OpenRelease, Map<string, Batch[]>>();

/** Areas for which more than what was asked is still little to read. */
const FEW = 4;
const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
/** Lines that a question reaches. */
const lines = ({ measures, regions, cycles, breakdowns }: Wanted): number => measures.length * regions.length * cycles.length * breakdowns.length;

/** One question that answers both: where it reaches no further than they do, or about the same cycles of a few areas. Null otherwise. */
function both(a: Wanted, b: Wanted): Wanted | null {
	if (a.nature !== b.nature) return null;
	const joined = { nature: a.nature, measures: union(a.measures, b.measures), regions: union(a.regions, b.regions), cycles: union(a.cycles, b.cycles), breakdowns: union(a.breakdowns, b.breakdowns) };
	const isSmall = joined.regions.length <= FEW && a.cycles.join() === b.cycles.join();
	return isSmall || lines(joined) <= lines(a) + lines(b) ? joined : null;
}

/** The wanted cells, and perhaps others that the same viewer may know. Throws BusyError as the warehouse does. */
export function fetchCells(wanted: Wanted, scope: Scope, release: OpenRelease): Promise<KnownCells> {
	const ofRelease = batches.get(release) ?? new Map<string, Batch[]>();
	batches.set(release, ofRelease);
	const waiting = ofRelease.get(scopeKey(scope)) ?? [];
	ofRelease.set(scopeKey(scope), waiting);
	for (const batch of waiting) {
		const joined = both(batch.wanted, wanted);
		if (!joined) continue;
		batch.wanted = joined;
		return batch.cells;
	}
	const cells = new Promise<void>((asked) => setImmediate(asked)).then(() => {
		waiting.splice(waiting.indexOf(batch), 1);
		return readCells(batch.wanted, scope, release);
	});
	const batch: Batch = { wanted, cells };
	waiting.push(batch);
	return cells;
}
