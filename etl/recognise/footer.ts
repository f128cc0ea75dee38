/** Where a table ends: notes below it, and the block in which an official signs. */
import { comparable } from '../normalise/text.ts';
import type { GridRow } from '../read/grid.ts';
import { filledCells, firstLabel, namesPerson } from './rows.ts';
import type { Header } from './types.ts';

const NOTE = /^(sumber|source|catatan|note|keterangan|ket|sumber\/source|catatan\/note|diunduh|dicetak)\s*[:/]/;
/** `Jumlah peserta: 1` counts the rows above it in words. */
const COUNT_NOTE = /^(jumlah|total|jml)\b[^:=\d]*[:=]\s*[\d.]+( \p{L}+)?$/u;
const MONTH = '(jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nop|nov|des|dec)[a-z]*';
/** `Banyuwangi, 2 Mei 2026` */
const PLACE_AND_DATE = new RegExp(`^[a-z][a-z .'-]*, *(tanggal )?(\\d{1,2}|\\.+|…)? *(${MONTH}|[/-] *\\d{1,2} *[/-]) *\\d{4}$`);
const OFFICE = /^(mengetahui|menyetujui|an\. |a\.n\. |plt\.? |pj\.? |plh\.? )|^(kepala|sekretaris|bupati|wali kota|camat|ketua|direktur)\b.*(,|$)/;
const SIGNED_NIP = /^nip\b[\s.:]*\d[\d\s.]{7,}$/;
/** Below a total or a gap; above that, a block must say what it is. */
const TOTAL_NEAR = 6;
/** Digits of a NIP below a signature; fewer are a figure, which is never a note. */
const LONG_NUMBER = 9;

const textsOf = (row: GridRow): string[] => row.cells.map((cell) => comparable(cell.text)).filter((text) => text !== '');
const hasWords = (row: GridRow): boolean => row.cells.some((cell) => /\p{L}/u.test(cell.text) || cell.text.replace(/\D/g, '').length >= LONG_NUMBER);

/** Index of the first row of the notes and signatures; the number of rows where there are none. */
export function findFooter(rows: readonly GridRow[], header: Header, isTotal: (row: GridRow) => boolean): number {
	const width = header.keys.filter((key) => key !== '').length;
	const isOutside = (row: GridRow): boolean => hasWords(row) && !namesPerson(row, header);
	let footerFrom = rows.length;
	for (let index = rows.length - 1; index >= 0; index--) {
		const row = rows[index];
		if (!row || !isOutside(row)) break;
		const filled = filledCells(row);
		const first = firstLabel(row) || (textsOf(row)[0] ?? '');
		const sparse = filled <= 1 || (filled === 2 && width >= 6);
		const gap = index > 0 && row.row > (rows[index - 1]?.row ?? 0) + 1;
		if ((NOTE.test(first) && filled <= 2) || (filled === 1 && COUNT_NOTE.test(first))) footerFrom = index;
		else if (sparse && width >= 3 && !isTotal(row)) {
			const below = gap || footerFrom < rows.length || rows.slice(Math.max(0, index - TOTAL_NEAR), index).some(isTotal);
			footerFrom = below ? index : footerFrom;
		} else break;
		if (footerFrom !== index) break;
	}
	return Math.min(footerFrom, afterLastTotal(rows, width, isTotal, isOutside), signatureFrom(rows, width, isOutside));
}

/** Sparse lines directly below each other and below the last total belong together, whichever of them was seen first. */
function afterLastTotal(rows: readonly GridRow[], width: number, isTotal: (row: GridRow) => boolean, isOutside: (row: GridRow) => boolean): number {
	const total = rows.findLastIndex(isTotal);
	const rest = rows.slice(total + 1);
	if (total < 0 || width < 3) return rows.length;
	return rest.every((row) => isOutside(row) && filledCells(row) <= Math.max(2, Math.floor(width / 3))) ? total + 1 : rows.length;
}

/** A block that says that it is signed: `NIP. …` below a name, or place and date, in the sparse lines at the end. It begins at its first line of that kind. */
function signatureFrom(rows: readonly GridRow[], width: number, isOutside: (row: GridRow) => boolean): number {
	if (width < 3) return rows.length;
	const most = Math.min(2, Math.floor(width / 2));
	const from = rows.findLastIndex((row) => !isOutside(row) || filledCells(row) > most) + 1;
	const block = rows.slice(from);
	const says = (pattern: RegExp) => (row: GridRow): boolean => textsOf(row).some((text) => pattern.test(text));
	const dated = block.findIndex(says(PLACE_AND_DATE));
	if (!block.some(says(SIGNED_NIP)) && dated < 0) return rows.length;
	const signed = block.findIndex(says(SIGNED_NIP));
	const office = block.findIndex(says(OFFICE));
	const first = Math.min(...[dated, office, signed < 0 ? -1 : Math.max(0, signed - 1)].filter((at) => at >= 0));
	return from + first;
}
