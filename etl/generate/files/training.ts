/** Training tables that an agency makes itself: one row per person, or a recapitulation per agency. */
import type { Course, Outcome } from '../course.ts';
import type { Place } from '../places.ts';
import type { SheetSpec } from '../workbook.ts';
import { letterOf } from '../workbook.ts';
import { longDate } from '../calendar.ts';

const comma = (value: number): string => value.toFixed(2).replace('.', ',');

/** Rows of a plain table per person, as kept in a spreadsheet (decimal comma). */
export function plainTrainingRows(outcomes: readonly Outcome[], place: Place, course: Course): string[][] {
	const header = ['NIP', 'Nama', 'Unit Kerja', 'Kabupaten/Kota', 'Pelatihan', 'Status', 'Tanggal Selesai', 'Nilai', 'Persentase Penyelesaian'];
	const rows = outcomes.map((outcome) => [
		outcome.person.nip,
		outcome.person.name,
		outcome.person.agency,
		place.name,
		course.name,
		outcome.completed ? 'Selesai' : 'Tidak selesai',
		outcome.completed && outcome.last ? outcome.last.date : '',
		outcome.best === null ? '' : comma(outcome.best),
		String(outcome.progress)
	]);
	return [header, ...rows];
}

export interface AgencyTotals {
	readonly agency: string;
	readonly enrolled: number;
	readonly completed: number;
	readonly passed: number;
}

/** Counts per agency, in the order in which agencies first appear. */
export function totalsByAgency(outcomes: readonly Outcome[]): AgencyTotals[] {
	const totals = new Map<string, { enrolled: number; completed: number; passed: number }>();
	for (const outcome of outcomes) {
		const agency = outcome.person.agency;
		const sums = totals.get(agency) ?? { enrolled: 0, completed: 0, passed: 0 };
		sums.enrolled += 1;
		if (outcome.completed) sums.completed += 1;
		if (outcome.passed) sums.passed += 1;
		totals.set(agency, sums);
	}
	return [...totals].map(([agency, sums]) => ({ agency, ...sums }));
}

/** Recapitulation workbook: title lines, one row per agency, a totals row with formulas, a signature block. */
export function totalsSheet(totals: readonly AgencyTotals[], place: Place, course: Course, asOf: string): SheetSpec {
	const head = 6;
	const first = head + 1;
	const last = head + totals.length;
	const sum = (column: number, value: number): { formula: string; result: number } => ({
		formula: `SUM(${letterOf(column)}${first}:${letterOf(column)}${last})`,
		result: value
	});
	const total = (key: 'enrolled' | 'completed' | 'passed'): number => totals.reduce((all, row) => all + row[key], 0);
	return {
		name: 'Rekap Pelatihan',
		merges: ['A1:E1', 'A2:E2', 'A3:E3', 'A4:E4'],
		rows: [
			['REKAPITULASI PELATIHAN NETRALITAS ASN - DATA CONTOH (SINTETIS)'],
			[`PEMERINTAH ${place.name.toUpperCase()}`],
			[course.name],
			[`Keadaan per: ${longDate(asOf)}`],
			[],
			['No', 'Unit Kerja', 'Peserta Terdaftar', 'Peserta Selesai', 'Peserta Lulus Tes Akhir'],
			...totals.map((row, index) => [index + 1, row.agency, row.enrolled, row.completed, row.passed]),
			[null, 'JUMLAH', sum(2, total('enrolled')), sum(3, total('completed')), sum(4, total('passed'))],
			[],
			[null, null, null, `${place.capital}, ${longDate(asOf)}`],
			[null, null, null, 'Kepala BKPSDM (contoh)']
		]
	};
}

/** One row for the whole regency and each course: the least an office can send. */
export function totalsRows(rows: readonly { readonly course: Course; readonly totals: readonly AgencyTotals[]; readonly asOf: string }[], place: Place): (string | number)[][] {
	const sum = (totals: readonly AgencyTotals[], key: 'enrolled' | 'completed' | 'passed'): number => totals.reduce((all, row) => all + row[key], 0);
	return [
		['Kabupaten/Kota', 'Siklus', 'Kursus', 'Peserta Terdaftar', 'Peserta Selesai', 'Peserta Lulus Tes Akhir', 'Keadaan Per'],
		...rows.map(({ course, totals, asOf }) => [
			place.name, course.cycle, course.name, sum(totals, 'enrolled'), sum(totals, 'completed'), sum(totals, 'passed'), asOf
		])
	];
}
