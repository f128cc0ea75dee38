import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { published } from '../../etl/datasets/published.ts';
import { cycles, publishedWords } from '../../etl/reference/index.ts';
import { tableGroups } from '../../etl/reference/published-tables.ts';
import { regionByCode } from '../../etl/reference/regions.ts';
import { ROOT } from '../../etl/root.ts';
import { sourceSchema } from '../../etl/source.ts';

const folder = join(ROOT, 'data/published');
const source = sourceSchema.parse(JSON.parse(readFileSync(join(folder, 'source.json'), 'utf8')));
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

const figure = z.object({
	row_id: z.string().min(1), table_group: z.string().min(1), role: z.enum(['row', 'printed_total']), level: z.enum(['nation', 'province', 'regency', 'other']),
	region: z.string(), region_label: z.string(), as_of: z.string().regex(/^(\d{4}(-\d{2}){0,2})?$/), as_of_text: z.string(), body: z.string().min(1), measure: z.string().min(1),
	dimension: z.string(), category: z.string(), unit: z.string().min(1), value: z.string().min(1).transform(Number).pipe(z.number().min(0)),
	source_title: z.string().min(1), source_address: z.url(), published_on: z.string().min(1), note: z.string(), cycle: z.string()
});
const rows = source.files.flatMap(({ file }) => z.array(figure).parse(parse(textOf(file), { columns: true })));
const tables = new Map(tableGroups(rows).map((table) => [table.tableGroup, table]));

describe('published figures', () => {
	it('has the columns of the dataset in every file', () => {
		for (const { file } of source.files) expect(textOf(file).split('\n', 1)[0]).toBe(published.columns.map((column) => column.name).join(','));
	});

	it('is sent as real by a national contributor, without the unverified claims', () => {
		expect(source.regency).toBe('all');
		expect(source.files).toHaveLength(6);
		expect(source.files.filter((file) => file.nature !== 'real' || file.dataset !== 'published' || file.as_of !== '2026-11-22')).toEqual([]);
		expect(source.files.map((file) => file.file)).not.toContain('unverified.csv');
	});

	it('identifies every row, area and cycle', () => {
		expect(rows.length).toBe(527);
		expect(new Set(rows.map((row) => row.row_id)).size).toBe(rows.length);
		expect(rows.filter((row) => !regionByCode(row.region))).toEqual([]);
		const codes = new Set(['', ...cycles().map((cycle) => cycle.code)]);
		expect(rows.filter((row) => !codes.has(row.cycle))).toEqual([]);
		const kinds = { nation: ['nation'], province: ['province'], regency: ['regency', 'city'], other: ['province', 'province_government'] };
		expect(rows.filter((row) => !kinds[row.level].includes(regionByCode(row.region)?.kind ?? ''))).toEqual([]);
	});

	it('has words in both languages for every code, category and note', () => {
		const known = new Set(publishedWords().map((word) => `${word.kind} ${word.code}`));
		const used = rows.flatMap((row) => [
			`measure ${row.measure}`, `unit ${row.unit}`,
			...(['dimension', 'category', 'note', 'as_of_text'] as const).filter((name) => row[name]).map((name) => `${name} ${row[name]}`)
		]);
		expect([...new Set(used)].filter((word) => !known.has(word))).toEqual([]);
	});
});

describe('printed tables', () => {
	it.each([
		['sulbar-2024', 7, 43],
		['sultra-2020', 7, 188],
		['sulsel-pemilu-2024', 21, 69],
		['jatim-kasn-2020', 14, 42],
		['sulsel-pilkada-2024-07', 10, 46],
		['jateng-2020-05', 6, 36],
		['jateng-2020-08', 6, 63],
		['jatim-bawaslu-2020', 14, 23],
		['sumbar-2020-08', 11, 19],
		['kemendagri-pilkada-2024-keadaan', 5, 1158],
		['bawaslu-pemilu-2019-hasil', 3, 999]
	])('%s closes: %i rows make %i', (group, count, total) => {
		expect(tables.get(group)).toEqual({ tableGroup: group, rows: count, sum: total, printedTotal: total, difference: 0, closes: 'yes' });
	});

	it.each([
		['bawaslu-2019-provinsi', 162, 165],
		['bawaslu-2019-bentuk', 133, 165],
		['malut-2020-10-22', 120, 118],
		['malut-2020-11-05', 130, 131],
		['malut-2020-final', 183, 176],
		['malut-2020-retold-2024', 170, 176],
		['sulsel-pilkada-2024-09', 102, 117],
		['bawaslu-pilkada-2024-hasil', 413, 433],
		['bawaslu-pilkada-2020-akhir', 1451, 1546]
	])('%s does not close: rows make %i, printed is %i', (group, sum, printedTotal) => {
		expect(tables.get(group)).toMatchObject({ sum, printedTotal, difference: sum - printedTotal, closes: 'no' });
	});

	it('compares nothing else, and never adds different things up', () => {
		const closing = [...tables.values()].filter((table) => table.closes !== 'no_total');
		expect(closing.filter((table) => table.closes === 'no')).toHaveLength(9);
		const without = rows.filter((row) => tables.get(row.table_group)?.closes === 'no_total');
		const mixed = [...Map.groupBy(without, (row) => row.table_group).values()].filter((own) => new Set(own.map((row) => [row.body, row.measure, row.unit, row.dimension].join())).size > 1);
		expect(mixed).toEqual([]);
	});

	it('takes a total from the paper that printed the table', () => {
		const own = (group: readonly (typeof rows)[number][]) => [group.filter((row) => row.role === 'row'), group.find((row) => row.role === 'printed_total')] as const;
		const foreign = [...Map.groupBy(rows, (row) => row.table_group)].filter(([, group]) => {
			const [details, total] = own(group);
			return total !== undefined && details.some((row) => row.source_title !== total.source_title || row.source_address !== total.source_address);
		});
		expect(foreign.map(([name]) => name)).toEqual([]);
		expect(tables.get('pns-provinsi-2023')).toMatchObject({ rows: 38, sum: 3_732_415, printedTotal: null, closes: 'no_total' });
	});

	it('counts violations where the paper counts violations', () => {
		expect(rows.filter((row) => row.measure === 'violations' && row.unit === 'people').map((row) => row.row_id)).toEqual([]);
	});

	it('calls nobody proven by a list longer than the proven of its own text', () => {
		const malut = rows.filter((row) => row.table_group.startsWith('malut-2020-10-22'));
		expect(malut.filter((row) => row.measure === 'proven_asn').map((row) => row.value)).toEqual([98]);
	});

	it('handles shares, a total without rows and two totals', () => {
		const row = (role: 'row' | 'printed_total', value: number) => ({ table_group: 't', role, value });
		expect(tableGroups([row('row', 0.1), row('row', 0.2), row('printed_total', 0.3)])[0]?.closes).toBe('yes');
		expect(tableGroups([row('printed_total', 5)])[0]).toEqual({ tableGroup: 't', rows: 0, sum: null, printedTotal: 5, difference: null, closes: 'no_total' });
		expect(tableGroups([])).toEqual([]);
		expect(() => tableGroups([row('printed_total', 1), row('printed_total', 2)])).toThrow(/2 printed totals/);
	});
});
