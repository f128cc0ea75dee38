/** Belitung: plain tables, nil returns, Zoom's report of unique users. */
import { BELITUNG_CASES } from '../case_specs.ts';
import { spoil } from '../faults.ts';
import { zoomUniqueRows } from '../files/forms.ts';
import { headcountRows } from '../files/headcount.ts';
import { registerRows } from '../files/register.ts';
import { plainTrainingRows } from '../files/training.ts';
import type { InventedEvent } from '../files/events.ts';
import { PLAIN, SEMICOLON } from '../text_file.ts';
import { allCases, asOf, enrol, GATHERED, pastTotals, plainEvents, type Pilot } from './shared.ts';

const NOTE = 'DATA CONTOH (sintetis)';
const MEETING = { topic: 'Sosialisasi netralitas ASN Belitung (contoh)', date: '2024-09-05', starts: 9 * 3600, minutes: 118, share: 0.05 };
/** Bawaslu Belitung itself said that there was none. */
const SAID_ZERO = {
	office: GATHERED,
	source_title: 'Bawaslu Belitung targetkan Pilkada 2024 nihil pelanggaran netralitas ASN (ANTARA Babel)',
	source_address: 'https://babel.antaranews.com/berita/432107/bawaslu-belitung-targetkan-pilkada-2024-nihil-pelanggaran-netralitas-asn'
};
const ZERO_CYCLES = [['PILKADA-2018', 'Pilkada 2018'], ['PEMILU-2019', 'Pemilu 2019'], ['PEMILU-2024', 'Pemilu 2024']] as const;

export async function writeBelitung(pilot: Pilot): Promise<void> {
	training(pilot);
	pilot.folder.text(
		'register-netralitas-pilkada-2024.csv',
		{ dataset: 'cases', as_of: '2025-03-31', cycle: 'PILKADA-2024', covers: ['PILKADA-2024'], note: NOTE },
		SEMICOLON,
		registerRows(allCases(pilot, BELITUNG_CASES), pilot.place, 'name')
	);
	nilReturns(pilot);
	pilot.folder.text(
		'zoom-peserta-unik.csv',
		{ dataset: 'attendance', as_of: '2024-09-30', event: MEETING.topic, event_date: MEETING.date, note: NOTE },
		PLAIN,
		zoomUniqueRows(pilot.people, MEETING, pilot.seed)
	);
	const dates = ['2018-12-31', '2019-12-31', '2023-12-31', '2024-12-31'];
	pilot.folder.text('jumlah-asn.csv', { dataset: 'headcount', as_of: '2024-12-31', employment: 'ASN', note: NOTE }, SEMICOLON, headcountRows(pilot.people, pilot.place, dates));
	pastTotals(pilot, { 'PILKADA-2018': 0.29, 'PEMILU-2019': 0.41 });
	plainEvents(pilot, ['PEMILU-2024', 'PILKADA-2024'], [BRIEFING]);
}

const BRIEFING: InventedEvent = {
	date: MEETING.date, kind: 'sosialisasi', title: MEETING.topic, organiser: 'Bawaslu Kabupaten Belitung', audience: 'Seluruh OPD', men: 84, women: 101, place: 'Zoom Meeting', online: true
};

/** Two people with more than 100 per cent, and three whose regency nobody knows. */
function training(pilot: Pilot): void {
	const first = enrol(pilot, 'PEMILU-2024', 0.62);
	const table = spoil(plainTrainingRows(first.outcomes, pilot.place, first.course), 'Persentase Penyelesaian', [88, 1204], () => '104');
	pilot.folder.text('pelatihan-pemilu-2024.csv', { dataset: 'training', as_of: '2023-12-20', cycle: 'PEMILU-2024', course: first.course.name, note: NOTE }, SEMICOLON, table);
	const second = enrol(pilot, 'PILKADA-2024', 0.75);
	const later = spoil(plainTrainingRows(second.outcomes, pilot.place, second.course), 'Kabupaten/Kota', [310, 311, 2207], () => 'Kab. Belitong Barat');
	pilot.folder.text('pelatihan-pilkada-2024.csv', { dataset: 'training', as_of: '2024-10-01', cycle: 'PILKADA-2024', course: second.course.name, note: NOTE }, SEMICOLON, later);
}

function nilReturns(pilot: Pilot): void {
	for (const [cycle, name] of ZERO_CYCLES) {
		pilot.folder.nil({
			dataset: 'cases', nature: 'real', cycle, as_of: '2024-09-10', ...SAID_ZERO,
			statement: `Nihil: Bawaslu Belitung menyatakan tidak ada pelanggaran netralitas ASN pada ${name}${cycle === 'PEMILU-2024' ? ' sampai 10 September 2024' : ''}.`
		});
		pilot.folder.nil({
			dataset: 'cases', nature: 'contoh', cycle, as_of: asOf(cycle),
			statement: `Nihil (contoh): tidak ada laporan atau temuan netralitas ASN pada ${name}.`
		});
	}
}
