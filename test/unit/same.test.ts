import { describe, expect, test } from 'vitest';
import type { TableSpec } from '#lib/charts/types.ts';
import { sayOnce } from '#lib/ui/same.ts';

const table = (rows: TableSpec['rows']): TableSpec => ({ columns: [{ label: 'Ukuran', numeric: false }, { label: 'Siklus', numeric: false }, { label: 'Nilai', numeric: true }, { label: 'Rentang 95 %', numeric: true }], rows });

describe('what all rows say alike is said once', () => {
	test('texts are named once, empty columns are gone, names and figures stay', () => {
		const { table: left, same } = sayOnce(table([['a', 'Pilkada 2024', '1', ''], ['a', 'Pilkada 2024', '1', ''], ['a', 'Pilkada 2024', '1', '']]));
		expect(left.columns.map((c) => c.label)).toEqual(['Ukuran', 'Nilai']);
		expect(left.rows).toEqual([['a', '1'], ['a', '1'], ['a', '1']]);
		expect(same).toEqual([{ label: 'Siklus', cell: 'Pilkada 2024' }]);
	});
	test('what differs in one row, or in its link, stays', () => {
		const rows = [['a', { text: 'x', href: '/1' }, '1', ''], ['b', { text: 'x', href: '/2' }, '2', ''], ['c', { text: 'x', href: '/1' }, '3', '0,1–0,2']];
		expect(sayOnce(table(rows))).toEqual({ table: table(rows), same: [] });
	});
	test('the reason why a figure is missing stays in its place, also when it is the same everywhere', () => {
		const hidden = { text: 'disembunyikan', status: 'suppressed' } as const;
		const rows = [['a', hidden, hidden, '1'], ['b', hidden, hidden, '1'], ['c', hidden, hidden, '1']];
		expect(sayOnce(table(rows))).toEqual({ table: table(rows), same: [] });
	});
	test('two rows are left as they are', () => {
		const rows = [['a', 'x', '1', ''], ['b', 'x', '2', '']];
		expect(sayOnce(table(rows))).toEqual({ table: table(rows), same: [] });
	});
});
