/** One data home, one release of what ships, one built site, one server for all tests of the site. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../../etl/root.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		address: string;
		home: string;
	}
}

export const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
		});
	});

export async function ready(address: string, child: ChildProcess): Promise<void> {
	for (let attempt = 0; attempt < 1800; attempt += 1) {
		if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
		const ok = await fetch(`${address}/readyz`).then((r) => r.status === 200, () => false);
		if (ok) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('the server was not ready in time');
}

export default async function setup(project: TestProject): Promise<() => void> {
	const home = mkdtempSync(join(tmpdir(), 'pantau-home-'));
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const env = { ...process.env, PORT: String(port), PANTAU_HOME: home, NODE_ENV: 'production' };
	const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
	await ready(address, child);
	project.provide('address', address);
	project.provide('home', home);
	return () => {
		child.kill('SIGTERM');
		rmSync(home, { recursive: true, force: true });
	};
}
