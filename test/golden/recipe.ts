/** What a golden folder may hold instead of a file: a recipe by which the file is made. */
import { z } from 'zod';
import { longCell, zipBomb } from './make/large.ts';
import { odsOf } from './make/ods.ts';
import { parquetOf } from './make/parquet.ts';
import { sheetSchema } from './make/sheets.ts';
import { textOf, textSchema } from './make/text.ts';
import { xlsxOf } from './make/xlsx.ts';

const sheets = z.array(sheetSchema).min(1);

const recipeSchema = z.discriminatedUnion('make', [
	z.strictObject({ make: z.literal('xlsx'), sheets }),
	z.strictObject({ make: z.literal('ods'), sheets }),
	textSchema,
	z.strictObject({ make: z.literal('parquet'), columns: z.record(z.string(), z.string()), rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(1) }),
	z.strictObject({ make: z.literal('zip_bomb'), megabytes: z.int().min(1) }),
	z.strictObject({ make: z.literal('long_cell'), characters: z.int().min(1) })
]);
export type Recipe = z.infer<typeof recipeSchema>;

/** Throws for a recipe that is not well written. */
export const recipeOf = (text: string): Recipe => recipeSchema.parse(JSON.parse(text));

/** How to get the file; it is made when asked for, and a Parquet file now, as its writer takes its time. */
export async function maker(recipe: Recipe): Promise<() => Uint8Array> {
	if (recipe.make !== 'parquet') return () => made(recipe);
	const bytes = await parquetOf(recipe.columns, recipe.rows);
	return () => bytes;
}

function made(recipe: Exclude<Recipe, { make: 'parquet' }>): Uint8Array {
	switch (recipe.make) {
		case 'xlsx':
			return xlsxOf(recipe.sheets);
		case 'ods':
			return odsOf(recipe.sheets);
		case 'text':
			return textOf(recipe);
		case 'zip_bomb':
			return zipBomb(recipe.megabytes);
		case 'long_cell':
			return longCell(recipe.characters);
	}
}
