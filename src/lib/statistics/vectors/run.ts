import { existsSync, readFileSync, readdirSync } from 'node:fs';
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
	/** Misses of optional fields, which do not fail the case. */
	readonly notes: readonly string[];
};

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

const sentence = (found: Difference): string =>
	`${found.path === '' ? 'answer' : found.path}: expected ${show(found.expected)}, got ${show(found.got)}`;

/**
 * Fields the description of the vectors calls optional. Their source stops its search about 3e-9 from the root, which
 * is more than the tolerance of the cases; a miss is told and not counted.
 */
const isOptional = (path: string): boolean => path.startsWith('diff_score_');

type Verdicts = { failures: string[]; notes: string[] };

function told(found: readonly Difference[]): Verdicts {
	return {
		failures: found.filter(({ path }) => !isOptional(path)).map(sentence),
		notes: found.filter(({ path }) => isOptional(path)).map(sentence)
	};
}

const failure = (text: string): Verdicts => ({ failures: [text], notes: [] });

/** Runs one case; what goes wrong, an unknown `fn` included, is a failure of the case and never thrown. */
export function runCase(one: VectorCase, fallback: Readonly<Record<string, number>>): Verdicts {
	const adapter = Object.hasOwn(adapters, one.fn) ? adapters[one.fn] : undefined;
	if (!adapter) return failure(`unknown fn "${one.fn}": expected ${show(one.expected)}, got nothing`);
	try {
		return told(differences(one.expected, adapter(one.input), one.tolerance ?? {}, fallback));
	} catch (error) {
		return failure(`expected ${show(one.expected)}, got ${error instanceof Error ? error.message : String(error)}`);
	}
}

function runFile(folder: string, file: string): Outcome[] {
	const read = vectorFile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
	return read.cases.map((one) => ({ file, id: one.id, fn: one.fn, ...runCase(one, read.tolerance ?? {}) }));
}

function runTable(folder: string, file: string): Outcome[] {
	const rows = z
		.array(z.record(z.string(), z.string()))
		.parse(parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true, skip_empty_lines: true }));
	const cases = tableCases(rows);
	if (!cases) return [{ file, id: file, fn: 'funnel table', ...failure('no method knows these columns') }];
	return cases.map((one) => ({
		file,
		id: one.id,
		fn: 'funnel table',
		...told(differences(one.expected, one.got, one.tolerance, {}))
	}));
}

/** Runs every `NN-name.json` of a folder and the funnel tables (`NN-funnel-….csv`) beside them. */
export function runFolder(folder: string): Outcome[] {
	if (!existsSync(folder)) return [{ file: folder, id: folder, fn: 'folder', ...failure('there is no such folder') }];
	const files = readdirSync(folder).sort();
	return files.flatMap((file) => {
		if (/^\d+-.+\.json$/.test(file)) {
			try {
				return runFile(folder, file);
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				return [{ file, id: file, fn: 'file', ...failure(`unreadable: ${reason}`) }];
			}
		}
		return /^\d+-funnel-.+\.csv$/.test(file) ? runTable(folder, file) : [];
	});
}
