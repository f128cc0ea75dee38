/** A share of the fuzz run in every test run, and proof that the oracle can complain. `npm run fuzz` runs as many files as are asked for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../etl/check.ts';
import type { CheckContext, CheckResult } from '../../etl/findings.ts';
import { makeFile, MAKERS } from './make.ts';
import { complaints } from './oracle.ts';
import { MOST_MEMORY, run } from './run.ts';

const context: CheckContext = { regency: '51.03', fileName: 'x.csv', asOf: '2026-06-30' };
const HEAD = 'NIP;Nama;Unit Kerja;Kabupaten/Kota;Pelatihan;Status;Tanggal Selesai;Nilai;Persentase Penyelesaian';
const line = (nip: string, score: string) => `${nip};Nama;BKPSDM;Kabupaten Badung;Netral;Selesai;2026-03-05;${score};100`;
const TEXT = `${[HEAD, line('197806152003121951', '70,5'), line('198503122010012901', '±80'), line('198503122010012902', '-3'), line('197806152003121952', '=1')].join('\n')}\n`;

it('checks 400 files made from a seed: no crash, no hang, every row has one fate', { timeout: 60_000 }, async () => {
	const report = await run({ seed: 'suite', from: 0, runs: 400, jobs: 2 });
	expect(report.failed).toEqual([]);
	expect(report.verdicts).toHaveLength(400);
	expect(report.peak).toBeLessThan(MOST_MEMORY);
	expect(new Set(report.verdicts.map(({ maker }) => maker))).toEqual(new Set(MAKERS));
	const outcomes = Map.groupBy(report.verdicts, ({ outcome }) => outcome);
	for (const outcome of ['accept', 'accept_with_warnings', 'quarantine_rows', 'reject_file']) expect(outcomes.get(outcome)?.length, outcome).toBeGreaterThan(3);
});

it('makes a file again from its seed and index', () => {
	for (let index = 0; index < 60; index++) expect(makeFile('again', index)).toEqual(makeFile('again', index));
	expect(makeFile('again', 1)).not.toEqual(makeFile('other', 1));
});

describe('the oracle', () => {
	let good: CheckResult;
	beforeAll(async () => {
		good = await check(new TextEncoder().encode(TEXT), context);
	});
	const [row, finding] = [() => good.accepted[0], () => good.findings[0]];

	it('has nothing to say about an honest answer', () => {
		expect(good.rows).toEqual({ read: 4, accepted: 1, quarantined: 3, dropped: 0 });
		expect(complaints(good, context)).toEqual([]);
	});

	const doctored: readonly (readonly [string, RegExp, () => unknown])[] = [
		['a lost row', /read 4 ≠ 0/, () => ({ ...good, rows: { ...good.rows, accepted: 0 } })],
		['a negative count', /shape: rows.accepted/, () => ({ ...good, rows: { read: 0, accepted: -3, quarantined: 3, dropped: 0 } })],
		['a held row among the accepted', /accepted and held/, () => ({ ...good, accepted: [{ ...row(), row: good.quarantined[0]?.row }] })],
		['an accepted row that was invented', /come from 2 rows|accepted from 2/, () => ({ ...good, accepted: [...good.accepted, { ...row(), row: 99 }] })],
		['a held row that is not listed', /3 rows held, 2 listed/, () => ({ ...good, quarantined: good.quarantined.slice(1) })],
		['a milder outcome', /findings say quarantine_rows/, () => ({ ...good, outcome: 'accept' })],
		['a refusal that accepts', /refused, yet/, () => ({ ...good, outcome: 'reject_file' })],
		['a value that breaks its contract', /breaks its contract: score/, () => ({ ...good, accepted: [{ ...row(), values: { ...row()?.values, score: 104 } }] })],
		['a column beside the contract', /beside its contract/, () => ({ ...good, accepted: [{ ...row(), values: { ...row()?.values, nik: '1' } }] })],
		['a number too long to be exact', /breaks its contract/, () => ({ ...good, accepted: [{ ...row(), values: { ...row()?.values, score: 1e21 } }] })],
		['an unknown code', /unknown code X/, () => ({ ...good, findings: [{ ...finding(), code: 'X' }] })],
		['a silent language', /shape: findings.0.message.en/, () => ({ ...good, findings: [{ ...finding(), message: { id: 'x', en: '' } }] })],
		['a place left open', /\{heading\} is not filled in/, () => ({ ...good, findings: [{ ...finding(), message: { id: 'kolom {heading}', en: 'x' } }] })],
		['a NIP that is shown', /a long number is shown/, () => ({ ...good, recognised: { ...good.recognised, dropped: ['kolom 197806152003121951'] } })],
		['a long value', /shape: findings.0.value/, () => ({ ...good, findings: [{ ...finding(), value: 'x'.repeat(41) }] })],
		['half a character', /half a character/, () => ({ ...good, findings: [{ ...finding(), value: '\ud83d' }] })]
	];
	it.each(doctored)('sees %s', (_, what, made) => {
		expect(complaints(made() as CheckResult, context).join('\n')).toMatch(what);
	});

	it('sees a changed prototype', () => {
		Object.defineProperty(Object.prototype, 'polluted', { value: true, configurable: true, enumerable: false });
		try {
			expect(complaints(good, context)).toContain('a prototype was changed');
		} finally {
			Reflect.deleteProperty(Object.prototype, 'polluted');
		}
	});
});
