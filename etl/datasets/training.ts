import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one person enrolled in one course. `passed` is null where the report cannot tell. */
export const training: DatasetContract = {
	name: 'training',
	title: { id: 'Pelatihan per orang', en: 'Training per person' },
	personLevel: true,
	key: ['regency', 'course', 'cycle', 'person_key'],
	extent: ['regency', 'course', 'cycle'],
	cycleDate: 'last_date',
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('person_key', 'nip', 'Peserta (nama samaran dari NIP)', 'Participant (pseudonym of the NIP)'),
		column('employment', 'code', 'Jenis kepegawaian, dibaca dari NIP', 'Kind of employment, read from the NIP', { optional: true, codes: ['PNS', 'PPPK'] }),
		column('agency', 'text', 'Unit kerja', 'Agency', { optional: true }),
		column('course', 'text', 'Kursus', 'Course'),
		column('completed', 'boolean', 'Kursus selesai seluruhnya', 'Course fully completed', { optional: true }),
		column('completed_date', 'date', 'Tanggal selesai', 'Date completed', { optional: true, notFuture: true }),
		column('last_date', 'date', 'Kegiatan terakhir', 'Last activity', { optional: true, notFuture: true, standIn: 'completed_date' }),
		column('test_done', 'boolean', 'Tes akhir dikerjakan', 'Final test taken', { optional: true }),
		column('passed', 'boolean', 'Lulus tes akhir', 'Final test passed', { optional: true }),
		column('score', 'decimal', 'Nilai terbaik, skala 0-100', 'Best mark, scale 0-100', { optional: true, min: 0, max: 100 }),
		column('progress', 'decimal', 'Persentase penyelesaian', 'Percentage completed', { optional: true, min: 0, max: 100 }),
		column('activities_completed', 'integer', 'Kegiatan yang selesai', 'Activities completed', { optional: true, min: 0 }),
		column('activities_total', 'integer', 'Kegiatan dalam kursus', 'Activities in the course', { optional: true, min: 0 }),
		column('activities', 'text', 'Keadaan tiap kegiatan: nama=done|passed|failed|not_done, dipisah titik koma', 'State of each activity: name=done|passed|failed|not_done, separated by semicolons', { optional: true }),
		CYCLE_COLUMN
	],
	afterAppointment: ['completed_date'],
	order: [{ code: 'VALUE_OUT_OF_RANGE', lower: 'activities_completed', upper: 'activities_total' }]
};
