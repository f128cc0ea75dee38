/** What reading yields: text with the positions a person sees. */
import type { Phrase } from '../phrase.ts';

/** Why a cell has no usable text. */
export type CellProblem = 'formula_no_value' | 'error_value';

export interface Cell {
	/** As the person sees it; a date cell of a workbook is ISO text. */
	readonly text: string;
	/** The cell is stored as a number (workbooks only): a NIP in it has lost digits. */
	readonly numeric: boolean;
	readonly problem: CellProblem | null;
}

export interface GridRow {
	/** The row a person sees in the spreadsheet, or the line in the text editor where the record starts. */
	readonly row: number;
	/** Dense from column A; may be shorter than the header. */
	readonly cells: readonly Cell[];
}

/** A merged range, 1-based rows and 0-based columns, all inclusive. */
export interface Merge {
	readonly top: number;
	readonly left: number;
	readonly bottom: number;
	readonly right: number;
}

export interface Grid {
	readonly kind: 'csv' | 'xlsx' | 'ods' | 'json' | 'parquet';
	readonly encoding: string;
	readonly delimiter: string | null;
	/** Sheet name; null for text files. */
	readonly sheet: string | null;
	/** Rows with at least one non-blank cell. */
	readonly rows: readonly GridRow[];
	readonly merges: readonly Merge[];
	readonly hiddenRows: readonly number[];
	/** 0-based. */
	readonly hiddenColumns: readonly number[];
	readonly hiddenSheet: boolean;
	/** Used range as declared, when it lies far beyond the data: "A1:XFD1048576". */
	readonly declaredBeyond: string | null;
	/** The text ends without a line break (a cut file looks like this). */
	readonly openEnd: boolean;
}

/** A problem met while reading that does not end the check. */
export interface ReadNote {
	readonly code: 'ENCODING_GUESSED' | 'DELIMITER_WRAPPED';
	readonly values: Readonly<Record<string, Phrase>>;
}

/** One grid for a text file, one per sheet for a workbook. */
export interface Reading {
	readonly grids: readonly Grid[];
	readonly notes: readonly ReadNote[];
}

export type ReadCode =
	| 'FILE_TOO_LARGE'
	| 'FILE_EMPTY'
	| 'FILE_WRONG_TYPE'
	| 'FILE_ENCRYPTED'
	| 'FILE_TRUNCATED'
	| 'FILE_ZIP_BOMB'
	| 'FILE_UNSAFE_ARCHIVE'
	| 'FILE_HAS_MACRO'
	| 'FILE_UNSAFE_XML'
	| 'FILE_NUL_BYTES'
	| 'FILE_MIXED_ENCODING'
	| 'CSV_UNCLOSED_QUOTE'
	| 'CELL_TOO_LONG';

interface Where {
	readonly sheet?: string | null;
	readonly row?: number;
	/** 0-based. */
	readonly column?: number;
	/** Names the column where it has no letter: a path of JSON. */
	readonly heading?: string;
	readonly value?: string;
}

/** Ends reading: the file cannot be used. `values` fill the message of `code`. */
export class ReadProblem extends Error {
	readonly code: ReadCode;
	readonly values: Readonly<Record<string, Phrase>>;
	readonly where: Where;
	constructor(code: ReadCode, values: Readonly<Record<string, Phrase>> = {}, where: Where = {}) {
		super(code);
		this.code = code;
		this.values = values;
		this.where = where;
	}
}

export const EMPTY_CELL: Cell = { text: '', numeric: false, problem: null };

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
	let letters = '';
	for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return letters;
}

/** "C12" → { column: 2, row: 12 }; null when it is not a cell reference. */
export function parseReference(reference: string): { column: number; row: number } | null {
	const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
	if (!match) return null;
	let column = 0;
	for (const letter of match[1] ?? '') column = column * 26 + (letter.charCodeAt(0) - 64);
	return { column: column - 1, row: Number(match[2]) };
}
