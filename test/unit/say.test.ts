import { describe, expect, it } from 'vitest';
import { dayAt, formatMoment, formatTime, say } from '../../src/lib/i18n/index.ts';

describe('say', () => {
	const text = { id: '{n} kegiatan di {area}', en: '{n} {n|event|events} in {area}' };
	it('chooses the word that goes with the number', () => {
		expect([0, 1, 2, 1001].map((n) => say(text, 'en', { n, area: 'Bali' }))).toEqual(['0 events in Bali', '1 event in Bali', '2 events in Bali', '1,001 events in Bali']);
		expect([1, 1001].map((n) => say(text, 'id', { n, area: 'Bali' }))).toEqual(['1 kegiatan di Bali', '1.001 kegiatan di Bali']);
	});
	it('leaves no hole', () => {
		expect(() => say(text, 'en', { n: 1 })).toThrow('{area}');
		expect(() => say(text, 'en', { area: 'Bali', n: '1' })).toThrow('not a number');
	});
});

describe('times', () => {
	it('stand on the clocks of the area', () => {
		const noon = '2026-11-22T05:30:00.000Z';
		expect([formatTime(noon, 'id', 'WIB'), formatTime(noon, 'id', 'WITA'), formatTime(noon, 'en', 'WIT')]).toEqual(['12.30 WIB', '13.30 WITA', '14:30 WIT']);
	});
	it('take the day of the area with them', () => {
		const late = '2026-11-22T16:30:00.000Z';
		expect([dayAt(late, 'WIB'), dayAt(late, 'WITA')]).toEqual(['2026-11-22', '2026-11-23']);
		expect(formatMoment('2026-11-22T17:05:00.000Z', 'id', 'WIB')).toBe('23 November 2026, 00.05 WIB');
		expect(formatMoment('2026-11-22T17:05:00.000Z', 'en', 'WIB', 'short')).toBe('23 Nov 2026, 00:05 WIB');
	});
});
