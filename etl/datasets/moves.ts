import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one person moved by one decree. */
export const moves: DatasetContract = {
	name: 'moves',
	title: { id: 'Mutasi pejabat', en: 'Personnel moves' },
	personLevel: true,
	key: ['regency', 'decree_number', 'person_key'],
	extent: ['regency', 'decree_number'],
	cycleDate: 'decree_date',
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('decree_number', 'text', 'Nomor keputusan', 'Number of the decree'),
		column('decree_date', 'date', 'Tanggal keputusan', 'Date of the decree', { notFuture: true }),
		column('person_key', 'nip', 'Pejabat (nama samaran dari NIP)', 'Official (pseudonym of the NIP)'),
		column('position_old', 'text', 'Jabatan lama', 'Old position', { optional: true }),
		column('position_new', 'text', 'Jabatan baru', 'New position', { optional: true }),
		column('echelon_old', 'text', 'Eselon lama', 'Old echelon', { optional: true }),
		column('echelon_new', 'text', 'Eselon baru', 'New echelon', { optional: true }),
		column('approval', 'text', 'Nomor persetujuan Mendagri', 'Number of the ministerial approval', { optional: true }),
		CYCLE_COLUMN
	],
	order: []
};
