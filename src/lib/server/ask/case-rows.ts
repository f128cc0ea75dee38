/** Single case rows of one area and cycle, without names and keys, for whom leave was given. */
import type { Metric } from '../../metrics/index.ts';
import type { CaseRowsLeave } from '../access/case-rows.ts';
import { exactStatement } from '../access/exact.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Row } from '../warehouse/warehouse.ts';
import { casesBelongBy, IN_FORCE } from './origin.ts';
import type { Nature } from './types.ts';

/** Most rows that a page shows. */
export const ROWS_SHOWN = 200;

const rowsBy = (column: 'employer' | 'act_regency') =>
	exactStatement(
		`case_rows_by_${column}`,
		3,
		(own) => `SELECT f.case_number, f.person_no, f.registered_date, f.status, s.name_id, s.name_en, u.file_name
			FROM fact_cases f JOIN ref_status s ON s.code = f.status JOIN submission u ON u.id = f._submission
			WHERE f.nature = $1 AND f.${column} = $2 AND f."cycle" = $3 AND ${IN_FORCE.cases} AND ${own(`f.${column}`)}
			ORDER BY f.registered_date, f.case_number, f.person_no LIMIT ${ROWS_SHOWN}`
	);
const ROWS = { employer: rowsBy('employer'), act_regency: rowsBy('act_regency') };

/** At most `ROWS_SHOWN` rows behind a metric of cases, oldest first. */
export async function askCaseRows(leave: CaseRowsLeave, asked: { readonly metric: Metric; readonly cycle: string; readonly nature: Nature }, release: OpenRelease): Promise<readonly Row[]> {
	return (await release.exact(leave.scope)?.query(ROWS[casesBelongBy(asked.metric)], [asked.nature, leave.region, asked.cycle])) ?? [];
}
