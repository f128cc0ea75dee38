/** A file on disk → its check, and what it accepts: small files whole in memory, large plain tables as columns on disk. */
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { prepareRows, writeAccepted } from './accept.ts';
import { writeStaged } from './bulk/accept.ts';
import { checkLarge } from './bulk/index.ts';
import type { StagedRows } from './bulk/staged.ts';
import { check, tooLarge } from './check.ts';
import { CONTRACTS, type DatasetName } from './datasets/index.ts';
import { csvHead, csvLines } from './check/rows-csv.ts';
import type { CheckContext, CheckResult } from './findings.ts';
import type { Keys } from './keys.ts';
import type { SourceFile } from './source.ts';
import type { Warehouse } from './warehouse.ts';

/** From here on a plain table is read as columns; below, the whole file in memory is faster. */
const LARGE_BYTES = 4 * 1024 * 1024;
/** More text than this cannot be held in memory to be read row by row. */
export const ROW_BY_ROW_BYTES = 256 * 1024 * 1024;

/** A checked file; `close` gives back what it holds. */
export interface CheckedFile {
	readonly result: CheckResult;
	/** Writes the accepted rows as an immutable Parquet file, aside and then renamed. */
	accept(path: string, dataset: DatasetName, source: Pick<SourceFile, 'cycle' | 'as_of'>, keys: Keys, warehouse: Warehouse): Promise<void>;
	/** The accepted rows as CSV, NIP masked, some lines at a time. */
	csv(): AsyncGenerator<string>;
	close(): void;
}

/** SHA-256 of a file, in hex. */
export async function fingerprint(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
	return hash.digest('hex');
}

/** Text read from the command line has no limit of size; workbooks and other archives keep theirs. Null bytes never throw: the check words them. */
export async function checkFile(path: string, context: CheckContext): Promise<CheckedFile> {
	const { size } = statSync(path);
	const whole = await contextFor(path, context);
	if (whole === context) return inMemory(await check(await readFile(path), context));
	const large = await checkLarge(path, context);
	if (large) return onDisk(large.result, large.rows);
	if (size > ROW_BY_ROW_BYTES) return inMemory(tooLarge(size, ROW_BY_ROW_BYTES));
	return inMemory(await check(await readFile(path), whole));
}

/** The context in which a file is read into memory: the limit of size for a large text is what memory holds, else as it is. */
export async function contextFor(path: string, context: CheckContext): Promise<CheckContext> {
	const text = statSync(path).size > LARGE_BYTES && (await startsAsText(path));
	return text ? { ...context, limits: { ...context.limits, uploadBytes: ROW_BY_ROW_BYTES } } : context;
}

/** Not a zip archive, a Parquet file or JSON. */
async function startsAsText(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
		const head = buffer.subarray(0, bytesRead).toString('latin1');
		return !/^(PK|PAR[1E]|%PDF|\xd0\xcf)/.test(head) && !/^(\xef\xbb\xbf)?\s*[[{]/.test(head);
	} finally {
		await file.close();
	}
}

async function aside(path: string, write: (draft: string) => Promise<void>): Promise<void> {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const draft = `${path}.tmp`;
	try {
		await write(draft);
		renameSync(draft, path);
	} finally {
		rmSync(draft, { force: true });
	}
}

function inMemory(result: CheckResult): CheckedFile {
	return {
		result,
		accept: (path, dataset, source, keys, warehouse) => aside(path, (draft) => writeAccepted(draft, dataset, prepareRows(dataset, result.accepted, source, keys), warehouse)),
		async *csv() {
			if (result.dataset === null) return;
			yield csvHead(CONTRACTS[result.dataset]);
			yield csvLines(CONTRACTS[result.dataset], result.accepted);
		},
		close: () => undefined
	};
}

function onDisk(result: CheckResult, rows: StagedRows | null): CheckedFile {
	return {
		result,
		accept: (path, _dataset, source, keys) => aside(path, async (draft) => (rows ? writeStaged(draft, rows, source, keys) : undefined)),
		async *csv() {
			if (result.dataset === null) return;
			yield csvHead(CONTRACTS[result.dataset]);
			if (rows) for await (const some of rows.rows()) yield csvLines(rows.contract, some);
		},
		close: () => rows?.room.close()
	};
}
