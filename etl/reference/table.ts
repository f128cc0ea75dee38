/** Reads a code list from `data/reference`: checked by zod, read once, errors name file and line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ROOT } from '../root.ts';

/** An empty cell is null. */
export const optional = z.string().transform((text) => (text === '' ? null : text));
export const required = z.string().min(1);
/** ISO date, or null where the list leaves it open. */
export const optionalDate = z.union([z.literal('').transform(() => null), z.iso.date()]);
export const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
export const optionalNumber = z.union([z.literal('').transform(() => null), z.coerce.number()]);
/** Ids of `sources.csv`, separated by semicolons in the file. */
export const sourceIds = z.string().transform((text): readonly string[] => text.split(';').map((id) => id.trim()).filter(Boolean));

/** Keeps the first result; a failed reading is tried again. */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}

/** Parses CSV text with a heading line; every row has all columns. Throws with the line and column that do not fit. */
export function parseRows<S extends z.ZodType>(name: string, text: string, schema: S): readonly z.infer<S>[] {
	const rows: unknown = parse(text, { columns: true, bom: true, skip_empty_lines: true });
	return z.array(z.unknown()).parse(rows).map((row, index) => {
		const result = schema.safeParse(row);
		if (result.success) return result.data;
		const [issue] = result.error.issues;
		throw new Error(`${name}, record ${index + 1}, column ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? 'not valid'}`);
	});
}

/** A loader of `data/reference/<file>`, cached. */
export function table<S extends z.ZodType>(file: string, schema: S): () => readonly z.infer<S>[] {
	return once(() => parseRows(file, readFileSync(join(ROOT, 'data/reference', file), 'utf8'), schema));
}
