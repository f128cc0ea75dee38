import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = counts of one course in one regency and cycle, where only a recapitulation exists. */
export const training_totals: DatasetContract = {
	name: 'training_totals',
	title: { id: 'Rekapitulasi pelatihan', en: 'Training totals' },
	personLevel: false,
	key: ['regency', 'course', 'cycle', 'agency'],
	extent: ['regency', 'cycle'],
	cycleDate: 'as_of',
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('course', 'text', 'Kursus', 'Course'),
		column('agency', 'text', 'Unit kerja, kosong untuk seluruh daerah', 'Agency, empty for the whole regency', { optional: true }),
		column('enrolled', 'integer', 'Peserta terdaftar', 'Persons enrolled', { min: 0 }),
		column('completed', 'integer', 'Peserta selesai', 'Persons who completed', { min: 0 }),
		column('passed', 'integer', 'Peserta lulus tes akhir', 'Persons who passed the final test', { optional: true, min: 0 }),
		column('as_of', 'date', 'Keadaan per', 'As of', { notFuture: true }),
		CYCLE_COLUMN
	],
	order: [
		{ code: 'VALUE_OUT_OF_RANGE', lower: 'completed', upper: 'enrolled' },
		{ code: 'VALUE_OUT_OF_RANGE', lower: 'passed', upper: 'enrolled' }
	]
};
