/** The port to DuckDB: statements are kept prepared, their values are not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Warehouse } from '../../src/lib/server/warehouse/warehouse.ts';

const dir = mkdtempSync(join(tmpdir(), 'pantau-warehouse-'));
let warehouse: Warehouse;
beforeAll(async () => {
	const path = join(dir, 'a.duckdb');
	const instance = await DuckDBInstance.create(path);
	const connection = await instance.connect();
	await connection.run('CREATE TABLE t AS SELECT i AS n, chr(97 + i::INTEGER % 26) AS letter FROM range(1000) r(i)');
	connection.closeSync();
	instance.closeSync();
	warehouse = await Warehouse.open(path);
});
afterAll(async () => {
	await warehouse.close();
	rmSync(dir, { recursive: true, force: true });
});

test('more statements than are kept, each asked again with other values, all at once', async () => {
	const asked = Array.from({ length: 200 }, (_, i) => ({ sql: `SELECT count(*) + ${i % 50} AS n FROM t WHERE n < $1 AND list_contains($2, letter)`, below: i, letters: i % 2 ? ['a', 'b'] : ['c'], add: i % 50 }));
	const answers = await Promise.all(asked.map(({ sql, below, letters }) => warehouse.query(sql, [below, letters])));
	const wanted = asked.map(({ below, letters, add }) => [{ n: add + Array.from({ length: below }, (_, n) => String.fromCharCode(97 + (n % 26))).filter((l) => letters.includes(l)).length }]);
	expect(answers).toEqual(wanted);
});

test('a statement that fails says so, each time, and the connections answer on', async () => {
	for (let i = 0; i < 10; i += 1) await expect(warehouse.query('SELECT nothing FROM t WHERE n < $1', [1])).rejects.toThrow(/nothing/);
	for (let i = 0; i < 10; i += 1) await expect(warehouse.query('SELECT n FROM t WHERE letter = $1 AND n::INTEGER / CAST($2 AS INTEGER) = 1', ['a', 'x'])).rejects.toThrow();
	expect(await warehouse.query('SELECT n FROM t WHERE letter = $1 AND n::INTEGER < CAST($2 AS INTEGER)', ['a', '20'])).toEqual([{ n: 0 }]);
});
