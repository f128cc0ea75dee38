/** Adds a column to delimited text; every record keeps its own text, quotes and line ends. */
import { parse } from 'csv-parse/sync';
import type { Grid } from '../read/grid.ts';
import { ReplyError } from './error.ts';
import { replyColumn } from './marker.ts';

interface RawRecord {
	/** First and last line, from 1. */
	readonly from: number;
	readonly to: number;
	readonly fields: readonly string[];
}
interface Line {
	readonly text: string;
	readonly end: string;
}

/**
 * Text of a file and the grid it was read as → the same text with one more column after the widest record.
 * `cells` says what stands in it, by the line where a record starts; a cell is one line, so no line number changes.
 * A file whose rows stood whole in one quoted column comes back opened; a column added by an earlier reply is replaced.
 * Throws ReplyError `cannot_mark` when the records are not found again where the grid says they are.
 */
export function addCsvColumn(text: string, grid: Grid, cells: ReadonlyMap<number, string>): string {
	const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
	const lines = linesOf(text.slice(mark.length));
	const delimiter = grid.delimiter ?? ',';
	const candidates = [() => lines, ...[',', ';', '\t', '|', ':'].map((outer) => () => unwrapped(lines, outer))];
	for (const candidate of candidates) {
		const own = candidate();
		const records = recordsOf(own, delimiter);
		if (records && agrees(records, grid)) return mark + withColumn(own, records, delimiter, grid, cells);
	}
	throw new ReplyError('cannot_mark', { id: 'Baris berkas ini tidak dapat ditandai dengan aman', en: 'The lines of this file cannot be marked safely' });
}

function linesOf(text: string): Line[] {
	const parts = text.split(/(\r\n|\r|\n)/);
	const lines: Line[] = [];
	for (let at = 0; at < parts.length; at += 2) lines.push({ text: parts[at] ?? '', end: parts[at + 1] ?? '' });
	return lines;
}

/** Divided as the reader divides them; null where that fails. */
function recordsOf(lines: readonly Line[], delimiter: string): RawRecord[] | null {
	const records: RawRecord[] = [];
	let from = 1;
	try {
		parse(lines.map((line) => line.text).join('\n'), {
			delimiter,
			record_delimiter: '\n',
			relax_quotes: true,
			relax_column_count: true,
			on_record: (fields: string[], context: { lines: number }) => {
				records.push({ from, to: Math.min(context.lines, lines.length), fields });
				from = context.lines + 1;
				return null;
			}
		});
	} catch {
		return null;
	}
	return records;
}

const isBlank = (record: RawRecord): boolean => record.fields.every((field) => field.trim() === '');

function agrees(records: readonly RawRecord[], grid: Grid): boolean {
	const filled = records.filter((record) => !isBlank(record));
	return filled.length === grid.rows.length && filled.every((record, at) => {
		const row = grid.rows[at];
		return row?.row === record.from && row.cells.length === record.fields.length && row.cells.every((cell, column) => cell.text === record.fields[column]);
	});
}

/** The content of the first field of every record, laid over the lines of the record. */
function unwrapped(lines: readonly Line[], outer: string): Line[] {
	const own = lines.map((line) => ({ ...line }));
	for (const record of recordsOf(lines, outer) ?? []) {
		const inner = (record.fields[0] ?? '').split('\n');
		for (let line = record.from; line <= record.to; line++) own[line - 1] = { text: inner[line - record.from] ?? '', end: lines[line - 1]?.end ?? '' };
	}
	return own;
}

function withColumn(lines: readonly Line[], records: readonly RawRecord[], delimiter: string, grid: Grid, cells: ReadonlyMap<number, string>): string {
	const earlier = replyColumn(grid);
	const replaced = earlier?.last ? earlier.column : null;
	const width = replaced ?? records.reduce((most, record) => (isBlank(record) ? most : Math.max(most, record.fields.length)), 0);
	const texts = lines.map((line) => line.text);
	for (const record of records) {
		if (isBlank(record)) continue;
		const last = replaced === null ? record.to : withoutField(texts, record, replaced, delimiter);
		const missing = Math.max(0, width - record.fields.length);
		texts[last - 1] += delimiter.repeat(missing + 1) + quoted(guarded(cells.get(record.from) ?? ''), delimiter);
	}
	return texts.map((own, at) => own + (lines[at]?.end ?? '')).join('');
}

/** Takes the field at `column` and all after it out of a record's lines: cut off where it ends the last line, else the record is written anew. Returns its last line. */
function withoutField(texts: string[], record: RawRecord, column: number, delimiter: string): number {
	const field = record.fields[column];
	if (field === undefined) return record.to;
	const last = texts[record.to - 1] ?? '';
	const ending = [`"${field.replaceAll('"', '""')}"`, field].map((text) => delimiter + text).find((text) => last.endsWith(text));
	if (ending !== undefined && record.fields.length === column + 1) {
		texts[record.to - 1] = last.slice(0, -ending.length);
		return record.to;
	}
	const own = record.fields.slice(0, column).map((text) => quoted(text, delimiter)).join(delimiter).split('\n');
	for (let line = record.from; line <= record.to; line++) texts[line - 1] = own[line - record.from] ?? '';
	return record.from + own.length - 1;
}

const guarded = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text);
const quoted = (text: string, delimiter: string): string => (/["\n\r;,\t|:]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
