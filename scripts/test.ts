/**
 * `npm test`: gates (types, arrows, minimum versions, vectors, the build), then every vitest project, the pages in a browser beside
 * the rest; or only the projects named. Ends with the line `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
function run(command: string, args: readonly string[]): boolean {
	const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
	return status === 0;
}

function gate(name: string, command: string, args: readonly string[]): Counts {
	console.log(`\n▸ ${name}`);
	const holds = run(command, args);
	console.log(`${holds ? '✓' : '✗'} ${name}`);
	return holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs vitest with a place of its own for passing files; where `later`, its words are kept there and printed when it has ended, so that two runs do not mix theirs. */
async function vitest(args: readonly string[], folder: string, isLater: boolean): Promise<void> {
	const TMPDIR = join(folder, 'tmp');
	mkdirSync(TMPDIR);
	const later = isLater ? join(folder, 'words') : null;
	const child = spawn('vitest', args, { cwd: ROOT, env: { ...process.env, TMPDIR }, stdio: later ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
	const words = later ? createWriteStream(later) : null;
	for (const stream of [child.stdout, child.stderr]) if (words) stream?.pipe(words, { end: false });
	await new Promise((resolve) => child.once('close', resolve));
	if (!words || !later) return;
	await new Promise<void>((resolve) => words.end(resolve));
	process.stdout.write(readFileSync(later));
}

async function tests(projects: readonly string[], { isBeside = false, workers = '' } = {}): Promise<Counts> {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-test-'));
	const outputFile = join(folder, 'report.json');
	try {
		const limits = workers === '' ? [] : [`--maxWorkers=${workers}`];
		await vitest(['run', ...projects.flatMap((name) => ['--project', name]), ...limits, '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`], folder, isBeside);
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
		? [await tests(projects)]
		: [
				gate('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
				gate('arrows between modules', 'depcruise', ['--config', '.dependency-cruiser.cjs', 'src', 'etl', '--output-type', 'err-long']),
				gate('minimum versions', 'node', ['scripts/versions.ts']),
				gate('statistics vectors', 'node', ['scripts/vectors.ts']),
				// Both runs serve it: built once, before them.
				gate('the site is built', 'node', ['scripts/build.ts']),
				...(await Promise.all([tests(['site']), tests(['access', 'unit'], { isBeside: true, workers: '1' })]))
			];
const passed = results.reduce((n, r) => n + r.passed, 0);
const failed = results.reduce((n, r) => n + r.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
