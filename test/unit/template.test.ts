/** A template is recognised as what it is for, empty and filled in. */
import { readXlsx, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { check } from '../../etl/check.ts';
import { codesOf } from '../../etl/datasets/codes.ts';
import { DATASETS, type Column } from '../../etl/datasets/index.ts';
import { templateColumns, templateWorkbook } from '../../etl/template.ts';

/** A value that the column takes. */
function sample(name: string, column: Column | undefined): string {
	if (!column) return { 'Laki-laki': '1', Perempuan: '2', Jumlah: '3', Status: 'Selesai' }[name] ?? '';
	if (column.name === 'case_number') return '001/Reg/LP/PB/Kab/99.01/IX/2024';
	if (column.type === 'code') return codesOf(column)?.[0] ?? '';
	return { text: 'Contoh', integer: '1', decimal: '80', date: '2024-09-12', month_or_date: '2024-09-12', boolean: 'true', nip: '198503122010012901', regency: 'Kabupaten Badung' }[column.type];
}

describe('templates', () => {
	it.each(DATASETS)('%s', async (dataset) => {
		const context = { regency: '51.03', fileName: 'templat.xlsx', asOf: '2026-06-30', dataset };
		const bytes = await templateWorkbook(dataset, 'id');
		const empty = await check(bytes, context);
		expect(empty.findings.map((f) => f.code)).toEqual(['FILE_NO_ROWS']);
		expect(empty.dataset).toBe(dataset);
		const sheets = (await readXlsx(bytes)).sheets;
		const row = templateColumns(dataset).map(({ heading, column }) => (dataset === 'events' && heading === 'Jumlah' ? '' : sample(heading, column)));
		const filled = await check(await writeXlsx({ sheets: [{ name: 'Data', rows: [sheets[0]?.rows[0] ?? [], row] }, { name: 'Petunjuk', rows: sheets[1]?.rows ?? [] }] }), context);
		expect(filled.findings.filter((f) => f.severity !== 'info')).toEqual([]);
		expect(filled.rows).toMatchObject({ read: 1, accepted: 1 });
	});
});
