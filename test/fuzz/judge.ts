/** One file of a run: checked, timed, judged; some are checked twice, large tables also row by row. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLarge } from '../../etl/bulk/index.ts';
import { check } from '../../etl/check.ts';
import type { CheckContext, CheckedRow, CheckResult } from '../../etl/findings.ts';
import { inLanguage } from '../../etl/phrase.ts';
import { makeFile, type MakerName } from './make.ts';
import { complaints } from './oracle.ts';

export interface Verdict {
	readonly index: number;
	readonly maker: MakerName;
	readonly from: string;
	readonly size: number;
	readonly outcome: string;
	readonly complaints: readonly string[];
	/** Milliseconds of the check: of the clock or of the processor, whichever is less, so that a busy machine is no fault. */
	readonly took: number;
}

/** A check may take this long. */
export const SLOWEST = 5000;
/** One file in so many is checked twice. */
const TWICE = 20;

async function timed<T>(work: () => Promise<T>): Promise<{ made: T; took: number }> {
	const [clock, used] = [performance.now(), process.cpuUsage()];
	const made = await work();
	const { user, system } = process.cpuUsage(used);
	return { made, took: Math.round(Math.min(performance.now() - clock, (user + system) / 1000)) };
}

/** An answer in an order that does not depend on the way it was found; counted findings stand anywhere, and after too many errors the rest is only counted. */
function said(result: CheckResult, accepted: readonly CheckedRow[]): string {
	const { outcome, dataset, recognised, rows } = result;
	if (result.findings.some(({ code }) => code === 'TOO_MANY_ERRORS')) return JSON.stringify({ outcome, dataset, rows });
	const findings = result.findings.map((own) => JSON.stringify(own.severity === 'info' ? { ...own, row: null, value: null } : own)).sort();
	const held = result.quarantined.map(({ row, codes }) => ({ row, codes: [...codes].sort() }));
	const left = recognised.dropped.map((own) => inLanguage(own, 'id')).sort();
	return JSON.stringify({ outcome, dataset, recognised: { ...recognised, dropped: left }, rows, held, findings, accepted: [...accepted].sort((a, b) => a.row - b.row) }, null, 1);
}

/** The first line in which two answers differ. */
function difference(one: string, other: string): string | null {
	if (one === other) return null;
	const [left, right] = [one.split('\n'), other.split('\n')];
	const at = left.findIndex((line, index) => line !== right[index]);
	return `${left[at]?.trim().slice(0, 200)} / ${right[at]?.trim().slice(0, 200)}`;
}

async function large(bytes: Uint8Array, context: CheckContext): Promise<{ outcome: string; complaints: string[] }> {
	const folder = mkdtempSync(join(tmpdir(), 'pantau-fuzz-'));
	try {
		const path = join(folder, 'x.csv');
		writeFileSync(path, bytes);
		const found = await checkLarge(path, context);
		if (found === null) return { outcome: 'row by row', complaints: [] };
		try {
			const rows: CheckedRow[] = [];
			if (found.rows) for await (const some of found.rows.rows()) rows.push(...some);
			const small = await check(bytes, context);
			const other = difference(said(found.result, rows), said(small, small.accepted));
			return { outcome: found.result.outcome, complaints: [...complaints(found.result, context, rows), ...(other ? [`as columns / row by row: ${other}`] : [])] };
		} finally {
			found.rows?.room.close();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function small(bytes: Uint8Array, context: CheckContext, twice: boolean): Promise<{ outcome: string; complaints: string[] }> {
	const result = await check(bytes, context);
	const again = twice ? difference(JSON.stringify(result, null, 1), JSON.stringify(await check(bytes, context), null, 1)) : null;
	return { outcome: result.outcome, complaints: [...complaints(result, context), ...(again ? [`checked twice: ${again}`] : [])] };
}

/** Makes and judges the file of a place in a run. Never throws. */
export async function judge(seed: string, index: number): Promise<Verdict> {
	const { maker, from, bytes, context } = makeFile(seed, index);
	const about = { index, maker, from, size: bytes.length };
	try {
		const { made, took } = await timed(() => (maker === 'large' ? large(bytes, context) : small(bytes, context, index % TWICE === 0)));
		return { ...about, ...made, took, complaints: [...made.complaints, ...(took > SLOWEST ? [`took ${took} ms`] : [])] };
	} catch (error) {
		return { ...about, outcome: 'thrown', took: 0, complaints: [`thrown: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)}`] };
	}
}
