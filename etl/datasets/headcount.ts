import { column, type DatasetContract } from './contract.ts';

/** One row = civil servants of one employer, agency, kind and sex on a date. A total is a row without agency and sex. */
export const headcount: DatasetContract = {
	name: 'headcount',
	title: { id: 'Jumlah ASN', en: 'ASN headcount' },
	personLevel: false,
	key: ['regency', 'as_of', 'employment', 'agency', 'sex', 'category'],
	extent: ['regency', 'as_of'],
	cycleDate: null,
	columns: [
		column('regency', 'regency', 'Pemerintah daerah', 'Regional government'),
		column('as_of', 'date', 'Keadaan per', 'As of', { notFuture: true }),
		column('employment', 'code', 'Yang dihitung', 'Who is counted', { codes: ['ASN', 'PNS', 'PPPK'] }),
		column('agency', 'text', 'Unit kerja, kosong untuk seluruhnya', 'Agency, empty for all', { optional: true }),
		column('sex', 'code', 'Jenis kelamin, kosong untuk keduanya', 'Sex, empty for both', { optional: true, codes: ['L', 'P'] }),
		column('category', 'text', 'Pendidikan atau jabatan, kosong untuk seluruhnya', 'Education or position, empty for all', { optional: true }),
		column('persons', 'integer', 'Jumlah orang', 'Persons', { min: 0 })
	],
	order: []
};
