/** `npm run etl -- …`: check · load · build · publish · rollback · status · generate. Messages in Indonesian; output for programs with `--format json`. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { compareWithLoaded, prepareRows } from './accept.ts';
import { buildRelease } from './build/build.ts';
import { check } from './check.ts';
import { acceptedCsv } from './check/rows-csv.ts';
import { CONTRACTS, DATASETS, type DatasetName } from './datasets/index.ts';
import type { CheckResult } from './findings.ts';
import { currentRelease, locateHome, openHome } from './home.ts';
import { openKeys } from './keys.ts';
import { deliveriesOf, loadFile, loadNil, readSource, SourceError, sourceFolders, type Delivery, type LoadResult, type LoadTools } from './load.ts';
import { LockedError, withLock } from './lock.ts';
import { Ops, type Resubmission } from './ops.ts';
import { createProgress } from './progress.ts';
import { listReleases, PublishError, publishRelease, rollback, sealRelease } from './publish/publish.ts';
import { regionByCode } from './reference/regions.ts';
import type { SourceFile } from './source.ts';
import { Warehouse } from './warehouse.ts';

const EXIT = { ok: 0, quarantine: 2, reject: 3, usage: 64, software: 70, busy: 75 } as const;
const today = (): string => new Date().toISOString().slice(0, 10);

function dataset(text: string): DatasetName {
	const found = DATASETS.find((d) => d === text);
	if (!found) throw new InvalidArgumentError(`dataset harus salah satu dari: ${DATASETS.join(', ')}`);
	return found;
}
function regency(text: string): string {
	if (text !== 'all' && !regionByCode(text)) throw new InvalidArgumentError(`"${text}" bukan kode wilayah Kemendagri (contoh: 51.03), dan bukan "all"`);
	return text;
}
function isoDate(text: string): string {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('tanggal harus berbentuk TTTT-BB-HH');
	return text;
}
function positive(text: string): number {
	const n = Number(text);
	if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('harus bilangan bulat positif');
	return n;
}

const exitOf = (outcome: CheckResult['outcome']): number =>
	outcome === 'reject_file' ? EXIT.reject : outcome === 'quarantine_rows' ? EXIT.quarantine : EXIT.ok;

function needFile(path: string): void {
	if (!existsSync(path)) throw new CommanderError(EXIT.usage, 'pantau.nofile', `Berkas atau folder "${path}" tidak ada.`);
}

/** A dry run against what is loaded; without a data home everything is new. */
async function compareDry(result: CheckResult, file: SourceFile, code: string): Promise<Resubmission> {
	const home = locateHome();
	if (result.dataset === null || result.accepted.length === 0) return { new: 0, changed: 0, same: 0, missing: 0 };
	if (!existsSync(home.ops) || !existsSync(home.keyFile)) return { new: result.rows.accepted, changed: 0, same: 0, missing: 0 };
	const ops = new Ops(home);
	const warehouse = await Warehouse.open();
	try {
		const rows = prepareRows(result.dataset, result.accepted, file, openKeys(home));
		return await compareWithLoaded(home, result.dataset, { regency: code, nature: file.nature }, rows, ops.submissions(), warehouse);
	} finally {
		warehouse.close();
		ops.close();
	}
}

/** The statement in a `source.json` beside the file, if it names it. */
function sourceBeside(path: string): SourceFile | undefined {
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

async function runCheck(path: string, options: { dataset?: DatasetName; regency: string; asOf?: string; rows?: string; format: string }): Promise<number> {
	needFile(path);
	const source = sourceBeside(path);
	const asOf = options.asOf ?? today();
	const result = await check(readFileSync(path), {
		regency: options.regency,
		fileName: basename(path),
		asOf,
		...(options.dataset ? { dataset: options.dataset } : {}),
		...(source ? { source } : {})
	});
	const file: SourceFile = source ?? { file: basename(path), nature: 'real', as_of: asOf };
	const resubmission = await compareDry(result, file, options.regency);
	if (options.rows && result.dataset) writeFileSync(options.rows, acceptedCsv(CONTRACTS[result.dataset], result.accepted));
	if (options.format === 'json') {
		const { outcome, dataset: recognisedDataset, recognised, rows, findings } = result;
		const printed = findings.map(({ code, severity, sheet, row, column, heading, value, message, remedy }) => ({ code, severity, sheet, row, column, heading, value, message, remedy }));
		console.log(JSON.stringify({ outcome, dataset: recognisedDataset, recognised, rows, resubmission, findings: printed }));
	} else printHuman(result, resubmission);
	return exitOf(result.outcome);
}

function describe(loaded: LoadResult): string {
	if (loaded.state === 'same_again') return `${loaded.regency} ${loaded.fileName}: sudah dimuat ${loaded.loadedBefore ?? ''}, tidak ada yang berubah`;
	if (loaded.state === 'nil') return `${loaded.regency} laporan nihil dicatat`;
	const rows = loaded.result?.rows;
	const counts = rows ? `${rows.read} dibaca = ${rows.accepted} diterima + ${rows.quarantined} dikarantina + ${rows.dropped} dilewati` : '';
	const first = loaded.result?.findings.find((f) => f.severity === 'error');
	const why = loaded.state === 'accepted' || !first ? '' : ` [${first.code}] ${first.message}`;
	const word = { accepted: 'dimuat', held: 'DITAHAN (tambahkan --accept-partial untuk memuat sisanya)', refused: 'DITOLAK' }[loaded.state];
	return `${loaded.regency} ${loaded.fileName}: ${word}; ${counts}${why}`;
}

/** Deliveries and nil returns of the given folders and files. */
function gather(paths: readonly string[], options: { dataset?: DatasetName; regency?: string }): { deliveries: Delivery[]; nils: (() => (tools: LoadTools) => LoadResult)[] } {
	const deliveries: Delivery[] = [];
	const nils: (() => (tools: LoadTools) => LoadResult)[] = [];
	for (const path of paths) {
		needFile(path);
		if (statSync(path).isDirectory()) {
			const folders = sourceFolders(path);
			if (folders.length === 0) throw new SourceError(`${path}: tidak ada source.json di folder ini maupun di subfoldernya`);
			for (const folder of folders) {
				const source = readSource(folder);
				deliveries.push(...deliveriesOf(folder, source));
				for (const nil of source.nil) nils.push(() => (tools) => loadNil(source, nil, tools.ops));
			}
			continue;
		}
		if (!options.regency) throw new CommanderError(EXIT.usage, 'pantau.noregency', 'Untuk memuat satu berkas, sebutkan --regency KODE (atau all).');
		const stated = sourceBeside(path);
		const file: SourceFile = stated ?? { file: basename(path), nature: 'real', as_of: today() };
		deliveries.push({ path, regency: options.regency, office: 'baris perintah', file: options.dataset ? { ...file, dataset: options.dataset } : file });
	}
	return { deliveries, nils };
}

async function runLoad(paths: readonly string[], options: { dataset?: DatasetName; regency?: string; acceptPartial?: boolean }): Promise<number> {
	const { deliveries, nils } = gather(paths.map((p) => resolve(p)), options);
	const home = openHome();
	return withLock(home, async () => {
		const tools: LoadTools = { home, ops: new Ops(home), keys: openKeys(home), warehouse: await Warehouse.open() };
		const progress = createProgress('Memuat', deliveries.length);
		let code: number = EXIT.ok;
		let rows = 0;
		try {
			for (const delivery of deliveries) {
				const loaded = await loadFile(delivery, options.acceptPartial ?? false, tools);
				rows += loaded.result?.rows.accepted ?? 0;
				progress.step(describe(loaded));
				if (loaded.state === 'refused') code = EXIT.reject;
				else if (loaded.state === 'held') code = Math.max(code, EXIT.quarantine);
			}
			for (const nil of nils) nil()(tools);
			progress.finish(`${deliveries.length} berkas, ${nils.length} laporan nihil, ${rows} baris diterima`);
		} finally {
			tools.warehouse.close();
			tools.ops.close();
		}
		return code;
	});
}

async function runBuild(): Promise<number> {
	const home = openHome();
	return withLock(home, async () => {
		const ops = new Ops(home);
		try {
			const progress = createProgress('Membangun', 4);
			const built = await buildRelease(home, ops, (label) => progress.step(label));
			const manifest = await sealRelease(home, ops, built);
			const { cells, hidden, comparison } = built.hidden;
			const share = (part: number, whole: number): string => `${part} dari ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
			progress.finish(`rilis ${manifest.id}; disembunyikan bagi yang tidak berwenang: ${share(comparison.hidden, comparison.cells)} sel perbandingan wilayah, ${share(hidden, cells)} sel semua rincian`);
			console.log(manifest.id);
			return EXIT.ok;
		} finally {
			ops.close();
		}
	});
}

async function runPublish(id: string | undefined): Promise<number> {
	const home = openHome();
	return withLock(home, async () => {
		const ops = new Ops(home);
		try {
			const target = id ?? listReleases(home)[0]?.id;
			if (!target) throw new PublishError('Belum ada rilis. Jalankan "etl build" dahulu.');
			const checks = await publishRelease(home, ops, target);
			console.error(`Terbit: ${target} (${checks.length} pemeriksaan audit lulus)`);
			return EXIT.ok;
		} finally {
			ops.close();
		}
	});
}

async function runRollback(id: string | undefined): Promise<number> {
	const home = openHome();
	return withLock(home, async () => {
		const ops = new Ops(home);
		try {
			console.error(`Dipulihkan ke rilis ${await rollback(home, ops, id)}`);
			return EXIT.ok;
		} finally {
			ops.close();
		}
	});
}

function runStatus(format: string): number {
	const home = openHome();
	const ops = new Ops(home);
	try {
		const submissions = ops.submissions();
		const count = (state: string): number => submissions.filter((s) => s.state === state).length;
		const status = {
			home: home.dir,
			current: currentRelease(home),
			releases: listReleases(home).map((m) => ({ id: m.id, built_at: m.built_at, as_of: m.as_of, cells: m.cells })),
			submissions: { accepted: count('accepted'), held: count('held'), refused: count('refused'), nil: count('nil') },
			rows: {
				read: submissions.reduce((n, s) => n + s.read, 0),
				accepted: submissions.reduce((n, s) => n + s.accepted, 0),
				quarantined: submissions.reduce((n, s) => n + s.quarantined, 0),
				dropped: submissions.reduce((n, s) => n + s.dropped, 0)
			}
		};
		if (format === 'json') console.log(JSON.stringify(status));
		else {
			console.log(`Rilis yang tersaji: ${status.current ?? '(belum ada)'}`);
			for (const r of status.releases) console.log(`  ${r.id}  dibangun ${r.built_at}  data s.d. ${r.as_of}`);
			console.log(`Kiriman: ${status.submissions.accepted} dimuat, ${status.submissions.held} ditahan, ${status.submissions.refused} ditolak, ${status.submissions.nil} nihil`);
			console.log(`Baris: ${status.rows.read} dibaca = ${status.rows.accepted} diterima + ${status.rows.quarantined} dikarantina + ${status.rows.dropped} dilewati`);
		}
		return EXIT.ok;
	} finally {
		ops.close();
	}
}

async function runGenerate(options: { people: number; seed: string; out: string; persons?: boolean }): Promise<number> {
	const { generateCountry } = await import('./generate/index.ts');
	const made = await generateCountry({ people: options.people, seed: options.seed, out: resolve(options.out), persons: options.persons ?? false });
	console.error(`${made.files.length} berkas, ${made.rows} baris di ${resolve(options.out)}`);
	return EXIT.ok;
}

/** Runs the command line. Resolves to the exit code; never rejects. */
export async function main(argv: readonly string[]): Promise<number> {
	let code: number = EXIT.ok;
	const finish = (work: Promise<number> | number): Promise<void> => Promise.resolve(work).then((c) => void (code = c));
	const program = new Command('etl').description('Berkas masuk, rilis keluar').exitOverride().configureHelp({ showGlobalOptions: true });
	program
		.command('check <file>')
		.description('periksa satu berkas tanpa menyimpan apa pun')
		.option('--dataset <dataset>', 'dataset yang diminta; tanpa ini berkas dikenali dari isinya', dataset)
		.requiredOption('--regency <kode>', 'kode wilayah pengirim, atau all', regency)
		.option('--as-of <tanggal>', 'tanggal data; tidak ada yang boleh sesudahnya', isoDate)
		.option('--rows <csv>', 'tulis baris yang akan diterima, NIP disamarkan')
		.option('--format <format>', 'json atau text', 'text')
		.action((file: string, options) => finish(runCheck(resolve(file), options)));
	program
		.command('load <path...>')
		.description('muat folder dengan source.json, atau berkas satuan')
		.option('--dataset <dataset>', 'dataset berkas satuan', dataset)
		.option('--regency <kode>', 'pengirim berkas satuan, atau all', regency)
		.option('--accept-partial', 'muat baris yang baik dari berkas yang sebagian barisnya dikarantina')
		.action((paths: string[], options) => finish(runLoad(paths, options)));
	program.command('build').description('bangun rilis dari berkas yang diterima').action(() => finish(runBuild()));
	program.command('publish [id]').description('audit rilis lalu sajikan').action((id?: string) => finish(runPublish(id)));
	program.command('rollback [id]').description('kembali ke rilis sebelumnya').action((id?: string) => finish(runRollback(id)));
	program.command('status').description('apa yang ada di rumah data').option('--format <format>', 'json atau text', 'text').action((o: { format: string }) => finish(runStatus(o.format)));
	program
		.command('generate')
		.description('buat negara contoh (sintetis)')
		.requiredOption('--people <n>', 'jumlah ASN seluruh negara', positive)
		.requiredOption('--seed <teks>', 'benih')
		.requiredOption('--out <folder>', 'folder tujuan')
		.option('--persons', 'tulis juga baris per orang')
		.action((options) => finish(runGenerate(options)));
	try {
		await program.parseAsync([...argv], { from: 'user' });
		return code;
	} catch (error) {
		return failure(error);
	}
}

function failure(error: unknown): number {
	if (error instanceof CommanderError) {
		if (error.code.startsWith('pantau.')) console.error(error.message);
		return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
	}
	const message = error instanceof Error ? error.message : String(error);
	console.error(message);
	if (error instanceof LockedError) return EXIT.busy;
	if (error instanceof SourceError) return EXIT.reject;
	if (error instanceof PublishError) return EXIT.software;
	if (process.env.PANTAU_DEBUG && error instanceof Error) console.error(error.stack);
	return EXIT.software;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
