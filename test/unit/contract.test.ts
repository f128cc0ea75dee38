/** One declaration, two readings: the zod schema and the SQL predicates of every contract say the same about the same rows. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf } from '../../etl/datasets/codes.ts';
import { CONTRACTS, DATASETS, type Column, type DatasetContract } from '../../etl/datasets/index.ts';
import { rowSchema, type CanonicalRow } from '../../etl/datasets/schema.ts';
import { columnViolations, helperColumns, orderViolations } from '../../etl/datasets/violations.ts';
import { identifier, literal, Warehouse } from '../../etl/warehouse.ts';

const AS_OF = '2026-06-30';
let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await Warehouse.open()));
afterAll(() => warehouse.close());

const pad = (n: number, size: number): string => String(n).padStart(size, '0');
const nipParts = fc.record({ year: fc.integer({ min: 1890, max: 2030 }), month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }), appointed: fc.integer({ min: 1940, max: 2030 }), code: fc.integer({ min: 0, max: 45 }), sex: fc.integer({ min: 0, max: 3 }), sequence: fc.oneof(fc.constant(0), fc.integer({ min: 900, max: 999 })) });
const likelyNip = nipParts.map((p) => `${p.year}${pad(p.month, 2)}${pad(p.day, 2)}${p.appointed}${pad(p.code, 2)}${p.sex}${pad(p.sequence, 3)}`);
const goodNip = nipParts.map((p) => `${1966 + (p.year % 30)}${pad(1 + (p.month % 12), 2)}${pad(1 + (p.day % 28), 2)}2021${p.code % 2 ? '21' : '03'}${1 + (p.sex % 2)}9${pad(p.sequence % 99, 2)}`);
const day = fc.record({ year: fc.integer({ min: 1899, max: 2201 }), month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) }).map((p) => `${p.year}-${pad(p.month, 2)}-${pad(p.day, 2)}`);
const recent = fc.date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10));
const junk = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.constantFrom('', ' ', '-', 'x', '1e5', '1E17', '0012', '-0', '+3', '1.', '.5', '1_0', '12 ', '１２', 'true ', 'TRUE', '1.98503E+17', '10000000000000e4', '2024-02-30', '2024-2-3', '2024-13', '2024-00', '2024', 'pns', '51.3', 'a\u202Eb', 'Bu\u0434i', 'Nur\u2019aini', "'; DROP TABLE x; --", '\u{1F600}', 'a\u0000b')
);

function valueOf(column: Column): fc.Arbitrary<string | null> {
	const codes = codesOf(column);
	const typical: Record<Column['type'], fc.Arbitrary<string>> = {
		text: fc.constantFrom('BKPSDM', 'Dinas Kesehatan', 'Nur\u2019aini', '001/LP/PB'),
		integer: fc.integer({ min: -3, max: 120 }).map(String),
		decimal: fc.oneof(fc.integer({ min: -3, max: 120 }).map(String), fc.integer({ min: -300, max: 12_000 }).map((n) => (n / 100).toFixed(2))),
		date: fc.oneof(recent, day),
		month_or_date: fc.oneof(recent, day, fc.constantFrom('2024', '2024-07', '2024-13', '2027')),
		boolean: fc.constantFrom('true', 'false'),
		code: fc.constantFrom(...(codes ?? ['x'])),
		nip: fc.oneof(goodNip, likelyNip),
		regency: fc.constantFrom(...(codes ?? ['51.03']))
	};
	return fc.oneof({ weight: 6, arbitrary: typical[column.type] as fc.Arbitrary<string | null> }, { weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: junk });
}

const rowOf = (contract: DatasetContract): fc.Arbitrary<CanonicalRow> => fc.record(Object.fromEntries(contract.columns.map((column) => [column.name, valueOf(column)])));

/** `row column code` of everything the schema refuses. */
function byZod(contract: DatasetContract, rows: readonly CanonicalRow[]): string[] {
	const schema = rowSchema(contract, AS_OF);
	return rows.flatMap((row, at) => {
		const parsed = schema.safeParse(row);
		return parsed.success ? [] : parsed.error.issues.map((issue) => `${at} ${String(issue.path[0])} ${issue.message}`);
	});
}

/** The same from a real DuckDB. Order rules see a value only where it keeps its own rules, as in the bulk check. */
async function bySql(contract: DatasetContract, rows: readonly CanonicalRow[]): Promise<string[]> {
	const names = contract.columns.map((column) => identifier(column.name));
	await warehouse.run(`CREATE OR REPLACE TEMP TABLE probe ("at" INTEGER, ${names.map((name) => `${name} VARCHAR`).join(', ')})`);
	const appender = await warehouse.connection.createAppender('probe', null, 'temp');
	rows.forEach((row, at) => {
		appender.appendInteger(at);
		for (const { name } of contract.columns) {
			const value = row[name] ?? null;
			if (value === null) appender.appendNull();
			else appender.appendVarchar(value);
		}
		appender.endRow();
	});
	appender.closeSync();
	const own = columnViolations(contract, literal(AS_OF));
	const code = (name: string) => `"broken_${name}"`;
	const pairs = orderViolations(contract, (name) => `CASE WHEN ${code(name)} IS NULL THEN ${identifier(name)} END`);
	const found = await warehouse.all(`WITH own AS (SELECT *, ${own.map((v) => `${v.sql} AS ${code(v.column)}`).join(', ')} FROM (SELECT *${helperColumns(contract).map((own) => `, ${own}`).join('')} FROM probe))
		SELECT "at", ${[...own.map((v) => code(v.column)), ...pairs.map((v, i) => `${v.sql} AS "pair_${i}"`)].join(', ')} FROM own ORDER BY "at"`);
	const columns = [...own, ...pairs].map((v) => v.column);
	return found.flatMap((row) => Object.values(row).slice(1).flatMap((value, i) => (value === null ? [] : [`${row.at} ${columns[i]} ${value}`])));
}

describe('contracts', () => {
	it.each(DATASETS)('%s: zod and SQL agree on every row, good and bad', async (dataset) => {
		const contract = CONTRACTS[dataset];
		const seen = new Set<string>();
		await fc.assert(
			fc.asyncProperty(fc.array(rowOf(contract), { minLength: 40, maxLength: 40 }), async (rows) => {
				const zod = byZod(contract, rows);
				for (const line of zod) seen.add(line.slice(line.indexOf(' ') + 1));
				expect((await bySql(contract, rows)).sort()).toEqual(zod.sort());
			}),
			{ numRuns: 12 }
		);
		// The rows generated must meet the rules they are to prove.
		expect(seen.size).toBeGreaterThan(contract.columns.length / 2);
	});

	it('accepts a good row and types it', () => {
		const row = { ...Object.fromEntries(CONTRACTS.training.columns.map((column) => [column.name, null])), regency: '51.03', person_key: '198503122010012901', course: 'Netral', completed: 'true', score: '93.75' };
		expect(rowSchema(CONTRACTS.training, AS_OF).parse(row)).toMatchObject({ completed: true, score: 93.75, agency: null });
	});
});
