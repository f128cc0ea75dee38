/** Headcounts: plain regional table, open data, recapitulations by agency, BPS tables of categories by year and sex. */
import { isMissing } from '../../normalise/text.ts';
import { codeForWord } from '../../normalise/words.ts';
import type { GridRow } from '../../read/grid.ts';
import { languageOf, matchAliases, type Aliases } from '../match.ts';
import { input, textAt, type Body, type Draft, type DraftValue, type Header, type Kind, type Match, type Reporter } from '../types.ts';
import { tableKind } from './table.ts';
import { asOfInTitles, employmentInTitles, yearInTitles } from './titles.ts';

function employmentOf(body: Body, reporter: Reporter): string {
	const told = reporter.context.source?.employment ?? employmentInTitles(body.header);
	if (!told) reporter.note({ id: 'jenis kepegawaian tidak disebut: dibaca sebagai ASN', en: 'the kind of employment is not stated: read as ASN (all civil servants)' });
	return told ?? 'ASN';
}

/** The end of the year a table names, when no line says "keadaan per". */
function asOfOf(body: Body, reporter: Reporter): string | null {
	const year = yearInTitles(body.header);
	return asOfInTitles(body.header) ?? reporter.context.source?.as_of ?? (year === null ? null : `${year}-12-31`);
}

const NO_NUMBERS = { id: 'tidak ada angka', en: 'no numbers' };
const GROUP_TITLE = { id: 'judul kelompok', en: 'title of a group' };

const REGIONAL: Aliases = {
	regency: ['Kabupaten/Kota', 'Kabupaten', 'Kab/Kota', 'Regency/Municipality', 'Kabupaten/Kota Regency/Municipality'],
	as_of: ['Keadaan Per', 'Per Tanggal', 'Posisi Per'],
	employment: ['Jenis Kepegawaian', 'Jenis ASN'],
	male: ['Laki-laki', 'Laki-laki/Male', 'Laki-laki Male', 'L', 'Jenis Kelamin / L', 'Jenis Kelamin / Laki-laki'],
	female: ['Perempuan', 'Perempuan/Female', 'Perempuan Female', 'P', 'Jenis Kelamin / P', 'Jenis Kelamin / Perempuan'],
	total: ['Jumlah', 'Jumlah/Total', 'Jumlah Total', 'Total', 'JML', 'Jumlah ASN', 'Jumlah PNS', 'Jumlah PPPK'],
	number: ['No']
};

/** Men and women of one row, or only all of them: rows never overlap, so that they can be added up. The typed total is checked, not loaded. */
function bySex(row: GridRow, body: Body, shared: Record<string, DraftValue>): Record<string, DraftValue>[] {
	const { columns } = body.match;
	const male = input(row, columns.get('male'));
	const female = input(row, columns.get('female'));
	const total = input(row, columns.get('total'));
	const drafts: Record<string, DraftValue>[] = [];
	if (male && female) drafts.push({ ...shared, sex: 'L', persons: male }, { ...shared, sex: 'P', persons: female });
	else if (total) drafts.push({ ...shared, sex: null, persons: total });
	return drafts;
}

/** A dash is a count of nothing; dots and blanks are not known. */
const notKnown = (text: string): boolean => isMissing(text) && !/^[\u2013\u2014-]+$/.test(text);

const allMissing = (row: GridRow, columns: readonly (number | undefined)[]): boolean =>
	columns.every((column) => column === undefined || (row.cells[column]?.problem == null && notKnown(textAt(row, column))));

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
			reporter.drop(row.row, NO_NUMBERS);
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
	match: (header) => {
		const found = matchAliases(header, AGENCY, ['agency', 'total']);
		if (!found) return null;
		const known = new Set(found.columns.values());
		const levels = header.headings.flatMap((heading, column): [string, number][] => (heading.includes(' / ') && !known.has(column) ? [[`level ${heading.slice(heading.lastIndexOf(' / ') + 3)}`, column]] : []));
		return { ...found, score: found.score + levels.length, columns: new Map([...found.columns, ...levels]) };
	},
	drafts: (body, reporter) => {
		const { columns } = body.match;
		const shared = { as_of: asOfOf(body, reporter), employment: employmentOf(body, reporter) };
		const levels = [...columns].flatMap(([name, column]) => (name.startsWith('level ') ? [{ column, name: name.slice('level '.length) }] : []));
		return body.data.flatMap((row): Draft[] => {
			const base = { ...shared, agency: input(row, columns.get('agency')) };
			const categories = levels.map(({ column, name }) => ({ ...base, sex: null, category: name, persons: input(row, column) }));
			return (categories.length > 0 ? categories : bySex(row, body, base)).map((cells) => ({ row: row.row, cells }));
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

/** Both sexes together only where a year does not give them apart. */
function withoutSums(years: readonly YearColumn[]): YearColumn[] {
	const apart = new Set(years.filter((y) => y.sex !== null).map((y) => y.year));
	return years.filter((y) => y.sex !== null || !apart.has(y.year));
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
		const years = withoutSums(yearColumns(body.header));
		const employment = employmentOf(body, reporter);
		const label = body.match.columns.get('category');
		let group = '';
		return body.data.flatMap((row): Draft[] => {
			const name = textAt(row, label);
			if (allMissing(row, years.map((y) => y.column))) {
				const heading = years.every((y) => textAt(row, y.column) === '');
				if (heading) group = name;
				reporter.drop(row.row, heading ? GROUP_TITLE : NO_NUMBERS);
				return [];
			}
			const indented = /^\s/.test(row.cells[label ?? 0]?.text ?? '');
			if (!indented) group = '';
			const category = group !== '' ? `${group}: ${name}` : name;
			return years.flatMap((y) => (notKnown(textAt(row, y.column)) ? [] : [{ row: row.row, cells: { as_of: `${y.year}-12-31`, employment, category, sex: y.sex, persons: input(row, y.column) } }]));
		});
	}
};
