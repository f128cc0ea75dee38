/** Bytes → grids of text with positions; every refusal is a ReadProblem. */
import type { Limits } from '../findings.ts';
import { readCsv } from './csv.ts';
import { ReadProblem, type Reading } from './grid.ts';
import { decode } from './text.ts';
import { fileType } from './type.ts';
import { readXlsx } from './xlsx.ts';

export { columnLetter, ReadProblem, type Cell, type Grid, type GridRow, type Reading } from './grid.ts';

/** Size, type, archive safety, encoding, delimiter: in this order, the first problem is thrown as ReadProblem. */
export async function read(bytes: Uint8Array, limits: Limits): Promise<Reading> {
	if (bytes.length === 0) throw new ReadProblem('FILE_EMPTY');
	if (bytes.length > limits.uploadBytes) {
		const megabytes = Math.round(limits.uploadBytes / 1024 / 1024);
		throw new ReadProblem('FILE_TOO_LARGE', { what: `berkas ${(bytes.length / 1024 / 1024).toFixed(1)} MB`, limit: `${megabytes} MB` });
	}
	if (fileType(bytes) === 'zip') return { grids: await readXlsx(bytes, limits), notes: [] };
	const decoded = decode(bytes);
	if (decoded.text.trim() === '') throw new ReadProblem('FILE_EMPTY');
	const { grid, note } = readCsv(decoded.text, decoded.encoding, limits.cellLength);
	return { grids: [grid], notes: [decoded.note, note].filter((n) => n !== null) };
}
