import { describe, expect, it } from 'vitest';
import { cycleOf, movesBan, stageBands, stageOf, takesPart } from '../../etl/reference/cycles.ts';
import { cycles } from '../../etl/reference/index.ts';

const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('the cycle of a date', () => {
	it.each([
		['2024-11-27', '51.03', 'PILKADA-2024', 'voting day'],
		['2024-12-27', '51.03', 'PILKADA-2024', '30 days after it'],
		['2024-12-28', '51.03', null, '31 days after the last vote: no later voting day is set'],
		['2024-02-14', '64.01', 'PEMILU-2024', 'voting day'],
		['2024-03-15', '64.01', 'PEMILU-2024', '30 days after it'],
		['2024-03-16', '64.01', 'PILKADA-2024', '31 days after it'],
		['2020-06-01', '51.02', 'PILKADA-2020', 'an election of its own'],
		['2020-06-01', '18.12', 'PEMILU-2024', 'Tubaba did not vote in 2020'],
		['2017-03-17', '18.12', 'PILKADA-2017', '30 days after a Pilkada of its own'],
		['2017-03-18', '18.12', 'PILKADA-2018', 'the governor of Lampung is next'],
		['2016-12-01', '51.03', 'PILKADA-2018', 'Badung did not vote in 2017'],
		['2020-06-01', '33.03', 'PEMILU-2024', 'a regency that the list does not speak about: only elections for all'],
		['2024-06-01', '33.03', 'PILKADA-2024', 'Pilkada 2024 is for all'],
		['2024-06-01', '51.00', 'PILKADA-2024', 'a provincial government'],
		['2014-04-09', '51.03', null, 'before the oldest cycle of the list'],
		['2024', '51.03', null, 'not a date']
	] as const)('%s in %s: %s (%s)', (date, regency, cycle, _why) => {
		expect(cycleOf(date, regency)).toBe(cycle);
	});
});

describe('taking part', () => {
	it.each([
		['PILKADA-2020', '18.12', 'no'],
		['PILKADA-2020', '19.02', 'no'],
		['PILKADA-2020', '51.03', 'yes'],
		['PILKADA-2017', '19.02', 'yes'],
		['PILKADA-2020', '33.03', 'unknown'],
		['PILKADA-2024', '33.03', 'yes'],
		['PEMILU-2019', '33.03', 'yes'],
		['PILKADA-2020', '51', 'yes'],
		['PILKADA-2020', 'ID', 'yes'],
		['PILKADA-1999', '51.03', 'unknown'],
		['PILKADA-2020', '99.99', 'unknown']
	])('%s, %s: %s', (cycle, area, answer) => {
		expect(takesPart(cycle, area)).toBe(answer);
	});
});

describe('stages', () => {
	const past = cycles().filter((cycle) => cycle.voting_date);

	it('covers each past cycle from its first to its last day, without gap or overlap', () => {
		expect(past).toHaveLength(7);
		for (const cycle of past) {
			const bands = stageBands(cycle.code);
			expect(bands.map((band) => band.code)).toEqual(['PRA', 'PENDAFTARAN', 'PENETAPAN', 'KAMPANYE', 'MASA_TENANG', 'PEMUNGUTAN', 'PASCA']);
			expect(bands[0]?.start).toBe(cycle.start);
			expect(bands.at(-1)?.end).toBe(cycle.end);
			expect(bands.slice(1).map((band) => band.start)).toEqual(bands.slice(0, -1).map((band) => dayAfter(band.end)));
			expect(bands.filter((band) => band.end < band.start)).toEqual([]);
			expect(bands[4] && Date.parse(bands[4].end) - Date.parse(bands[4].start)).toBe(2 * 86_400_000);
		}
	});

	it.each([
		['2023-01-01', 'PRA'],
		['2024-08-26', 'PRA'],
		['2024-08-27', 'PENDAFTARAN'],
		['2024-09-21', 'PENDAFTARAN'],
		['2024-09-22', 'PENETAPAN'],
		['2024-09-24', 'PENETAPAN'],
		['2024-09-25', 'KAMPANYE'],
		['2024-11-23', 'KAMPANYE'],
		['2024-11-24', 'MASA_TENANG'],
		['2024-11-26', 'MASA_TENANG'],
		['2024-11-27', 'PEMUNGUTAN'],
		['2024-11-28', 'PASCA'],
		['2026-01-01', 'PASCA']
	])('%s in Pilkada 2024 is %s', (date, stage) => {
		expect(stageOf(date, 'PILKADA-2024')).toBe(stage);
	});

	it('takes the parties’ registration in a Pemilu, and has none in a cycle without a voting day', () => {
		expect(stageOf('2023-05-01', 'PEMILU-2024')).toBe('PENDAFTARAN');
		expect(stageOf('2023-04-30', 'PEMILU-2024')).toBe('PRA');
		expect(stageBands('PEMILU-NAS-2029')).toEqual([]);
		expect(stageOf('2028-01-01', 'PEMILU-NAS-2029')).toBeNull();
		expect(() => stageBands('PILKADA-1999')).toThrow(/PILKADA-1999/);
	});

	it('knows when officials may not be moved, with both starts of 2020', () => {
		expect(movesBan('PILKADA-2024').map((ban) => [ban.start, ban.end])).toEqual([['2024-03-22', '2025-02-20']]);
		expect(movesBan('PILKADA-2020').map((ban) => ban.start)).toEqual(['2020-01-08', '2020-03-23']);
		expect(movesBan('PEMILU-2024')).toEqual([]);
	});
});
