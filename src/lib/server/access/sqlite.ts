/** Accounts, sessions and the audit trail in the data home's `ops.sqlite`, beside what the ETL keeps there. */
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { appendAudit, AUDIT_SCHEMA } from '#etl/audit.ts';
import { atomically } from '#etl/sqlite.ts';
import { LastAdministratorError, NameTakenError, RIGHTS, type AccessStore, type Account, type Credentials, type Entry, type Session } from './account.ts';
import { parseRole, scopeKey } from './scope.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS account (
	id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, full_name TEXT NOT NULL, role TEXT NOT NULL, rights TEXT NOT NULL,
	password TEXT, one_time TEXT, one_time_until TEXT, totp TEXT, totp_step INTEGER NOT NULL DEFAULT 0,
	disabled INTEGER NOT NULL DEFAULT 0, made_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS session (
	token TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
	stage TEXT NOT NULL CHECK (stage IN ('setup', 'full')), made_at TEXT NOT NULL, seen_at TEXT NOT NULL, ends_at TEXT NOT NULL,
	view_as TEXT, network TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS session_of_account ON session (account);
CREATE TABLE IF NOT EXISTS attempt (subject TEXT PRIMARY KEY, tries INTEGER NOT NULL, until TEXT NOT NULL) STRICT;
${AUDIT_SCHEMA}`;

const accountRow = z.object({
	id: z.string(),
	name: z.string(),
	full_name: z.string(),
	role: z.string().transform((text) => parseRole(text) ?? ({ role: 'public' } as const)),
	rights: z.string().transform((text) => RIGHTS.filter((right) => text.split(' ').includes(right))),
	password: z.string().nullable(),
	one_time: z.string().nullable(),
	one_time_until: z.string().nullable(),
	totp: z.string().nullable(),
	totp_step: z.number(),
	disabled: z.number(),
	made_at: z.string()
});
type AccountRow = z.infer<typeof accountRow>;

const toAccount = (row: AccountRow): Account => ({
	id: row.id,
	name: row.name,
	fullName: row.full_name,
	role: row.role,
	rights: row.rights,
	disabled: row.disabled === 1,
	ready: row.password !== null && row.totp !== null,
	madeAt: row.made_at
});
const toCredentials = (row: AccountRow): Credentials => ({
	password: row.password,
	oneTime: row.one_time !== null && row.one_time_until !== null ? { hash: row.one_time, until: row.one_time_until } : null,
	totp: row.totp,
	totpStep: row.totp_step
});

const sessionRow = z
	.object({ id: z.string(), account: z.string(), stage: z.enum(['setup', 'full']), made_at: z.string(), seen_at: z.string(), ends_at: z.string(), view_as: z.string().nullable(), network: z.string() })
	.transform((r): Session => ({ id: r.id, account: r.account, stage: r.stage, madeAt: r.made_at, seenAt: r.seen_at, endsAt: r.ends_at, viewAs: r.view_as, network: r.network }));
const trailRow = z.object({ id: z.number(), at: z.string(), actor: z.string(), action: z.string(), object: z.string(), detail: z.string() });

/** A session is noted as seen at most this often. */
const SEEN_EVERY_MS = 30_000;

export class SqliteStore implements AccessStore {
	readonly #db: DatabaseSync;

	/** Opens or makes the store; other processes may have it open too. */
	constructor(path: string) {
		this.#db = new DatabaseSync(path, { timeout: 5_000 });
		this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;');
		this.#db.exec(SCHEMA);
	}

	async accounts(): Promise<readonly Account[]> {
		return this.#db.prepare('SELECT * FROM account ORDER BY name').all().map((row) => toAccount(accountRow.parse(row)));
	}

	async account(id: string): Promise<Account | null> {
		const row = this.#db.prepare('SELECT * FROM account WHERE id = ?').get(id);
		return row ? toAccount(accountRow.parse(row)) : null;
	}

	async credentials(name: string): Promise<{ account: Account; credentials: Credentials } | null> {
		const found = this.#db.prepare('SELECT * FROM account WHERE name = ?').get(name);
		if (!found) return null;
		const row = accountRow.parse(found);
		return { account: toAccount(row), credentials: toCredentials(row) };
	}

	async addAccount(...[account, oneTime, by]: Parameters<AccessStore['addAccount']>): Promise<Account> {
		const id = randomBytes(9).toString('base64url');
		const made: Account = { id, ...account, disabled: false, ready: false, madeAt: new Date().toISOString() };
		atomically(this.#db, () => {
			if (this.#db.prepare('SELECT 1 FROM account WHERE name = ?').get(account.name)) throw new NameTakenError(account.name);
			this.#db
				.prepare('INSERT INTO account (id, name, full_name, role, rights, one_time, one_time_until, made_at) VALUES (?,?,?,?,?,?,?,?)')
				.run(id, account.name, account.fullName, scopeKey(account.role), account.rights.join(' '), oneTime.hash, oneTime.until, made.madeAt);
			this.#append({ ...by, object: account.name });
		});
		return made;
	}

	async changeAccount(...[id, change, by]: Parameters<AccessStore['changeAccount']>): Promise<void> {
		atomically(this.#db, () => {
			const before = this.#db.prepare('SELECT * FROM account WHERE id = ?').get(id);
			if (!before) return;
			const was = toAccount(accountRow.parse(before));
			const now = { ...was, ...change };
			this.#db.prepare('UPDATE account SET full_name = ?, role = ?, rights = ?, disabled = ? WHERE id = ?').run(now.fullName, scopeKey(now.role), now.rights.join(' '), now.disabled ? 1 : 0, id);
			// As text, so that the right of one name is not found within another.
			const left = this.#db.prepare(`SELECT count(*) AS n FROM account WHERE disabled = 0 AND ' ' || rights || ' ' LIKE '% administer %'`).get();
			if (Number(left?.n) === 0 && was.rights.includes('administer')) throw new LastAdministratorError(now.name);
			if (change.role || change.rights || change.disabled) this.#db.prepare('DELETE FROM session WHERE account = ?').run(id);
			this.#append(by);
		});
	}

	async resetAccount(...[id, oneTime, by]: Parameters<AccessStore['resetAccount']>): Promise<void> {
		atomically(this.#db, () => {
			this.#db.prepare('UPDATE account SET password = NULL, totp = NULL, one_time = ?, one_time_until = ? WHERE id = ?').run(oneTime.hash, oneTime.until, id);
			this.#db.prepare('DELETE FROM session WHERE account = ?').run(id);
			this.#append(by);
		});
	}

	async setPassword(id: string, hash: string, session: string, by: Entry): Promise<boolean> {
		return atomically(this.#db, () => {
			const set = this.#db
				.prepare('UPDATE account SET password = ?, one_time = NULL, one_time_until = NULL WHERE id = ? AND EXISTS (SELECT 1 FROM session WHERE session.id = ? AND session.account = account.id)')
				.run(hash, id, session);
			if (Number(set.changes) !== 1) return false;
			this.#append(by);
			return true;
		});
	}

	async setTotp(id: string, sealed: string, step: number, by: Entry): Promise<void> {
		atomically(this.#db, () => {
			this.#db.prepare('UPDATE account SET totp = ?, totp_step = ? WHERE id = ?').run(sealed, step, id);
			this.#append(by);
		});
	}

	async takeTotpStep(id: string, step: number): Promise<boolean> {
		return Number(this.#db.prepare('UPDATE account SET totp_step = ? WHERE id = ? AND totp_step < ?').run(step, id, step).changes) === 1;
	}

	async addSession(s: Session, tokenHash: string): Promise<void> {
		atomically(this.#db, () => {
			this.#db.prepare('DELETE FROM session WHERE ends_at < ?').run(s.madeAt);
			this.#db
				.prepare('INSERT INTO session (token, id, account, stage, made_at, seen_at, ends_at, view_as, network) VALUES (?,?,?,?,?,?,?,?,?)')
				.run(tokenHash, s.id, s.account, s.stage, s.madeAt, s.seenAt, s.endsAt, s.viewAs, s.network);
		});
	}

	async session(tokenHash: string, now: string, idleSince: string): Promise<{ session: Session; account: Account } | null> {
		const found = this.#db.prepare('SELECT * FROM session WHERE token = ? AND ends_at > ? AND seen_at > ?').get(tokenHash, now, idleSince);
		if (!found) return null;
		const session = sessionRow.parse(found);
		const account = await this.account(session.account);
		if (!account || account.disabled) return null;
		if (Date.parse(now) - Date.parse(session.seenAt) > SEEN_EVERY_MS) this.#db.prepare('UPDATE session SET seen_at = ? WHERE token = ?').run(now, tokenHash);
		return { session, account };
	}

	async sessions(account: string, now: string, idleSince: string): Promise<readonly Session[]> {
		return this.#db.prepare('SELECT * FROM session WHERE account = ? AND ends_at > ? AND seen_at > ? ORDER BY made_at DESC').all(account, now, idleSince).map((row) => sessionRow.parse(row));
	}

	async setViewAs(session: string, viewAs: string | null, by: Entry): Promise<void> {
		atomically(this.#db, () => {
			this.#db.prepare('UPDATE session SET view_as = ? WHERE id = ?').run(viewAs, session);
			this.#append(by);
		});
	}

	async endSession(session: string, account: string, by: Entry | null): Promise<boolean> {
		return atomically(this.#db, () => {
			const ended = Number(this.#db.prepare('DELETE FROM session WHERE id = ? AND account = ?').run(session, account).changes) === 1;
			if (ended && by) this.#append(by);
			return ended;
		});
	}

	async endSessions(account: string, except: string | null, by: Entry | null): Promise<number> {
		return atomically(this.#db, () => {
			const ended = Number(this.#db.prepare('DELETE FROM session WHERE account = ? AND id IS NOT ?').run(account, except).changes);
			if (by) this.#append(by);
			return ended;
		});
	}

	async takeAttempt(...[subject, rule, now]: Parameters<AccessStore['takeAttempt']>): Promise<boolean> {
		const until = new Date(now.getTime() + rule.seconds * 1000).toISOString();
		return atomically(this.#db, () => {
			this.#db.prepare('DELETE FROM attempt WHERE until <= ?').run(now.toISOString());
			const taken = this.#db
				.prepare('INSERT INTO attempt (subject, tries, until) VALUES (?, 1, ?) ON CONFLICT (subject) DO UPDATE SET tries = tries + 1, until = excluded.until WHERE tries < ?')
				.run(subject, until, rule.most);
			return Number(taken.changes) === 1;
		});
	}

	async returnAttempt(subject: string): Promise<void> {
		this.#db.prepare('UPDATE attempt SET tries = tries - 1 WHERE subject = ? AND tries > 0').run(subject);
	}

	async clearAttempts(subject: string): Promise<void> {
		this.#db.prepare('DELETE FROM attempt WHERE subject = ?').run(subject);
	}

	async record(entry: Entry): Promise<void> {
		atomically(this.#db, () => this.#append(entry));
	}

	async trail(limit: number): Promise<readonly z.infer<typeof trailRow>[]> {
		return this.#db.prepare('SELECT id, at, actor, action, object, detail FROM audit ORDER BY id DESC LIMIT ?').all(limit).map((row) => trailRow.parse(row));
	}

	async ping(): Promise<void> {
		this.#db.prepare('SELECT 1').get();
	}

	async close(): Promise<void> {
		this.#db.close();
	}

	#append(entry: Entry): void {
		appendAudit(this.#db, entry);
	}
}
