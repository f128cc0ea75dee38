/** Deliberate faults, so that the page on data quality has something real to show. They are listed in data/submissions/README.md. */

/** Replaces one column of some rows (0 is the first row below the heading), leaving the others as they are. */
export function spoil(rows: readonly string[][], heading: string, at: readonly number[], change: (value: string) => string): string[][] {
	const column = rows[0]?.indexOf(heading) ?? -1;
	if (column < 0) throw new Error(`no column ${heading} to spoil`);
	const chosen = new Set(at.map((index) => index + 1));
	return rows.map((row, index) => (chosen.has(index) ? row.map((cell, c) => (c === column ? change(cell) : cell)) : row));
}
