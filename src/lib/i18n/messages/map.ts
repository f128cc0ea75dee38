import type { Text } from '../index.ts';

/** Words of Peta. A soft hyphen (\u00ad) stands where a tile may break a long word. */
export const MAP = {
	heading: { id: 'Peta', en: 'Map' },
	formMetric: { id: 'Ukuran', en: 'Metric' },
	formCycle: { id: 'Siklus', en: 'Cycle' },
	formColour: { id: 'Arti warna', en: 'Colour says' },
	formProvince: { id: 'Provinsi', en: 'Province' },
	nation: { id: '(seluruh Indonesia)', en: '(all of Indonesia)' },
	show: { id: 'Tampilkan', en: 'Show' },
	reset: { id: 'Ulangi dari awal', en: 'Start over' },
	colours: {
		verdict: { id: 'putusan terhadap Indonesia', en: 'verdict against the nation' },
		value: { id: 'nilai', en: 'value' }
	},
	publishedMetric: { id: 'Angka terbit per 10.000 PNS', en: 'Published figures per 10,000 PNS' },

	titleNation: { id: '{name}, {cycle}', en: '{name}, {cycle}' },
	titleProvince: { id: '{area}: {name}, {cycle}', en: '{area}: {name}, {cycle}' },
	subVerdict: { id: 'Satuan: {unit}. Warna, tanda dan kata = putusan terhadap Indonesia.', en: 'Unit: {unit}. Colour, sign and word = verdict against the nation.' },
	subValue: { id: 'Satuan: {unit}. Warna = nilai, dalam golongan yang sama untuk setiap siklus.', en: 'Unit: {unit}. Colour = value, in classes that are the same for every cycle.' },
	subNoVerdict: { id: 'Satuan: {unit}. Warna = nilai; ukuran ini dihitung lengkap dan tidak dibandingkan.', en: 'Unit: {unit}. Colour = value; this metric is a full count and is not compared.' },
	equal: { id: 'Setiap provinsi satu kotak yang sama besar, dari barat ke timur. Tekan provinsi untuk membukanya.', en: 'Every province is one tile of the same size, west to east. Press a province to open it.' },
	opened: { id: 'Satu kotak satu kabupaten atau kota, menurut kode. Tekan kotak untuk halaman daerahnya.', en: 'One tile is one regency or city, by code. Press a tile for its page.' },
	listNation: { id: 'Peta kotak 38 provinsi', en: 'Tile map of 38 provinces' },
	listProvince: { id: 'Kabupaten dan kota di {area}', en: 'Regencies and cities of {area}' },
	regencies: { id: 'Kabupaten ({n})', en: 'Regencies ({n})' },
	cities: { id: 'Kota ({n})', en: 'Cities ({n})' },
	locator: { id: 'Provinsi lain', en: 'Other provinces' },
	back: { id: 'Ke peta Indonesia', en: 'To the map of Indonesia' },
	government: { id: 'Pegawai {area}', en: 'Servants of {area}' },
	provincePage: { id: 'Halaman {area}', en: 'Page of {area}' },

	legend: { id: 'Keterangan', en: 'Legend' },
	verdictAgainst: { id: '{word} {benchmark}', en: '{word} {benchmark}' },
	under: { id: 'di bawah {to}', en: 'below {to}' },
	exactlyZero: { id: 'nol', en: 'zero' },
	between: { id: '{from} sampai di bawah {to}', en: '{from} to below {to}' },
	atLeast: { id: '{from} atau lebih', en: '{from} or more' },
	partial: { id: 'diketahui di sebagian kabupaten/kota saja', en: 'known in some regencies only' },
	suppressed: { id: 'disembunyikan', en: 'hidden' },
	levels: { id: '"Jauh" berarti keyakinan 99,8\u00a0%, kata lainnya 95\u00a0%.', en: '"Much" means 99.8% confidence, the other words 95%.' },
	levelsPlain: { id: 'Tinggi atau rendah pada keyakinan 95\u00a0%; tinggi tidak berarti buruk.', en: 'Higher or lower at 95% confidence; higher does not mean worse.' },
	zero: { id: 'Nol adalah nilai, bukan data yang hilang.', en: 'Zero is a value, not missing data.' },
	bits: { id: 'Kotak kecil di dalam provinsi = kabupaten dan kotanya, menurut kode.', en: 'Small squares inside a province = its regencies and cities, by code.' },
	kinds: { id: 'Sudut membulat = kota.', en: 'Round corners = city.' },

	short: {
		partial: { id: '{n} dari {all} daerah', en: '{n} of {all} areas' },
		suppressed: { id: 'disem\u00adbunyikan', en: 'hidden' },
		not_received: { id: 'belum diterima', en: 'not yet received' },
		not_published: { id: 'tidak dite\u00admukan', en: 'no publi\u00adcation found' },
		unknown_rate: { id: 'laju tidak diketahui', en: 'rate unknown' },
		not_applicable: { id: 'tidak ada pemi\u00adlihan', en: 'no election' },
		not_estimable: { id: 'tidak dapat dihi\u00adtung', en: 'cannot be com\u00adputed' }
	},
	inside: { id: 'Kabupaten/kota', en: 'Regencies' },
	insideCount: { id: '{n} {text}', en: '{n} {text}' },
	insideKnown: { id: '{sum} {unit} di {n} dari {all} kabupaten/kota yang diketahui', en: '{sum} {unit} in {n} of {all} regencies that are known' },
	tile: { id: '{area}: {text}.', en: '{area}: {text}.' },
	tileInside: { id: '{area}: {text}. Kabupaten/kota: {inside}.', en: '{area}: {text}. Regencies: {inside}.' },

	kindsOf: {
		provinces: { id: 'provinsi', en: 'provinces' },
		regencies: { id: 'kabupaten/kota', en: 'regencies and cities' }
	},
	place: {
		nation: { id: '{cycle}', en: '{cycle}' },
		province: { id: '{area}, {cycle}', en: '{area}, {cycle}' }
	},
	apart: {
		id: '{place}: {clauses} pada keyakinan {level}.',
		en: '{place}: {clauses} at {level} confidence.'
	},
	above: { id: 'di {k} dari {n} {areas}, {name} lebih tinggi daripada angka nasional {nation}{judged}', en: "in {k} of {n} {areas}, {name} is higher than the nation's {nation}{judged}" },
	belowAlone: { id: 'di {k} dari {n} {areas}, {name} lebih rendah daripada angka nasional {nation}{judged}', en: "in {k} of {n} {areas}, {name} is lower than the nation's {nation}{judged}" },
	below: { id: ' dan di {k} lebih rendah{judged}', en: ' and in {k} lower{judged}' },
	noJudgement: { id: 'Tinggi di sini tidak berarti buruk.', en: 'Higher does not mean worse here.' },
	noneApart: { id: '{place}: pada keyakinan {level}, {name} belum dapat dibedakan dari angka nasional {nation} di satu pun dari {n} {areas}.', en: "{place}: at {level} confidence, {name} cannot be told apart from the nation's {nation} in any of {n} {areas}." },
	weaker: { id: 'Pada 95\u00a0% saja: {clauses}.', en: 'At 95% only: {clauses}.' },
	higherCount: { id: '{k} lebih tinggi', en: '{k} higher' },
	lowerCount: { id: '{k} lebih rendah', en: '{k} lower' },
	similarCount: { id: '{k} lainnya belum dapat dibedakan.', en: 'The other {k} cannot be told apart.' },
	range: { id: '{place}: {name} diketahui di {n} dari {all} {areas}, antara {min} dan {max}.', en: '{place}: {name} is known in {n} of {all} {areas}, between {min} and {max}.' },
	rangeOne: { id: '{place}: {name} diketahui di {n} dari {all} {areas}: {min}.', en: '{place}: {name} is known in {n} of {all} {areas}: {min}.' },
	unknown: { id: '{place}: {name} tidak diketahui di satu pun dari {all} {areas}.', en: '{place}: {name} is known in none of {all} {areas}.' },
	inSome: { id: 'Yang diketahui: {sum} {unit} di {n} dari {all} kabupaten/kota.', en: 'What is known: {sum} {unit} in {n} of {all} regencies.' },
	without: { id: '{n} {areas} tanpa putusan; lihat keterangan.', en: '{n} {areas} without a verdict; see the legend.' },

	publishedLead: {
		id: 'Tabel terbit terluas ({body}, {date}) memberi laju bagi {n} dari {all} provinsi: antara {min} ({minArea}) dan {max} ({maxArea}) per 10.000 PNS. Provinsi yang tidak disebut bukan nol, melainkan tidak diketahui.',
		en: 'The widest published table ({body}, {date}) gives a rate for {n} of {all} provinces: between {min} ({minArea}) and {max} ({maxArea}) per 10,000 PNS. A province it does not name is unknown, not zero.'
	},
	publishedNone: { id: 'Tidak ada tabel terbit menurut provinsi.', en: 'There is no published table by province.' },
	publishedProvince: { id: '{area}: laju menurut kabupaten/kota tidak diketahui, karena jumlah PNS tiap kabupaten/kota tidak diterbitkan.', en: '{area}: rates by regency are unknown, because the number of PNS of each regency has not been published.' },
	publishedSub: { id: '{measure}; {body}, {date}. Warna = laju per 10.000 PNS (2023), tanpa putusan.', en: '{measure}; {body}, {date}. Colour = rate per 10,000 PNS (2023), no verdict.' },
	publishedTile: { id: '{count} {unit}; {value} per 10.000 PNS ({lower}–{upper})', en: '{count} {unit}; {value} per 10,000 PNS ({lower}–{upper})' },
	publishedDivided: { id: '{count} {unit}; laju tidak dihitung, karena provinsi ini dimekarkan sesudah angka itu', en: '{count} {unit}; no rate, because this province was divided after the count' },
	publishedRegency: { id: 'laju tidak diketahui, karena terbitan jumlah PNS-nya tidak ditemukan', en: 'rate unknown, because no publication of its number of PNS was found' },
	publishedWay: { id: 'Tabel terbit menurut kabupaten/kota', en: 'Published tables by regency' },
	unknownReal: { id: 'Yang tidak diketahui: kasus terbukti, sanksi dan penyelesaian pelatihan menurut daerah belum pernah diterbitkan lengkap; peta ini tidak menaksirnya.', en: 'What is not known: proven cases, sanctions and training completion by area have never been published in full; this map does not estimate them.' },

	tableTitle: { id: 'Tabel peta: {name}, {cycle}', en: 'Table of the map: {name}, {cycle}' },
	tableSub: { id: 'Isi setiap kotak dalam kata dan angka. Tekan angka untuk asalnya.', en: 'What each tile says in words and figures. Press a figure for its origin.' },
	tablePublishedSub: { id: 'Isi setiap kotak dalam kata dan angka. Tekan angka untuk sumbernya.', en: 'What each tile says in words and figures. Press a figure for its source.' },
	classColumn: { id: 'Golongan warna', en: 'Colour class' },

	shapes: { id: 'Peta batas wilayah', en: 'Map of boundaries' },
	shapesSub: { id: 'Warna, tanda dan tautan sama dengan peta kotak. Luas wilayah tidak berarti banyaknya ASN atau kasus.', en: 'Colours, signs and links are those of the tile map. The size of an area says nothing about its ASN or cases.' },
	shapesLabel: { id: 'Peta batas wilayah: {title}', en: 'Map of boundaries: {title}' },
	shapesMissing: { id: 'Tanpa batas dalam berkas: {areas}.', en: 'Without a boundary in the file: {areas}.' },
	shapesNone: { id: 'Berkas batas wilayah tidak memuat kabupaten/kota {area}; lihat peta kotak.', en: 'The file of boundaries has no regencies of {area}; see the tile map.' },
	shapesSource: { id: 'Batas wilayah: berkas yang dipasang pengelola situs.', en: 'Boundaries: a file installed by the operator of this site.' }
} as const satisfies Record<string, Text | Readonly<Record<string, Text>>>;

/** What a tile calls its province where the whole name has no room. */
export const TIGHT_NAMES: Readonly<Record<string, string>> = {
	12: 'Sumut', 13: 'Sumbar', 16: 'Sumsel', 19: 'Babel', 21: 'Kepri', 31: 'Jakarta', 32: 'Jabar', 33: 'Jateng', 34: 'DIY', 35: 'Jatim',
	52: 'NTB', 53: 'NTT', 61: 'Kalbar', 62: 'Kalteng', 63: 'Kalsel', 64: 'Kaltim', 65: 'Kaltara', 71: 'Sulut', 72: 'Sulteng', 73: 'Sulsel',
	74: 'Sultra', 76: 'Sulbar', 82: 'Malut', 92: 'Papua Barat', 93: 'Papua Selatan', 94: 'Papua Tengah', 95: 'Papua Peg.', 96: 'Papua BD'
};
