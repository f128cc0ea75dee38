/** Refusals that several readers share, with their words. */
import { both, type Bilingual, type Phrase } from '../phrase.ts';
import { ReadProblem } from './grid.ts';

export const ROWS: Bilingual = { id: 'baris', en: 'rows' };
export const COLUMNS: Bilingual = { id: 'kolom', en: 'columns' };

/** FILE_TOO_LARGE: more than `limit` of something, in a sheet or in the file. */
export function tooMany(what: Bilingual, limit: number, where: { readonly sheet?: string | null; readonly row?: number } = {}): ReadProblem {
	const { sheet } = where;
	const inside: Bilingual = sheet ? { id: `lembar "${sheet}" lebih dari `, en: `sheet "${sheet}" has more than ` } : { id: 'lebih dari ', en: 'more than ' };
	return new ReadProblem('FILE_TOO_LARGE', { what: both((say) => `${say(inside)}${limit} ${say(what)}`), limit: both((say) => `${limit} ${say(what)}`) }, where);
}

/** CELL_TOO_LONG, with the place of the cell. */
export function cellTooLong(text: string, limit: number, where: { readonly sheet?: string | null; readonly row: number; readonly column?: number; readonly heading?: string }): ReadProblem {
	return new ReadProblem('CELL_TOO_LONG', { length: String(text.length), limit: String(limit) }, { ...where, value: text.slice(0, 100) });
}

/** FILE_WRONG_TYPE: what the file is, and what to do with it. */
export const wrongType = (what: Phrase, remedy: Phrase, where: { readonly row?: number } = {}): ReadProblem => new ReadProblem('FILE_WRONG_TYPE', { what, remedy }, where);

/** FILE_ZIP_BOMB: what a file unpacks to. */
export function unpacksTooFar(size: number, limits: { readonly unpackedBytes: number; readonly ratio: number }): ReadProblem {
	const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
	return new ReadProblem('FILE_ZIP_BOMB', { size: megabytes(size), limit: megabytes(limits.unpackedBytes), ratio: String(limits.ratio) });
}
