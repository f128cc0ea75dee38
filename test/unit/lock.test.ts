import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHome, type Home } from '../../etl/home.ts';
import { LockedError, withLock } from '../../etl/lock.ts';

let home: Home;
beforeEach(() => {
	home = openHome({ PANTAU_HOME: mkdtempSync(join(tmpdir(), 'pantau-lock-')) });
});
afterEach(() => rmSync(home.dir, { recursive: true, force: true }));

/** A process id that was in use and is not any more. */
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of the ETL', () => {
	it('is held while work runs and given back after it', async () => {
		const during = await withLock(home, async () => readFileSync(home.lock, 'utf8'));
		expect(during).toBe(String(process.pid));
		expect(existsSync(home.lock)).toBe(false);
	});

	it('is given back when work fails, and the failure is passed on', async () => {
		await expect(withLock(home, async () => { throw new Error('disk full'); })).rejects.toThrow('disk full');
		expect(existsSync(home.lock)).toBe(false);
	});

	it('refuses a second one, names the holder, and does not take the lock away', async () => {
		let second = false;
		await withLock(home, async () => {
			const refused = await withLock(home, async () => void (second = true)).catch((error: unknown) => error);
			expect(refused).toBeInstanceOf(LockedError);
			expect(String(refused)).toContain(`proses ${process.pid}`);
			expect(readFileSync(home.lock, 'utf8')).toBe(String(process.pid));
		});
		expect(second).toBe(false);
	});

	it('lets exactly one of many win', async () => {
		let running = 0;
		let most = 0;
		const work = async (): Promise<void> => {
			running += 1;
			most = Math.max(most, running);
			await new Promise((resolve) => setTimeout(resolve, 20));
			running -= 1;
		};
		const results = await Promise.allSettled(Array.from({ length: 8 }, () => withLock(home, work)));
		expect(most).toBe(1);
		expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
	});

	it('takes over the lock of a process that is gone', async () => {
		writeFileSync(home.lock, String(deadProcess()));
		expect(await withLock(home, async () => readFileSync(home.lock, 'utf8'))).toBe(String(process.pid));
		expect(existsSync(home.lock)).toBe(false);
	});
});
