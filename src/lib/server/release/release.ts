/** Open releases: the current one is verified, opened and swapped in without losing a request; the old one closes when its last request ends. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { currentRelease, locateHome, type Home } from '#etl/home.ts';
import { needsConfirmation, type Confirmation } from '#etl/publish/confirm.ts';
import { Ops } from '#etl/ops.ts';
import { readManifest, verifyRelease, type Manifest } from '#etl/publish/manifest.ts';
import { ExactFile } from '../access/exact.ts';
import type { Scope } from '../access/scope.ts';
import { Warehouse } from '../warehouse/warehouse.ts';

export interface OpenRelease {
	readonly id: string;
	readonly manifest: Manifest;
	/** The exact file as this viewer may read it; null for the public. */
	readonly exact: (scope: Scope) => ExactFile | null;
	/** What everyone may see. */
	readonly public: Warehouse;
	/** Regencies that have sent something themselves. */
	readonly senders: readonly string[];
	/** Closes both files once their running questions have been answered. */
	readonly close: () => Promise<void>;
}

const LOOK_EVERY_MS = 500;

class Held {
	readonly release: OpenRelease;
	#users = 0;
	#retired = false;
	constructor(release: OpenRelease) {
		this.release = release;
	}
	take(): void {
		this.#users += 1;
	}
	give(): void {
		this.#users -= 1;
		this.#closeWhenIdle();
	}
	retire(): void {
		this.#retired = true;
		this.#closeWhenIdle();
	}
	#closeWhenIdle(): void {
		if (!this.#retired || this.#users > 0) return;
		void this.release.close();
	}
}

export class Releases {
	readonly #home: Home;
	#held: Held | null = null;
	#looked = 0;
	#mark = '';
	#opening: Promise<void> | null = null;

	constructor(home: Home = locateHome()) {
		this.#home = home;
	}

	/** Runs `work` with the current release, which stays open until `work` is done. Null when nothing is published. */
	async use<T>(work: (release: OpenRelease | null) => Promise<T>): Promise<T> {
		await this.#look();
		const held = this.#held;
		held?.take();
		try {
			return await work(held?.release ?? null);
		} finally {
			held?.give();
		}
	}

	async #look(): Promise<void> {
		if (this.#held && Date.now() - this.#looked < LOOK_EVERY_MS) return;
		this.#looked = Date.now();
		const mark = markOf(this.#home.current);
		if (mark === this.#mark || mark === '') return;
		this.#opening ??= this.#swap(mark).finally(() => (this.#opening = null));
		if (!this.#held) await this.#opening;
	}

	async #swap(mark: string): Promise<void> {
		const id = currentRelease(this.#home);
		if (!id || id === this.#held?.release.id) {
			this.#mark = mark;
			return;
		}
		try {
			const opened = await openRelease(join(this.#home.releases, id), id);
			if (needsConfirmation(opened.manifest) && !confirmationOf(this.#home, id)) {
				await opened.close();
				throw new Error('it holds real rows about persons and nobody has confirmed it');
			}
			const old = this.#held;
			this.#held = new Held(opened);
			this.#mark = mark;
			old?.retire();
		} catch (error) {
			console.error(JSON.stringify({ level: 'error', event: 'release_not_opened', release: id, reason: error instanceof Error ? error.message : String(error) }));
		}
	}
}

function confirmationOf(home: Home, id: string): Confirmation | null {
	const ops = new Ops(home);
	try {
		return ops.confirmation(id);
	} finally {
		ops.close();
	}
}

/** Verifies the files of a release and opens both. Throws when they are not what the manifest says. */
export async function openRelease(dir: string, id: string): Promise<OpenRelease> {
	const manifest = readManifest(dir);
	if (!manifest) throw new Error('no manifest');
	const wrong = await verifyRelease(dir);
	if (wrong.length > 0) throw new Error(`files differ from the manifest: ${wrong.join(', ')}`);
	const [internal, open] = await Promise.all([Warehouse.open(join(dir, 'internal.duckdb')), Warehouse.open(join(dir, 'public.duckdb'))]);
	const rows = await open.query(`SELECT DISTINCT regency FROM submission WHERE regency <> 'all' AND state IN ('accepted', 'nil') ORDER BY regency`);
	return {
		id,
		manifest,
		exact: (scope) => ExactFile.of(internal, scope),
		public: open,
		senders: rows.map((r) => String(r.regency)),
		close: async () => void (await Promise.all([internal.close(), open.close()]))
	};
}

function markOf(path: string): string {
	try {
		const { mtimeMs, ino } = statSync(path);
		return `${ino}:${mtimeMs}`;
	} catch {
		return '';
	}
}
