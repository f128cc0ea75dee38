/** Texts of the shell, the cards, the filter bar and the charts. Indonesian first, English second. */
import type { Text } from '../index.ts';

const texts = <T extends Record<string, Text>>(entries: T): T => entries;

export const shellText = texts({
	name: { id: 'Pantau', en: 'Pantau' },
	tagline: { id: 'Netralitas ASN', en: 'Civil-service neutrality' },
	skip: { id: 'Langsung ke isi', en: 'Skip to content' },
	home: { id: 'Pantau Netralitas ASN, ke Ringkasan', en: 'Pantau, civil-service neutrality: to the overview' },
	menu: { id: 'Menu', en: 'Menu' },
	navigation: { id: 'Bagian situs', en: 'Site sections' },
	overview: { id: 'Ringkasan', en: 'Overview' },
	compare: { id: 'Bandingkan', en: 'Compare' },
	map: { id: 'Peta', en: 'Map' },
	violations: { id: 'Pelanggaran', en: 'Violations' },
	training: { id: 'Pelatihan', en: 'Training' },
	events: { id: 'Sosialisasi', en: 'Outreach' },
	published: { id: 'Angka terbit', en: 'Published figures' },
	data: { id: 'Data', en: 'Data' },
	release: { id: 'Rilis {release}', en: 'Release {release}' },
	releaseDate: { id: 'data per {date}', en: 'data as of {date}' },
	contohBand: { id: 'MODE CONTOH – data sintetis', en: 'SAMPLE MODE – synthetic data' },
	contohWhat: {
		id: 'Semua angka kasus dan pelatihan di halaman ini dibuat oleh komputer dan tidak menggambarkan daerah mana pun.',
		en: 'Every case and training figure on this page is computer-made and describes no real region.'
	},
	contohBandReal: { id: 'MODE CONTOH – halaman ini nyata', en: 'SAMPLE MODE – this page is real' },
	toReal: { id: 'Ke data nyata', en: 'To real data' },
	toContoh: { id: 'Lihat mode contoh', en: 'See sample mode' },
	role: { id: 'Mode demo: lihat sebagai', en: 'Demo mode: view as' },
	change: { id: 'Ganti', en: 'Switch' },
	footer: { id: 'Tentang situs ini', en: 'About this site' },
	regionSource: {
		id: 'Nama dan kode wilayah: idn-area-data (ODbL).',
		en: 'Region names and codes: idn-area-data (ODbL).'
	},
	fontSource: { id: 'Huruf: Plus Jakarta Sans (SIL OFL).', en: 'Typeface: Plus Jakarta Sans (SIL OFL).' }
});

export const cardText = texts({
	views: { id: 'Tampilan: {title}', en: 'Views: {title}' },
	chart: { id: 'Bagan', en: 'Chart' },
	table: { id: 'Tabel', en: 'Table' },
	download: { id: 'Unduh', en: 'Download' },
	about: { id: 'Tentang', en: 'About' },
	source: { id: 'Sumber:', en: 'Source:' },
	sources: { id: 'Sumber', en: 'Sources' },
	notes: { id: 'Catatan', en: 'Notes' },
	definitions: { id: 'Definisi', en: 'Definitions' },
	stages: { id: 'Tahapan', en: 'Stages' },
	stage: { id: 'Tahap', en: 'Stage' },
	start: { id: 'Mulai', en: 'From' },
	end: { id: 'Sampai', en: 'To' },
	noDownloads: { id: 'Tidak ada berkas untuk bagian ini.', en: 'There is no file for this part.' },
	scroll: { id: 'Tabel {title}, dapat digeser ke samping', en: 'Table {title}, scrolls sideways' },
	sameRows: { id: 'Sama di semua baris:', en: 'The same in every row:' },
	rows: { id: 'Buka tabel, {n} baris', en: 'Open the table, {n} {n|row|rows}' },
	scrollHint: { id: 'Geser tabel ke samping untuk kolom lainnya.', en: 'Scroll the table sideways for more columns.' },
	contoh: { id: 'CONTOH – data sintetis', en: 'SAMPLE – synthetic data' },
	empty: { id: 'Tidak ada baris.', en: 'No rows.' }
});

export const tileText = texts({
	interval: { id: 'Rentang 95 %:', en: '95% interval:' },
	source: { id: 'Sumber:', en: 'Source:' },
	from: { id: 'Asal angka', en: 'Where the figure comes from' },
	printed: { id: 'Nyata, menurut', en: 'Real, according to' }
});

export const filterText = texts({
	label: { id: 'Saringan', en: 'Filter' },
	seeing: { id: 'Anda melihat', en: 'You are looking at' },
	cycle: { id: 'Siklus', en: 'Cycle' },
	province: { id: 'Provinsi', en: 'Province' },
	regency: { id: 'Kabupaten/kota', en: 'Regency or city' },
	from: { id: 'Dari bulan', en: 'From month' },
	to: { id: 'Sampai bulan', en: 'To month' },
	inPlace: { id: 'di', en: 'in' },
	fromWord: { id: 'dari', en: 'from' },
	toWord: { id: 'sampai', en: 'to' },
	show: { id: 'Tampilkan', en: 'Show' },
	change: { id: 'Ubah', en: 'Change' },
	letGo: { id: 'Lepas pilihan:', en: 'Let go of:' },
	reset: { id: 'Ulangi dari awal', en: 'Start over' }
});

/** What stands where a number cannot: four reasons, four texts, never a blank and never a zero. */
export const statusText = texts({
	ok: { id: 'ada', en: 'present' },
	suppressed: { id: 'disembunyikan (melindungi angka kecil)', en: 'hidden (protects small numbers)' },
	not_received: { id: 'data belum diterima', en: 'data not received' },
	not_published: { id: 'tidak diterbitkan', en: 'not published' },
	not_applicable: { id: 'tidak ada pemilihan', en: 'no election' },
	immature: { id: 'belum cukup umur', en: 'not old enough' }
});
export const statusExplained = texts({
	ok: { id: 'Angka tersedia.', en: 'The figure is available.' },
	suppressed: {
		id: 'Angkanya ada, tetapi disembunyikan agar tidak ada orang yang dapat dikenali.',
		en: 'There is a figure; it is hidden so that nobody can be recognised.'
	},
	not_received: {
		id: 'Daerah belum mengirim data ini. Ini bukan nol.',
		en: 'The region has not sent these data yet. This is not zero.'
	},
	not_published: {
		id: 'Lembaga yang berwenang tidak menerbitkan angka ini.',
		en: 'The responsible authority has not published this figure.'
	},
	not_applicable: {
		id: 'Di daerah ini tidak ada pemilihan dalam siklus tersebut.',
		en: 'This region held no election in that cycle.'
	},
	immature: {
		id: 'Yang dihitung belum cukup umur untuk dibandingkan.',
		en: 'What is counted is not old enough to be compared.'
	}
});
/** What a point of a funnel means. */
export const funnelText = texts({
	better: { id: 'lebih baik', en: 'better' },
	similar: { id: 'serupa', en: 'similar' },
	worse: { id: 'lebih buruk', en: 'worse' },
	differs: { id: 'lebih tinggi atau lebih rendah', en: 'higher or lower' },
	not_compared: { id: 'tidak dibandingkan', en: 'not compared' }
});
export const emptyText = texts({
	title: { id: 'Belum ada yang dapat ditampilkan', en: 'Nothing to show yet' }
});

export const gridText = texts({
	region: { id: 'Daerah', en: 'Region' },
	received: { id: 'diterima', en: 'received' },
	gathered: { id: 'dihimpun Pantau', en: 'gathered by Pantau' },
	nil: { id: 'nihil', en: 'nil return' },
	late: { id: 'terlambat', en: 'late' },
	partial: { id: 'sebagian', en: 'partial' },
	missing: { id: 'belum', en: 'missing' },
	not_due: { id: 'belum diminta', en: 'not asked for yet' },
	not_applicable: { id: 'tidak ada pemilihan', en: 'no election' },
	legend: { id: 'Arti tanda', en: 'Key' }
});

export const chartText = texts({
	contoh: { id: 'CONTOH', en: 'SAMPLE' },
	contohTag: { id: 'CONTOH – data sintetis', en: 'SAMPLE – synthetic data' },
	daysTo: { id: 'Sumbu waktu: hari terhadap pemungutan suara, {date}.', en: 'Time axis: days to voting day, {date}.' },
	votingDay: { id: 'Pemungutan suara {date}', en: 'Voting day {date}' },
	prevention: { id: 'Sosialisasi', en: 'Outreach' },
	letter: { id: 'Surat imbauan', en: 'Letter' },
	enforcement: { id: 'Penindakan', en: 'Enforcement' },
	keys: {
		id: 'Tekan panah kiri dan kanan untuk berpindah titik, Esc untuk menutup.',
		en: 'Press the left and right arrow keys to move between points, Escape to close.'
	},
	enter: { id: 'Enter: {what}.', en: 'Enter: {what}.' },
	unit: { id: 'Satuan: {unit}.', en: 'Unit: {unit}.' },
	points: { id: '{count} titik.', en: '{count} {count|point|points}.' },
	stages: { id: 'Tahapan: {stages}.', en: 'Stages: {stages}.' },
	benchmark: { id: 'Pembanding: {label}.', en: 'Benchmark: {label}.' },
	synthetic: { id: 'Data contoh (sintetis).', en: 'Sample (synthetic) data.' }
});

/** Short names on the ribbon; the full names come with the data. */
export const stageText = texts({
	entry: { id: 'Pendaftaran', en: 'Registration' },
	fixed: { id: 'Penetapan', en: 'Nomination' },
	campaign: { id: 'Kampanye', en: 'Campaign' },
	campaignTiny: { id: 'Kamp.', en: 'Camp.' },
	quiet: { id: 'Masa tenang', en: 'Quiet period' },
	vote: { id: 'Pemungutan', en: 'Voting' },
	office: { id: 'Pelantikan', en: 'Inauguration' },
	ban: { id: 'Larangan penggantian pejabat', en: 'Ban on replacing officials' },
	banShort: { id: 'Larangan mutasi', en: 'Moves banned' },
	dayZero: { id: 'Hari H', en: 'D-day' },
	dayLetter: { id: 'H', en: 'D' },
	daySpan: { id: '{from} sampai {to}', en: '{from} to {to}' }
});

/** Every group, for tests and for whoever checks translations. */
export const UI_TEXTS = {
	shellText,
	cardText,
	tileText,
	filterText,
	statusText,
	statusExplained,
	emptyText,
	gridText,
	chartText,
	stageText
} as const satisfies Record<string, Record<string, Text>>;
