/** The corrected-copy download: the contributor's own file with one more column that says what is wrong with each row. */
import { DEFAULT_LIMITS, type Limits } from '../findings.ts';
import { read, ReadProblem, type Grid, type GridRow, type Reading } from '../read/index.ts';
import { decode } from '../read/text.ts';
import { addCsvColumn } from './csv-edit.ts';
import { ReplyError } from './error.ts';
import { REPLY_HEADING, replyColumn } from './marker.ts';
import type { ErrorNotes } from './notes.ts';
import { readParts, sheetPart, writeParts } from './package-parts.ts';
import { addSheetColumn, type AddedCell, type AddedColumn } from './sheet-edit.ts';
import { addReplyStyles } from './styles-edit.ts';
import { valuesWorkbook } from './values-book.ts';

export { notesOf, type ErrorNotes } from './notes.ts';
export { ReplyError } from './error.ts';

/** Merged ranges that reach further are decoration, not a table. */
const MERGE_REACH = 30;
/** Characters in a line of the column, points of a line, and the tallest row Excel allows. */
const NOTE_LINE = 72;
const LINE_POINTS = 15;
const TALLEST = 405;

/**
 * The file in `bytes` with a column KESALAHAN (ERRORS) right of everything in it.
 * - Workbook (.xlsx): every part is byte for byte the same except the one sheet and `styles.xml`.
 * - CSV, TSV: the same records, delimiter, line ends and encoding; Windows-1252 comes back as UTF-8 with BOM, and so does nothing else.
 *   A note is one line (" | " between findings). Short lines are filled up, so a line that was too short is told by its note only.
 * - OpenDocument (.ods): a new .xlsx with the values of all sheets.
 * A column from an earlier reply is replaced. Throws ReplyError for JSON, Parquet, unreadable files and tables without room.
 */
export async function correctedCopy(bytes: Uint8Array, notes: ErrorNotes, limits: Partial<Limits> = {}): Promise<Buffer> {
	const all: Limits = { ...DEFAULT_LIMITS, ...limits };
	const reading = await readable(bytes, all);
	const grid = reading.grids.find((own) => own.sheet === notes.sheet) ?? reading.grids[0];
	if (!grid) throw cannotMark();
	if (grid.kind === 'csv') return correctedText(bytes, grid, notes);
	if (grid.kind !== 'xlsx' && grid.kind !== 'ods') {
		throw new ReplyError('kind_unsupported', {
			id: 'Salinan dengan kolom KESALAHAN hanya dibuat untuk Excel, OpenDocument, dan CSV; untuk berkas ini bacalah daftar temuannya',
			en: 'A copy with a column ERRORS is made for Excel, OpenDocument and CSV only; for this file read the list of findings'
		});
	}
	const earlier = replyColumn(grid);
	const column = earlier?.last ? earlier.column : freeColumn(grid);
	if (column >= all.columns) throw new ReplyError('too_wide', { id: `Tabel sudah memakai ${all.columns} kolom; tidak ada tempat untuk kolom KESALAHAN`, en: `The table has ${all.columns} columns already; there is no room for a column ERRORS` });
	if (grid.kind === 'ods') return valuesWorkbook(reading.grids, notes, column);
	return correctedWorkbook(bytes, grid, notes, all, { column, clearFrom: earlier?.last ? earlier.row : null });
}

async function readable(bytes: Uint8Array, limits: Limits): Promise<Reading> {
	try {
		return await read(bytes, limits);
	} catch (error) {
		if (error instanceof ReadProblem) throw cannotMark();
		throw error;
	}
}

const cannotMark = (): ReplyError => new ReplyError('cannot_mark', { id: 'Berkas ini tidak dapat ditandai: isinya tidak terbaca sebagai tabel', en: 'This file cannot be marked: it was not read as a table' });

/** The first column right of every cell with content and of the merged ranges around them. */
function freeColumn(grid: Grid): number {
	const used = grid.rows.reduce((most, row) => Math.max(most, row.cells.findLastIndex((cell) => cell.text.trim() !== '' || cell.problem !== null) + 1), 0);
	return grid.merges.reduce((most, merge) => (merge.right < used + MERGE_REACH ? Math.max(most, merge.right + 1) : most), used);
}

async function correctedWorkbook(bytes: Uint8Array, grid: Grid, notes: ErrorNotes, limits: Limits, place: Omit<AddedColumn, 'cells'>): Promise<Buffer> {
	const parts = await readParts(bytes, limits);
	const part = await sheetPart(parts, notes.sheet ?? '');
	const sheet = part === null ? undefined : parts.get(part);
	if (part === null || !sheet) throw cannotMark();
	const styled = addReplyStyles(parts.get('xl/styles.xml')?.toString('latin1') ?? '');
	if (styled) parts.set('xl/styles.xml', Buffer.from(styled.xml, 'latin1'));
	const rows = new Map(grid.rows.map((row) => [row.row, row]));
	const cells = new Map<number, AddedCell>([...notes.notes].map(([row, text]) => [row, { text, style: styled?.styles.note ?? null, height: heightFor(text, rows.get(row)) }]));
	cells.set(notes.headerRow, { text: REPLY_HEADING[notes.language], style: styled?.styles.heading ?? null, height: null });
	parts.set(part, Buffer.from(addSheetColumn(sheet.toString('latin1'), { ...place, cells }), 'latin1'));
	return writeParts(parts);
}

/** Points for a wrapped note, not less than the line breaks in the row's own cells need; null where one line will do. */
function heightFor(note: string, row: GridRow | undefined): number | null {
	const lines = note.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / NOTE_LINE)), 0);
	const own = Math.max(1, ...(row?.cells.map((cell) => cell.text.split('\n').length) ?? []));
	return lines === 1 ? null : Math.min(TALLEST, LINE_POINTS * Math.max(lines, own));
}

function correctedText(bytes: Uint8Array, grid: Grid, notes: ErrorNotes): Buffer {
	const { text, encoding } = decode(bytes);
	const lines = new Map([...notes.notes].map(([row, note]) => [row, note.replace(/\s*[\r\n]+\s*/g, ' | ')]));
	lines.set(notes.headerRow, REPLY_HEADING[notes.language]);
	return encoded(addCsvColumn(text, grid, lines), encoding);
}

function encoded(text: string, encoding: string): Buffer {
	if (encoding.startsWith('UTF-16')) {
		const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
		return encoding === 'UTF-16BE' ? wide.swap16() : wide;
	}
	return Buffer.from(encoding === 'UTF-8' ? text : `\uFEFF${text}`, 'utf8');
}
