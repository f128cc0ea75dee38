/**
 * A dataset contract: the one declaration of what a dataset's accepted rows look like.
 * Readers, checks, the accepted Parquet files, the warehouse tables and the data dictionary follow from it.
 */
export const DATASETS = [
	'cases',
	'training',
	'training_totals',
	'quiz',
	'events',
	'attendance',
	'pacts',
	'moves',
	'headcount',
	'roster',
	'published'
] as const;
export type DatasetName = (typeof DATASETS)[number];

/**
 * - `text` free text, spaces normalised
 * - `integer`, `decimal` numbers (a count, a mark)
 * - `date` ISO `YYYY-MM-DD`; `month_or_date` may also be `YYYY` or `YYYY-MM`
 * - `boolean` true / false
 * - `code` one of `codes`
 * - `nip` 18 digits in the file, a keyed pseudonym once accepted
 * - `regency` a Kemendagri code (`51.03`), `51.00` for the provincial government, `PUSAT` for central agencies
 */
export type ColumnType =
	| 'text'
	| 'integer'
	| 'decimal'
	| 'date'
	| 'month_or_date'
	| 'boolean'
	| 'code'
	| 'nip'
	| 'regency';

export interface Column {
	readonly name: string;
	readonly type: ColumnType;
	readonly required: boolean;
	/** What the column holds, for the data dictionary. */
	readonly about: { readonly id: string; readonly en: string };
	/** For `code`: the allowed values, or the name of the reference list that holds them. */
	readonly codes?: readonly string[] | { readonly reference: ReferenceList };
	readonly min?: number;
	readonly max?: number;
	/** The value may not be later than the as-of date. */
	readonly notFuture?: boolean;
	/** Column that stands in for this one where a file does not have it. */
	readonly standIn?: string;
	/** Text about a person: replaced by a keyed pseudonym before it is stored, as `nip` columns are. */
	readonly pseudonym?: true;
}

export type ReferenceList = 'case_statuses' | 'violation_types' | 'sanctions' | 'positions' | 'election_cycles';

/** Two columns of one row that must be in order (`DATE_ORDER`, `VALUE_OUT_OF_RANGE`); null on either side passes. */
export interface OrderRule {
	readonly code: 'DATE_ORDER' | 'VALUE_OUT_OF_RANGE';
	readonly lower: string;
	readonly upper: string;
}

export interface DatasetContract {
	readonly name: DatasetName;
	readonly title: { readonly id: string; readonly en: string };
	readonly columns: readonly Column[];
	/** Columns that identify a row; a later submission with the same key replaces it. */
	readonly key: readonly string[];
	/** Columns whose values bound what a file speaks about: a key is only "missing" inside them. */
	readonly extent: readonly string[];
	readonly order: readonly OrderRule[];
	/** Date columns that cannot lie before the appointment that the NIP in `person_key` states (`DATE_ORDER`). */
	readonly afterAppointment?: readonly string[];
	/** Rows are about identifiable persons. */
	readonly personLevel: boolean;
	/** The column whose date decides the cycle when the file does not state it. */
	readonly cycleDate: string | null;
}

type Flags = Partial<Omit<Column, 'name' | 'type' | 'about' | 'required'>> & { optional?: true };

/** Declares a column; required unless `optional`. */
export function column(name: string, type: ColumnType, id: string, en: string, flags: Flags = {}): Column {
	const { optional, ...rest } = flags;
	return { name, type, required: !optional, about: { id, en }, ...rest };
}

/** Columns that every dataset ends with. `cycle` is filled by the rule of cycles when the file does not state it. */
export const CYCLE_COLUMN = column('cycle', 'code', 'Siklus pemilihan', 'Election cycle', {
	optional: true,
	codes: { reference: 'election_cycles' }
});

export function columnOf(contract: DatasetContract, name: string): Column {
	const found = contract.columns.find((c) => c.name === name);
	if (!found) throw new Error(`dataset ${contract.name} has no column ${name}`);
	return found;
}

/** Column that says whose row it is: where the act was, in cases and the like. */
export const regencyColumn = (contract: DatasetContract): string => (contract.columns.some(({ name }) => name === 'act_regency') ? 'act_regency' : 'regency');
