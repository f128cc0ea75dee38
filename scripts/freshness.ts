/** Whether the built site is the one these sources make: a hash over the sources, kept beside the build. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../etl/root.ts';

export const STAMP = join(ROOT, 'build', 'sources.sha256');

const FOLDERS = ['src', 'etl', 'static', 'scripts'];
const FILES = ['package-lock.json', 'vite.config.ts', 'tsconfig.json'];

export function sourceHash(): string {
	const hash = createHash('sha256');
	for (const file of FILES) hash.update(readFileSync(join(ROOT, file)));
	for (const folder of FOLDERS) {
		const names = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
			.filter((e) => e.isFile() && !e.name.endsWith('.test.ts'))
			.map((e) => join(e.parentPath, e.name))
			.filter((path) => !path.includes(join('static', 'app')))
			.sort();
		for (const path of names) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
	}
	return hash.digest('hex');
}

export const isFresh = (): boolean => existsSync(STAMP) && existsSync(join(ROOT, 'build', 'handler.js')) && readFileSync(STAMP, 'utf8') === sourceHash();
