/** A private folder and a DuckDB of limited memory for checking one large file; both are gone when it is closed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Warehouse } from '../warehouse.ts';

/** What DuckDB may take; the rest of 1.5 GB is for Node and for what DuckDB does not count. */
const MEMORY = '640MB';

export interface Workroom {
	readonly folder: string;
	readonly warehouse: Warehouse;
	close(): void;
}

/** Opens a workroom; `close` removes everything in it. */
export async function openWorkroom(): Promise<Workroom> {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-check-'));
	const warehouse = await Warehouse.open(join(folder, 'work.duckdb'), { memory_limit: MEMORY, temp_directory: join(folder, 'spill') });
	return {
		folder,
		warehouse,
		close() {
			warehouse.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
