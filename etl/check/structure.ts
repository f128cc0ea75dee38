/** Checks of the header and the sheet: doubled, empty and private columns, titles, hidden and merged cells, row widths. */
import { cleanText, comparable, looksLikeFormula } from '../normalise/text.ts';
import { columnLetter, ReadProblem, type Grid, type GridRow } from '../read/grid.ts';
import type { SplitBody } from '../recognise/body.ts';
import type { Recognition } from '../recognise/index.ts';
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
	if (personal.length) sink.add('PII_COLUMN', {}, { columns: personal.join(', ') });
	const titles = header.titleRows.length ? `Baris ${range(header.titleRows)} judul` : '';
	const rows = header.rows.length > 1 || titles ? `baris ${range(header.rows)} kepala tabel` : '';
	if (rows) sink.add('HEADER_MULTI_ROW', { row: header.titleRows[0] ?? header.rows[0] ?? null }, { what: [titles, rows].filter((w) => w !== '').join(', ').replace(/^b/, 'B') });
	return before === sink.outcome || sink.outcome !== 'reject_file';
}

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

/** Findings about the sheet as a whole. */
export function checkSheet(grid: Grid, others: readonly Grid[], split: SplitBody, sink: Sink): void {
	const named = others.filter((other) => other !== grid && other.rows.length > 0);
	if (named.length) sink.add('SHEET_CHOSEN', {}, { sheet: grid.sheet ?? '', others: named.map((other) => `"${other.sheet ?? ''}" (${other.rows.length} baris)`).join(', ') });
	if (grid.declaredBeyond) sink.add('SHEET_TRAILING_EMPTY', {}, { range: grid.declaredBeyond });
	const hidden = grid.hiddenRows;
	if (hidden.length) sink.add('ROW_HIDDEN', { row: hidden[0] ?? null }, { count: String(hidden.length), rows: range(hidden) });
	const columns = grid.hiddenColumns.filter((column) => grid.rows.some((row) => (row.cells[column]?.text.trim() ?? '') !== ''));
	if (columns.length) sink.add('COLUMN_HIDDEN', { column: columns[0] ?? null }, { columns: columns.map((column) => `${columnLetter(column)} (${sink.headings[column] ?? ''})`).join(', ') });
	if (split.filled.length) sink.add('MERGED_CELLS_FILLED', { row: split.filled[0] ?? null }, { rows: range(split.filled) });
}

/** Rows wider or narrower than the header. Throws FILE_TRUNCATED when the last line breaks off. */
export function checkWidths(recognition: Recognition, split: SplitBody, sink: Sink, ledger: Ledger): void {
	const { grid, header } = recognition;
	const headed = grid.kind === 'csv' ? header.headings.length : header.keys.findLastIndex((key) => key !== '') + 1;
	const width = Math.max(headed, recognition.kind.width?.(header) ?? 0);
	const least = Math.min(width, headed);
	const lastRow = grid.rows.at(-1);
	for (const row of split.data) {
		const used = row.cells.findLastIndex((cell) => cell.text.trim() !== '') + 1;
		const short = grid.kind === 'csv' && row.cells.length < least;
		if (short && row === lastRow && grid.openEnd && grid.rows.length > 2) throw new ReadProblem('FILE_TRUNCATED', {}, { row: row.row });
		if (used <= width && !short) continue;
		hold(ledger, row.row, 'ROW_WIDTH');
		sink.add('ROW_WIDTH', { row: row.row }, { why: `punya ${short ? row.cells.length : used} kolom, seharusnya ${width}` });
	}
}

/** Formula-like text, invisible and deceptive characters, in every cell of the data rows. */
export function checkTexts(data: readonly GridRow[], sink: Sink, ledger: Ledger): void {
	for (const row of data) {
		row.cells.forEach((cell, column) => {
			const { text: raw } = cell;
			if (raw === '' || cell.numeric || /^[\w .,:/@()-]*$/.test(raw) && !/^\s*[-@]/.test(raw)) return;
			if (looksLikeFormula(raw)) sink.add('CELL_FORMULA_TEXT', { row: row.row, column, value: raw });
			const clean = cleanText(raw);
			if (clean.deceptive) {
				hold(ledger, row.row, 'TEXT_INVISIBLE_CHARS');
				sink.add('TEXT_INVISIBLE_CHARS', { row: row.row, column, value: clean.text }, { what: 'berisi tanda arah tulisan atau huruf yang menyerupai huruf lain; barisnya ditahan', remedy: 'Ketik ulang isi sel itu' });
				sink.raise('quarantine_rows');
			} else if (clean.invisible) sink.add('TEXT_INVISIBLE_CHARS', { row: row.row, column, value: clean.text }, { what: 'spasi tak terlihat dirapikan', remedy: 'Tidak perlu tindakan' });
		});
	}
}

const ABOUT_PEOPLE = /^(name|full|first|last|person|reporter|email|username|phone|address|profile|account)$/;

/** Columns that are not loaded, in words: those about people, and those no dataset asks for. */
export function unusedColumns({ header, match, kind }: Recognition): string[] {
	const people = [...match.columns].filter(([name]) => ABOUT_PEOPLE.test(name)).map(([, column]) => header.headings[column] ?? '');
	const used = new Set(match.columns.values());
	const unused = kind.kind.startsWith('moodle_') ? [] : header.headings.filter((heading, column) => comparable(heading) !== '' && !used.has(column));
	return [
		...(people.length ? [`kolom tentang orang, tidak dimuat: ${people.map((heading) => heading || '(nama)').join(', ')}`] : []),
		...(unused.length ? [`kolom tidak dimuat: ${unused.join(', ')}`] : [])
	];
}
