/** Headcounts in the layouts of BPS, BKPSDM and open-data portals, and the personnel extract. */
import { longDate, slashDate, year, type IsoDate } from '../calendar.ts';
import { inService, type Person } from '../people.ts';
import type { Place } from '../places.ts';
import { letterOf, type SheetCell, type SheetSpec } from '../workbook.ts';

const dots = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');
const count = (people: readonly Person[], sex: 'L' | 'P'): number => people.filter((person) => person.sex === sex).length;

/** People in service on a date; before 2021 a few more PNS, now retired, are added so that the past is not too small. */
export function headcountAt(people: readonly Person[], asOf: IsoDate): { L: number; P: number } {
	const serving = inService(people, year(asOf));
	const retired = Math.round(people.length * 0.011 * Math.max(0, 2024 - year(asOf)));
	const men = Math.round(retired * 0.55);
	return { L: count(serving, 'L') + men, P: count(serving, 'P') + retired - men };
}

/** `Kabupaten/Kota;Keadaan Per;Laki-laki;Perempuan;Jumlah` */
export function headcountRows(people: readonly Person[], place: Place, dates: readonly IsoDate[]): string[][] {
	const rows = dates.map((date) => {
		const { L, P } = headcountAt(people, date);
		return [place.name, slashDate(date), dots(L), dots(P), dots(L + P)];
	});
	return [['Kabupaten/Kota', 'Keadaan Per', 'Laki-laki', 'Perempuan', 'Jumlah'], ...rows];
}

/** Open data in long form: one row per sex and year. */
export function openDataRows(people: readonly Person[], place: Place, province: string, dates: readonly IsoDate[]): (string | number)[][] {
	const code = place.code.replace('.', '');
	const rows = dates.flatMap((date) => {
		const { L, P } = headcountAt(people, date);
		return [['LAKI-LAKI', L], ['PEREMPUAN', P]].map(([sex, persons]) => [
			code.slice(0, 2), province.toUpperCase(), code, place.name.toUpperCase(), sex ?? '', persons ?? 0, 'ORANG', year(date)
		]);
	});
	const head = ['id', 'kode_provinsi', 'nama_provinsi', 'kode_kabupaten_kota', 'nama_kabupaten_kota', 'jenis_kelamin', 'jumlah_asn', 'satuan', 'tahun'];
	return [head, ...rows.map((row, index) => [index + 1, ...row])];
}

const GROUPS: readonly (readonly [string, (person: Person) => boolean])[] = [
	['Fungsional Tertentu/Specific Function', (p) => / Ahli /.test(p.position)],
	['Fungsional Umum/General Staff', (p) => /^(Peng|Pramu|Bendahara)/.test(p.position)],
	['  Eselon II', (p) => isLeader(p)],
	['  Eselon III', (p) => /^(Camat|Sekretaris|Kepala Bagian|Kepala Bidang)/.test(p.position) && !isLeader(p)],
	['  Eselon IV', (p) => /^(Lurah|Kasubbag|Kepala Seksi)/.test(p.position)]
];
const isLeader = (p: Person): boolean => /^(Kepala (Dinas|Badan|Satuan)|Sekretaris (Daerah|DPRD)$|Inspektur|Direktur)/.test(p.position);

/** BPS table by occupation and sex for two Decembers; PNS only, as BPS counts. */
export function bpsSheet(people: readonly Person[], place: Place, years: readonly [number, number]): SheetSpec {
	const pns = people.filter((person) => person.employment === 'PNS');
	const cells = (test: (person: Person) => boolean): string[] =>
		years.flatMap((at) => {
			const group = inService(pns, at).filter(test);
			return [count(group, 'L'), count(group, 'P'), group.length].map((value) => (value === 0 ? '–' : dots(value)));
		});
	const [first, second] = years;
	const sexes = ['Laki-laki\nMale', 'Perempuan\nFemale', 'Jumlah\nTotal'];
	return {
		name: '2.3.1',
		merges: ['C1:G1', 'C2:G2', 'B4:D4', 'E4:G4'],
		rows: [
			['Tabel', '2.3.1', `DATA CONTOH (SINTETIS): Jumlah Pegawai Negeri Sipil Menurut Jabatan dan Jenis Kelamin di ${place.name}, Desember ${first} dan Desember ${second}`],
			['Table', null, `SYNTHETIC SAMPLE: Number of Civil Servants by Occupation and Sex in ${place.short} Regency, December ${first} and December ${second}`],
			[],
			['Jabatan\nOccupation', String(first), null, null, String(second)],
			[null, ...sexes, ...sexes],
			['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
			...GROUPS.slice(0, 2).map(([name, test]) => [name, ...cells(test)]),
			['Struktural/Structural'],
			...GROUPS.slice(2).map(([name, test]) => [name, ...cells(test)]),
			['Jumlah/Total', ...cells((person) => GROUPS.some(([, test]) => test(person)))],
			[],
			['Catatan/Note: Data per 31 Desember (contoh)'],
			[`Sumber/Source: BKPSDM ${place.name} (contoh)`]
		]
	};
}

const LEVELS = ['SD', 'SMP', 'SMA', 'D-III', 'S1 ke atas'];

/** BKPSDM table by agency and education with formulas, totals and a signature block. */
export function bkpsdmSheet(people: readonly Person[], place: Place, asOf: IsoDate): SheetSpec {
	const serving = inService(people, year(asOf));
	const first = 7;
	const last = first + place.agencies.length - 1;
	const table = place.agencies.map((agency) => byLevel(serving.filter((person) => person.agency === agency.name)));
	const sums = LEVELS.map((_, level) => table.reduce((sum, counts) => sum + (counts[level] ?? 0), 0));
	const bottom = (column: number, result: number): SheetCell => ({ formula: `SUM(${letterOf(column)}${first}:${letterOf(column)}${last})`, result });
	return {
		name: 'Rekap',
		merges: ['A1:H1', 'C5:G5'],
		rows: [
			['JUMLAH PEGAWAI ASN (PNS DAN PPPK) MENURUT PENDIDIKAN - DATA CONTOH (SINTETIS)'],
			[`PEMERINTAH ${place.name.toUpperCase()}`],
			[`KEADAAN PER: ${longDate(asOf)}`],
			[],
			['No.', 'INSTANSI', 'TINGKAT PENDIDIKAN', null, null, null, null, 'JML'],
			[null, null, ...LEVELS],
			...place.agencies.map((agency, index): SheetCell[] => {
				const counts = table[index] ?? [];
				const row = first + index;
				return [index + 1, agency.name, ...counts, { formula: `SUM(C${row}:G${row})`, result: counts.reduce((sum, value) => sum + value, 0) }];
			}),
			[null, 'JUMLAH', ...sums.map((sum, level) => bottom(level + 2, sum)), bottom(7, serving.length)],
			[],
			[null, null, null, null, null, `${place.capital}, ${longDate(asOf)}`],
			[null, null, null, null, null, 'Kepala BKPSDM (contoh),'],
			[null, null, null, null, null, 'NIP. 19700101 199903 1 999']
		]
	};
}

function byLevel(people: readonly Person[]): number[] {
	const counts = LEVELS.map(() => 0);
	for (const person of people) {
		const basic = person.position.startsWith('Pramu');
		const level = basic ? Number(person.nip.slice(-1)) % 3 : / Ahli |^Kepala|^Sekretaris|^Camat|^Lurah|^Insp|^Dir/.test(person.position) ? 4 : 2 + (Number(person.nip.slice(-1)) % 3);
		counts[level] = (counts[level] ?? 0) + 1;
	}
	return counts;
}

/** Personnel extract with the headings of SIASN; most of its columns are personal and dropped on receipt. */
export function rosterSheet(people: readonly Person[]): SheetSpec {
	const head = ['NIP BARU', 'NAMA', 'TANGGAL LAHIR', 'JENIS KELAMIN', 'NOMOR HP', 'STATUS ASN', 'JABATAN NAMA', 'UNOR NAMA'];
	const rows = people.map((person) => [
		`'${person.nip}`, person.name.toUpperCase(), person.birth.split('-').reverse().join('-'), person.sex === 'L' ? 'M' : 'F', '-', person.employment, person.position, person.agency
	]);
	return { name: 'Data', rows: [head, ...rows] };
}
