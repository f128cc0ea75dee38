/** `etl check`: a dry run of one file against its contract and against what is loaded. */
import { createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CommanderError } from 'commander';
import { compareWithLoaded } from '../accept.ts';
import { withResubmission } from '../check/resubmission.ts';
import { answerLines, findingLines, spokenFinding, spokenRecognised } from '../check/spoken.ts';
import type { DatasetName } from '../datasets/index.ts';
import { checkFile, fingerprint, type CheckedFile } from '../file.ts';
import type { CheckContext, CheckResult } from '../findings.ts';
import { locateHome, type Home } from '../home.ts';
import { limitsFrom } from '../limits.ts';
import { openKeys } from '../keys.ts';
import { readSource, submissionId } from '../load.ts';
import { Ops, type Resubmission } from '../ops.ts';
import type { Language } from '../phrase.ts';
import type { SourceFile } from '../source.ts';
import { Warehouse } from '../warehouse.ts';
import { EXIT, exitOf, needFile, today } from './exit.ts';
import { writeReplies } from './reply.ts';

/** A dry run against what is loaded, in a folder that is gone afterwards; where nothing was loaded everything is new. */
async function compareDry(checked: CheckedFile, file: SourceFile, regency: string, home: Home, ops: Ops | null): Promise<Resubmission> {
	const { dataset, rows, recognised, outcome } = checked.result;
	if (dataset === null || rows.accepted === 0 || outcome === 'reject_file') return { new: 0, changed: 0, same: 0, missing: 0 };
	const nothing = { new: rows.accepted, changed: 0, same: 0, missing: 0 };
	if (ops === null || !existsSync(home.keyFile)) return nothing;
	const before = ops.submissions().filter((s) => s.dataset === dataset && s.regency === regency && s.nature === file.nature && s.state === 'accepted');
	if (before.length === 0) return nothing;
	const folder = mkdtempSync(join(tmpdir(), 'pantau-dry-'));
	const warehouse = await Warehouse.open();
	try {
		const path = join(folder, 'dry.parquet');
		await checked.accept(path, dataset, file, openKeys(home), warehouse);
		return await compareWithLoaded(home, dataset, { regency, nature: file.nature, kind: recognised.kind }, path, before, warehouse);
	} finally {
		warehouse.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** When exactly this delivery was loaded before; null when it was not. */
async function loadedBefore(path: string, file: SourceFile, regency: string, ops: Ops): Promise<string | null> {
	const found = ops.submission(submissionId(await fingerprint(path), { regency, file }));
	return found?.state === 'accepted' ? found.loadedAt : null;
}

/** The statement in a `source.json` beside the file, if it names it. Throws a usage error when that is of another sender than `regency`. */
export function sourceBeside(path: string, regency: string): SourceFile | undefined {
	const folder = dirname(path);
	if (!existsSync(join(folder, 'source.json'))) return undefined;
	const source = readSource(folder);
	const file = source.files.find((f) => f.file === basename(path));
	if (file && source.regency !== regency) throw new CommanderError(EXIT.usage, 'pantau.sender', `source.json di folder berkas ini menyebut "regency": "${source.regency}", tetapi perintahnya --regency ${regency}. Samakan keduanya.`);
	return file;
}

function printHuman(result: CheckResult, resubmission: Resubmission, language: Language): void {
	const r = resubmission;
	const compared = {
		id: `Dibanding yang sudah dimuat: ${r.new} baru, ${r.changed} berubah, ${r.same} sama, ${r.missing} tidak ada lagi`,
		en: `Compared with what is loaded: ${r.new} new, ${r.changed} changed, ${r.same} the same, ${r.missing} no longer there`
	};
	for (const line of [...answerLines(result, language), compared[language], ...result.findings.flatMap((f) => findingLines(f, language))]) console.log(line);
}

async function writeRows(path: string, lines: AsyncIterable<string>): Promise<void> {
	try {
		await pipeline(lines, createWriteStream(path));
	} catch {
		throw new CommanderError(EXIT.usage, 'pantau.rows', `"${path}" tidak dapat ditulis.`);
	}
}

export async function runCheck(path: string, options: { dataset?: DatasetName; regency: string; asOf?: string; rows?: string; corrected?: string; unfinished?: string; format: string; lang: Language }): Promise<number> {
	needFile(path);
	if (statSync(path).isDirectory()) throw new CommanderError(EXIT.usage, 'pantau.folder', `"${path}" adalah folder; check memeriksa satu berkas. Untuk folder: load.`);
	const source = sourceBeside(path, options.regency);
	const asOf = options.asOf ?? today(options.regency);
	const context: CheckContext = {
		regency: options.regency,
		fileName: basename(path),
		asOf,
		limits: limitsFrom(),
		...(options.dataset ? { dataset: options.dataset } : {}),
		...(source ? { source } : {})
	};
	const checked = await checkFile(path, context);
	const home = locateHome();
	const ops = existsSync(home.ops) ? new Ops(home) : null;
	try {
		const file: SourceFile = source ?? { file: basename(path), nature: 'real', as_of: asOf };
		const resubmission = await compareDry(checked, file, options.regency, home, ops);
		const result = withResubmission(checked.result, resubmission, ops && (await loadedBefore(path, file, options.regency, ops)));
		if (options.rows && result.dataset) await writeRows(options.rows, checked.csv());
		print(result, resubmission, options);
		await writeReplies(options, path, result, context, options.lang);
		return exitOf(result.outcome);
	} finally {
		ops?.close();
		checked.close();
	}
}

function print(result: CheckResult, resubmission: Resubmission, { format, lang }: { format: string; lang: Language }): void {
	if (format !== 'json') return printHuman(result, resubmission, lang);
	const { outcome, dataset, recognised, rows, findings } = result;
	console.log(JSON.stringify({ outcome, dataset, recognised: spokenRecognised(recognised, lang), rows, resubmission, findings: findings.map((f) => spokenFinding(f, lang)) }));
}
