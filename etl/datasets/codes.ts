/** The codes a column of type `code` or `regency` allows. */
import { allRegions } from '../reference/areas.ts';
import { cycles, positions, sanctions, statuses, violationTypes } from '../reference/index.ts';
import { once } from '../reference/table.ts';
import type { Column, ReferenceList } from './contract.ts';

const REFERENCE: Readonly<Record<ReferenceList, () => readonly string[]>> = {
	case_statuses: once(() => statuses().map((row) => row.code)),
	violation_types: once(() => violationTypes().map((row) => row.code)),
	sanctions: once(() => sanctions().map((row) => row.code)),
	positions: once(() => positions().map((row) => row.code)),
	election_cycles: once(() => cycles().map((row) => row.code))
};
const REGIONS = once(() => allRegions().map((region) => region.code));

/** Allowed codes, or null where the column is free. */
export function codesOf(column: Column): readonly string[] | null {
	if (column.type === 'regency') return REGIONS();
	if (column.codes === undefined) return null;
	return 'reference' in column.codes ? REFERENCE[column.codes.reference]() : column.codes;
}
