/** The committed version gate: packages of the lockfile that must not be older than their last security fix. `npm audit` cannot run everywhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../etl/root.ts';

/** Package → the first version without known advisories, and why. */
const MINIMUM: Readonly<Record<string, readonly [version: string, why: string]>> = {
	'@sveltejs/kit': ['3.1.1', 'GHSA-6cf5-gc4q-fm3x'],
	svelte: ['5.55.7', 'CVE-2026-42599'],
	devalue: ['5.9.1', 'GHSA-9rgm-9g3h-6x36'],
	vite: ['8.0.5', 'CVE-2026-39363'],
	'@sveltejs/adapter-node': ['6.0.1', 'BODY_SIZE_LIMIT bypass before'],
	'@duckdb/node-api': ['1.4.0', '1.3.3 carried malware'],
	'@duckdb/node-bindings': ['1.4.0', '1.3.3 carried malware']
};
/** Packages that must not be installed at all. */
const REFUSED: Readonly<Record<string, string>> = { xlsx: 'unmaintained on npm, CVE-2026-38359', exceljs: 'unmaintained since 2023' };

const lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

const numbers = (version: string): number[] => version.split(/[-+]/)[0]?.split('.').map(Number) ?? [];

export function older(version: string, minimum: string): boolean {
	const [a, b] = [numbers(version), numbers(minimum)];
	for (let i = 0; i < 3; i += 1) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return false;
}

/** What is wrong with a lockfile, one sentence each. */
export function faults(lockfile: unknown): string[] {
	const found: string[] = [];
	for (const [path, { version }] of Object.entries(lock.parse(lockfile).packages)) {
		const name = path.split('node_modules/').at(-1) ?? '';
		const refused = REFUSED[name];
		if (refused) found.push(`${name} must not be installed: ${refused}`);
		const rule = MINIMUM[name];
		if (rule && version && older(version, rule[0])) found.push(`${name} ${version} is older than ${rule[0]} (${rule[1]})`);
	}
	return found;
}

if (import.meta.main) {
	const found = faults(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
	for (const line of found) console.error(line);
	process.exitCode = found.length > 0 ? 1 : 0;
}
