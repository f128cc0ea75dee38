/** A process that judges the files it is asked for, one at a time; its parent ends it when one takes too long. */
import { judge, type Verdict } from './judge.ts';

export interface Ask {
	readonly seed: string;
	readonly index: number;
}
export interface Told {
	readonly verdict: Verdict;
	/** Bytes of memory after the file, and the most there were. */
	readonly memory: number;
	readonly peak: number;
}

process.on('message', (ask: Ask) => {
	void judge(ask.seed, ask.index).then((verdict) => {
		const told: Told = { verdict, memory: process.memoryUsage().rss, peak: process.resourceUsage().maxRSS * 1024 };
		process.send?.(told);
	});
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
