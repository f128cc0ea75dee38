/** The five pilot regencies as the generator sees them: size, agencies, districts. People in them are invented. */
export interface AgencySpec {
	readonly name: string;
	/** Share of the staff, relative to the other agencies. */
	readonly weight: number;
	readonly kind: 'school' | 'health' | 'district' | 'office';
}

export interface Place {
	readonly code: string;
	readonly slug: string;
	/** `Kabupaten Tabanan` */
	readonly name: string;
	readonly short: string;
	readonly capital: string;
	/** Bawaslu's own region code; 99.xx does not exist. */
	readonly bawaslu: string;
	/** PNS and PPPK on 31 December 2024. */
	readonly staff: number;
	readonly pppkShare: number;
	readonly agencies: readonly AgencySpec[];
	readonly districts: readonly string[];
	readonly names: 'bali' | 'other';
}

const OFFICES: readonly (readonly [string, number])[] = [
	['Sekretariat Daerah', 26],
	['Sekretariat DPRD', 9],
	['Inspektorat Daerah', 9],
	['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 8],
	['Badan Perencanaan Pembangunan Daerah', 8],
	['Badan Keuangan dan Aset Daerah', 12],
	['Badan Pendapatan Daerah', 10],
	['Badan Kesatuan Bangsa dan Politik', 5],
	['Badan Penanggulangan Bencana Daerah', 7],
	['Dinas Pekerjaan Umum dan Penataan Ruang', 18],
	['Dinas Sosial', 7],
	['Dinas Kependudukan dan Pencatatan Sipil', 9],
	['Dinas Pemberdayaan Masyarakat dan Desa', 6],
	['Dinas Perhubungan', 11],
	['Dinas Komunikasi dan Informatika', 7],
	['Dinas Koperasi, Usaha Kecil dan Menengah', 6],
	['Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 7],
	['Dinas Perpustakaan dan Arsip', 5],
	['Dinas Pertanian dan Pangan', 17],
	['Dinas Lingkungan Hidup', 12],
	['Satuan Polisi Pamong Praja', 14]
];

function agencies(districts: readonly string[], hospital: string, extra: readonly string[] = []): AgencySpec[] {
	return [
		{ name: 'Dinas Pendidikan dan Kebudayaan', weight: 430, kind: 'school' },
		{ name: 'Dinas Kesehatan', weight: 150, kind: 'health' },
		{ name: hospital, weight: 85, kind: 'health' },
		...OFFICES.map(([name, weight]): AgencySpec => ({ name, weight, kind: 'office' })),
		...extra.map((name): AgencySpec => ({ name, weight: 6, kind: 'office' })),
		...districts.map((name): AgencySpec => ({ name: `Kecamatan ${name}`, weight: 5, kind: 'district' }))
	];
}

const DISTRICTS = {
	tabanan: ['Selemadeg', 'Selemadeg Timur', 'Selemadeg Barat', 'Kerambitan', 'Tabanan', 'Kediri', 'Marga', 'Penebel', 'Baturiti', 'Pupuan'],
	badung: ['Kuta', 'Mengwi', 'Abiansemal', 'Petang', 'Kuta Selatan', 'Kuta Utara'],
	paser: ['Batu Sopang', 'Tanjung Harapan', 'Paser Belengkong', 'Tanah Grogot', 'Kuaro', 'Long Ikis', 'Muara Komam', 'Long Kali', 'Batu Engau', 'Muara Samu'],
	tubaba: ['Tulang Bawang Tengah', 'Tumijajar', 'Tulang Bawang Udik', 'Gunung Terang', 'Gunung Agung', 'Way Kenanga', 'Lambu Kibang', 'Pagar Dewa', 'Batu Putih'],
	belitung: ['Tanjungpandan', 'Membalong', 'Selat Nasik', 'Sijuk', 'Badau']
} as const;

export const TABANAN: Place = {
	code: '51.02', slug: 'tabanan', name: 'Kabupaten Tabanan', short: 'Tabanan', capital: 'Tabanan', bawaslu: '99.02', staff: 6900, pppkShare: 0.31,
	districts: DISTRICTS.tabanan, agencies: agencies(DISTRICTS.tabanan, 'RSUD Tabanan'), names: 'bali'
};
export const BADUNG: Place = {
	code: '51.03', slug: 'badung', name: 'Kabupaten Badung', short: 'Badung', capital: 'Mangupura', bawaslu: '99.03', staff: 8400, pppkShare: 0.36,
	districts: DISTRICTS.badung, agencies: agencies(DISTRICTS.badung, 'RSD Mangusada', ['Dinas Pariwisata', 'Dinas Perikanan']), names: 'bali'
};
export const PASER: Place = {
	code: '64.01', slug: 'paser', name: 'Kabupaten Paser', short: 'Paser', capital: 'Tana Paser', bawaslu: '99.01', staff: 5400, pppkShare: 0.24,
	districts: DISTRICTS.paser, agencies: agencies(DISTRICTS.paser, 'RSUD Panglima Sebaya'), names: 'other'
};
export const TUBABA: Place = {
	code: '18.12', slug: 'tubaba', name: 'Kabupaten Tulang Bawang Barat', short: 'Tulang Bawang Barat', capital: 'Panaragan', bawaslu: '99.12', staff: 4100, pppkShare: 0.28,
	districts: DISTRICTS.tubaba, agencies: agencies(DISTRICTS.tubaba, 'RSUD Tulang Bawang Barat'), names: 'other'
};
export const BELITUNG: Place = {
	code: '19.02', slug: 'belitung', name: 'Kabupaten Belitung', short: 'Belitung', capital: 'Tanjungpandan', bawaslu: '99.19', staff: 4000, pppkShare: 0.25,
	districts: DISTRICTS.belitung, agencies: agencies(DISTRICTS.belitung, 'RSUD dr. H. Marsidi Judono', ['Dinas Pariwisata', 'Dinas Perikanan']), names: 'other'
};
export const PLACES: readonly Place[] = [TABANAN, BADUNG, PASER, TUBABA, BELITUNG];

export const folderOf = (place: Place): string => `${place.code}-${place.slug}`;
