/** The published provincial table with the most provinces, each count beside the PNS of its province. */
import { poissonRate } from '../../statistics/index.ts';
import type { Row } from '../warehouse/warehouse.ts';

export interface PublishedRate {
	/** The count as printed. */
	readonly row: Row;
	/** PNS of the province, as printed. */
	readonly base: Row;
	/** Per 10,000 PNS, with its 95 % interval. */
	readonly value: number;
	readonly lower: number;
	readonly upper: number;
}

/** Provinces divided between the counts of 2019-2020 and the headcount of 2023: their count has no denominator. */
const RESHAPED: ReadonlySet<string> = new Set(['91', '92']);

export interface PublishedRates {
	readonly rates: readonly PublishedRate[];
	/** Counts of the same table whose province was divided since: there are no PNS to divide them by. */
	readonly divided: readonly Row[];
}

const isDivided = (r: Row): boolean => RESHAPED.has(String(r.region)) && String(r.as_of) < '2023';

/** PNS by province, each from the table that names the most provinces, so that all are of one year. */
function headcounts(rows: readonly Row[]): ReadonlyMap<string, Row> {
	const tables = Map.groupBy(rows.filter((r) => r.level === 'province' && r.unit === 'people' && /PNS/.test(String(r.category ?? r.dimension ?? r.measure))), (r) => String(r.table_group));
	return new Map([...tables.values()].sort((a, b) => a.length - b.length).flatMap((table) => table.map((r) => [String(r.region), r] as const)));
}

/** Published rows → rates of the provinces that the widest table names and whose PNS are known; empty without such a table. */
export function publishedRates(rows: readonly Row[]): PublishedRates {
	const pns = headcounts(rows);
	const counts = new Map<string, Row[]>();
	for (const r of rows) {
		if (r.level !== 'province' || r.role !== 'row' || r.region === null || isDivided(r) || pns.get(String(r.region)) === r || r.unit === 'score' || !pns.has(String(r.region))) continue;
		counts.set(String(r.table_group), [...(counts.get(String(r.table_group)) ?? []), r]);
	}
	const [group = []] = [...counts.values()].sort((a, b) => b.length - a.length || String(b[0]?.as_of).localeCompare(String(a[0]?.as_of)));
	const rates = group.flatMap((row) => {
		const base = pns.get(String(row.region));
		const estimate = base ? poissonRate(Number(row.value), Number(base.value), 0.95, 10_000) : null;
		return base && estimate?.kind === 'estimate' ? [{ row, base, value: estimate.value, lower: estimate.lower, upper: estimate.upper }] : [];
	});
	const [first] = group;
	return { rates, divided: first ? rows.filter((r) => r.table_group === first.table_group && r.level === 'province' && r.role === 'row' && isDivided(r)) : [] };
}
