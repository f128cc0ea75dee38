/** The codes a column of type `code` or `regency` allows. */
import { allRegions } from '../reference/areas.ts';
import { cycles, positions, sanctions, statuses, violationTypes } from '../reference/index.ts';
import { once } from '../reference/table.ts';
import type { Column, ReferenceList } from './contract.ts';

/** An entry of a reference list. */
export interface Listed {
	readonly code: string;
	readonly name: string;
	readonly from: string | null;
	readonly to: string | null;
}

/** Reference lists that columns refer to. */
export const LISTS = {
	case_statuses: () => statuses().map((s): Listed => ({ code: s.code, name: s.name_id, from: null, to: null })),
	violation_types: () => violationTypes().map((v): Listed => ({ code: v.code, name: v.name_id, from: null, to: null })),
	sanctions: () => sanctions().map((s): Listed => ({ code: s.code, name: s.name_id, from: s.regime_valid_from, to: s.regime_valid_to })),
	positions: () => positions().map((p): Listed => ({ code: p.code, name: p.name_id, from: null, to: null })),
	election_cycles: () => cycles().map((c): Listed => ({ code: c.code, name: c.name_id, from: null, to: null }))
} as const satisfies Record<ReferenceList, () => readonly Listed[]>;

const known = new Map<ReferenceList, readonly string[]>();
function codesIn(list: ReferenceList): readonly string[] {
	const codes = known.get(list) ?? LISTS[list]().map((row) => row.code);
	known.set(list, codes);
	return codes;
}
const REGIONS = once(() => allRegions().map((region) => region.code));

/** Allowed codes, or null where the column is free. */
export function codesOf(column: Column): readonly string[] | null {
	if (column.type === 'regency') return REGIONS();
	if (column.codes === undefined) return null;
	return 'reference' in column.codes ? codesIn(column.codes.reference) : column.codes;
}
