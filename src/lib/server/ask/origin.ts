/** What stands behind a figure: submissions and the date of its denominator. */
import { measureById, type Metric } from '../../metrics/index.ts';
import { exactStatement, type ExactFile } from '../access/exact.ts';
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
export const IN_FORCE: Readonly<Record<string, string>> = {
	cases: `(f._sender <> 'all' OR NOT EXISTS (SELECT 1 FROM own_case o WHERE o.nature = f.nature AND o.regency = f.act_regency))`,
	training_totals: `NOT EXISTS (SELECT 1 FROM fact_training t WHERE t.nature = f.nature AND t.regency = f.regency AND t."cycle" = f."cycle")
		AND (f._sender <> 'all' OR NOT EXISTS (SELECT 1 FROM own_training o WHERE o.nature = f.nature AND o.regency = f.regency AND o."cycle" = f."cycle"))`
};
/** Datasets whose rows belong to a cycle; a headcount is chosen by its date instead. */
const BY_CYCLE = ['cases', 'training', 'training_totals', 'quiz', 'events', 'attendance', 'pacts', 'moves'] as const;
type ByCycle = (typeof BY_CYCLE)[number];

export interface Behind {
	readonly submissions: readonly { readonly row: Row; /** Rows of the area and cycle in force; null for who is not entitled, and for headcounts. */ readonly here: number | null }[];
	/** Date, kind and origin of each employer's headcount in the denominator. */
	readonly denominatorDates: readonly Row[];
}

/** The submission that brought a published row. */
export const submissionOf = (id: string, release: OpenRelease): Promise<readonly Row[]> =>
	release.public.query(`SELECT id, regency, office, file_name, dataset, state, as_of, n_accepted, n_quarantined FROM submission WHERE id = $1`, [id]);

/** Everything behind one figure. Counts per file are told of own areas only. */
export async function askOrigin(asked: { metric: Metric; region: string; cycle: string; nature: Nature }, scope: Scope, release: OpenRelease): Promise<Behind> {
	const { metric, region, cycle, nature } = asked;
	const parts = [metric.numerator, ...(metric.denominator ? [metric.denominator] : [])];
	const headcount = parts.find((id) => measureById(id).family === 'headcount') ?? '';
	const datasets = datasetsOf(parts);
	const exact = release.exact(scope);
	const [submissions, denominatorDates, here] = await Promise.all([
		release.public.query(SUBMISSIONS_SQL, [nature, datasets, region, cycle, headcount]),
		headcount ? release.public.query(DATES_SQL, [nature, region, cycle, headcount]) : Promise.resolve([]),
		exact && isOwn(scope, region) ? rowsHere(datasets, casesBelongBy(metric), exact, [nature, region, cycle]) : Promise.resolve(null)
	]);
	const counted = submissions.map((row) => ({ row, here: here && isByCycle(String(row.dataset)) ? (here.get(String(row.id)) ?? 0) : null }));
	return { submissions: counted.filter((s) => s.here !== 0 || s.row.state === 'nil'), denominatorDates };
}

const isByCycle = (dataset: string): dataset is ByCycle => BY_CYCLE.some((d) => d === dataset);

/** Whose a case is, for a metric: the area of the act's, or the employer's. */
export const casesBelongBy = (metric: Metric): 'act_regency' | 'employer' => (measureById(metric.numerator).region === 'act_regency' ? 'act_regency' : 'employer');

const countedBy = (dataset: ByCycle, column: string, id: string = dataset) =>
	exactStatement(
		`rows_of_${id}`,
		3,
		(own) => `SELECT f._submission AS id, count(*) AS n FROM fact_${dataset} f JOIN region_path p ON p.code = f.${column}
			WHERE f.nature = $1 AND p.ancestor = $2 AND f."cycle" = $3 AND ${IN_FORCE[dataset] ?? 'true'} AND ${own(`f.${column}`)} GROUP BY ALL`
	);
const COUNTS = new Map(BY_CYCLE.filter((dataset) => dataset !== 'cases').map((dataset) => [dataset, countedBy(dataset, 'regency')]));
const CASE_COUNTS = { employer: countedBy('cases', 'employer', 'cases_by_employer'), act_regency: countedBy('cases', 'act_regency', 'cases_by_act_regency') };

async function rowsHere(datasets: readonly string[], casesBy: 'act_regency' | 'employer', exact: ExactFile, values: readonly [string, string, string]): Promise<Map<string, number>> {
	const wanted = datasets.filter(isByCycle).flatMap((dataset) => (dataset === 'cases' ? CASE_COUNTS[casesBy] : (COUNTS.get(dataset) ?? [])));
	const counted = await Promise.all(wanted.map((statement) => exact.query(statement, values)));
	return new Map(counted.flat().map((r) => [String(r.id), Number(r.n)]));
}
