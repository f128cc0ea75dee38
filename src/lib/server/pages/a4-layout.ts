/** Which part of the second sheet the first one has room for. Heights are CSS pixels as printed; a test prints and counts. */
import type { A4Body, A4Chart } from '../../ui/a4.ts';

/** Between the heads and feet of a sheet: question and answer take this much of it at most. */
const SHEET = 925;
const QUESTION = 100;
/** Title, how to read it, two lines of notes. */
const AROUND = 66;
const GAP = 12;
/** Each with the gap above it. */
const TIME = 256 + GAP;
const DONE = 104 + GAP;
/** A printed figure; with the cycle beside it the columns are narrow. */
const ROW = 31;
const ROW_NARROW = 46;
const NARROW_COLUMNS = 6;
const TABLE_HEAD = 40;
const TABLE_NOTES = 66;
/** The key table has a fixed number of rows, hardly all of two lines. */
const KEY = 366;

/** Height of a comparison on paper: its tallest drawing at the width it is printed at. */
export function heightOf({ drawings }: A4Chart): number {
	const tall = drawings.map(({ wide }) => {
		const [, width = 1, height = 0] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(wide) ?? []).map(Number);
		return (height * (drawings.length === 1 ? 680 : 327)) / width;
	});
	return Math.max(0, ...tall) + AROUND;
}

/** The time chart where it fits, else what was done, else nothing more. */
export function firstSheet({ published, comparison }: Pick<A4Body, 'published' | 'comparison'>): A4Body['first'] {
	const row = (published?.table?.columns.length ?? 0) < NARROW_COLUMNS ? ROW : ROW_NARROW;
	const table = published ? TABLE_HEAD + TABLE_NOTES + row * (published.table?.rows.length ?? 0) : KEY;
	const room = SHEET - QUESTION - table - GAP - heightOf(comparison) - GAP;
	return room >= TIME ? 'time' : room >= DONE ? 'done' : 'none';
}
