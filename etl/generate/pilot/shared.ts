/** What the five pilot folders have in common. */
import { addDays, year } from '../calendar.ts';
import { courseOf } from './courses.ts';
import { casesOf, type CaseRow, type CaseSpec } from '../cases.ts';
import { takeCourse, type Course, type Outcome } from '../course.ts';
import { eventRows, inventedEvents, type InventedEvent } from '../files/events.ts';
import { totalsByAgency, totalsRows } from '../files/training.ts';
import { Folder } from '../folder.ts';
import { inService, staffOf, type Person } from '../people.ts';
import { folderOf, type Place } from '../places.ts';
import { SEMICOLON } from '../text_file.ts';

/** Day until which the synthetic files of a cycle speak. */
export const AS_OF: Readonly<Record<string, string>> = {
	'PILKADA-2017': '2017-06-30',
	'PILKADA-2018': '2018-12-31',
	'PEMILU-2019': '2019-10-31',
	'PILKADA-2020': '2021-06-30',
	'PEMILU-2024': '2024-07-31',
	'PILKADA-2024': '2025-03-31'
};
/** When the real events were collected from published pages. */
const COLLECTED = '2026-11-22';
const MIX = 'Baris contoh (sintetis) dan baris nyata dikirim dalam berkas terpisah; lihat "nature" tiap berkas.';

/** Who collected what is real in a folder that is otherwise made up. */
export const GATHERED = 'Pantau, dari berita terbit';

export interface Pilot {
	readonly place: Place;
	readonly seed: string;
	readonly people: readonly Person[];
	readonly folder: Folder;
}

/** Opens the folder of a regency: its invented staff, and the list of real events. */
export function openPilot(outDir: string, place: Place, seed: string, taken: Set<string>): Pilot {
	const folder = new Folder(outDir, folderOf(place), {
		regency: place.code,
		office: `BKPSDM dan Bawaslu ${place.name} (DATA CONTOH, sintetis)`,
		note: MIX
	});
	folder.real('kegiatan-nyata.csv', {
		dataset: 'events',
		office: GATHERED,
		as_of: COLLECTED,
		note: 'Kegiatan nyata sebagaimana diberitakan, satu sumber tiap baris. Daftar ini tidak lengkap: yang tidak diberitakan tidak ada di sini.'
	});
	return { place, seed, people: staffOf(place, seed, taken), folder };
}

export const asOf = (cycle: string): string => AS_OF[cycle] ?? COLLECTED;

/** Everybody in service when the course of the cycle opened, with what they did in it. */
export function enrol(pilot: Pilot, cycle: string, completion: number): { course: Course; outcomes: Outcome[] } {
	const course = courseOf(cycle, completion);
	return { course, outcomes: takeCourse(inService(pilot.people, year(course.opens)), course, `${pilot.seed}/${pilot.place.code}`) };
}

export function allCases(pilot: Pilot, specs: readonly CaseSpec[]): CaseRow[] {
	return casesOf(pilot.place, specs, pilot.people, pilot.seed);
}

/** Totals of past courses, for which no list of persons is kept. */
export function pastTotals(pilot: Pilot, completions: Readonly<Record<string, number>>): void {
	const rows = Object.entries(completions).map(([cycle, completion]) => {
		const { course, outcomes } = enrol(pilot, cycle, completion);
		return { course, totals: totalsByAgency(outcomes), asOf: addDays(course.closes, 14) };
	});
	const last = rows.at(-1);
	pilot.folder.text(
		'rekap-pelatihan-siklus-lalu.csv',
		{ dataset: 'training_totals', as_of: last ? last.asOf : COLLECTED, received: '2025-02-10', covers: Object.keys(completions), note: 'DATA CONTOH (sintetis)' },
		SEMICOLON,
		totalsRows(rows, pilot.place)
	);
}

/** First day and the days after it on which invented events took place, by cycle. */
export const EVENT_DAYS: Readonly<Record<string, { from: string; days: readonly number[] }>> = {
	'PILKADA-2020': { from: '2020-01-13', days: [0, 29, 176, 219, 240, 262] },
	'PEMILU-2024': { from: '2023-02-06', days: [0, 64, 133, 190, 225, 246, 267, 289, 309, 337] },
	'PILKADA-2024': { from: '2024-04-22', days: [0, 36, 78, 101, 127, 143, 156, 170, 184, 198, 211] }
};

/** Invented events of the given cycles as a plain list. */
export function plainEvents(pilot: Pilot, cycles: readonly string[], extra: readonly InventedEvent[] = []): void {
	const events = cycles.flatMap((cycle) => {
		const days = EVENT_DAYS[cycle];
		return days ? inventedEvents(pilot.place, days.from, days.days, pilot.seed) : [];
	});
	const all = [...events, ...extra].sort((a, b) => a.date.localeCompare(b.date));
	pilot.folder.text('kegiatan-contoh.csv', { dataset: 'events', as_of: '2024-12-31', covers: [...cycles], note: 'DATA CONTOH (sintetis)' }, SEMICOLON, eventRows(all));
}
