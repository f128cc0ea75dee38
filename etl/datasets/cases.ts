import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

const reference = (list: 'case_statuses' | 'violation_types' | 'sanctions' | 'positions') => ({ codes: { reference: list } });

/** One row = one person in one case (register number). A case with an unknown person has `person_key` null. */
export const cases: DatasetContract = {
	name: 'cases',
	title: { id: 'Kasus netralitas', en: 'Neutrality cases' },
	personLevel: true,
	key: ['case_number', 'person_no', 'act_regency'],
	extent: ['act_regency', 'cycle'],
	cycleDate: 'registered_date',
	columns: [
		column('case_number', 'text', 'Nomor register, huruf besar, tanpa spasi', 'Register number, upper case, no spaces'),
		column('person_no', 'integer', 'Urutan terlapor dalam kasus', 'Order of the person in the case', { min: 1 }),
		column('person_key', 'nip', 'Terlapor (nama samaran dari NIP)', 'Reported person (pseudonym of the NIP)', { optional: true }),
		column('registered_date', 'date', 'Tanggal register', 'Date registered', { notFuture: true }),
		column('incident_date', 'date', 'Tanggal kejadian', 'Date of the act', { optional: true, notFuture: true }),
		column('act_regency', 'regency', 'Daerah tempat kejadian', 'Area of the act'),
		column('employer', 'regency', 'Pemerintah atau instansi tempat terlapor bekerja', 'Employer of the person'),
		column('origin', 'code', 'Laporan atau temuan', 'Report or finding', { optional: true, codes: ['report', 'finding'] }),
		column('channel', 'text', 'Saluran masuk', 'Channel', { optional: true }),
		column('violation_type', 'code', 'Bentuk pelanggaran', 'Form of violation', { optional: true, ...reference('violation_types') }),
		column('position', 'code', 'Jabatan', 'Position', { optional: true, ...reference('positions') }),
		column('employment', 'code', 'Jenis kepegawaian', 'Kind of employment', { optional: true, codes: ['PNS', 'PPPK'] }),
		column('agency', 'text', 'Unit kerja', 'Agency', { optional: true }),
		column('status', 'code', 'Status sekarang', 'Current status', reference('case_statuses')),
		column('status_date', 'date', 'Tanggal status sekarang', 'Date of the current status', { optional: true, notFuture: true }),
		column('forwarded_date', 'date', 'Tanggal diteruskan ke KASN/BKN', 'Date forwarded to KASN/BKN', { optional: true, notFuture: true }),
		column('proven_date', 'date', 'Tanggal rekomendasi KASN/BKN', 'Date of the KASN/BKN recommendation', { optional: true, notFuture: true }),
		column('recommended_sanction', 'code', 'Sanksi yang direkomendasikan', 'Sanction recommended', { optional: true, ...reference('sanctions') }),
		column('sanction_date', 'date', 'Tanggal sanksi dijatuhkan', 'Date of the sanction', { optional: true, notFuture: true }),
		column('imposed_sanction', 'code', 'Sanksi yang dijatuhkan', 'Sanction imposed', { optional: true, ...reference('sanctions') }),
		CYCLE_COLUMN
	],
	order: [
		{ code: 'DATE_ORDER', lower: 'incident_date', upper: 'registered_date' },
		{ code: 'DATE_ORDER', lower: 'registered_date', upper: 'forwarded_date' },
		{ code: 'DATE_ORDER', lower: 'forwarded_date', upper: 'proven_date' },
		{ code: 'DATE_ORDER', lower: 'proven_date', upper: 'sanction_date' }
	]
};
