/** Tulang Bawang Barat: only recapitulations of training, an SP4N-LAPOR! export, messy lists of events, open data. */
import { TUBABA_CASES } from '../case_specs.ts';
import { spoil } from '../faults.ts';
import { inventedEvents, messyEventsSheet } from '../files/events.ts';
import { openDataRows } from '../files/headcount.ts';
import { registerRows, sp4nSheet } from '../files/register.ts';
import { totalsByAgency, totalsSheet } from '../files/training.ts';
import { PLAIN, SEMICOLON } from '../text_file.ts';
import { allCases, enrol, EVENT_DAYS, pastTotals, type Pilot } from './shared.ts';

const NOTE = 'DATA CONTOH (sintetis)';
const PROVINCE = 'Lampung';

export async function writeTubaba(pilot: Pilot): Promise<void> {
	for (const [cycle, completion, asOf] of [['PEMILU-2024', 0.5, '2023-12-31'], ['PILKADA-2024', 0.63, '2024-10-31']] as const) {
		const { course, outcomes } = enrol(pilot, cycle, completion);
		await pilot.folder.workbook(
			`rekap-pelatihan-${cycle.toLowerCase()}.xlsx`,
			{ dataset: 'training_totals', as_of: asOf, cycle, course: course.name, note: NOTE },
			totalsSheet(totalsByAgency(outcomes), pilot.place, course, asOf)
		);
	}
	pastTotals(pilot, { 'PILKADA-2017': 0.22, 'PEMILU-2019': 0.31 });
	cases(pilot);
	await complaints(pilot);
	await events(pilot);
	pilot.folder.text(
		'jumlah-asn-menurut-jenis-kelamin.csv',
		{ dataset: 'headcount', as_of: '2024-12-31', employment: 'ASN', note: NOTE },
		PLAIN,
		openDataRows(pilot.people, pilot.place, PROVINCE, ['2017-12-31', '2019-12-31', '2023-12-31', '2024-12-31'])
	);
}

function cases(pilot: Pilot): void {
	const rows = registerRows(allCases(pilot, TUBABA_CASES), pilot.place, 'code');
	const stray = rows[1]?.map((cell, index) => (index === 0 ? '007/Reg/LP/PB/Kab/99.12/XI/2024' : index === 1 ? '21/11/2024' : index === 6 ? '18/11/2024' : index === 9 ? '' : cell)) ?? [];
	const all = [...rows, stray];
	pilot.folder.text(
		'register-netralitas.csv',
		{ dataset: 'cases', as_of: '2025-03-31', covers: ['PEMILU-2019', 'PEMILU-2024', 'PILKADA-2024'], note: NOTE },
		SEMICOLON,
		spoil(all, 'Kabupaten/Kota', [all.length - 2], () => 'Kab. Tulang Bawang Timur')
	);
	pilot.folder.nil({ dataset: 'cases', nature: 'contoh', cycle: 'PILKADA-2017', as_of: '2017-06-30', statement: 'Nihil (contoh): tidak ada laporan atau temuan netralitas ASN pada Pilkada 2017.' });
}

async function complaints(pilot: Pilot): Promise<void> {
	for (const [cycle, from, days] of [['PEMILU-2024', '2023-11-06', [0, 19, 47, 71]], ['PILKADA-2024', '2024-09-02', [0, 8, 23, 40, 58, 77]]] as const) {
		await pilot.folder.workbook(
			`laporan-sp4n-${cycle.toLowerCase()}.xlsx`,
			{ dataset: 'cases', as_of: from.startsWith('2023') ? '2024-03-31' : '2024-12-31', cycle, note: NOTE },
			sp4nSheet(pilot.place, PROVINCE, from, days, pilot.seed)
		);
	}
}

async function events(pilot: Pilot): Promise<void> {
	for (const [cycle, title, notCounted] of [['PEMILU-2024', 'TAHUN 2023 - 2024', 4], ['PILKADA-2024', 'TAHUN 2024', 6]] as const) {
		const plan = EVENT_DAYS[cycle];
		if (!plan) continue;
		await pilot.folder.workbook(
			`rekap-sosialisasi-${cycle.toLowerCase()}.xlsx`,
			{ dataset: 'events', as_of: cycle === 'PEMILU-2024' ? '2024-01-31' : '2024-12-31', cycle, note: NOTE },
			messyEventsSheet(inventedEvents(pilot.place, plan.from, plan.days, pilot.seed), pilot.place, title, notCounted)
		);
	}
}
