/** One measured piece of work in a process of its own, so that its peak memory is its own: `node etl-child.ts WORK FILE`; prints JSON. */
import { createReadStream } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { checkFile } from '../../etl/file.ts';
import { openHome } from '../../etl/home.ts';
import { openKeys } from '../../etl/keys.ts';
import { literal, Warehouse } from '../../etl/warehouse.ts';

const AS_OF = '2025-12-31';
/** Rows that csv-parse and zod are given. */
const SAMPLE = 300_000;

const [work = '', file = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'pantau-bench-'));

/** DuckDB's own reader into a typed table, on disk and with the memory that the check may take. */
async function bareRead(): Promise<number> {
	const warehouse = await Warehouse.open(join(folder, 'bare.duckdb'), { memory_limit: '640MB', temp_directory: join(folder, 'spill') });
	const types = { nip: 'VARCHAR', name: 'VARCHAR', agency: 'VARCHAR', regency: 'VARCHAR', course: 'VARCHAR', status: 'VARCHAR', finished: 'DATE', mark: 'DECIMAL(9,2)', share: 'INTEGER' };
	const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`).join(', ');
	await warehouse.run(`CREATE TABLE bare AS FROM read_csv(${literal(file)}, columns = {${columns}}, auto_detect = false, header = true, delim = ';', quote = '"', escape = '"', decimal_separator = ',')`);
	await warehouse.run('CHECKPOINT');
	const [counted] = await warehouse.all('SELECT count(*) AS n FROM bare');
	warehouse.close();
	return Number(counted?.n ?? 0);
}

/** Check with every rule on, then accept: pseudonyms, cycles, Parquet. */
async function checkAndAccept(): Promise<number> {
	const keys = openKeys(openHome({ PANTAU_HOME: folder }));
	const warehouse = await Warehouse.open();
	const checked = await checkFile(file, { regency: 'all', fileName: 'training.csv', asOf: AS_OF, dataset: 'training' });
	await checked.accept(join(folder, 'accepted.parquet'), 'training', { as_of: AS_OF }, keys, warehouse);
	checked.close();
	warehouse.close();
	if (checked.result.outcome !== 'accept') throw new Error(JSON.stringify(checked.result.findings.slice(0, 3)));
	return checked.result.rows.accepted;
}

async function checkOnly(): Promise<number> {
	const checked = await checkFile(file, { regency: 'all', fileName: file, asOf: AS_OF, dataset: 'training' });
	checked.close();
	return checked.result.rows.read;
}

/** What one would write without SQL: a stream of records, each through a zod schema. */
async function parseAndZod(): Promise<number> {
	const row = z.object({
		NIP: z.string().regex(/^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(19|20)\d{2}(0[1-9]|1[0-2]|2[1-9]|3\d)[12]\d{3}$/),
		Nama: z.string().min(1), 'Unit Kerja': z.string().min(1), 'Kabupaten/Kota': z.string().min(1), Pelatihan: z.string().min(1),
		Status: z.enum(['Selesai (mencapai nilai kelulusan)', 'Belum selesai']),
		'Tanggal Selesai': z.union([z.literal(''), z.iso.date()]),
		Nilai: z.union([z.literal(''), z.string().transform((text) => Number(text.replace(',', '.'))).pipe(z.number().min(0).max(100))]),
		'Persentase Penyelesaian': z.coerce.number<string>().min(0).max(100)
	});
	let rows = 0;
	for await (const record of createReadStream(file).pipe(parse({ delimiter: ';', columns: true, to: SAMPLE })) as AsyncIterable<unknown>) {
		if (!row.safeParse(record).success) throw new Error(JSON.stringify(record));
		rows += 1;
	}
	return rows;
}

const WORKS: Readonly<Record<string, () => Promise<number>>> = { bare: bareRead, accept: checkAndAccept, check: checkOnly, zod: parseAndZod };
const run = WORKS[work];
if (!run) throw new Error(`unknown work ${work}`);
try {
	const start = performance.now();
	const rows = await run();
	console.log(JSON.stringify({ rows, seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
