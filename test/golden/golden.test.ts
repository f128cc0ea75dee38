/** Every folder beside this file is a case: an input as a sender would send it, what is known about it, and what the check must say. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { check } from '../../etl/check.ts';
import { DATASETS } from '../../etl/datasets/index.ts';
import type { CheckContext, CheckResult } from '../../etl/findings.ts';
import type { SourceFile } from '../../etl/source.ts';

const HERE = import.meta.dirname;
const contextSchema = z.object({
	regency: z.string(),
	fileName: z.string(),
	asOf: z.string(),
	dataset: z.enum(DATASETS).optional(),
	source: z.custom<SourceFile>((value) => typeof value === 'object').optional()
});

/** What a case pins down: everything but wording. */
function pinned(result: CheckResult) {
	return {
		outcome: result.outcome,
		dataset: result.dataset,
		recognised: result.recognised,
		rows: result.rows,
		findings: result.findings.map(({ code, sheet, row, column, heading, value }) => ({ code, sheet, row, column, heading, value })),
		accepted: result.accepted.map(({ row, values }) => ({ row, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) })),
		quarantined: result.quarantined
	};
}

function contextOf(folder: string): CheckContext {
	const { dataset, source, ...rest } = contextSchema.parse(JSON.parse(readFileSync(join(folder, 'context.json'), 'utf8')));
	return { ...rest, ...(dataset ? { dataset } : {}), ...(source ? { source } : {}) };
}

const cases = readdirSync(HERE, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name)
	.sort();

describe('golden cases', () => {
	for (const name of cases) {
		it(name, async () => {
			const folder = join(HERE, name);
			const input = readdirSync(folder).find((file) => file.startsWith('input.'));
			const result = await check(readFileSync(join(folder, input ?? 'input')), contextOf(folder));
			const expected = join(folder, 'expected.json');
			if (process.env['GOLDEN_WRITE']) writeFileSync(expected, `${JSON.stringify(pinned(result), null, '\t')}\n`);
			expect(pinned(result)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
			expect(result.rows.read).toBe(result.rows.accepted + result.rows.quarantined + result.rows.dropped);
			for (const finding of result.findings) {
				expect(finding.message).not.toMatch(/[{}]/);
				expect(finding.remedy.length).toBeGreaterThan(0);
				expect(finding.value?.length ?? 0).toBeLessThanOrEqual(40);
				expect(`${finding.message} ${finding.value ?? ''}`).not.toMatch(/\d{15}/);
			}
		});
	}
});
