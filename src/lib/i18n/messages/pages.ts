import type { Text } from '../index.ts';

/** Words that several pages share. */
export const PAGE = {
	area: { id: 'Wilayah', en: 'Area' },
	cycle: { id: 'Siklus', en: 'Cycle' },
	interval: { id: 'Rentang 95 %', en: '95% interval' },
	nOfN: { id: 'n dari N', en: 'n of N' },
	verdict: { id: 'Dibanding Indonesia', en: 'Against the nation' },
	sourceLine: { id: '{sources} Data sampai {date}, rilis {release}.', en: '{sources} Data to {date}, release {release}.' },
	partial: {
		id: '{area}: {received} dari {expected} daerah sudah mengirim; angka di sini hanya tentang daerah itu.',
		en: '{area}: {received} of {expected} {expected|regency|regencies} {received|has|have} sent; the figures here are about {received|that one|those} only.'
	},
	partialCell: { id: '{received} dari {expected} daerah sudah mengirim', en: '{received} of {expected} {expected|regency|regencies} {received|has|have} sent' },
	tryContoh: {
		id: 'Lihat dasbor lengkap dengan data contoh (sintetis)',
		en: 'See the full dashboard on synthetic sample data'
	},
	allCycles: { id: 'semua siklus', en: 'all cycles' },
	allProvinces: { id: 'semua provinsi', en: 'all provinces' },
	allRegencies: { id: 'semua kabupaten/kota', en: 'all regencies' },
	anyMonth: { id: 'awal', en: 'the start' },
	anyMonthEnd: { id: 'akhir', en: 'the end' },
	download: { csv: { id: 'CSV (mesin)', en: 'CSV (machine)' }, 'csv-id': { id: 'CSV Excel Indonesia', en: 'CSV for Indonesian Excel' }, arrow: { id: 'Arrow', en: 'Arrow' }, parquet: { id: 'Parquet', en: 'Parquet' }, json: { id: 'JSON', en: 'JSON' } },
	picture: { svg: { id: 'Gambar SVG', en: 'Picture, SVG' }, png: { id: 'Gambar PNG', en: 'Picture, PNG' } },
	noPicture: { id: 'PNG tidak dapat dibuat di server ini sekarang. Unduh gambar SVG; peramban dan pengolah kata membukanya.', en: 'This server cannot make a PNG right now. Download the SVG picture; browsers and word processors open it.' },
	pictureOrigin: { id: 'Pantau Netralitas ASN, rilis {release}, {address}', en: 'Pantau, civil-service neutrality, release {release}, {address}' },
	metadata: { id: 'Keterangan kolom dan ukuran (CSVW)', en: 'Columns and metrics described (CSVW)' },
	downloadPage: { id: 'Unduh semua angka halaman ini', en: 'Download every figure on this page' },
	noElection: { id: 'Tidak ada pemilihan di {area} pada {cycle}.', en: 'There was no election in {area} in {cycle}.' },
	hiddenSeries: { id: '{name} disembunyikan pada semua baris, jadi tidak digambar; lihat tabelnya.', en: '{name} is hidden in every row and therefore not drawn; see the table.' },
	compiled: { id: 'Dihimpun Pantau dari berita dan siaran resmi; sumber tiap baris ada di tabel.', en: 'Compiled by Pantau from press and official reports; the source of each row is in the table.' },
	noneSent: { id: 'Belum ada kiriman nyata dari daerah.', en: 'No real submission from any regency yet.' },
	steps: { id: 'Laporan, diteruskan, terbukti, dan sanksi adalah pembilang yang berbeda; jangan dijumlahkan.', en: 'Reported, forwarded, proven and sanctioned are different numerators; never add them up.' }
} as const;

/** Ways to pages that have no place in the navigation. */
export const LINKS = {
	quiz: { id: 'Soal: mana yang perlu dilihat lagi', en: 'Quiz questions: which need another look' },
	beforeAfter: { id: 'Sebelum dan sesudah suatu kegiatan', en: 'Before and after an event' },
	areas: { id: 'Semua wilayah, masing-masing satu halaman', en: 'All areas, one page each' }
} as const satisfies Record<string, Text>;

export const ROLES: Readonly<Record<'public' | 'province' | 'national', Text>> = {
	province: { id: 'Provinsi {area}', en: 'Province of {area}' },
	public: { id: 'Publik', en: 'Public' },
	national: { id: 'Pimpinan BKN (nasional)', en: 'BKN leadership (national)' }
};

export const VIOLATIONS = {
	heading: { id: 'Pelanggaran', en: 'Violations' },
	stepsTitle: { id: '{proven} orang terbukti dari {reported} yang dilaporkan, {cycle}', en: '{proven} {proven|person|persons} proven of {reported} reported, {cycle}' },
	stepsTitleNone: { id: 'Dari dilaporkan sampai disanksi, {cycle}', en: 'From reported to sanctioned, {cycle}' },
	stepsSub: { id: 'Orang, menurut pemberi kerja; empat pembilang terpisah.', en: 'Persons, by employer; four separate numerators.' },
	casesTitle: { id: 'Kasus menurut tempat kejadian, {cycle}', en: 'Cases by place, {cycle}' },
	casesSub: { id: 'Kasus (nomor register); satu kasus dapat memuat beberapa orang.', en: 'Cases (register numbers); one case may involve several persons.' },
	monthTitle: { id: 'Kapan orang dilaporkan: {area}, {cycle}', en: 'When persons were reported: {area}, {cycle}' },
	monthSub: { id: 'Orang per bulan register, di atas tahapan pemilihan.', en: 'Persons by month of registration, above the stages of the election.' },
	stageTitle: { id: 'Pada tahapan mana terjadi: {area}, {cycle}', en: 'At which stage it happened: {area}, {cycle}' },
	stageSub: { id: 'Orang menurut tahapan pada tanggal kejadian.', en: 'Persons by stage on the date of the act.' },
	typeTitle: { id: 'Bentuk pelanggaran: {area}, {cycle}', en: 'Forms of violation: {area}, {cycle}' },
	typeSub: { id: 'Orang dilaporkan dan terbukti menurut bentuk dalam SKB 2022.', en: 'Persons reported and proven by the forms of the 2022 joint decree.' },
	positionTitle: { id: 'Golongan jabatan: {area}, {cycle}', en: 'Position categories: {area}, {cycle}' },
	positionSub: { id: 'Orang dilaporkan dan terbukti menurut golongan jabatan dalam statistik KASN.', en: 'Persons reported and proven by the position categories of KASN statistics.' },
	rateTitle: { id: 'Terbukti per 1.000 ASN, {cycle}', en: 'Proven per 1,000 ASN, {cycle}' },
	rateSub: { id: 'Titik = nilai; garis = rentang 95 %; garis tegak = Indonesia. Rentang lebar berarti daerah itu belum dapat dibedakan dari Indonesia.', en: 'Dot = value; line = 95% interval; vertical line = nation. A wide interval means that an area cannot be told apart from the nation.' },
	movesTitle: { id: 'Mutasi dalam masa larangan, {cycle}', en: 'Moves inside the prohibited window, {cycle}' },
	movesSub: { id: 'Pejabat yang dimutasi dalam masa larangan (Pasal 71 ayat (2) UU 10/2016), menurut apakah keputusannya menyebut persetujuan Menteri.', en: 'Officials moved inside the window (art. 71(2) of Law 10/2016), by whether the decree states the ministerial approval.' },
	waitTitle: { id: 'Siapa harus bertindak: {area}, {cycle}', en: 'Who has to act next: {area}, {cycle}' },
	waitSub: { id: 'Orang yang kasusnya belum berakhir, dan yang menunggu paling lama (hari) sampai tanggal data.', en: 'Persons whose case has not ended, and the longest wait (days) to the data date.' },
	ageTitle: { id: 'Berapa lama menunggu: {area}, {cycle}', en: 'How long they have waited: {area}, {cycle}' },
	trendTitle: { id: '{area} dari siklus ke siklus', en: '{area} from cycle to cycle' },
	trendSub: { id: 'Orang; Pemilu dibandingkan dengan Pemilu, Pilkada dengan Pilkada.', en: 'Persons; general elections (Pemilu) are compared with general elections, regional elections (Pilkada) with regional ones.' },
	realTitle: { id: 'Yang pernah diterbitkan tentang wilayah ini', en: 'What has been published about these areas' },
	realSub: { id: 'Angka otoritas seperti dicetak; lembaga, tanggal, dan satuan berbeda-beda dan tidak dijumlahkan.', en: 'Figures of authorities as printed; bodies, dates and units differ and are not added up.' },
	realNone: { id: 'Register kasus per daerah tidak kami temukan terbitannya. Tanpa register, tren, bentuk pelanggaran, dan lama penanganan tidak dapat dihitung.', en: 'We found no published case register of any regency. Without registers, trends, forms and handling times cannot be computed.' }
} as const satisfies Record<string, Text>;

export const TRAINING = {
	heading: { id: 'Pelatihan', en: 'Training' },
	doneTitle: { id: '{share} peserta menyelesaikan pelatihan, {area}, {cycle}', en: '{share} of persons completed the training, {area}, {cycle}' },
	doneTitleNone: { id: 'Penyelesaian pelatihan, {cycle}', en: 'Training completion, {cycle}' },
	doneSub: { id: 'Persen peserta terdaftar; garis = rentang 95 %.', en: 'Percent of persons enrolled; line = 95% interval.' },
	passTitle: { id: 'Kelulusan tes akhir, {cycle}', en: 'Final test pass rate, {cycle}' },
	passSub: { id: 'Persen dari yang mengerjakan tes akhir; tidak mencapai nilai kelulusan dihitung tidak lulus.', en: 'Percent of those who took the final test; not achieving the pass grade counts as not passed.' },
	monthTitle: { id: 'Kapan pelatihan diselesaikan: {area}, {cycle}', en: 'When the training was completed: {area}, {cycle}' },
	monthSub: { id: 'Orang per bulan selesai, di atas tahapan pemilihan.', en: 'Persons by month of completion, above the stages of the election.' },
	courseTitle: { id: 'Menurut kursus: {area}, {cycle}', en: 'By course: {area}, {cycle}' },
	agencyTitle: { id: 'Menurut unit kerja: {area}, {cycle}', en: 'By agency: {area}, {cycle}' },
	shareSub: { id: 'Persen peserta terdaftar yang selesai.', en: 'Percent of persons enrolled who completed.' },
	ratesSub: { id: 'Persen yang selesai (dari terdaftar) dan yang lulus (dari yang mengerjakan tes); garis = rentang 95 %.', en: 'Percent who completed (of enrolled) and who passed (of tested); line = 95% interval.' },
	positionTitle: { id: 'Menurut golongan jabatan: {area}, {cycle}', en: 'By position category: {area}, {cycle}' },
	positionNote: { id: 'Jabatan dibaca dari daftar ASN; peserta yang tidak ada di sana "tidak disebut".', en: 'Positions come from the roster; participants not in it are "not stated".' },
	agencyNote: { id: 'Pilih satu kabupaten untuk melihat unit kerjanya.', en: 'Choose one regency to see its agencies.' },
	trendTitle: { id: 'Penyelesaian dari siklus ke siklus: {area}', en: 'Completion from cycle to cycle: {area}' },
	realNone: { id: 'Jumlah peserta pelatihan netralitas ASN tidak kami temukan terbitannya. Yang diketahui hanya kegiatannya, misalnya penyerahan materi LMS di Tabanan (4 Juli 2024).', en: 'We found no published number of ASN trained in neutrality. Only the events are known, such as the LMS material handed over in Tabanan (4 July 2024).' }
} as const satisfies Record<string, Text>;

export const OUTREACH = {
	heading: { id: 'Sosialisasi', en: 'Outreach' },
	lineTitle: { id: '{n} kegiatan pencegahan di {areas} wilayah, {cycle}', en: '{n} preventive {n|event|events} in {areas} {areas|area|areas}, {cycle}' },
	lineNone: { id: 'Tidak ada kegiatan pencegahan yang kami temukan untuk pilihan ini, {cycle}', en: 'We found no preventive event for this choice, {cycle}' },
	lineSub: { id: 'Tiap tanda satu kegiatan; di bawahnya tahapan pemilihan.', en: 'Each mark is one event; below, the stages of the election.' },
	countTitle: { id: 'Kegiatan menurut wilayah, {cycle}', en: 'Events by area, {cycle}' },
	trendTitle: { id: 'Kegiatan pencegahan dari siklus ke siklus: {area}', en: 'Preventive events from cycle to cycle: {area}' },
	countSub: { id: 'Kegiatan pencegahan dan surat imbauan; penindakan tidak dihitung sebagai sosialisasi.', en: 'Preventive events and letters; enforcement does not count as outreach.' },
	stageTitle: { id: 'Kegiatan menurut tahapan: {area}, {cycle}', en: 'Events by stage: {area}, {cycle}' },
	stageSub: { id: 'Kegiatan bertanggal pasti; yang hanya diketahui tahunnya tidak termasuk.', en: 'Events with an exact date; those known by year only are not included.' },
	reachTitle: { id: 'Jangkauan dan waktu kegiatan, {cycle}', en: 'Reach and timing of events, {cycle}' },
	reachSub: { id: 'Persen ASN yang tercatat hadir (orang berbeda); di tabel juga unit kerja dan hari sebelum tahapan berikutnya.', en: 'Percent of ASN on attendance lists (distinct persons); the table adds agencies and days before the next stage.' },
	pactTitle: { id: 'Cakupan pakta integritas, {cycle}', en: 'Integrity pact coverage, {cycle}' },
	pactSub: { id: 'Penanda tangan dibanding jumlah ASN; garis = rentang 95 %.', en: 'Signatories against the number of ASN; line = 95% interval.' },
	date: { id: 'Tanggal', en: 'Date' },
	kind: { id: 'Jenis', en: 'Kind' },
	event: { id: 'Kegiatan', en: 'Event' },
	organiser: { id: 'Penyelenggara', en: 'Organiser' },
	reach: { id: 'Peserta ASN', en: 'ASN participants' },
	source: { id: 'Sumber', en: 'Source' },
	notStated: { id: 'tidak disebut', en: 'not stated' },
	other: { id: '{n} ({what})', en: '{n} ({what})' },
	pactNone: { id: 'Jumlah penanda tangan pakta integritas wilayah ini tidak kami temukan terbitannya.', en: 'We found no published number of pact signatories for these areas.' },
	classes: { id: 'Golongan', en: 'Class' },
	prevention: { id: 'pencegahan', en: 'prevention' },
	letter: { id: 'surat', en: 'letter' },
	enforcement: { id: 'penindakan', en: 'enforcement' }
} as const satisfies Record<string, Text>;

export const PUBLISHED = {
	heading: { id: 'Angka terbit', en: 'Published figures' },
	intro: {
		id: 'Semua angka yang pernah dicetak otoritas dan ditemukan Pantau, masing-masing dengan lembaga, tanggal, satuan, dan sumbernya. Laporan, kasus, dan orang adalah satuan yang berbeda; angka dari lembaga, ukuran, atau tanggal yang berbeda tidak pernah dijumlahkan dan tidak digambar pada satu peta.',
		en: 'Every figure printed by an authority that Pantau has found, each with body, date, unit and source. Reports, cases and persons are different units; figures that differ in body, measure or date are never added up and never drawn on one map.'
	},
	beginsWith: { id: 'mulai dari {first}', en: 'beginning with {first}' },
	closes: { id: 'Tabel ini cocok: rincian {sum} = jumlah tercetak {total}.', en: 'This table adds up: rows {sum} = printed total {total}.' },
	differs: { id: 'Tabel ini TIDAK cocok: rincian {sum}, jumlah tercetak {total}, selisih {difference}.', en: 'This table does NOT add up: rows {sum}, printed total {total}, difference {difference}.' },
	noTotal: { id: 'Tanpa jumlah tercetak.', en: 'No printed total.' },
	body: { id: 'Lembaga', en: 'Body' },
	asOf: { id: 'Keadaan per', en: 'As of' },
	measure: { id: 'Ukuran', en: 'Measure' },
	unit: { id: 'Satuan', en: 'Unit' },
	value: { id: 'Nilai', en: 'Value' },
	label: { id: 'Wilayah atau golongan', en: 'Area or category' },
	printedTotal: { id: 'jumlah tercetak', en: 'printed total' },
	note: { id: 'Catatan', en: 'Note' },
	tables: { id: '{n} tabel terbit', en: '{n} published {n|table|tables}' },
	closing: { id: '{closes} cocok dengan jumlah tercetaknya, {differs} tidak, {open} tanpa jumlah tercetak.', en: '{closes} {closes|adds up to its|add up to their} printed total, {differs} {differs|does|do} not, {open} {open|has|have} none.' },
	nothing: { id: 'Tidak ada tabel terbit untuk pilihan ini.', en: 'No published table for this choice.' },
	national: { id: 'Nasional', en: 'National' },
	singles: { id: 'Angka tunggal', en: 'Single figures' },
	singlesUndated: { id: 'Angka tunggal, siklus tidak disebut', en: 'Single figures, cycle not stated' },
	singleCount: { id: '{n} angka tunggal', en: '{n} single {n|figure|figures}' },
	singlesSub: { id: 'Angka yang dicetak sendiri, masing-masing dengan lembaga dan tanggalnya.', en: 'Figures printed alone, each with its body and date.' },
	source: { id: 'Sumber', en: 'Source' },
	notGiven: { id: 'tidak disebut', en: 'not stated' }
} as const satisfies Record<string, Text>;

export const DATA = {
	heading: { id: 'Data', en: 'Data' },
	gridTitle: { id: 'Kelengkapan laporan', en: 'Reporting completeness' },
	gridCaption: { id: 'Wilayah × dataset × siklus: diterima, nihil, belum diterima, atau tidak ada pemilihan.', en: 'Area × dataset × cycle: received, nil, not received, or no election.' },
	arrivedTitle: { id: '{files} kiriman, {rows} baris dibaca, {quarantined} dikarantina', en: '{files} {files|submission|submissions}, {rows} {rows|row|rows} read, {quarantined} quarantined' },
	arrivedSub: { id: 'Dibaca = diterima + dikarantina + dilewati, untuk tiap berkas.', en: 'Read = accepted + quarantined + dropped, for every file.' },
	sender: { id: 'Pengirim', en: 'Sender' },
	aboutArea: { id: 'Tentang', en: 'About' },
	compiledNote: { id: 'Belum ada daerah yang mengirim data nyata. Isi di bawah dihimpun Pantau dari terbitan, dengan sumbernya.', en: 'No regency has sent real data yet. What is below was compiled by Pantau from publications, with their sources.' },
	file: { id: 'Berkas', en: 'File' },
	dataset: { id: 'Dataset', en: 'Dataset' },
	kind: { id: 'Dikenali sebagai', en: 'Recognised as' },
	asOf: { id: 'Data sampai', en: 'Data to' },
	read: { id: 'Dibaca', en: 'Read' },
	accepted: { id: 'Diterima', en: 'Accepted' },
	quarantined: { id: 'Dikarantina', en: 'Quarantined' },
	dropped: { id: 'Dilewati', en: 'Dropped' },
	rowNote: { id: '{state}; {quarantined} dikarantina, {dropped} dilewati', en: '{state}; {quarantined} quarantined, {dropped} dropped' },
	state: { id: 'Keadaan', en: 'State' },
	stateAccepted: { id: 'dimuat', en: 'loaded' },
	stateHeld: { id: 'ditahan', en: 'held' },
	stateRefused: { id: 'ditolak', en: 'refused' },
	stateNil: { id: 'nihil', en: 'nil return' },
	reasonsTitle: { id: 'Mengapa baris dikarantina', en: 'Why rows were quarantined' },
	reasonsSub: { id: 'Temuan menurut kode; isi baris hanya dilihat pengirimnya.', en: 'Findings by code; the rows themselves are seen by their sender only.' },
	reason: { id: 'Alasan', en: 'Reason' },
	findings: { id: 'Temuan', en: 'Findings' },
	filesWith: { id: 'Berkas', en: 'Files' },
	detailTitle: { id: 'Temuan pada kiriman {area}', en: 'Findings in the submissions of {area}' },
	detailSub: { id: 'Tempat, nilai (NIP disamarkan), sebab, dan cara memperbaiki.', en: 'Place, value (NIP masked), reason and remedy.' },
	place: { id: 'Tempat', en: 'Place' },
	what: { id: 'Yang ditemukan', en: 'Found' },
	why: { id: 'Sebab', en: 'Reason' },
	remedy: { id: 'Cara memperbaiki', en: 'Remedy' },
	releasesTitle: { id: 'Rilis dan perubahannya', en: 'Releases and what changed' },
	releasesSub: { id: 'Rilis tidak pernah diubah; yang baru menggantikan yang lama. Tekan rilis lama untuk melihat apa yang berubah sejak itu.', en: 'A release is never changed; a new one replaces the old. Press an older one to see what changed since.' },
	release: { id: 'Rilis', en: 'Release' },
	built: { id: 'Dibangun', en: 'Built' },
	inputs: { id: 'Kiriman', en: 'Submissions' },
	added: { id: 'Ditambah', en: 'Added' },
	removed: { id: 'Dicabut', en: 'Removed' },
	changed: { id: 'Berkas yang ditambah', en: 'Files added' },
	andMore: { id: 'dan {n} lagi', en: 'and {n} more' },
	hidden: { id: 'Sel perbandingan yang disembunyikan', en: 'Comparison cells hidden' },
	row: { id: 'baris', en: 'row' },
	column: { id: 'kolom', en: 'column' }
} as const satisfies Record<string, Text>;

export const OVERVIEW = {
	heading: { id: 'Ringkasan', en: 'Overview' },
	lead: { id: '{waiting} dari {total} pengaduan Pilkada 2024 masih menunggu tindakan pada angka terbit terakhir, {date}.', en: '{waiting} of {total} {total|complaint|complaints} about Pilkada 2024 {waiting|was|were} still waiting for action in the last published figures, {date}.' },
	age: { id: '{days} hari yang lalu', en: '{days} {days|day|days} ago' },
	complaints: { id: 'Pengaduan di aplikasi BKN', en: "Complaints in BKN's application" },
	waitBkn: { id: 'Menunggu verifikasi BKN', en: 'Awaiting verification by BKN' },
	waitPpk: { id: 'Menunggu tindak lanjut PPK', en: 'Awaiting action by the PPK' },
	punished: { id: 'Dijatuhi hukuman', en: 'Punished' },
	unitComplaints: { id: 'pengaduan', en: '{n|complaint|complaints}' },
	unitPeople: { id: 'orang', en: '{n|person|persons}' },
	lastWord: { id: 'Angka yang lebih baru tidak kami temukan sampai {date}.', en: 'We found no later figure up to {date}.' },
	notProven: { id: 'Tidak terbukti', en: 'Not proven' },
	cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
	punishedNote: { id: 'Satuannya orang; sumber tidak menjelaskan letaknya di antara pengaduan.', en: 'Counted in persons; the source does not say where they stand among the complaints.' },
	alignedTitle: { id: 'Pilkada 2020 dan 2024 menuju hari pemungutan suara', en: 'Pilkada 2020 and 2024 on the way to voting day' },
	alignedSub: { id: 'Angka terbit kumulatif menurut hari ke pemungutan suara.', en: 'Published cumulative figures by days to voting day.' },
	alignedNote: { id: 'Tidak setara: 2020 adalah ASN dilaporkan menurut KASN; 2024 adalah temuan dan laporan (Bawaslu) atau pengaduan (Kemendagri dari BKN). Lembaga dan satuannya berbeda; bacalah tiap deret sendiri-sendiri, jangan bandingkan tingginya.', en: 'Not like for like: 2020 counts ASN reported to KASN; 2024 counts findings and reports (Bawaslu) or complaints (Kemendagri from BKN). Bodies and units differ; read each series by itself and do not compare their heights.' },
	series2020: { id: '2020: ASN dilaporkan (KASN)', en: '2020: ASN reported (KASN)' },
	series2024Bawaslu: { id: '2024: temuan dan laporan (Bawaslu)', en: '2024: findings and reports (Bawaslu)' },
	series2024Bkn: { id: '2024: pengaduan (Kemendagri dari BKN)', en: '2024: complaints (Kemendagri from BKN)' },
	day: { id: 'Hari ke pemungutan suara', en: 'Days to voting day' },
	rankTitle: { id: 'Urutan menurut jumlah menyesatkan', en: 'A ranking by counts misleads' },
	rankSub: { id: 'Angka terbit per provinsi ({body}, {date}): {measure}; di sebelahnya per 10.000 PNS (2023) dengan rentang 95 %.', en: 'Published figures by province ({body}, {date}): {measure}; beside them per 10,000 PNS (2023) with 95% interval.' },
	rankNote: { id: 'Penyebut: PNS menurut provinsi tempat bekerja, pusat dan daerah, 2023, tanpa PPPK. Provinsi yang tidak disebut dalam tabel terbit bukan nol; provinsi yang dimekarkan sesudah angka itu tidak dihitung lajunya.', en: 'Denominator: PNS by province of work, central and local, 2023, without PPPK. Provinces not named in the published table are not zero; provinces divided after the count have no rate.' },
	rate: { id: 'per 10.000 PNS', en: 'per 10,000 PNS' },
	count: { id: 'Jumlah', en: 'Count' },
	pns: { id: 'PNS 2023', en: 'PNS 2023' },
	eventsTitle: { id: 'Apa yang dilakukan lima daerah sebelum pemungutan suara', en: 'What the five regencies did before voting day' },
	eventsSub: { id: 'Kegiatan pencegahan nyata yang diberitakan, dengan sumbernya, 2022–2024.', en: 'Real reported preventive events, with their sources, 2022–2024.' },
	silentTitle: { id: 'Yang tidak kami temukan terbitannya', en: 'What we could not find published' },
	silent1: { id: 'Register kasus per kabupaten/kota, sehingga tren bulanan dan bentuk pelanggaran per daerah tidak dapat dihitung.', en: 'A case register by regency; monthly trends and forms per regency cannot be computed.' },
	silent2: { id: 'Jumlah ASN yang menyelesaikan pelatihan netralitas, di daerah mana pun.', en: 'The number of ASN who completed neutrality training, anywhere.' },
	silent3: { id: 'Jumlah ASN per kabupaten/kota pada satu tanggal untuk 514 daerah.', en: 'The number of ASN by regency on one date for all 514.' },
	silent5: { id: 'Berapa pengaduan yang melewati tenggat penanganannya.', en: 'How many complaints are past the deadline for handling them.' },
	silent4: { id: 'Kelanjutan 1.103 pengaduan yang menunggu per 4 Desember 2024.', en: 'What became of the 1,103 complaints that were waiting on 4 December 2024.' },
	nextTitle: { id: 'Tanggal berikutnya', en: 'Next dates' },
	wayIn: { id: 'Lima daerah, satu per satu', en: 'The five regencies, one by one' },
	wayInSub: { id: 'Tiap daerah: kegiatan nyata, angka terbit, dan kelengkapan laporannya.', en: 'For each regency: real events, published figures, reporting completeness.' },
	wayInSubContoh: { id: 'Kegiatan contoh (sintetis) tiap daerah; angka terbitnya nyata.', en: 'Sample (synthetic) events of each regency; the published figures are real.' },
	events: { id: '{n} kegiatan pencegahan', en: '{n} preventive {n|event|events}' },
	figures: { id: '{n} angka terbit', en: '{n} published {n|figure|figures}' },
	waiting: { id: 'Masih menunggu', en: 'Still waiting' },
	longest: { id: 'Menunggu paling lama', en: 'Waiting longest' },
	oldest: { id: 'Menunggu lebih dari 180 hari', en: 'Waiting over 180 days' },
	overdue: { id: 'Melewati tenggat', en: 'Past the deadline' },
	provenRate: { id: 'Terbukti per 1.000 ASN', en: 'Proven per 1,000 ASN' },
	trained: { id: 'Menyelesaikan pelatihan', en: 'Completed the training' },
	trainedTitle: { id: 'Pelatihan yang diselesaikan, {cycle}', en: 'Training completed, {cycle}' },
	trainedSub: { id: 'Persen dari peserta terdaftar, rentang 95 %; garis: Indonesia.', en: 'Percent of those enrolled, 95% interval; line: Indonesia.' },
	ofAll: { id: '{n} dari {all}', en: '{n} of {all}' },
	contohTitle: { id: 'Ringkasan data contoh, {cycle}', en: 'Overview of the sample data, {cycle}' },
	contohLead: { id: '{area}: {reported} orang dilaporkan, {proven} terbukti, {sanctioned} disanksi.', en: '{area}: {reported} {reported|person|persons} reported, {proven} proven, {sanctioned} sanctioned.' },
	contohLeadNone: { id: 'Ringkasan negara contoh: semua angka di halaman ini sintetis.', en: 'Overview of the sample country: every figure on this page is synthetic.' }
} as const satisfies Record<string, Text>;

export const DEFINITION = {
	unit: { id: 'Satuan', en: 'Unit' },
	numerator: { id: 'Pembilang', en: 'Numerator' },
	denominator: { id: 'Penyebut', en: 'Denominator' },
	none: { id: 'tidak ada', en: 'none' },
	method: { id: 'Metode', en: 'Method' },
	caveats: { id: 'Batasan', en: 'Caveats' },
	sources: { id: 'Sumber data', en: 'Data sources' },
	polarity: { id: 'Arah', en: 'Direction' },
	low_is_good: { id: 'makin rendah makin baik', en: 'the lower, the better' },
	high_is_good: { id: 'makin tinggi makin baik', en: 'the higher, the better' },
	noDirection: { id: 'tanpa arah baik atau buruk', en: 'neither good nor bad' },
	breakdowns: { id: 'Rincian yang tersedia', en: 'Available breakdowns' },
	disclosure: { id: 'Perlindungan angka kecil', en: 'Protection of small numbers' },
	guardCases: { id: 'Jumlah per wilayah dan siklus ditampilkan; rincian 1–9 disembunyikan bagi yang tidak berwenang, beserta angka lain yang dapat membukanya.', en: 'Totals by area and cycle are shown; breakdowns of 1–9 are hidden from viewers not entitled, with any figure that could reveal them.' },
	guardPending: { id: 'Jumlah 1–9 disembunyikan bagi yang tidak berwenang, juga rinciannya: perkara terbuka menunjuk orang yang sedang diperiksa.', en: 'Counts of 1–9 and their breakdowns are hidden from viewers not entitled: open cases point to persons under examination.' },
	guardPeople: { id: 'Angka 1–4 dan komplemennya disembunyikan bagi yang tidak berwenang.', en: 'Counts of 1–4 and their complements are hidden from viewers not entitled.' },
	guardEntitled: { id: 'Hanya tampil bagi yang berwenang atas wilayah itu, termasuk angka nol.', en: 'Shown only to those entitled to the area, zeros included.' },
	guardOpen: { id: 'Bukan tentang orang; selalu ditampilkan.', en: 'Not about persons; always shown.' },
	ownerWord: { id: 'Pemilik definisi', en: 'Owner of the definition' },
	owner: { id: 'Lihat juga halaman Data untuk kiriman di baliknya.', en: 'See the Data page for the submissions behind it.' },
	all: { id: 'Semua definisi', en: 'All definitions' },
	heading: { id: 'Definisi', en: 'Definitions' },
	noSubmissions: { id: 'Belum ada kiriman daerah yang memuat angka ini.', en: 'No submission of a regency holds this figure yet.' },
	provenance: { id: 'Kiriman di balik angka ini', en: 'Submissions behind this figure' },
	/** Of a measure with a number of days in its name. */
	followed: { id: 'Rekomendasi yang sudah berumur {n} hari pada tanggal data', en: 'Recommendations at least {n} {n|day|days} old at the data date' },
	sanctionedIn: { id: 'Yang disanksi dalam {n} hari sesudah rekomendasi', en: 'Those sanctioned within {n} {n|day|days} of the recommendation' },
	measures: {
		decided_entries: { id: 'Keputusan PPK yang dapat dibandingkan dengan rekomendasi', en: 'Decisions of the PPK that can be compared with the recommendation' },
		as_recommended_entries: { id: 'Keputusan yang sesuai rekomendasi', en: 'Decisions as recommended' },
		lighter_entries: { id: 'Keputusan yang lebih ringan dari rekomendasi', en: 'Decisions lighter than recommended' },
		heavier_entries: { id: 'Keputusan yang lebih berat dari rekomendasi', en: 'Decisions heavier than recommended' },
		declined_entries: { id: 'PPK tidak menjatuhkan sanksi sesudah rekomendasi', en: 'No sanction imposed after the recommendation' },
		followed_up_entries: { id: 'Rekomendasi yang sudah diputus PPK, apa pun putusannya', en: 'Recommendations that the PPK has decided, whatever the decision' },
		clocked_persons: { id: 'Orang yang kasusnya berada pada langkah bertenggat', en: 'Persons whose case stands at a step with a deadline' },
		trained_people: { id: 'Orang berbeda yang menyelesaikan sedikitnya satu kursus', en: 'Distinct persons who completed at least one course' },
		scored: { id: 'Peserta yang nilainya disebut', en: 'Participants with a mark' },
		score_points: { id: 'Jumlah nilai terbaik peserta', en: 'Sum of the best marks of participants' },
		led_events: { id: 'Kegiatan pencegahan bertanggal pasti sebelum hari pemungutan suara', en: 'Preventive events dated to the day, before voting day' },
		lead_days: { id: 'Jumlah hari dari kegiatan sampai tahapan berikutnya', en: 'Sum of days from the events to the next stage' },
		reports_received: { id: 'Laporan yang sudah diterima, termasuk nihil', en: 'Reports received, nil returns included' },
		reports_expected: { id: 'Laporan yang diharapkan: daerah dengan pemilihan × dataset', en: 'Reports expected: regencies with an election × dataset' },
		tested: { id: 'Peserta yang mengerjakan tes akhir', en: 'Persons who took the final test' },
		passed: { id: 'Peserta yang lulus tes akhir', en: 'Persons who passed the final test' },
		quiz_takers: { id: 'Orang dengan percobaan kuis yang selesai dan dinilai', en: 'Persons with a finished and graded quiz attempt' },
		quiz_points: { id: 'Jumlah nilai terbaik tiap orang', en: 'Sum of the best mark of each person' }
	}
} as const;

/** The words everybody uses, in both languages. */
export const CYCLE_NAMES = {
	pemilu: { id: 'Pemilu {year}', en: 'Pemilu {year}' },
	pilkada: { id: 'Pilkada {year}', en: 'Pilkada {year}' }
} as const satisfies Record<string, Text>;

/** Areas whose official name is Indonesian; English names the kind, not the place, in English. */
export const AREA_NAMES = {
	regency: { id: 'Kabupaten {name}', en: '{name} Regency' },
	city: { id: 'Kota {name}', en: '{name} City' },
	province_government: { id: 'Pemerintah Provinsi {name}', en: 'Provincial Government of {name}' },
	central: { id: 'Instansi pusat', en: 'Central agencies' }
} as const satisfies Record<string, Text>;

export const ERRORS = {
	notFound: { id: 'Halaman ini tidak ada.', en: 'This page does not exist.' },
	failed: { id: 'Halaman ini gagal dibuat. Coba muat ulang; bila tetap gagal, beri tahu pengelola dengan menyebut waktunya.', en: 'This page could not be made. Reload; if it keeps failing, tell the operator the time.' },
	busy: { id: 'Server sedang sibuk. Coba lagi dalam beberapa detik.', en: 'The server is busy. Try again in a few seconds.' },
	noRelease: { id: 'Belum ada rilis yang terbit. Pengelola perlu menjalankan pemuatan data.', en: 'No release has been published yet. The operator needs to load data.' },
	demoRefused: { id: 'Mode demo ditolak: rilis ini memuat baris nyata tentang orang. Jalankan server dengan PANTAU_DEMO=off.', en: 'Demo mode is refused: this release holds real rows about persons. Run the server with PANTAU_DEMO=off.' },
	home: { id: 'Kembali ke ringkasan', en: 'Back to the overview' }
} as const satisfies Record<string, Text>;
