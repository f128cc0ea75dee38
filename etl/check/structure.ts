/** Checks of the header and the sheet: doubled, empty and private columns, titles, hidden and merged cells, row widths. */
import { cleanText, comparable, looksLikeFormula } from '../normalise/text.ts';
import { both, type Bilingual, type Phrase } from '../phrase.ts';
import { columnLetter, ReadProblem, type Grid, type GridRow } from '../read/grid.ts';
import type { SplitBody } from '../recognise/body.ts';
import type { Recognition } from '../recognise/index.ts';
import { DECEPTIVE } from './deceptive.ts';
import { hold, type Ledger } from './rows.ts';
import type { Sink } from './sink.ts';

const PRIVATE = /^(nik|no(mor)? ?(ktp|kk|hp|telepon|telp|handphone|wa|whatsapp)|nomor ktp|no\. ?(hp|telp|ktp)|telepon|telp|hp|ponsel|phone|mobile phone|alamat|alamat rumah|alamat lengkap|address|agama|agama id|agama nama|religion|tempat lahir.*|tanggal lahir|tempat[/, ]+tanggal lahir|npwp.*|bpjs|nama ibu.*|jenis kawin id|status perkawinan|no rekening|nomor rekening)$/;

/** Header findings. False when the file must be refused. */
export function checkHeader(recognition: Recognition, split: SplitBody, sink: Sink): boolean {
	const { header, kind, match } = recognition;
	const before = sink.outcome;
	if (kind.strict) {
		duplicateHeadings(recognition, sink);
		emptyHeadings(recognition, split, sink);
	}
	const mapped = new Set(match.columns.values());
	const isPerson = (column: number) => [...match.columns].some(([name, at]) => at === column && /^(idnumber|person_key)$/.test(name));
	const personal = header.keys.flatMap((key, column) => (PRIVATE.test(key) && !isPerson(column) && !(mapped.has(column) && kind.strict) ? [header.headings[column] ?? ''] : []));
	if (personal.length) sink.add('PII_COLUMN', {}, { columns: quoted(personal) });
	if (header.rows.length > 1 || header.titleRows.length) sink.add('HEADER_MULTI_ROW', { row: header.titleRows[0] ?? header.rows[0] ?? null }, { what: headerWords(header) });
	return before === sink.outcome || sink.outcome !== 'reject_file';
}

/** "Baris 1-3 judul, baris 4-5 kepala tabel" */
function headerWords({ titleRows, rows }: Recognition['header']): Bilingual {
	const [titles, heads] = [range(titleRows), range(rows)];
	if (titleRows.length === 0) return { id: `Baris ${heads} kepala tabel`, en: `The header is in rows ${heads}` };
	const header = `the header in ${rows.length > 1 ? 'rows' : 'row'} ${heads}`;
	return { id: `Baris ${titles} judul, baris ${heads} kepala tabel`, en: `The title is in ${titleRows.length > 1 ? 'rows' : 'row'} ${titles}, ${header}` };
}

const quoted = (headings: readonly string[]): string => headings.map((heading) => `"${heading}"`).join(', ');

/** `1-3, 5` */
export function range(rows: readonly number[]): string {
	const parts: string[] = [];
	for (let at = 0; at < rows.length; at++) {
		const from = rows[at] ?? 0;
		while (rows[at + 1] === (rows[at] ?? 0) + 1) at++;
		const to = rows[at] ?? from;
		parts.push(from === to ? String(from) : `${from}-${to}`);
		if (parts.length === 20 && at < rows.length - 1) return `${parts.join(', ')}, …`;
	}
	return parts.join(', ');
}

function duplicateHeadings({ header }: Recognition, sink: Sink): void {
	const seen = new Set<string>();
	header.keys.forEach((key, column) => {
		if (key !== '' && seen.has(key)) sink.add('HEADER_DUPLICATE', { row: header.rows[0] ?? null, column });
		seen.add(key);
	});
}

/** Columns with data in at least half of the rows and no heading; single stray cells are a matter of the row. */
function emptyHeadings({ header }: Recognition, split: SplitBody, sink: Sink): void {
	const width = Math.max(header.keys.length, ...split.data.slice(0, 500).map((row) => row.cells.length));
	for (let column = 0; column < width; column++) {
		if ((header.keys[column] ?? '') !== '') continue;
		const filled = split.data.filter((row) => (row.cells[column]?.text.trim() ?? '') !== '').length;
		const inHeader = column < header.keys.length;
		if (filled > 0 && (inHeader || filled > split.data.length / 2)) sink.add('HEADER_EMPTY', { row: header.rows[0] ?? null, column });
	}
}

/** Name of the sheet that explains a template; it is passed over without a word. */
export const GUIDE = { id: 'Petunjuk', en: 'Guide' } as const;
export const GUIDE_SHEETS: ReadonlySet<string> = new Set(Object.values(GUIDE));

/** Findings about the sheet as a whole. */
export function checkSheet(grid: Grid, others: readonly Grid[], split: SplitBody, sink: Sink): void {
	const named = others.filter((other) => other !== grid && other.rows.length > 0 && !GUIDE_SHEETS.has(other.sheet ?? ''));
	const sizes = named.map(({ sheet, rows }): Phrase => ({ id: `"${sheet ?? ''}" (${rows.length} baris)`, en: `"${sheet ?? ''}" (rows: ${rows.length})` }));
	if (named.length || grid.hiddenSheet) {
		const rest = named.length ? both((say) => `${say({ id: 'lembar lain tidak', en: 'others were not' })}: ${sizes.map(say).join(', ')}`) : '';
		sink.add('SHEET_CHOSEN', {}, { sheet: grid.sheet ?? '', rest, ...(grid.hiddenSheet ? { variant: 'hidden' } : {}) });
	}
	if (grid.declaredBeyond) sink.add('SHEET_TRAILING_EMPTY', {}, { range: grid.declaredBeyond });
	const hidden = grid.hiddenRows;
	if (hidden.length) sink.add('ROW_HIDDEN', { row: hidden[0] ?? null }, { count: String(hidden.length), rows: range(hidden) });
	const columns = grid.hiddenColumns.filter((column) => grid.rows.some((row) => (row.cells[column]?.text.trim() ?? '') !== ''));
	if (columns.length) sink.add('COLUMN_HIDDEN', { column: columns[0] ?? null }, { columns: columns.map((column) => `${columnLetter(column)} ("${sink.headings[column] ?? ''}")`).join(', ') });
	if (split.filled.length) sink.add('MERGED_CELLS_FILLED', { row: split.filled[0] ?? null }, { rows: range(split.filled) });
}

/** Rows wider or narrower than the header. Throws FILE_TRUNCATED when the last line breaks off. */
export function checkWidths(recognition: Recognition, data: readonly GridRow[], sink: Sink, ledger: Ledger): void {
	const { grid, header } = recognition;
	const headed = grid.kind === 'csv' ? header.headings.length : header.keys.findLastIndex((key) => key !== '') + 1;
	const width = Math.max(headed, recognition.kind.width?.(header) ?? 0);
	const least = Math.min(width, headed);
	const lastRow = grid.rows.at(-1);
	for (const row of data) {
		const used = row.cells.findLastIndex((cell) => cell.text.trim() !== '') + 1;
		const short = grid.kind === 'csv' && row.cells.length < least;
		if (short && row === lastRow && grid.openEnd && grid.rows.length > 2) throw new ReadProblem('FILE_TRUNCATED', {}, { row: row.row });
		if (used <= width && !short) continue;
		hold(ledger, row.row, 'ROW_WIDTH');
		const found = short ? row.cells.length : used;
		sink.add('ROW_WIDTH', { row: row.row }, { why: { id: `punya ${found} kolom, seharusnya ${width}`, en: `has ${found} columns instead of ${width}` } });
	}
}

const INVISIBLE = {
	what: { id: 'spasi tak terlihat dirapikan', en: 'invisible spaces were tidied up' },
	remedy: { id: 'Tidak perlu tindakan', en: 'Nothing to do' }
};

/**
 * Formula-like text, invisible and deceptive characters, in every cell of the data rows; columns `unspoken` are passed over.
 * In columns `typed`, a text like a formula is no value: the check of the column says so.
 */
export function checkTexts(data: readonly GridRow[], unspoken: readonly number[], typed: ReadonlySet<number>, sink: Sink, ledger: Ledger): void {
	for (const row of data) {
		row.cells.forEach((cell, column) => {
			const { text: raw } = cell;
			if (raw === '' || cell.numeric || /^[\w .,:/@()-]*$/.test(raw) && !/^\s*[-@]/.test(raw)) return;
			if (unspoken.includes(column)) return;
			if (looksLikeFormula(raw) && !typed.has(column)) sink.add('CELL_FORMULA_TEXT', { row: row.row, column, value: raw });
			const clean = cleanText(raw);
			if (clean.deceptive) {
				hold(ledger, row.row, 'TEXT_INVISIBLE_CHARS');
				sink.add('TEXT_INVISIBLE_CHARS', { row: row.row, column, value: clean.text }, DECEPTIVE);
				sink.raise('quarantine_rows');
			} else if (clean.invisible) sink.add('TEXT_INVISIBLE_CHARS', { row: row.row, column, value: clean.text }, INVISIBLE);
		});
	}
}

const ABOUT_PEOPLE = /^(name|full|first|last|person|reporter|email|username|phone|address|profile|account)$/;

/** Columns that are not loaded, in words: those about people, and those no dataset asks for. */
export function unusedColumns({ header, match, kind }: Recognition, data: readonly GridRow[]): Bilingual[] {
	const nip = kind.nipColumn?.(match, data);
	const people = [...match.columns].filter(([name, column]) => ABOUT_PEOPLE.test(name) && column !== nip).map(([, column]) => header.headings[column] ?? '');
	const used = new Set(match.columns.values());
	const unused = kind.kind.startsWith('moodle_') ? [] : header.headings.filter((heading, column) => comparable(heading) !== '' && !used.has(column));
	return [
		...(people.length ? [{ id: `kolom tentang orang, tidak dimuat: ${people.map((heading) => heading || '(nama)').join(', ')}`, en: `columns about people, not loaded: ${people.map((heading) => (heading ? `"${heading}"` : '(name)')).join(', ')}` }] : []),
		...(unused.length ? [{ id: `kolom tidak dimuat: ${unused.join(', ')}`, en: `columns not loaded: ${quoted(unused)}` }] : [])
	];
}
