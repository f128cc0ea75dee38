import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { expect, inject, test } from 'vitest';

const address = inject('address');
const COLUMNS =
	'release,nature,source,as_of,cycle,region_code,region_name,metric,breakdown,category,unit,period_start,period_end,numerator,denominator,value,ci95_lower,ci95_upper,benchmark,benchmark_value,verdict,status,note,definition';
const PAGES = ['ringkasan', 'pelanggaran', 'pelatihan', 'sosialisasi', 'angka-terbit', 'data'] as const;
const get = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${address}${path}`, init);

for (const page of PAGES) {
	test(`${page}: the brief has its columns in order, a status in every row, and no number where it is not ok`, async () => {
		const response = await get(`/unduh/${page}?nature=contoh&format=csv`);
		expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		const text = await response.text();
		expect(text.split('\r\n')[0]).toBe(COLUMNS);
		const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			expect(row.status).toMatch(/^(ok|suppressed|not_received|not_published|not_applicable|provisional|revised)$/);
			if (row.status !== 'ok') expect([row.value, row.numerator, row.denominator, row.ci95_lower, row.verdict]).toEqual(['', '', '', '', '']);
			expect(row.nature).toBe(page === 'angka-terbit' ? 'real' : 'contoh');
		}
	});
}

test('Arrow, Parquet, Excel Indonesia and JSON hold the same table as CSV', async () => {
	const path = '/unduh/pelatihan?nature=contoh&card=selesai';
	const csv = parse(await (await get(`${path}&format=csv`)).text(), { bom: true, columns: true }) as Record<string, string>[];
	const values = csv.map((r) => (r.value === '' ? null : Number(r.value)));
	const arrow = tableFromIPC(new Uint8Array(await (await get(`${path}&format=arrow`)).arrayBuffer()));
	expect(arrow.schema.fields.map((f) => f.name).join(',')).toBe(COLUMNS);
	expect([...(arrow.getChild('value') ?? [])]).toEqual(values);
	const folder = mkdtempSync(join(tmpdir(), 'pantau-parquet-'));
	try {
		const file = join(folder, 'brief.parquet');
		writeFileSync(file, Buffer.from(await (await get(`${path}&format=parquet`)).arrayBuffer()));
		const connection = await (await DuckDBInstance.create()).connect();
		const read = await connection.runAndReadAll(`SELECT value FROM read_parquet('${file}')`);
		expect(read.getRowsJS().map(([v]) => v)).toEqual(values);
	} finally {
		rmSync(folder, { recursive: true });
	}
	const excel = parse(await (await get(`${path}&format=csv-id`)).text(), { bom: true, columns: true, delimiter: ';' }) as Record<string, string>[];
	expect(excel.map((r) => (r.nilai === '' ? null : Number((r.nilai ?? '').replace(',', '.'))))).toEqual(values);
	const json = (await (await get(`${path}&format=json`)).json()) as { value: number | null }[];
	expect(json.map((r) => r.value)).toEqual(values);
});

test('the API answers in JSON, CSV and Arrow and refuses what it does not know with problem details', async () => {
	const path = '/api/v1/answers?metrics=training_completion,proven_per_1000&cycle=PILKADA-2024&region=51.02,ID&nature=contoh';
	const json = (await (await get(path)).json()) as { rows: { metric: string; verdict: string | null }[] };
	expect(json.rows).toHaveLength(4);
	const csv = await (await get(path, { headers: { accept: 'text/csv' } })).text();
	expect(csv.split('\r\n')[0]).toBe(COLUMNS);
	expect(tableFromIPC(new Uint8Array(await (await get(`${path}&format=arrow`)).arrayBuffer())).numRows).toBe(4);
	for (const bad of ['metrics=persons_proven&format=toString', 'metrics=persons_proven&from=2024-10', 'metrics=none', 'metrics=persons_proven&by=wrong', 'metrics=persons_proven&cycle=X', 'metrics=persons_proven&region=99.99', '']) {
		const response = await get(`/api/v1/answers?${bad}`);
		expect(response.status).toBe(400);
		expect(response.headers.get('content-type')).toContain('application/problem+json');
	}
	expect((await get('/unduh/toString')).status).toBe(404);
	expect((await get('/api/v1/none')).headers.get('content-type')).toContain('application/problem+json');
	for (const list of ['metrics', 'regions', 'cycles', 'openapi.json']) expect((await get(`/api/v1/${list}`)).status).toBe(200);
	expect(((await (await get('/api/v1/regions')).json()) as { regions: unknown[] }).regions.length).toBeGreaterThan(552);
});

test('page, API and brief show the same value and verdict for the same question', async () => {
	const question = 'nature=contoh&cycle=PILKADA-2024';
	const rows = parse(await (await get(`/unduh/pelanggaran?${question}&card=laju`)).text(), { bom: true, columns: true }) as Record<string, string>[];
	const api = (await (await get(`/api/v1/answers?metrics=proven_per_1000&region=51.02,51.03,64.01,18.12,19.02,ID&${question}`)).json()) as { rows: { region_code: string; value: number | null; verdict: string | null }[] };
	expect(api.rows.map((r) => [r.region_code, r.value, r.verdict ?? ''])).toEqual(rows.map((r) => [r.region_code, r.value === '' ? null : Number(r.value), r.verdict]));
});

test('security headers stand on pages, files, data and errors', async () => {
	for (const path of ['/', '/unduh/data', '/api/v1/metrics', '/tidak-ada', '/readyz']) {
		const response = await get(path);
		expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(response.headers.get('referrer-policy'), path).toBe('strict-origin-when-cross-origin');
	}
	expect((await get('/')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('a wrong command line ends with 64 and no stack', () => {
	let status = 0;
	let text = '';
	try {
		execFileSync(process.execPath, ['etl/cli.ts', 'check', 'nothing.csv', '--regency', '51.03'], { encoding: 'utf8', stdio: 'pipe' });
	} catch (error) {
		const failed = error as { status: number; stderr: string };
		status = failed.status;
		text = failed.stderr;
	}
	expect(status).toBe(64);
	expect(text).not.toMatch(/\n\s+at /);
});
