/** Before and after: windows, the exact ratio, the conditions of the model, and what is never said. */
import { describe, expect, it } from 'vitest';
import { compareBeforeAfter, monthsBetween, shiftMonth, windowsOf, type Months } from '../../src/lib/server/pages/before-after-compare.ts';
import { sentencesOf, tableOf } from '../../src/lib/server/pages/before-after-view.ts';
import { createContext } from '../../src/lib/server/pages/context.ts';
import { parseFilters } from '../../src/lib/filters/filters.ts';
import { PUBLIC } from '../../src/lib/server/access/scope.ts';
import type { OpenRelease } from '../../src/lib/server/release/release.ts';
import { twoRates } from '../../src/lib/statistics/index.ts';

const base: Months = { counts: new Map(), first: '2023-01', last: '2024-12', event: '2024-01', asn: 8000, stageOf: () => 'PRA' };
const counted = (counts: Record<string, number>, over: Partial<Months> = {}): Months => ({ ...base, counts: new Map(Object.entries(counts)), ...over });
const context = (lang: string) => createContext(parseFilters(new URLSearchParams({ lang, nature: 'contoh' })), PUBLIC, { senders: [] } as unknown as OpenRelease);

describe('windows', () => {
	it('are six whole months on each side, without the month of the event', () => {
		expect(windowsOf(base)).toEqual({ before: monthsBetween('2023-07', '2023-12'), after: monthsBetween('2024-02', '2024-07') });
	});
	it('end where the data end, and never reach beyond', () => {
		expect(windowsOf({ ...base, last: '2024-03' }).after).toEqual(['2024-02', '2024-03']);
		expect(windowsOf({ ...base, first: '2023-11' }).before).toEqual(['2023-11', '2023-12']);
		expect(windowsOf({ ...base, last: '2024-01' }).after).toEqual([]);
		expect(windowsOf({ ...base, first: '2024-01' }).before).toEqual([]);
		expect(windowsOf({ ...base, event: '2025-03' }).after).toEqual([]);
	});
	it('count months over the turn of a year', () => {
		expect([shiftMonth('2023-11', 3), shiftMonth('2024-02', -3)]).toEqual(['2024-02', '2023-11']);
	});
});

describe('the comparison', () => {
	it('is the exact ratio of the two sums, over ASN and months', () => {
		const given = counted({ '2023-08': 2, '2023-12': 5, '2024-01': 9, '2024-03': 1, '2024-09': 4 }, { last: '2024-05' });
		const found = compareBeforeAfter(given);
		if (found.kind !== 'compared') throw new Error(found.kind);
		expect([found.before.count, found.after.count, found.after.months.length]).toEqual([7, 1, 4]);
		const wanted = twoRates({ count: 1, exposure: 4 }, { count: 7, exposure: 6 }, 0.95);
		if (wanted.kind !== 'comparison' || wanted.ratio.kind !== 'estimate' || found.ratio.kind !== 'estimate') throw new Error('no ratio');
		expect(found.ratio.value).toBeCloseTo(wanted.ratio.value, 12);
		expect(found.ratio.lower).toBeCloseTo(wanted.ratio.lower, 12);
		expect(found.ratio.upper).toBeCloseTo(wanted.ratio.upper, 12);
		expect(found.p).toBeCloseTo(wanted.p, 12);
		expect(found.direction).toBe('similar');
	});
	it.each([
		[{ '2023-10': 10, '2024-03': 10 }, 'similar'],
		[{ '2023-10': 12, '2024-03': 2 }, 'lower'],
		[{ '2023-10': 2, '2024-03': 12 }, 'higher'],
		[{ '2023-10': 40, '2024-03': 3 }, 'much_lower'],
		[{ '2023-10': 0, '2024-03': 30 }, 'much_higher']
	] as const)('says %o is %s', (counts, direction) => {
		expect(compareBeforeAfter(counted(counts))).toMatchObject({ kind: 'compared', direction });
	});
	it('has no upper limit after nothing before, and cannot tell of nothing on both sides', () => {
		expect(compareBeforeAfter(counted({ '2024-03': 3 }))).toMatchObject({ ratio: { kind: 'infinite' } });
		expect(compareBeforeAfter(counted({ '2024-01': 3 })).kind).toBe('no_events');
		expect(compareBeforeAfter(counted({ '2024-03': 3 }, { last: '2024-01' }))).toEqual({ kind: 'too_short', before: 6, after: 0 });
		expect(compareBeforeAfter(counted({ '2024-03': 3 }, { asn: null })).kind).toBe('no_asn');
	});
});

describe('the segmented model', () => {
	const monthly = (n: number, over: Partial<Months> = {}) => counted(Object.fromEntries(monthsBetween('2023-01', '2024-12').map((m, i) => [m, n + (i % 3)])), { stageOf: (m) => (m >= '2024-08' ? 'KAMPANYE' : 'PRA'), ...over });
	const modelOf = (months: Months) => {
		const found = compareBeforeAfter(months);
		return found.kind === 'compared' ? found.model : null;
	};
	it('is given where 8 months stand on each side, 20 persons in all and the stages differ', () => {
		expect(modelOf(monthly(1))).toMatchObject({ kind: 'effect' });
	});
	it('is not given below any condition, and says which', () => {
		expect(modelOf(monthly(1, { first: '2023-05' }))).toMatchObject({ kind: 'effect' });
		expect(modelOf(monthly(1, { first: '2023-06' }))).toMatchObject({ kind: 'none', reason: 'too_few_points', before: 7 });
		expect(modelOf(monthly(1, { last: '2024-08' }))).toMatchObject({ kind: 'none', reason: 'too_few_points', after: 7 });
		expect(modelOf(counted({ '2023-10': 10, '2024-03': 9 }))).toMatchObject({ kind: 'none', reason: 'too_few_events', events: 19 });
		expect(modelOf(monthly(1, { stageOf: () => 'PRA' }))).toMatchObject({ kind: 'none', reason: 'no_control' });
	});
});

describe('the words', () => {
	const results = [base, counted({ '2023-10': 12, '2024-03': 2 }), counted({ '2024-03': 3 }), { ...base, counts: null }, { ...base, asn: null }, { ...base, last: '2024-01' }];
	it.each(['id', 'en'])('have no hole in any case (%s)', (lang) => {
		for (const months of results) {
			const sentences = sentencesOf(context(lang), months, compareBeforeAfter(months));
			expect(sentences.length).toBeGreaterThan(0);
			for (const s of sentences) expect(s).not.toMatch(/\{|\}|undefined|NaN/);
		}
	});
	it('never claim a cause, and warn of regression to the mean', () => {
		const said = sentencesOf(context('id'), results[1] ?? base, compareBeforeAfter(results[1] ?? base)).join(' ');
		expect(said).toContain('tidak membuktikan');
		expect(said).toContain('kembali ke rata-rata');
	});
	it('hold no number where the months are hidden', () => {
		const hidden: Months = { ...base, counts: null };
		expect(sentencesOf(context('id'), hidden, compareBeforeAfter(hidden)).join(' ')).not.toMatch(/\d/);
		for (const row of tableOf(context('id'), hidden, windowsOf(hidden)).rows) expect(JSON.stringify(row[3])).toContain('suppressed');
	});
});
