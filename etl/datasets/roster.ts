import { column, type DatasetContract } from './contract.ts';

/** One row = one civil servant on a date: the denominator of training. Nothing else of a personnel extract is kept. */
export const roster: DatasetContract = {
	name: 'roster',
	title: { id: 'Daftar ASN', en: 'ASN roster' },
	personLevel: true,
	key: ['regency', 'as_of', 'person_key'],
	extent: ['regency', 'as_of'],
	cycleDate: null,
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('person_key', 'nip', 'ASN (nama samaran dari NIP)', 'Civil servant (pseudonym of the NIP)'),
		column('agency', 'text', 'Unit kerja', 'Agency', { optional: true }),
		column('employment', 'code', 'Jenis kepegawaian', 'Kind of employment', { codes: ['PNS', 'PPPK'] }),
		column('position', 'code', 'Golongan jabatan', 'Position category', { optional: true, codes: { reference: 'positions' } }),
		column('as_of', 'date', 'Keadaan per', 'As of', { notFuture: true })
	],
	order: []
};
