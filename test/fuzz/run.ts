/** A run: files dealt out to processes with a watchdog over each. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Verdict } from './judge.ts';
import { makeFile } from './make.ts';
import type { Ask, Told } from './worker.ts';

export interface Run {
	readonly seed: string;
	readonly from: number;
	readonly runs: number;
	readonly jobs: number;
	/** Called for every judged file, in the order they end. */
	readonly each?: (verdict: Verdict) => void;
}

export interface Report {
	readonly verdicts: readonly Verdict[];
	readonly failed: readonly Verdict[];
	/** The most memory that a process had. */
	readonly peak: number;
	/** Mean memory after a file: over the first and the last thousand files (a quarter in a short run). */
	readonly memory: { readonly first: number; readonly last: number };
}

/** A process that says nothing for so long hangs. */
const HANGS = 20_000;
/** No process may take more. */
export const MOST_MEMORY = 600 * 1024 * 1024;

interface Shared {
	next: number;
	peak: number;
	readonly verdicts: Verdict[];
	readonly memory: number[];
}

/** Judges `runs` files from `from` on. Rejects only when no process can be started. */
export async function run(asked: Run): Promise<Report> {
	const shared: Shared = { next: asked.from, peak: 0, verdicts: [], memory: [] };
	await Promise.all(Array.from({ length: asked.jobs }, () => work(asked, shared)));
	const verdicts = shared.verdicts.sort((a, b) => a.index - b.index);
	const window = Math.max(1, Math.min(1000, Math.floor(shared.memory.length / 4)));
	const mean = (list: readonly number[]): number => list.reduce((sum, own) => sum + own, 0) / Math.max(1, list.length);
	const memory = { first: mean(shared.memory.slice(0, window)), last: mean(shared.memory.slice(-window)) };
	return { verdicts, failed: verdicts.filter((own) => own.complaints.length > 0), peak: shared.peak, memory };
}

/** One process after another, until all files are dealt out. */
async function work(asked: Run, shared: Shared): Promise<void> {
	const end = asked.from + asked.runs;
	while (shared.next < end) await oneProcess(asked, shared, end);
}

function oneProcess({ seed, each }: Run, shared: Shared, end: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const child: ChildProcess = fork(join(import.meta.dirname, 'worker.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'] });
		let index: number | null = null;
		let ready = false;
		let hung = false;
		let watchdog: NodeJS.Timeout | undefined;
		const take = (verdict: Verdict): void => {
			shared.verdicts.push(verdict);
			each?.(verdict);
		};
		const ask = (): void => {
			clearTimeout(watchdog);
			index = shared.next < end ? shared.next++ : null;
			if (index === null) {
				child.kill('SIGKILL');
				return;
			}
			watchdog = setTimeout(() => {
				hung = true;
				child.kill('SIGKILL');
			}, HANGS);
			child.send({ seed, index } satisfies Ask);
		};
		child.on('message', (message: Told | 'ready') => {
			ready = true;
			if (message !== 'ready') {
				take(message.verdict);
				shared.memory.push(message.memory);
				shared.peak = Math.max(shared.peak, message.peak);
			}
			ask();
		});
		child.on('exit', (code, signal) => {
			clearTimeout(watchdog);
			if (!ready) return reject(new Error(`no process for fuzzing: ${code ?? signal}`));
			if (index !== null) {
				const { maker, from, bytes } = makeFile(seed, index);
				const what = hung ? `no answer within ${HANGS / 1000} s` : `the process ended: ${code ?? signal}`;
				take({ index, maker, from, size: bytes.length, outcome: hung ? 'hang' : 'crash', complaints: [what], took: HANGS });
			}
			resolve();
		});
	});
}
