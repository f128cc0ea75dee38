/** Audit before the switch: a release with one failed check is never published. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURES } from '../../src/lib/metrics/index.ts';
import { DATASETS } from '../datasets/index.ts';
import { literal, Warehouse } from '../warehouse.ts';
import type { DisclosureRules } from '../../src/lib/server/disclosure/rules.ts';
import { attackRelease } from './attack/release.ts';
import { disclosureRules } from './public.ts';

export interface AuditCheck {
	readonly name: string;
	readonly holds: boolean;
	readonly detail: string;
	/** Earlier releases that make it fail; without them it would hold. */
	readonly releases?: readonly string[];
}

/** Every check as SQL that returns the number of offending rows. */
const CHECKS: readonly { readonly name: string; readonly sql: string }[] = [
	{ name: 'every accepted row has a known region', sql: `SELECT count(*) AS n FROM (SELECT employer AS r FROM fact_cases UNION ALL SELECT act_regency FROM fact_cases UNION ALL SELECT regency FROM fact_training UNION ALL SELECT regency FROM fact_events UNION ALL SELECT regency FROM fact_pacts UNION ALL SELECT regency FROM fact_headcount UNION ALL SELECT regency FROM fact_roster UNION ALL SELECT regency FROM fact_moves UNION ALL SELECT regency FROM fact_quiz UNION ALL SELECT regency FROM fact_attendance UNION ALL SELECT regency FROM fact_training_totals) x ANTI JOIN region g ON g.code = x.r` },
	{ name: 'every case has a known status and form', sql: `SELECT count(*) AS n FROM fact_cases c WHERE NOT EXISTS (FROM ref_status s WHERE s.code = c.status) OR (c.violation_type IS NOT NULL AND NOT EXISTS (FROM ref_violation_type v WHERE v.code = c.violation_type))` },
	{ name: 'every cycle is known', sql: `SELECT count(*) AS n FROM (SELECT "cycle" FROM fact_cases UNION ALL SELECT "cycle" FROM fact_training UNION ALL SELECT "cycle" FROM fact_events UNION ALL SELECT "cycle" FROM fact_pacts) x WHERE "cycle" IS NOT NULL AND "cycle" NOT IN (SELECT code FROM ref_cycle)` },
	{ name: 'no NIP in any text column of cases, training, events', sql: `SELECT count(*) AS n FROM (SELECT concat_ws(' ', case_number, person_key, agency, channel) AS t FROM fact_cases UNION ALL SELECT concat_ws(' ', person_key, agency, course, activities) FROM fact_training UNION ALL SELECT concat_ws(' ', title, place, audience, organiser, note) FROM fact_events UNION ALL SELECT concat_ws(' ', attendee, person_key, agency) FROM fact_attendance UNION ALL SELECT concat_ws(' ', person_key, position_old, position_new) FROM fact_moves) x WHERE regexp_matches(t, '(^|[^0-9a-f])[0-9]{18}([^0-9a-f]|$)')` },
	{ name: 'proven persons are never more than reported persons', sql: `SELECT count(*) AS n FROM measure_cell p LEFT JOIN measure_cell r USING (nature, region, "cycle", breakdown, category) WHERE p.measure = 'proven_persons' AND r.measure = 'reported_persons' AND p.value > r.value` },
	{ name: 'completed never exceeds enrolled', sql: `SELECT count(*) AS n FROM measure_cell p JOIN measure_cell r USING (nature, region, "cycle", breakdown, category) WHERE p.measure = 'completed' AND r.measure = 'enrolled' AND p.value > r.value` },
	{ name: 'the nation is the sum of its parts', sql: `SELECT count(*) AS n FROM (SELECT nature, measure, "cycle", sum(value) FILTER (region <> 'ID') AS parts, any_value(value) FILTER (region = 'ID') AS whole FROM measure_cell WHERE breakdown = '' AND measure IN ('reported_cases', 'enrolled', 'completed', 'prevention_events') AND (region = 'ID' OR region IN (SELECT code FROM region WHERE kind IN ('province', 'central'))) GROUP BY ALL) WHERE parts IS DISTINCT FROM whole` },
	{ name: 'real and synthetic rows never share a submission', sql: `SELECT count(*) AS n FROM (SELECT _submission FROM fact_cases GROUP BY 1 HAVING count(DISTINCT nature) > 1)` },
	{ name: 'the public file holds no hidden number', sql: `SELECT count(*) AS n FROM pub.measure_cell WHERE shown <> 'open' AND value IS NOT NULL` },
	{ name: 'the public file shows what the internal file says', sql: `SELECT count(*) AS n FROM pub.measure_cell p LEFT JOIN measure_cell i USING (measure, nature, region, "cycle", breakdown, category) WHERE p.shown = 'open' AND p.value IS DISTINCT FROM coalesce(i.value, 0)` },
	{ name: 'how many rows a real file about persons has is public in tens only', sql: `SELECT count(*) AS n FROM pub.submission WHERE nature = 'real' AND dataset IN ('cases', 'training', 'quiz', 'attendance', 'pacts', 'moves', 'roster') AND (n_read <> n_accepted + n_quarantined + n_dropped OR n_accepted % 10 <> 0 OR n_new % 10 <> 0 OR n_changed % 10 <> 0 OR n_same % 10 <> 0 OR n_missing % 10 <> 0)` },
	{ name: 'the public file has no table about persons', sql: `SELECT count(*) AS n FROM duckdb_columns() WHERE database_name = 'pub' AND column_name IN ('person_key', 'person', 'attendee', 'case_number')` }
];

/** Runs all checks on a built release made of the submissions `inputs`; `earlier`: folders of the releases that are kept. A failed check names how many rows, or which, break it. */
export async function auditRelease(dir: string, inputs: readonly string[], earlier: readonly string[] = [], rules: DisclosureRules = disclosureRules()): Promise<AuditCheck[]> {
	const results: AuditCheck[] = [];
	for (const name of ['internal.duckdb', 'public.duckdb']) {
		results.push({ name: `${name} has no write-ahead log`, holds: !existsSync(join(dir, `${name}.wal`)), detail: '' });
	}
	const warehouse = await Warehouse.open();
	try {
		await warehouse.run(`ATTACH ${literal(join(dir, 'internal.duckdb'))} AS internal (READ_ONLY)`);
		await warehouse.run(`ATTACH ${literal(join(dir, 'public.duckdb'))} AS pub (READ_ONLY)`);
		await warehouse.run('USE internal');
		for (const { name, sql } of CHECKS) {
			const [row] = await warehouse.all(sql);
			const offenders = Number(row?.n ?? -1);
			results.push({ name, holds: offenders === 0, detail: offenders === 0 ? '' : `${offenders}` });
		}
		const within = async (name: string, sql: string, known: readonly string[]): Promise<void> => {
			const strangers = (await warehouse.all(sql)).map((row) => String(row.id)).filter((id) => !known.includes(id));
			results.push({ name, holds: strangers.length === 0, detail: strangers.slice(0, 3).join(', ') });
		};
		await within('every row comes from a submission of the manifest', DATASETS.map((d) => `SELECT DISTINCT _submission AS id FROM fact_${d}`).join(' UNION '), inputs);
		await within('every measure in the release is in the catalogue', 'SELECT DISTINCT measure AS id FROM measure_cell', MEASURES.map((m) => m.id));
	} finally {
		warehouse.close();
	}
	results.push(...(await attackRelease(dir, earlier, rules)));
	return results;
}
