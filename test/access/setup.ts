/** A data home with what ships and the watched regencies, a confirmed release, and a server that knows no demo. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../etl/root.ts';
import { buildSite } from '../../scripts/build.ts';
import { isFresh } from '../../scripts/freshness.ts';
import { freePort, ready } from '../e2e/global-setup.ts';
import { writeWorld } from './world.ts';

/** More than any person asks for; the test of the limit has a server of its own. */
const RATE = '100000/100000';

export default async function setup(project: TestProject): Promise<() => void> {
	const home = mkdtempSync(join(tmpdir(), 'pantau-access-'));
	const world = mkdtempSync(join(tmpdir(), 'pantau-world-'));
	writeWorld(world);
	const env = { ...process.env, PANTAU_HOME: home, PANTAU_DEMO: 'off', PANTAU_RATE: RATE, NODE_ENV: 'production' };
	const etl = (...args: string[]): void => {
		try {
			execFileSync(process.execPath, ['etl/cli.ts', ...args], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
		} catch (error) {
			// Planted faults: some files are held or refused.
			if (args[0] !== 'load') throw error;
		}
	};
	etl('load', join(ROOT, 'data', 'submissions'), join(ROOT, 'data', 'published'), world, '--accept-partial');
	etl('build');
	etl('publish', '--by', 'Uji Pengesah');
	if (!isFresh()) await buildSite();
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const child = spawn(process.execPath, ['scripts/serve.ts'], { cwd: ROOT, env: { ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
	await ready(address, child);
	project.provide('address', address);
	project.provide('home', home);
	return () => {
		child.kill('SIGTERM');
		for (const dir of [home, world]) rmSync(dir, { recursive: true, force: true });
	};
}
