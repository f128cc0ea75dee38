import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { disclosure, hiddenShareLimit, parseDisclosure } from '../../etl/reference/index.ts';
import { ROOT } from '../../etl/root.ts';
import { isToldBySum, type QuizItem } from '../../src/lib/server/disclosure/quiz.ts';
import { RULES } from './disclosure-world.ts';

const shipped = readFileSync(join(ROOT, 'data/reference/disclosure.json'), 'utf8');
type Draft = { strict: boolean; k_training: number; decisions: Record<string, unknown>[] };
const changed = (change: (file: Draft) => void): string => {
	const file = JSON.parse(shipped) as Draft;
	change(file);
	return JSON.stringify(file);
};

describe('disclosure decisions', () => {
	it('are whole as shipped', () => expect(disclosure().decisions.length).toBeGreaterThan(5));

	it.each(['owner', 'basis', 'date'])('are refused without %s, by name', (field) => {
		expect(() => parseDisclosure(changed((file) => void delete file.decisions[2]?.[field]))).toThrow(new RegExp(`breakdowns-hidden\\.${field}`));
	});
	it('are refused with an empty owner', () => {
		expect(() => parseDisclosure(changed((file) => Object.assign(file.decisions[0] ?? {}, { owner: ' ' })))).toThrow(/published-always-shown\.owner/);
	});
	it('cover every number: one that nobody decided, or that differs from its decision, is refused', () => {
		expect(() => parseDisclosure(changed((file) => void (file.k_training = 3)))).toThrow(/k_training/);
		expect(() => parseDisclosure(changed((file) => void file.decisions.splice(4, 1)))).toThrow(/min_width/);
	});
	it('turn strict with one switch', () => {
		expect(parseDisclosure(changed((file) => void (file.strict = true))).strict).toBe(true);
	});
	it('say how much may be hidden from a province', () => expect(hiddenShareLimit()).toBe(0.1));
});

describe('the sum of points of a course', () => {
	const item = (item: number, right_count: number): QuizItem => ({ item, persons: 60, right_count, partial_count: 0, maximum: 1, mean_share: right_count / 60, item_rest: null, discrimination: null, alpha_without: null });
	it('tells the answer of a course with one question, and of one with two', () => {
		expect(isToldBySum([item(1, 58)], RULES)).toBe(true);
		expect(isToldBySum([item(1, 58), item(2, 30)], RULES)).toBe(true);
	});
	it('tells nothing where enough is hidden, or nothing has to be', () => {
		expect(isToldBySum([item(1, 30)], RULES)).toBe(false);
		expect(isToldBySum([58, 30, 20, 40, 25].map((right, i) => item(i + 1, right)), RULES)).toBe(false);
	});
});
