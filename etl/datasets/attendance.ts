import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one attendee of one event (several joins of one device are added up). Names are dropped; `attendee` is a pseudonym. */
export const attendance: DatasetContract = {
	name: 'attendance',
	title: { id: 'Daftar hadir', en: 'Attendance' },
	personLevel: true,
	key: ['regency', 'event', 'event_date', 'attendee'],
	extent: ['regency', 'event', 'event_date'],
	cycleDate: 'event_date',
	columns: [
		column('regency', 'regency', 'Daerah', 'Region'),
		column('event', 'text', 'Kegiatan', 'Event'),
		column('event_date', 'date', 'Tanggal kegiatan', 'Date of the event', { notFuture: true }),
		column('attendee', 'text', 'Peserta: nama samaran dari NIP, atau dari nama bila NIP tidak ada', 'Attendee: pseudonym of the NIP, or of the name where there is no NIP', { pseudonym: true }),
		column('person_key', 'nip', 'Nama samaran dari NIP, bila ada', 'Pseudonym of the NIP, if any', { optional: true }),
		column('agency', 'text', 'Unit kerja', 'Agency', { optional: true }),
		column('minutes', 'integer', 'Menit hadir', 'Minutes present', { optional: true, min: 0 }),
		CYCLE_COLUMN
	],
	order: []
};
