/** OpenDocument, Parquet and JSON as bytes that a sender would send; xAPI statements as far as the accepted rows. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { check } from '../../etl/check.ts';
import { DEFAULT_LIMITS, type Limits } from '../../etl/findings.ts';
import type { Cell, Grid } from '../../etl/read/grid.ts';
import { read, ReadProblem } from '../../etl/read/index.ts';
import { literal, Warehouse } from '../../etl/warehouse.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function zip(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
	const file = new ZipFile();
	for (const [name, content] of Object.entries(parts)) file.addBuffer(Buffer.from(content), name);
	file.end();
	const chunks: Buffer[] = [];
	for await (const chunk of file.outputStream) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}

const shown = (cell: Cell): string => `${cell.problem ? `!${cell.problem} ` : ''}${cell.numeric ? '#' : ''}${cell.text}`;
const rowsOf = (grid: Grid | undefined): (string | number)[][] => (grid?.rows ?? []).map((row) => [row.row, ...row.cells.map(shown)]);
const gridsOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}, name = ''): Promise<readonly Grid[]> => (await read(bytes, { ...DEFAULT_LIMITS, ...limits }, name)).grids;

async function problemOf(bytes: Uint8Array, limits: Partial<Limits> = {}, name = ''): Promise<string> {
	try {
		await gridsOf(bytes, limits, name);
		return 'read';
	} catch (error) {
		if (!(error instanceof ReadProblem)) throw error;
		return `${error.code} ${error.where.row ?? ''}`.trim();
	}
}

const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMESPACES = ['office', 'table', 'text', 'style', 'calcext', 'xlink'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
const content = (tables: string, styles = '', body = 'spreadsheet'): string =>
	`<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${body}>${tables}</office:${body}></office:body></office:document-content>`;
const ods = (tables: string, more: { styles?: string; parts?: Record<string, string>; manifest?: string; body?: string } = {}): Promise<Uint8Array> =>
	zip({ mimetype: ODS, 'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${more.manifest ?? ''}</manifest:manifest>`, 'content.xml': content(tables, more.styles, more.body), ...more.parts });
const cell = (text: string, attributes = 'office:value-type="string"'): string => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const sheet = (rows: string, name = 'Data', style = ''): string => `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;

describe('OpenDocument', () => {
	it('lays out repeated cells and rows and stops at the blank rest of the sheet', async () => {
		const [grid] = await gridsOf(
			await ods(
				sheet(
					row(cell('NIP') + cell('x', 'office:value-type="string" table:number-columns-repeated="2"') + '<table:table-cell table:number-columns-repeated="16381"/>') +
						row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="2"') +
						row('<table:table-cell/>' + cell('a'), 'table:number-rows-repeated="2"') +
						row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048571"')
				)
			)
		);
		expect(rowsOf(grid)).toEqual([
			[1, 'NIP', 'x', 'x'],
			[4, '', 'a'],
			[5, '', 'a']
		]);
		expect(grid).toMatchObject({ kind: 'ods', encoding: 'ODS', sheet: 'Data', declaredBeyond: null, hiddenSheet: false });
	});
	it('gives cells as an Excel workbook would', async () => {
		const cells = [
			cell('93,75', 'office:value-type="float" office:value="93.75"'),
			cell('87%', 'office:value-type="percentage" office:value="0.87"'),
			cell('1,98503E+17', 'office:value-type="float" office:value="1.98503122010013E+017"'),
			cell('04/07/24', 'office:value-type="date" office:date-value="2024-07-04"'),
			cell('04/07/24', 'office:value-type="date" office:date-value="2024-07-04T12:00:00.5"'),
			cell('BENAR', 'office:value-type="boolean" office:boolean-value="true"'),
			'<table:table-cell office:value-type="string"><office:annotation><text:p>catatan</text:p></office:annotation><text:p>A<text:s text:c="2"/><text:span>B</text:span></text:p><text:p>C<text:tab/>D<text:line-break/>E</text:p></table:table-cell>',
			'<table:table-cell table:formula="of:=1+1"/>',
			cell('#REF!', 'table:formula="of:=#REF!" office:value-type="string" office:string-value="" calcext:value-type="error"'),
			cell('Err:502', 'office:value-type="string"')
		];
		expect(rowsOf((await gridsOf(await ods(sheet(row(cells.join('')))))).at(0))).toEqual([
			[1, '#93.75', '#87', '#1.98503122010013E+017', '2024-07-04', '2024-07-04 12:00:00', 'TRUE', 'A  B\nC\tD\nE', '!formula_no_value ', '!error_value #REF!', '!error_value Err:502']
		]);
	});
	it('knows hidden sheets, rows and columns, and merged cells', async () => {
		const styles = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
		const columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>';
		const merged = cell('a', 'office:value-type="string" table:number-columns-spanned="1" table:number-rows-spanned="2"');
		const bytes = await ods(sheet(columns + row(merged + cell('b')) + row(`<table:covered-table-cell/>${cell('c')}`, 'table:visibility="filter"')) + sheet(row(cell('z')), 'Lain', 'ta2'), { styles });
		const [data, other] = await gridsOf(bytes);
		expect(data).toMatchObject({ merges: [{ top: 1, left: 0, bottom: 2, right: 0 }], hiddenRows: [2], hiddenColumns: [1, 2], hiddenSheet: false });
		expect(rowsOf(data)).toEqual([[1, 'a', 'b'], [2, '', 'c']]);
		expect(other).toMatchObject({ sheet: 'Lain', hiddenSheet: true });
	});
	it('says so when a cell stands far below the rest', async () => {
		const [grid] = await gridsOf(await ods(sheet(row(cell('a')) + row('<table:table-cell/>', 'table:number-rows-repeated="100000"') + row(cell('b') + cell('c')))));
		expect(grid?.declaredBeyond).toBe('A1:B100002');
	});
	it('keeps the limits', async () => {
		expect(await problemOf(await ods(sheet(row(cell('a'), 'table:number-rows-repeated="1048576"'))))).toBe('FILE_TOO_LARGE');
		expect(await problemOf(await ods(sheet(row(cell('a', 'office:value-type="string" table:number-columns-repeated="16384"')))))).toBe('FILE_TOO_LARGE');
		expect(await problemOf(await ods(sheet(row(cell('a'.repeat(40_000))))))).toBe('CELL_TOO_LONG 1');
		expect(await problemOf(await ods(sheet(row(cell('<text:s text:c="999999999"/>a')))))).toBe('CELL_TOO_LONG 1');
	});
	it('refuses what is not safe or not whole', async () => {
		const plain = sheet(row(cell('a')));
		expect(await problemOf(await ods(plain, { manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }))).toBe('FILE_ENCRYPTED');
		expect(await problemOf(await zip({ mimetype: ODS, 'META-INF/manifest.xml': '<m/>', 'encrypted-package': 'x' }))).toBe('FILE_ENCRYPTED');
		expect(await problemOf(await ods(plain, { parts: { 'Basic/Standard/Module1.xml': '<x/>' } }))).toBe('FILE_HAS_MACRO');
		expect(await problemOf(await ods(sheet('<table:table-source xlink:href="../lain.ods"/>')))).toBe('FILE_UNSAFE_ARCHIVE');
		expect(await problemOf(await ods(plain, { parts: { 'content.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${content(plain).slice(21)}` } }))).toBe('FILE_UNSAFE_XML');
		expect(await problemOf(await ods(plain, { parts: { 'content.xml': content(plain).slice(0, -60) } }))).toBe('FILE_TRUNCATED');
		expect(await problemOf(await ods(plain, { body: 'text' }))).toBe('FILE_WRONG_TYPE');
	});
	it('is refused under the name of another kind of file', async () => {
		const bytes = await ods(sheet(row(cell('a'))));
		for (const name of ['data.xlsx', 'DATA.CSV', 'data.xls']) expect(await problemOf(bytes, {}, name)).toBe('FILE_WRONG_TYPE');
		for (const name of ['data.ods', 'data', '']) expect(await problemOf(bytes, {}, name)).toBe('read');
	});
});

describe('Parquet', () => {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-test-'));
	const files = new Map<string, Uint8Array>();
	const queries = {
		types: `SELECT * FROM (VALUES
			('198503122010012901', 198503122010012901::BIGINT, 198503122010012901::DOUBLE, 1.025::DECIMAL(6,3), 85.000::DECIMAL(6,3), DATE '2024-07-04', TIMESTAMP '2024-07-04 12:30:15.25', true, [1, 2]),
			(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
			('x', 7, 'nan'::DOUBLE, 2, 1, NULL, TIMESTAMP '2024-07-04 00:00:00', false, NULL)) AS t("NIP", whole, rounded, mark, round_mark, "day", moment, yes, list)`,
		binary: `SELECT 'x'::BLOB AS b`,
		bomb: `SELECT repeat('x', 30000) AS b, i FROM range(50000) t(i)`,
		long: `SELECT repeat('x', 40000) AS b`,
		many: 'SELECT 1 AS b FROM range(1000001)',
		wide: `SELECT ${Array.from({ length: 201 }, (_, index) => `1 AS c${index}`).join(', ')}`
	};
	beforeAll(async () => {
		const warehouse = await Warehouse.open();
		for (const [name, query] of Object.entries(queries)) {
			const file = join(folder, `${name}.parquet`);
			await warehouse.run(`COPY (${query}) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`);
			files.set(name, readFileSync(file));
		}
		warehouse.close();
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const bytesOf = (name: keyof typeof queries): Uint8Array => files.get(name) ?? new Uint8Array();

	it('keeps the digits of whole numbers and says where they are lost', async () => {
		const before = readdirSync(tmpdir()).filter((name) => name.startsWith('pantau-parquet-')).length;
		const [grid] = await gridsOf(bytesOf('types'));
		expect(rowsOf(grid)).toEqual([
			[1, 'NIP', 'whole', 'rounded', 'mark', 'round_mark', 'day', 'moment', 'yes', 'list'],
			[2, '198503122010012901', '198503122010012901', '#1.985031220100129e+17', '#1.025', '85', '2024-07-04', '2024-07-04 12:30:15', 'TRUE', '[1, 2]'],
			[4, 'x', '7', '', '2', '1', '', '2024-07-04', 'FALSE', '']
		]);
		expect(grid).toMatchObject({ kind: 'parquet', encoding: 'Parquet', sheet: null });
		expect(readdirSync(tmpdir()).filter((name) => name.startsWith('pantau-parquet-')).length).toBeLessThanOrEqual(before);
	});
	it('keeps the limits', async () => {
		expect(await problemOf(bytesOf('binary'))).toBe('FILE_WRONG_TYPE');
		expect(await problemOf(bytesOf('bomb'))).toBe('FILE_ZIP_BOMB');
		expect(await problemOf(bytesOf('long'))).toBe('CELL_TOO_LONG 2');
		expect(await problemOf(bytesOf('many'))).toBe('FILE_TOO_LARGE');
		expect(await problemOf(bytesOf('wide'))).toBe('FILE_TOO_LARGE');
	});
	it('knows cut, damaged and encrypted files', async () => {
		const bytes = bytesOf('types');
		expect(await problemOf(bytes.subarray(0, bytes.length - 50))).toBe('FILE_TRUNCATED');
		expect(await problemOf(Buffer.concat([bytes.subarray(0, 30), bytes.subarray(150)]))).toBe('FILE_TRUNCATED');
		expect(await problemOf(utf8('PARE12345678PARE'))).toBe('FILE_ENCRYPTED');
	});
});

describe('JSON', () => {
	const jsonRows = async (text: string) => rowsOf((await gridsOf(utf8(text)))[0]);
	it('reads records in every wrapping', async () => {
		const expected = [['a', 'b.c'], ['x', '#1'], ['y', '#2']];
		const [one, two] = ['{"a":"x","b":{"c":1}}', '{"a":"y","b":{"c":2}}'];
		for (const text of [`[${one},${two}]`, `[[${one},${two}]]`, `{"statements":[${one},${two}],"more":""}`, `${one}\n${two}\n`, `\uFEFF [\n${one},\r\n${two}]\n\n`]) {
			expect((await jsonRows(text)).map(([, ...cells]) => cells)).toEqual(expected);
		}
		expect(await jsonRows(one)).toEqual([[0, 'a', 'b.c'], [1, 'x', '#1']]);
	});
	it('numbers records by the line they start on, and by their place where they share one', async () => {
		expect((await jsonRows('[\n {"a": "{\\"x\\n"},\n\n {\n "a": 2}\n]')).map(([line]) => line)).toEqual([0, 2, 4]);
		expect((await jsonRows('[{"a":1},{"a":2},\n{"a":3}]')).map(([line]) => line)).toEqual([0, 1, 2, 3]);
	});
	it('names columns by their paths', async () => {
		expect(await jsonRows('[{"a":{"b":[1,"x"],"c":[{"id":"u"},{"id":null}]},"d":true,"e":[],"__proto__":{"polluted":1}}]')).toEqual([
			[0, 'a.b', 'a.c.0.id', 'a.c.1.id', 'd', '__proto__.polluted'],
			[1, '1; x', 'u', '', 'TRUE', '#1']
		]);
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
	});
	it('keeps the digits of a NIP that is written as a number, unless they were lost before', async () => {
		expect(await jsonRows('[{"nip":198503122010012901},{"nip":198503122010012910}]')).toEqual([[0, 'nip'], [1, '198503122010012901'], [2, '198503122010012910']]);
		expect(await jsonRows('[{"nip":1.98503122010012e17},{"nip":198503122010012900}]')).toEqual([
			[0, 'nip'],
			[1, '#1.98503122010012e17'],
			[2, '#198503122010012900']
		]);
	});
	it('says where it is cut off or broken', async () => {
		for (const cut of ['[{"a":1},\n{"a":', '[{"a":1},\n{"a":"x', '[{"a":1},\n{"a":1}\n', '{"a":1}\n{"a":tru', '{"a":1}\n{"a":-']) expect(await problemOf(utf8(cut))).toBe('FILE_TRUNCATED 2');
		for (const broken of ['[{"a":1},\n{a:1}]', '[{"a":1}\n{"a":1}]', '[{"a":1},\n{"a":01}]', '[{"a":1},\n{"a":"\\x"}]', '[{"a":1}]\n]']) expect(await problemOf(utf8(broken))).toBe('FILE_WRONG_TYPE 2');
		expect(await problemOf(utf8('[["a","b"],["c","d"]]'))).toBe('FILE_WRONG_TYPE 1');
	});
	it('keeps the limits', async () => {
		expect(await problemOf(utf8(`[{"a":${'['.repeat(100_000)}`))).toBe('FILE_TOO_LARGE 1');
		expect(await problemOf(utf8(`[{${Array.from({ length: 1001 }, (_, index) => `"k${index}":1`).join(',')}}]`))).toBe('FILE_TOO_LARGE 1');
		expect(await problemOf(utf8(`[{"a":"${'x'.repeat(40_000)}"}]`))).toBe('CELL_TOO_LONG 1');
		expect(await problemOf(utf8('[{"a":"x\\u0000"}]'))).toBe('FILE_NUL_BYTES 1');
		expect(await problemOf(utf8(`[{"z":0${Array.from({ length: 900 }, (_, index) => `,"k${index}":1`).join('')}}${',{"k899":1}'.repeat(30_000)}]`))).toBe('FILE_TOO_LARGE');
	});
	it('reads UTF-16, and leaves CSV that begins with a bracket alone', async () => {
		expect((await gridsOf(Buffer.from('\uFEFF[{"a":"x"}]', 'utf16le')))[0]).toMatchObject({ kind: 'json', encoding: 'UTF-16LE' });
		for (const text of ['[Catatan];x\n1;2\n', '{a};b\n1;2\n', '[1];[2]\n3;4\n']) expect((await gridsOf(utf8(text)))[0]?.kind).toBe('csv');
		expect(await problemOf(utf8('[]'))).toBe('read');
	});
});

describe('columns of a CSV', () => {
	const wide = (columns: number, tail: string): string => `${Array.from({ length: columns }, (_, index) => `k${index}`).join(';')}${tail}\n`;
	it('are limited, blank ones at the end not counted', async () => {
		expect(await problemOf(utf8(wide(200, ';;;')))).toBe('read');
		expect(await problemOf(utf8(`a;b\n${wide(201, '')}`))).toBe('FILE_TOO_LARGE 2');
	});
});

interface Statement {
	readonly verb: string;
	readonly nip?: string;
	readonly [part: string]: unknown;
}
let serial = 0;
const ADL = 'http://adlnet.gov/expapi/verbs/';
/** A statement about one quiz; what is given replaces its parts. */
function statement({ verb, nip = '198503122010012901', ...parts }: Statement): string {
	const id = `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`;
	return JSON.stringify({ id, actor: { account: { name: nip } }, verb: { id: verb.includes('/') ? verb : ADL + verb }, object: { id: 'https://lms.example/17', definition: { name: { en: 'Test', id: 'Tes Netralitas' } } }, timestamp: '2026-03-05T06:34:27Z', ...parts });
}
const checkStatements = (lines: readonly string[], more: { regency?: string; course?: string } = {}) =>
	check(utf8(lines.join('\n')), { regency: more.regency ?? '64.01', fileName: 'statements.ndjson', asOf: '2026-06-30', ...(more.course ? { source: { file: 'statements.ndjson', nature: 'contoh' as const, as_of: '2026-06-30', course: more.course } } : {}) });
const part = (object: string, name: string) => ({ object: { id: object, definition: { name: { id: name } } }, context: { contextActivities: { grouping: [{ id: 'https://lms.example', definition: { type: 'http://id.tincanapi.com/activitytype/lms', name: { id: 'LMS' } } }, { id: 'https://lms.example/c', definition: { name: { id: 'Netralitas ASN' } } }] } } });

describe('xAPI statements', () => {
	it('become one row per person and course', async () => {
		const result = await checkStatements([
			statement({ verb: 'completed', result: { completion: true } }),
			statement({ verb: 'failed', result: { success: false, score: { scaled: 0.5 } } }),
			statement({ verb: 'passed', timestamp: '2026-03-06T06:34:27Z', result: { score: { raw: 15, max: 16 } } }),
			statement({ verb: 'initialized' }),
			statement({ verb: 'failed', nip: '197911042006041902', result: { score: { scaled: 0.25 } } })
		]);
		expect(result).toMatchObject({ outcome: 'accept', dataset: 'training', rows: { read: 5, accepted: 4, quarantined: 0, dropped: 1 } });
		expect(result.recognised).toMatchObject({ kind: 'xapi_statements', headerRows: [] });
		expect(result.accepted.map(({ row: line, values }) => [line, values['course'], values['completed'], values['completed_date'], values['last_date'], values['test_done'], values['passed'], values['score']])).toEqual([
			[1, 'Tes Netralitas', true, '2026-03-05', '2026-03-06', true, true, 93.75],
			[5, 'Tes Netralitas', null, null, '2026-03-05', true, false, 25]
		]);
		expect(result.findings.map(({ code }) => code)).toEqual(['STATUS_FAIL_NOT_PASS']);
	});
	it('count once, and not at all when voided', async () => {
		const [kept, repeated] = [statement({ verb: 'passed' }), statement({ verb: 'completed', nip: '197911042006041902' })];
		const id = /"id":"([^"]+)"/.exec(kept)?.[1];
		const result = await checkStatements([statement({ verb: 'voided', object: { objectType: 'StatementRef', id } }), kept, repeated, repeated]);
		expect(result.rows).toEqual({ read: 4, accepted: 1, quarantined: 0, dropped: 3 });
		expect(result.accepted.map(({ values }) => values['person_key'])).toEqual(['197911042006041902']);
	});
	it('know cmi5: satisfied and waived complete, abandoned says nothing', async () => {
		const cmi5 = 'https://w3id.org/xapi/adl/verbs/';
		const result = await checkStatements([statement({ verb: `${cmi5}satisfied` }), statement({ verb: `${cmi5}waived`, nip: '197911042006041902' }), statement({ verb: `${cmi5}abandoned`, nip: '198801252011011904' })]);
		expect(result.accepted.map(({ values }) => [values['completed'], values['passed'], values['test_done']])).toEqual([[true, null, null], [true, null, null]]);
		expect(result.rows.dropped).toBe(1);
	});
	it('take the day of the area, whatever the zone of the time', async () => {
		const dayIn = async (regency: string, timestamp: string) => (await checkStatements([statement({ verb: 'completed', timestamp })], { regency })).accepted[0]?.values['completed_date'];
		expect(await dayIn('32.01', '2026-03-05T16:30:00Z')).toBe('2026-03-05');
		expect(await dayIn('51.03', '2026-03-05T16:30:00Z')).toBe('2026-03-06');
		expect(await dayIn('91.03', '2026-03-05T22:30:00.123456+07:00')).toBe('2026-03-06');
		expect(await dayIn('91.03', '2026-03-05T23:30:00')).toBe('2026-03-05');
		const bad = await checkStatements([statement({ verb: 'completed', timestamp: '2026-02-30T00:00:00Z' }), statement({ verb: 'completed', timestamp: '2026-12-05T00:00:00Z' })]);
		expect(bad.findings.map(({ code, row: line }) => [code, line])).toEqual([['DATE_INVALID', 1], ['DATE_FUTURE', 2]]);
	});
	it('find the NIP in the account, the name or the address, and hold the rest', async () => {
		const by = (actor: unknown) => statement({ verb: 'completed', actor });
		const result = await checkStatements([
			by({ account: { name: 'siti' }, name: '198503122010012901' }),
			by({ mbox: 'mailto:197911042006041902@asn.example' }),
			by({ mbox: 'mailto:siti@asn.example', name: 'Siti' }),
			by({ mbox_sha1sum: 'ab12', name: 'Siti' }),
			by({ account: { name: '19850312201001290' } })
		]);
		expect(result.accepted.map(({ values }) => values['person_key'])).toEqual(['198503122010012901', '197911042006041902']);
		expect(result.findings.map(({ code, row: line, heading }) => [code, line, heading])).toEqual([['NIP_FORMAT', 3, 'actor.mbox'], ['NIP_FORMAT', 4, 'actor.mbox_sha1sum'], ['NIP_FORMAT', 5, 'actor.account.name']]);
		expect(result.findings[0]?.message.en).toContain('actor.account.name');
		expect(result.findings[2]?.message.en).toContain('17 digits');
	});
	it('refuse marks outside their scale', async () => {
		const result = await checkStatements([statement({ verb: 'passed', result: { score: { scaled: -0.2 } } }), statement({ verb: 'passed', result: { score: { raw: 12, max: 10 } } })]);
		expect(result.findings.map(({ code, heading }) => [code, heading])).toEqual([['VALUE_OUT_OF_RANGE', 'result.score.scaled'], ['VALUE_OUT_OF_RANGE', 'result.score.raw']]);
		expect(result.rows.quarantined).toBe(2);
	});
	it('never take a part for its course', async () => {
		const lines = [
			statement({ verb: 'completed', ...part('https://lms.example/m/1', 'Modul 1') }),
			statement({ verb: 'passed', ...part('https://lms.example/m/2', 'Pre-test'), result: { score: { scaled: 0.9 } } }),
			statement({ verb: 'failed', ...part('https://lms.example/m/3', 'Post-test'), result: { score: { scaled: 0.5 } } })
		];
		const whole = statement({ verb: 'completed', object: { id: 'https://lms.example/c', definition: { name: { id: 'Netralitas ASN' }, type: 'http://adlnet.gov/expapi/activities/course' } } });
		const values = async (rows: readonly string[], course?: string) => (await checkStatements(rows, course ? { course } : {})).accepted.map((own) => [own.values['course'], own.values['completed'], own.values['passed'], own.values['score'], own.values['activities_completed']]);
		expect(await values(lines)).toEqual([['Netralitas ASN', null, false, 50, 1]]);
		expect(await values([...lines, whole])).toEqual([['Netralitas ASN', true, false, 50, 1]]);
		expect(await values([...lines, whole], 'Kursus A')).toEqual([['Kursus A', true, false, 50, 1]]);
		expect(await values([statement({ verb: 'completed' })], 'Kursus A')).toEqual([['Kursus A', true, null, null, null]]);
	});
});

describe('SCORM', () => {
	it('is named and refused', async () => {
		const result = await check(utf8('[{"cmi.core.student_id":"198503122010012901","cmi.core.lesson_status":"passed"}]'), { regency: '64.01', fileName: 'cmi.json', asOf: '2026-06-30' });
		expect(result).toMatchObject({ outcome: 'reject_file', recognised: { kind: 'scorm_cmi', headerRows: [] } });
		expect(result.findings[0]?.message.en).toContain('SCORM');
	});
});
