/** The browser that prints: where it is, and how it is started. Known here and nowhere else. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { locateHome } from '#etl/home.ts';
import { ROOT } from '#etl/root.ts';

/** The pages are our own HTML, printed without script, network or files: there is nothing for a sandbox to hold back. */
const ARGS = [
	'--no-sandbox',
	'--no-zygote',
	'--disable-gpu',
	'--font-render-hinting=none',
	'--disable-background-networking',
	'--no-first-run',
	'--host-resolver-rules=MAP * ~NOTFOUND'
] as const;
const START_MS = 20_000;
const PACKAGE = z.object({ version: z.string().regex(/^[\w.-]+$/) });

/** Starts the browser at `path`; without one the Chromium from npm, unpacked once into the data home. */
export async function launchChromium(path: string | null): Promise<Browser> {
	const { chromium } = await import('playwright-core');
	return chromium.launch({ executablePath: path ?? (await unpacked()), args: [...ARGS], headless: true, timeout: START_MS, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
}

/**
 * The path of the unpacked browser. The package unpacks into the system's temporary folder under a fixed name, where any
 * user of the machine could have put another program first; so it is shown a new folder of ours, which is renamed when whole.
 */
async function unpacked(): Promise<string> {
	const entry = createRequire(join(ROOT, 'package.json')).resolve('@sparticuz/chromium');
	const { version } = PACKAGE.parse(JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')));
	const tmp = join(locateHome().dir, 'tmp');
	const folder = join(tmp, `chromium-${version}`);
	const program = join(folder, 'chromium');
	if (existsSync(program)) return program;
	mkdirSync(tmp, { recursive: true, mode: 0o700 });
	const fresh = mkdtempSync(join(tmp, 'unpacking-'));
	try {
		await unpackInto(fresh);
		if (!existsSync(program)) renameSync(fresh, folder);
		return program;
	} finally {
		rmSync(fresh, { recursive: true, force: true });
	}
}

async function unpackInto(folder: string): Promise<void> {
	const before = process.env.TMPDIR;
	try {
		process.env.TMPDIR = folder;
		const { default: packaged } = await import('@sparticuz/chromium');
		await packaged.executablePath();
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
}
