import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one attempt of one person; a person without any attempt has one row with `attempt_no` 0 and state `none`. */
export const quiz: DatasetContract = {
	name: 'quiz',
	title: { id: 'Hasil kuis', en: 'Quiz results' },
	personLevel: true,
	key: ['regency', 'course', 'cycle', 'person_key', 'attempt_no'],
	extent: ['regency', 'course', 'cycle'],
	cycleDate: 'started_date',
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('person_key', 'nip', 'Peserta (nama samaran dari NIP)', 'Participant (pseudonym of the NIP)'),
		column('employment', 'code', 'Jenis kepegawaian, dibaca dari NIP', 'Kind of employment, read from the NIP', { optional: true, codes: ['PNS', 'PPPK'] }),
		column('agency', 'text', 'Unit kerja', 'Agency', { optional: true }),
		column('course', 'text', 'Kursus atau kuis', 'Course or quiz'),
		column('attempt_no', 'integer', 'Percobaan ke-; 0 bila belum pernah', 'Attempt number; 0 if never tried', { min: 0 }),
		column('state', 'code', 'Keadaan percobaan', 'State of the attempt', { codes: ['finished', 'in_progress', 'overdue', 'abandoned', 'none'] }),
		column('started_date', 'date', 'Tanggal mulai', 'Date started', { optional: true, notFuture: true }),
		column('finished_date', 'date', 'Tanggal selesai', 'Date finished', { optional: true, notFuture: true }),
		column('grade', 'decimal', 'Nilai; kosong bila belum dinilai', 'Mark; empty if not yet graded', { optional: true, min: 0 }),
		column('max_grade', 'decimal', 'Nilai tertinggi yang mungkin', 'Highest possible mark', { min: 0 }),
		column('items', 'text', 'Nilai tiap soal: dicapai/maksimum, dipisah titik koma; kosong = belum dinilai', 'Mark of each question: reached/maximum, separated by semicolons; empty = not graded', { optional: true }),
		CYCLE_COLUMN
	],
	order: [
		{ code: 'DATE_ORDER', lower: 'started_date', upper: 'finished_date' },
		{ code: 'VALUE_OUT_OF_RANGE', lower: 'grade', upper: 'max_grade' }
	]
};
