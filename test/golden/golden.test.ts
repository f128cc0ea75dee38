/** Every folder beside this file but `make` is a case: an input as a sender would send it, what is known about it, and what the check must say. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { check } from '../../etl/check.ts';
import { spokenRecognised } from '../../etl/check/spoken.ts';
import type { CheckResult } from '../../etl/findings.ts';
import { inLanguage } from '../../etl/phrase.ts';
import { KINDS } from '../../etl/recognise/index.ts';
import { findingsCatalogue } from '../../etl/reference/index.ts';
import { goldenCases } from './cases.ts';
import { recipeOf } from './recipe.ts';

/** Hundreds of findings of one kind are pinned by the first ones and their number. */
const PINNED_FINDINGS = 40;

/** What a case pins down: everything but the wording of findings (test/unit/words.test.ts reads that); what was left out is pinned in Indonesian. */
function pinned(result: CheckResult) {
	const more = result.findings.length - PINNED_FINDINGS;
	return {
		outcome: result.outcome,
		dataset: result.dataset,
		recognised: spokenRecognised(result.recognised, 'id'),
		rows: result.rows,
		findings: result.findings.slice(0, PINNED_FINDINGS).map(({ code, sheet, row, column, heading, value }) => ({ code, sheet, row, column, heading: heading === null ? null : inLanguage(heading, 'id'), value })),
		...(more > 0 ? { more_findings: more } : {}),
		accepted: result.accepted.map(({ row, values }) => ({ row, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) })),
		quarantined: result.quarantined
	};
}

const expectedIn = (folder: string): string => join(folder, 'expected.json');

describe('golden cases', () => {
	for (const { name, folder, bytes, context } of goldenCases) {
		it(name, async () => {
			const result = await check(bytes(), context());
			const expected = expectedIn(folder);
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

const expectedSchema = z.object({ recognised: z.object({ kind: z.string().nullable() }), findings: z.array(z.object({ code: z.string() })) });

/** Codes that all cases together say, and kinds of report that they are. */
function covered(): { codes: Set<string>; kinds: Set<string> } {
	const all = goldenCases.filter(({ folder }) => existsSync(expectedIn(folder))).map(({ folder }) => expectedSchema.parse(JSON.parse(readFileSync(expectedIn(folder), 'utf8'))));
	return { codes: new Set(all.flatMap(({ findings }) => findings.map(({ code }) => code))), kinds: new Set(all.flatMap(({ recognised }) => recognised.kind ?? [])) };
}

const without = (wanted: readonly string[], has: ReadonlySet<string>): string[] => wanted.filter((own) => !has.has(own));

/** Codes that no case can say, with the reason. */
const NOT_SAID_BY_A_CHECK: Readonly<Record<string, string>> = {
	FILE_SAME_AGAIN: 'compares with the files loaded before',
	RESUBMIT_NEW: 'compares with the files loaded before',
	RESUBMIT_CHANGED: 'compares with the files loaded before',
	RESUBMIT_UNCHANGED: 'compares with the files loaded before',
	RESUBMIT_MISSING: 'compares with the files loaded before'
};

describe('the cases together', () => {
	const { codes, kinds } = covered();
	const catalogue = findingsCatalogue().map(({ code }) => code);
	const canonical = KINDS.map(({ kind }) => kind).filter((kind) => kind.startsWith('canonical_'));

	it('say every code of the catalogue that a check can say', () => {
		expect(without(catalogue, new Set([...codes, ...Object.keys(NOT_SAID_BY_A_CHECK)]))).toEqual([]);
	});

	it('are every kind of report, and at least three canonical tables', () => {
		expect(without(KINDS.map(({ kind }) => kind), new Set([...kinds, ...canonical]))).toEqual([]);
		expect(canonical.filter((kind) => kinds.has(kind)).length).toBeGreaterThanOrEqual(3);
	});

	it('need every exemption, and each is a code of the catalogue', () => {
		expect(Object.keys(NOT_SAID_BY_A_CHECK).filter((code) => codes.has(code) || !catalogue.includes(code))).toEqual([]);
	});

	it('would be missed', () => {
		expect(without(['FILE_EMPTY', 'FILE_ON_FIRE'], codes)).toEqual(['FILE_ON_FIRE']);
		expect(without(['bps_table', 'tea_leaves'], kinds)).toEqual(['tea_leaves']);
	});
});

describe('recipes', () => {
	it.each([
		['an unknown maker', '{ "make": "pdf" }'],
		['a misspelt key', '{ "make": "text", "text": ["a"], "lineend": "\\n" }'],
		['a formula at no address', '{ "make": "xlsx", "sheets": [{ "name": "A", "rows": [[1]], "formulas": { "A": "1+1" } }] }'],
		['no sheet', '{ "make": "ods", "sheets": [] }']
	])('refuse %s', (_, text) => {
		expect(() => recipeOf(text)).toThrow(z.ZodError);
	});
});
