/** Lists of socialization events: the plain tables and the messy recapitulation. */
import { comparable, isMissing } from '../../normalise/text.ts';
import { codeForWord } from '../../normalise/words.ts';
import { isInput, textAt, type DraftValue, type Kind } from '../types.ts';
import { input } from '../types.ts';
import { tableKind } from './table.ts';

const NOT_ASN = /bukan (asn|peserta)|tidak termasuk asn|terlapor|diperiksa|perbekel|kepala desa|perangkat desa|masyarakat|pelajar|pemilih|accused|not asn|village/i;

export const eventTable: Kind = tableKind({
	kind: 'event_table',
	dataset: 'events',
	title: { id: 'Tabel kegiatan', en: 'Table of events' },
	strict: true,
	weight: 2,
	aliases: {
		event_date: ['Tanggal', 'Tanggal Kegiatan'],
		class: ['Golongan'],
		kind: ['Jenis', 'Jenis Kegiatan'],
		title: ['Kegiatan', 'Nama Kegiatan'],
		organiser: ['Penyelenggara'],
		audience: ['Sasaran'],
		number: ['Jumlah'],
		participants: ['Peserta ASN', 'Jumlah Peserta ASN'],
		participants_other: ['Peserta Bukan ASN', 'Orang Lain'],
		counts: ['Yang Dihitung'],
		place: ['Tempat'],
		source_title: ['Judul Sumber'],
		source_address: ['Alamat Sumber'],
		published_on: ['Terbit', 'Tanggal Terbit'],
		note: ['Catatan', 'Keterangan'],
		regency: ['Kabupaten/Kota', 'Daerah'],
		cycle: ['Siklus'],
		serial: ['No']
	},
	required: ['event_date', 'class', 'kind', 'title'],
	atLeast: 3,
	helpers: ['number', 'serial'],
	checkTotals: false,
	shape: (row, cells, body) => {
		const { columns } = body.match;
		const counted = input(row, columns.get('number'));
		const eventClass = codeForWord('class', textAt(row, columns.get('class')));
		const attendance = eventClass === 'prevention' && !NOT_ASN.test(textAt(row, columns.get('counts')));
		const own: Record<string, DraftValue> = { ...cells };
		if (counted) own[attendance ? 'participants' : 'participants_other'] = counted;
		return [own];
	}
});

const SUBJECT = 'Sosialisasi netralitas ASN';

export const socializationRecap: Kind = tableKind({
	kind: 'socialization_recap',
	dataset: 'events',
	title: { id: 'Rekapitulasi sosialisasi', en: 'Recapitulation of socialization' },
	aliases: {
		serial: ['No'],
		event_date: ['Hari/Tanggal', 'Hari, Tanggal', 'Hari/Tgl', 'Tanggal', 'Waktu', 'Tanggal Pelaksanaan'],
		place: ['Tempat', 'Lokasi'],
		audience: ['Sasaran', 'Peserta'],
		male: ['Jumlah Peserta / L', 'Peserta / L', 'Jumlah Peserta / Laki-laki'],
		female: ['Jumlah Peserta / P', 'Peserta / P', 'Jumlah Peserta / Perempuan'],
		participants: ['Jumlah Peserta', 'Jml Peserta', 'Jumlah Peserta / Jumlah'],
		speaker: ['Narasumber', 'Pemateri'],
		organiser: ['Penyelenggara', 'Pelaksana'],
		media: ['Media', 'Metode'],
		title: ['Nama Kegiatan', 'Kegiatan', 'Uraian Kegiatan', 'Materi'],
		note: ['Ket', 'Keterangan']
	},
	required: ['event_date', 'audience'],
	helpers: ['serial', 'male', 'female', 'speaker', 'media'],
	shape: (row, cells, body, reporter) => {
		const { columns } = body.match;
		const audience = textAt(row, columns.get('audience'));
		const parts = [input(row, columns.get('male')), input(row, columns.get('female'))].filter((part) => isInput(part) && !isMissing(comparable(part.cell.text)));
		const text = (name: string) => textAt(row, columns.get(name));
		const note = [text('media'), isMissing(text('speaker')) ? '' : `narasumber: ${text('speaker')}`, isMissing(comparable(text('note'))) ? '' : text('note')].filter((part) => part !== '').join('; ');
		if (parts.length > 1) reporter.note({ id: 'peserta laki-laki dan perempuan dijumlahkan', en: 'male and female participants are added up' });
		return [
			{
				...cells,
				class: 'prevention',
				kind: 'sosialisasi',
				title: cells['title'] ?? (audience === '' ? SUBJECT : `${SUBJECT}: ${audience}`),
				...(columns.has('male') ? { participants: parts[0] ?? null, participants_add: parts[1] ?? null } : {}),
				note: note === '' ? null : note
			}
		];
	}
});
