import type { Text } from '../index.ts';

/** Words that several pages share. */
export const PAGE = {
	onOwnSite: { id: '{path} di situs Pantau instansi Anda', en: '{path} on the Pantau site of your institution' },
	area: { id: 'Wilayah', en: 'Area' },
	cycle: { id: 'Siklus', en: 'Cycle' },
	interval: { id: 'Rentang 95\u00a0%', en: '95% interval' },
	nOfN: { id: 'n\u00a0dari\u00a0N', en: 'n\u00a0of\u00a0N' },
	verdict: { id: 'Dibanding Indonesia', en: 'Against the nation' },
	sourceLine: { id: '{sources} Data sampai {date}, rilis {release}.', en: '{sources} Data to {date}, release {release}.' },
	partial: {
		id: '{area}: {received} dari {expected} daerah sudah mengirim; angka di sini hanya tentang daerah itu.',
		en: '{area}: {received} of {expected} {expected|regency|regencies} {received|has|have} sent; the figures here are about {received|that one|those} only.'
	},
	partialMany: { id: 'Angka wilayah ini hanya tentang daerahnya yang sudah mengirim: {areas}.', en: 'The figures of these areas are only about their regencies that have sent: {areas}.' },
	partialOne: { id: '{area} {received} dari {expected}', en: '{area} {received} of {expected}' },
	partialRest: { id: '{n} wilayah lain', en: '{n} other {n|area|areas}' },
	axisDays: { id: 'Sumbu waktu dalam hari (H−90)', en: 'Time axis in days (D−90)' },
	axisMonths: { id: 'Sumbu waktu dalam bulan', en: 'Time axis in months' },
	daysColumn: { id: 'hari terhadap pemungutan suara (bulan)', en: 'days to voting day (month)' },
	inDays: { id: '{days} ({date})', en: '{days} ({date})' },
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
	mostRows: { id: 'Bagan menggambar {n} dari {all} baris; tabel memuat semuanya.', en: 'The chart draws {n} of {all} rows; the table has all.' },
	hiddenSeries: { id: '{name} disembunyikan pada semua baris, jadi tidak digambar; lihat tabelnya.', en: '{name} is hidden in every row and therefore not drawn; see the table.' },
	compiled: { id: 'Dihimpun Pantau dari berita dan siaran resmi; sumber tiap baris ada di tabel.', en: 'Compiled by Pantau from press and official reports; the source of each row is in the table.' },
	noneSent: { id: 'Belum ada kiriman nyata dari daerah.', en: 'No real submission from any regency yet.' },
	steps: { id: 'Laporan, diteruskan, terbukti, dan sanksi adalah pembilang yang berbeda; jangan dijumlahkan.', en: 'Reported, forwarded, proven and sanctioned are different numerators; never add them up.' }
} as const;

/** Ways to pages that have no place in the navigation. */
export const LINKS = {
	unfinished: { id: 'Daftar nama yang belum selesai, dari berkas Anda', en: 'List of who has not finished, by name, from your own file' },
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
	stepsTitleAreas: { id: 'Dari dilaporkan sampai disanksi: {areas}; {cycle}', en: 'From reported to sanctioned: {areas}; {cycle}' },
	stepsAreas: { id: '{n} wilayah', en: '{n} {n|area|areas}' },
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
	whoNote: { id: 'Nama peserta tidak disimpan di sini. Daftar nama yang belum selesai dibuat dari ekspor LMS Anda sendiri: unggah di halaman Periksa berkas dan pilih "Unduh daftar yang belum selesai atau belum lulus".', en: 'Names are not kept here. The list of who has not finished is made from your own LMS export: upload it on the page Check a file and choose "Download the list of who has not finished or not passed".' },
	unfinishedLead: { id: '{area}: {n} dari {all} peserta belum menyelesaikan pelatihan, {cycle}.', en: '{area}: {n} of {all} persons have not finished the training, {cycle}.' },
	unfinishedMost: { id: '{area}: {n} dari {all} peserta belum menyelesaikan pelatihan, terbanyak di {agency} ({most}), {cycle}.', en: '{area}: {n} of {all} persons have not finished the training, most of them in {agency} ({most}), {cycle}.' },
	mostLeftFirst: { id: 'Yang paling banyak belum selesai di atas.', en: 'Most persons who have not finished on top.' },
	monthNote: { id: 'Hanya penyelesaian yang tanggalnya disebut; rekapitulasi menyebut jumlah tanpa tanggal, jadi jumlah bulan lebih kecil daripada seluruhnya.', en: 'Only completions with a stated date; recapitulations give counts without dates, so the months add up to less than the whole.' },
	doneTitle: { id: '{share} peserta menyelesaikan pelatihan, {area}, {cycle}', en: '{share} of persons completed the training, {area}, {cycle}' },
	doneTitleNone: { id: 'Penyelesaian pelatihan, {cycle}', en: 'Training completion, {cycle}' },
	doneSub: { id: 'Persen peserta terdaftar; garis = rentang 95 %.', en: 'Percent of persons enrolled; line = 95% interval.' },
	passTitle: { id: 'Kelulusan tes akhir, {cycle}', en: 'Final test pass rate, {cycle}' },
	passNote: { id: 'Lulus tes tidak sama dengan selesai: orang dapat lulus tes akhir tanpa menyelesaikan semua kegiatan pelatihan, jadi yang lulus dapat lebih banyak daripada yang selesai. Tes hanya ada dalam ekspor per orang; rekapitulasi tidak memuatnya.', en: 'Passing is not finishing: one can pass the final test without completing every activity, so more may have passed than finished. Only exports per person hold the test; recapitulations do not.' },
	passSub: { id: 'Persen dari yang mengerjakan tes akhir; tidak mencapai nilai kelulusan dihitung tidak lulus.', en: 'Percent of those who took the final test; not achieving the pass grade counts as not passed.' },
	monthTitle: { id: 'Kapan pelatihan diselesaikan: {area}, {cycle}', en: 'When the training was completed: {area}, {cycle}' },
	monthSub: { id: 'Orang per bulan selesai, di atas tahapan pemilihan.', en: 'Persons by month of completion, above the stages of the election.' },
	courseTitle: { id: 'Menurut kursus: {area}, {cycle}', en: 'By course: {area}, {cycle}' },
	unfinished: { id: 'Belum selesai (orang)', en: 'Not finished (persons)' },
	agencyTitle: { id: 'Menurut unit kerja: {area}, {cycle}', en: 'By agency: {area}, {cycle}' },
	shareSub: { id: 'Persen peserta terdaftar yang selesai.', en: 'Percent of persons enrolled who completed.' },
	ratesSub: { id: 'Persen yang selesai (dari terdaftar) dan yang lulus (dari yang mengerjakan tes); garis = rentang 95 %.', en: 'Percent who completed (of enrolled) and who passed (of tested); line = 95% interval.' },
	positionTitle: { id: 'Menurut golongan jabatan: {area}, {cycle}', en: 'By position category: {area}, {cycle}' },
	positionNote: { id: 'Jabatan dibaca dari daftar ASN; peserta yang tidak ada di sana "tidak disebut".', en: 'Positions come from the roster; participants not in it are "not stated".' },
	trendTitle: { id: 'Penyelesaian dari siklus ke siklus: {area}', en: 'Completion from cycle to cycle: {area}' },
	realNone: { id: 'Jumlah peserta pelatihan netralitas ASN tidak kami temukan terbitannya. Yang diketahui hanya kegiatannya, misalnya penyerahan materi LMS di Tabanan (4 Juli 2024).', en: 'We found no published number of ASN trained in neutrality. Only the events are known, such as the LMS material handed over in Tabanan (4 July 2024).' }
} as const satisfies Record<string, Text>;

export const OUTREACH = {
	heading: { id: 'Sosialisasi', en: 'Outreach' },
	lineTitle: { id: '{n} kegiatan pencegahan di {areas} wilayah, {cycle}', en: '{n} preventive {n|event|events} in {areas} {areas|area|areas}, {cycle}' },
	lineLetters: { id: '{n} surat imbauan', en: '{n} advisory {n|letter|letters}' },
	lineEnforcement: { id: '{n} penindakan', en: '{n} {n|enforcement|enforcements}' },
	lineAlso: { id: '{title}; ditampilkan juga {others}', en: '{title}; also shown: {others}' },
	lineNone: { id: 'Tidak ada kegiatan pencegahan yang kami temukan untuk pilihan ini, {cycle}', en: 'We found no preventive event for this choice, {cycle}' },
	lineSub: { id: 'Tiap tanda satu kegiatan, surat, atau penindakan; di bawahnya tahapan pemilihan.', en: 'Each mark is one event, letter or enforcement; below, the stages of the election.' },
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
	enforced: { id: '{title}; menurut sumbernya {n} {what}', en: '{title}; by its source {n} {what}' },
	other: { id: '{n} ({what})', en: '{n} ({what})' },
	pactNone: { id: 'Jumlah penanda tangan pakta integritas wilayah ini tidak kami temukan terbitannya.', en: 'We found no published number of pact signatories for these areas.' },
	prevention: { id: 'pencegahan', en: 'prevention' },
	letter: { id: 'surat', en: 'letter' },
	enforcement: { id: 'penindakan', en: 'enforcement' }
} as const satisfies Record<string, Text>;

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
	wrongHost: { id: 'Situs ini tidak menjawab di bawah nama itu.', en: 'This site does not answer under that name.' },
	tooMany: { id: 'Terlalu banyak permintaan dari jaringan atau akun ini. Tunggu sebentar, lalu coba lagi.', en: 'Too many requests from this network or account. Wait a moment, then try again.' },
	noForm: { id: 'Kiriman ini bukan isian formulir yang dapat dibaca. Buka lagi formulirnya, isi, lalu kirim.', en: 'What was sent is no form that can be read. Open the form again, fill it in, and send it.' },
	notYours: { id: 'Halaman ini bukan untuk akun Anda. Bila tugas Anda memerlukannya, minta kepada pengelola.', en: 'This page is not for your account. If your work needs it, ask the administrator.' },
	home: { id: 'Kembali ke ringkasan', en: 'Back to the overview' }
} as const satisfies Record<string, Text>;
