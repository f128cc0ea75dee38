/** Public files as an attacker reads them, beside the truth by which right guesses are made. */
import { fixedCategories } from '../../reference/categories.ts';
import { literal, Warehouse } from '../../warehouse.ts';
import { placeKey, type Place, type Printed, type SeenCell, type StageBand, type View } from './view.ts';

export interface ReadRelease {
	/** By nature and cycle. */
	readonly views: ReadonlyMap<string, View>;
	readonly parents: ReadonlyMap<string, string | null>;
	readonly bands: ReadonlyMap<string, readonly StageBand[]>;
	readonly printed: ReadonlyMap<string, readonly Printed[]>;
}

const viewKey = (nature: string, cycle: string): string => `${nature}\u001f${cycle}`;

/** Reads both files of a release folder. */
export async function readRelease(dir: string): Promise<ReadRelease> {
	const warehouse = await Warehouse.open();
	try {
		await warehouse.run(`ATTACH ${literal(`${dir}/internal.duckdb`)} AS internal (READ_ONLY)`);
		await warehouse.run(`ATTACH ${literal(`${dir}/public.duckdb`)} AS pub (READ_ONLY)`);
		const truths = new Map<string, Map<string, number>>();
		const lists = new Map<string, Map<string, Set<string>>>();
		const list = (key: string, breakdown: string): Set<string> => {
			const ofView = lists.get(key) ?? new Map<string, Set<string>>();
			lists.set(key, ofView);
			const own = ofView.get(breakdown) ?? new Set(fixedCategories(breakdown, key.split('\u001f')[1] ?? '') ?? []);
			ofView.set(breakdown, own);
			return own;
		};
		for await (const rows of warehouse.stream('SELECT measure, nature, region, "cycle", breakdown, category, value FROM internal.measure_cell')) {
			for (const row of rows) {
				const at: Place = { measure: String(row.measure), region: String(row.region), breakdown: String(row.breakdown), category: String(row.category) };
				const key = viewKey(String(row.nature), String(row.cycle));
				const truth = truths.get(key) ?? new Map<string, number>();
				truths.set(key, truth);
				truth.set(placeKey(at), Number(row.value));
				if (at.breakdown !== '') list(key, at.breakdown).add(at.category);
			}
		}
		const cells = new Map<string, SeenCell[]>();
		for await (const rows of warehouse.stream('SELECT measure, nature, region, "cycle", breakdown, category, value, shown FROM pub.measure_cell')) {
			for (const row of rows) {
				const key = viewKey(String(row.nature), String(row.cycle));
				const own = cells.get(key) ?? [];
				cells.set(key, own);
				const category = String(row.category);
				const breakdown = String(row.breakdown);
				own.push({ measure: String(row.measure), region: String(row.region), breakdown, category, value: row.value === null ? null : Number(row.value), shown: String(row.shown) });
				if (breakdown !== '' && category !== '*') list(key, breakdown).add(category);
			}
		}
		const regions = await warehouse.all('SELECT code, province, kind FROM pub.region');
		const bands = await warehouse.all('SELECT "cycle", code, start_date, end_date FROM pub.stage_band ORDER BY start_date');
		const printed = await warehouse.all(`SELECT nature, "cycle", region, measure, dimension, value FROM pub.published WHERE "cycle" IS NOT NULL AND region IS NOT NULL AND value IS NOT NULL AND unit IN ('people', 'cases')`);
		return {
			views: new Map([...cells].map(([key, own]) => [key, { cells: own, known: truths.get(key) ?? new Map<string, number>(), truth: (at: Place) => truths.get(key)?.get(placeKey(at)) ?? 0, categories: new Map([...(lists.get(key) ?? [])].map(([b, set]) => [b, [...set]])) }])),
			parents: new Map(regions.map((r) => [String(r.code), r.kind === 'nation' ? null : r.province === null || r.kind === 'province' || r.kind === 'central' ? 'ID' : String(r.province)])),
			bands: Map.groupBy(bands.map((b) => ({ cycle: String(b.cycle), code: String(b.code), start: String(b.start_date), end: String(b.end_date) })), (b) => b.cycle),
			printed: Map.groupBy(printed.map((p) => ({ key: viewKey(String(p.nature), String(p.cycle)), region: String(p.region), measure: String(p.measure), dimension: p.dimension === null ? null : String(p.dimension), value: Number(p.value) })), (p) => p.key)
		};
	} finally {
		warehouse.close();
	}
}
