/** Facts: the rows in force of each dataset, one table per dataset, ordered by regency. */
import { currentRowsSql } from '../accept.ts';
import { CONTRACTS, DATASETS, type DatasetName } from '../datasets/index.ts';
import type { Home } from '../home.ts';
import type { Submission } from '../ops.ts';
import { identifier, sqlColumns, type Warehouse } from '../warehouse.ts';

export const factTable = (dataset: DatasetName): string => `fact_${dataset}`;

/** Creates every fact table; a dataset without any accepted file gives an empty table with the right columns. */
export async function buildFacts(home: Home, submissions: readonly Submission[], warehouse: Warehouse): Promise<Record<string, number>> {
	const rows: Record<string, number> = {};
	for (const dataset of DATASETS) {
		const table = factTable(dataset);
		const columns = sqlColumns(CONTRACTS[dataset]).map((c) => `${identifier(c.name)} ${c.type}`);
		await warehouse.run(
			`CREATE TABLE ${identifier(table)} (${columns.join(', ')}, nature VARCHAR, _submission VARCHAR, _seq BIGINT, _sender VARCHAR, _kind VARCHAR)`
		);
		const current = currentRowsSql(home, dataset, submissions);
		if (current) await warehouse.run(`INSERT INTO ${identifier(table)} BY NAME ${current} ORDER BY nature, ${CONTRACTS[dataset].key.map(identifier).join(', ')}`);
		const [counted] = await warehouse.all(`SELECT count(*) AS n FROM ${identifier(table)}`);
		rows[table] = Number(counted?.n ?? 0);
	}
	return rows;
}
