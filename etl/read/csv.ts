/** Text → grid, with the line in the text editor where each record starts. */
import { CsvError, parse } from 'csv-parse/sync';
import { EMPTY_CELL, ReadProblem, type Cell, type Grid, type GridRow, type ReadNote } from './grid.ts';
import { cellTooLong, COLUMNS, tooMany } from './refuse.ts';

const DELIMITERS = [';', ',', '\t', '|', ':'];
/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 40;

export interface CsvRecord {
	readonly row: number;
	readonly fields: readonly string[];
}

/** Throws CSV_UNCLOSED_QUOTE, FILE_TRUNCATED, CELL_TOO_LONG, or FILE_TOO_LARGE for a row with content beyond `columns`. */
export function readCsv(text: string, encoding: string, cellLength: number, columns = Number.POSITIVE_INFINITY): { grid: Grid; note: ReadNote | null } {
	const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	let delimiter = findDelimiter(clean);
	let records = parseRecords(clean, delimiter ?? ',');
	let note: ReadNote | null = null;
	const inner = delimiter === null || records.every((r) => r.fields.slice(1).every((f) => f === '')) ? wrappedDelimiter(records) : null;
	if (inner !== null) {
		records = records.flatMap((r) => parseRecords(r.fields[0] ?? '', inner).map((p) => ({ row: r.row + p.row - 1, fields: p.fields })));
		note = { code: 'DELIMITER_WRAPPED', values: { delimiter: inner } };
		delimiter = inner;
	}
	const rows: GridRow[] = [];
	for (const record of records) {
		if (record.fields.every((field) => field.trim() === '')) continue;
		if (record.fields.length > columns && record.fields.findLastIndex((field) => field.trim() !== '') >= columns) throw tooMany(COLUMNS, columns, { row: record.row });
		rows.push({ row: record.row, cells: record.fields.map((field, column) => cellOf(field, record.row, column, cellLength)) });
	}
	const openEnd = clean.length > 0 && !clean.endsWith('\n');
	const grid: Grid = { kind: 'csv', encoding, delimiter, sheet: null, rows, merges: [], hiddenRows: [], hiddenColumns: [], hiddenSheet: false, declaredBeyond: null, openEnd };
	return { grid, note };
}

/** One field as a cell. Throws CELL_TOO_LONG or CSV_UNCLOSED_QUOTE. */
export function cellOf(text: string, row: number, column: number, cellLength: number): Cell {
	if (text === '') return EMPTY_CELL;
	if (text.length > cellLength) throw cellTooLong(text, cellLength, { row, column });
	if (text.startsWith('"') && text.includes('\n')) throw new ReadProblem('CSV_UNCLOSED_QUOTE', { row: String(row) }, { row, column, value: text.slice(0, 100) });
	const problem = /^#(REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/.test(text) ? 'error_value' : null;
	return { text, numeric: false, problem };
}

/** Records with the line on which each starts. Throws CSV_UNCLOSED_QUOTE or FILE_TRUNCATED. */
export function parseRecords(text: string, delimiter: string): CsvRecord[] {
	const records: CsvRecord[] = [];
	let row = 1;
	try {
		parse(text, {
			delimiter,
			record_delimiter: '\n',
			relax_quotes: true,
			relax_column_count: true,
			on_record: (fields: string[], context: { lines: number }) => {
				records.push({ row, fields });
				row = context.lines + 1;
				return null;
			}
		});
	} catch (error) {
		if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
		const cut = !text.slice(0, -1).includes('\n', nthLine(text, row));
		throw new ReadProblem(cut && row > 1 ? 'FILE_TRUNCATED' : 'CSV_UNCLOSED_QUOTE', { row: String(row) }, { row });
	}
	return records;
}

/** Position at which line `row` (from 1) starts. */
function nthLine(text: string, row: number): number {
	let at = 0;
	for (let line = 1; line < row; line++) at = text.indexOf('\n', at) + 1;
	return at;
}

/** The delimiter that gives most lines the same number of columns; null when no line is divided. */
function findDelimiter(text: string): string | null {
	const lines = sampleLines(text);
	let best: { delimiter: string; score: number } | null = null;
	for (const delimiter of DELIMITERS) {
		if (delimiter === ':' && best) break;
		const frequency = new Map<number, number>();
		for (const line of lines) {
			const count = line.split(delimiter).length - 1;
			if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
		}
		for (const [count, times] of frequency) {
			const score = times * times * count;
			if (!best || score > best.score) best = { delimiter, score };
		}
	}
	return best?.delimiter ?? null;
}

/** The first lines, without what stands in quotes. */
function sampleLines(text: string): string[] {
	const lines: string[] = [];
	for (let from = 0; from < text.length && lines.length < SAMPLE_LINES; ) {
		const newline = text.indexOf('\n', from);
		const to = newline < 0 ? text.length : newline;
		const line = text.slice(from, Math.min(to, from + 20_000)).replace(/"(?:[^"]|"")*"/g, '');
		if (text.slice(from, to).trim() !== '') lines.push(line);
		from = to + 1;
	}
	return lines;
}

/** Whole rows inside one quoted column: the delimiter within. */
function wrappedDelimiter(records: readonly CsvRecord[]): string | null {
	const filled = records.map((r) => r.fields[0] ?? '').filter((text) => text.trim() !== '');
	if (filled.length < 2) return null;
	for (const delimiter of [';', ',', '\t']) {
		if (filled.filter((text) => text.split(delimiter).length > 2).length >= filled.length * 0.8) return delimiter;
	}
	return null;
}
