/** The shipped synthetic files of the five pilot regencies, beside the real ones that are kept by hand. */
import { BADUNG, BELITUNG, PASER, TABANAN, TUBABA, type Place } from '../places.ts';
import { writeBadung } from './badung.ts';
import { writeBelitung } from './belitung.ts';
import { writePaser } from './paser.ts';
import { openPilot, type Pilot } from './shared.ts';
import { writeTabanan } from './tabanan.ts';
import { writeTubaba } from './tubaba.ts';

const WRITERS: readonly (readonly [Place, (pilot: Pilot) => Promise<void>])[] = [
	[TABANAN, writeTabanan],
	[BADUNG, writeBadung],
	[PASER, writePaser],
	[TUBABA, writeTubaba],
	[BELITUNG, writeBelitung]
];

/**
 * Writes one folder per pilot regency under `outDir`; the same seed gives the same bytes.
 * Returns the paths written, relative to `outDir`. Throws when source.json would not fit its schema.
 */
export async function generatePilot(outDir: string, seed: string): Promise<{ files: string[] }> {
	const taken = new Set<string>();
	const files: string[] = [];
	for (const [place, write] of WRITERS) {
		const pilot = openPilot(outDir, place, seed, taken);
		await write(pilot);
		pilot.folder.close();
		files.push(...pilot.folder.written);
	}
	return { files };
}
