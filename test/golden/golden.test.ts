/** Every folder beside this file is a case: an input as a sender would send it, what is known about it, and what the check must say. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../etl/check.ts';
import { spokenRecognised } from '../../etl/check/spoken.ts';
import type { CheckResult } from '../../etl/findings.ts';
import { inLanguage } from '../../etl/phrase.ts';
import { goldenCases } from './cases.ts';

/** What a case pins down: everything but the wording of findings (test/unit/words.test.ts reads that); what was left out is pinned in Indonesian. */
function pinned(result: CheckResult) {
	return {
		outcome: result.outcome,
		dataset: result.dataset,
		recognised: spokenRecognised(result.recognised, 'id'),
		rows: result.rows,
		findings: result.findings.map(({ code, sheet, row, column, heading, value }) => ({ code, sheet, row, column, heading: heading === null ? null : inLanguage(heading, 'id'), value })),
		accepted: result.accepted.map(({ row, values }) => ({ row, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) })),
		quarantined: result.quarantined
	};
}

describe('golden cases', () => {
	for (const { name, folder, bytes, context } of goldenCases) {
		it(name, async () => {
			const result = await check(bytes(), context());
			const expected = join(folder, 'expected.json');
			if (process.env['GOLDEN_WRITE']) writeFileSync(expected, `${JSON.stringify(pinned(result), null, '\t')}\n`);
			expect(pinned(result)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
			expect(result.rows.read).toBe(result.rows.accepted + result.rows.quarantined + result.rows.dropped);
			for (const finding of result.findings) {
				expect(finding.value?.length ?? 0).toBeLessThanOrEqual(40);
				expect(`${finding.message.id} ${finding.message.en} ${finding.value ?? ''}`).not.toMatch(/\d{15}/);
			}
		});
	}
});
