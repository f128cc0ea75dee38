/** Which regencies have sent what, and to which date: zero is told from silence by this. Not about persons: the same for everyone. */
import { oncePerRelease } from '../release/once.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Nature } from './types.ts';

const COVERAGE_SQL = 'SELECT dataset, regency, "cycle" FROM coverage WHERE nature = $1';
/** An area's regencies and cities; an employer is its own. */
const MEMBERS_SQL = `SELECT p.ancestor AS region, r.code AS member, r.kind IN ('regency', 'city') AS is_regency
	FROM region r JOIN region_path p ON p.code = r.code WHERE r.kind IN ('regency', 'city') OR p.ancestor = r.code`;

/** Datasets and parts of them that a regency must all have sent (`sentFor`); none: Pantau's own knowledge, always there. */
export type Sent = readonly string[];

export interface Coverage {
	/** Regencies of the area that have sent all of it. */
	received(sent: Sent, region: string, cycle: string): number;
	/** Regencies of the area; null for a single employer. */
	expected(region: string): number | null;
	/** A province or the nation speaks once half of its regencies have sent; before that its sum would pass for the whole. */
	speaks(sent: Sent, region: string, cycle: string): boolean;
}

/** The coverage of one nature, read once of each release. */
export const fetchCoverage = (nature: Nature, release: OpenRelease): Promise<Coverage> => readOnce(release, nature);

const readOnce = oncePerRelease(async (release, nature): Promise<Coverage> => {
	const [rows, paths] = await Promise.all([release.public.query(COVERAGE_SQL, [nature]), release.public.query(MEMBERS_SQL, [])]);
	const arrived = new Set(rows.map((r) => `${r.dataset}|${r.regency}|${r.cycle}`));
	const members = Map.groupBy(paths, (r) => String(r.region));
	const known = new Map<string, number>();
	const expected = (region: string): number | null => {
		const regencies = region.includes('.') ? 0 : (members.get(region) ?? []).filter((m) => m.is_regency).length;
		return regencies === 0 ? null : regencies;
	};
	const received = (sent: Sent, region: string, cycle: string): number => {
		if (sent.length === 0) return expected(region) ?? 1;
		const key = [region, cycle, ...sent].join('|');
		const before = known.get(key);
		if (before !== undefined) return before;
		const found = (members.get(region) ?? []).filter(({ member }) => sent.every((what) => arrived.has(`${what}|${member}|${cycle}`))).length;
		known.set(key, found);
		return found;
	};
	return {
		received,
		expected,
		speaks(sent, region, cycle) {
			const [got, all] = [received(sent, region, cycle), expected(region)];
			return got > 0 && (all === null || got * 2 >= all);
		}
	};
});
