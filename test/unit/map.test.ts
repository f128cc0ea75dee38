/** Peta: the drawing of the tiles, the classes of values, what a cell says, the sentence that answers. */
import { describe, expect, it, test } from 'vitest';
import { SLIM_PLACES, tightName, WIDE_PLACES, type Place } from '#lib/charts/tiles/layout.ts';
import { classesOf, classOf, MAPPED, MAPPED_REAL, PUBLISHED_CLASSES } from '#lib/metrics/map.ts';
import { metricById, type Metric } from '#lib/metrics/index.ts';
import { mapParams, parseMap } from '#lib/filters/map.ts';
import type { Cell, CellResult } from '#lib/server/ask/types.ts';
import { provinces, regenciesOf } from '#lib/server/pages/context.ts';
import { countsText, ordered, partialReading, readingOf, stateText } from '#lib/server/pages/map-reading.ts';
import { mapLead } from '#lib/server/pages/map-sentence.ts';
import type { Verdict } from '#lib/statistics/index.ts';
import type { MapState } from '#lib/ui/map.ts';
import { regionByCode } from '../../etl/reference/regions.ts';

const metric = (id: string): Metric => {
	const found = metricById(id);
	if (!found) throw new Error(`no metric ${id}`);
	return found;
};
const cell = (id: string, result: CellResult, region = '51'): Cell => ({ metric: metric(id), region, cycle: 'PILKADA-2024', category: null, coverage: null, result });
const ok = (value: number, verdict: Verdict | null, denominator: number | null = 10_000): CellResult => ({
	status: 'ok',
	value,
	numerator: 7,
	denominator,
	interval: denominator === null ? null : { lower: value / 2, upper: value * 2 },
	verdict,
	benchmark: verdict === null ? null : { kind: 'nation', region: 'ID', cycle: 'PILKADA-2024', value: 1, contrast: null }
});

describe.each([['wide', WIDE_PLACES, 14], ['slim', SLIM_PLACES, 6]] as const)('the %s drawing', (_, places, columns) => {
	it('has every province once, each on a square of its own', () => {
		expect([...places.keys()].sort()).toEqual(provinces().map((p) => p.code).sort());
		expect(places.size).toBe(38);
		const squares = [...places.values()].map((p: Place) => `${p.column}/${p.row}`);
		expect(new Set(squares).size).toBe(38);
		expect([...places.values()].every((p) => p.column >= 1 && p.column <= columns && p.row >= 1)).toBe(true);
	});
});

it('runs from west to east and from north to south as the islands do', () => {
	const column = (code: string): number => WIDE_PLACES.get(code)?.column ?? 0;
	const row = (code: string): number => WIDE_PLACES.get(code)?.row ?? 0;
	for (const [west, east] of [['11', '12'], ['12', '31'], ['36', '32'], ['32', '33'], ['33', '35'], ['35', '51'], ['51', '52'], ['52', '53'], ['61', '64'], ['64', '73'], ['73', '81'], ['81', '92'], ['96', '92'], ['92', '91']] as const) expect(column(west), `${west} west of ${east}`).toBeLessThan(column(east));
	for (const [north, south] of [['11', '18'], ['65', '63'], ['71', '73'], ['31', '34'], ['82', '81'], ['91', '93']] as const) expect(row(north), `${north} north of ${south}`).toBeLessThan(row(south));
});

it('reaches all 514 regencies and cities from the 38 tiles, and names every province shortly', () => {
	const reached = [...WIDE_PLACES.keys()].flatMap((code) => regenciesOf(code).map((r) => r.code));
	expect(new Set(reached).size).toBe(514);
	expect(reached.every((code) => ['regency', 'city'].includes(regionByCode(code)?.kind ?? ''))).toBe(true);
	const names = provinces().map((p) => tightName(p.code, p.shortName));
	expect(new Set(names).size).toBe(38);
	expect(names.filter((n) => n.split(' ').some((word) => word.length > 9))).toEqual([]);
});

describe('classes of values', () => {
	test.each([...MAPPED, ...MAPPED_REAL].map((m) => [m.id, classesOf(m)] as const).concat([['published', PUBLISHED_CLASSES]]))('of %s are four or five, ascending, at round breaks', (_, { breaks }) => {
		expect(breaks.length).toBeGreaterThanOrEqual(3);
		expect(breaks.length).toBeLessThanOrEqual(4);
		expect([...breaks].sort((a, b) => a - b)).toEqual([...breaks]);
		expect(breaks.every((b) => Number(b.toPrecision(2)) === b && b > 0)).toBe(true);
	});
	it('put a value on a break into the class that begins there, and zero into the first', () => {
		expect([0, 19.99, 20, 40, 79.9, 80, 100].map((v) => classOf({ breaks: [20, 40, 60, 80] }, v))).toEqual([0, 0, 1, 2, 3, 4, 4]);
	});
	it('say their limits in words that meet', () => {
		const words = (['class-0', 'class-1', 'class-2', 'class-3', 'class-4'] as const).map((s) => stateText(s, classesOf(metric('proven_per_1000')), 'id'));
		expect(words).toEqual(['di bawah 0,1', '0,1 sampai di bawah 0,2', '0,2 sampai di bawah 0,4', '0,4 sampai di bawah 0,8', '0,8 atau lebih']);
		expect(stateText('class-0', classesOf(metric('events_prevention')), 'en')).toBe('zero');
	});
});

describe('what a cell says', () => {
	it('shows the verdict of the answer, never one of its own', () => {
		for (const verdict of ['much_better', 'better', 'similar', 'worse', 'much_worse', 'higher', 'lower', 'not_compared'] as const) expect(readingOf(cell('proven_per_1000', ok(99, verdict)), 'verdict', 'id').state).toBe(verdict);
		expect(readingOf(cell('proven_per_1000', ok(99, null)), 'verdict', 'id').state).toBe('not_compared');
	});
	it('gives a zero its value and its class', () => {
		expect(readingOf(cell('proven_per_1000', ok(0, 'similar')), 'value', 'id')).toMatchObject({ state: 'class-0', value: '0,00' });
	});
	test.each([
		[{ status: 'suppressed', kind: 'primary' }, 'suppressed'],
		[{ status: 'suppressed', kind: 'entitled' }, 'suppressed'],
		[{ status: 'not_received' }, 'not_received'],
		[{ status: 'not_published' }, 'not_published'],
		[{ status: 'not_applicable' }, 'not_applicable'],
		[{ status: 'not_estimable', reason: 'no_denominator', numerator: 0, denominator: 0 }, 'not_estimable']
	] as const)('%j has no value, no sign and no class, and looks like nothing else', (result, state) => {
		for (const colour of ['verdict', 'value'] as const) {
			const reading = readingOf(cell('training_completion', result), colour, 'id');
			expect(reading).toMatchObject({ state, value: '', icon: '' });
			expect(reading.text.replaceAll('\u00ad', '')).not.toMatch(/\d[,.]\d/);
			// The tile's word is a part of what the table says.
			expect(reading.text).toContain(reading.word.replaceAll('\u00ad', ''));
		}
	});
	it('calls a sum over some regencies what it is, and makes none for a quotient', () => {
		const own = readingOf(cell('events_prevention', { status: 'not_published' }), 'value', 'id');
		const inside = [cell('events_prevention', ok(4, null, null), '51.03'), cell('events_prevention', ok(2, null, null), '51.02'), cell('events_prevention', { status: 'not_published' }, '51.01')];
		const partial = partialReading(metric('events_prevention'), own, inside, 'id');
		expect(partial).toMatchObject({ state: 'partial', value: '6', word: '2 dari 3 daerah' });
		expect(partial?.text).toContain('6 kegiatan di 2 dari 3 kabupaten/kota yang diketahui');
		expect(partialReading(metric('events_prevention'), readingOf(cell('events_prevention', ok(9, null, null)), 'value', 'id'), inside, 'id')).toBeNull();
		expect(partialReading(metric('training_completion'), own, inside, 'id')).toBeNull();
	});
	it('counts states in the order of the legend', () => {
		const states: MapState[] = ['similar', 'worse', 'similar', 'suppressed'];
		expect(ordered(states)).toEqual(['similar', 'worse', 'suppressed']);
		expect(countsText(states, null, 'id')).toBe('2 serupa, 1 lebih buruk, 1 disembunyikan');
	});
});

describe('the sentence', () => {
	const lead = (id: string, verdicts: readonly (Verdict | null)[], lang: 'id' | 'en' = 'id'): string =>
		mapLead(lang, { metric: metric(id), place: 'Pilkada 2024', areas: 'provinces', inside: [], cells: verdicts.map((v) => cell(id, v === null ? { status: 'not_received' } : ok(v === 'lower' ? 0.5 : 2, v))) });
	it('judges a high figure by the metric: breaches are worse, training is better', () => {
		expect(lead('proven_per_1000', ['much_worse', 'much_worse', 'similar'])).toBe('Pilkada 2024: di 2 dari 3 provinsi, terbukti per 1.000 ASN lebih tinggi daripada angka nasional 1,00 per 1.000 ASN (jauh lebih buruk) pada keyakinan 99,8\u00a0%. 1 lainnya belum dapat dibedakan.');
		expect(lead('training_completion', ['much_better', 'much_worse', 'worse'])).toMatch(/^Pilkada 2024: di 1 dari 3 provinsi, penyelesaian pelatihan lebih tinggi .*\(jauh lebih baik\) dan di 1 lebih rendah \(jauh lebih buruk\) pada keyakinan 99,8\u00a0%\. Pada 95\u00a0% saja: 1 lebih rendah\.$/);
		expect(lead('training_completion', ['much_worse', 'similar'])).toContain('di 1 dari 2 provinsi, penyelesaian pelatihan lebih rendah daripada angka nasional');
	});
	it('judges nothing without a polarity', () => {
		const sentence = lead('reported_per_1000', ['higher', 'lower', 'similar']);
		expect(sentence).toContain('di 1 dari 3 provinsi, dilaporkan per 1.000 ASN lebih tinggi');
		expect(sentence).toContain('keyakinan 95\u00a0%');
		expect(sentence).not.toMatch(/lebih (baik|buruk)/);
	});
	it('does not claim equality where nothing can be told apart, and names what has no verdict', () => {
		expect(lead('proven_per_1000', ['similar', 'similar', null])).toBe('Pilkada 2024: pada keyakinan 99,8\u00a0%, terbukti per 1.000 ASN belum dapat dibedakan dari angka nasional 1,00 per 1.000 ASN di satu pun dari 2 provinsi. 1 provinsi tanpa putusan; lihat keterangan.');
	});
	it('tells the range of what is not compared, and what is known inside', () => {
		const told = { metric: metric('events_prevention'), place: 'Pilkada 2024', areas: 'provinces' as const };
		expect(mapLead('id', { ...told, inside: [], cells: [cell('events_prevention', ok(3, null, null)), cell('events_prevention', ok(11, null, null)), cell('events_prevention', { status: 'not_received' })] })).toBe('Pilkada 2024: kegiatan sosialisasi diketahui di 2 dari 3 provinsi, antara 3 kegiatan dan 11 kegiatan.');
		expect(mapLead('id', { ...told, inside: [cell('events_prevention', ok(3, null, null)), cell('events_prevention', { status: 'not_received' })], cells: [cell('events_prevention', { status: 'not_received' })] })).toContain('Yang diketahui: 3 kegiatan di 1 dari 2 kabupaten/kota.');
	});
});

test('a choice in the address is read and written without defaults', () => {
	expect(parseMap(new URLSearchParams('metric=training_completion&colour=value'))).toEqual({ metric: 'training_completion', colour: 'value' });
	expect(parseMap(new URLSearchParams('metric=Drop%20table&colour=pink'))).toEqual({ metric: null, colour: null });
	expect(mapParams({ metric: 'x', colour: null })).toEqual([['metric', 'x']]);
});
