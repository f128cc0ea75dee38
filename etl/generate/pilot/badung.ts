/** Badung: Moodle 5.1 in English, a plain case register, Google Forms in English, BPS tables. */
import { BADUNG_CASES } from '../case_specs.ts';
import { pactRows } from '../files/forms.ts';
import { bpsSheet, headcountRows } from '../files/headcount.ts';
import { progressRows, quizRows } from '../files/moodle.ts';
import { registerRows } from '../files/register.ts';
import { inService } from '../people.ts';
import { MOODLE_WIDGET, PLAIN, SEMICOLON } from '../text_file.ts';
import { allCases, enrol, pastTotals, plainEvents, type Pilot } from './shared.ts';

const NOTE = 'DATA CONTOH (sintetis)';

export async function writeBadung(pilot: Pilot): Promise<void> {
	await training(pilot);
	pilot.folder.text(
		'register-netralitas.csv',
		{ dataset: 'cases', as_of: '2025-03-31', covers: ['PEMILU-2019', 'PILKADA-2020', 'PEMILU-2024', 'PILKADA-2024'], note: NOTE },
		SEMICOLON,
		registerWithFaults(pilot)
	);
	const asked = inService(pilot.people, 2023);
	const pacts = pactRows(asked, { opens: '2023-09-18', closes: '2023-10-13', coverage: 0.84, language: 'en' }, pilot.seed);
	pilot.folder.text('Pakta Integritas Netralitas ASN.csv', { dataset: 'pacts', as_of: '2023-10-31', cycle: 'PEMILU-2024', note: NOTE }, PLAIN, pacts);
	await pilot.folder.workbook('tabel-2.3.1-pns.xlsx', { dataset: 'headcount', as_of: '2024-12-31', employment: 'PNS', note: NOTE }, bpsSheet(pilot.people, pilot.place, [2023, 2024]));
	const dates = ['2018-12-31', '2020-12-31', '2023-12-31', '2024-12-31'];
	pilot.folder.text('jumlah-asn.csv', { dataset: 'headcount', as_of: '2024-12-31', employment: 'ASN', note: NOTE }, SEMICOLON, headcountRows(pilot.people, pilot.place, dates));
	pastTotals(pilot, { 'PEMILU-2019': 0.44, 'PILKADA-2020': 0.58 });
	plainEvents(pilot, ['PILKADA-2020', 'PEMILU-2024', 'PILKADA-2024']);
}

async function training(pilot: Pilot): Promise<void> {
	const first = enrol(pilot, 'PEMILU-2024', 0.74);
	const identity = ['number', 'institution'] as const;
	await pilot.folder.workbook(
		'progress.netral-2023.xlsx',
		{ dataset: 'training', as_of: '2023-12-15', cycle: 'PEMILU-2024', course: first.course.name, note: NOTE },
		{ name: 'Sheet', rows: progressRows(first.outcomes, { language: 'en', identity, due: '2023-11-24 23:59:00' }).map((row) => row.map((cell) => cell || null)) }
	);
	const second = enrol(pilot, 'PILKADA-2024', 0.78);
	pilot.folder.text(
		'progress.netral-2024.csv',
		{ dataset: 'training', as_of: '2024-10-01', cycle: 'PILKADA-2024', course: second.course.name, note: NOTE },
		MOODLE_WIDGET,
		progressRows(second.outcomes, { language: 'en', identity, due: '2024-09-06 23:59:00' })
	);
	const tested = second.outcomes.filter((outcome) => outcome.person.agency.startsWith('Badan') || outcome.person.agency === 'RSD Mangusada');
	await pilot.folder.workbook(
		'netral-2024-Post-test Netralitas ASN-nilai.xlsx',
		{ dataset: 'quiz', as_of: '2024-10-01', cycle: 'PILKADA-2024', course: second.course.name, note: NOTE },
		{ name: 'Sheet', rows: quizRows(tested) }
	);
}

/** Two rows of Pemilu 2024 are wrong: one registered in 2042, one that happened after it was registered. */
function registerWithFaults(pilot: Pilot): string[][] {
	const rows = registerRows(allCases(pilot, BADUNG_CASES), pilot.place, 'name');
	const sample = rows.find((row) => row[1] === '16/01/2024');
	if (!sample) throw new Error('the row to copy is missing');
	const faulty = (number: string, registered: string, happened: string): string[] =>
		sample.map((cell, index) => {
			if (index === 0) return number;
			if (index === 1) return registered;
			if (index === 5) return 'Kajian, verifikasi, validasi';
			if (index === 6) return happened;
			return index >= 9 ? '' : cell;
		});
	return [...rows, faulty('091/Reg/LP/PL/Kab/99.03/I/2024', '22/01/2042', '15/01/2024'), faulty('092/Reg/LP/PL/Kab/99.03/I/2024', '23/01/2024', '30/01/2024')];
}
