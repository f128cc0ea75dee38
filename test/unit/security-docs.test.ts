/** docs/security.md: every core requirement has a row, and every row a test that is there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../etl/root.ts';

/** The core of ASVS 5.0.0 for this project. */
const CORE = 'V1.2.1 V1.2.4 V1.2.10* V1.3.6 V2.2.2 V2.3.3 V2.4.1 V3.3.3 V3.3.4 V3.4.3 V3.4.4 V3.5.1 V4.1.3 V5.2.1 V5.2.2 V5.2.3 V5.3.2 V6.3.1 V6.3.2 V6.3.3 V6.8.2 V7.2.4 V7.3.1 V7.4.1 V7.4.2 V8.2.1 V8.2.2 V8.2.3 V8.3.2* V8.4.1 V10.2.1 V10.5.1 V10.5.4 V11.4.2 V14.2.2 V14.2.6* V14.3.2 V15.2.2 V15.3.1 V16.3.2 V16.4.1'.split(' ');
/** Of single sign-on, which is not built. */
const LATER = ['V1.3.6', 'V6.8.2', 'V10.2.1', 'V10.5.1', 'V10.5.4'];

const text = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const rows = [...text.matchAll(/^\| (V[\d.]+\*?) \| [^|]+ \|[^|]*\| (.+) \|$/gm)].map(([, id = '', proof = '']) => ({ id, proof }));

test('every core requirement has one row', () => {
	expect(rows.map((row) => row.id)).toEqual(CORE);
	expect(rows.filter((row) => row.proof === 'later').map((row) => row.id)).toEqual(LATER);
});

/** Null for a proof that is there; what is missing otherwise. */
function missing(proof: string): string | null {
	const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(proof) ?? [];
	if (file === '' || name === '') return 'names no test';
	try {
		return readFileSync(join(ROOT, file), 'utf8').includes(name) ? null : `no test "${name}" in ${file}`;
	} catch {
		return `no file ${file}`;
	}
}

test.each(rows.filter((row) => row.proof !== 'later'))('$id has a test that is there', ({ proof }) => {
	expect(missing(proof)).toBeNull();
});

test('a row whose test is gone is named', () => {
	expect(missing('`test/access/web.test.ts`: a test nobody wrote')).toContain('no test');
	expect(missing('`test/access/none.test.ts`: x')).toContain('no file');
	expect(missing('somebody looked')).toBe('names no test');
});
