import { chmodSync, linkSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it, vi } from 'vitest';
import { check } from '../../etl/check.ts';
import { sourceBeside } from '../../etl/commands/check.ts';
import { writeCorrected, writeReplies, writeUnfinished } from '../../etl/commands/reply.ts';
import { checkFile } from '../../etl/file.ts';
import { DEFAULT_LIMITS, type CheckContext } from '../../etl/findings.ts';
import { readCsv } from '../../etl/read/csv.ts';
import { read, type Grid } from '../../etl/read/index.ts';
import { decode } from '../../etl/read/text.ts';
import { correctedCopy, notesOf, ReplyError, type ErrorNotes } from '../../etl/reply/corrected.ts';
import { addCsvColumn } from '../../etl/reply/csv-edit.ts';
import { withoutReplyColumn } from '../../etl/reply/marker.ts';
import { readParts, writeParts } from '../../etl/reply/package-parts.ts';
import { addSheetColumn, type AddedColumn } from '../../etl/reply/sheet-edit.ts';
import { addReplyStyles } from '../../etl/reply/styles-edit.ts';
import { unfinishedCsv, unfinishedWorkbook } from '../../etl/reply/unfinished-file.ts';
import { unfinishedTrainees } from '../../etl/reply/unfinished.ts';
import { valuesWorkbook } from '../../etl/reply/values-book.ts';
import { ROOT } from '../../etl/root.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const submission = (path: string) => join(ROOT, 'data/submissions', path);
const contextOf = (path: string): CheckContext => {
	const source = sourceBeside(submission(path), path.slice(0, 5));
	return { regency: path.slice(0, 5), fileName: basename(path), asOf: '2026-06-30', ...(source ? { source } : {}) };
};
const gridOf = async (bytes: Uint8Array, sheet: string | null): Promise<Grid> => {
	const grid = (await read(bytes, DEFAULT_LIMITS)).grids.find((own) => own.sheet === sheet);
	if (!grid) throw new Error(`no sheet ${sheet}`);
	return grid;
};
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: unknown) => (error instanceof ReplyError ? error.code : String(error)));
const notesFor = (sheet: string | null, headerRow: number, notes: readonly (readonly [number, string])[], language: 'id' | 'en' = 'id'): ErrorNotes => ({ sheet, headerRow, notes: new Map(notes), language });

const HEAD = 'NIP;Nama;Unit Kerja;Kabupaten/Kota;Pelatihan;Status;Tanggal Selesai;Nilai;Persentase Penyelesaian';
const training: CheckContext = { regency: '51.03', fileName: 'x.csv', asOf: '2026-06-30', dataset: 'training' };
const person = (nip: string, name: string, status = 'Selesai', agency = 'BKPSDM') => `${nip};${name};${agency};Kabupaten Badung;Netral;${status};2026-03-05;70,50;100`;
const [A, B, C] = ['197806062005011003', '198501012010012004', '199002022015032005'];

describe('notes', () => {
	it('gathers findings by row, errors first, in the language asked for', async () => {
		const result = await check(utf8(`${HEAD}\n${person('1,97806E+17', 'Ani', 'Mungkin')}\n${person(A, 'Budi')}\n${person(A, 'Budi')}\n`), training);
		const id = notesOf(result, 'id');
		expect([id.sheet, id.headerRow, [...id.notes.keys()]]).toEqual([null, 1, [2, 4]]);
		expect(id.notes.get(2)).toMatch(/^Kolom A \(NIP\): NIP "1,97806E\+17" kehilangan angka.* → Ubah kolom NIP/);
		expect(id.notes.get(2)?.split('\n')).toHaveLength(2);
		expect(id.notes.get(4)).toMatch(/^Perhatikan: Baris 4/);
		expect(notesOf(result, 'en').notes.get(2)).toMatch(/^Column A \(NIP\): /);
	});
	it('says why a row is held whose finding is not listed', async () => {
		const result = await check(utf8(`${HEAD}\n${person(A, 'Ani')}\n`), training);
		const held = { ...result, findings: [], quarantined: [{ row: 7, codes: ['DATE_INVALID', 'NIP_DATE'] }] };
		expect(notesOf(held, 'id').notes.get(7)).toBe('Baris ini dikarantina: bukan tanggal yang sah\nBaris ini dikarantina: tanggal di dalam NIP tidak mungkin');
	});
	it('marks only rows, and nothing in a file that is cut off or not recognised', async () => {
		const titled = await check(utf8(`Judul\n${HEAD}\n${person('12', 'Ani')}\n`), training);
		expect([...notesOf(titled, 'id').notes.keys()]).toEqual([3]);
		const cut = await check(utf8(`${HEAD}\n${person(A, 'Ani')}\n${person(B, 'Budi')}\n1978;Ca`), training);
		expect(() => notesOf(cut, 'id')).toThrow(ReplyError);
		const other = await check(utf8('a;b\n1;2\n'), training);
		expect(() => notesOf(other, 'en')).toThrow(ReplyError);
	});
});

const added = (column: number, cells: readonly (readonly [number, string])[], clearFrom: number | null = null): AddedColumn => ({
	column,
	clearFrom,
	cells: new Map(cells.map(([row, text]) => [row, { text, style: null, height: null }]))
});
const cell = (at: string, text: string, p = '') => `<${p}c r="${at}" t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
const COL = (at: number, p = '') => `<${p}col min="${at}" max="${at}" width="70" customWidth="1"/>`;

describe('sheet XML', () => {
	it('adds cells at the end of rows, before cells to the right, and in place of an empty one', () => {
		const xml = '<worksheet><dimension ref="A1:B3"/><cols><col min="1" max="9" width="9"/></cols><sheetData><row r="1" spans="1:2"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"/><c r="C3" s="4"/><c r="E3" s="4"/></row><row r="4"><c r="D4"><v>2</v></c></row><row r="5"><c r="A5"/></row></sheetData></worksheet>';
		expect(addSheetColumn(xml, added(2, [[1, 'K'], [2, 'a'], [3, 'b'], [4, 'c']]))).toBe(
			`<worksheet><dimension ref="A1:C4"/><cols><col width="9" min="1" max="2"/>${COL(3)}<col width="9" min="4" max="9"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c>${cell('C1', 'K')}</row><row r="2">${cell('C2', 'a')}</row><row r="3"><c r="A3"/>${cell('C3', 'b')}<c r="E3" s="4"/></row><row r="4">${cell('C4', 'c')}<c r="D4"><v>2</v></c></row><row r="5"><c r="A5"/></row></sheetData></worksheet>`
		);
	});
	it('counts rows and cells without references, keeps prefixes, puts in rows that are not there', () => {
		const xml = '<x:worksheet><x:sheetData><x:row><x:c/><x:c/><x:c><x:v>9</x:v></x:c></x:row><x:row r="5"/></x:sheetData></x:worksheet>';
		expect(addSheetColumn(xml, added(1, [[1, 'K'], [3, 'a'], [9, 'b']]))).toBe(
			`<x:worksheet><x:cols>${COL(2, 'x:')}</x:cols><x:sheetData><x:row><x:c/>${cell('B1', 'K', 'x:')}<x:c><x:v>9</x:v></x:c></x:row><x:row r="3">${cell('B3', 'a', 'x:')}</x:row><x:row r="5"/><x:row r="9">${cell('B9', 'b', 'x:')}</x:row></x:sheetData></x:worksheet>`
		);
		expect(addSheetColumn('<w><sheetData/></w>', added(0, [[2, 'K']]))).toBe(`<w><cols>${COL(1)}</cols><sheetData><row r="2">${cell('A2', 'K')}</row></sheetData></w>`);
	});
	it('is not misled by comments, CDATA and attributes that look like tags', () => {
		const inside = `<row r="1" z='a>b'><c r="A1" t="inlineStr"><is><t><![CDATA[</c></row><row r="7">]]></t></is></c><!-- <row r="8"> --></row>`;
		expect(addSheetColumn(`<w><sheetData>${inside}</sheetData></w>`, added(1, [[1, 'K']]))).toBe(`<w><cols>${COL(2)}</cols><sheetData>${inside.slice(0, -6)}${cell('B1', 'K')}</row></sheetData></w>`);
	});
	it('escapes, drops characters XML forbids, cuts what Excel would not keep', () => {
		const out = addSheetColumn('<w><sheetData/></w>', added(0, [[1, 'a<b>&"\u0001\uFFFE\uD800 _x0041_ →\n2']]));
		expect(Buffer.from(out, 'latin1').toString('utf8')).toContain('a&lt;b&gt;&amp;" _x005F_x0041_ →\n2</t>');
		expect(addSheetColumn('<w><sheetData/></w>', added(0, [[1, 'a'.repeat(40_000)]])).match(/a+/g)?.some((run) => run.length === 32_766)).toBe(true);
	});
	it('takes an earlier column out and never lowers a row', () => {
		const xml = `<w><cols>${COL(2)}</cols><sheetData><row r="1">${cell('B1', 'Judul')}</row><row r="2"><c r="A2"/>${cell('B2', 'KESALAHAN')}</row><row r="3" ht="60"><c r="A3"/>${cell('B3', 'lama')}</row><row r="4" ht="12" customHeight="1">${cell('B4', 'lama')}</row></sheetData></w>`;
		const column: AddedColumn = { column: 1, clearFrom: 2, cells: new Map([[2, { text: 'K', style: 7, height: null }], [4, { text: 'n', style: null, height: 45 }]]) };
		expect(addSheetColumn(xml, column)).toBe(
			`<w><cols>${COL(2)}</cols><sheetData><row r="1">${cell('B1', 'Judul')}</row><row r="2"><c r="A2"/>${cell('B2', 'K').replace(' t=', ' s="7" t=')}</row><row r="3" ht="60"><c r="A3"/></row><row r="4" ht="12" customHeight="1">${cell('B4', 'n')}</row></sheetData></w>`
		);
		expect(addSheetColumn('<w><sheetData><row r="1" ht="15"/></sheetData></w>', { ...column, clearFrom: null, cells: new Map([[1, { text: 'n', style: null, height: 45 }]]) })).toContain('<row r="1" ht="45">');
	});
});

describe('styles', () => {
	it('adds to the lists and counts what is really there', () => {
		const made = addReplyStyles('<s><fonts count="9"><font><sz val="11"/><name val="Arial"/></font><font/></fonts><fills><fill><patternFill/></fill></fills><cellStyleXfs><xf/></cellStyleXfs><cellXfs count="1"><xf><alignment/></xf></cellXfs><dxfs><dxf><font/><fill/></dxf></dxfs></s>');
		expect(made?.styles).toEqual({ heading: 1, note: 2 });
		expect(made?.xml).toContain('<fonts count="4">');
		expect(made?.xml).toContain('<font><b/><sz val="11"/><color rgb="FF9C0006"/><name val="Arial"/></font>');
		expect(made?.xml).toContain('<cellXfs count="3">');
		expect(made?.xml).toContain('fontId="3" fillId="1"');
	});
	it('leaves what it does not know', () => {
		for (const xml of ['', '<s/>', '<s><fonts/><fills/><cellXfs/></s>', '<s><fonts><font/></fonts><fills><fill/></fills><cellXfs><mc:AlternateContent><xf/></mc:AlternateContent></cellXfs></s>']) expect(addReplyStyles(xml)).toBeNull();
	});
});

const WORKBOOKS = ['18.12-tubaba/rekap-sosialisasi-pemilu-2024.xlsx', '51.02-tabanan/rekap-netralitas-pilkada-2024.xlsx', '51.03-badung/tabel-2.3.1-pns.xlsx', '64.01-paser/lampiran-sk-mutasi-2024-04.xlsx', '64.01-paser/rekap-pendidikan-asn-2024.xlsx', '18.12-tubaba/laporan-sp4n-pemilu-2024.xlsx'];
const TEXTS = ['51.03-badung/register-netralitas.csv', '19.02-belitung/pelatihan-pilkada-2024.csv', '51.02-tabanan/netral-2024-Post-test Netralitas ASN-nilai.csv', '64.01-paser/participants_90000000000.csv'];
const PROGRESS = ['51.03-badung/progress.netral-2023.xlsx', '51.02-tabanan/progress.netral-2024.csv'];

/** The notes of a file, and one for every third accepted row. */
async function richNotes(path: string): Promise<ErrorNotes> {
	const result = await check(readFileSync(submission(path)), contextOf(path));
	const own = notesOf(result, 'id');
	const more = result.accepted.filter((_, at) => at % 3 === 0).map(({ row }) => [row, 'Kolom B: "kutip"; koma, & <tanda>\n=baris kedua → perbaiki'] as const);
	return { ...own, notes: new Map([...more, ...own.notes]) };
}

describe('a contributor’s file comes back', () => {
	for (const path of [...WORKBOOKS, ...TEXTS]) {
		it(`and is read as before: ${path}`, async () => {
			const bytes = readFileSync(submission(path));
			const notes = await richNotes(path);
			const copy = await correctedCopy(bytes, notes);
			const [before, after] = [await check(bytes, contextOf(path)), await check(copy, contextOf(path))];
			expect(after.recognised.kind).toBe(before.recognised.kind);
			expect(after.findings).toEqual(before.findings);
			expect(after.accepted).toEqual(before.accepted);
			const grid = await gridOf(copy, notes.sheet);
			const column = grid.rows.find((row) => row.row === notes.headerRow)?.cells.findLastIndex((own) => own.text === 'KESALAHAN') ?? -1;
			for (const [row, text] of notes.notes) expect(grid.rows.find((own) => own.row === row)?.cells[column]?.text).toBe(grid.kind === 'csv' ? text.replaceAll('\n', ' | ') : text);
		});
	}
	for (const path of [...WORKBOOKS, ...TEXTS, ...PROGRESS]) {
		it(`and is the same grid without the column: ${path}`, async () => {
			const bytes = readFileSync(submission(path));
			const notes = await richNotes(path);
			const copy = await correctedCopy(bytes, notes);
			const trimmed = (grid: Grid) => grid.rows.map((row) => [row.row, ...row.cells.slice(0, row.cells.findLastIndex((own) => own.text !== '') + 1).map((own) => own.text)]);
			expect(trimmed(withoutReplyColumn(await gridOf(copy, notes.sheet)))).toEqual(trimmed(await gridOf(bytes, notes.sheet)));
			const again = await correctedCopy(copy, notes);
			if (notes.sheet === null) expect(again.equals(copy)).toBe(true);
			expect(trimmed(await gridOf(again, notes.sheet))).toEqual(trimmed(await gridOf(copy, notes.sheet)));
		});
	}
	it('with every part of the workbook untouched but the sheet and the styles', async () => {
		for (const path of WORKBOOKS) {
			const bytes = readFileSync(submission(path));
			const parts = await readParts(bytes, DEFAULT_LIMITS);
			parts.set('xl/comments1.xml', Buffer.from('<comments/>'));
			const copy = await readParts(await correctedCopy(await writeParts(parts), await richNotes(path)), DEFAULT_LIMITS);
			expect([...copy.keys()]).toEqual([...parts.keys()]);
			const changed = [...copy].filter(([name, content]) => !parts.get(name)?.equals(content)).map(([name]) => name);
			expect(changed).toEqual(expect.arrayContaining(['xl/styles.xml']));
			expect(changed).toHaveLength(2);
		}
	});
	it('with room for merged ranges and refused where there is no room', async () => {
		const wide = await writeXlsx({ sheets: [{ name: 'S', rows: [['a', 'b'], ['1', '2']], merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 3 }] }] });
		expect((await gridOf(await correctedCopy(wide, notesFor('S', 1, [[2, 'x']], 'en')), 'S')).rows[0]?.cells[4]?.text).toBe('ERRORS');
		const full = await writeXlsx({ sheets: [{ name: 'S', rows: [Array.from({ length: 200 }, (_, at) => `k${at}`)] }] });
		expect(await codeOf(correctedCopy(full, notesFor('S', 1, [])))).toBe('too_wide');
		expect(await codeOf(correctedCopy(wide, notesFor('S', 1, []), { uploadBytes: 3 }))).toBe('cannot_mark');
	});
	it('as a workbook of values where it cannot be edited', async () => {
		const grid = await gridOf(await writeXlsx({ sheets: [{ name: 'Data', rows: [['NIP', 'Nilai'], ['=1+1', 93.75], [null, null], ['007', 5]] }] }), 'Data');
		const copy = await valuesWorkbook([{ ...grid, kind: 'ods' }], notesFor('Data', 1, [[4, '=salah']]), 2);
		expect((await gridOf(copy, 'Data')).rows.map((row) => [row.row, ...row.cells.map((own) => own.text)])).toEqual([[1, 'NIP', 'Nilai', 'KESALAHAN'], [2, '=1+1', '93.75'], [4, '007', '5', '=salah']]);
	});
});

describe('text', () => {
	const mark = async (bytes: Uint8Array, notes: readonly (readonly [number, string])[], headerRow = 1) => correctedCopy(bytes, notesFor(null, headerRow, notes));
	it('keeps quotes, line ends, blank lines and records of several lines', async () => {
		const text = 'Judul\r\n\r\n"a";b;"c d"\r\n"x\r\ny";2;\'q\r\n;;\r\n1;"say ""hi""";3;4\r\n5;6;7';
		expect((await mark(utf8(text), [[4, 'satu\n"dua"'], [8, '=tiga']], 3)).toString()).toBe(
			`Judul;;;;\r\n\r\n"a";b;"c d";;KESALAHAN\r\n"x\r\ny";2;'q;;"satu | ""dua"""\r\n;;\r\n1;"say ""hi""";3;4;\r\n5;6;7;;'=tiga`
		);
	});
	const encodings: readonly (readonly [string, (text: string) => Uint8Array, string])[] = [
		['UTF-8', utf8, 'UTF-8'],
		['UTF-8 with BOM', (text) => utf8(`\uFEFF${text}`), 'UTF-8 (BOM)'],
		['UTF-16LE with BOM', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), 'UTF-16LE'],
		['UTF-16BE with BOM', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'UTF-16BE'],
		['UTF-16LE without BOM, which gets one', (text) => Buffer.from(text, 'utf16le'), 'UTF-16LE'],
		['Windows-1252, which becomes UTF-8 with BOM', (text) => Buffer.from(text.replaceAll('–', '\u0096'), 'latin1'), 'UTF-8 (BOM)']
	];
	for (const [name, encode, becomes] of encodings) {
		it(`stays in ${name}`, async () => {
			const copy = await mark(encode('nama\tnilai\tket\nAndré –\t2\t\nB\t3\t4\n'), [[2, 'tanda → apa']]);
			const decoded = decode(copy);
			expect(decoded.encoding).toBe(becomes);
			expect(decoded.text.replace(/^\uFEFF/, '')).toBe('nama\tnilai\tket\tKESALAHAN\nAndré –\t2\t\ttanda → apa\nB\t3\t4\t\n');
		});
	}
	it('is opened where whole rows stood in one quoted column', async () => {
		const copy = (await mark(utf8('"a;b;""c;1"""\n"1;2;3"\n"4;5;6"\n'), [[3, 'n']])).toString();
		expect(copy).toBe('a;b;"c;1";KESALAHAN\n1;2;3;\n4;5;6;n\n');
	});
	it('gets the column of an earlier reply replaced, also after a spreadsheet program wrote it', async () => {
		expect((await mark(utf8('a;"b";KESALAHAN\n"1";2;"lama; ""x"""\n3;4;\n5;6;lama\n'), [[3, 'baru']])).toString()).toBe('a;"b";KESALAHAN\n"1";2;\n3;4;baru\n5;6;\n');
		expect((await mark(utf8('a;b;ERRORS\n1;"2\nx";"lama\nlama"\n3;4;\n'), [[5, 'baru']])).toString()).toBe('a;b;KESALAHAN\n1;"2\nx";\n\n3;4;baru\n');
	});
	it('random texts: every line starts as it was, and the records without the last field are the original ones', () => {
		const piece = fc.constantFrom('a', 'bc', ';', ';', '"', '""', '\n', '\n', '\r\n', '\r', ' ', '=', ',', '-1', 'é', '\uFEFF');
		fc.assert(
			fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), fc.array(fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, ''))), (pieces, noted) => {
				const text = pieces.join('');
				const grid = gridOrNull(text);
				fc.pre(grid !== null && grid.rows.length > 0);
				if (!grid) return;
				const copy = addCsvColumn(text, grid, new Map(grid.rows.map((row, at) => [row.row, at === 0 ? 'KESALAHAN' : (noted[at] ?? '')])));
				const [lines, own] = [copy.split(/\r\n|\r|\n/), text.split(/\r\n|\r|\n/)];
				expect(lines).toHaveLength(own.length);
				expect(lines.every((line, at) => line.startsWith(own[at] ?? ''))).toBe(true);
				const width = Math.max(...grid.rows.map((row) => row.cells.length));
				expect(filledRecords(copy, grid.delimiter ?? ',').map(({ row, fields }) => [row, fields.length, ...fields.slice(0, width)])).toEqual(
					grid.rows.map((row) => [row.row, width + 1, ...Array.from({ length: width }, (_, at) => row.cells[at]?.text ?? '')])
				);
			}),
			{ numRuns: 3000 }
		);
	});
});

function gridOrNull(text: string): Grid | null {
	try {
		const { grid, note } = readCsv(text, 'UTF-8', 32_767);
		return note === null ? grid : null;
	} catch {
		return null;
	}
}

/** The records of a text that are not blank, with the line where each starts. */
function filledRecords(text: string, delimiter: string): { row: number; fields: string[] }[] {
	const found: { row: number; fields: string[] }[] = [];
	let row = 1;
	parse(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
		delimiter,
		record_delimiter: '\n',
		relax_quotes: true,
		relax_column_count: true,
		on_record: (fields: string[], context: { lines: number }) => {
			found.push({ row, fields });
			row = context.lines + 1;
			return null;
		}
	});
	return found.filter(({ fields }) => fields.some((field) => field.trim() !== ''));
}

describe('unfinished trainees', () => {
	const file = [HEAD, person(B, '=Budi', 'Belum selesai', 'Dinas B'), person(A, 'Ani', 'Tidak lulus', 'Dinas A'), person(C, 'Cici', 'Lulus', 'DINAS A'), person('123', 'Dodi', 'Belum', 'Dinas A')].join('\n');
	it('are listed by agency and name; held rows and finished persons are not', async () => {
		const list = await unfinishedTrainees(utf8(`${file}\n`), training);
		expect(list.rows.map((row) => [row.agency, row.nip, row.name, row.remaining])).toEqual([
			['Dinas A', A, 'Ani', { id: 'Pelatihan belum selesai; tes akhir belum lulus', en: 'Course not completed; final test not passed' }],
			['Dinas B', B, '=Budi', { id: 'Pelatihan belum selesai', en: 'Course not completed' }]
		]);
		expect(list.agencies).toEqual([{ agency: 'Dinas A', unfinished: 1, enrolled: 2 }, { agency: 'Dinas B', unfinished: 1, enrolled: 1 }]);
		expect([list.unknown, list.quarantined]).toEqual([0, 1]);
	});
	it('have the name of Moodle’s first column and the activities still to do', async () => {
		const list = await unfinishedTrainees(readFileSync(submission(PROGRESS[0] ?? '')), contextOf(PROGRESS[0] ?? ''));
		expect(list.rows.length).toBeGreaterThan(100);
		expect(list.rows.every((row) => row.name !== '' && /^\d{18}$/.test(row.nip))).toBe(true);
		expect(JSON.stringify(list.rows)).toContain('Post-test Netralitas ASN (tidak lulus)');
		expect(list.agencies.reduce((sum, own) => sum + own.unfinished, 0)).toBe(list.rows.length);
	});
	it('cannot be told from a gradebook or another report', async () => {
		const marks = utf8(`First name,Last name,ID number,Institution,Quiz: Post-test (Real),Last downloaded from this course\nA,B,${A},X,90.00,1719990000\n`);
		expect(await codeOf(unfinishedTrainees(marks, { ...training, fileName: 'n.csv' }))).toBe('no_standing');
		expect(await codeOf(unfinishedTrainees(utf8('a;b\n1;2\n'), training))).toBe('not_training');
	});
	it('are written as text, never as formulas', async () => {
		const list = await unfinishedTrainees(utf8(`${file}\n`), training);
		const book = await unfinishedWorkbook(list, 'id');
		const { grids } = await read(book, DEFAULT_LIMITS);
		expect(grids.map((grid) => [grid.sheet, ...grid.rows.map((row) => row.cells.map((own) => own.text))])).toEqual([
			['Belum selesai', ['INTERNAL – berisi data pribadi; jangan disebarkan'], ['Unit Kerja', 'NIP', 'Nama', 'Yang belum'], ['Dinas A', A, 'Ani', 'Pelatihan belum selesai; tes akhir belum lulus'], ['Dinas B', B, '=Budi', 'Pelatihan belum selesai']],
			['Per unit kerja', ['INTERNAL – berisi data pribadi; jangan disebarkan'], ['Unit Kerja', 'Belum selesai', 'Terdaftar'], ['Dinas A', '1', '2'], ['Dinas B', '1', '1']]
		]);
		expect(grids[0]?.rows[2]?.cells[1]?.numeric).toBe(false);
		expect((await readParts(book, DEFAULT_LIMITS)).get('xl/worksheets/sheet1.xml')?.toString()).not.toContain('<f');
		expect(unfinishedCsv(list, 'id').toString().split('\r\n')).toEqual([
			'\uFEFF"INTERNAL – berisi data pribadi; jangan disebarkan"',
			'Unit Kerja;NIP;Nama;Yang belum',
			`Dinas A;'${A};Ani;"Pelatihan belum selesai; tes akhir belum lulus"`,
			`Dinas B;'${B};'=Budi;Pelatihan belum selesai`,
			''
		]);
	});
});

describe('commands', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-reply-'));
	const path = join(folder, 'x.csv');
	const bytes = utf8(`${HEAD}\n${person('12', 'Ani')}\n${person(B, 'Budi', 'Belum')}\n`);
	writeFileSync(path, bytes);
	const input = { path, bytes };
	const messageOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof Error ? error.message : String(error)));
	it('write for the owner only, and never over the input', async () => {
		const result = await check(bytes, training);
		const out = join(folder, 'salinan.csv');
		writeFileSync(out, 'lama');
		chmodSync(out, 0o644);
		expect(await writeCorrected(out, input, result, 'id')).toBe(1);
		expect(statSync(out).mode & 0o777).toBe(0o600);
		expect(readFileSync(out, 'utf8')).toContain(';KESALAHAN\n');
		linkSync(path, join(folder, 'sama.csv'));
		expect(await messageOf(writeCorrected(path, input, result, 'id'))).toMatch(/berkas asalnya/);
		expect(await messageOf(writeCorrected(join(folder, 'sama.csv'), input, result, 'id'))).toMatch(/berkas asalnya/);
		expect(await messageOf(writeCorrected(join(folder, 'salinan.xlsx'), input, result, 'id'))).toMatch(/\.csv/);
		expect(await messageOf(writeCorrected(join(folder, 'tidak', 'ada.csv'), input, result, 'id'))).toMatch(/tidak dapat ditulis/);
		expect(readFileSync(path)).toEqual(Buffer.from(bytes));
	});
	it('write nothing where nothing is to be marked', async () => {
		const clean = utf8(`${HEAD}\n${person(A, 'Ani')}\n`);
		expect(await writeCorrected(join(folder, 'bersih.csv'), { path, bytes: clean }, await check(clean, training), 'id')).toBe(0);
		expect(() => statSync(join(folder, 'bersih.csv'))).toThrow();
	});
	it('write the unfinished as workbook or CSV', async () => {
		expect(await writeUnfinished(join(folder, 'belum.xlsx'), input, training, 'id')).toBe(1);
		expect(await writeUnfinished(join(folder, 'belum.csv'), input, training, 'en')).toBe(1);
		expect(statSync(join(folder, 'belum.csv')).mode & 0o777).toBe(0o600);
		expect(await messageOf(writeUnfinished(join(folder, 'belum.pdf'), input, training, 'id'))).toMatch(/\.xlsx atau \.csv/);
		expect(await messageOf(writeUnfinished(join(folder, 'b.csv'), { path, bytes: utf8('a;b\n1;2\n') }, training, 'en'))).toMatch(/^The list of unfinished/);
	});
	it('are also made of a large text that is over the limit of an upload', async () => {
		const nipAt = (n: number) => `1978${String((n % 12) + 1).padStart(2, '0')}${String((Math.floor(n / 12) % 28) + 1).padStart(2, '0')}2005011${String(1 + Math.floor(n / 336)).padStart(3, '0')}`;
		const agency = 'Dinas '.repeat(60).trim();
		const lines = Array.from({ length: 11_000 }, (_, n) => person(nipAt(n), 'Ani', n === 5 ? 'Belum selesai' : 'Selesai', agency));
		const large = join(folder, 'besar.csv');
		writeFileSync(large, [HEAD, ...lines, person('12', 'Budi')].join('\n'));
		const limited = { ...training, limits: { uploadBytes: 1024 * 1024 } };
		const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const checked = await checkFile(large, limited);
		try {
			await writeReplies({ corrected: join(folder, 'k.csv'), unfinished: join(folder, 'u.csv') }, large, checked.result, limited, 'id');
			expect(said.mock.calls.flat().join()).toMatch(/\(1 baris ditandai\).*,1 orang belum selesai/);
		} finally {
			said.mockRestore();
			checked.close();
		}
		expect(readFileSync(join(folder, 'k.csv'), 'utf8').split('\n').at(-1)).toMatch(/NIP/);
	});
});
