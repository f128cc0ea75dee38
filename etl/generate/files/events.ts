/** Invented socialization events: a plain list and the messy workbook of an agency. */
import { addDays, longDate, serial, weekdayDate, type IsoDate } from '../calendar.ts';
import type { Place } from '../places.ts';
import { createRandom } from '../random.ts';
import type { SheetCell, SheetSpec } from '../workbook.ts';

export interface InventedEvent {
	readonly date: IsoDate;
	readonly kind: string;
	readonly title: string;
	readonly organiser: string;
	readonly audience: string;
	readonly men: number;
	readonly women: number;
	readonly place: string;
	readonly online: boolean;
}

const KINDS = ['sosialisasi', 'sosialisasi', 'pembekalan', 'apel', 'ikrar dan pakta integritas', 'rapat koordinasi'];
const AUDIENCES = ['Camat dan lurah', 'Kepala OPD', 'Guru SD dan SMP', 'Tenaga kesehatan', 'PPPK', 'Pejabat administrator dan pengawas', 'Staf kecamatan'];
const TITLE: Readonly<Record<string, string>> = {
	sosialisasi: 'Sosialisasi netralitas ASN',
	pembekalan: 'Pembekalan netralitas ASN',
	apel: 'Apel netralitas ASN',
	'ikrar dan pakta integritas': 'Ikrar netralitas dan pakta integritas ASN',
	'rapat koordinasi': 'Rapat koordinasi pencegahan pelanggaran netralitas'
};

/** Events spread over the given days, in order of date. */
export function inventedEvents(place: Place, from: IsoDate, days: readonly number[], seed: string): InventedEvent[] {
	const random = createRandom(`${seed}/events/${place.code}/${from}`);
	return days.map((day) => {
		const kind = random.pick(KINDS);
		const audience = random.pick(AUDIENCES);
		const online = random.chance(0.3);
		const attending = random.int(35, online ? 420 : 160);
		const women = Math.round(attending * (0.35 + 0.3 * random.next()));
		return {
			date: addDays(from, day), kind, audience, online, men: attending - women, women,
			title: `${TITLE[kind] ?? 'Sosialisasi netralitas ASN'}: ${audience} (contoh)`,
			organiser: random.pick([`BKPSDM ${place.name}`, `Bawaslu ${place.name}`, `Inspektorat ${place.name}`]),
			place: online ? 'Zoom Meeting' : random.pick([`Aula BKPSDM, ${place.capital}`, `Aula Setdakab, ${place.capital}`, `Kantor Kecamatan ${random.pick(place.districts)}`])
		};
	});
}

/** Plain list, one row per event. */
export function eventRows(events: readonly InventedEvent[]): string[][] {
	return [
		['Tanggal', 'Golongan', 'Jenis', 'Kegiatan', 'Penyelenggara', 'Sasaran', 'Peserta ASN', 'Tempat', 'Catatan'],
		...events.map((event) => [
			longDate(event.date), 'pencegahan', event.kind, event.title, event.organiser, event.audience, String(event.men + event.women), event.place, 'DATA CONTOH (sintetis)'
		])
	];
}

const dots = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** Workbook with title lines, a two-row heading, dates in several forms and a totals row. */
export function messyEventsSheet(events: readonly InventedEvent[], place: Place, title: string, notCounted: number): SheetSpec {
	const rows = events.map((event, index): SheetCell[] => [
		String(index + 1),
		index % 4 === 2 ? serial(event.date) : weekdayDate(event.date),
		event.place,
		event.audience,
		index === notCounted ? `±${event.men + event.women}` : dots(event.men),
		index === notCounted ? null : dots(event.women),
		event.organiser,
		event.online ? 'Daring' : 'Luring',
		index % 3 === 0 ? '-' : event.title
	]);
	// The office adds what it could only estimate to the first column.
	const men = events.reduce((sum, event, index) => sum + event.men + (index === notCounted ? event.women : 0), 0);
	const women = events.reduce((sum, event, index) => sum + (index === notCounted ? 0 : event.women), 0);
	return {
		name: 'Sosialisasi',
		merges: ['A1:I1', 'A2:I2', 'E4:F4'],
		rows: [
			['REKAPITULASI KEGIATAN SOSIALISASI NETRALITAS ASN - DATA CONTOH (SINTETIS)'],
			[`${place.name.toUpperCase()} ${title}`],
			[],
			['No', 'Hari/Tanggal', 'Tempat', 'Sasaran', 'Jumlah Peserta', null, 'Narasumber', 'Media', 'Ket.'],
			[null, null, null, null, 'L', 'P'],
			...rows,
			['JUMLAH', null, null, null, dots(men), dots(women)]
		]
	};
}
