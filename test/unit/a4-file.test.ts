/** A brief is printed from the page that its reader asked for, or not at all. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { regionByCode } from '../../etl/reference/regions.ts';
import { parseRole, scopeOfAccount } from '../../src/lib/server/access/scope.ts';
import { a4Pdf } from '../../src/lib/server/export/a4-file.ts';
import { printer } from '../../src/lib/server/export/pdf.ts';
import { a4Asked, printedFrom, type A4Asked } from '../../src/lib/server/pages/a4-context.ts';
import type { OpenRelease } from '../../src/lib/server/release/release.ts';
import { BusyError } from '../../src/lib/server/warehouse/warehouse.ts';

const home = mkdtempSync(join(tmpdir(), 'pantau-a4-'));
const was = process.env['PANTAU_HOME'];
beforeAll(() => void (process.env['PANTAU_HOME'] = home));
afterAll(async () => {
	await printer.close();
	if (was === undefined) delete process.env['PANTAU_HOME'];
	else process.env['PANTAU_HOME'] = was;
	rmSync(home, { recursive: true, force: true });
});

function asked(role: string): A4Asked {
	const region = regionByCode('51');
	if (!region) throw new Error('no province 51');
	return a4Asked(region, new URLSearchParams('nature=contoh'), { scope: scopeOfAccount({ role: parseRole(role) ?? { role: 'public' } }), who: 'Uji' }, { id: 'R1' } as OpenRelease);
}
/** The page as the site answers it by the time the printer comes to it. */
const site = (from: string, html: string) => ({ origin: 'http://site', fetch: async () => new Response(html, { headers: { 'x-pantau-printed-from': from } }) });

it('is printed for neither, and kept for nobody, when its reader looks through other eyes by the time it is printed', async () => {
	const narrow = asked('regency:51.03');
	expect(printedFrom(narrow)).toBe('R1 regency:51.03');
	await expect(a4Pdf(narrow, site(printedFrom(asked('province:51')), 'wider'))).rejects.toThrow(BusyError);
	await expect(a4Pdf(narrow, site('R2 regency:51.03', 'of another release'))).rejects.toThrow(BusyError);
	const own = await a4Pdf(narrow, site('R1 regency:51.03', 'its own'));
	expect(own.subarray(0, 5).toString()).toBe('%PDF-');
	expect(await a4Pdf(narrow, site('R1 province:51', 'from memory'))).toBe(own);
});
