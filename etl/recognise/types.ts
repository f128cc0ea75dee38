/** What a report kind is: how its header is known, and how its rows become drafts of canonical rows. */
import type { DatasetName } from '../datasets/index.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import type { DateOrder, DateProfile } from '../normalise/dates.ts';
import { isMissing } from '../normalise/text.ts';
import type { Bilingual, Phrase } from '../phrase.ts';
import type { Cell, Grid, GridRow } from '../read/grid.ts';

export interface Header {
	/** Row numbers as the person sees them. */
	readonly rows: readonly number[];
	/** Index in `grid.rows` of the first data row. */
	readonly dataFrom: number;
	/** Per column: as shown, NIP masked (a table without its header begins with a person); two-row headings joined with " / ". */
	readonly headings: readonly string[];
	/** Per column: for comparison. */
	readonly keys: readonly string[];
	/** The lines of the header as they stand, for comparison. */
	readonly lines: readonly (readonly string[])[];
	/** Texts above the header. */
	readonly titles: readonly string[];
	/** Row numbers above the header. */
	readonly titleRows: readonly number[];
}

export interface Match {
	/** Higher is a better match. */
	readonly score: number;
	readonly language: 'id' | 'en' | null;
	/** Canonical or helper name → column index. */
	readonly columns: ReadonlyMap<string, number>;
	/** Columns that must be there and are not, in the sender's words; a match with missing columns explains itself but is not used. */
	readonly missing: readonly Phrase[];
	/** How to get what is missing, where it is more than adding a column. */
	readonly remedy?: Bilingual;
	/** Too little of the layout is there to tell it from others: counts only where its dataset was asked for and nothing else fits. */
	readonly weak?: boolean;
}

/** A cell on its way to a contract column, still as text. */
export interface Input {
	readonly cell: Cell;
	readonly column: number;
	/** The file row, when it is not the draft's own. */
	readonly row?: number;
}
export type DraftValue = Input | RowValue;

/** One canonical row in the making; `row` is the file row it comes from. */
export interface Draft {
	readonly row: number;
	readonly cells: Readonly<Record<string, DraftValue>>;
}

export interface Body {
	readonly grid: Grid;
	readonly header: Header;
	readonly match: Match;
	/** Data rows: no totals, column numbers, footers. */
	readonly data: readonly GridRow[];
	readonly totals: readonly GridRow[];
}

/** What a kind may say while it makes drafts. */
export interface Reporter {
	readonly context: CheckContext;
	readonly language: 'id' | 'en' | null;
	/** Leaves a row out, in words for the sender. */
	drop(row: number, why: Phrase): void;
	/** Says something about a cell; the catalogue decides whether the row is held. */
	find(code: string, at: { row?: number; column?: number; value?: string }, values?: Readonly<Record<string, Phrase>>): void;
	/** Says which order of day and month a kind read, where it parses dates itself. */
	dates(profile: DateProfile): void;
	/** Adds a line to "how we read your file". */
	note(words: Phrase): void;
}

/** What a derivation may look at beside the texts it reads. */
export interface DerivationContext {
	readonly context: CheckContext;
	readonly header: Header;
	/** Whether the file has a column of this name. */
	has(name: string): boolean;
	/** Says something about the cell of a column that was read. */
	find(code: string, name: string): void;
}

/** Columns that follow from the texts of some others: a pure function, so that equal texts need it only once. */
export interface Derivation {
	/** Names of columns; with `?` at the end, only whether something stands there. */
	readonly reads: readonly string[];
	/** Texts in the order of `reads` → contract columns; `{ from }` takes the cell of another column. */
	of(texts: readonly string[], about: DerivationContext): Readonly<Record<string, RowValue | Copy>>;
}
export interface Copy {
	readonly from: string;
}
export const isCopy = (value: RowValue | Copy): value is Copy => typeof value === 'object' && value !== null;

/** What a derivation is told of a cell: its text, or for `name?` whether it says anything. */
export const readText = (name: string, text: string): string => (name.endsWith('?') ? (isMissing(text) ? '' : '?') : text);

/** A table whose rows become canonical rows column by column. */
export interface PlainTable {
	readonly helpers: ReadonlySet<string>;
	readonly derive?: Derivation;
	/** Contract column → word as compared → the text it stands for. */
	readonly words?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface Kind {
	readonly kind: string;
	/** Null: recognised, but not something that can be loaded. */
	readonly dataset: DatasetName | null;
	readonly title: Bilingual;
	/** For a kind that cannot be loaded: the report to send instead, and where it is exported. */
	readonly instead?: Bilingual;
	/** Our own layouts: an unknown, doubled or empty heading is an error. */
	readonly strict?: boolean;
	/** Columns the layout has beyond its last heading. */
	width?(header: Header): number;
	/** Fixed writing of numbers, where the writer is a program. */
	readonly decimal?: '.' | ',';
	/** Order of dates, where the sender states it. */
	readonly dateOrder?: DateOrder;
	match(header: Header, sample: readonly GridRow[]): Match | null;
	drafts?(body: Body, reporter: Reporter): Draft[];
	/** The column from which the NIP is taken, where the rows decide it. */
	nipColumn?(match: Match, rows: readonly GridRow[]): number | undefined;
	/** Columns whose texts are never repeated to anyone, not even in a finding. */
	unspoken?(header: Header): readonly number[];
	/** Name → heading as people know it, where the layout is our own: what a template shows. */
	readonly headings?: Readonly<Record<string, string>>;
	/** Set where each row is one canonical row: such a file can be checked as columns. */
	readonly plain?: PlainTable;
	/** False where the last row is not the sum of the others. */
	readonly checkTotals?: boolean;
}

export const cellAt = (row: GridRow, column: number | undefined): Cell | undefined => (column === undefined ? undefined : row.cells[column]);
export const textAt = (row: GridRow, column: number | undefined): string => cellAt(row, column)?.text.trim() ?? '';
export const isInput = (value: DraftValue | undefined): value is Input => typeof value === 'object' && value !== null;

/** The cell of a row as input of a contract column; null when the file has no such column. */
export function input(row: GridRow, column: number | undefined): Input | null {
	if (column === undefined) return null;
	return { cell: row.cells[column] ?? { text: '', numeric: false, problem: null }, column, row: row.row };
}
