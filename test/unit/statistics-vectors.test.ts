import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { differences } from '../../src/lib/statistics/vectors/compare.ts';
import { readFormula } from '../../src/lib/statistics/vectors/formula.ts';
import { runCase, runFolder } from '../../src/lib/statistics/vectors/run.ts';

const own = fileURLToPath(new URL('../../src/lib/statistics/vectors', import.meta.url));
const folders = [own, ...(process.env.VECTORS_DIR ? [process.env.VECTORS_DIR] : [])];

describe.each(folders)('the vectors in %s', (folder) => {
	const outcomes = runFolder(folder);

	test('there are some', () => expect(outcomes.length).toBeGreaterThan(200));

	test('all are reproduced', () => expect(outcomes.filter((outcome) => outcome.failures.length > 0)).toEqual([]));
});

describe('the runner', () => {
	const wilson = {
		id: 'r-prop.test-3-7-95',
		fn: 'proportion_interval',
		input: { x: 3, n: 7, multiplier: 1 },
		expected: { lower95: 0.15821985525147, upper95: 0.749541635472343 }
	};
	const tolerance = { relative: 1e-9 };

	test('passes what is right', () => expect(runCase(wilson, tolerance).failures).toEqual([]));

	test('fails an unknown fn', () => {
		expect(runCase({ ...wilson, fn: 'toString' }, tolerance).failures).toHaveLength(1);
		expect(runCase({ ...wilson, fn: 'no_such_method' }, tolerance).failures[0]).toContain('unknown fn');
	});

	test('fails a perturbed expectation and says which field', () => {
		const perturbed = { ...wilson, expected: { ...wilson.expected, lower95: 0.1582198557 } };
		expect(runCase(perturbed, tolerance).failures).toEqual([
			expect.stringMatching(/^lower95: expected 0\.1582198557, got 0\.1582198552514/)
		]);
	});

	test('fails a field it does not know, and a number where nothing is expected', () => {
		expect(runCase({ ...wilson, expected: { lower90: 0.2 } }, tolerance).failures).toHaveLength(1);
		expect(runCase({ ...wilson, expected: { lower95: null } }, tolerance).failures).toHaveLength(1);
	});

	test('fails an input it cannot read', () =>
		expect(runCase({ ...wilson, input: { x: '3' } }, tolerance).failures).toHaveLength(1));

	test('expects nothing where there is no denominator', () => {
		const empty = { ...wilson, input: { x: 0, n: 0, multiplier: 1 }, expected: { value: null, upper95: null } };
		expect(runCase(empty, tolerance).failures).toEqual([]);
	});
});

describe('tolerances', () => {
	test('relative and absolute are alternatives', () => {
		expect(differences(100, 100.5, { relative: 0.01, absolute: 0.1 }, {})).toEqual([]);
		expect(differences(1, 1.05, { relative: 0.01, absolute: 0.1 }, {})).toEqual([]);
		expect(differences(100, 102, { relative: 0.01, absolute: 0.1 }, {})).toHaveLength(1);
	});

	test("the case's own wins over the file's, and a field's own over both", () => {
		expect(differences(1, 1.05, { relative: 1e-9 }, { relative: 0.1 })).toHaveLength(1);
		expect(differences({ chisq: 1 }, { chisq: 1.05 }, { chisq_absolute: 0.1 }, { relative: 1e-9 })).toEqual([]);
		expect(differences({ b: 1 }, { b: 1.05 }, { chisq_absolute: 0.1 }, { relative: 1e-9 })).toHaveLength(1);
	});

	test('without any, numbers must be equal; lists must be equally long', () => {
		expect(differences(1, 1 + 1e-15, {}, {})).toHaveLength(1);
		expect(differences([1, 2], [1], {}, {})).toHaveLength(1);
		expect(differences(1, Number.NaN, { absolute: 9 }, {})).toHaveLength(1);
	});
});

test('a formula gives the columns R would', () => {
	const table = { y: [1, 2], stdpop: [10, 20], ban: [0, 1], time: [36, 40], month: [3, 6] };
	const model = readFormula('y ~ offset(log(stdpop)) + ban + time + I(time-36):ban + harmonic(month,2,12)', table);
	expect(model.exposure).toEqual([10, 20]);
	expect(model.designs[0]?.map((column) => column.name)).toEqual([
		'ban',
		'time',
		'harmonic(month, 2, 12)1',
		'harmonic(month, 2, 12)2',
		'harmonic(month, 2, 12)3',
		'harmonic(month, 2, 12)4',
		'ban:I(time - 36)'
	]);
	expect(model.designs[0]?.at(-1)?.values).toEqual([0, 4]);
	expect(() => readFormula('y ~ nothing', table)).toThrow('nothing');
});
