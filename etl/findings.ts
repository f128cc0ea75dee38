/** A finding: what a check saw, where, and what to do, in both languages. Codes, severities and outcomes: `data/reference/findings.csv`. */
import type { Bilingual, Phrase } from './phrase.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Outcome = 'accept' | 'accept_with_warnings' | 'quarantine_rows' | 'reject_file';
export const OUTCOMES: readonly Outcome[] = ['accept', 'accept_with_warnings', 'quarantine_rows', 'reject_file'];

export interface Finding {
	readonly code: string;
	readonly severity: Severity;
	readonly outcome: Outcome;
	/** Sheet name for workbooks, null for text files. */
	readonly sheet: string | null;
	/** The row a person sees in the spreadsheet or text editor; null when the finding is about the file. */
	readonly row: number | null;
	/** Column letter (A, B, …, AA). */
	readonly column: string | null;
	/** As the file writes it; a column that the file lacks is named in both languages. */
	readonly heading: Phrase | null;
	/** At most 40 characters, NIP masked. */
	readonly value: string | null;
	readonly message: Bilingual;
	readonly remedy: Bilingual;
}

/** How a file was read: part of every answer, also of a refusal. */
export interface Recognised {
	/** The report's kind, or what the bytes are when they could not be read (`pdf`, `zip`); null when neither is known. */
	readonly kind: string | null;
	readonly language: 'id' | 'en' | null;
	/** Null when the bytes could not be read. */
	readonly encoding: string | null;
	readonly delimiter: string | null;
	readonly sheet: string | null;
	readonly headerRows: readonly number[];
	readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
	readonly decimal: ',' | '.' | null;
	/** What was left out, in words: "baris 1-3: judul", "kolom Nama: data pribadi". */
	readonly dropped: readonly Phrase[];
}

export type RowValue = string | number | boolean | null;
/** An accepted row: canonical columns of the contract; `nip` columns still hold the 18 digits until `accept` replaces them. */
export interface CheckedRow {
	/** Row number in the file. */
	readonly row: number;
	readonly values: Readonly<Record<string, RowValue>>;
}

export interface QuarantinedRow {
	readonly row: number;
	readonly codes: readonly string[];
}

/** What `check` found out about one file; `etl/cli.ts` prints it, `load` goes on with it. */
export interface CheckResult {
	readonly outcome: Outcome;
	readonly dataset: import('./datasets/index.ts').DatasetName | null;
	readonly recognised: Recognised;
	readonly rows: { readonly read: number; readonly accepted: number; readonly quarantined: number; readonly dropped: number };
	readonly findings: readonly Finding[];
	readonly accepted: readonly CheckedRow[];
	readonly quarantined: readonly QuarantinedRow[];
	/** The words of a table that says there is nothing ("NIHIL"). */
	readonly nil?: string;
}

/** What a check needs to know beside the bytes. */
export interface CheckContext {
	/** Kemendagri code, or `all` for a national contributor (then each row must name its regency). */
	readonly regency: string;
	/** File name, for messages and for the course in `progress.<course>.csv`. */
	readonly fileName: string;
	/** ISO date; nothing may lie after it. */
	readonly asOf: string;
	/** Dataset asked for; undefined = recognise. */
	readonly dataset?: import('./datasets/index.ts').DatasetName;
	readonly source?: import('./source.ts').SourceFile;
	readonly limits?: Partial<Limits>;
}

export interface Limits {
	readonly uploadBytes: number;
	readonly unpackedBytes: number;
	readonly ratio: number;
	readonly workbookRows: number;
	readonly columns: number;
	readonly cellLength: number;
	readonly findings: number;
}
export const DEFAULT_LIMITS: Limits = {
	uploadBytes: 10 * 1024 * 1024,
	unpackedBytes: 100 * 1024 * 1024,
	ratio: 100,
	workbookRows: 50_000,
	columns: 200,
	cellLength: 32_767,
	findings: 500
};
