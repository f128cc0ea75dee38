/** Files that go back to a contributor: the copy with a column of errors, and the list of unfinished trainees. Both hold personal data. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { CommanderError } from 'commander';
import { contextFor, ROW_BY_ROW_BYTES } from '../file.ts';
import type { CheckContext, CheckResult } from '../findings.ts';
import type { Language } from '../phrase.ts';
import { correctedCopy, notesOf, ReplyError } from '../reply/corrected.ts';
import { unfinishedCsv, unfinishedWorkbook } from '../reply/unfinished-file.ts';
import { unfinishedTrainees } from '../reply/unfinished.ts';
import { EXIT } from './exit.ts';

/** The contributor's file. */
export interface InputFile {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/**
 * Writes the input with a column KESALAHAN to `path`, readable by its owner only. Returns how many rows carry a note;
 * with none, nothing is written. Throws a usage error when it is not possible.
 */
export async function writeCorrected(path: string, input: InputFile, result: CheckResult, language: Language, limits: CheckContext['limits'] = {}): Promise<number> {
	return asUsageError(language, async () => {
		const notes = notesOf(result, language);
		if (notes.notes.size === 0) return 0;
		const copy = await correctedCopy(input.bytes, notes, limits);
		const workbook = copy[0] === 0x50 && copy[1] === 0x4b;
		const named = extname(path).toLowerCase() === '.xlsx';
		if (workbook !== named) throw usage(workbook ? `Salinan berkas ini adalah buku kerja Excel; beri nama berakhiran .xlsx, bukan "${path}".` : `Salinan berkas ini adalah teks; beri nama seperti berkas asalnya (.csv), bukan "${path}".`);
		writePrivate(path, copy, input.path);
		return notes.notes.size;
	});
}

/** Writes the unfinished trainees of a training file to `path`: .xlsx, or .csv. Returns how many persons. Throws a usage error when it is not possible. */
export async function writeUnfinished(path: string, input: InputFile, context: CheckContext, language: Language, checked: CheckResult | null = null): Promise<number> {
	const extension = extname(path).toLowerCase();
	if (extension !== '.xlsx' && extension !== '.csv') throw usage(`"${path}" harus berakhiran .xlsx atau .csv.`);
	return asUsageError(language, async () => {
		const list = await unfinishedTrainees(input.bytes, context, checked);
		writePrivate(path, extension === '.csv' ? unfinishedCsv(list, language) : await unfinishedWorkbook(list, language), input.path);
		return list.rows.length;
	});
}

/**
 * What `check --corrected --unfinished` asks for, told on the error output. A file that is refused anyway keeps that outcome:
 * that there is nothing to write about it is then told and not thrown.
 */
export async function writeReplies(paths: { corrected?: string; unfinished?: string }, path: string, result: CheckResult, context: CheckContext, language: Language): Promise<void> {
	const attempt = async (work: () => Promise<string>): Promise<void> => {
		try {
			console.error(await work());
		} catch (error) {
			if (!(error instanceof CommanderError) || error.code !== INAPPLICABLE || result.outcome !== 'reject_file') throw error;
			console.error(error.message);
		}
	};
	const { corrected, unfinished } = paths;
	if (!corrected && !unfinished) return;
	if (statSync(path).size > ROW_BY_ROW_BYTES) throw usage(SAID[language].tooLarge);
	const input: InputFile = { path, bytes: readFileSync(path) };
	const whole = await contextFor(path, context);
	if (corrected) {
		await attempt(async () => {
			const rows = await writeCorrected(corrected, input, result, language, whole.limits);
			return rows === 0 ? SAID[language].nothing : SAID[language].corrected(rows, corrected);
		});
	}
	if (unfinished) await attempt(async () => SAID[language].unfinished(await writeUnfinished(unfinished, input, whole, language, result), unfinished));
}

const SAID = {
	id: {
		tooLarge: `Salinan dan daftar hanya dibuat dari berkas sampai ${ROW_BY_ROW_BYTES / 1024 / 1024} MB; kirim per bagian.`,
		nothing: 'Tidak ada baris yang perlu ditandai; salinan tidak ditulis.',
		corrected: (rows: number, path: string) => `Salinan dengan kolom KESALAHAN (${rows} baris ditandai): ${path}`,
		unfinished: (persons: number, path: string) => `${persons} orang belum selesai, data pribadi, jangan disebarkan: ${path}`
	},
	en: {
		tooLarge: `Copies and lists are made of files up to ${ROW_BY_ROW_BYTES / 1024 / 1024} MB only; send it in parts.`,
		nothing: 'No row needs a mark; no copy was written.',
		corrected: (rows: number, path: string) => `Copy with a column ERRORS (${rows} rows marked): ${path}`,
		unfinished: (persons: number, path: string) => `${persons} persons have not finished, personal data, do not pass on: ${path}`
	}
} as const;

const INAPPLICABLE = 'pantau.inapplicable';
const usage = (message: string): CommanderError => new CommanderError(EXIT.usage, 'pantau.reply', message);

async function asUsageError<T>(language: Language, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ReplyError) throw new CommanderError(EXIT.usage, INAPPLICABLE, `${error.in(language)}.`);
		throw error;
	}
}

/** Whole or not at all, with mode 0600; never over the input. */
function writePrivate(path: string, content: Uint8Array, inputPath: string): void {
	if (isSameFile(path, inputPath)) throw usage(`"${path}" adalah berkas asalnya; pilih nama lain.`);
	const draft = `${path}.${randomUUID()}.tmp`;
	try {
		writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
		renameSync(draft, path);
	} catch {
		rmSync(draft, { force: true });
		throw usage(`"${path}" tidak dapat ditulis.`);
	}
}

function isSameFile(path: string, other: string): boolean {
	if (!existsSync(path) || !existsSync(other)) return false;
	if (realpathSync(path) === realpathSync(other)) return true;
	const [a, z] = [statSync(path), statSync(other)];
	return a.dev === z.dev && a.ino === z.ino;
}
