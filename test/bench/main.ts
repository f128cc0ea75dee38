/** `npm run bench [-- --json]`: what was promised about speed and weight, measured in one run. Needs a release and a built site (`npm start` once). */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { check } from '../../etl/check.ts';
import { ROOT } from '../../etl/root.ts';
import { coldCheck, fileFigures } from './etl.ts';
import { atMost, median, percentile95, type Figure } from './figures.ts';
import { isPagePart, pageFigures } from './pages.ts';

const REPEATS = 7;
async function timed(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

const etl = (home: string, ...args: string[]): void => {
	spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'etl/cli.ts', ...args], { cwd: ROOT, stdio: 'ignore', env: { ...process.env, PANTAU_HOME: home } });
};

async function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

async function startSite(home: string): Promise<{ address: string; child: ChildProcess; seconds: number }> {
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const start = performance.now();
	const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start.ts'], { cwd: ROOT, env: { ...process.env, PORT: String(port), PANTAU_HOME: home }, stdio: 'ignore' });
	while (!(await fetch(`${address}/readyz`).then((r) => r.status === 200, () => false))) await new Promise((resolve) => setTimeout(resolve, 50));
	return { address, child, seconds: (performance.now() - start) / 1000 };
}

async function measure(): Promise<Figure[]> {
	const home = mkdtempSync(join(tmpdir(), 'pantau-bench-'));
	const figures: Figure[] = [];
	try {
		const moodle = join(ROOT, 'data/submissions/51.03-badung/progress.netral-2024.csv');
		figures.push(atMost('check, 8,400-row Moodle CSV, cold process', coldCheck(moodle, '51.03'), 's', 2));
		figures.push(atMost('check, 7,551-row Moodle workbook, cold process', coldCheck(join(ROOT, 'data/submissions/51.03-badung/progress.netral-2023.xlsx'), '51.03'), 's', 2));
		const bytes = readFileSync(moodle);
		const warm: number[] = [];
		for (let i = 0; i < REPEATS; i += 1) warm.push(await timed(() => check(bytes, { regency: '51.03', fileName: 'progress.netral-2024.csv', asOf: '2024-12-31' })));
		figures.push({ name: 'check, rows per second, warm', value: Math.round(8_400_000 / median(warm)), unit: 'rows/s', goal: 'reported', holds: true });
		figures.push(atMost('load of everything that ships', (await timed(() => etl(home, 'load', 'data/published', 'data/submissions', '--accept-partial'))) / 1000, 's', 60));
		figures.push(atMost('build and publish', ((await timed(() => etl(home, 'build'))) + (await timed(() => etl(home, 'publish')))) / 1000, 's', 60));

		const first = await startSite(home);
		try {
			// Asked of this start, so that the browser's changes of the filter below are of questions that their site was never asked either.
			const pages: number[] = [];
			for (const region of ['51.02', '51.03', '64.01', '18.12', '19.02', '73.01', '32.04', '35.01', '12.01', '33.02'])
				for (const path of ['/pelanggaran', '/pelatihan']) pages.push(await timed(() => fetch(`${first.address}${path}?nature=contoh&region=${region}`).then((r) => r.arrayBuffer())));
			figures.push(atMost('a filter change, the answer alone, never asked before, 95th percentile of 20', percentile95(pages), 'ms', 150));
		} finally {
			first.child.kill('SIGTERM');
		}
		await new Promise((resolve) => first.child.once('exit', resolve));
		const site = await startSite(home);
		try {
			figures.push(atMost('second start until ready', site.seconds, 's', 10));
			figures.push(...(await pageFigures(site.address)));
			const again: number[] = [];
			for (let i = 0; i < 50; i += 1) again.push(await timed(() => fetch(`${site.address}/pelanggaran?nature=contoh&region=51.02`).then((r) => r.arrayBuffer())));
			figures.push(atMost('the same page again, median', median(again), 'ms', 50));
		} finally {
			site.child.kill('SIGTERM');
		}
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
	return figures;
}

/** `--only files`, `--only site` (its pages included), or `--only start`, `pages` or `filter` (of the site that runs at `BENCH_ADDRESS`; for `filter` freshly started) measures a part. */
const part = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : 'all';
const figures =
	part !== undefined && isPagePart(part)
		? await pageFigures(z.url().parse(process.env['BENCH_ADDRESS']), [part])
		: [...(part === 'site' ? [] : await fileFigures(Number(process.env['BENCH_ROWS'] ?? 5_000_000))), ...(part === 'files' ? [] : await measure())];
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else for (const f of figures) console.log(`${f.holds ? '✓' : '✗'} ${f.name}: ${f.value} ${f.unit} (${f.goal})`);
process.exitCode = figures.every((f) => f.holds) ? 0 : 1;
