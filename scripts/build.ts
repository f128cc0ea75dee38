/** Builds the site: the chart script for the browser, then the server. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBuilder } from 'vite';
import { ROOT } from '../etl/root.ts';
import { buildClient } from './build-client.ts';
import { sourceHash, STAMP } from './freshness.ts';

export async function buildSite(): Promise<void> {
	rmSync(STAMP, { force: true });
	await buildClient();
	const builder = await createBuilder({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
	await builder.buildApp();
	writeFileSync(STAMP, sourceHash());
}

if (import.meta.main) await buildSite();
