/** What each column of the contract is made of in a large plain table: a column of the file, a constant, or what follows from others. */
import { columnOf } from '../datasets/contract.ts';
import type { Column, DatasetContract } from '../datasets/index.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import type { Recognition } from '../recognise/index.ts';
import { isCopy, type Copy } from '../recognise/types.ts';
import type { Tuple } from './tuples.ts';

export type Origin =
	| { readonly of: 'cell'; readonly cell: number }
	| { readonly of: 'constant'; readonly value: RowValue }
	/** Column `name` of the table of tuples. */
	| { readonly of: 'tuple' };

export interface PlannedColumn {
	readonly column: Column;
	readonly origin: Origin;
	/** Stands where the origin is null. */
	readonly otherwise: RowValue;
}

/** Contracts whose rows are filled out from other rows or texts are read row by row. */
export const fitsColumns = (contract: DatasetContract, { kind, match }: Recognition): boolean =>
	kind.plain !== undefined && !match.columns.has('total') && !contract.columns.some((column) => column.name === 'employer' || column.pseudonym);

/**
 * The plan, in the order of the contract; it says what `fillOut` says row by row. Null when a derived column is sometimes
 * a copy and sometimes not.
 */
export function planColumns(contract: DatasetContract, { match, kind }: Recognition, tuples: readonly Tuple[], context: CheckContext): PlannedColumn[] | null {
	const helpers = kind.plain?.helpers ?? new Set<string>();
	const cells = new Map([...match.columns].filter(([name]) => !helpers.has(name)));
	const derived = new Map<string, Origin>();
	for (const name of new Set(tuples.flatMap(({ values }) => Object.keys(values)))) {
		const origin = originOf(tuples.map(({ values }) => values[name] ?? null), cells);
		if (origin === null) return null;
		derived.set(name, origin);
	}
	return contract.columns.map((column) => {
		const cell = cells.get(column.name) ?? (column.standIn === undefined ? undefined : cells.get(column.standIn));
		const absent: Origin = { of: 'constant', value: filledIn(column, contract, context) };
		return { column, origin: derived.get(column.name) ?? (cell === undefined ? absent : { of: 'cell', cell }), otherwise: whereEmpty(column, contract, context) };
	});
}

function originOf(values: readonly (RowValue | Copy)[], cells: ReadonlyMap<string, number>): Origin | null {
	const [first] = values;
	if (first === undefined || !isCopy(first)) return values.some(isCopy) ? null : values.every((value) => value === first) ? { of: 'constant', value: first ?? null } : { of: 'tuple' };
	if (!values.every((value) => isCopy(value) && value.from === first.from)) return null;
	const cell = cells.get(first.from);
	return cell === undefined ? { of: 'constant', value: null } : { of: 'cell', cell };
}

/** Value of a column that the file does not have. */
function filledIn(column: Column, contract: DatasetContract, context: CheckContext): RowValue {
	if (column.name === 'regency' && context.regency !== 'all') return context.regency;
	if (column.name === 'as_of' && contract.name !== 'published') return context.source?.as_of ?? null;
	return null;
}

function whereEmpty(column: Column, contract: DatasetContract, context: CheckContext): RowValue {
	if (column.name === 'cycle') return context.source?.cycle ?? null;
	if (column.name === 'employment' && contract.name === 'headcount') return context.source?.employment ?? null;
	return null;
}

/** The kind of employment is read from the NIP where the contract has both. */
export const employmentFromNip = (contract: DatasetContract): boolean =>
	contract.name !== 'headcount' && ['person_key', 'employment'].every((name) => contract.columns.some((column) => column.name === name)) && columnOf(contract, 'person_key').type === 'nip';
