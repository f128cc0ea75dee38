/** A large table is checked as columns, a small one row by row: the same text gives the same answer both ways. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { prepareRows, writeAccepted } from '../../etl/accept.ts';
import { writeStaged } from '../../etl/bulk/accept.ts';
import { checkLarge, type LargeCheck } from '../../etl/bulk/index.ts';
import { check } from '../../etl/check.ts';
import type { CheckContext, CheckedRow, CheckResult } from '../../etl/findings.ts';
import { locateHome, openHome } from '../../etl/home.ts';
import { openKeys } from '../../etl/keys.ts';
import { inLanguage } from '../../etl/phrase.ts';
import { literal, Warehouse } from '../../etl/warehouse.ts';

const folder = mkdtempSync(join(tmpdir(), 'pantau-bulk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const AS_OF = '2026-06-30';

/** Everything an answer says, in an order that does not depend on the way it was found. */
function said(result: CheckResult, accepted: readonly CheckedRow[]) {
	const { outcome, dataset, recognised, rows, quarantined } = result;
	// Findings that are only counted stand at the first row of their kind; which one that is says nothing.
	const findings = result.findings.map((f) => ({ ...f, row: f.severity === 'info' ? null : f.row, value: f.severity === 'info' ? null : f.value }));
	const order = (f: (typeof findings)[number]): string => `${f.code} ${String(f.row).padStart(8)} ${f.column} ${inLanguage(f.message, 'id')}`;
	return {
		outcome, dataset, rows, quarantined: quarantined.map(({ row, codes }) => ({ row, codes: [...codes].sort() })),
		recognised: { ...recognised, dropped: recognised.dropped.map((own) => inLanguage(own, 'id')).sort() },
		findings: findings.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
		accepted: [...accepted].sort((a, b) => a.row - b.row)
	};
}

async function rowsOf(large: LargeCheck): Promise<CheckedRow[]> {
	const rows: CheckedRow[] = [];
	if (large.rows) for await (const some of large.rows.rows()) rows.push(...some);
	return rows;
}

async function bothWays(bytes: Uint8Array, context: CheckContext): Promise<'compared' | 'row by row'> {
	const path = join(folder, 'input.csv');
	writeFileSync(path, bytes);
	const small = await check(bytes, context);
	const large = await checkLarge(path, context);
	if (large === null) return 'row by row';
	try {
		expect(said(large.result, await rowsOf(large))).toEqual(said(small, small.accepted));
	} finally {
		large.rows?.room.close();
	}
	return 'compared';
}

const HEAD = ['NIP', 'Nama', 'Unit Kerja', 'Kabupaten/Kota', 'Pelatihan', 'Status', 'Tanggal Selesai', 'Nilai', 'Persentase Penyelesaian'];
const two = (n: number): string => String(n).padStart(2, '0');
const nip = (n: number): string => `${1966 + (n % 30)}${two(1 + (n % 12))}${two(1 + (n % 28))}${n % 3 ? '201003' : '202121'}${1 + (n % 2)}9${two(n % 97)}`;
const place = ['Kabupaten Badung', 'Kab. Badung', 'BADUNG', 'Kabupaten Tabanan'];
const goodRow = (n: number): string[] => [nip(n), `Contoh ${n}`, `Dinas ${n % 7}`, place[n % 3] ?? '', 'Netral', n % 4 ? 'Selesai' : 'Belum selesai', n % 4 ? `2026-0${1 + (n % 5)}-1${n % 10}` : '', n % 4 ? `${60 + (n % 40)},5` : '', String(n % 101)];

/** What goes wrong in a cell of a column, or anywhere. */
const TROUBLE: readonly (readonly [column: number, ...texts: string[]])[] = [
	[0, '1,98503E+17', '198503122010012000', "'198503122010012901", '19850312 201001 2 901', 'x', '', '-', '198513122010012901', 'NIP. 198503122010012901'],
	[1, '=1+1', '@SUM(A1)', 'Nur\u2019aini', 'A\u00A0B', 'a\u202Eb', '-', 'Bu\u0434i', '#REF!', '+62 812'],
	[2, '', '  Dinas   Dua ', "'-Dinas", '#N/A', 'Dinas\u200B', 'Bagian Jumlah'],
	[3, '', 'Kab. Pasir', 'Kabupaten Tabanan', 'Kota Badung', '51.03', 'JUMLAH'],
	[4, '', 'Netral 2', '=x'],
	[5, 'Selesai (tidak mencapai nilai kelulusan)', 'Lulus', 'ngawur', '', '-', 'SELESAI'],
	[6, '31/02/2024', '2042-01-01', '04/07/2024', '13/07/2024', '4 Juli 2024', 'x', '45477', '-', '2026-03-05 10:11:12'],
	[7, '104', '-3', '93.75', '1.025', 'x', '0,5', '87,5%', '', 'nihil'],
	[8, '104', '100,5', '-1', '50 %', '', '12 orang']
];
const trouble = fc.integer({ min: 0, max: TROUBLE.length - 1 }).chain((at) => fc.record({ column: fc.constant(TROUBLE[at]?.[0] ?? 0), text: fc.constantFrom(...(TROUBLE[at]?.slice(1) as string[])), row: fc.integer({ min: 0, max: 159 }) }));
const lineTrouble = fc.record({ row: fc.integer({ min: 0, max: 159 }), what: fc.constantFrom('blank', 'spaces', 'empty cells', 'short', 'long', 'repeat', 'same person', 'quoted break', 'total', 'heading', 'wide empty') });
const table = fc.record({
	cells: fc.array(trouble, { maxLength: 9 }),
	lines: fc.array(lineTrouble, { maxLength: 4 }),
	lineEnd: fc.constantFrom('\n', '\r\n'),
	title: fc.boolean(),
	footer: fc.boolean(),
	column: fc.option(fc.constantFrom('conflicting numbers', 'conflicting dates', 'month first', 'apostrophes', 'scientific', 'shares'), { nil: null, freq: 4 }),
	regency: fc.constantFrom('51.03', '51.03', 'all'),
	cycle: fc.constantFrom(undefined, undefined, 'PILKADA-2024', 'PEMILU-2024')
});

function textOf(made: typeof table extends fc.Arbitrary<infer T> ? T : never): string {
	const rows = Array.from({ length: 160 }, (_, n) => goodRow(n));
	rows.forEach((row, n) => {
		if (made.column === 'conflicting numbers' && n % 50 === 3) row[7] = n % 100 === 3 ? '93.75' : '93,75';
		if (made.column === 'conflicting dates') row[6] = n % 2 ? '13/07/2024' : '07/13/2024';
		if (made.column === 'month first') row[6] = `0${1 + (n % 9)}/2${n % 9}/2024`;
		if (made.column === 'apostrophes') row[0] = `'${row[0]}`;
		if (made.column === 'scientific') row[0] = '1,98503E+17';
		if (made.column === 'shares') row[8] = n % 2 ? '0,93' : '1';
	});
	for (const { column, text, row } of made.cells) if (rows[row]) rows[row][column] = text;
	const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	const lines = rows.map((row) => row.map(cell).join(';'));
	for (const { row, what } of made.lines) {
		const own = rows[row] ?? [];
		if (what === 'blank') lines[row] += made.lineEnd;
		if (what === 'spaces') lines[row] += `${made.lineEnd}   `;
		if (what === 'empty cells') lines[row] += `${made.lineEnd};;;;;;;;`;
		if (what === 'short') lines[row] = own.slice(0, 4).map(cell).join(';');
		if (what === 'long') lines[row] += ';geser';
		if (what === 'wide empty') lines[row] += ';;';
		if (what === 'repeat') lines[row] += made.lineEnd + own.map(cell).join(';');
		if (what === 'same person') lines[row] += made.lineEnd + [...own.slice(0, 5), 'Lulus', ...own.slice(6)].map(cell).join(';');
		if (what === 'quoted break') lines[row] = [own[0], `"Contoh${made.lineEnd}Dua"`, ...own.slice(2).map(cell)].join(';');
		if (what === 'heading') lines[row] += made.lineEnd + HEAD.join(';');
		if (what === 'total') lines[row] += `${made.lineEnd}JUMLAH;;;;;;;;100`;
	}
	const head = [...(made.title ? ['REKAP PELATIHAN;;;;;;;;', ''] : []), HEAD.join(';')];
	const foot = made.footer ? ['', 'Sumber: BKPSDM;;;;;;;;', 'Mangupura, 5 Mei 2026;;;;;;;;'] : [];
	return [...head, ...lines, ...foot, ''].join(made.lineEnd);
}

const contextOf = (made: { regency: string; cycle: string | undefined }): CheckContext => ({ regency: made.regency, fileName: 'x.csv', asOf: AS_OF, dataset: 'training', ...(made.cycle ? { source: { file: 'x.csv', nature: 'contoh' as const, as_of: AS_OF, cycle: made.cycle } } : {}) });

describe('large tables', () => {
	it('give the answer of the row-by-row check', { timeout: 120_000 }, async () => {
		let compared = 0;
		await fc.assert(
			fc.asyncProperty(table, async (made) => {
				if ((await bothWays(new TextEncoder().encode(textOf(made)), contextOf(made))) === 'compared') compared += 1;
			}),
			{ numRuns: Number(process.env['BULK_RUNS'] ?? 40) }
		);
		expect(compared).toBeGreaterThan(20);
	});

	it('read Windows-1252 and UTF-16 through a copy', async () => {
		const rows = Array.from({ length: 90 }, (_, n) => goodRow(n).join(';'));
		const text = [HEAD.join(';'), ...rows, ''].join('\n');
		const latin = Uint8Array.from(Buffer.from(text.replace('Contoh 5', 'Contoh \u2013 5').replace('\u2013', '\u0096'), 'latin1'));
		const wide = Uint8Array.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
		for (const bytes of [latin, wide]) expect(await bothWays(bytes, contextOf({ regency: '51.03', cycle: undefined }))).toBe('compared');
	});

	it('accept the same rows: pseudonyms, cycles, types', async () => {
		const context = contextOf({ regency: 'all', cycle: undefined });
		const rows = Array.from({ length: 120 }, (_, n) => goodRow(n).map((text, at) => (at === 3 ? (place[n % 4] ?? '') : at === 6 && text !== '' ? `202${2 + (n % 5)}-0${1 + (n % 6)}-11` : text)).join(';'));
		const path = join(folder, 'accept.csv');
		writeFileSync(path, [HEAD.join(';'), ...rows, ''].join('\n'));
		const env = { PANTAU_HOME: join(folder, 'home') };
		const keys = openKeys(openHome(env) && locateHome(env));
		const warehouse = await Warehouse.open();
		const small = await check(new TextEncoder().encode([HEAD.join(';'), ...rows, ''].join('\n')), context);
		const large = await checkLarge(path, context);
		try {
			expect(large?.rows).toBeTruthy();
			for (const source of [{ as_of: AS_OF }, { as_of: AS_OF, cycle: 'PILKADA-2024' }]) {
				await writeAccepted(join(folder, 'a.parquet'), 'training', prepareRows('training', small.accepted, source, keys), warehouse);
				if (large?.rows) await writeStaged(join(folder, 'b.parquet'), large.rows, source, keys);
				const read = (name: string) => `read_parquet(${literal(join(folder, name))})`;
				const different = await warehouse.all(`(FROM ${read('a.parquet')} EXCEPT ALL FROM ${read('b.parquet')}) UNION ALL (FROM ${read('b.parquet')} EXCEPT ALL FROM ${read('a.parquet')})`);
				expect(different).toEqual([]);
				const [counted] = await warehouse.all(`SELECT count(*) AS n, count(DISTINCT "cycle") AS cycles FROM ${read('b.parquet')}`);
				expect(Number(counted?.['n'])).toBeGreaterThan(100);
				expect(counted?.['cycles']).toBe(source.cycle ? 1 : 2);
			}
		} finally {
			large?.rows?.room.close();
			warehouse.close();
		}
	});

	it('list 500 errors and count the rest by column and code', async () => {
		const rows = Array.from({ length: 900 }, (_, n) => goodRow(n).map((text, at) => (at === 0 && n % 2 ? '1,97806E+17' : at === 8 && n % 3 === 0 ? '104' : text)).join(';'));
		const path = join(folder, 'many.csv');
		writeFileSync(path, [HEAD.join(';'), ...rows, ''].join('\n'));
		const large = await checkLarge(path, contextOf({ regency: '51.03', cycle: undefined }));
		expect(large?.result.outcome).toBe('reject_file');
		expect(large?.result.findings.filter((f) => f.severity === 'error')).toHaveLength(501);
		expect(inLanguage(large?.result.findings.find((f) => f.code === 'TOO_MANY_ERRORS')?.message ?? '', 'id')).toContain('kolom A (NIP): 450 NIP_LOST_DIGITS; kolom I (Persentase Penyelesaian): 300 VALUE_OUT_OF_RANGE');
	});
});
