/** Headcounts: plain regional table, open data, recapitulations by agency, BPS tables of categories by year and sex. */
import { comparable, isMissing } from '../../normalise/text.ts';
import { codeForWord } from '../../normalise/words.ts';
import type { GridRow } from '../../read/grid.ts';
import { languageOf, matchAliases, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Draft, type DraftValue, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { tableKind } from './table.ts';
import { asOfInTitles, employmentInTitles, yearInTitles } from './titles.ts';

function employmentOf(body: Body, reporter: Reporter): string {
	const told = reporter.context.source?.employment ?? employmentInTitles(body.header);
	if (!told) reporter.note('jenis kepegawaian tidak disebut: dibaca sebagai ASN');
	return told ?? 'ASN';
}

/** The end of the year a table names, when no line says "keadaan per". */
function asOfOf(body: Body, reporter: Reporter): string | null {
	const year = yearInTitles(body.header);
	return asOfInTitles(body.header) ?? reporter.context.source?.as_of ?? (year === null ? null : `${year}-12-31`);
}

const REGIONAL: Aliases = {
	regency: ['Kabupaten/Kota', 'Kabupaten', 'Kab/Kota', 'Regency/Municipality', 'Kabupaten/Kota Regency/Municipality'],
	as_of: ['Keadaan Per', 'Per Tanggal', 'Posisi Per'],
	employment: ['Jenis Kepegawaian', 'Jenis ASN'],
	male: ['Laki-laki', 'Laki-laki/Male', 'Laki-laki Male', 'L', 'Jenis Kelamin / L', 'Jenis Kelamin / Laki-laki'],
	female: ['Perempuan', 'Perempuan/Female', 'Perempuan Female', 'P', 'Jenis Kelamin / P', 'Jenis Kelamin / Perempuan'],
	total: ['Jumlah', 'Jumlah/Total', 'Jumlah Total', 'Total', 'JML', 'Jumlah ASN', 'Jumlah PNS', 'Jumlah PPPK'],
	number: ['No']
};

/** Men, women and all of one row; the typed total must agree with its parts. */
function bySex(row: GridRow, body: Body, shared: Record<string, DraftValue>): Record<string, DraftValue>[] {
	const { columns } = body.match;
	const male = input(row, columns.get('male'));
	const female = input(row, columns.get('female'));
	const total = input(row, columns.get('total'));
	const drafts: Record<string, DraftValue>[] = [];
	if (male) drafts.push({ ...shared, sex: 'L', persons: male });
	if (female) drafts.push({ ...shared, sex: 'P', persons: female });
	if (total) drafts.push({ ...shared, sex: null, persons: total });
	else if (male && female) drafts.push({ ...shared, sex: null, persons: male, persons_add: female });
	return drafts;
}

const allMissing = (row: GridRow, columns: readonly (number | undefined)[]): boolean =>
	columns.every((column) => column === undefined || (row.cells[column]?.problem == null && isMissing(comparable(textAt(row, column)))));

export const regionalHeadcount: Kind = tableKind({
	kind: 'headcount_regional',
	dataset: 'headcount',
	title: { id: 'Jumlah ASN per daerah', en: 'Headcount by region' },
	strict: true,
	aliases: REGIONAL,
	required: ['regency', 'total'],
	helpers: ['male', 'female', 'total', 'number'],
	shape: (row, cells, body, reporter) => {
		const { columns } = body.match;
		if (allMissing(row, [columns.get('male'), columns.get('female'), columns.get('total')])) {
			reporter.drop(row.row, 'tidak ada angka');
			return [];
		}
		return bySex(row, body, { regency: cells['regency'] ?? null, as_of: cells['as_of'] ?? asOfOf(body, reporter), employment: cells['employment'] ?? employmentOf(body, reporter) });
	}
});

export const openDataHeadcount: Kind = tableKind({
	kind: 'headcount_open_data',
	dataset: 'headcount',
	title: { id: 'Data terbuka jumlah ASN', en: 'Open data headcount' },
	weight: 3,
	aliases: {
		regency: ['nama_kabupaten_kota'],
		sex: ['jenis_kelamin'],
		category: ['pendidikan', 'jenis_jabatan', 'golongan'],
		persons: ['jumlah_pns', 'jumlah_asn', 'jumlah_pppk', 'jumlah_pegawai', 'jumlah'],
		year: ['tahun'],
		unit: ['satuan'],
		code: ['kode_kabupaten_kota']
	},
	required: ['regency', 'persons', 'year'],
	helpers: ['year', 'unit', 'code'],
	shape: (row, cells, body, reporter) => {
		const year = textAt(row, body.match.columns.get('year'));
		const told = reporter.context.source?.employment;
		return [{ ...cells, as_of: /^\d{4}$/.test(year) ? `${year}-12-31` : input(row, body.match.columns.get('year')), employment: told ?? employmentOf(body, reporter) }];
	}
});

const AGENCY: Aliases = {
	agency: ['Instansi', 'Unit Kerja', 'OPD', 'Perangkat Daerah', 'Nama Instansi', 'Nama OPD'],
	male: [...(REGIONAL['male'] ?? [])],
	female: [...(REGIONAL['female'] ?? [])],
	total: [...(REGIONAL['total'] ?? [])],
	number: ['No']
};

/** `Instansi` with men, women and total, or with levels of education and a total. */
export const agencyHeadcount: Kind = {
	kind: 'headcount_by_agency',
	dataset: 'headcount',
	title: { id: 'Rekapitulasi pegawai per instansi', en: 'Headcount by agency' },
	match: (header) => matchAliases(header, AGENCY, ['agency', 'total']),
	drafts: (body, reporter) => {
		const { columns } = body.match;
		const shared = { as_of: asOfOf(body, reporter), employment: employmentOf(body, reporter) };
		const known = new Set(columns.values());
		const levels = body.header.headings.flatMap((heading, column) => (heading.includes(' / ') && !known.has(column) ? [{ column, name: heading.slice(heading.lastIndexOf(' / ') + 3) }] : []));
		return body.data.flatMap((row): Draft[] => {
			const base = { ...shared, agency: input(row, columns.get('agency')) };
			const categories = levels.map(({ column, name }) => ({ ...base, sex: null, category: name, persons: input(row, column) }));
			return [...categories, ...bySex(row, body, base)].map((cells) => ({ row: row.row, cells }));
		});
	}
};

interface YearColumn {
	readonly column: number;
	readonly year: string;
	readonly sex: 'L' | 'P' | null;
}

const YEAR_HEADING = /^(20\d{2}) \/ (.+)$/;

function yearColumns(header: Header): YearColumn[] {
	return header.keys.flatMap((key, column) => {
		const found = YEAR_HEADING.exec(key);
		if (!found) return [];
		const word = found[2] ?? '';
		const sex = /^(jumlah|total)/.test(word) ? null : codeForWord('sex', word);
		return sex === undefined ? [] : [{ column, year: found[1] ?? '', sex: sex === 'L' || sex === 'P' ? sex : null }];
	});
}

/** BPS "Dalam Angka": categories down, years over sexes across; groups without numbers head what follows. */
export const bpsTable: Kind = {
	kind: 'bps_table',
	dataset: 'headcount',
	title: { id: 'Tabel BPS Dalam Angka', en: 'BPS table' },
	match: (header): Match | null => {
		const years = yearColumns(header);
		if (years.length < 2) return null;
		return { score: 8 + years.length, language: languageOf(header) ?? 'id', columns: new Map([['category', header.keys.findIndex((key) => key !== '')], ...years.map((y): [string, number] => [`persons ${y.year} ${y.sex ?? ''}`, y.column])]), missing: [] };
	},
	drafts: (body, reporter) => {
		const years = yearColumns(body.header);
		const employment = employmentOf(body, reporter);
		const label = body.match.columns.get('category');
		let group = '';
		const drafts = body.data.flatMap((row): Draft[] => {
			const name = textAt(row, label);
			if (allMissing(row, years.map((y) => y.column))) {
				const heading = years.every((y) => textAt(row, y.column) === '');
				if (heading) group = name;
				reporter.drop(row.row, heading ? 'judul kelompok' : 'tidak ada angka');
				return [];
			}
			const indented = /^\s/.test(row.cells[label ?? 0]?.text ?? '');
			if (!indented) group = '';
			const category = group !== '' ? `${group}: ${name}` : name;
			return years.flatMap((y) => (isMissing(comparable(textAt(row, y.column))) ? [] : [{ row: row.row, cells: { as_of: `${y.year}-12-31`, employment, category, sex: y.sex, persons: input(row, y.column) } }]));
		});
		return [...drafts, ...yearTotals(body, years, employment)];
	}
};

/** The printed total is the only row without a category: the headcount of the region. */
function yearTotals(body: Body, years: readonly YearColumn[], employment: string): Draft[] {
	return body.totals.slice(-1).flatMap((row) => years.map((y) => ({ row: row.row, cells: { as_of: `${y.year}-12-31`, employment, sex: y.sex, persons: input(row, y.column) } })));
}
