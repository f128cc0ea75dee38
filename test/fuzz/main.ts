/** `npm run fuzz [-- --runs N --seed S --from I --jobs J --keep DIR]`: files made from a seed, checked, judged. Exit 1 when one fails. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Verdict } from './judge.ts';
import { makeFile } from './make.ts';
import { MOST_MEMORY, run, type Report } from './run.ts';

const { values } = parseArgs({
	options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, from: { type: 'string', default: '0' }, jobs: { type: 'string', default: String(Math.min(4, availableParallelism())) }, keep: { type: 'string' } }
});
const { seed, keep } = values;
const runs = Number(values.runs);
const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

function save({ index, maker, from, complaints }: Verdict, folder: string): void {
	const { bytes, context } = makeFile(seed, index);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${seed}-${index}.bin`), bytes);
	writeFileSync(join(folder, `${seed}-${index}.json`), `${JSON.stringify({ seed, index, maker, from, context, complaints }, null, '\t')}\n`);
}

let done = 0;
function each(verdict: Verdict): void {
	done += 1;
	if (verdict.complaints.length > 0) {
		for (const what of verdict.complaints) console.log(`FAILED seed ${seed} index ${verdict.index} (${verdict.maker}, ${verdict.from}, ${verdict.size} bytes): ${what}`);
		if (keep) save(verdict, keep);
	} else if (keep && runs === 1) save(verdict, keep);
	if (done % 500 === 0) console.log(`${done} of ${runs}`);
}

function totals({ verdicts }: Report): void {
	for (const [maker, own] of Map.groupBy(verdicts, (verdict) => verdict.maker)) {
		const outcomes = [...Map.groupBy(own, ({ outcome }) => outcome)].map(([outcome, list]) => `${outcome} ${list.length}`).sort();
		console.log(`${maker}: ${own.length} files; ${outcomes.join(', ')}`);
	}
	const slowest = verdicts.reduce<Verdict | null>((worst, own) => (worst === null || own.took > worst.took ? own : worst), null);
	if (slowest) console.log(`slowest: index ${slowest.index} (${slowest.maker}, ${slowest.size} bytes) ${slowest.took} ms`);
}

const started = performance.now();
const report = await run({ seed, runs, from: Number(values.from), jobs: Number(values.jobs), each });
totals(report);
console.log(`memory: at most ${megabytes(report.peak)} in a process; on average ${megabytes(report.memory.first)} at the start, ${megabytes(report.memory.last)} at the end`);
const tooMuch = report.peak > MOST_MEMORY;
if (tooMuch) console.log(`FAILED: more than ${megabytes(MOST_MEMORY)} of memory`);
console.log(`${report.verdicts.length} files in ${Math.round((performance.now() - started) / 1000)} s, ${report.failed.length} failed`);
process.exitCode = report.failed.length > 0 || tooMuch ? 1 : 0;
