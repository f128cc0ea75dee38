/** Real layouts in a folder named by FORMATS_DIR: bad/MANIFEST.csv and moodle/EXPECTED.csv say what must come out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { check } from '../../etl/check.ts';
import { DATASETS } from '../../etl/datasets/index.ts';
import type { CheckedRow } from '../../etl/findings.ts';
import { KINDS } from '../../etl/recognise/index.ts';

const dir = process.env['FORMATS_DIR'] ?? '';
const table = (path: string): Record<string, string>[] => parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
const word = (value: unknown): string => (value === true ? 'True' : value === false ? 'False' : String(value ?? ''));

describe('report kinds', () => {
	it('have different names and known datasets', () => {
		expect(new Set(KINDS.map((kind) => kind.kind)).size).toBe(KINDS.length);
		for (const kind of KINDS) expect(kind.dataset === null || DATASETS.includes(kind.dataset)).toBe(true);
	});
});

describe.skipIf(dir === '')('formats folder', () => {
	const manifest = dir && existsSync(join(dir, 'bad/MANIFEST.csv')) ? table(join(dir, 'bad/MANIFEST.csv')) : [];
	it.each(manifest.map((row) => [row['file'] ?? '', row] as const))('%s', async (file, row) => {
		const dataset = DATASETS.find((name) => name === row['dataset']);
		const result = await check(readFileSync(join(dir, 'bad', file)), { regency: row['regency'] ?? 'all', fileName: file, asOf: '2026-11-22', ...(dataset ? { dataset } : {}) });
		expect(result.outcome).toBe(row['expected']);
		for (const code of (row['codes'] ?? '').split(';')) expect(result.findings.map((f) => f.code)).toContain(code);
	});

	const moodle = dir ? readdirSync(join(dir, 'moodle')).filter((file) => /^(a[1-6]|c[1-6])_/.test(file)) : [];
	it.each(moodle)('%s', async (file) => {
		const result = await check(readFileSync(join(dir, 'moodle', file)), { regency: '64.01', fileName: file, asOf: '2026-11-22' });
		for (const person of table(join(dir, 'moodle/EXPECTED.csv'))) {
			const rows = result.accepted.filter((row) => row.values['person_key'] === person['nip']);
			expect(rows[0]?.values['employment']).toBe(person['jenis']);
			expect(file.startsWith('a') ? trainingOf(rows) : quizOf(rows)).toEqual(file.startsWith('a') ? pick(person, TRAINING) : pick(person, QUIZ));
		}
	});
});

const TRAINING = ['modul1', 'modul2', 'posttest_done', 'posttest_passed', 'survei', 'course_complete'];
const QUIZ = ['attempts_finished', 'best_grade'];
const pick = (row: Record<string, string>, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name === 'best_grade' && row[name] ? String(Number(row[name])) : row[name]]));

function trainingOf(rows: readonly CheckedRow[]): Record<string, string> {
	const values = rows[0]?.values ?? {};
	const states = String(values['activities']).split(';').map((part) => part.slice(part.lastIndexOf('=') + 1));
	const done = (at: number) => word(states[at] === 'done' || states[at] === 'passed');
	return { modul1: done(0), modul2: done(1), posttest_done: word(values['test_done']), posttest_passed: word(values['passed']), survei: done(3), course_complete: word(values['completed']) };
}

function quizOf(rows: readonly CheckedRow[]): Record<string, string> {
	const finished = rows.filter((row) => row.values['state'] === 'finished');
	const grades = finished.map((row) => row.values['grade']).filter((grade) => typeof grade === 'number');
	return { attempts_finished: String(finished.length), best_grade: grades.length ? String(Math.max(...grades)) : '' };
}
