/** Identity columns of Moodle exports, old and new, Indonesian and English. A NIP stands in the ID number or the user name. */
import { parseNip } from '../../normalise/nip.ts';
import type { GridRow } from '../../read/grid.ts';
import type { Bilingual } from '../../phrase.ts';
import { nameOf, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Header, type Input, type Match } from '../types.ts';

export const IDENTITY: Aliases = {
	idnumber: ['ID number', 'Nomor ID', 'Nomor KTP', 'NIP'],
	username: ['Username', 'Nama Pengguna'],
	email: ['Email address', 'Alamat surel', 'Alamat Email', 'Email'],
	institution: ['Institution', 'Institusi', 'Instansi'],
	department: ['Department', 'Departemen', 'Unit Kerja'],
	first: ['First name', 'Nama Depan'],
	last: ['Last name', 'Surname', 'Nama akhir', 'Nama belakang'],
	full: ['Name', 'Nama', 'Full name', 'Nama lengkap', 'User full name'],
	phone: ['Phone', 'Mobile phone', 'Telepon', 'Ponsel'],
	address: ['Address', 'Alamat'],
	group: ['Groups', 'Group', 'Grup', 'Kelompok'],
	suspended: ['Suspended', 'Ditangguhkan'],
	profile: ['City/town', 'Kota', 'Country', 'Negara']
};

/** Identity columns among the headings of columns `from`…`to`. */
export function identityColumns(header: Header, from = 0, to = header.keys.length): Map<string, number> {
	const columns = new Map<string, number>();
	for (let column = from; column < to; column++) {
		const name = nameOf(header.keys[column] ?? '', IDENTITY);
		if (name !== undefined && !columns.has(name)) columns.set(name, column);
	}
	return columns;
}

/** The column that holds the NIP: the ID number, or the user name where that reads as NIP in more rows. */
export function nipColumn(columns: ReadonlyMap<string, number>, rows: readonly GridRow[]): number | undefined {
	const candidates = [columns.get('idnumber'), columns.get('username')].filter((column) => column !== undefined);
	const looksLike = (column: number) => rows.slice(0, 50).filter((row) => !('problem' in parseNip(textAt(row, column), false, '9999-12-31'))).length;
	let best = candidates[0];
	for (const column of candidates) if (best !== undefined && looksLike(column) > looksLike(best)) best = column;
	return best;
}

/** Person and agency of a row, for the contract columns `person_key` and `agency`. */
export function personOf(body: Body, nip: number | undefined, row: GridRow): { person_key: Input | null; agency: Input | null } {
	return { person_key: input(row, nip), agency: input(row, body.match.columns.get('institution') ?? body.match.columns.get('department')) };
}

/** Digits that may be a NIP, whole or spoilt: those are told cell by cell. */
const DIGITS = /^[\s.'\u2019=",+E\d-]*\d[\s.'\u2019=",+E\d-]{5,}$/i;
const SHOW_NIP: Bilingual = {
	id: 'Isi "Nomor ID" ("ID number") tiap pengguna Moodle dengan NIP, minta pengelola menambahkan "Nomor ID" pada "Tampilkan identitas pengguna" (showuseridentity), lalu ekspor ulang',
	en: 'Put the NIP into the "ID number" (Nomor ID) of each Moodle user, have the administrator add "ID number" to "Show user identity" (showuseridentity), and export again'
};
const NO_COLUMN: Bilingual = { id: 'NIP', en: 'NIP' };
const NO_NIP_IN_COLUMN: Bilingual = { id: 'NIP (tidak satu pun di kolom Nomor ID atau nama pengguna)', en: 'NIP (none in the ID number or the user name)' };

/** The match of a Moodle export; incomplete when no column holds a NIP, as where only e-mail addresses are shown (the default). */
export function withNip(match: Match, sample: readonly GridRow[]): Match {
	const candidates = [match.columns.get('idnumber'), match.columns.get('username')].filter((column) => column !== undefined);
	if (candidates.length > 0 && (sample.length === 0 || sample.some((row) => candidates.some((column) => DIGITS.test(textAt(row, column)))))) return match;
	return { ...match, missing: [...match.missing, candidates.length > 0 ? NO_NIP_IN_COLUMN : NO_COLUMN], remedy: SHOW_NIP };
}

/** `nipColumn` as a kind names it. */
export const nipColumnOf = (match: Match, rows: readonly GridRow[]): number | undefined => nipColumn(match.columns, rows);
