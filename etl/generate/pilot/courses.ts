/** The invented courses of the pilots, one per regency and cycle. */
import type { Course } from '../course.ts';

const NAMES: Readonly<Record<string, readonly [string, string, string, string]>> = {
	'PILKADA-2017': ['Pembekalan Netralitas ASN 2017', 'netral-2017', '2016-11-01', '2016-12-16'],
	'PILKADA-2018': ['Pembekalan Netralitas ASN 2018', 'netral-2018', '2018-03-05', '2018-04-20'],
	'PEMILU-2019': ['Pelatihan Netralitas ASN Pemilu 2019', 'netral-2019', '2019-01-14', '2019-03-01'],
	'PILKADA-2020': ['Pelatihan Netralitas ASN Pilkada 2020', 'netral-2020', '2020-09-28', '2020-11-13'],
	'PEMILU-2024': ['Pelatihan Netralitas ASN Pemilu 2024', 'netral-2023', '2023-10-16', '2023-11-24'],
	'PILKADA-2024': ['Pelatihan Netralitas ASN Pilkada 2024', 'netral-2024', '2024-07-15', '2024-09-06']
};

/** The course of a cycle; `completion` is about the share of people who finish it. */
export function courseOf(cycle: string, completion: number): Course {
	const found = NAMES[cycle];
	if (!found) throw new Error(`no course for ${cycle}`);
	const [name, short, opens, closes] = found;
	return { name, short, cycle, opens, closes, completion };
}
