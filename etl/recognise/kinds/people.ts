/** Identity columns of Moodle exports, old and new, Indonesian and English. A NIP stands in the ID number or the user name. */
import { parseNip } from '../../normalise/nip.ts';
import type { GridRow } from '../../read/grid.ts';
import { nameOf, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Header, type Input } from '../types.ts';

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
