/** The folders beside this file: an input as a sender would send it, and what is known about it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATASETS } from '../../etl/datasets/index.ts';
import type { CheckContext } from '../../etl/findings.ts';
import type { SourceFile } from '../../etl/source.ts';

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

/** All golden cases, by name. */
export const goldenCases: readonly GoldenCase[] = readdirSync(import.meta.dirname, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }): GoldenCase => {
		const folder = join(import.meta.dirname, name);
		const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input';
		return { name, folder, bytes: () => readFileSync(join(folder, input)), context: () => contextOf(folder) };
	})
	.sort((a, b) => a.name.localeCompare(b.name));
