/** Exit codes of the command line, and what several commands share. */
import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { CheckResult } from '../findings.ts';
import { regionByCode } from '../reference/regions.ts';

export const EXIT = { ok: 0, quarantine: 2, reject: 3, usage: 64, software: 70, unconfirmed: 73, busy: 75 } as const;
const ZONES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const;

/** Today's date where the regency is; in Jakarta for `all`. */
export const today = (regency: string, now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONES[regionByCode(regency)?.timeZone ?? 'WIB'] }).format(now);

export const exitOf = (outcome: CheckResult['outcome']): number =>
	outcome === 'reject_file' ? EXIT.reject : outcome === 'quarantine_rows' ? EXIT.quarantine : EXIT.ok;

/** Throws a usage error (exit 64) for a path that does not exist. */
export function needFile(path: string): void {
	if (!existsSync(path)) throw new CommanderError(EXIT.usage, 'pantau.nofile', `Berkas atau folder "${path}" tidak ada.`);
}
