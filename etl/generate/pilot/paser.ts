/** Paser: a table saved by Excel Indonesia, Moodle's UTF-16 export, Bawaslu's workbooks, Zoom, BKPSDM tables, a decree on transfers. */
import { PASER_CASES } from '../case_specs.ts';
import { spoil } from '../faults.ts';
import { decreeSheet } from '../files/decree.ts';
import { zoomRows } from '../files/forms.ts';
import { bkpsdmSheet, headcountRows } from '../files/headcount.ts';
import { progressRows } from '../files/moodle.ts';
import { plainTrainingRows } from '../files/training.ts';
import { brokenNip } from '../people.ts';
import { EXCEL_ID, MOODLE_EXCEL, SEMICOLON } from '../text_file.ts';
import type { InventedEvent } from '../files/events.ts';
import { recapitulations } from './tabanan.ts';
import { enrol, pastTotals, plainEvents, type Pilot } from './shared.ts';

const NOTE = 'DATA CONTOH (sintetis)';
const MEETING = { topic: 'Sosialisasi Netralitas ASN Kab. Paser (DATA CONTOH)', date: '2024-08-14', starts: 9 * 3600, minutes: 126, share: 0.045 };

export async function writePaser(pilot: Pilot): Promise<void> {
	training(pilot);
	await recapitulations(pilot, PASER_CASES);
	pilot.folder.text(
		'participants_90000000000.csv',
		{ dataset: 'attendance', as_of: '2024-08-31', event: MEETING.topic, event_date: MEETING.date, note: NOTE },
		{ ...EXCEL_ID, delimiter: ',' },
		zoomRows(pilot.people, MEETING, pilot.seed)
	);
	for (const year of [2023, 2024]) {
		await pilot.folder.workbook(
			`rekap-pendidikan-asn-${year}.xlsx`,
			{ dataset: 'headcount', as_of: `${year}-12-31`, employment: 'ASN', note: NOTE },
			bkpsdmSheet(pilot.people, pilot.place, `${year}-12-31`)
		);
	}
	pilot.folder.text('jumlah-asn-2018-2020.csv', { dataset: 'headcount', as_of: '2020-12-31', employment: 'ASN', note: NOTE }, SEMICOLON, headcountRows(pilot.people, pilot.place, ['2018-12-31', '2020-12-31']));
	const movers = pilot.people.filter((person) => /^(Kepala Bidang|Sekretaris Kecamatan|Camat)/.test(person.position)).slice(8, 18);
	await pilot.folder.workbook(
		'lampiran-sk-mutasi-2024-04.xlsx',
		{ dataset: 'moves', as_of: '2024-04-30', cycle: 'PILKADA-2024', note: NOTE },
		decreeSheet(movers, pilot.place, { number: '800.1.3.3/999/BKPSDM/2024', date: '2024-04-16', approval: 'Persetujuan Mendagri 100.2.2.6/9999/OTDA' })
	);
	pastTotals(pilot, { 'PEMILU-2019': 0.35, 'PILKADA-2020': 0.47 });
	plainEvents(pilot, ['PILKADA-2020', 'PEMILU-2024', 'PILKADA-2024'], [BRIEFING]);
}

/** The event whose attendance the Zoom report holds. */
const BRIEFING: InventedEvent = {
	date: MEETING.date, kind: 'sosialisasi', title: MEETING.topic, organiser: 'Bawaslu Kabupaten Paser', audience: 'Seluruh OPD', men: 108, women: 122, place: 'Zoom Meeting', online: true
};

function training(pilot: Pilot): void {
	const first = enrol(pilot, 'PEMILU-2024', 0.6);
	const table = plainTrainingRows(first.outcomes, pilot.place, first.course);
	pilot.folder.text(
		'pelatihan-netralitas-pemilu-2024.csv',
		{ dataset: 'training', as_of: '2023-12-20', cycle: 'PEMILU-2024', course: first.course.name, note: NOTE },
		EXCEL_ID,
		spoil(table, 'NIP', [17, 18, 19, 402, 1290, 3051], brokenNip)
	);
	const second = enrol(pilot, 'PILKADA-2024', 0.7);
	pilot.folder.text(
		'progress.netral-2024.csv',
		{ dataset: 'training', as_of: '2024-10-01', cycle: 'PILKADA-2024', course: second.course.name, note: NOTE },
		MOODLE_EXCEL,
		progressRows(second.outcomes, { language: 'id', identity: ['number', 'institution'], due: '2024-09-06 23:59:00' })
	);
}
