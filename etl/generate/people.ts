/** Invented civil servants. A NIP is valid in form, but its sequence is 9xx, which no real NIP has. */
import { addDays, pad } from './calendar.ts';
import { createRandom, type Random } from './random.ts';
import type { AgencySpec, Place } from './places.ts';

export type Employment = 'PNS' | 'PPPK';
export interface Person {
	readonly nip: string;
	readonly given: string;
	readonly family: string;
	readonly name: string;
	readonly sex: 'L' | 'P';
	readonly birth: string;
	readonly employment: Employment;
	/** Year of appointment: nobody is counted or trained before it. */
	readonly since: number;
	readonly agency: string;
	readonly position: string;
	readonly email: string;
	/** How ready the person is to finish a course, mean 0. */
	readonly diligence: number;
	/** How well the person answers, mean 0. */
	readonly ability: number;
}

const GIVEN = {
	bali: { L: ['I Wayan Contoh', 'I Made Misal', 'I Nyoman Umpama', 'I Ketut Rekaan', 'I Gede Andai'], P: ['Ni Wayan Contoh', 'Ni Made Misal', 'Ni Nyoman Umpama', 'Ni Ketut Rekaan', 'Ni Luh Andai'] },
	other: { L: ['Contoh', 'Misal', 'Umpama', 'Rekaan', 'Andai'], P: ['Contohwati', 'Misalia', 'Umpamaningsih', 'Rekayani', 'Andaini'] }
} as const;
const FAMILY = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan', 'Sepuluh', 'Sebelas', 'Seratus'];
const TITLES = ['', '', '', ', S.Pd.', ', S.E.', ', S.Sos.', ', A.Md.', ', S.Kep.', ', M.Si.'];

/** The staff of a regency on 31 December 2024, in the order of agencies. No NIP is given twice among people made with one `taken`. */
export function staffOf(place: Place, seed: string, taken: Set<string>): Person[] {
	const random = createRandom(`${seed}/people/${place.code}`);
	const total = place.agencies.reduce((sum, agency) => sum + agency.weight, 0);
	const sizes = place.agencies.map((agency) => Math.max(14, Math.round((place.staff * agency.weight) / total)));
	// The largest agency takes up what rounding left over.
	sizes[0] = (sizes[0] ?? 0) + place.staff - sizes.reduce((sum, size) => sum + size, 0);
	return place.agencies.flatMap((agency, a) => {
		const mood = random.normal() * 0.35;
		return Array.from({ length: sizes[a] ?? 0 }, (_, rank) => makePerson(random, place, agency, rank, mood, taken));
	});
}

function makePerson(random: Random, place: Place, agency: AgencySpec, rank: number, mood: number, taken: Set<string>): Person {
	const led = positionByRank(agency, rank);
	const employment: Employment = led === null && random.chance(place.pppkShare * 1.02) ? 'PPPK' : 'PNS';
	const position = led ?? commonPosition(random, agency, employment);
	const sex = random.chance(agency.kind === 'office' || agency.kind === 'district' ? 0.42 : 0.64) ? 'P' : 'L';
	const { nip, birth, since } = freshNip(random, employment, sex, taken);
	const given = random.pick(GIVEN[place.names][sex]);
	const family = random.pick(FAMILY);
	return {
		nip, given, family, sex, birth, employment, since, position,
		name: `${given} ${family}${random.pick(TITLES)}`,
		agency: agency.name,
		email: `${given.toLowerCase().replaceAll(' ', '')}.${nip.slice(6, 8)}${nip.slice(15)}@asn.example`,
		diligence: mood + random.normal() * 0.8,
		ability: random.normal()
	};
}

function positionByRank(agency: AgencySpec, rank: number): string | null {
	const district = agency.kind === 'district';
	const leaders = district
		? ['Camat', 'Sekretaris Kecamatan', 'Lurah', 'Kepala Seksi Pemerintahan', 'Kepala Seksi Pelayanan Umum', 'Kasubbag Umum']
		: [headOf(agency.name), deputyOf(agency.name), 'Kepala Bidang I', 'Kepala Bidang II', 'Kepala Bidang III', 'Kasubbag Umum', 'Kasubbag Keuangan', 'Kepala Seksi I'];
	return leaders[rank] ?? null;
}

function headOf(agency: string): string {
	if (agency === 'Sekretariat Daerah') return 'Sekretaris Daerah';
	if (agency === 'Sekretariat DPRD') return 'Sekretaris DPRD';
	if (agency.startsWith('Inspektorat')) return 'Inspektur Daerah';
	if (agency.startsWith('RS')) return 'Direktur RSUD';
	return `Kepala ${agency.split(' ')[0] ?? 'Dinas'}`;
}

const deputyOf = (agency: string): string => (agency.startsWith('Sekretariat') ? 'Kepala Bagian Umum' : `Sekretaris ${agency.split(' ')[0] ?? 'Dinas'}`);

function commonPosition(random: Random, agency: AgencySpec, employment: Employment): string {
	const level = employment === 'PPPK' ? 'Ahli Pertama' : random.pick(['Ahli Pertama', 'Ahli Pertama', 'Ahli Muda', 'Ahli Madya']);
	if (agency.kind === 'school' && random.chance(0.9)) return `Guru ${level}`;
	if (agency.kind === 'health' && random.chance(0.85)) return `${random.pick(['Perawat', 'Bidan', 'Dokter', 'Apoteker'])} ${level}`;
	if (random.chance(0.3)) return `${random.pick(['Analis SDM Aparatur', 'Perencana', 'Pranata Komputer', 'Arsiparis'])} ${level}`;
	return random.pick(['Pengadministrasi Umum', 'Pengelola Keuangan', 'Pengadministrasi Perkantoran', 'Pramu Kebersihan', 'Bendahara']);
}

function freshNip(random: Random, employment: Employment, sex: 'L' | 'P', taken: Set<string>): { nip: string; birth: string; since: number } {
	for (;;) {
		const since = employment === 'PPPK' ? random.pick([2021, 2022, 2022, 2023, 2023, 2023, 2024, 2024]) : random.int(1991, 2024);
		// Old enough to be appointed, and not yet 60 at the end of 2024.
		const born = random.int(Math.max(1965, since - 40), Math.min(since - 20, 2001));
		const birth = addDays(`${born}-01-01`, random.int(0, 364));
		const appointed = employment === 'PPPK' ? `${since}21` : `${since}${pad(random.pick([1, 2, 3, 3, 4]))}`;
		const nip = `${birth.replaceAll('-', '')}${appointed}${sex === 'L' ? 1 : 2}${random.int(900, 999)}`;
		if (taken.has(nip)) continue;
		taken.add(nip);
		return { nip, birth, since };
	}
}

/** NIP with the spaces people type: `19850312 201001 2 901`. */
export const spacedNip = (nip: string): string => `${nip.slice(0, 8)} ${nip.slice(8, 14)} ${nip.slice(14, 15)} ${nip.slice(15)}`;
/** What Excel Indonesia leaves of a NIP in a number column: `1,98503E+17`. */
export const brokenNip = (nip: string): string => `${nip.slice(0, 1)},${nip.slice(1, 6)}E+17`;

/** Those in service at the end of `year`. */
export const inService = (people: readonly Person[], atEndOf: number): Person[] => people.filter((person) => person.since <= atEndOf);
