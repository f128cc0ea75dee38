/** What stands behind a figure: submissions, the date of its denominator, and, for the area itself, its rows. */
import { measureById, type Metric } from '../../metrics/index.ts';
import { isOwn, type Scope } from '../access/scope.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { datasetsOf } from './dates.ts';
import type { Nature } from './types.ts';

/** Of the area or of a national contributor, about the cycle where a file says which; headcounts only of the dates that are used. */
const SUBMISSIONS_SQL = `SELECT s.id, s.regency, s.office, s.file_name, s.dataset, s.state, s.as_of, s.n_accepted, s.n_quarantined FROM submission s
	WHERE s.nature = $1 AND list_contains($2, s.dataset) AND s.state IN ('accepted', 'nil')
	AND (s.regency = 'all' OR EXISTS (SELECT 1 FROM region_path p WHERE p.code = s.regency AND p.ancestor = $3))
	AND (len(s.covers) = 0 OR list_contains(s.covers, $4))
	AND (s.dataset NOT IN ('headcount', 'roster') OR EXISTS (SELECT 1 FROM asn_date a JOIN region_path p ON p.code = a.regency
		WHERE a.nature = $1 AND a.measure = $5 AND a."cycle" = $4 AND p.ancestor = $3 AND a.origin = s.dataset AND (s.regency = 'all' OR (s.regency = a.regency AND s.as_of = a.as_of))))
	ORDER BY s.dataset, s.regency, s.as_of`;
const DATES_SQL = `SELECT a.as_of, a.kind, a.origin FROM asn_date a JOIN region_path p ON p.code = a.regency
	WHERE a.nature = $1 AND p.ancestor = $2 AND a."cycle" = $3 AND a.measure = $4 ORDER BY a.as_of`;

/** A regency's own rows go before a national contributor's, person exports before recapitulations: what gives way is not behind a figure. */
const IN_FORCE: Readonly<Record<string, string>> = {
	cases: `(f._sender <> 'all' OR NOT EXISTS (SELECT 1 FROM own_case o WHERE o.nature = f.nature AND o.regency = f.act_regency))`,
	training_totals: `NOT EXISTS (SELECT 1 FROM fact_training t WHERE t.nature = f.nature AND t.regency = f.regency AND t."cycle" = f."cycle")
		AND (f._sender <> 'all' OR NOT EXISTS (SELECT 1 FROM own_training o WHERE o.nature = f.nature AND o.regency = f.regency AND o."cycle" = f."cycle"))`
};
/** Datasets whose rows belong to a cycle; a headcount is chosen by its date instead. */
const BY_CYCLE = ['cases', 'training', 'training_totals', 'quiz', 'events', 'attendance', 'pacts', 'moves'] as const;
type ByCycle = (typeof BY_CYCLE)[number];

const CASES_SQL = `SELECT f.case_number, f.person_no, f.registered_date, f.status, s.name_id, s.name_en, u.file_name
	FROM fact_cases f JOIN ref_status s ON s.code = f.status JOIN submission u ON u.id = f._submission
	WHERE f.nature = $1 AND f.REGION = $2 AND f."cycle" = $3 AND ${IN_FORCE.cases} ORDER BY f.registered_date, f.case_number, f.person_no LIMIT 200`;
/** Most rows that a page shows. */
export const ROWS_SHOWN = 200;

export interface Behind {
	readonly submissions: readonly { readonly row: Row; /** Rows of the area and cycle in force; null for who is not entitled, and for headcounts. */ readonly here: number | null }[];
	/** Date, kind and origin of each employer's headcount in the denominator. */
	readonly denominatorDates: readonly Row[];
	/** Case rows without names and keys; null where the viewer is not the area itself. */
	readonly cases: readonly Row[] | null;
}

/** Everything behind one figure. Counts per file are exact for own areas only; rows are for the regency itself. */
export async function askOrigin(asked: { metric: Metric; region: string; cycle: string; nature: Nature }, scope: Scope, release: OpenRelease): Promise<Behind> {
	const { metric, region, cycle, nature } = asked;
	const parts = [metric.numerator, ...(metric.denominator ? [metric.denominator] : [])];
	const headcount = parts.find((id) => measureById(id).family === 'headcount') ?? '';
	const isSelf = scope.role === 'regency' && scope.region === region;
	const datasets = datasetsOf(parts);
	const casesOf = measureById(metric.numerator).region === 'act_regency' ? 'act_regency' : 'employer';
	const [submissions, denominatorDates, here, cases] = await Promise.all([
		release.public.query(SUBMISSIONS_SQL, [nature, datasets, region, cycle, headcount]),
		headcount ? release.public.query(DATES_SQL, [nature, region, cycle, headcount]) : Promise.resolve([]),
		isOwn(scope, region) ? rowsHere(datasets, casesOf, region, cycle, nature, release) : Promise.resolve(null),
		isSelf && datasets.includes('cases') ? release.internal.query(CASES_SQL.replace('REGION', casesOf), [nature, region, cycle]) : Promise.resolve(null)
	]);
	const counted = submissions.map((row) => ({ row, here: here && isByCycle(String(row.dataset)) ? (here.get(String(row.id)) ?? 0) : null }));
	return { submissions: counted.filter((s) => s.here !== 0 || s.row.state === 'nil'), denominatorDates, cases };
}

const isByCycle = (dataset: string): dataset is ByCycle => BY_CYCLE.some((d) => d === dataset);

async function rowsHere(datasets: readonly string[], casesOf: 'act_regency' | 'employer', region: string, cycle: string, nature: Nature, release: OpenRelease): Promise<Map<string, number>> {
	const counted = await Promise.all(
		datasets.filter(isByCycle).map((dataset) => {
			const sql = `SELECT f._submission AS id, count(*) AS n FROM fact_${dataset} f JOIN region_path p ON p.code = f.${dataset === 'cases' ? casesOf : 'regency'}
				WHERE f.nature = $1 AND p.ancestor = $2 AND f."cycle" = $3 AND ${IN_FORCE[dataset] ?? 'true'} GROUP BY ALL`;
			return release.internal.query(sql, [nature, region, cycle]);
		})
	);
	return new Map(counted.flat().map((r) => [String(r.id), Number(r.n)]));
}
