/** The version of what makes a release: the code of the pipeline and the reference data, as one hash. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const MAKERS = ['etl', 'src/lib/metrics', 'src/lib/statistics', 'src/lib/server/disclosure', 'data/reference'];

let known: string | null = null;

/** `<version in package.json>+<hash>`: another text whenever the same files could give another release. */
export function codeVersion(): string {
	if (known !== null) return known;
	const hash = createHash('sha256');
	for (const folder of MAKERS) {
		const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /\.(ts|sql|csv|json)$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.sort();
		for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
	}
	const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
	known = `${version}+${hash.digest('hex').slice(0, 12)}`;
	return known;
}
