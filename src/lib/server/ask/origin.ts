/** What stands behind a figure: submissions, the date of its denominator, and, for the area itself, its rows. */
import { measureById, type Metric } from '../../metrics/index.ts';
import { isOwn, type Scope } from '../access/scope.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { datasetsOf } from './dates.ts';
import type { Nature } from './types.ts';

const SUBMISSIONS_SQL = `SELECT s.id, s.regency, s.office, s.file_name, s.dataset, s.as_of, s.n_accepted, s.n_quarantined FROM submission s
	WHERE s.nature = $1 AND list_contains($2, s.dataset) AND s.state IN ('accepted', 'nil')
	AND (s.regency = 'all' OR EXISTS (SELECT 1 FROM region_path p WHERE p.code = s.regency AND p.ancestor = $3)) ORDER BY s.dataset, s.regency, s.as_of`;
const DATES_SQL = `SELECT a.as_of, a.kind, a.origin FROM asn_date a JOIN region_path p ON p.code = a.regency WHERE a.nature = $1 AND p.ancestor = $2 AND a."cycle" = $3 ORDER BY a.as_of`;

/** Facts by dataset, and the column that says whose they are. */
const FACTS: Readonly<Record<string, string>> = {
	cases: 'employer', training: 'regency', training_totals: 'regency', quiz: 'regency', events: 'regency', attendance: 'regency', pacts: 'regency', moves: 'regency'
};

const CASES_SQL = `SELECT c.case_number, c.person_no, c.registered_date, c.status, s.name_id, s.name_en, u.file_name
	FROM fact_cases c JOIN ref_status s ON s.code = c.status JOIN submission u ON u.id = c._submission
	WHERE c.nature = $1 AND c.employer = $2 AND c."cycle" = $3 ORDER BY c.registered_date, c.case_number, c.person_no LIMIT 200`;
/** Most rows that a page shows. */
export const ROWS_SHOWN = 200;

export interface Behind {
	readonly submissions: readonly { readonly row: Row; /** Rows of the area and cycle in force; null for who is not entitled. */ readonly here: number | null }[];
	/** Date, kind and origin of each employer's headcount in the denominator. */
	readonly denominatorDates: readonly Row[];
	/** Case rows without names and keys; null where the viewer is not the area itself. */
	readonly cases: readonly Row[] | null;
}

/** Everything behind one figure. Counts per file are exact for own areas only; rows are for the regency itself. */
export async function askOrigin(asked: { metric: Metric; region: string; cycle: string; nature: Nature }, scope: Scope, release: OpenRelease): Promise<Behind> {
	const { metric, region, cycle, nature } = asked;
	const datasets = datasetsOf([metric.numerator, ...(metric.denominator ? [metric.denominator] : [])]);
	const isHeadcount = metric.denominator !== null && measureById(metric.denominator).family === 'headcount';
	const own = isOwn(scope, region);
	const isSelf = scope.role === 'regency' && scope.region === region;
	const [submissions, dates, here, cases] = await Promise.all([
		release.public.query(SUBMISSIONS_SQL, [nature, datasets, region]),
		isHeadcount || metric.numerator === 'asn' ? release.public.query(DATES_SQL, [nature, region, cycle]) : Promise.resolve([]),
		own ? rowsHere(datasets, region, cycle, nature, release) : Promise.resolve(null),
		isSelf && datasets.includes('cases') ? release.internal.query(CASES_SQL, [nature, region, cycle]) : Promise.resolve(null)
	]);
	return {
		submissions: submissions.map((row) => ({ row, here: here ? (here.get(String(row.id)) ?? 0) : null })).filter(({ here: n, row }) => n === null || n > 0 || row.regency !== 'all'),
		denominatorDates: dates,
		cases
	};
}

async function rowsHere(datasets: readonly string[], region: string, cycle: string, nature: Nature, release: OpenRelease): Promise<Map<string, number>> {
	const counted = await Promise.all(
		datasets.flatMap((dataset) => {
			const column = FACTS[dataset];
			if (!column) return [];
			const sql = `SELECT f._submission AS id, count(*) AS n FROM fact_${dataset} f JOIN region_path p ON p.code = f.${column} WHERE f.nature = $1 AND p.ancestor = $2 AND f."cycle" = $3 GROUP BY ALL`;
			return [release.internal.query(sql, [nature, region, cycle])];
		})
	);
	return new Map(counted.flat().map((r) => [String(r.id), Number(r.n)]));
}
