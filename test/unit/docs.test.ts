import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { DICTIONARY, dictionary } from '../../scripts/dictionary.ts';

test('the data dictionary is the one the contracts make', () => {
	expect(readFileSync(DICTIONARY, 'utf8')).toBe(dictionary());
});

test('every module named in docs/architecture.md exists', () => {
	const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
	const named = [...text.matchAll(/`((?:sql|disclosure|publish|pages|filters|(?:server\/)?charts)\/[\w./-]+\.(?:ts|sql))`/g)].map((m) => m[1] ?? '');
	expect(named.length).toBeGreaterThan(3);
	for (const name of named) {
		const found = ['etl', 'etl/build', 'src/lib', 'src/lib/server'].some((base) => {
			try {
				readFileSync(join(ROOT, base, name));
				return true;
			} catch {
				return false;
			}
		});
		expect(found, name).toBe(true);
	}
});
