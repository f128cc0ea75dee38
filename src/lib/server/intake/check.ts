/** A contributor's file through the check: a process of its own with little memory and a deadline, in a folder that is gone afterwards. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '#etl/root.ts';
import type { Lang } from '../../i18n/index.ts';
import { BusyError } from '../warehouse/warehouse.ts';

const DEADLINE_MS = 60_000;
const HEAP_MB = 768;
/** Checks at one time, and how many may wait. */
const AT_ONCE = 1;
const WAITING = 4;

const count = z.number().int().min(0);
const finding = z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), sheet: z.string().nullable(), row: z.number().nullable(), column: z.string().nullable(), heading: z.string().nullable(), value: z.string().nullable(), message: z.string(), remedy: z.string() });
const answer = z.object({
	outcome: z.enum(['accept', 'accept_with_warnings', 'quarantine_rows', 'reject_file']),
	dataset: z.string().nullable(),
	recognised: z.object({
		kind: z.string().nullable(), language: z.string().nullable(), encoding: z.string().nullable(), delimiter: z.string().nullable(), sheet: z.string().nullable(),
		headerRows: z.array(z.number()), dateOrder: z.string().nullable(), decimal: z.string().nullable(), dropped: z.array(z.string())
	}),
	rows: z.object({ read: count, accepted: count, quarantined: count, dropped: count }),
	resubmission: z.object({ new: count, changed: count, same: count, missing: count }),
	findings: z.array(finding)
});
export type CheckAnswer = z.infer<typeof answer>;
export type CheckFinding = z.infer<typeof finding>;

export interface Upload {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly regency: string;
	/** Null: recognise it. */
	readonly dataset: string | null;
	readonly lang: Lang;
}

let running = 0;
const queue: (() => void)[] = [];

/** Runs `work` when it is its turn. Throws BusyError when too many wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE) {
		if (queue.length >= WAITING) throw new BusyError('too many checks');
		await new Promise<void>((resolve) => queue.push(resolve));
	}
	running += 1;
	try {
		return await work();
	} finally {
		running -= 1;
		queue.shift()?.();
	}
}

/** The file's own name without anything a path could be made of; the course of a Moodle export stands in it. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N} ._()-]/gu, '_').replace(/^\.+/, '').slice(-120) || 'berkas';

function runCli(args: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		execFile(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '--disable-warning=ExperimentalWarning', join(ROOT, 'etl', 'cli.ts'), ...args], { timeout: DEADLINE_MS, maxBuffer: 16 * 1024 * 1024, env: { ...process.env, UV_THREADPOOL_SIZE: '4' } }, (error, stdout) => {
			if (stdout !== '') resolve(stdout);
			else reject(error?.killed ? new BusyError('the check took too long') : (error ?? new Error('the check gave no answer')));
		});
	});
}

async function inFolder<T>(upload: Upload, work: (file: string, folder: string) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'pantau-upload-'));
	try {
		const file = join(folder, safeName(upload.name));
		await writeFile(file, upload.bytes, { mode: 0o600 });
		return await work(file, folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const argsOf = ({ regency, dataset, lang }: Upload, file: string): string[] => ['check', file, '--regency', regency, '--format', 'json', '--lang', lang, ...(dataset ? ['--dataset', dataset] : [])];

/** What the check says; nothing is stored. Throws BusyError when too many checks run or this one takes too long. */
export const checkUpload = (upload: Upload): Promise<CheckAnswer> => inTurn(() => inFolder(upload, async (file) => answer.parse(JSON.parse(await runCli(argsOf(upload, file))))));

/** What can be made of a contributor's file for them: a copy with a column of errors; the list of who has not finished, by name. */
export const PRODUCTS = { corrected: 'KESALAHAN', unfinished: 'BELUM-SELESAI' } as const;
export type Product = keyof typeof PRODUCTS;

/** The file asked for, as a workbook where a workbook was sent, else as CSV; null where there is nothing to put into it or it cannot be made. Nothing is kept. */
export function madeOf(upload: Upload, product: Product): Promise<{ bytes: Buffer; name: string } | null> {
	return inTurn(() =>
		inFolder(upload, async (file, folder) => {
			const workbook = upload.bytes[0] === 0x50 && upload.bytes[1] === 0x4b;
			const name = `${safeName(upload.name).replace(/\.[A-Za-z0-9]{1,5}$/, '')}-${PRODUCTS[product]}.${workbook ? 'xlsx' : 'csv'}`;
			const out = join(folder, `out.${workbook ? 'xlsx' : 'csv'}`);
			await runCli([...argsOf(upload, file), `--${product}`, out]);
			const bytes = await readFile(out).catch(() => null);
			return bytes && { bytes, name };
		})
	);
}
