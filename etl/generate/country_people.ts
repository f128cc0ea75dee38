/** Training of every invented civil servant of the synthetic country, row by row: for measuring with large data. */
import { addDays, pad } from './calendar.ts';
import { staffOfArea, type Area } from './areas.ts';
import { createRandom } from './random.ts';

export const PERSON_COLUMNS = [
	'regency', 'person_key', 'employment', 'agency', 'course', 'completed', 'completed_date', 'last_date', 'test_done', 'passed', 'score', 'progress', 'cycle'
];
const OPENED: Readonly<Record<string, string>> = { 'PEMILU-2024': '2023-10-02', 'PILKADA-2024': '2024-07-15' };
const BIRTHDAYS = 12_000;

/** CSV lines of one area and cycle; no NIP is given twice in the country, and all have a sequence of 9xx. */
export function* personLines(area: Area, cycle: string, course: string, completion: number, seed: string): Generator<string> {
	const random = createRandom(`${seed}/country-people/${cycle}/${area.code}`);
	const opened = OPENED[cycle] ?? '2024-01-01';
	const staff = staffOfArea(area);
	for (let index = 0; index < staff; index += 1) {
		const employment = index < area.pns ? 'PNS' : 'PPPK';
		const completed = random.chance(completion);
		const tested = completed || random.chance(0.25);
		const score = tested ? (completed ? 80 + 5 * random.int(0, 4) : 5 * random.int(4, 15)) : null;
		const last = tested ? addDays(opened, random.int(0, 60)) : '';
		yield [
			area.code, nipAt(area.before + index, employment), employment, `OPD ${1 + (index % 30)}`, course, completed, completed ? last : '', last,
			tested, completed, score ?? '', completed ? 100 : tested ? 75 : 25 * random.int(0, 2), cycle
		].join(',');
	}
}

/** The NIP of a number: sequence, sex, birthday and appointment in mixed radix, so that no two are the same below 9.6 million. */
export function nipAt(index: number, employment: 'PNS' | 'PPPK'): string {
	const sequence = 900 + (index % 100);
	const sex = 1 + (Math.floor(index / 100) % 2);
	// 7919 is prime to 12,000: neighbours get birthdays far apart.
	const birthday = (Math.floor(index / 200) * 7919) % BIRTHDAYS;
	const round = Math.floor(index / (200 * BIRTHDAYS));
	const birth = addDays('1966-01-01', birthday);
	const born = Number(birth.slice(0, 4));
	const appointed = employment === 'PPPK' ? `${2021 + (round % 4)}21` : `${Math.min(2022, born + 24)}${pad(1 + ((birthday + round) % 12))}`;
	return `${birth.replaceAll('-', '')}${appointed}${sex}${sequence}`;
}
