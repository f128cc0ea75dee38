import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one event. Only class `prevention` counts as socialization; `participants` is never filled from an enforcement row. */
export const events: DatasetContract = {
	name: 'events',
	title: { id: 'Kegiatan sosialisasi', en: 'Socialization events' },
	personLevel: false,
	key: ['regency', 'event_date', 'title'],
	extent: ['regency', 'cycle'],
	cycleDate: 'event_date',
	columns: [
		column('regency', 'regency', 'Daerah', 'Region'),
		column('event_date', 'month_or_date', 'Tanggal; bulan atau tahun bila hanya itu yang diketahui', 'Date; month or year where only that is known', { notFuture: true }),
		column('class', 'code', 'Golongan: pencegahan, surat, penindakan', 'Class: prevention, letter, enforcement', { codes: ['prevention', 'letter', 'enforcement'] }),
		column('kind', 'text', 'Jenis kegiatan', 'Kind of event'),
		column('title', 'text', 'Nama atau pokok kegiatan', 'Title or subject'),
		column('organiser', 'text', 'Penyelenggara', 'Organiser', { optional: true }),
		column('audience', 'text', 'Sasaran', 'Audience', { optional: true }),
		column('participants', 'integer', 'Peserta ASN', 'Participants who are ASN', { optional: true, min: 0 }),
		column('participants_other', 'integer', 'Orang lain yang disebut (bukan ASN, atau terlapor)', 'Other persons counted (not ASN, or accused)', { optional: true, min: 0 }),
		column('counts', 'text', 'Apa yang dihitung oleh angka itu', 'What the number counts', { optional: true }),
		column('place', 'text', 'Tempat', 'Place', { optional: true }),
		column('source_title', 'text', 'Judul sumber', 'Title of the source', { optional: true }),
		column('source_address', 'text', 'Alamat sumber', 'Address of the source', { optional: true }),
		column('published_on', 'text', 'Tanggal terbit sumber', 'Date the source was published', { optional: true }),
		column('note', 'text', 'Catatan', 'Note', { optional: true }),
		CYCLE_COLUMN
	],
	order: []
};
