/** The public file of a release: only what the disclosure rule lets out. Hidden numbers do not exist in it. */
import { MEASURES } from '../../src/lib/metrics/index.ts';
import { protect, type MeasureCell, type ParentOf, type ProtectedCell } from '../../src/lib/server/disclosure/protect.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { fixedCategories } from '../reference/categories.ts';
import { disclosure } from '../reference/index.ts';
import { literal, type Warehouse } from '../warehouse.ts';
import { hidePoints, writeQuiz } from './quiz.ts';

/** The denominators of ASN: whose headcount of which date stands in each. */
const headcounts = MEASURES.filter((m) => m.family === 'headcount');

/** Tables of the internal file that are not about persons and go into the public file as they are. */
const OPEN_TABLES = ['region', 'region_path', 'ref_cycle', 'ref_participation', 'stage_band', 'moves_ban', 'ref_status', 'ref_violation_type', 'ref_position', 'coverage'] as const;

/** Files with one row per person: how many rows they have is a count of persons, which less a public total may be one person. */
const ROWS_ARE_PERSONS = ['cases', 'training', 'quiz', 'attendance', 'pacts', 'moves', 'roster'] as const;
const ROW_COUNTS = ['n_accepted', 'n_new', 'n_changed', 'n_same', 'n_missing'] as const;
/** Up to the next ten: 1-10 rows are 10. */
const tens = (column: string): string => `CAST(ceil(${column} / 10) * 10 AS BIGINT)`;
const forPersons = (column: string, instead: string): string => `CASE WHEN nature = 'real' AND dataset IN (${ROWS_ARE_PERSONS.map(literal).join(', ')}) THEN ${instead} ELSE ${column} END AS ${column}`;
/** Rows read are the sum of the others: rounded by itself it would tell where in the ten the accepted ones end (20 of 30 read, one held: exactly 20). */
const ROWS_IN_TENS = [...ROW_COUNTS.map((column) => forPersons(column, tens(column))), forPersons('n_read', `${tens('n_accepted')} + n_quarantined + n_dropped`)].join(', ');

export function disclosureRules(): DisclosureRules {
	const d = disclosure();
	return {
		strict: d.strict,
		strictBelow: d.k_strict,
		caseBreakdownBelow: d.k_case_breakdown,
		peopleBelow: d.k_training,
		minDenominator: d.min_denominator,
		minHiddenPerLine: d.min_hidden_per_line,
		minWidth: d.min_width
	};
}

/** The area above each one in the sums: regency → province → nation. */
export async function parentsOf(warehouse: Warehouse): Promise<ParentOf> {
	const regions = await warehouse.all('SELECT code, province, kind FROM region');
	const parents = new Map(regions.map((r) => [String(r.code), r.kind === 'nation' ? null : r.province === null || r.kind === 'province' || r.kind === 'central' ? 'ID' : String(r.province)]));
	return (code) => parents.get(code) ?? null;
}

/** Protects all cells of the open internal warehouse. Pure over the release and the rules. */
export async function protectRelease(internal: Warehouse, rules: DisclosureRules): Promise<ProtectedCell[]> {
	const cells = (await internal.all('SELECT measure, nature, region, "cycle", breakdown, category, value FROM measure_cell')) as unknown as MeasureCell[];
	const parentOf = await parentsOf(internal);
	return hidePoints(internal, protect(cells, parentOf, (breakdown, _nature, cycle) => fixedCategories(breakdown, cycle), rules), parentOf, rules);
}

/** Writes `public.duckdb` beside the attached internal file. Findings go without values: only their codes are counted. */
export async function writePublic(path: string, internal: Warehouse, cells: readonly ProtectedCell[]): Promise<void> {
	await internal.createTable(
		'public_cell',
		[
			...(['measure', 'nature', 'region', 'cycle', 'breakdown', 'category'] as const).map((name) => ({ name, type: 'VARCHAR' as const })),
			{ name: 'value', type: 'DOUBLE' },
			{ name: 'shown', type: 'VARCHAR' }
		],
		cells.map((c) => ({ ...c, value: c.shown === 'open' ? c.value : null }))
	);
	await internal.run(`ATTACH ${literal(path)} AS out`);
	for (const table of OPEN_TABLES) await internal.run(`CREATE TABLE out.${table} AS FROM ${table}`);
	await internal.run('CREATE TABLE out.measure_cell AS SELECT * FROM public_cell ORDER BY nature, measure, breakdown, region, "cycle", category');
	await internal.run('CREATE TABLE out.event AS SELECT * EXCLUDE (_submission, _seq, _sender, _kind, cycle_source), _submission AS submission FROM mart_event');
	await internal.run('CREATE TABLE out.published AS SELECT * EXCLUDE (_row, _seq, _sender, _kind, cycle_source, _submission), _submission AS submission FROM fact_published ORDER BY table_group, row_id');
	await internal.run(`CREATE TABLE out.submission AS SELECT * REPLACE (${ROWS_IN_TENS}) FROM submission`);
	await internal.run('CREATE TABLE out.finding_count AS SELECT submission, code, severity, count(*)::INTEGER AS n FROM finding GROUP BY ALL');
	await internal.run(`CREATE TABLE out.asn_date AS ${headcounts.map((m) => `SELECT ${literal(m.id)} AS measure, nature, regency, "cycle", as_of, kind, origin FROM ${m.mart}`).join(' UNION ALL ')}`);
	await writeQuiz(internal, cells, disclosureRules());
	await internal.run('DETACH out');
	await internal.run('DROP TABLE public_cell');
}
