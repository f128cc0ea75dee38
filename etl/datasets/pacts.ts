import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one person's integrity pact in one cycle; the last answer wins. */
export const pacts: DatasetContract = {
	name: 'pacts',
	title: { id: 'Pakta integritas', en: 'Integrity pacts' },
	personLevel: true,
	key: ['regency', 'cycle', 'person_key'],
	extent: ['regency', 'cycle'],
	cycleDate: 'signed_date',
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('person_key', 'nip', 'Penanda tangan (nama samaran dari NIP)', 'Signatory (pseudonym of the NIP)'),
		column('employment', 'code', 'Jenis kepegawaian', 'Kind of employment', { optional: true, codes: ['PNS', 'PPPK'] }),
		column('agency', 'text', 'Unit kerja', 'Agency', { optional: true }),
		column('signed_date', 'date', 'Tanggal mengisi', 'Date signed', { notFuture: true }),
		column('agreed', 'boolean', 'Menyatakan setuju', 'Agreed'),
		CYCLE_COLUMN
	],
	afterAppointment: ['signed_date'],
	order: []
};
