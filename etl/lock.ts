/** One ETL at a time: an exclusive file that names its holder; a lock left by a dead process is taken over. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Home } from './home.ts';

export class LockedError extends Error {}

function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** Runs `work` while holding the lock. Throws LockedError (exit code 75) when another living process holds it. */
export async function withLock<T>(home: Home, work: () => Promise<T>): Promise<T> {
	const aside = `${home.lock}.${process.pid}`;
	for (let attempt = 0; ; attempt += 1) {
		try {
			// The file appears under its name with the holder already in it, or not at all.
			writeFileSync(aside, String(process.pid), { mode: 0o600 });
			linkSync(aside, home.lock);
			break;
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
			const holder = Number(readFileSync(home.lock, 'utf8'));
			if (attempt > 0 || (holder > 0 && alive(holder))) throw new LockedError(`ETL lain sedang berjalan (proses ${holder}). Tunggu sampai selesai, lalu ulangi.`);
			rmSync(home.lock, { force: true });
		} finally {
			rmSync(aside, { force: true });
		}
	}
	try {
		return await work();
	} finally {
		rmSync(home.lock, { force: true });
	}
}
