/** Good files to start from: every golden case and every submission up to 300 KB, with what their senders say about them. */
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { CheckContext } from '../../etl/findings.ts';
import { deliveriesOf, readSource, sourceFolders } from '../../etl/load.ts';
import { ROOT } from '../../etl/root.ts';
import { goldenCases } from '../golden/cases.ts';

const LARGEST = 300 * 1024;

export interface Seed {
	readonly name: string;
	readonly form: 'text' | 'zip' | 'json' | 'other';
	readonly bytes: Uint8Array;
	readonly context: CheckContext;
}

function formOf(bytes: Uint8Array, name: string): Seed['form'] {
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
	if (extname(name) === '.json') return 'json';
	return /\.(csv|tsv|txt)$/.test(name) ? 'text' : 'other';
}

function* golden(): Generator<Seed> {
	for (const one of goldenCases) {
		const [bytes, context] = [one.bytes(), one.context()];
		if (bytes.length <= LARGEST) yield { name: `golden/${one.name}`, form: formOf(bytes, context.fileName), bytes, context };
	}
}

function* submissions(): Generator<Seed> {
	for (const folder of sourceFolders(join(ROOT, 'data', 'submissions'))) {
		for (const { path, regency, file } of deliveriesOf(folder, readSource(folder))) {
			if (statSync(path).size > LARGEST) continue;
			const bytes = readFileSync(path);
			const context: CheckContext = { regency, fileName: file.file, asOf: file.as_of, source: file, ...(file.dataset ? { dataset: file.dataset } : {}) };
			yield { name: `submissions/${file.file}`, form: formOf(bytes, file.file), bytes, context };
		}
	}
}

/** All seeds, in the same order on every machine. */
export const SEEDS: readonly Seed[] = [...golden(), ...submissions()];

/** Seeds of one form; never empty. */
export const seedsOf = (form: Seed['form']): readonly Seed[] => SEEDS.filter((seed) => seed.form === form);
