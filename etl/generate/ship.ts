/** Writes the shipped submissions anew: `node etl/generate/ship.ts`. The hand-kept files of real events are left as they are. */
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { generateCountry, generatePilot } from './index.ts';

export const SHIPPED_SEED = 'pantau-2026';
export const SHIPPED_PEOPLE = 4_300_000;
export const COUNTRY_FOLDER = 'negara-contoh';

/** Pilots and country with the shipped seed, into `outDir`. Returns paths relative to it. */
export async function ship(outDir: string): Promise<string[]> {
	const pilots = await generatePilot(outDir, SHIPPED_SEED);
	const country = await generateCountry({ people: SHIPPED_PEOPLE, seed: SHIPPED_SEED, out: join(outDir, COUNTRY_FOLDER) });
	return [...pilots.files, ...country.files.map((file) => join(COUNTRY_FOLDER, file))];
}

if (import.meta.main) {
	const files = await ship(join(ROOT, 'data', 'submissions'));
	console.log(`${files.length} berkas`);
}
