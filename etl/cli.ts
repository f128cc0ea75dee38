/** `npm run etl -- …`: check · load · build · publish · rollback · status · generate. Messages in Indonesian; output for programs with `--format json`. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { buildRelease } from './build/build.ts';
import { runCheck } from './commands/check.ts';
import { EXIT } from './commands/exit.ts';
import { runLoad, runNil } from './commands/load.ts';
import { runVerifyAudit } from './commands/verify-audit.ts';
import { runTemplate } from './commands/template.ts';
import { DATASETS, type DatasetName } from './datasets/index.ts';
import { currentRelease, openHome } from './home.ts';
import { SourceError } from './load.ts';
import { LimitError } from './limits.ts';
import { LockedError, withLock } from './lock.ts';
import { Ops } from './ops.ts';
import { createProgress } from './progress.ts';
import { listReleases, PublishError, publishRelease, rollback, sealRelease, UnconfirmedError } from './publish/publish.ts';
import { cycles, hiddenShareLimit } from './reference/index.ts';
import { regionByCode } from './reference/regions.ts';

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
	if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('harus tanggal yang ada, berbentuk TTTT-BB-HH');
	return text;
}
function cycle(text: string): string {
	if (!cycles().some((own) => own.code === text)) throw new InvalidArgumentError(`siklus harus salah satu dari: ${cycles().map((own) => own.code).join(', ')}`);
	return text;
}
const format = (): Option => new Option('--format <format>', 'bentuk keluaran').choices(['json', 'text']).default('text');

function positive(text: string): number {
	const n = Number(text);
	if (!Number.isInteger(n) || n < 1) throw new InvalidArgumentError('harus bilangan bulat positif');
	return n;
}

const shareOf = (n: { readonly cells: number; readonly hidden: number }): number => n.hidden / Math.max(1, n.cells);

async function runBuild(): Promise<number> {
	const home = openHome();
	return withLock(home, async () => {
		const ops = new Ops(home);
		try {
			const progress = createProgress('Membangun', 5);
			const built = await buildRelease(home, ops, (label) => progress.step(label));
			const manifest = await sealRelease(home, ops, built);
			const { cells, hidden, roles } = built.hidden;
			const share = (n: { readonly cells: number; readonly hidden: number }): string => `${n.hidden} dari ${n.cells} (${(100 * shareOf(n)).toFixed(1)} %)`;
			progress.finish(`rilis ${manifest.id}; disembunyikan: ${share({ cells, hidden })} sel semua rincian; dalam perbandingan bawaan bagi publik ${share(roles.public)}, kabupaten/kota ${share(roles.regency)}, provinsi ${share(roles.province)}, nasional ${share(roles.national)}`);
			if (shareOf(roles.province) > hiddenShareLimit()) console.error(`Peringatan: bagi provinsi ${share(roles.province)} sel perbandingan tersembunyi, lebih dari ${(100 * hiddenShareLimit()).toFixed(0)} % menurut keputusan pengungkapan.`);
			console.log(manifest.id);
			return EXIT.ok;
		} finally {
			ops.close();
		}
	});
}

async function runPublish(id: string | undefined, { by, withdraw = false }: { by?: string; withdraw?: boolean }): Promise<number> {
	const home = openHome();
	return withLock(home, async () => {
		const ops = new Ops(home);
		try {
			const target = id ?? listReleases(home)[0]?.id;
			if (!target) throw new PublishError('Belum ada rilis. Jalankan "etl build" dahulu.');
			if (by) ops.confirm(target, 'command line', by);
			const checks = await publishRelease(home, ops, target, withdraw);
			const withdrawn = checks.flatMap((c) => (c.holds ? [] : (c.releases ?? [])));
			console.error(`Terbit: ${target} (${checks.filter((c) => c.holds).length} pemeriksaan audit lulus)`);
			if (withdrawn.length > 0) console.error(`Ditarik, karena selisihnya membuka angka tersembunyi: ${withdrawn.join(', ')}`);
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
				accepted: submissions.filter((s) => s.state === 'accepted').reduce((n, s) => n + s.accepted, 0),
				held: submissions.filter((s) => s.state === 'held').reduce((n, s) => n + s.accepted, 0),
				quarantined: submissions.reduce((n, s) => n + s.quarantined, 0),
				dropped: submissions.reduce((n, s) => n + s.dropped, 0)
			}
		};
		if (format === 'json') console.log(JSON.stringify(status));
		else {
			console.log(`Rilis yang tersaji: ${status.current ?? '(belum ada)'}`);
			for (const r of status.releases) console.log(`  ${r.id}  dibangun ${r.built_at}  data s.d. ${r.as_of}`);
			console.log(`Kiriman: ${status.submissions.accepted} dimuat, ${status.submissions.held} ditahan, ${status.submissions.refused} ditolak, ${status.submissions.nil} nihil`);
			console.log(`Baris: ${status.rows.read} dibaca = ${status.rows.accepted} diterima + ${status.rows.held} ditahan + ${status.rows.quarantined} dikarantina + ${status.rows.dropped} dilewati`);
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
	const program = new Command('etl').description('Berkas masuk, rilis keluar').configureOutput({ outputError: (text, write) => write(inIndonesian(text)) }).exitOverride().configureHelp({ showGlobalOptions: true, styleTitle: (title) => HELP_TITLES[title] ?? title }).helpOption('-h, --help', 'tampilkan bantuan').helpCommand('help [perintah]', 'tampilkan bantuan sebuah perintah');
	program
		.command('check <file>')
		.description('periksa satu berkas tanpa menyimpan apa pun')
		.option('--dataset <dataset>', 'dataset yang diminta; tanpa ini berkas dikenali dari isinya', dataset)
		.requiredOption('--regency <kode>', 'kode wilayah pengirim, atau all', regency)
		.option('--as-of <tanggal>', 'tanggal data; tidak ada yang boleh sesudahnya', isoDate)
		.option('--rows <csv>', 'tulis baris yang akan diterima, NIP disamarkan')
		.option('--corrected <berkas>', 'tulis salinan berkas dengan kolom KESALAHAN di sebelah kanan')
		.option('--unfinished <berkas>', 'tulis daftar peserta pelatihan yang belum selesai (.xlsx atau .csv; data pribadi)')
		.addOption(format())
		.addOption(new Option('--lang <bahasa>', 'bahasa jawaban').choices(['id', 'en']).default('id'))
		.action((file: string, options) => finish(runCheck(resolve(file), options)));
	program
		.command('load <path...>')
		.description('muat folder dengan source.json, atau berkas satuan')
		.option('--dataset <dataset>', 'dataset berkas satuan', dataset)
		.option('--regency <kode>', 'pengirim berkas satuan, atau all', regency)
		.option('--quiet-unchanged', 'jangan sebut berkas yang sudah dimuat')
		.option('--accept-partial', 'muat baris yang baik dari berkas yang sebagian barisnya dikarantina')
		.action((paths: string[], options) => finish(runLoad(paths, options)));
	program
		.command('template')
		.description('tulis templat kosong yang dikenali pemeriksaan, dengan lembar petunjuk')
		.requiredOption('--dataset <dataset>', 'dataset yang akan dikirim', dataset)
		.requiredOption('--out <xlsx>', 'berkas .xlsx yang ditulis')
		.addOption(new Option('--lang <bahasa>', 'bahasa petunjuk').choices(['id', 'en']).default('id'))
		.action((options) => finish(runTemplate(options)));
	program
		.command('nil')
		.description('catat laporan nihil: tidak ada kejadian')
		.requiredOption('--dataset <dataset>', 'dataset yang nihil', dataset)
		.requiredOption('--regency <kode>', 'kode wilayah pengirim', regency)
		.requiredOption('--cycle <siklus>', 'siklus pemilihan, misalnya PILKADA-2024', cycle)
		.option('--as-of <tanggal>', 'tanggal pernyataan', isoDate)
		.option('--statement <kata>', 'pernyataan pengirim', 'Nihil')
		.addOption(new Option('--nature <nature>', 'nyata atau contoh').choices(['real', 'contoh']).default('real'))
		.action((options) => finish(runNil(options)));
	program.command('build').description('bangun rilis dari berkas yang diterima').action(() => finish(runBuild()));
	program
		.command('publish [id]')
		.description('audit rilis lalu sajikan')
		.option('--by <nama>', 'nama lengkap orang yang mengesahkan rilis ini')
		.option('--withdraw', 'hapus rilis lama yang membuka angka tersembunyi rilis ini')
		.action((id: string | undefined, options: { by?: string; withdraw?: boolean }) => finish(runPublish(id, options)));
	program.command('rollback [id]').description('kembali ke rilis sebelumnya').action((id?: string) => finish(runRollback(id)));
	program
		.command('verify-audit')
		.description('telusuri jejak audit dari baris pertama')
		.option('--head <segel>', 'segel terakhir yang pernah dicatat di tempat lain; harus masih ada di jejak')
		.addOption(format())
		.action((options) => finish(runVerifyAudit(options)));
	program.command('status').description('apa yang ada di rumah data').addOption(format()).action((o: { format: string }) => finish(runStatus(o.format)));
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

const HELP_TITLES: Readonly<Record<string, string>> = { 'Usage:': 'Pakai:', 'Options:': 'Opsi:', 'Commands:': 'Perintah:', 'Arguments:': 'Argumen:', 'Global Options:': 'Opsi umum:' };

/** Commander speaks English; its usage errors are few. */
const USAGE: readonly (readonly [RegExp, string])[] = [
	[/error: unknown option '(.+?)'/, "opsi '$1' tidak dikenal"],
	[/error: unknown command '(.+?)'/, "perintah '$1' tidak dikenal"],
	[/error: required option '(.+?)' not specified/, "opsi '$1' wajib disebut"],
	[/error: missing required argument '(.+?)'/, "argumen '$1' wajib disebut"],
	[/error: option '(.+?)' argument missing/, "opsi '$1' memerlukan nilai"],
	[/error: option '(.+?)' argument '(.*?)' is invalid\. ?/, "opsi '$1' tidak menerima '$2': "],
	[/Allowed choices are (.+?)\./, 'pilihannya $1'],
	[/error: too many arguments.*/, 'terlalu banyak argumen'],
	[/\(Did you mean (.+?)\?\)/, '(Maksud Anda $1?)']
];
const inIndonesian = (text: string): string => USAGE.reduce((t, [pattern, words]) => t.replace(pattern, words), text);

function failure(error: unknown): number {
	if (error instanceof CommanderError) {
		if (error.code.startsWith('pantau.')) console.error(error.message);
		return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
	}
	const message = error instanceof Error ? error.message : String(error);
	console.error(message);
	if (error instanceof LockedError) return EXIT.busy;
	if (error instanceof LimitError) return EXIT.usage;
	if (error instanceof SourceError) return EXIT.reject;
	if (error instanceof UnconfirmedError) return EXIT.unconfirmed;
	if (error instanceof PublishError) return EXIT.software;
	if (process.env.PANTAU_DEBUG && error instanceof Error) console.error(error.stack);
	return EXIT.software;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
