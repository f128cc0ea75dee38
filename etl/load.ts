/** Load: check a file, accept its rows, keep the original encrypted, record what happened. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { acceptedPath, compareWithLoaded } from './accept.ts';
import { withResubmission } from './check/resubmission.ts';
import type { DatasetName } from './datasets/index.ts';
import type { CheckResult } from './findings.ts';
import { checkFile, fingerprint, type CheckedFile } from './file.ts';
import type { Home } from './home.ts';
import { limitsFrom } from './limits.ts';
import type { Keys } from './keys.ts';
import type { Ops, Resubmission, Submission, SubmissionState } from './ops.ts';
import { cycleOf } from './reference/cycles.ts';
import { indonesian, schemaProblems } from './schema-words.ts';
import { sourceSchema, type NilReturn, type Source, type SourceFile } from './source.ts';
import type { Warehouse } from './warehouse.ts';

/** One file on its way in, with what its sender says about it. */
export interface Delivery {
	readonly path: string;
	readonly regency: string;
	readonly office: string;
	readonly file: SourceFile;
}

export interface LoadResult {
	readonly fileName: string;
	readonly regency: string;
	readonly state: SubmissionState | 'same_again';
	readonly submission: string;
	readonly result: CheckResult | null;
	readonly resubmission: Resubmission;
	/** When the same bytes were loaded before. */
	readonly loadedBefore: string | null;
}

export interface LoadTools {
	readonly home: Home;
	readonly ops: Ops;
	readonly keys: Keys;
	readonly warehouse: Warehouse;
}

const NOTHING: Resubmission = { new: 0, changed: 0, same: 0, missing: 0 };

/** A message for the sender when a `source.json` cannot be used. */
export class SourceError extends Error {}

/** Where the engine stopped reading a JSON text, when it says so. */
function placeIn(error: unknown): string {
	const found = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '');
	return found ? ` di baris ${found[1]}, kolom ${found[2]}` : '';
}

/** Reads `source.json` of a folder. Throws SourceError naming the key that is wrong. */
export function readSource(folder: string): Source {
	const path = join(folder, 'source.json');
	let json: unknown;
	try {
		json = JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		throw new SourceError(`${path}: bukan JSON yang sah${placeIn(error)}; periksa tanda kutip, koma, dan kurung di situ`);
	}
	const parsed = sourceSchema.safeParse(json, { error: indonesian });
	if (!parsed.success) throw new SourceError(`${path}: ${schemaProblems(parsed.error)}`);
	for (const file of parsed.data.files) {
		if (!existsSync(join(folder, file.file))) throw new SourceError(`${path}: berkas "${file.file}" disebut tetapi tidak ada di folder ini`);
	}
	return parsed.data;
}

/** Folders with a `source.json`: the folder itself, or those directly in it. */
export function sourceFolders(dir: string): string[] {
	if (existsSync(join(dir, 'source.json'))) return [dir];
	return readdirSync(dir)
		.sort()
		.map((name) => join(dir, name))
		.filter((path) => statSync(path).isDirectory() && existsSync(join(path, 'source.json')));
}

export function deliveriesOf(folder: string, source: Source): Delivery[] {
	return source.files.map((file) => ({ path: join(folder, file.file), regency: source.regency, office: file.office ?? source.office, file }));
}

/** The identity of a delivery: its bytes and what its sender says about them. */
export function submissionId(sha256: string, delivery: Pick<Delivery, 'regency' | 'file'>): string {
	const { dataset, nature, cycle, course, event, event_date, employment, as_of, mapping, date_order } = delivery.file;
	const told = JSON.stringify([delivery.regency, dataset, nature, cycle, course, event, event_date, employment, as_of, ...(mapping === undefined ? [] : [mapping]), ...(date_order ? [date_order] : [])]);
	return `S${createHash('sha256').update(sha256).update(told).digest('hex').slice(0, 14)}`;
}

function stateOf(result: CheckResult, acceptPartial: boolean): SubmissionState {
	if (result.outcome === 'reject_file' || result.dataset === null) return 'refused';
	if (result.outcome === 'quarantine_rows' && !acceptPartial) return 'held';
	return 'accepted';
}

/** Loads one file. The same bytes with the same statement of the sender change nothing. */
export async function loadFile(delivery: Delivery, acceptPartial: boolean, tools: LoadTools): Promise<LoadResult> {
	const sha256 = await fingerprint(delivery.path);
	const id = submissionId(sha256, delivery);
	const fileName = basename(delivery.path);
	const before = tools.ops.submission(id);
	if (before && (before.state === 'accepted' || (before.state === 'held' && !acceptPartial) || before.state === 'refused')) {
		return { fileName, regency: delivery.regency, state: 'same_again', submission: id, result: null, resubmission: NOTHING, loadedBefore: before.loadedAt };
	}
	const checked = await checkFile(delivery.path, {
		regency: delivery.regency,
		fileName,
		asOf: delivery.file.as_of,
		source: delivery.file,
		limits: limitsFrom(),
		...(delivery.file.dataset ? { dataset: delivery.file.dataset } : {})
	});
	try {
		const { dataset } = checked.result;
		if (checked.result.nil && dataset) return loadNilTable(delivery, dataset, checked.result, tools.ops);
		const state = stateOf(checked.result, acceptPartial);
		const resubmission = state === 'accepted' && dataset ? await store(delivery, id, dataset, checked, tools) : NOTHING;
		const result = withResubmission(checked.result, resubmission, null);
		if (state !== 'refused') await tools.keys.seal(delivery.path, join(tools.home.inbox, `${id}.enc`));
		tools.ops.record(recordOf(delivery, { id, fileName, sha256, state, result, resubmission }), result.findings);
		return { fileName, regency: delivery.regency, state, submission: id, result, resubmission, loadedBefore: null };
	} finally {
		checked.close();
	}
}

/** A table that says "NIHIL" is a nil return for the cycle its sender states, else for that of its as-of date. */
function loadNilTable({ regency, office, file }: Delivery, dataset: DatasetName, result: CheckResult, ops: Ops): LoadResult {
	const cycle = file.cycle ?? (regency === 'all' ? null : cycleOf(file.as_of, regency));
	if (cycle === null) throw new SourceError(`${file.file}: laporan nihil, tetapi siklusnya tidak diketahui; isi "cycle" pada source.json`);
	const loaded = loadNil({ regency, office }, { dataset, nature: file.nature, cycle, as_of: file.as_of, statement: result.nil ?? 'Nihil' }, ops);
	return { ...loaded, fileName: file.file, result };
}

/** Writes the accepted file, then compares it with what was in force before it. */
async function store(delivery: Delivery, id: string, dataset: DatasetName, checked: CheckedFile, tools: LoadTools): Promise<Resubmission> {
	const path = acceptedPath(tools.home, { id, dataset, regency: delivery.regency });
	await checked.accept(path, dataset, delivery.file, tools.keys, tools.warehouse);
	const sender = { regency: delivery.regency, nature: delivery.file.nature, kind: checked.result.recognised.kind };
	return compareWithLoaded(tools.home, dataset, sender, path, tools.ops.submissions(), tools.warehouse);
}

function recordOf(
	delivery: Delivery,
	made: { id: string; fileName: string; sha256: string; state: SubmissionState; result: CheckResult; resubmission: Resubmission }
): Omit<Submission, 'seq'> {
	const { result } = made;
	return {
		id: made.id,
		dataset: result.dataset ?? delivery.file.dataset ?? null,
		regency: delivery.regency,
		office: delivery.office,
		nature: delivery.file.nature,
		fileName: made.fileName,
		sha256: made.sha256,
		kind: result.recognised.kind,
		asOf: delivery.file.as_of,
		received: delivery.file.received ?? delivery.file.as_of,
		loadedAt: new Date().toISOString(),
		state: made.state,
		outcome: result.outcome,
		read: result.rows.read,
		accepted: result.rows.accepted,
		quarantined: result.rows.quarantined,
		dropped: result.rows.dropped,
		resubmission: made.resubmission,
		covers: [...(delivery.file.covers ?? []), ...(delivery.file.cycle ? [delivery.file.cycle] : [])],
		statement: delivery.file.note ?? null,
		sourceAddress: null
	};
}

/** Records a nil return ("nihil"): a submission of its own kind, with the sender's words. */
export function loadNil(source: Pick<Source, 'regency' | 'office'>, nil: NilReturn, ops: Ops): LoadResult {
	const sha256 = createHash('sha256').update(JSON.stringify([source.regency, nil])).digest('hex');
	const id = `N${sha256.slice(0, 14)}`;
	const fileName = 'source.json (nihil)';
	const before = ops.submission(id);
	if (before) {
		return { fileName, regency: source.regency, state: 'same_again', submission: id, result: null, resubmission: NOTHING, loadedBefore: before.loadedAt };
	}
	ops.record(
		{
			id, dataset: nil.dataset, regency: source.regency, office: nil.office ?? source.office, nature: nil.nature, fileName, sha256, kind: 'nil',
			asOf: nil.as_of, received: nil.as_of, loadedAt: new Date().toISOString(), state: 'nil', outcome: 'accept',
			read: 0, accepted: 0, quarantined: 0, dropped: 0, resubmission: NOTHING, covers: [nil.cycle], statement: nil.statement,
			sourceAddress: nil.source_address ?? null
		},
		[]
	);
	return { fileName, regency: source.regency, state: 'nil', submission: id, result: null, resubmission: NOTHING, loadedBefore: null };
}
