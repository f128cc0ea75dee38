/** The manifest of a release: what it was made from and what its files must be. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const part = { cells: z.number(), hidden: z.number() };

export const manifestSchema = z.object({
	id: z.string(),
	/** When it was built (UTC). */
	built_at: z.string(),
	/** The latest date any submission speaks about. */
	as_of: z.string(),
	code_version: z.string(),
	engine: z.string(),
	files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() })),
	rows: z.record(z.string(), z.number()),
	/** Non-zero cells and how many the public does not see: all, and in the default comparison of areas, there by kind of viewer too (absent in releases of before). */
	cells: z.object({ ...part, comparison: z.object(part), roles: z.object({ public: z.object(part), regency: z.object(part), province: z.object(part), national: z.object(part) }).optional() }),
	/** Real rows about identifiable persons: demo mode is refused when there is one. */
	real_person_rows: z.number(),
	inputs: z.array(z.object({ submission: z.string(), sha256: z.string() })),
	previous: z.string().nullable(),
	/** Rows per submission that are new, changed or gone against the previous release. */
	changes: z.object({ submissions_added: z.array(z.string()), submissions_removed: z.array(z.string()) })
});
export type Manifest = z.infer<typeof manifestSchema>;

export async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	return { sha256: hash.digest('hex'), bytes: statSync(path).size };
}

/** Manifest of a release folder, or null when there is none. Throws when it is malformed. */
export function readManifest(dir: string): Manifest | null {
	const path = join(dir, 'manifest.json');
	return existsSync(path) ? manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
}

/** Says which file of a release is not what its manifest says; empty when all are. */
export async function verifyRelease(dir: string): Promise<string[]> {
	const manifest = readManifest(dir);
	if (!manifest) return ['manifest.json'];
	const wrong: string[] = [];
	for (const [name, expected] of Object.entries(manifest.files)) {
		const path = join(dir, name);
		if (!existsSync(path) || (await hashFile(path)).sha256 !== expected.sha256) wrong.push(name);
	}
	return wrong;
}
