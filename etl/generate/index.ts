/** Seeded synthetic data: the shipped files of the pilots and the synthetic country. */
export { generateCountry, type CountryOptions } from './country.ts';

/** Writes the shipped synthetic files of the five pilot regencies (needs the workbook writer, a development dependency). */
export async function generatePilot(outDir: string, seed: string): Promise<{ files: string[] }> {
	const pilot = await import('./pilot/index.ts');
	return pilot.generatePilot(outDir, seed);
}
