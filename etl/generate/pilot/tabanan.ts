/** Tabanan: Moodle 4.0 in Indonesian, Bawaslu's recapitulation workbooks, Google Forms, a personnel extract. */
import { TABANAN_CASES } from '../case_specs.ts';
import { spoil } from '../faults.ts';
import { pactRows } from '../files/forms.ts';
import { headcountRows, rosterSheet } from '../files/headcount.ts';
import { progressRows, quizRows } from '../files/moodle.ts';
import { recapSheet } from '../files/register.ts';
import { totalsByAgency, totalsSheet } from '../files/training.ts';
import { MOODLE_OLD, MOODLE_WIDGET, PLAIN, SEMICOLON } from '../text_file.ts';
import type { SheetCell } from '../workbook.ts';
import { allCases, asOf, enrol, pastTotals, plainEvents, type Pilot } from './shared.ts';

const NOTE = 'DATA CONTOH (sintetis)';
const TITLES: Readonly<Record<string, string>> = {
	'PEMILU-2019': 'PEMILU TAHUN 2019',
	'PILKADA-2020': 'PEMILIHAN TAHUN 2020',
	'PEMILU-2024': 'PEMILU TAHUN 2024',
	'PILKADA-2024': 'PEMILIHAN TAHUN 2024'
};

export async function writeTabanan(pilot: Pilot): Promise<void> {
	training(pilot);
	await recapitulations(pilot, TABANAN_CASES, { 'PILKADA-2024': [VILLAGE_HEAD] });
	const pacts = pactRows(pilot.people, { opens: '2024-08-05', closes: '2024-08-30', coverage: 0.82, language: 'id' }, pilot.seed);
	const lost = spoil(pacts, 'NIP', [41, 977, 2310], (nip) => `${nip.replaceAll(/\D/g, '').slice(0, 15)}000`);
	pilot.folder.text('pakta-integritas-pilkada-2024 (Jawaban).csv', { dataset: 'pacts', as_of: '2024-09-30', cycle: 'PILKADA-2024', note: NOTE }, PLAIN, lost);
	await pilot.folder.workbook('data-utama-asn-2024-12-31.xlsx', { dataset: 'roster', as_of: '2024-12-31', received: '2025-01-08', note: NOTE }, rosterSheet(pilot.people));
	const dates = ['2019-12-31', '2020-12-31', '2023-12-31', '2024-12-31'];
	pilot.folder.text('jumlah-asn.csv', { dataset: 'headcount', as_of: '2024-12-31', employment: 'ASN', note: NOTE }, SEMICOLON, headcountRows(pilot.people, pilot.place, dates));
	pastTotals(pilot, { 'PEMILU-2019': 0.38 });
	const past = enrol(pilot, 'PILKADA-2020', 0.52);
	await pilot.folder.workbook(
		'rekap-pelatihan-pilkada-2020.xlsx',
		{ dataset: 'training_totals', as_of: '2020-11-30', cycle: 'PILKADA-2020', course: past.course.name, note: NOTE },
		totalsSheet(totalsByAgency(past.outcomes), pilot.place, past.course, '2020-11-30')
	);
	plainEvents(pilot, ['PILKADA-2020', 'PEMILU-2024', 'PILKADA-2024']);
}

/** Somebody who is not a civil servant, as such workbooks also list them. */
const VILLAGE_HEAD: SheetCell[] = [
	'002/TM/PB/Kab/99.02/IX/2024', 'tidak diregister', '-', 'Panwascam Kediri', 'Perbekel X', '-', 'Kepala Desa', 'Desa X', 'Hadir pada pendaftaran bakal pasangan calon',
	'Netralitas Kades', 'Terbukti', 'Bupati', '-', '-', '-', 'bukan ASN'
];

function training(pilot: Pilot): void {
	const first = enrol(pilot, 'PEMILU-2024', 0.66);
	pilot.folder.text(
		'progress.netral-2023.csv',
		{ dataset: 'training', as_of: '2023-12-15', cycle: 'PEMILU-2024', course: first.course.name, note: NOTE },
		MOODLE_OLD,
		progressRows(first.outcomes, { language: 'id', identity: ['number', 'institution'], due: '2023-11-24 23:59:00' })
	);
	const second = enrol(pilot, 'PILKADA-2024', 0.8);
	pilot.folder.text(
		'progress.netral-2024.csv',
		{ dataset: 'training', as_of: '2024-10-01', cycle: 'PILKADA-2024', course: second.course.name, note: NOTE },
		MOODLE_OLD,
		progressRows(second.outcomes, { language: 'id', identity: ['number', 'institution'], due: '2024-09-06 23:59:00' })
	);
	const tested = second.outcomes.filter((outcome) => outcome.person.agency === 'Dinas Kesehatan' || outcome.person.agency.startsWith('Sekretariat'));
	pilot.folder.text(
		'netral-2024-Post-test Netralitas ASN-nilai.csv',
		{ dataset: 'quiz', as_of: '2024-10-01', cycle: 'PILKADA-2024', course: second.course.name, note: NOTE },
		MOODLE_WIDGET,
		quizRows(tested)
	);
}

/** One recapitulation workbook per cycle in which there are cases; `others` are rows about people who are not civil servants. */
export async function recapitulations(pilot: Pilot, specs: Parameters<typeof allCases>[1], others: Readonly<Record<string, SheetCell[][]>> = {}): Promise<void> {
	const cases = allCases(pilot, specs);
	for (const cycle of new Set(specs.map((spec) => spec.cycle))) {
		await pilot.folder.workbook(
			`rekap-netralitas-${cycle.toLowerCase()}.xlsx`,
			{ dataset: 'cases', as_of: asOf(cycle), cycle, covers: [cycle], note: NOTE },
			recapSheet(cases.filter((row) => row.cycle === cycle), pilot.place, TITLES[cycle] ?? cycle, asOf(cycle), others[cycle])
		);
	}
}
