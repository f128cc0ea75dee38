/** The boundaries of this server: read once when it starts, the same for every viewer. */
import { readFileSync } from 'node:fs';
import { BoundaryError, readBoundaries, type Boundaries } from './read.ts';

let current: Boundaries | null = null;

/** Null where the operator has named no file. */
export const boundaries = (): Boundaries | null => current;

/** Reads the file that `PANTAU_BOUNDARIES` names; null: none. Throws with the file's name and what is wrong with it. */
export function openBoundaries(file: string | null): void {
	if (file === null) {
		current = null;
		return;
	}
	try {
		current = readBoundaries(readFileSync(file, 'utf8'));
		const { provinces, regencies, unplaced } = current;
		console.error(JSON.stringify({ level: unplaced.length > 0 ? 'warn' : 'info', boundaries: file, provinces: provinces.size, regencies: regencies.size, unplaced: unplaced.slice(0, 20) }));
	} catch (error) {
		if (!(error instanceof BoundaryError) && !(error instanceof Error && 'code' in error)) throw error;
		throw new Error(`PANTAU_BOUNDARIES: ${file}: ${error.message}`);
	}
}
