import { column, CYCLE_COLUMN, type DatasetContract } from './contract.ts';

/** One row = one figure as an authority printed it, with body, date and source. Never summed across bodies, measures or dates. */
export const published: DatasetContract = {
	name: 'published',
	title: { id: 'Angka terbit', en: 'Published figures' },
	personLevel: false,
	key: ['row_id'],
	extent: ['table_group'],
	cycleDate: null,
	columns: [
		column('row_id', 'text', 'Pengenal tetap baris', 'Stable identifier of the row'),
		column('table_group', 'text', 'Tabel tempat angka itu dicetak', 'Table in which the figure was printed'),
		column('role', 'code', 'Baris rincian, atau jumlah yang dicetak', 'Detail row, or the printed total', { codes: ['row', 'printed_total'] }),
		column('level', 'code', 'Tingkat wilayah', 'Level of area', { codes: ['nation', 'province', 'regency', 'other'] }),
		column('region', 'text', 'Kode wilayah', 'Code of the area', { optional: true }),
		column('region_label', 'text', 'Nama wilayah seperti dicetak', 'Name of the area as printed', { optional: true }),
		column('period', 'text', 'Kurun seperti dicetak', 'Period as printed', { optional: true }),
		column('as_of', 'month_or_date', 'Keadaan per', 'As of', { optional: true }),
		column('as_of_text', 'text', 'Keadaan per, seperti dicetak', 'As of, as printed', { optional: true }),
		column('body', 'text', 'Lembaga', 'Body'),
		column('measure', 'text', 'Ukuran', 'Measure'),
		column('dimension', 'text', 'Rincian menurut', 'Broken down by', { optional: true }),
		column('category', 'text', 'Golongan', 'Category', { optional: true }),
		column('unit', 'text', 'Satuan', 'Unit'),
		column('value', 'decimal', 'Nilai', 'Value', { min: 0 }),
		column('source_title', 'text', 'Judul sumber', 'Title of the source'),
		column('source_address', 'text', 'Alamat sumber', 'Address of the source', { optional: true }),
		column('published_on', 'text', 'Tanggal terbit', 'Published on', { optional: true }),
		column('note', 'text', 'Catatan', 'Note', { optional: true }),
		CYCLE_COLUMN
	],
	order: []
};
