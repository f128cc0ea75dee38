/** `npm test`: gates (types, arrows, minimum versions, vectors), then every vitest project; or only the projects named. Ends with the line `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../etl/root.ts';

interface Counts {
	readonly passed: number;
	readonly failed: number;
}

const report = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }))
});

/** Runs a command of node_modules/.bin; its output goes to the terminal. */
function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
	const { status } = spawnSync(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: 'inherit' });
	return status === 0;
}

function gate(name: string, command: string, args: readonly string[]): Counts {
	console.log(`\n▸ ${name}`);
	const holds = run(command, args);
	console.log(`${holds ? '✓' : '✗'} ${name}`);
	return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(projects: readonly string[]): Counts {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-test-'));
	const outputFile = join(folder, 'report.json');
	// A place of its own for passing files: tests look at what is left behind, and not at what other runs leave.
	const TMPDIR = join(folder, 'tmp');
	mkdirSync(TMPDIR);
	try {
		run('vitest', ['run', ...projects.flatMap((name) => ['--project', name]), '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`], { TMPDIR });
		const { numPassedTests, numFailedTests, testResults } = report.parse(JSON.parse(readFileSync(outputFile, 'utf8')));
		// A file whose preparation failed has no test that did.
		const unprepared = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')).length;
		return { passed: numPassedTests, failed: numFailedTests + unprepared };
	} catch {
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

run('svelte-kit', ['sync']);
/** Projects named on the command line run alone, without the gates. */
const projects = process.argv.slice(2);
const results =
	projects.length > 0
		? [tests(projects)]
		: [
				gate('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
				gate('arrows between modules', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src', 'etl', '--output-type', 'err-long']),
				gate('minimum versions', 'node', ['scripts/versions.ts']),
				gate('statistics vectors', 'node', ['scripts/vectors.ts']),
				tests([])
			];
const passed = results.reduce((n, r) => n + r.passed, 0);
const failed = results.reduce((n, r) => n + r.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
