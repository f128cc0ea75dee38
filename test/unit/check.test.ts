import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../etl/check.ts';
import { kindOfBytes } from '../../etl/check/bytes-kind.ts';
import { MESSAGES } from '../../etl/check/messages.ts';
import { CONTRACTS, DATASETS } from '../../etl/datasets/index.ts';
import type { CheckContext } from '../../etl/findings.ts';
import { findingsCatalogue } from '../../etl/reference/index.ts';

const HEAD = 'NIP;Nama;Unit Kerja;Kabupaten/Kota;Pelatihan;Status;Tanggal Selesai;Nilai;Persentase Penyelesaian';
const context: CheckContext = { regency: '51.03', fileName: 'x.csv', asOf: '2026-06-30', dataset: 'training' };
const line = (nip: string) => `${nip};Nama;BKPSDM;Kabupaten Badung;Netral;Selesai;2026-03-05;70,50;100`;
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('catalogue', () => {
	it('has words in both languages for every code a check can say', () => {
		const said = findingsCatalogue().filter((entry) => !/^(RESUBMIT_|FILE_SAME_AGAIN)/.test(entry.code));
		for (const { code } of said) {
			expect(MESSAGES[code]?.id.message, code).toBeTruthy();
			expect(MESSAGES[code]?.en.remedy, code).toBeTruthy();
		}
	});
});

describe('check', () => {
	it('never throws, whatever the bytes', async () => {
		const texts = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 400 }).map(utf8), fc.array(fc.string(), { maxLength: 9 }).map((cells) => utf8(`${HEAD}\n${cells.join(';')}\n`)));
		await fc.assert(
			fc.asyncProperty(texts, fc.constantFrom(undefined, ...DATASETS), async (bytes, dataset) => {
				const { dataset: _, ...rest } = context;
				const result = await check(bytes, dataset ? { ...rest, dataset } : rest);
				expect(result.rows.read).toBe(result.rows.accepted + result.rows.quarantined + result.rows.dropped);
			}),
			{ numRuns: 300 }
		);
	});

	it('stops at 500 errors and says what recurs', async () => {
		const bytes = utf8([HEAD, ...Array.from({ length: 700 }, () => line('1,97806E+17'))].join('\n') + '\n');
		const result = await check(bytes, context);
		expect(result.outcome).toBe('reject_file');
		expect(result.findings.filter((f) => f.code === 'NIP_LOST_DIGITS')).toHaveLength(500);
		expect(result.findings.find((f) => f.code === 'TOO_MANY_ERRORS')?.message).toMatchObject({ id: expect.stringContaining('kolom A (NIP): 700 NIP_LOST_DIGITS'), en: expect.stringContaining('column A ("NIP"): 700 NIP_LOST_DIGITS') });
	});

	it('names both reports when another one was asked for', async () => {
		const result = await check(utf8(`${HEAD}\n${line('197806152003121951')}\n`), { ...context, dataset: 'cases' });
		expect(result.outcome).toBe('reject_file');
		expect(result.findings[0]?.message.id).toContain('Tabel pelatihan per orang');
		expect(result.findings[0]?.message.id).toContain(CONTRACTS.cases.title.id);
		expect(result.findings[0]?.message.en).toContain('Training table, one person a row');
		expect(result.findings[0]?.message.en).toContain(CONTRACTS.cases.title.en);
		expect(result.findings[0]?.remedy.en).toContain('Case register');
		expect(result.recognised).toMatchObject({ kind: 'training_table', delimiter: ';', headerRows: [1] });
	});

	it('asks a national contributor for the region of every row', async () => {
		const result = await check(utf8(`${HEAD.replace('Kabupaten/Kota;', '')}\n${line('197806152003121951').replace('Kabupaten Badung;', '')}\n`), { ...context, regency: 'all' });
		expect(result.findings.map((f) => f.code)).toContain('REGENCY_UNKNOWN');
	});
});

describe('bytes that cannot be read', () => {
	it.each([
		['%PDF-1.7', 'pdf'],
		['\u0000\u0001\u0002', null],
		['a;b\n1;"2', 'text'],
		['{\\rtf1', 'rtf'],
		['PK\u0003\u0004 xl/workbook.xml', 'xlsx'],
		['PK\u0003\u0004 foto.jpg', 'zip'],
		['', null]
	])('%j are %s', (text, kind) => expect(kindOfBytes(utf8(text))).toBe(kind));
});
