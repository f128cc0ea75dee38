/**
 * Words people write for codes. Each table: code → words (compared without case and doubled spaces).
 * `null` = a word that says nothing about the code ("Netralitas ASN" is not a form of violation).
 */
import { comparable } from './text.ts';

type Words = readonly (readonly [code: string | null, ...words: (string | RegExp)[]])[];

const EMPLOYMENT: Words = [
	['PPPK', 'pppk', 'p3k', 'pppk paruh waktu', 'pppk pw', /^pegawai pemerintah dengan perjanjian kerja/, /^pppk\b/],
	['PNS', 'pns', 'pns daerah', 'pns pusat', 'cpns', 'pegawai negeri sipil', /^(c?pns)\b/],
	['ASN', 'asn', 'aparatur sipil negara', 'pns dan pppk', 'pns + pppk']
];

const SEX: Words = [
	['L', 'l', 'lk', 'laki-laki', 'laki laki', 'pria', 'm', 'male', /^laki-laki\b/],
	['P', 'p', 'pr', 'perempuan', 'wanita', 'f', 'female', /^perempuan\b/]
];

const EVENT_CLASS: Words = [
	['prevention', 'pencegahan', 'prevention', 'sosialisasi', 'edukasi'],
	['letter', 'surat', 'letter', 'surat edaran', 'imbauan', 'himbauan'],
	['enforcement', 'penindakan', 'enforcement', 'penanganan', 'penanganan pelanggaran']
];

const QUIZ_STATE: Words = [
	['finished', 'finished', 'selesai', 'selesai mengerjakan', 'submitted', 'dikumpulkan'],
	['in_progress', 'in progress', 'sedang berlangsung', 'sedang dikerjakan', 'not started', 'belum dimulai'],
	['overdue', 'overdue', 'terlambat'],
	['abandoned', 'never submitted', 'tidak pernah dikumpulkan', 'tidak pernah mengerjakan']
];

/** Recapitulations of Bawaslu write "Terbukti" for their own finding; "Terbukti" of KASN or BKN is told apart by the kind of report. */
const CASE_STATUS: Words = [
	['DITERIMA', 'diterima', 'laporan diterima', 'temuan diterima', 'laporan/temuan diterima', 'terverifikasi', 'masuk', 'dilaporkan', /^(ditutup|diarsipkan|ditanggapi) oleh\b/],
	['KAJIAN_AWAL', 'kajian awal', /^kajian awal\b/],
	['TIDAK_DIREGISTRASI', 'tidak diregistrasi', 'tidak diregister', 'tidak memenuhi syarat', /^tidak (diregist|memenuhi (syarat )?(formil|formal|mater))/],
	['DIREGISTRASI', 'diregistrasi', 'diregister', 'registrasi', 'teregistrasi'],
	['KAJIAN', 'kajian', 'verifikasi', 'validasi', 'klarifikasi', 'penanganan', 'proses', 'dalam proses', 'proses kajian', 'sedang diproses', 'proses penanganan', /^kajian, verifikasi/],
	['TERBUKTI_BAWASLU', 'terbukti menurut kajian bawaslu', 'pelanggaran hukum lainnya', 'pelanggaran hukum lain', 'terbukti (bawaslu)', /^terbukti menurut kajian bawaslu/],
	['DIHENTIKAN', 'dihentikan', 'bukan pelanggaran', /^dihentikan\b/],
	['DITERUSKAN', 'diteruskan', 'diteruskan ke bkn', 'diteruskan ke kasn', 'diteruskan ke kasn/bkn', 'diteruskan ke bkn/kasn', 'direkomendasikan ke bkn', 'direkomendasikan ke kasn', /^diteruskan (ke|kepada) (kasn|bkn)/],
	['VERIFIKASI_SATGAS', 'verifikasi satgas', 'menunggu verifikasi', 'verifikasi bkn', /^(menunggu|dalam)[a-z/ ]*verifikasi/],
	['TERBUKTI', 'terbukti melanggar', 'terbukti (kasn)', 'terbukti (bkn)', 'terbukti menurut kasn', 'terbukti menurut bkn', /^terbukti (melanggar|menurut (kasn|bkn))/],
	['DITOLAK', 'ditolak'],
	['DIBATALKAN', 'dibatalkan', 'dicabut'],
	['REKOMENDASI', 'rekomendasi', 'direkomendasikan', 'rekomendasi kasn', 'rekomendasi bkn', 'rekomendasi terbit', /^rekomendasi (kasn|bkn|disampaikan|\/)/, /^rekomendasi\/hasil/],
	['MENUNGGU_PPK', 'menunggu ppk', 'menunggu tindak lanjut', 'menunggu tindak lanjut ppk', 'belum ditindaklanjuti', 'belum ditindaklanjuti ppk', /^menunggu tindak lanjut/],
	['TIDAK_TERBUKTI', 'tidak terbukti', 'tidak terbukti melanggar', /^tidak terbukti/],
	['TIDAK_RELEVAN', 'tidak relevan', 'pensiun', 'sudah pensiun', 'sudah diberhentikan', /^asn sudah diberhentikan/],
	['SANKSI', 'sanksi', 'disanksi', 'sanksi dijatuhkan', 'dijatuhi sanksi', 'sudah ditindaklanjuti', 'ditindaklanjuti', 'ditindaklanjuti ppk', /^(sanksi|hukuman) dijatuhkan/],
	['IDIS', 'idis', "i'dis", "tercatat di i'dis"],
	['BLOKIR', 'blokir', 'diblokir', 'data diblokir', /^data\/layanan kepegawaian diblokir/],
	['BUKA_BLOKIR', 'buka blokir', 'blokir dibuka']
];

const ORIGIN: Words = [
	['report', 'laporan', 'report', 'lp', 'pengaduan', 'laporan masyarakat', 'masyarakat', /^laporan\b/],
	['finding', 'temuan', 'finding', 'tm', 'temuan pengawas', 'panwascam', /^(temuan|panwas|pengawas|bawaslu)/]
];

const POSITION: Words = [
	['KW-CMT', 'camat', /^camat\b/],
	['KW-LRH', 'lurah', /^lurah\b/],
	['JPT-M', 'sekretaris daerah provinsi', 'jpt madya', 'pimpinan tinggi madya'],
	['JPT-P', 'jpt', 'jpt pratama', 'pimpinan tinggi', 'pimpinan tinggi pratama', 'sekda', 'sekretaris daerah', 'inspektur', 'direktur rsud', /^(kepala|plt\.? kepala|pj\.? kepala) (dinas|badan|satuan polisi)/, /^(asisten|staf ahli|sekretaris dprd)/],
	['ADM', 'administrator', 'jabatan administrator', 'kepala bagian', 'kabag', 'kepala bidang', 'kabid', 'sekretaris dinas', 'sekretaris badan', 'sekretaris camat', 'sekcam', /^(kepala (bagian|bidang)|kabag|kabid|sekretaris (dinas|badan|camat|kecamatan|inspektorat|satuan)|irban|inspektur pembantu)\b/],
	['PGW', 'pengawas', 'jabatan pengawas', 'kasubbag', 'kasi', 'kepala seksi', 'kepala subbagian', /^(kasubb?ag|kasubbid|kasi|kepala (sub ?bagian|sub ?bidang|seksi|uptd?))\b/],
	['JF', 'fungsional', 'jabatan fungsional', 'jf', 'fungsional tertentu', 'guru', 'dokter', 'bidan', 'perawat', 'penyuluh', 'auditor', 'analis', /^(guru|kepala (sekolah|puskesmas)|dokter|bidan|perawat|penyuluh|auditor|analis|pranata|arsiparis|apoteker|widyaiswara|pamong belajar|penata)\b/, /\bahli (pertama|muda|madya|utama)$/],
	['PLK', 'pelaksana', 'jabatan pelaksana', 'staf', 'staff', 'fungsional umum', /^(staf|pelaksana|pengadministrasi|pengelola|bendahara|operator|pengemudi|ajudan)\b/],
	['KADES', 'kepala desa', 'kades', 'perbekel', 'kepalo tiyuh', /^(kepala desa|kades|perbekel|pj\.? kepala desa)\b/],
	['PRDES', 'perangkat desa', 'sekretaris desa', 'kaur', /^perangkat desa\b/],
	['BPD', 'bpd', 'anggota bpd', 'ketua bpd'],
	['PPNPN', 'honorer', 'tenaga honorer', 'ppnpn', 'non asn', 'non-asn', 'tenaga kontrak', 'thl'],
	['KDH', 'bupati', 'wakil bupati', 'wali kota', 'penjabat bupati', 'pj bupati', 'pj. bupati']
];

const SANCTION: Words = [
	[null, /^(tidak terbukti|ditolak|dibatalkan|menunggu|belum)\b/, 'proses', 'dalam proses', 'belum ada', 'sudah', 'hukuman disiplin', 'hukuman disiplin ringan', 'hukuman disiplin sedang', 'hukuman disiplin berat', 'disiplin ringan', 'disiplin sedang', 'disiplin berat', 'pelanggaran kode etik', 'kode etik', 'sanksi moral', /^sudah,/],
	['MOR-TTP', 'pernyataan secara tertutup', 'pernyataan tertutup', 'sanksi moral tertutup', 'sanksi moral pernyataan tertutup', /^sanksi moral[a-z:, ]* (secara )?tertutup/],
	['MOR-TBK', 'pernyataan secara terbuka', 'pernyataan terbuka', 'sanksi moral terbuka', 'sanksi moral pernyataan terbuka', /^sanksi moral[a-z:, ]* (secara )?terbuka/],
	['R1', 'teguran lisan'],
	['R2', 'teguran tertulis'],
	['R3', 'pernyataan tidak puas', 'pernyataan tidak puas secara tertulis'],
	['S1', /^(pemotongan tunjangan|pemotongan tukin|potong tukin).*\b6 bulan/],
	['S2', /^(pemotongan tunjangan|pemotongan tukin|potong tukin).*\b9 bulan/],
	['S3', /^(pemotongan tunjangan|pemotongan tukin|potong tukin).*\b12 bulan/],
	['B1', 'penurunan jabatan', /^penurunan jabatan setingkat/],
	['B2', /^pembebasan dari jabatan(nya)? menjadi/],
	['B3', 'pdhtaps', /^pemberhentian dengan hormat/],
	['PTDH', 'ptdh', /^pemberhentian tidak dengan hormat/],
	['P-DIS', 'hukuman disiplin pppk'],
	['P-PHK1', /^pemutusan hubungan perjanjian kerja dengan hormat/],
	['P-PHK2', /^pemutusan hubungan perjanjian kerja tidak dengan hormat/],
	['ADM-PERINGATAN', 'peringatan', 'teguran bkn'],
	['ADM-BLOKIR', 'blokir', 'pemblokiran data', /^pemblokiran data/]
];

/** "Netralitas ASN" names the subject, not the form; the forms follow the joint decree of 2022 (SKB). */
const VIOLATION: Words = [
	[null, 'netralitas asn', 'netralitas', 'pelanggaran netralitas', 'pelanggaran netralitas asn', 'dugaan pelanggaran netralitas asn', 'netralitas pns', 'kode etik', 'disiplin', 'hukum lainnya', 'pelanggaran hukum lainnya'],
	['SKB-99', 'lainnya', 'lain-lain']
];

/** Words of one list of codes, by contract column name. */
const TABLES: Readonly<Record<string, Words>> = {
	employment: EMPLOYMENT,
	sex: SEX,
	class: EVENT_CLASS,
	state: QUIZ_STATE,
	case_statuses: CASE_STATUS,
	origin: ORIGIN,
	positions: POSITION,
	sanctions: SANCTION,
	violation_types: VIOLATION
};

/** Code for a word of the list; null = the word says nothing, undefined = not on the list. */
export function codeForWord(list: string, text: string): string | null | undefined {
	const word = comparable(text);
	for (const [code, ...words] of TABLES[list] ?? []) {
		if (words.some((known) => (typeof known === 'string' ? known === word : known.test(word)))) return code;
	}
	return undefined;
}

const YES = /^(ya|yes|y|true|benar|1|setuju|sudah|selesai|lulus|passed|completed|done|v|✓|ya, .*setuju.*)$/;
const NO = /^(tidak|no|n|false|salah|0|tidak setuju|belum|tidak selesai|belum selesai|tidak lulus|failed|not completed|tidak, .*|belum, .*)$/;

/** true / false for a yes-or-no word; undefined when it is neither. */
export function booleanForWord(text: string): boolean | undefined {
	const word = comparable(text);
	if (YES.test(word)) return true;
	return NO.test(word) ? false : undefined;
}
