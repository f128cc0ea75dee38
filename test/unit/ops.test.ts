import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATASETS } from '../../etl/datasets/index.ts';
import type { Finding } from '../../etl/findings.ts';
import { openHome, type Home } from '../../etl/home.ts';
import { Ops, type Submission } from '../../etl/ops.ts';

let home: Home;
let ops: Ops;
beforeEach(() => {
	home = openHome({ PANTAU_HOME: mkdtempSync(join(tmpdir(), 'pantau-ops-')) });
	ops = new Ops(home);
});
afterEach(() => {
	ops.close();
	rmSync(home.dir, { recursive: true, force: true });
});

interface Entry {
	readonly id: number;
	readonly at: string;
	readonly actor: string;
	readonly action: string;
	readonly object: string;
	readonly detail: string;
	readonly hash: string;
}

function trail(): Entry[] {
	const db = new DatabaseSync(home.ops, { readOnly: true });
	const entries = db.prepare('SELECT * FROM audit ORDER BY id').all() as unknown as Entry[];
	db.close();
	return entries;
}

/** Ids of entries whose hash does not follow from the entry before: the chain as its documentation describes it. */
function broken(entries: readonly Entry[]): number[] {
	return entries
		.filter((e, i) => {
			const before = entries[i - 1]?.hash ?? '';
			return createHash('sha256').update([before, e.at, e.actor, e.action, e.object, e.detail].join('\0')).digest('hex') !== e.hash;
		})
		.map((e) => e.id);
}

const words = fc.string({ unit: 'grapheme', maxLength: 20 }).map((s) => s.replaceAll('\0', ''));
const count = fc.nat({ max: 1_000_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const submission: fc.Arbitrary<Omit<Submission, 'seq'>> = fc
	.record({
		id: fc.uuid(), dataset: maybe(fc.constantFrom(...DATASETS)), regency: fc.constantFrom('51.03', '18.12', 'all'), office: words,
		nature: fc.constantFrom('real' as const, 'contoh' as const), fileName: words, sha256: words, kind: maybe(words), asOf: fc.constant('2024-12-31'),
		received: fc.constant('2025-01-02'), loadedAt: fc.constant('2025-01-02T03:04:05.000Z'), state: fc.constantFrom('accepted' as const, 'held' as const, 'refused' as const, 'nil' as const),
		outcome: words, accepted: count, quarantined: count, dropped: count,
		resubmission: fc.record({ new: count, changed: count, same: count, missing: count }),
		covers: fc.array(words, { maxLength: 3 }), statement: maybe(words), sourceAddress: maybe(words)
	})
	.map((s) => ({ ...s, read: s.accepted + s.quarantined + s.dropped }));

const finding: fc.Arbitrary<Finding & { readonly heading: string | null }> = fc.record({
	code: words, severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const), outcome: fc.constant('quarantine_rows' as const),
	sheet: maybe(words), row: maybe(fc.integer({ min: 1, max: 1_048_576 })), column: maybe(fc.constantFrom('A', 'AB')), heading: maybe(words),
	value: maybe(words), message: fc.record({ id: words, en: words }), remedy: fc.record({ id: words, en: words })
});

describe('submissions', () => {
	it('come back as they were recorded, with their findings in order', () => {
		fc.assert(
			fc.property(submission, fc.array(finding, { maxLength: 4 }), (s, findings) => {
				ops.record(s, findings);
				const back = ops.submission(s.id);
				expect(back).toEqual({ ...s, seq: expect.any(Number) });
				expect(ops.findings(s.id)).toEqual(findings.map(({ outcome: _, ...rest }) => rest));
			}),
			{ numRuns: 60 }
		);
	});

	it('keep findings of a store made before English words were kept', () => {
		const [s] = fc.sample(submission, { numRuns: 1, seed: 12 });
		const [f] = fc.sample(finding, { numRuns: 1, seed: 13 });
		if (!s || !f) throw new Error('no sample');
		ops.record(s, [f]);
		ops.close();
		const db = new DatabaseSync(home.ops);
		db.exec('ALTER TABLE finding DROP COLUMN message_en; ALTER TABLE finding DROP COLUMN remedy_en');
		db.close();
		ops = new Ops(home);
		const old = { message: { id: f.message.id, en: '' }, remedy: { id: f.remedy.id, en: '' } };
		expect(ops.findings(s.id)).toMatchObject([old]);
		ops.record({ ...s, id: 'later' }, [f]);
		expect(ops.findings('later')).toMatchObject([{ message: f.message, remedy: f.remedy }]);
		expect(ops.findings(s.id)).toMatchObject([old]);
	});

	it('name a column that the file lacks in Indonesian', () => {
		const [s] = fc.sample(submission, { numRuns: 1, seed: 14 });
		const [f] = fc.sample(finding, { numRuns: 1, seed: 15 });
		if (!s || !f) throw new Error('no sample');
		ops.record(s, [{ ...f, heading: { id: 'Daerah', en: 'Region' } }]);
		expect(ops.findings(s.id)[0]?.heading).toBe('Daerah');
	});

	it('survive a restart', () => {
		const [s] = fc.sample(submission, { numRuns: 1, seed: 7 });
		if (!s) throw new Error('no sample');
		ops.record(s, []);
		ops.close();
		ops = new Ops(home);
		expect(ops.submissions().map((x) => x.id)).toEqual([s.id]);
	});

	it('replace the record of the same id and go to the end of the order', () => {
		const [a, b] = fc.sample(submission, { numRuns: 2, seed: 8 });
		const [f] = fc.sample(finding, { numRuns: 1, seed: 9 });
		if (!a || !b || !f) throw new Error('no sample');
		ops.record({ ...a, state: 'held' }, [f, f]);
		ops.record(b, []);
		ops.record({ ...a, state: 'accepted' }, [f]);
		expect(ops.submissions().map((s) => [s.id, s.state])).toEqual([[b.id, b.state], [a.id, 'accepted']]);
		expect(ops.findings(a.id)).toHaveLength(1);
	});

	it('are refused as a whole when rows do not add up: no record, no finding, no audit entry', () => {
		const [s] = fc.sample(submission, { numRuns: 1, seed: 10 });
		const [f] = fc.sample(finding, { numRuns: 1, seed: 11 });
		if (!s || !f) throw new Error('no sample');
		expect(() => ops.record({ ...s, read: s.read + 1 }, [f])).toThrow(/CHECK/);
		expect(ops.submissions()).toEqual([]);
		expect(ops.findings(s.id)).toEqual([]);
		expect(trail()).toEqual([]);
	});
});

describe('audit trail', () => {
	it('is one unbroken chain over restarts, loads and other acts', () => {
		const samples = fc.sample(submission, { numRuns: 5, seed: 12 });
		samples.forEach((s, i) => {
			ops.record(s, []);
			ops.audit('petugas', 'publish', `R${i}`, 'ø; "kutip"\nbaris');
			if (i === 2) {
				ops.close();
				ops = new Ops(home);
			}
		});
		const entries = trail();
		expect(entries).toHaveLength(10);
		expect(entries.filter((e) => e.action === 'load').map((e) => e.object)).toEqual(samples.map((s) => s.id));
		expect(broken(entries)).toEqual([]);
	});

	it('shows any later change: of a field, of the order, of a removed entry', () => {
		for (let i = 0; i < 6; i += 1) ops.audit('etl', 'load', `S${i}`, 'x');
		const entries = trail();
		const changed = entries.map((e) => (e.id === 3 ? { ...e, detail: 'y' } : e));
		expect(broken(changed)).toEqual([3]);
		expect(broken(entries.filter((e) => e.id !== 3))).toEqual([4]);
		const [first, second, ...rest] = entries;
		if (!first || !second) throw new Error('no entries');
		expect(broken([second, first, ...rest]).length).toBeGreaterThan(0);
	});

	/** What somebody with the file in hand can do: the triggers do not hold them. */
	function tamper(sql: string): void {
		const db = new DatabaseSync(home.ops);
		db.exec(`DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted; ${sql}`);
		db.close();
	}
	const fill = (n: number): void => {
		for (let i = 1; i <= n; i += 1) ops.audit('etl', 'load', `S${i}`, 'x');
	};

	it('refuses to be changed or shortened through its own store', () => {
		fill(3);
		const db = new DatabaseSync(home.ops);
		for (const sql of [`UPDATE audit SET detail = 'y' WHERE id = 2`, 'DELETE FROM audit WHERE id = 2', 'DELETE FROM audit']) expect(() => db.exec(sql)).toThrow('append-only');
		db.close();
		expect(ops.verifyAudit(null)).toEqual({ rows: 3, head: trail()[2]?.hash, broken: null, reached: null });
	});

	it.each([
		['a changed row is named', `UPDATE audit SET detail = 'y' WHERE id = 3`, { rows: 2, broken: { id: 3, reason: 'changed' } }],
		['a row taken out is named by the one behind it', 'DELETE FROM audit WHERE id = 3', { rows: 2, broken: { id: 4, reason: 'missing_before' } }],
		['two rows exchanged', `UPDATE audit SET id = -id WHERE id IN (2, 3); UPDATE audit SET id = CASE id WHEN -2 THEN 3 ELSE 2 END WHERE id < 0`, { rows: 1, broken: { id: 2, reason: 'changed' } }],
		['the first row taken out', 'DELETE FROM audit WHERE id = 1', { rows: 0, broken: { id: 2, reason: 'missing_before' } }]
	])('%s', (_, sql, expected) => {
		fill(6);
		tamper(sql);
		expect(ops.verifyAudit(null)).toMatchObject(expected);
	});

	it('misses the seal that was written down once rows are cut off its end', () => {
		fill(6);
		const { head } = ops.verifyAudit(null);
		ops.audit('etl', 'load', 'S7', 'x');
		expect(ops.verifyAudit(head)).toMatchObject({ rows: 7, broken: null, reached: true });
		tamper('DELETE FROM audit WHERE id > 4');
		expect(ops.verifyAudit(head)).toMatchObject({ rows: 4, broken: null, reached: false });
	});

	it('stays one chain when two processes write', () => {
		const other = new Ops(home);
		for (let i = 0; i < 10; i += 1) (i % 2 ? ops : other).audit('etl', 'act', String(i), '');
		other.close();
		expect(trail()).toHaveLength(10);
		expect(broken(trail())).toEqual([]);
	});
});
