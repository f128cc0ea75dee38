/** What a row below the header shows at first sight. */
import { parseNip } from '../normalise/nip.ts';
import { cleanText, comparable } from '../normalise/text.ts';
import type { GridRow } from '../read/grid.ts';
import type { Header } from './types.ts';

/** Columns in which the label of a total may stand. */
export const LABEL_COLUMNS = 4;
/** Headings of columns in which agencies and learning systems keep the NIP. */
const NIP_HEADING = /^(nip\b|person key$|nomor induk\b|nomor id\b|nomor ktp\b|id ?number\b|username\b|nama pengguna\b)/;

/** The first text of a row, as compared; empty where the first columns are. */
export const firstLabel = (row: GridRow): string =>
	row.cells
		.slice(0, LABEL_COLUMNS)
		.map((cell) => comparable(cell.text))
		.find((text) => text !== '') ?? '';

/** Cells that hold anything. */
export const filledCells = (row: GridRow): number => row.cells.filter((cell) => cell.text.trim() !== '' || cell.problem !== null).length;

const nipColumns = new WeakMap<Header, readonly number[]>();

function columnsOfNip(header: Header): readonly number[] {
	const known = nipColumns.get(header);
	if (known) return known;
	const found = header.keys.flatMap((key, column) => (NIP_HEADING.test(key.replaceAll('_', ' ')) ? [column] : []));
	nipColumns.set(header, found);
	return found;
}

/** A NIP stands in a column for it, whole or with lost digits: the row is about a person, whatever else it looks like. `NIP. 1968…` is how signatures write it. */
export function namesPerson(row: GridRow, header: Header): boolean {
	return columnsOfNip(header).some((column) => {
		const cell = row.cells[column];
		if (!cell || cell.problem !== null || !/\d/.test(cell.text) || /^\s*nip/i.test(cell.text)) return false;
		const parsed = parseNip(cleanText(cell.text).text, cell.numeric, '9999-12-31');
		return 'nip' in parsed || parsed.problem === 'NIP_LOST_DIGITS';
	});
}
