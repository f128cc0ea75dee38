/** The description of the brief's CSV, generated from its columns and the metric catalogue: CSV on the Web (W3C, 2015). */
import { breakdownsOf, METRIC_OWNER, METRICS } from '../../metrics/index.ts';
import type { Text } from '../../metrics/index.ts';
import { BRIEF_COLUMNS, NUMERIC_COLUMNS, type BriefColumn } from './brief.ts';

const ABOUT: Readonly<Record<BriefColumn, Text>> = {
	release: { id: 'Rilis asal baris ini', en: 'Release this row comes from' },
	nature: { id: 'real (nyata) atau contoh (sintetis); tidak pernah dicampur', en: 'real or contoh (synthetic); never mixed' },
	source: { id: 'Sumber', en: 'Source' },
	as_of: { id: 'Tanggal sampai mana data berbicara', en: 'Date up to which the data speak' },
	cycle: { id: 'Siklus pemilihan', en: 'Election cycle' },
	region_code: { id: 'Kode Kemendagri; ID = Indonesia; xx.00 = pemerintah provinsi', en: 'Kemendagri code; ID = Indonesia; xx.00 = provincial government' },
	region_name: { id: 'Nama wilayah', en: 'Name of the area' },
	metric: { id: 'Ukuran; lihat daftar metrics', en: 'Metric; see the list of metrics' },
	breakdown: { id: 'Rincian; kosong untuk jumlah', en: 'Breakdown; empty for a total' },
	category: { id: 'Golongan dalam rincian', en: 'Category of the breakdown' },
	unit: { id: 'Satuan', en: 'Unit' },
	period_start: { id: 'Hari pertama kurun', en: 'First day of the period' },
	period_end: { id: 'Hari terakhir kurun', en: 'Last day of the period' },
	numerator: { id: 'Pembilang', en: 'Numerator' },
	denominator: { id: 'Penyebut', en: 'Denominator' },
	value: { id: 'Nilai; kosong bila status bukan ok', en: 'Value; empty unless status is ok' },
	ci95_lower: { id: 'Batas bawah rentang 95 %', en: 'Lower limit of the 95 % interval' },
	ci95_upper: { id: 'Batas atas rentang 95 %', en: 'Upper limit of the 95 % interval' },
	benchmark: { id: 'Pembanding: kode wilayah, previous:<siklus>, atau target', en: 'Compared with: an area code, previous:<cycle>, or target' },
	benchmark_value: { id: 'Nilai pembanding', en: 'Value of the benchmark' },
	verdict: { id: 'better, similar, worse, much_better, much_worse, higher, lower, not_compared; 95 %, kata kuat 99,8 %', en: 'better, similar, worse, much_better, much_worse, higher, lower, not_compared; 95 %, strong words 99.8 %' },
	status: { id: 'ok, suppressed, not_received, not_published, not_applicable, provisional, revised', en: 'ok, suppressed, not_received, not_published, not_applicable, provisional, revised' },
	note: { id: 'Keterangan', en: 'Note' },
	definition: { id: 'Halaman definisi', en: 'Definition page' }
};

/** CSVW table description with the catalogue of metrics beside it; both languages throughout. */
export function csvw(): object {
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': 'id' }],
		'dc:title': { id: 'Pantau Netralitas ASN', en: 'Pantau, neutrality of the civil service' },
		'dc:language': ['id', 'en'],
		dialect: { encoding: 'utf-8', delimiter: ',', header: true, lineTerminators: ['\r\n'] },
		tableSchema: {
			columns: BRIEF_COLUMNS.map((name) => ({ name, titles: name, datatype: NUMERIC_COLUMNS.has(name) ? 'number' : 'string', 'dc:description': ABOUT[name] }))
		},
		metrics: METRICS.map((m) => ({
			id: m.id,
			name: m.name,
			unit: m.unit,
			polarity: m.polarity,
			numerator: m.numerator,
			denominator: m.denominator,
			multiplier: m.per,
			breakdowns: breakdownsOf(m),
			...(m.beside ? { beside: m.beside } : {}),
			about: m.about,
			method: m.method,
			caveats: m.caveats,
			owner: METRIC_OWNER,
			sources: m.sources,
			definition: `/definisi/${m.id}`
		}))
	};
}
