/** What Pantau copied from the press is not told as sent by a government. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../etl/root.ts';
import { isGathered } from '../../src/lib/server/pages/area-reporting.ts';

const shipped = ['data/published', ...readdirSync(join(ROOT, 'data/submissions'), { withFileTypes: true }).flatMap((d) => (d.isDirectory() ? [`data/submissions/${d.name}`] : []))]
	.map((dir) => JSON.parse(readFileSync(join(ROOT, dir, 'source.json'), 'utf8')) as { readonly office: string; readonly files: readonly { readonly nature: string; readonly office?: string }[] })
	.flatMap(({ office, files }) => files.filter(({ nature }) => nature === 'real').map((file) => file.office ?? office));

it('knows the senders of every real file that ships', () => {
	expect(shipped.length).toBeGreaterThan(5);
	expect(shipped.filter((office) => !isGathered(office))).toEqual([]);
});

it.each(['BKPSDM Kabupaten Badung', 'Bawaslu Kabupaten Paser', 'Dinas Kominfo, Pantauan Daerah'])('takes %s for a sender of its own', (office) => {
	expect(isGathered(office)).toBe(false);
});
