/** Sheets as a recipe writes them, and what they hold cell by cell. */
import { z } from 'zod';

const cell = z.union([z.string(), z.number(), z.null(), z.strictObject({ error: z.string().startsWith('#') }), z.strictObject({ date: z.iso.date() }), z.strictObject({ number: z.string().regex(/^-?\d[\d.]*(E[+-]?\d+)?$/i) })]);
const address = z.string().regex(/^[A-Z]{1,3}\d+$/);
const range = z.string().regex(/^[A-Z]{1,3}\d+:[A-Z]{1,3}\d+$/);

export const sheetSchema = z.strictObject({
	name: z.string().min(1),
	/** Row 1, 2, … as a person sees them; `[]` is an empty row. A number is a numeric cell, a text is text; `number` is a numeric cell as its digits are stored. */
	rows: z.array(z.array(cell)),
	merges: z.array(range).default([]),
	hidden: z.boolean().default(false),
	hiddenRows: z.array(z.int().min(1)).default([]),
	hiddenColumns: z.array(z.string().regex(/^[A-Z]{1,3}$/)).default([]),
	/** Address → formula; its stored result stands in `rows`, `null` there is a formula without one. */
	formulas: z.record(address, z.string()).default({}),
	/** The range that the sheet says it uses, where it is not the real one. */
	declared: range.optional()
});
export type Sheet = z.infer<typeof sheetSchema>;
export type CellValue = z.infer<typeof cell>;

/** 0 → A, 26 → AA. */
export const letterOf = (column: number): string => (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
/** A → 0, AA → 26. */
export const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface PlacedCell {
	readonly column: number;
	readonly address: string;
	readonly value: CellValue;
	readonly formula: string | undefined;
}

/** The cells of one row that hold something. `row` counts from 1. */
export function cellsOf(sheet: Sheet, row: number): PlacedCell[] {
	return (sheet.rows[row - 1] ?? []).flatMap((value, column): PlacedCell[] => {
		const own = `${letterOf(column)}${row}`;
		const formula = sheet.formulas[own];
		return value === null && formula === undefined ? [] : [{ column, address: own, value, formula }];
	});
}
