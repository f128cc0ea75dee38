/** Bytes → grids of text with positions; every refusal is a ReadProblem. */
import type { Limits } from '../findings.ts';
import { readCsv } from './csv.ts';
import { ReadProblem, type Reading } from './grid.ts';
import { isJson, readJson } from './json.ts';
import { readParquet } from './parquet.ts';
import { decode } from './text.ts';
import { fileType } from './type.ts';
import { readWorkbook } from './workbook.ts';

export { columnLetter, ReadProblem, type Cell, type Grid, type GridRow, type Reading } from './grid.ts';

/**
 * Size, type, archive safety, encoding, delimiter: in this order, the first problem is thrown as ReadProblem.
 * What a file is follows from its bytes; `fileName` only tells an .ods that calls itself something else.
 */
export async function read(bytes: Uint8Array, limits: Limits, fileName = ''): Promise<Reading> {
	if (bytes.length === 0) throw new ReadProblem('FILE_EMPTY');
	if (bytes.length > limits.uploadBytes) {
		const megabytes = Math.round(limits.uploadBytes / 1024 / 1024);
		const size = `${(bytes.length / 1024 / 1024).toFixed(1)} MB`;
		throw new ReadProblem('FILE_TOO_LARGE', { what: { id: `berkas ${size}`, en: `a file of ${size}` }, limit: `${megabytes} MB` });
	}
	const type = fileType(bytes);
	if (type === 'zip') return { grids: await readWorkbook(bytes, limits, fileName), notes: [] };
	if (type === 'parquet') return { grids: [await readParquet(bytes, limits)], notes: [] };
	const decoded = decode(bytes);
	if (decoded.text.trim() === '') throw new ReadProblem('FILE_EMPTY');
	if (isJson(decoded.text)) return { grids: [readJson(decoded.text, decoded.encoding, limits)], notes: [decoded.note].filter((n) => n !== null) };
	const { grid, note } = readCsv(decoded.text, decoded.encoding, limits.cellLength, limits.columns);
	return { grids: [grid], notes: [decoded.note, note].filter((n) => n !== null) };
}
