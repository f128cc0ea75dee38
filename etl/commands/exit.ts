/** Exit codes of the command line, and what several commands share. */
import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { CheckResult } from '../findings.ts';

export const EXIT = { ok: 0, quarantine: 2, reject: 3, usage: 64, software: 70, busy: 75 } as const;
export const today = (): string => new Date().toISOString().slice(0, 10);

export const exitOf = (outcome: CheckResult['outcome']): number =>
	outcome === 'reject_file' ? EXIT.reject : outcome === 'quarantine_rows' ? EXIT.quarantine : EXIT.ok;

/** Throws a usage error (exit 64) for a path that does not exist. */
export function needFile(path: string): void {
	if (!existsSync(path)) throw new CommanderError(EXIT.usage, 'pantau.nofile', `Berkas atau folder "${path}" tidak ada.`);
}
