/** The audit trail: rows are added and never changed, each sealed with the row before it. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** What was done: who (`etl` or an account), what, to what, and more about it in words. */
export interface AuditEntry {
	readonly actor: string;
	readonly action: string;
	readonly object: string;
	readonly detail: string;
}

/** A row as it is stored; `at` in UTC, `hash` over the hash of the row before and this row's words. */
export interface AuditRow extends AuditEntry {
	readonly id: number;
	readonly at: string;
	readonly hash: string;
}

/** The result of following the chain from its first row. `broken`: the first row that does not fit, and why. */
export interface Verified {
	readonly rows: number;
	/** Hash of the last row; empty for an empty trail. Written down elsewhere, it shows later that no row was cut off the end. */
	readonly head: string;
	readonly broken: { readonly id: number; readonly reason: 'changed' | 'missing_before' } | null;
	/** Whether the head that was written down earlier stands in the chain; null when none was given. */
	readonly reached: boolean | null;
}

export const AUDIT_SCHEMA = `
CREATE TABLE IF NOT EXISTS audit (
	id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL,
	detail TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
`;

const sealOf = (before: string, at: string, { actor, action, object, detail }: AuditEntry): string =>
	createHash('sha256').update([before, at, actor, action, object, detail].join('\0')).digest('hex');

/** The seal joins words by NUL, so none may hold one. */
const whole = ({ actor, action, object, detail }: AuditEntry): AuditEntry => {
	const clean = (text: string): string => text.replaceAll('\0', '');
	return { actor: clean(actor), action: clean(action), object: clean(object), detail: clean(detail) };
};

/** Adds a row. The caller holds a write transaction, so that two writers cannot seal with the same row before. */
export function appendAudit(db: DatabaseSync, given: AuditEntry, at = new Date().toISOString()): void {
	const entry = whole(given);
	const last = db.prepare('SELECT hash FROM audit ORDER BY id DESC LIMIT 1').get() as { hash: string } | undefined;
	db.prepare('INSERT INTO audit (at, actor, action, object, detail, hash) VALUES (?,?,?,?,?,?)').run(at, entry.actor, entry.action, entry.object, entry.detail, sealOf(last?.hash ?? '', at, entry));
}

/** Follows the chain. `known`: a head written down earlier, which must be one of its seals. */
export function verifyAudit(db: DatabaseSync, known: string | null = null): Verified {
	let [before, id, rows] = ['', 0, 0];
	let reached = known === null ? null : known === '';
	for (const row of db.prepare('SELECT id, at, actor, action, object, detail, hash FROM audit ORDER BY id').iterate() as Iterable<unknown> as Iterable<AuditRow>) {
		// The numbers are given without a gap, so a gap is a row taken out; a seal that does not fit is a row that was changed.
		if (row.id !== id + 1) return { rows, head: before, broken: { id: row.id, reason: 'missing_before' }, reached };
		if (row.hash !== sealOf(before, row.at, row)) return { rows, head: before, broken: { id: row.id, reason: 'changed' }, reached };
		[before, id, rows] = [row.hash, row.id, rows + 1];
		if (row.hash === known) reached = true;
	}
	return { rows, head: before, broken: null, reached };
}
