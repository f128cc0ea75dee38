import { z } from 'zod';
import { sum, zOf } from '../estimate.ts';
import { type RimPoint, rim, shareBand } from '../funnel.ts';
import { wilson } from '../proportion.ts';
import { poissonRate } from '../rate.ts';
import { type Position, position } from '../verdict.ts';
import { LEVELS } from './adapter.ts';
import type { Tolerance } from './compare.ts';

/** One row of a funnel table with what is expected of it and what the engine says. */
export type TableCase = {
	readonly id: string;
	readonly expected: Readonly<Record<string, unknown>>;
	readonly got: Readonly<Record<string, unknown>>;
	readonly tolerance: Tolerance;
};

export type Row = Readonly<Record<string, string>>;

const PERCENT: Tolerance = { absolute: 2e-6 };

/** Upstream finds rate and ratio limits by bisection with a 1e-7 step, which is coarse at counts of 1 and 2. */
const rimTolerance = (count: number): Tolerance => ({ relative: count <= 2 ? 2e-4 : 5e-6 });

const cell = z.string().trim().min(1).transform(Number).pipe(z.number());

const read = (row: Row, column: string): number => cell.parse(row[column]);

function numbers(row: Row, given: readonly string[]): Record<string, number> {
	const names = Object.keys(row).filter((name) => !given.includes(name));
	return Object.fromEntries(names.map((name) => [name, read(row, name)]));
}

function shareRow(row: Row): Omit<TableCase, 'id'> {
	const given = ['population', 'baseline_percent'];
	const fields = LEVELS.flatMap(([suffix, level]) => {
		const limits = shareBand(read(row, 'baseline_percent') / 100, read(row, 'population'), zOf(level));
		return [
			[`lower_${suffix}`, limits.lower * 100],
			[`upper_${suffix}`, limits.upper * 100]
		];
	});
	return { expected: numbers(row, given), got: Object.fromEntries(fields), tolerance: PERCENT };
}

type Fields = Record<string, number>;

/** Both rim points of a count at both levels, named by the table. A count of 0 has no upper one. */
const rimFields = (count: number, name: (prefix: string, point: RimPoint) => Fields): Fields =>
	Object.assign(
		{},
		...LEVELS.map(([suffix, level]) => {
			const { low, high } = rim(count, level);
			return { ...name(`lower${suffix}`, low), ...(high ? name(`upper${suffix}`, high) : {}) };
		})
	);

function rateRow(row: Row): Omit<TableCase, 'id'> {
	const given = ['events', 'baseline_per_100000', 'years_of_data'];
	const events = read(row, 'events');
	const baseline = read(row, 'baseline_per_100000');
	const years = read(row, 'years_of_data');
	const got = rimFields(events, (prefix, point) => ({
		[`${prefix}_population_1y`]: (point.expected / baseline) * (100_000 / years),
		[`${prefix}_rate`]: point.ratio * baseline
	}));
	return { expected: numbers(row, given), got, tolerance: rimTolerance(events) };
}

function ratioRow(row: Row): Omit<TableCase, 'id'> {
	const observed = read(row, 'observed');
	const got = rimFields(observed, (prefix, point) => ({
		[`${prefix}_expected`]: point.expected,
		[`${prefix}_isr`]: point.ratio * 100
	}));
	return { expected: numbers(row, ['observed']), got, tolerance: rimTolerance(observed) };
}

function label(where: Position): string {
	if (where.side !== 'above' && where.side !== 'below') return 'Not significant';
	return `${where.side === 'above' ? 'High' : 'Low'} (${where.beyond === 0.998 ? '0.001' : '0.025'})`;
}

type Rows = readonly Row[];

function shareSignals(rows: Rows): Omit<TableCase, 'id'>[] {
	const pooled = sum(rows.map((row) => read(row, 'numerator'))) / sum(rows.map((row) => read(row, 'denominator')));
	return rows.map((row) => {
		const [x, n] = [read(row, 'numerator'), read(row, 'denominator')];
		return signal(row, position(wilson(x, n, 0.95), wilson(x, n, 0.998), pooled));
	});
}

function ratioSignals(rows: Rows): Omit<TableCase, 'id'>[] {
	return rows.map((row) => {
		const [x, n] = [read(row, 'observed'), read(row, 'expected')];
		return signal(row, position(poissonRate(x, n, 0.95, 1), poissonRate(x, n, 0.998, 1), 1));
	});
}

const signal = (row: Row, where: Position): Omit<TableCase, 'id'> => ({
	expected: { significance: row.expected_significance },
	got: { significance: label(where) },
	tolerance: {}
});

/** Which method a table checks, by its columns. */
const KINDS: readonly (readonly [string, (rows: Rows) => Omit<TableCase, 'id'>[]])[] = [
	['population,baseline_percent', (rows) => rows.map(shareRow)],
	['events,baseline_per_100000', (rows) => rows.map(rateRow)],
	['observed,lower95_expected', (rows) => rows.map(ratioRow)],
	['area,numerator,denominator,expected_significance', shareSignals],
	['observed,expected,expected_significance', ratioSignals]
];

/** The cases of a funnel table, one per row; null when no method knows its columns. */
export function tableCases(rows: Rows): TableCase[] | null {
	const heading = Object.keys(rows[0] ?? {}).join(',');
	const kind = KINDS.find(([start]) => heading.startsWith(start));
	return kind ? kind[1](rows).map((found, i) => ({ ...found, id: `row ${i + 2}` })) : null;
}
