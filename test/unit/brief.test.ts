import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvw } from '../../src/lib/server/export/csvw.ts';
import { METRICS, metricById } from '../../src/lib/metrics/index.ts';
import type { Answer, Cell, CellResult } from '../../src/lib/server/ask/types.ts';
import { BRIEF_COLUMNS, briefCsv, briefCsvIndonesia, briefRows, NUMERIC_COLUMNS, type BriefRow } from '../../src/lib/server/export/brief.ts';

const ORDER =
	'release,nature,source,as_of,cycle,region_code,region_name,metric,breakdown,category,unit,period_start,period_end,numerator,denominator,value,ci95_lower,ci95_upper,benchmark,benchmark_value,verdict,status,note,definition';
const NUMBERS = ['numerator', 'denominator', 'value', 'ci95_lower', 'ci95_upper', 'benchmark_value'];
/** First characters that make a spreadsheet calculate (CWE-1236). */
const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 15 }),
	fc.tuple(fc.constantFrom(...STARTS), fc.string({ maxLength: 10 })).map((parts) => parts.join('')),
	fc.constantFrom('=1+1', '-2', '+62 361', '@SUM(A1)', 'a;b', 'a,b', 'kata "kutip"', 'dua\r\nbaris', "'=1", '1,5', '=HYPERLINK("http://x";"y")')
).filter((t) => !t.includes('\uFEFF'));
const number = fc.oneof(fc.integer({ min: -1000, max: 1e9 }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 0.5, -1.25, 1234.5));
const statuses = ['ok', 'suppressed', 'not_received', 'not_published', 'not_applicable', 'provisional', 'revised'] as const;

const row: fc.Arbitrary<BriefRow> = fc.record(
	Object.fromEntries(BRIEF_COLUMNS.map((name) => [name, name === 'status' ? fc.constantFrom(...statuses) : fc.option<string | number>(NUMERIC_COLUMNS.has(name) ? number : text, { nil: null })]))
) as unknown as fc.Arbitrary<BriefRow>;

const read = (csv: string, delimiter: string): string[][] => parse(csv, { delimiter, relax_column_count: false, record_delimiter: '\r\n' });
/** What a reader of the file gets for a text: itself, with an apostrophe before what would be a formula. */
const kept = (value: string): string => (STARTS.some((s) => value.startsWith(s)) ? `'${value}` : value);

function cell(metricId: string, result: CellResult, over: Partial<Cell> = {}): Cell {
	const metric = metricById(metricId);
	if (!metric) throw new Error(metricId);
	return { metric, region: '51.03', cycle: 'PILKADA-2024', category: null, result, coverage: null, ...over };
}
const ok = (value: number, numerator: number, denominator: number | null): CellResult => ({
	status: 'ok', value, numerator, denominator, interval: { lower: value - 0.25, upper: value + 0.25 }, verdict: 'similar', benchmark: { kind: 'nation', region: 'ID', cycle: 'PILKADA-2024', value: 1.5, contrast: null }
});
const answer = (cells: readonly Cell[], breakdown: Answer['question']['breakdown'] = null): Answer => ({
	release: 'R1', asOf: '2025-01-01',
	question: { metrics: METRICS, regions: ['51.03'], cycles: ['PILKADA-2024'], breakdown, nature: 'contoh' },
	cells
});

describe('brief as CSV', () => {
	it('has the columns that other programs rely on, in their order', () => {
		expect(BRIEF_COLUMNS.join(',')).toBe(ORDER);
		expect([...NUMERIC_COLUMNS].sort()).toEqual([...NUMBERS].sort());
		expect(briefCsv([])).toBe(`${ORDER}\r\n`);
	});

	it('gives every value back, with an apostrophe before what a spreadsheet would calculate', () => {
		fc.assert(
			fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
				const csv = briefCsv(rows);
				expect(csv.startsWith('\uFEFF')).toBe(false);
				const [head, ...body] = read(csv, ',');
				expect(head).toEqual([...BRIEF_COLUMNS]);
				expect(body).toHaveLength(rows.length);
				rows.forEach((r, i) => {
					BRIEF_COLUMNS.forEach((name, column) => {
						const [value, found] = [r[name], body[i]?.[column] ?? 'missing'];
						if (typeof value === 'number') expect(Number(found)).toBe(value === 0 ? 0 : value);
						else expect(found).toBe(value === null ? '' : kept(value));
					});
				});
			}),
			{ numRuns: 200 }
		);
	});

	it('never starts a text cell as a formula, and never puts an apostrophe before a number', () => {
		fc.assert(
			fc.property(row, (r) => {
				const [, cells = []] = read(briefCsv([r]), ',');
				BRIEF_COLUMNS.forEach((name, column) => {
					const found = cells[column] ?? '';
					if (NUMERIC_COLUMNS.has(name)) expect(found.startsWith("'")).toBe(false);
					else for (const start of STARTS) expect(found.startsWith(start)).toBe(false);
				});
			})
		);
	});
});

describe('brief for Excel Indonesia', () => {
	it('begins with a BOM and has Indonesian headings, semicolons and decimal commas', () => {
		const rows = briefRows(answer([cell('proven_per_1000', ok(1.25, 5, 4000))]), 'id');
		const csv = briefCsvIndonesia(rows);
		expect(csv.startsWith('\uFEFFrilis;sifat_data;sumber;')).toBe(true);
		const [head = [], cells = []] = read(csv.slice(1), ';');
		expect(head).toHaveLength(BRIEF_COLUMNS.length);
		const at = (name: string) => cells[head.indexOf(name)];
		expect([at('nilai'), at('batas_bawah_95'), at('batas_atas_95'), at('nilai_pembanding')]).toEqual(['1,25', '1', '1,5', '1,5']);
		expect([at('pembilang'), at('penyebut'), at('status'), at('putusan')]).toEqual(['5', '4000', 'ada', 'serupa']);
		expect(at('satuan')).toBe('per 1.000 ASN');
	});

	it('says the same numbers as the machine CSV', () => {
		fc.assert(
			fc.property(row, (r) => {
				const [, machine = []] = read(briefCsv([r]), ',');
				const [, excel = []] = read(briefCsvIndonesia([r]).slice(1), ';');
				BRIEF_COLUMNS.forEach((name, i) => {
					if (NUMERIC_COLUMNS.has(name)) expect((excel[i] ?? '').replace(',', '.')).toBe(machine[i]);
					else if (name !== 'status' && name !== 'verdict' && name !== 'unit') expect(excel[i]).toBe(machine[i]);
					else for (const start of STARTS) expect((excel[i] ?? '').startsWith(start)).toBe(false);
				});
			})
		);
	});
});

describe('rows of a brief', () => {
	const silent: readonly CellResult[] = [
		{ status: 'suppressed', kind: 'primary' },
		{ status: 'suppressed', kind: 'secondary' },
		{ status: 'suppressed', kind: 'entitled' },
		{ status: 'not_received' },
		{ status: 'not_published' },
		{ status: 'not_applicable' }
	];

	it.each(silent)('hold no number at all where the status is not ok: %o', (result) => {
		const rows = briefRows(answer(METRICS.map((m) => cell(m.id, result, { coverage: { received: 3, expected: 9 } }))), 'id');
		expect(rows).toHaveLength(METRICS.length);
		for (const r of rows) {
			expect(r.status).toBe(result.status);
			for (const name of NUMERIC_COLUMNS) expect(r[name]).toBeNull();
			expect(r.benchmark).toBeNull();
			expect(r.verdict).toBeNull();
			expect(r.note).not.toMatch(/\d/);
		}
		for (const [csv, delimiter] of [[briefCsv(rows), ','], [briefCsvIndonesia(rows).slice(1), ';']] as const) {
			for (const cells of read(csv, delimiter).slice(1)) {
				BRIEF_COLUMNS.forEach((name, i) => {
					if (NUMERIC_COLUMNS.has(name)) expect(cells[i]).toBe('');
				});
			}
		}
	});

	it('tell a true zero from every kind of silence', () => {
		const [zero] = briefRows(answer([cell('persons_proven', { status: 'ok', value: 0, numerator: 0, denominator: null, interval: null, verdict: null, benchmark: null })]), 'id');
		expect(zero).toMatchObject({ status: 'ok', value: 0, numerator: 0, denominator: null });
		const words = silent.map((result) => briefRows(answer([cell('persons_proven', result)]), 'id')[0]?.note);
		expect(new Set(words).size).toBe(silent.length);
	});

	it('say which month a monthly cell is about, and how many regencies an area stands for', () => {
		const [r] = briefRows(answer([cell('persons_reported', ok(12, 12, null), { category: '2024-02', region: '51', coverage: { received: 5, expected: 9 } })], 'month'), 'en');
		const staged = answer([cell('persons_reported', ok(12, 12, null), { category: 'KAMPANYE' })], 'stage');
		expect((['id', 'en'] as const).map((lang) => briefRows(staged, lang)[0]?.category)).toEqual(['Kampanye', 'Campaign']);
		expect(briefRows(staged, 'id', 'codes')[0]?.category).toBe('KAMPANYE');
		expect(r).toMatchObject({ breakdown: 'month', category: '2024-02', period_start: '2024-02-01', period_end: '2024-02-29', note: '5 of 9 regencies have sent', definition: '/definisi/persons_reported' });
	});
});

describe('the description of the CSV', () => {
	it('names every column and every metric in both languages', () => {
		const described = csvw() as { tableSchema: { columns: { name: string; 'dc:description': { id: string; en: string } }[] }; metrics: Record<string, unknown>[] };
		expect(described.tableSchema.columns.map((c) => c.name)).toEqual([...BRIEF_COLUMNS]);
		for (const c of described.tableSchema.columns) expect(c['dc:description'].id && c['dc:description'].en).toBeTruthy();
		expect(described.metrics.map((m) => m.id)).toEqual(METRICS.map((m) => m.id));
		for (const m of described.metrics) for (const field of ['name', 'unit', 'polarity', 'numerator', 'method', 'caveats', 'owner', 'sources']) expect(m[field], `${String(m.id)} ${field}`).toBeTruthy();
	});
});
