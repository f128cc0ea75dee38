/** Annex of a decree on transfers: name and NIP in one cell, old and new position. */
import { longDate, type IsoDate } from '../calendar.ts';
import { spacedNip, type Person } from '../people.ts';
import type { Place } from '../places.ts';
import type { SheetSpec } from '../workbook.ts';

export interface Decree {
	readonly number: string;
	readonly date: IsoDate;
	readonly approval: string;
}

/** Officials swap places in a ring: each takes the position of the next. */
export function decreeSheet(people: readonly Person[], place: Place, decree: Decree): SheetSpec {
	const rows = people.map((person, index) => {
		const next = people[(index + 1) % people.length] ?? person;
		const echelon = (position: string): string => (/^Kepala (Dinas|Badan)/.test(position) ? 'II.b' : /^(Camat|Kepala Bidang|Sekretaris)/.test(position) ? 'III.a' : 'IV.a');
		return [
			index + 1,
			`${person.name.toUpperCase()}\nNIP. ${index % 2 === 0 ? spacedNip(person.nip) : person.nip}`,
			'Pembina / IV.a',
			`${person.position} pada ${person.agency}`,
			`${next.position} pada ${next.agency}`,
			echelon(person.position),
			echelon(next.position),
			index === 0 ? decree.approval : 'Mutasi'
		];
	});
	return {
		name: 'Lampiran SK',
		merges: ['D5:E5', 'F5:G5'],
		rows: [
			[`LAMPIRAN KEPUTUSAN BUPATI ${place.short.toUpperCase()} - DATA CONTOH (SINTETIS)`],
			[`NOMOR : ${decree.number}`],
			[`TANGGAL : ${longDate(decree.date)}`],
			[],
			['NO.', 'NAMA / NIP', 'PANGKAT / GOL. RUANG', 'JABATAN', null, 'ESELON', null, 'KET.'],
			[null, null, null, 'LAMA', 'BARU', 'LAMA', 'BARU'],
			[1, 2, 3, 4, 5, 6, 7, 8],
			...rows
		]
	};
}
