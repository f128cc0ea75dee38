import type { Text } from '../index.ts';

/** The words that stand where a value is not: six different things, six different texts. */
export const STATUS = {
	suppressed_primary: { id: 'disembunyikan (melindungi angka kecil)', en: 'hidden (protects small numbers)' },
	suppressed_entitled: { id: 'disembunyikan (hanya bagi yang berwenang)', en: 'hidden (only for those entitled)' },
	suppressed_secondary: { id: 'disembunyikan (melindungi angka lain)', en: 'hidden (protects another number)' },
	not_received: { id: 'data belum diterima', en: 'data not yet received' },
	not_published: { id: 'terbitannya tidak ditemukan', en: 'no publication found' },
	not_applicable: { id: 'tidak ada pemilihan', en: 'no election' },
	not_estimable: { id: 'tidak dapat dihitung', en: 'cannot be computed' }
} as const satisfies Record<string, Text>;

/** Why no figure follows from counts that are there. */
export const REASONS = {
	no_denominator: { id: 'tidak ada pembaginya (0)', en: 'there is nothing to divide by (0)' },
	numerator_exceeds_denominator: { id: 'pembilang melebihi penyebut; periksa tanggal penyebut', en: 'the numerator exceeds the denominator; check the date of the denominator' },
	too_few_cases: { id: 'kurang dari 5 kasus', en: 'there are fewer than 5 cases' },
	median_not_reached: { id: 'lebih dari separuh masih terbuka', en: 'more than half are still open' }
} as const satisfies Record<string, Text>;

/** With what is compared; `{name}` is the area, the cycle or nothing. */
export const BENCHMARK_NAMES = {
	nation: { id: 'Indonesia', en: 'the nation' },
	province: { id: 'provinsinya', en: 'its province' },
	previous: { id: 'siklus sendiri sebelumnya', en: 'its own previous cycle' },
	target: { id: 'sasaran', en: 'the target' }
} as const satisfies Record<string, Text>;

export const VERDICTS = {
	better: { id: 'lebih baik daripada', en: 'better than' },
	similar: { id: 'serupa dengan', en: 'similar to' },
	worse: { id: 'lebih buruk daripada', en: 'worse than' },
	much_better: { id: 'jauh lebih baik daripada', en: 'much better than' },
	much_worse: { id: 'jauh lebih buruk daripada', en: 'much worse than' },
	higher: { id: 'lebih tinggi daripada', en: 'higher than' },
	lower: { id: 'lebih rendah daripada', en: 'lower than' },
	not_compared: { id: 'tidak dibandingkan', en: 'not compared' }
} as const satisfies Record<string, Text>;

export const VERDICT_ICONS = { better: '▲', much_better: '▲▲', similar: '●', worse: '▼', much_worse: '▼▼', higher: '↑', lower: '↓', not_compared: '○' } as const;

export const UNITS = {
	persons: { id: 'orang', en: 'persons' },
	entries: { id: 'orang dalam kasus', en: 'persons in cases' },
	cases: { id: 'kasus', en: 'cases' },
	agencies: { id: 'unit kerja', en: 'agencies' },
	reports: { id: 'laporan', en: 'reports' },
	events: { id: 'kegiatan', en: 'events' },
	days: { id: 'hari', en: 'days' },
	percent: { id: '%', en: '%' },
	per_1000: { id: 'per 1.000 ASN', en: 'per 1,000 ASN' },
	score: { id: 'nilai (0–100)', en: 'mark (0–100)' }
} as const satisfies Record<string, Text>;

/** The same units behind the number one. */
export const UNIT_ONE = {
	persons: { id: 'orang', en: 'person' },
	entries: { id: 'orang dalam kasus', en: 'person in a case' },
	cases: { id: 'kasus', en: 'case' },
	agencies: { id: 'unit kerja', en: 'agency' },
	reports: { id: 'laporan', en: 'report' },
	events: { id: 'kegiatan', en: 'event' },
	days: { id: 'hari', en: 'day' }
} as const satisfies Record<string, Text>;

/** Units of published figures behind the number one, where English has a word for it. */
export const PRINTED_ONE: Readonly<Record<string, Text>> = {
	cases: { id: 'kasus', en: 'case' },
	complaints: { id: 'pengaduan', en: 'complaint' },
	people: { id: 'orang', en: 'person' },
	recommendations: { id: 'rekomendasi', en: 'recommendation' },
	reports: { id: 'laporan', en: 'report' },
	violations: { id: 'pelanggaran', en: 'violation' }
};

export const CATEGORIES = {
	holder: {
		bawaslu: { id: 'Bawaslu', en: 'Bawaslu' },
		supervisor: { id: 'BKN (dahulu KASN)', en: 'BKN (formerly KASN)' },
		ppk: { id: 'PPK (kepala daerah)', en: 'PPK (regional head)' }
	},
	age: {
		'0-30': { id: '0–30 hari', en: '0–30 days' },
		'31-90': { id: '31–90 hari', en: '31–90 days' },
		'91-180': { id: '91–180 hari', en: '91–180 days' },
		'181+': { id: 'lebih dari 180 hari', en: 'more than 180 days' }
	},
	state: {
		received: { id: 'diterima', en: 'received' },
		under_review: { id: 'dikaji Bawaslu', en: 'under review by Bawaslu' },
		with_supervisor: { id: 'di BKN (dahulu KASN)', en: 'with BKN (formerly KASN)' },
		not_proven: { id: 'tidak terbukti', en: 'not proven' },
		not_processed: { id: 'tidak diproses (ditolak, dibatalkan)', en: 'not processed (rejected, cancelled)' },
		awaiting_ppk: { id: 'direkomendasikan, menunggu PPK', en: 'recommended, awaiting the PPK' },
		warned: { id: 'PPK diperingatkan', en: 'PPK warned' },
		blocked: { id: 'data kepegawaian diblokir', en: 'personnel data blocked' },
		as_recommended: { id: 'disanksi sesuai rekomendasi', en: 'sanctioned as recommended' },
		lighter: { id: 'disanksi lebih ringan', en: 'sanctioned more lightly' },
		heavier: { id: 'disanksi lebih berat', en: 'sanctioned more heavily' },
		sanctioned_other: { id: 'disanksi, tidak dapat dibandingkan', en: 'sanctioned, not comparable' },
		declined: { id: 'PPK tidak menjatuhkan sanksi', en: 'PPK imposed no sanction' },
		ended: { id: 'berakhir (pensiun, wafat, pindah, dibatalkan)', en: 'ended (retired, died, moved, cancelled)' },
		undecided: { id: 'belum diputus PPK', en: 'undecided by the PPK' },
		unknown: { id: 'tidak diketahui', en: 'unknown' }
	},
	position: {
		JPT: { id: 'JPT (pimpinan tinggi)', en: 'Senior executive (JPT)' },
		Administrator: { id: 'Administrator', en: 'Administrator' },
		Pengawas: { id: 'Pengawas', en: 'Supervisor' },
		Fungsional: { id: 'Fungsional', en: 'Functional' },
		Pelaksana: { id: 'Pelaksana', en: 'Implementing staff' },
		'Kepala wilayah': { id: 'Kepala wilayah (camat, lurah)', en: 'Heads of sub-district and urban village' }
	},
	unknown: { id: 'tidak disebut', en: 'not stated' },
	whole: { id: 'semua rincian', en: 'every category' }
} as const;

export const BREAKDOWN_NAMES = {
	month: { id: 'bulan', en: 'month' },
	stage: { id: 'tahapan', en: 'stage' },
	violation_type: { id: 'bentuk pelanggaran', en: 'form of violation' },
	position: { id: 'golongan jabatan', en: 'position category' },
	employment: { id: 'jenis kepegawaian', en: 'kind of employment' },
	agency: { id: 'unit kerja', en: 'agency' },
	holder: { id: 'lembaga yang harus bertindak', en: 'body that has to act' },
	age: { id: 'lama menunggu', en: 'time waiting' },
	act_month: { id: 'bulan kejadian', en: 'month of the act' },
	state: { id: 'keadaan', en: 'state' },
	outcome: { id: 'putusan atas rekomendasi', en: 'decision on the recommendation' },
	escalation: { id: 'langkah terhadap PPK', en: 'step towards the PPK' },
	quarter: { id: 'triwulan rekomendasi', en: 'quarter of recommendation' },
	duration: { id: 'hari', en: 'days' },
	dataset: { id: 'dataset', en: 'dataset' },
	course: { id: 'kursus', en: 'course' },
	kind: { id: 'jenis kegiatan', en: 'kind of event' }
} as const satisfies Record<string, Text>;

/** Where a total is not known, because too few of the regencies of an area are. */
export const PARTIAL = {
	not_received: { id: 'baru {received} dari {expected} daerah', en: 'only {received} of {expected} {expected|regency|regencies} so far' },
	not_published: { id: 'diketahui di {received} dari {expected} daerah', en: 'known in {received} of {expected} {expected|regency|regencies}' }
} as const satisfies Record<string, Text>;
