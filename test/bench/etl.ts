/** What was promised about files: a regency's own file, five million rows, a large workbook. Each piece of work in a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../../etl/root.ts';
import { atLeast, atMost, median, reported, type Figure } from './figures.ts';
import { writeLargeFile, writeLargeWorkbook } from './large-file.ts';

const measured = z.object({ rows: z.number(), seconds: z.number(), megabytes: z.number() });
type Measured = z.infer<typeof measured>;

function inProcess(work: string, file: string): Measured {
	return measured.parse(JSON.parse(execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'test/bench/etl-child.ts', work, file], { cwd: ROOT, encoding: 'utf8' })));
}

/** A file through the command line, from a cold process, in seconds. */
export function coldCheck(file: string, regency: string): number {
	const start = performance.now();
	spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'etl/cli.ts', 'check', file, '--regency', regency, '--format', 'json'], { cwd: ROOT, stdio: 'ignore' });
	return (performance.now() - start) / 1000;
}

const times = (n: number, work: () => Measured): Measured[] => Array.from({ length: n }, work);
const of = (all: readonly Measured[], name: 'seconds' | 'megabytes'): number => median(all.map((one) => one[name]));

/** `rows` of the large file; bare read and check with acceptance take turns, so that both meet the same machine. */
export async function fileFigures(rows = 5_000_000): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-bench-files-'));
	const at = (name: string): string => join(folder, name);
	try {
		await writeLargeFile(at('own.csv'), 8_000);
		await writeLargeWorkbook(at('own.xlsx'), 8_000);
		await writeLargeWorkbook(at('large.xlsx'), 49_999);
		const cold = (name: string): number => median([1, 2, 3].map(() => coldCheck(at(name), 'all')));
		const workbook = inProcess('check', at('large.xlsx'));
		const figures = [
			atMost('check, own file of 8,000 rows, CSV, cold process, median of 3', cold('own.csv'), 's', 2),
			atMost('check, own file of 8,000 rows, XLSX, cold process, median of 3', cold('own.xlsx'), 's', 2),
			atMost('check, workbook of 50,000 rows', workbook.seconds, 's', 10),
			atMost('check, workbook of 50,000 rows, peak memory', workbook.megabytes, 'MB', 600)
		];
		await writeLargeFile(at('large.csv'), rows);
		const bare: Measured[] = [];
		const own: Measured[] = [];
		for (let turn = 0; turn < 3; turn += 1) {
			bare.push(inProcess('bare', at('large.csv')));
			own.push(inProcess('accept', at('large.csv')));
		}
		const zod = times(3, () => inProcess('zod', at('large.csv')));
		const perSecond = (all: readonly Measured[]): number => (all[0]?.rows ?? 0) / of(all, 'seconds');
		const million = `${rows / 1_000_000} million rows of training`;
		return [
			...figures,
			reported(`${million}: DuckDB's bare read_csv into a typed table`, Math.round(perSecond(bare)), 'rows/s'),
			reported(`${million}: check with every rule and accept`, Math.round(perSecond(own)), 'rows/s'),
			reported('csv-parse and zod per row, on a sample', Math.round(perSecond(zod)), 'rows/s'),
			atMost(`${million}: check and accept, times the bare read`, of(own, 'seconds') / of(bare, 'seconds'), '×', 3),
			atLeast(`${million}: check and accept, times as fast as csv-parse and zod`, perSecond(own) / perSecond(zod), '×', 2),
			atMost(`${million}: check and accept, peak memory`, Math.max(...own.map((one) => one.megabytes)), 'MB', 1536)
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
