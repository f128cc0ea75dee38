/** `etl check`: a dry run of one file against its contract and against what is loaded. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CommanderError } from 'commander';
import { compareWithLoaded, prepareRows } from '../accept.ts';
import { check } from '../check.ts';
import { withResubmission } from '../check/resubmission.ts';
import { acceptedCsv } from '../check/rows-csv.ts';
import { CONTRACTS, type DatasetName } from '../datasets/index.ts';
import type { CheckResult } from '../findings.ts';
import { locateHome } from '../home.ts';
import { openKeys } from '../keys.ts';
import { readSource, submissionId } from '../load.ts';
import { Ops, type Resubmission } from '../ops.ts';
import type { SourceFile } from '../source.ts';
import { Warehouse } from '../warehouse.ts';
import { EXIT, exitOf, needFile, today } from './exit.ts';

/** A dry run against what is loaded; without a data home everything is new. */
async function compareDry(result: CheckResult, file: SourceFile, code: string): Promise<Resubmission> {
	const home = locateHome();
	if (result.dataset === null || result.accepted.length === 0) return { new: 0, changed: 0, same: 0, missing: 0 };
	if (!existsSync(home.ops) || !existsSync(home.keyFile)) return { new: result.rows.accepted, changed: 0, same: 0, missing: 0 };
	const ops = new Ops(home);
	const warehouse = await Warehouse.open();
	try {
		const rows = prepareRows(result.dataset, result.accepted, file, openKeys(home));
		return await compareWithLoaded(home, result.dataset, { regency: code, nature: file.nature, kind: result.recognised?.kind ?? null }, rows, ops.submissions(), warehouse);
	} finally {
		warehouse.close();
		ops.close();
	}
}

/** When exactly this delivery was loaded before; null when it was not. */
function loadedBefore(bytes: Uint8Array, file: SourceFile, regency: string): string | null {
	const home = locateHome();
	if (!existsSync(home.ops)) return null;
	const ops = new Ops(home);
	try {
		const found = ops.submission(submissionId(createHash('sha256').update(bytes).digest('hex'), { regency, file }));
		return found?.state === 'accepted' ? found.loadedAt : null;
	} finally {
		ops.close();
	}
}

/** The statement in a `source.json` beside the file, if it names it. */
export function sourceBeside(path: string): SourceFile | undefined {
	const folder = dirname(path);
	if (!existsSync(join(folder, 'source.json'))) return undefined;
	return readSource(folder).files.find((f) => f.file === basename(path));
}

function printHuman(result: CheckResult, resubmission: Resubmission): void {
	const r = result.recognised;
	console.log(`Hasil: ${result.outcome}`);
	if (r) {
		console.log('Beginilah berkas Anda dibaca:');
		console.log(`  jenis ${r.kind}; dataset ${result.dataset ?? '-'}; bahasa ${r.language ?? '-'}; penyandian ${r.encoding}; pemisah ${r.delimiter ?? '-'}; lembar ${r.sheet ?? '-'}`);
		console.log(`  baris kepala ${r.headerRows.join(', ') || '-'}; urutan tanggal ${r.dateOrder ?? '-'}; tanda desimal ${r.decimal ?? '-'}`);
		for (const dropped of r.dropped) console.log(`  tidak dimuat: ${dropped}`);
	}
	console.log(`Baris: ${result.rows.read} dibaca = ${result.rows.accepted} diterima + ${result.rows.quarantined} dikarantina + ${result.rows.dropped} dilewati`);
	console.log(`Dibanding yang sudah dimuat: ${resubmission.new} baru, ${resubmission.changed} berubah, ${resubmission.same} sama, ${resubmission.missing} tidak ada lagi`);
	for (const f of result.findings) console.log(`[${f.severity}] ${f.code}: ${f.message}\n    ${f.remedy}`);
}

function writeRows(path: string, text: string): void {
	try {
		writeFileSync(path, text);
	} catch {
		throw new CommanderError(EXIT.usage, 'pantau.rows', `"${path}" tidak dapat ditulis.`);
	}
}

export async function runCheck(path: string, options: { dataset?: DatasetName; regency: string; asOf?: string; rows?: string; format: string }): Promise<number> {
	needFile(path);
	if (statSync(path).isDirectory()) throw new CommanderError(EXIT.usage, 'pantau.folder', `"${path}" adalah folder; check memeriksa satu berkas. Untuk folder: load.`);
	const source = sourceBeside(path);
	const asOf = options.asOf ?? today();
	const bytes = readFileSync(path);
	const checked = await check(bytes, {
		regency: options.regency,
		fileName: basename(path),
		asOf,
		...(options.dataset ? { dataset: options.dataset } : {}),
		...(source ? { source } : {})
	});
	const file: SourceFile = source ?? { file: basename(path), nature: 'real', as_of: asOf };
	const resubmission = await compareDry(checked, file, options.regency);
	const result = withResubmission(checked, resubmission, loadedBefore(bytes, file, options.regency));
	if (options.rows && result.dataset) writeRows(options.rows, acceptedCsv(CONTRACTS[result.dataset], result.accepted));
	if (options.format === 'json') {
		const { outcome, dataset: recognisedDataset, recognised, rows, findings } = result;
		const printed = findings.map(({ code, severity, sheet, row, column, heading, value, message, remedy }) => ({ code, severity, sheet, row, column, heading, value, message, remedy }));
		console.log(JSON.stringify({ outcome, dataset: recognisedDataset, recognised, rows, resubmission, findings: printed }));
	} else printHuman(result, resubmission);
	return exitOf(result.outcome);
}

