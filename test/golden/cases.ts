/** The folders beside this file: an input as a sender would send it (or the recipe of one), and what is known about it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATASETS } from '../../etl/datasets/index.ts';
import type { CheckContext } from '../../etl/findings.ts';
import type { SourceFile } from '../../etl/source.ts';
import { maker, recipeOf } from './recipe.ts';

const contextSchema = z.object({
	regency: z.string(),
	fileName: z.string(),
	asOf: z.string(),
	dataset: z.enum(DATASETS).optional(),
	source: z.custom<SourceFile>((value) => typeof value === 'object').optional()
});

export interface GoldenCase {
	readonly name: string;
	readonly folder: string;
	readonly bytes: () => Uint8Array;
	readonly context: () => CheckContext;
}

function contextOf(folder: string): CheckContext {
	const { dataset, source, ...rest } = contextSchema.parse(JSON.parse(readFileSync(join(folder, 'context.json'), 'utf8')));
	return { ...rest, ...(dataset ? { dataset } : {}), ...(source ? { source } : {}) };
}

/** `input.*` as it is, or what `recipe.json` makes; a folder holds one of the two. */
async function bytesOf(folder: string): Promise<() => Uint8Array> {
	const [input, second] = readdirSync(folder).filter((file) => file.startsWith('input.') || file === 'recipe.json');
	if (input === undefined || second !== undefined) throw new Error(`${folder}: needs one input.* or recipe.json`);
	const file = join(folder, input);
	return input === 'recipe.json' ? maker(recipeOf(readFileSync(file, 'utf8'))) : () => readFileSync(file);
}

const NOT_CASES = new Set(['make']);
const names = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !NOT_CASES.has(entry.name)).map(({ name }) => name);

/** All golden cases, by name. */
export const goldenCases: readonly GoldenCase[] = await Promise.all(
	names
		.sort((a, b) => a.localeCompare(b))
		.map(async (name): Promise<GoldenCase> => {
			const folder = join(import.meta.dirname, name);
			return { name, folder, bytes: await bytesOf(folder), context: () => contextOf(folder) };
		})
);
