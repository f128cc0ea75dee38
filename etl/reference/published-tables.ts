/** Does a printed table add up? The difference is shown, never repaired. */

/** What is needed of a row of the dataset `published`. */
export interface PublishedFigure {
	readonly table_group: string;
	readonly role: 'row' | 'printed_total';
	readonly value: number;
}

export interface TableGroup {
	readonly tableGroup: string;
	/** Number of detail rows. */
	readonly rows: number;
	/** Sum of the detail rows; null where there is none. */
	readonly sum: number | null;
	/** The total as printed; null where none is printed. */
	readonly printedTotal: number | null;
	/** Sum minus printed total; null where either is missing. */
	readonly difference: number | null;
	/** `no_total`: nothing to compare with, as for a list of the first five. */
	readonly closes: 'yes' | 'no' | 'no_total';
}

/** Shares are printed with up to two decimals: sums are compared in ten-thousandths. */
const exact = (value: number): number => Math.round(value * 10_000) / 10_000;

function describe(tableGroup: string, rows: readonly PublishedFigure[]): TableGroup {
	const details = rows.filter((row) => row.role === 'row');
	const totals = rows.filter((row) => row.role === 'printed_total');
	if (totals.length > 1) throw new Error(`table ${tableGroup} has ${totals.length} printed totals`);
	const sum = details.length > 0 ? exact(details.reduce((all, row) => all + row.value, 0)) : null;
	const printedTotal = totals[0]?.value ?? null;
	const difference = sum === null || printedTotal === null ? null : exact(sum - printedTotal);
	return { tableGroup, rows: details.length, sum, printedTotal, difference, closes: difference === null ? 'no_total' : difference === 0 ? 'yes' : 'no' };
}

/**
 * For each printed table: the sum of its rows, the printed total, their difference and whether it closes.
 * In order of first appearance. Throws where a table has two printed totals. Figures of different tables are never added.
 */
export function tableGroups(rows: readonly PublishedFigure[]): readonly TableGroup[] {
	const groups = new Map<string, PublishedFigure[]>();
	for (const row of rows) {
		const group = groups.get(row.table_group);
		if (group) group.push(row);
		else groups.set(row.table_group, [row]);
	}
	return [...groups].map(([tableGroup, own]) => describe(tableGroup, own));
}
