import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../etl/findings.ts';
import { columnLetter, parseReference } from '../../etl/read/grid.ts';
import { read, ReadProblem } from '../../etl/read/index.ts';
import { serialToIso } from '../../etl/read/xlsx-styles.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = async (text: string) => (await read(utf8(text), DEFAULT_LIMITS)).grids[0]?.rows.map((row) => [row.row, ...row.cells.map((cell) => cell.text)]);
const problemOf = async (bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<string> => {
	try {
		await read(bytes, limits);
		return 'read';
	} catch (error) {
		return error instanceof ReadProblem ? `${error.code} ${error.where.row ?? ''}`.trim() : String(error);
	}
};

describe('CSV positions', () => {
	it('keeps the line numbers of the text editor', async () => {
		expect(await rowsOf('a;b\r\n\r\n"x\r\ny";2\r\n;\r\n1;2\r\n')).toEqual([
			[1, 'a', 'b'],
			[3, 'x\ny', '2'],
			[6, '1', '2']
		]);
	});
	it('finds the delimiter by agreement of the lines, not by frequency', async () => {
		expect(await rowsOf('nama;nilai\nA, B, C;93,75\nD;80,00\n')).toEqual([
			[1, 'nama', 'nilai'],
			[2, 'A, B, C', '93,75'],
			[3, 'D', '80,00']
		]);
	});
	it('keeps a stray quote as text', async () => expect(await rowsOf('a;Modul "like"\n1;2\n')).toEqual([[1, 'a', 'Modul "like"'], [2, '1', '2']]));
	it('names the line where a quote opens', async () => {
		expect(await problemOf(utf8('a;b\n1;2\n3;"x\n4;5\n6;7\n'))).toBe('CSV_UNCLOSED_QUOTE 3');
		expect(await problemOf(utf8('a;b\n1;2\n3;"x\n4;"5"\n6;7\n'))).toBe('CSV_UNCLOSED_QUOTE 3');
		expect(await problemOf(utf8('a;b\n1;2\n3;"x'))).toBe('FILE_TRUNCATED 3');
	});
});

describe('encodings', () => {
	it('reads Windows-1252 only where no line is UTF-8', async () => {
		const cp1252 = Uint8Array.from([...utf8('a;b\nx '), 0x96, ...utf8(' y;1\n')]);
		const reading = await read(cp1252, DEFAULT_LIMITS);
		expect(reading.grids[0]?.rows[1]?.cells[0]?.text).toBe('x – y');
		expect(reading.notes.map((note) => note.code)).toEqual(['ENCODING_GUESSED']);
		expect(await problemOf(Uint8Array.from([...utf8('a;b\n–;1\n'), 0x96, ...utf8(';1\n')]))).toBe('FILE_MIXED_ENCODING 3');
	});
	it('names the line of NUL bytes and a character cut in two', async () => {
		expect(await problemOf(utf8('a;b\nlonger line here;x\nc\u0000;d\n'))).toBe('FILE_NUL_BYTES 3');
		expect(await problemOf(utf8('a;b\nc;d–').slice(0, -1))).toBe('FILE_TRUNCATED 2');
	});
});

describe('limits', () => {
	it('refuses large files before reading them', async () => {
		expect(await problemOf(utf8('a;b\n'), { ...DEFAULT_LIMITS, uploadBytes: 3 })).toBe('FILE_TOO_LARGE');
		expect(await problemOf(new Uint8Array())).toBe('FILE_EMPTY');
		expect(await problemOf(utf8('PAR1xxxx'))).toBe('FILE_WRONG_TYPE');
	});
});

describe('cell references', () => {
	it('goes both ways', () => {
		for (const index of [0, 25, 26, 51, 701, 702, 16383]) expect(parseReference(`${columnLetter(index)}7`)).toEqual({ column: index, row: 7 });
		expect(parseReference('7A')).toBeNull();
	});
	it('turns serial numbers into dates', () => {
		expect(serialToIso(45477)).toBe('2024-07-04');
		expect(serialToIso(45477.5)).toBe('2024-07-04 12:00:00');
		expect(serialToIso(0)).toBeNull();
	});
});
