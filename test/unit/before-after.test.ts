/** Before and after: windows, the exact ratio, the conditions of the model, and what is never said. */
import { describe, expect, it } from 'vitest';
import { compareBeforeAfter, windowsOf, type Months } from '../../src/lib/server/pages/before-after-compare.ts';
import { monthsBetween, shiftMonth } from '../../src/lib/server/pages/months.ts';
import { sentencesOf, stagesOf, tableOf } from '../../src/lib/server/pages/before-after-view.ts';
import { beforeAfterPage } from '../../src/lib/server/pages/before-after.ts';
import { createContext } from '../../src/lib/server/pages/context.ts';
import { eventId } from '../../src/lib/server/pages/event-link.ts';
import { parseFilters } from '../../src/lib/filters/filters.ts';
import { PUBLIC, scopeOfDemoCookie } from '../../src/lib/server/access/scope.ts';
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
		expect(modelOf(monthly(1, { stageOf: () => 'PRA' }))).toMatchObject({ kind: 'none', reason: 'one_stage' });
	});
	it('is given from 20 persons on, not at 19', () => {
		const spread = (n: number): Months => counted({ '2023-10': 8, '2024-03': n - 10, '2024-09': 2 }, { stageOf: (m) => (m >= '2024-08' ? 'KAMPANYE' : 'PRA') });
		expect(modelOf(spread(20))).toMatchObject({ kind: 'effect' });
		expect(modelOf(spread(19))).toMatchObject({ kind: 'none', reason: 'too_few_events', events: 19 });
	});
	it('tells a side without anybody from a stage without anybody', () => {
		const stageOf = (m: string): string => (m >= '2024-08' ? 'KAMPANYE' : m >= '2023-06' ? 'PRA' : 'PASCA');
		expect(modelOf(counted({ '2024-03': 15, '2024-09': 15 }, { stageOf }))).toMatchObject({ kind: 'none', reason: 'empty_side' });
		const found = counted({ '2023-10': 15, '2024-03': 4, '2024-09': 15 }, { stageOf });
		expect(modelOf(found)).toMatchObject({ kind: 'none', reason: 'empty_stage', emptyStages: ['PASCA'] });
		const said = sentencesOf(context('id'), found, compareBeforeAfter(found)).join(' ');
		expect(said).toContain('“sesudah pemungutan suara” tidak ada seorang pun');
		expect(said).not.toContain('salah satu sisi');
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
	it('never claim a cause', () => {
		expect(sentencesOf(context('id'), results[1] ?? base, compareBeforeAfter(results[1] ?? base)).join(' ')).toContain('tidak membuktikan');
	});
	it('warn in every case of regression to the mean, of supervision and of the stages', () => {
		for (const months of results) {
			const said = sentencesOf(context('id'), months, compareBeforeAfter(months)).join(' ');
			for (const word of ['kembali ke rata-rata', 'bergantung pada pengawasan']) expect(said).toContain(word);
			expect(said).toContain('“sebelum pendaftaran”');
		}
	});
	it('state where a window is cut, and that it was fixed beforehand', () => {
		const cut = counted({ '2023-10': 3, '2024-03': 1 }, { last: '2024-05' });
		expect(sentencesOf(context('id'), cut, compareBeforeAfter(cut)).join(' ')).toContain('(Jan 2023–Mei 2024)');
		expect(sentencesOf(context('id'), counted({ '2023-10': 3 }), compareBeforeAfter(counted({ '2023-10': 3 }))).join(' ')).toContain('6 bulan penuh sebelum dan 6');
	});
	it('name the stages of two cycles one after the other, without gap or overlap', () => {
		const bands = stagesOf(context('id'), ['PEMILU-2024', 'PILKADA-2024'], '51.03');
		for (const [i, band] of bands.entries()) if (i > 0) expect(Date.parse(band.start) - Date.parse(bands[i - 1]?.end ?? '')).toBe(86_400_000);
		expect(bands.map((b) => b.code).filter((c) => c === 'KAMPANYE')).toHaveLength(2);
	});
	it('show each month with its side, and zero where there is nobody', () => {
		const counts = new Map([['2023-10', 3]]);
		const rows = tableOf(context('id'), { ...base, counts }, counts).rows;
		const of = (month: string) => rows.find((r) => JSON.stringify(r[0]).includes(month))?.slice(1);
		expect(of('Okt 2023')).toEqual(['sebelum', 'Sebelum pendaftaran', '3']);
		expect(of('Jan 2024')).toEqual(['bulan kegiatan', 'Sebelum pendaftaran', '0']);
		expect(of('Jul 2024')?.[0]).toBe('sesudah');
		expect(of('Agu 2024')?.[0]).toBe('di luar masa yang dibandingkan');
	});
	it.each(['id', 'en'])('hold no number where the months are hidden (%s)', (lang) => {
		const hidden: Months = { ...base, counts: null };
		expect(compareBeforeAfter(hidden)).toEqual({ kind: 'hidden' });
		expect(sentencesOf(context(lang), hidden, compareBeforeAfter(hidden)).join(' ')).not.toMatch(/\d/);
	});
});

describe('the page', () => {
	const row = { regency: '51.03', event_date: '2024-07-10', title: 'Kegiatan', class: 'prevention', kind: 'sosialisasi', cycle: 'PILKADA-2024', source_title: 'Berita', source_address: 'https://example.org/a' };
	const year = { ...row, event_date: '2023', title: 'Hanya tahun' };
	/** A release that keeps what it is asked, and knows two events. */
	function watched() {
		const asked: unknown[] = [];
		const query = async (sql: string, values: readonly unknown[]) => {
			asked.push(...values.flat());
			return sql.includes('FROM event') ? [row, year] : [];
		};
		const release = { id: 'R', senders: ['51.03'], manifest: { as_of: '2025-03-31' }, public: { query }, exact: () => ({ query: (_: unknown, values: readonly unknown[]) => query('', values) }) } as unknown as OpenRelease;
		const pageOf = (query: Record<string, string>) => {
			const params = new URLSearchParams(query);
			return beforeAfterPage(createContext(parseFilters(params), scopeOfDemoCookie('national'), release, params));
		};
		return { asked, pageOf };
	}
	it('of a real event asks for nothing synthetic and for no month of any case, and says why it cannot tell', async () => {
		const { asked, pageOf } = watched();
		const page = await pageOf({ region: '51.03', event: eventId(row) });
		expect(page.cards[0]?.card).toMatchObject({ id: 'banding', chart: null, contoh: false });
		expect(page.cards[0]?.card.notes.join(' ')).toMatch(/Tidak dapat dikatakan.*kembali ke rata-rata.*Sebelum: .*Sesudah: /);
		expect(asked).toContain('real');
		for (const never of ['contoh', 'act_month', 'reported_persons']) expect(asked).not.toContain(never);
	});
	it('of a synthetic event asks for nothing real', async () => {
		const { asked, pageOf } = watched();
		await pageOf({ region: '51.03', nature: 'contoh', event: eventId(row) });
		expect(asked).toEqual(expect.arrayContaining(['contoh', 'act_month', 'reported_persons']));
		expect(asked).not.toContain('real');
	});
	it.each(['', 'x', '0123456789ab', "' OR 1=1"])('takes the event %o as none, and lists what can and what cannot be used', async (event) => {
		const [list] = (await watched().pageOf({ region: '51.03', event })).cards;
		expect(list?.card.id).toBe('kegiatan');
		expect(list?.card.table.rows.map((r) => r[2])).toEqual([{ text: 'Kegiatan', href: expect.stringContaining(`event=${eventId(row)}`) }, expect.stringContaining('tidak dapat dipakai')]);
		expect(list?.card.notes).toHaveLength(1);
	});
	it('does not take an event known by the year only', async () => {
		expect((await watched().pageOf({ region: '51.03', event: eventId(year) })).cards[0]?.card.id).toBe('kegiatan');
	});
});
