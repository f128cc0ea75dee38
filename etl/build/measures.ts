/** Every measure at every level of area, by cycle and by each of its breakdowns: the cells that all answers are made of. */
import { MEASURES, type Breakdown, type Measure } from '../../src/lib/metrics/index.ts';
import { identifier, literal, type Warehouse } from '../warehouse.ts';

/** SQL that counts one measure for every area (regency, province, nation) and cycle, in all and by one breakdown. */
export function measureSql(measure: Measure, breakdown: Breakdown | null): string {
	const column = breakdown === null ? null : measure.by[breakdown];
	if (breakdown !== null && column === undefined) throw new Error(`measure ${measure.id} has no breakdown ${breakdown}`);
	const conditions = [measure.where, column ? `m.${identifier(column)} IS NOT NULL` : null, 'm.cycle IS NOT NULL'].filter((c) => c !== null);
	return `
		SELECT ${literal(measure.id)} AS measure, m.nature, p.ancestor AS region, m.cycle,
			${breakdown === null ? "''" : literal(breakdown)} AS breakdown,
			${column ? `CAST(m.${identifier(column)} AS VARCHAR)` : "''"} AS category,
			CAST(${measure.value} AS DOUBLE) AS value
		FROM ${identifier(measure.mart)} m
		JOIN region_path p ON p.code = m.${identifier(measure.region)}
		WHERE ${conditions.map((c) => `(${c})`).join(' AND ')}
		GROUP BY ALL
		HAVING value > 0`;
}

/** Creates `measure_cell`; zero cells are not stored, `coverage` tells zero from "not received". */
export async function buildMeasures(warehouse: Warehouse, progress: (label: string) => void): Promise<void> {
	await warehouse.run(
		'CREATE TABLE measure_cell (measure VARCHAR, nature VARCHAR, region VARCHAR, "cycle" VARCHAR, breakdown VARCHAR, category VARCHAR, value DOUBLE)'
	);
	for (const measure of MEASURES) {
		const breakdowns: (Breakdown | null)[] = [null, ...(Object.keys(measure.by) as Breakdown[])];
		for (const breakdown of breakdowns) await warehouse.run(`INSERT INTO measure_cell ${measureSql(measure, breakdown)}`);
		progress(measure.id);
	}
	await warehouse.run(`CREATE TABLE measure_cell_sorted AS SELECT * FROM measure_cell ORDER BY nature, measure, breakdown, region, "cycle", category`);
	await warehouse.run('DROP TABLE measure_cell');
	await warehouse.run('ALTER TABLE measure_cell_sorted RENAME TO measure_cell');
}
