/** Opening a zip archive without trusting it: names, sizes and ratio are judged before and while inflating. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Limits } from '../findings.ts';
import { ReadProblem } from './grid.ts';
import { unpacksTooFar } from './refuse.ts';

const OUTSIDE = { id: 'nama berkas di dalam arsip menunjuk ke luar arsip', en: 'a name inside the archive points outside of it' };

/** Below this the ratio says nothing. */
export const RATIO_FROM_BYTES = 1024 * 1024;

export interface Archive {
	readonly names: readonly string[];
	/** Streams one part; the bytes really inflated count against the limits. Null when there is no such part. */
	readonly open: (name: string) => Promise<Readable | null>;
	readonly close: () => void;
}

/** Throws FILE_TRUNCATED, FILE_ENCRYPTED, FILE_ZIP_BOMB or FILE_UNSAFE_ARCHIVE. */
export async function openArchive(bytes: Uint8Array, limits: Limits): Promise<Archive> {
	const zip = await openZip(bytes);
	const entries = await listEntries(zip);
	judge([...entries.values()], bytes.length, limits);
	const budget = { left: Math.min(limits.unpackedBytes, Math.max(RATIO_FROM_BYTES, bytes.length * limits.ratio)) };
	return {
		names: [...entries.keys()],
		open: async (name) => {
			const entry = entries.get(name);
			return entry ? countedStream(await openEntry(zip, entry), budget, limits) : null;
		},
		close: () => zip.close()
	};
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
	return new Promise((resolve, reject) => {
		yauzl.fromBuffer(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
			if (error || !zip) reject(new ReadProblem('FILE_TRUNCATED'));
			else resolve(zip);
		});
	});
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
	const entries = new Map<string, Entry>();
	return new Promise((resolve, reject) => {
		zip.on('entry', (entry: Entry) => {
			entries.set(entry.fileName, entry);
			zip.readEntry();
		});
		zip.on('end', () => resolve(entries));
		zip.on('error', (error: Error) => {
			const unsafe = /relative path|absolute path|invalid characters/.test(error.message);
			reject(new ReadProblem(unsafe ? 'FILE_UNSAFE_ARCHIVE' : 'FILE_TRUNCATED', { what: OUTSIDE }));
		});
		zip.readEntry();
	});
}

function judge(entries: readonly Entry[], fileBytes: number, limits: Limits): void {
	if (entries.some((entry) => entry.generalPurposeBitFlag & 1)) throw new ReadProblem('FILE_ENCRYPTED');
	const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
	const ratio = unpacked / fileBytes;
	if (unpacked > limits.unpackedBytes || (unpacked > RATIO_FROM_BYTES && ratio > limits.ratio)) throw unpacksTooFar(unpacked, limits);
	if (entries.some((entry) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:/.test(entry.fileName))) {
		throw new ReadProblem('FILE_UNSAFE_ARCHIVE', { what: OUTSIDE });
	}
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
	return new Promise((resolve, reject) => {
		zip.openReadStream(entry, (error, stream) => {
			if (error || !stream) reject(new ReadProblem('FILE_TRUNCATED'));
			else resolve(stream);
		});
	});
}

/** Passes the stream on and ends it as soon as the archive's budget is used up. */
function countedStream(stream: Readable, budget: { left: number }, limits: Limits): Readable {
	stream.on('data', (chunk: Buffer) => {
		budget.left -= chunk.length;
		if (budget.left < 0) stream.destroy(unpacksTooFar(limits.unpackedBytes, limits));
	});
	stream.pause();
	return stream;
}
