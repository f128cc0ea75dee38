/** Which regencies have sent what, and to which date: zero is told from silence by this. Not about persons: the same for everyone. */
import { oncePerRelease } from '../release/once.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Nature } from './types.ts';

const COVERAGE_SQL = `SELECT c.dataset, p.ancestor AS region, c."cycle", count(DISTINCT c.regency) AS received
	FROM coverage c JOIN region_path p ON p.code = c.regency JOIN region r ON r.code = c.regency
	WHERE (r.kind IN ('regency', 'city') OR p.ancestor = c.regency) AND c.nature = $1 GROUP BY ALL`;
const EXPECTED_SQL = `SELECT p.ancestor AS region, count(*) AS expected FROM region r JOIN region_path p ON p.code = r.code
	WHERE r.kind IN ('regency', 'city') GROUP BY ALL`;

export interface Coverage {
	/** Regencies of the area that have sent the dataset (null: Pantau's own knowledge, always there). */
	received(dataset: string | null, region: string, cycle: string): number;
	/** Regencies of the area; null for a single employer. */
	expected(region: string): number | null;
	/** A province or the nation speaks once half of its regencies have sent; before that its sum would pass for the whole. */
	speaks(dataset: string | null, region: string, cycle: string): boolean;
}

/** The coverage of one nature, read once of each release. */
export const fetchCoverage = (nature: Nature, release: OpenRelease): Promise<Coverage> => readOnce(release, nature);

const readOnce = oncePerRelease(async (release, nature): Promise<Coverage> => {
	const [rows, sizes] = await Promise.all([release.public.query(COVERAGE_SQL, [nature]), release.public.query(EXPECTED_SQL, [])]);
	const counts = new Map(rows.map((r) => [`${r.dataset}|${r.region}|${r.cycle}`, Number(r.received)]));
	const members = new Map(sizes.map((r) => [String(r.region), Number(r.expected)]));
	const expected = (region: string): number | null => (region.includes('.') ? null : (members.get(region) ?? null));
	const received = (dataset: string | null, region: string, cycle: string): number => (dataset === null ? (expected(region) ?? 1) : (counts.get(`${dataset}|${region}|${cycle}`) ?? 0));
	return {
		received,
		expected,
		speaks(dataset, region, cycle) {
			const [got, all] = [received(dataset, region, cycle), expected(region)];
			return got > 0 && (all === null || got * 2 >= all);
		}
	};
});
