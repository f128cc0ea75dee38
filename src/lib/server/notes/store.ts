/**
 * Notes that stay with a figure: a correction, or the right of reply of the area it speaks about. They are kept beside the
 * releases, by what the figure is and not by its value, so that they stand there in the next release too.
 */
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { appendAudit, AUDIT_SCHEMA } from '#etl/audit.ts';
import { openHome } from '#etl/home.ts';
import { atomically } from '#etl/sqlite.ts';
import type { Nature } from '../ask/types.ts';

export const NOTE_KINDS = ['correction', 'reply'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
/** `waiting` for somebody else's decision; `shown` to everybody who sees the figure; `declined`. */
export type NoteState = 'waiting' | 'shown' | 'declined';

/** The figure: of an area and a whole cycle. */
export interface Figure {
	readonly nature: Nature;
	readonly metric: string;
	readonly region: string;
	readonly cycle: string;
}

export interface Note extends Figure {
	readonly id: string;
	readonly kind: NoteKind;
	readonly text: string;
	readonly lang: 'id' | 'en';
	/** Account, and the name that stands under the note. */
	readonly author: string;
	readonly signed: string;
	readonly madeAt: string;
	readonly state: NoteState;
}

const row = z
	.object({ id: z.string(), kind: z.enum(NOTE_KINDS), nature: z.enum(['real', 'contoh']), metric: z.string(), region: z.string(), cycle: z.string(), text: z.string(), lang: z.enum(['id', 'en']), author: z.string(), signed: z.string(), made_at: z.string(), state: z.enum(['waiting', 'shown', 'declined']) })
	.transform(({ made_at, ...rest }): Note => ({ ...rest, madeAt: made_at }));

const SCHEMA = `
CREATE TABLE IF NOT EXISTS note (
	id TEXT PRIMARY KEY, kind TEXT NOT NULL, nature TEXT NOT NULL, metric TEXT NOT NULL, region TEXT NOT NULL, "cycle" TEXT NOT NULL,
	text TEXT NOT NULL, lang TEXT NOT NULL, author TEXT NOT NULL, signed TEXT NOT NULL, made_at TEXT NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS note_of_area ON note (region);
${AUDIT_SCHEMA}`;

export class NoteStore {
	readonly #db: DatabaseSync;

	constructor(path: string) {
		this.#db = new DatabaseSync(path, { timeout: 5_000 });
		this.#db.exec(`PRAGMA journal_mode = WAL; ${SCHEMA}`);
	}

	/** Notes that everybody sees, of some areas, oldest first. */
	shown(nature: Nature, regions: readonly string[]): readonly Note[] {
		const marks = regions.map(() => '?').join(',');
		return regions.length === 0 ? [] : this.#db.prepare(`SELECT * FROM note WHERE state = 'shown' AND nature = ? AND region IN (${marks}) ORDER BY made_at`).all(nature, ...regions).map((r) => row.parse(r));
	}

	/** Every note, newest first. */
	all(): readonly Note[] {
		return this.#db.prepare('SELECT * FROM note ORDER BY made_at DESC').all().map((r) => row.parse(r));
	}

	note(id: string): Note | null {
		const found = this.#db.prepare('SELECT * FROM note WHERE id = ?').get(id);
		return found ? row.parse(found) : null;
	}

	add(note: Omit<Note, 'id' | 'state' | 'madeAt'>): void {
		const id = randomBytes(6).toString('base64url');
		atomically(this.#db, () => {
			this.#db
				.prepare(`INSERT INTO note (id, kind, nature, metric, region, "cycle", text, lang, author, signed, made_at, state) VALUES (?,?,?,?,?,?,?,?,?,?,?,'waiting')`)
				.run(id, note.kind, note.nature, note.metric, note.region, note.cycle, note.text, note.lang, note.author, note.signed, new Date().toISOString());
			appendAudit(this.#db, { actor: note.author, action: 'note_written', object: id, detail: `${note.kind} ${note.nature} ${note.metric} ${note.region} ${note.cycle}` });
		});
	}

	/** Only what waits is decided on, and not by who wrote it. False when it was not. */
	decide(id: string, state: 'shown' | 'declined', by: string): boolean {
		return atomically(this.#db, () => {
			const done = Number(this.#db.prepare(`UPDATE note SET state = ? WHERE id = ? AND state = 'waiting' AND author <> ?`).run(state, id, by).changes) === 1;
			if (done) appendAudit(this.#db, { actor: by, action: `note_${state}`, object: id, detail: '' });
			return done;
		});
	}

	close(): void {
		this.#db.close();
	}
}

let opened: NoteStore | null = null;
/** The notes of this data home, opened when first needed. */
export const notes = (): NoteStore => (opened ??= new NoteStore(openHome().ops));
