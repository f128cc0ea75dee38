import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { adapters } from './adapters.ts';
import { type Difference, differences } from './compare.ts';
import { tableCases } from './funnel-tables.ts';

const tolerance = z.record(z.string(), z.number());

const vectorCase = z.object({
	id: z.string(),
	fn: z.string(),
	input: z.unknown(),
	expected: z.unknown(),
	tolerance: tolerance.optional()
});

const vectorFile = z.object({ tolerance: tolerance.optional(), cases: z.array(vectorCase) });

export type VectorCase = z.infer<typeof vectorCase>;

export type Outcome = {
	readonly file: string;
	readonly id: string;
	readonly fn: string;
	/** Empty when the case passed. */
	readonly failures: readonly string[];
};

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

const sentence = (found: Difference): string =>
	`${found.path === '' ? 'answer' : found.path}: expected ${show(found.expected)}, got ${show(found.got)}`;

/** Runs one case; what goes wrong, an unknown `fn` included, is a failure of the case and never thrown. */
export function runCase(one: VectorCase, fallback: Readonly<Record<string, number>>): string[] {
	const adapter = Object.hasOwn(adapters, one.fn) ? adapters[one.fn] : undefined;
	if (!adapter) return [`unknown fn "${one.fn}": expected ${show(one.expected)}, got nothing`];
	try {
		return differences(one.expected, adapter(one.input), one.tolerance ?? {}, fallback).map(sentence);
	} catch (error) {
		return [`expected ${show(one.expected)}, got ${error instanceof Error ? error.message : String(error)}`];
	}
}

function runFile(folder: string, file: string): Outcome[] {
	const read = vectorFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
	return read.cases.map((one) => ({ file, id: one.id, fn: one.fn, failures: runCase(one, read.tolerance ?? {}) }));
}

function runTable(folder: string, file: string): Outcome[] {
	const rows = z
		.array(z.record(z.string(), z.string()))
		.parse(parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true, skip_empty_lines: true }));
	const cases = tableCases(rows);
	if (!cases) return [{ file, id: file, fn: 'funnel table', failures: ['no method knows these columns'] }];
	return cases.map((one) => ({
		file,
		id: one.id,
		fn: 'funnel table',
		failures: differences(one.expected, one.got, one.tolerance, {}).map(sentence)
	}));
}

/** Runs every `NN-name.json` of a folder and the funnel tables (`NN-funnel-….csv`) beside them. */
export function runFolder(folder: string): Outcome[] {
	const files = readdirSync(folder).sort();
	return files.flatMap((file) => {
		if (/^\d+-.+\.json$/.test(file)) {
			try {
				return runFile(folder, file);
			} catch (error) {
				return [{ file, id: file, fn: 'file', failures: [`unreadable: ${error instanceof Error ? error.message : error}`] }];
			}
		}
		return /^\d+-funnel-.+\.csv$/.test(file) ? runTable(folder, file) : [];
	});
}
