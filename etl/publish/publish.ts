/** Publish: audit a built release, write its manifest, move it into place and switch `CURRENT` by one rename. */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '@duckdb/node-api';
import type { BuiltRelease } from '../build/build.ts';
import { codeVersion } from '../build/version.ts';
import { currentRelease, type Home } from '../home.ts';
import type { Ops } from '../ops.ts';
import { auditRelease, type AuditCheck } from './audit.ts';
import { needsConfirmation } from './confirm.ts';
import { hashFile, readManifest, verifyRelease, type Manifest } from './manifest.ts';

/** Releases kept besides the current one. */
const KEEP = 5;

export class PublishError extends Error {
	readonly checks: readonly AuditCheck[];
	constructor(message: string, checks: readonly AuditCheck[] = []) {
		super(message);
		this.checks = checks;
	}
}

/** Nobody has agreed to it yet. */
export class UnconfirmedError extends PublishError {}

/** Finishes a build: hashes its files, writes the manifest, gives the folder its name. It is not yet visible to readers. */
export async function sealRelease(home: Home, ops: Ops, built: BuiltRelease): Promise<Manifest> {
	const submissions = ops.submissions().filter((s) => s.state === 'accepted' || s.state === 'nil');
	const previous = currentRelease(home);
	const before = previous ? readableManifest(join(home.releases, previous)) : null;
	const had = new Set(before?.inputs.map((i) => i.submission) ?? []);
	const has = new Set(submissions.map((s) => s.id));
	const files: Manifest['files'] = {};
	for (const name of ['internal.duckdb', 'public.duckdb']) {
		syncFile(join(built.dir, name));
		files[name] = await hashFile(join(built.dir, name));
	}
	const manifest: Manifest = {
		id: built.id,
		built_at: new Date().toISOString(),
		as_of: submissions.reduce((latest, s) => (s.asOf > latest ? s.asOf : latest), ''),
		code_version: codeVersion(),
		engine: `duckdb ${version()}`,
		files,
		rows: { ...built.facts },
		cells: built.hidden,
		real_person_rows: built.realPersonRows,
		inputs: submissions.map((s) => ({ submission: s.id, sha256: s.sha256 })),
		previous: previous === built.id ? (before?.previous ?? null) : previous,
		changes: {
			submissions_added: [...has].filter((id) => !had.has(id)),
			submissions_removed: [...had].filter((id) => !has.has(id))
		}
	};
	writeFileSync(join(built.dir, 'manifest.json'), `${JSON.stringify(manifest, null, '\t')}\n`);
	syncFile(join(built.dir, 'manifest.json'));
	const final = join(home.releases, built.id);
	if (existsSync(final) && previous !== built.id) rmSync(final, { recursive: true });
	if (existsSync(final)) rmSync(built.dir, { recursive: true });
	else renameSync(built.dir, final);
	syncFolder(home.releases);
	return readManifest(final) ?? manifest;
}

/**
 * Audits a sealed release and makes it the current one. Throws PublishError and changes nothing when a check fails.
 * `withdraw`: earlier releases that give a hidden number of this one away are deleted instead; nobody can go back to them.
 */
export async function publishRelease(home: Home, ops: Ops, id: string, withdraw = false): Promise<AuditCheck[]> {
	const dir = join(home.releases, id);
	if (!existsSync(dir)) throw new PublishError(`Rilis ${id} tidak ada. Jalankan "etl build" dahulu.`);
	const wrong = await verifyRelease(dir);
	if (wrong.length > 0) throw new PublishError(`Rilis ${id} rusak: ${wrong.join(', ')} tidak sesuai manifes.`);
	const manifest = readManifest(dir);
	const confirmed = ops.confirmation(id);
	if (manifest && needsConfirmation(manifest) && !confirmed) {
		throw new UnconfirmedError(`Rilis ${id} memuat baris nyata tentang orang dan belum disahkan. Sahkan di halaman /pratinjau, atau jalankan: etl publish ${id} --by "Nama Lengkap".`);
	}
	const checks = await auditRelease(dir, manifest?.inputs.map((i) => i.submission) ?? [], listReleases(home).flatMap((m) => (m.id === id ? [] : [join(home.releases, m.id)])));
	const failed = checks.filter((c) => !c.holds && !(withdraw && c.releases));
	if (failed.length > 0) {
		const remedy = failed.every((c) => c.releases) ? '. Tarik rilis lama itu dengan "etl publish --withdraw" (withdraw those earlier releases)' : '';
		throw new PublishError(`Rilis ${id} tidak lulus audit: ${failed.map((c) => `${c.name} (${c.detail})`).join('; ')}${remedy}`, checks);
	}
	switchTo(home, id);
	ops.audit('etl', 'publish', id, `${checks.length} checks${confirmed ? `, confirmed by ${confirmed.by}` : ''}`);
	for (const old of new Set(checks.flatMap((c) => (c.holds ? [] : (c.releases ?? []))))) {
		rmSync(join(home.releases, old), { recursive: true, force: true });
		ops.audit('etl', 'withdraw', old, `by ${id}`);
	}
	retain(home, id);
	return checks;
}

/** Switches back to an earlier release, by default the one before the current. Returns its id. */
export async function rollback(home: Home, ops: Ops, id?: string): Promise<string> {
	const current = currentRelease(home);
	const target = id ?? (current ? readManifest(join(home.releases, current))?.previous : null);
	if (!target || !existsSync(join(home.releases, target))) throw new PublishError(`Tidak ada rilis ${target ?? 'sebelumnya'} untuk dipulihkan.`);
	const wrong = await verifyRelease(join(home.releases, target));
	if (wrong.length > 0) throw new PublishError(`Rilis ${target} rusak: ${wrong.join(', ')}.`);
	const manifest = readManifest(join(home.releases, target));
	if (manifest && needsConfirmation(manifest) && !ops.confirmation(target)) throw new UnconfirmedError(`Rilis ${target} memuat baris nyata tentang orang dan tidak pernah disahkan.`);
	switchTo(home, target);
	ops.audit('etl', 'rollback', target, `from ${current ?? '-'}`);
	return target;
}

/** Null for a folder that this version of Pantau cannot read: made by another version, or damaged. */
function readableManifest(dir: string): Manifest | null {
	try {
		return readManifest(dir);
	} catch {
		return null;
	}
}

/** All sealed releases that can be read, newest first by build time. */
export function listReleases(home: Home): Manifest[] {
	if (!existsSync(home.releases)) return [];
	return readdirSync(home.releases)
		.filter((name) => !name.startsWith('.'))
		.map((name) => readableManifest(join(home.releases, name)))
		.filter((m) => m !== null)
		.sort((a, b) => b.built_at.localeCompare(a.built_at));
}

function switchTo(home: Home, id: string): void {
	const aside = `${home.current}.tmp`;
	writeFileSync(aside, `${id}\n`);
	syncFile(aside);
	renameSync(aside, home.current);
	syncFolder(home.dir);
}

function retain(home: Home, current: string): void {
	const others = listReleases(home).filter((m) => m.id !== current);
	for (const old of others.slice(KEEP)) rmSync(join(home.releases, old.id), { recursive: true, force: true });
}

function syncFile(path: string): void {
	const fd = openSync(path, 'r+');
	fsyncSync(fd);
	closeSync(fd);
}

function syncFolder(path: string): void {
	const fd = openSync(path, 'r');
	fsyncSync(fd);
	closeSync(fd);
}
