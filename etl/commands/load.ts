/** `etl load`: folders with a source.json, or single files, into the data home. */
import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { DatasetName } from '../datasets/index.ts';
import { openHome } from '../home.ts';
import { openKeys } from '../keys.ts';
import { deliveriesOf, loadFile, loadNil, readSource, SourceError, sourceFolders, type Delivery, type LoadResult, type LoadTools } from '../load.ts';
import { withLock } from '../lock.ts';
import { Ops } from '../ops.ts';
import { createProgress } from '../progress.ts';
import type { SourceFile } from '../source.ts';
import { Warehouse } from '../warehouse.ts';
import { sourceBeside } from './check.ts';
import { EXIT, needFile, today } from './exit.ts';

function describe(loaded: LoadResult): string {
	if (loaded.state === 'same_again') return `${loaded.regency} ${loaded.fileName}: sudah dimuat ${loaded.loadedBefore ?? ''}, tidak ada yang berubah`;
	if (loaded.state === 'nil') return `${loaded.regency} laporan nihil dicatat`;
	const rows = loaded.result?.rows;
	const counts = rows ? `${rows.read} dibaca = ${rows.accepted} diterima + ${rows.quarantined} dikarantina + ${rows.dropped} dilewati` : '';
	const first = loaded.result?.findings.find((f) => f.severity === 'error');
	const others = (loaded.result?.findings.filter((f) => f.severity === 'error').length ?? 0) - 1;
	const why = loaded.state === 'accepted' || !first ? '' : ` [${first.code}] ${first.message.id}${others > 0 ? `; dan ${others} temuan lain: lihat dengan check` : ''}`;
	const word = { accepted: 'dimuat', held: 'DITAHAN (tambahkan --accept-partial untuk memuat sisanya)', refused: 'DITOLAK' }[loaded.state];
	const r = loaded.resubmission;
	const against = r.changed + r.same + r.missing > 0 ? `; ${r.new} baru, ${r.changed} berubah, ${r.same} sama, ${r.missing} tidak ada lagi` : '';
	return `${loaded.regency} ${loaded.fileName}: ${word}; ${counts}${against}${why}`;
}

interface Gathered {
	readonly deliveries: readonly Delivery[];
	readonly nils: readonly ((tools: LoadTools) => LoadResult)[];
	/** Folders whose `source.json` cannot be used, and why. The others are loaded all the same. */
	readonly broken: readonly string[];
}

/** Deliveries and nil returns of the given folders and files. */
function gather(paths: readonly string[], options: { dataset?: DatasetName; regency?: string }): Gathered {
	const deliveries: Delivery[] = [];
	const nils: ((tools: LoadTools) => LoadResult)[] = [];
	const broken: string[] = [];
	for (const path of paths) {
		needFile(path);
		if (statSync(path).isDirectory()) {
			const folders = sourceFolders(path);
			if (folders.length === 0) throw new SourceError(`${path}: tidak ada source.json di folder ini maupun di subfoldernya`);
			for (const folder of folders) {
				try {
					const source = readSource(folder);
					deliveries.push(...deliveriesOf(folder, source));
					for (const nil of source.nil) nils.push((tools) => loadNil(source, nil, tools.ops));
				} catch (error) {
					if (!(error instanceof SourceError)) throw error;
					broken.push(error.message);
				}
			}
			continue;
		}
		if (!options.regency) throw new CommanderError(EXIT.usage, 'pantau.noregency', 'Untuk memuat satu berkas, sebutkan --regency KODE (atau all).');
		const stated = sourceBeside(path, options.regency);
		const file: SourceFile = stated ?? { file: basename(path), nature: 'real', as_of: today(options.regency) };
		deliveries.push({ path, regency: options.regency, office: 'baris perintah', file: options.dataset ? { ...file, dataset: options.dataset } : file });
	}
	return { deliveries, nils, broken };
}

export async function runLoad(paths: readonly string[], options: { dataset?: DatasetName; regency?: string; acceptPartial?: boolean; quietUnchanged?: boolean }): Promise<number> {
	const { deliveries, nils, broken } = gather(paths.map((p) => resolve(p)), options);
	const home = openHome();
	return withLock(home, async () => {
		const tools: LoadTools = { home, ops: new Ops(home), keys: openKeys(home), warehouse: await Warehouse.open() };
		const progress = createProgress('Memuat', deliveries.length);
		for (const message of broken) console.error(`DITOLAK: ${message}`);
		let code: number = broken.length > 0 ? EXIT.reject : EXIT.ok;
		let rows = 0;
		try {
			for (const delivery of deliveries) {
				const loaded = await loadFile(delivery, options.acceptPartial ?? false, tools);
				if (loaded.state === 'accepted') rows += loaded.result?.rows.accepted ?? 0;
				if (!options.quietUnchanged || loaded.state !== 'same_again') progress.step(describe(loaded));
				if (loaded.state === 'refused') code = EXIT.reject;
				else if (loaded.state === 'held' && code === EXIT.ok) code = EXIT.quarantine;
			}
			for (const nil of nils) nil(tools);
			progress.finish(`${deliveries.length} berkas, ${nils.length} laporan nihil, ${rows} baris diterima`);
		} finally {
			tools.warehouse.close();
			tools.ops.close();
		}
		return code;
	});
}

/** Records that nothing happened, in the sender's words. The same statement twice changes nothing. */
export async function runNil(options: { dataset: DatasetName; regency: string; cycle: string; asOf?: string; statement: string; nature: 'real' | 'contoh' }): Promise<number> {
	const { dataset, regency, cycle, statement, nature } = options;
	const home = openHome();
	return withLock(home, async () => {
		const ops = new Ops(home);
		try {
			const loaded = loadNil({ regency, office: 'baris perintah' }, { dataset, nature, cycle, as_of: options.asOf ?? today(regency), statement }, ops);
			console.error(describe(loaded));
			return EXIT.ok;
		} finally {
			ops.close();
		}
	});
}
