/** The operational store: submissions with their findings, and the audit trail. SQLite beside the releases. */
import { DatabaseSync } from 'node:sqlite';
import { appendAudit, AUDIT_SCHEMA, verifyAudit, type Verified } from './audit.ts';
import type { DatasetName } from './datasets/index.ts';
import type { CheckResult, Finding } from './findings.ts';
import type { Home } from './home.ts';
import { atomically } from './sqlite.ts';
import { inLanguage } from './phrase.ts';
import { CONFIRMATION_SCHEMA, type Confirmation } from './publish/confirm.ts';
import type { Nature } from './source.ts';

/**
 * - `accepted` its rows are (partly) in the next release
 * - `held` it has bad rows and the sender has not agreed to load the rest
 * - `refused` the file could not be taken
 * - `nil` a nil return: nothing happened
 */
export type SubmissionState = 'accepted' | 'held' | 'refused' | 'nil';

export interface Resubmission {
	readonly new: number;
	readonly changed: number;
	readonly same: number;
	readonly missing: number;
}

export interface Submission {
	readonly id: string;
	readonly seq: number;
	readonly dataset: DatasetName | null;
	readonly regency: string;
	readonly office: string;
	readonly nature: Nature;
	readonly fileName: string;
	readonly sha256: string;
	readonly kind: string | null;
	readonly asOf: string;
	readonly received: string;
	readonly loadedAt: string;
	readonly state: SubmissionState;
	readonly outcome: string;
	readonly read: number;
	readonly accepted: number;
	readonly quarantined: number;
	readonly dropped: number;
	readonly resubmission: Resubmission;
	readonly covers: readonly string[];
	readonly statement: string | null;
	readonly sourceAddress: string | null;
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS submission (
	seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, dataset TEXT, regency TEXT NOT NULL, office TEXT NOT NULL,
	nature TEXT NOT NULL CHECK (nature IN ('real','contoh')), file_name TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT,
	as_of TEXT NOT NULL, received TEXT NOT NULL, loaded_at TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('accepted','held','refused','nil')), outcome TEXT NOT NULL,
	n_read INTEGER NOT NULL, n_accepted INTEGER NOT NULL, n_quarantined INTEGER NOT NULL, n_dropped INTEGER NOT NULL,
	n_new INTEGER NOT NULL, n_changed INTEGER NOT NULL, n_same INTEGER NOT NULL, n_missing INTEGER NOT NULL,
	covers TEXT NOT NULL, statement TEXT, source_address TEXT,
	CHECK (n_read = n_accepted + n_quarantined + n_dropped)
) STRICT;
CREATE TABLE IF NOT EXISTS finding (
	submission TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE, position INTEGER NOT NULL,
	code TEXT NOT NULL, severity TEXT NOT NULL, sheet TEXT, row INTEGER, column_letter TEXT, heading TEXT, value TEXT,
	message TEXT NOT NULL, remedy TEXT NOT NULL, message_en TEXT NOT NULL DEFAULT '', remedy_en TEXT NOT NULL DEFAULT '', PRIMARY KEY (submission, position)
) STRICT;
`;

/** Columns that came later, for stores made before them. */
const LATER_COLUMNS = ['message_en', 'remedy_en'] as const;

type Row = Record<string, string | number | null>;
const text = (row: Row, name: string): string => String(row[name]);
const orNull = (row: Row, name: string): string | null => (row[name] === null || row[name] === undefined ? null : String(row[name]));

function toSubmission(row: Row): Submission {
	const count = (name: string): number => Number(row[name]);
	return {
		id: text(row, 'id'),
		seq: count('seq'),
		dataset: orNull(row, 'dataset') as DatasetName | null,
		regency: text(row, 'regency'),
		office: text(row, 'office'),
		nature: text(row, 'nature') as Nature,
		fileName: text(row, 'file_name'),
		sha256: text(row, 'sha256'),
		kind: orNull(row, 'kind'),
		asOf: text(row, 'as_of'),
		received: text(row, 'received'),
		loadedAt: text(row, 'loaded_at'),
		state: text(row, 'state') as SubmissionState,
		outcome: text(row, 'outcome'),
		read: count('n_read'),
		accepted: count('n_accepted'),
		quarantined: count('n_quarantined'),
		dropped: count('n_dropped'),
		resubmission: { new: count('n_new'), changed: count('n_changed'), same: count('n_same'), missing: count('n_missing') },
		covers: JSON.parse(text(row, 'covers')) as string[],
		statement: orNull(row, 'statement'),
		sourceAddress: orNull(row, 'source_address')
	};
}

export class Ops {
	readonly #db: DatabaseSync;

	constructor(home: Home) {
		this.#db = new DatabaseSync(home.ops);
		this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;');
		this.#db.exec(SCHEMA + AUDIT_SCHEMA + CONFIRMATION_SCHEMA);
		this.#addLaterColumns();
	}

	submissions(): Submission[] {
		return (this.#db.prepare('SELECT * FROM submission ORDER BY seq').all() as Row[]).map(toSubmission);
	}

	submission(id: string): Submission | null {
		const row = this.#db.prepare('SELECT * FROM submission WHERE id = ?').get(id) as Row | undefined;
		return row ? toSubmission(row) : null;
	}

	/** Findings of a submission. English words are empty where it was recorded before they were kept. */
	findings(submission: string): Omit<Finding, 'outcome'>[] {
		return (this.#db.prepare('SELECT * FROM finding WHERE submission = ? ORDER BY position').all(submission) as Row[]).map((row) => ({
			code: text(row, 'code'),
			severity: text(row, 'severity') as Finding['severity'],
			sheet: orNull(row, 'sheet'),
			row: row.row === null ? null : Number(row.row),
			column: orNull(row, 'column_letter'),
			heading: orNull(row, 'heading'),
			value: orNull(row, 'value'),
			message: { id: text(row, 'message'), en: text(row, 'message_en') },
			remedy: { id: text(row, 'remedy'), en: text(row, 'remedy_en') }
		}));
	}

	/** Stores a submission with its findings and the audit entry, or nothing at all. An earlier record of the same id is replaced. */
	record(submission: Omit<Submission, 'seq'>, findings: CheckResult['findings']): void {
		atomically(this.#db, () => {
			this.#db.prepare('DELETE FROM submission WHERE id = ?').run(submission.id);
			const r = submission.resubmission;
			this.#db
				.prepare(
					`INSERT INTO submission (id, dataset, regency, office, nature, file_name, sha256, kind, as_of, received, loaded_at, state, outcome,
					 n_read, n_accepted, n_quarantined, n_dropped, n_new, n_changed, n_same, n_missing, covers, statement, source_address)
					 VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`
				)
				.run(
					submission.id, submission.dataset, submission.regency, submission.office, submission.nature, submission.fileName,
					submission.sha256, submission.kind, submission.asOf, submission.received, submission.loadedAt, submission.state,
					submission.outcome, submission.read, submission.accepted, submission.quarantined, submission.dropped,
					r.new, r.changed, r.same, r.missing, JSON.stringify(submission.covers), submission.statement, submission.sourceAddress
				);
			const insert = this.#db.prepare(
				`INSERT INTO finding (submission, position, code, severity, sheet, row, column_letter, heading, value, message, remedy, message_en, remedy_en)
				 VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`
			);
			findings.forEach((f, i) => {
				const heading = f.heading === null ? null : inLanguage(f.heading, 'id');
				insert.run(submission.id, i, f.code, f.severity, f.sheet, f.row, f.column, heading, f.value, f.message.id, f.remedy.id, f.message.en, f.remedy.en);
			});
			appendAudit(this.#db, { actor: 'etl', action: 'load', object: submission.id, detail: `${submission.regency} ${submission.dataset ?? '-'} ${submission.state} ${submission.outcome}` });
		});
	}

	/** Appends to the audit trail. */
	audit(actor: string, action: string, object: string, detail: string): void {
		atomically(this.#db, () => appendAudit(this.#db, { actor, action, object, detail }));
	}

	/** Who agreed to the publication of a release; null for nobody. */
	confirmation(release: string): Confirmation | null {
		const row = this.#db.prepare('SELECT * FROM confirmation WHERE release = ?').get(release) as Row | undefined;
		return row ? { release, by: text(row, 'by'), fullName: text(row, 'full_name'), at: text(row, 'at') } : null;
	}

	/** Keeps the first name under a release; a second one changes nothing. */
	confirm(release: string, by: string, fullName: string): void {
		atomically(this.#db, () => {
			const kept = this.#db.prepare('INSERT INTO confirmation (release, by, full_name, at) VALUES (?,?,?,?) ON CONFLICT DO NOTHING').run(release, by, fullName, new Date().toISOString());
			if (Number(kept.changes) === 1) appendAudit(this.#db, { actor: by, action: 'release_confirmed', object: release, detail: fullName });
		});
	}

	/** Follows the audit trail from its first row. */
	verifyAudit(known: string | null): Verified {
		return verifyAudit(this.#db, known);
	}

	close(): void {
		this.#db.close();
	}

	/** Adds the columns an older store lacks; two processes may open it at once. */
	#addLaterColumns(): void {
		const names = (): Set<string> => new Set((this.#db.prepare('PRAGMA table_info(finding)').all() as Row[]).map((row) => text(row, 'name')));
		if (LATER_COLUMNS.every((name) => names().has(name))) return;
		atomically(this.#db, () => {
			const known = names();
			for (const name of LATER_COLUMNS) if (!known.has(name)) this.#db.exec(`ALTER TABLE finding ADD COLUMN ${name} TEXT NOT NULL DEFAULT ''`);
		});
	}
}
