/** A new kind of table without code: `mapping` in source.json says which heading holds which column of a dataset. */
import { z } from 'zod';
import { codesOf } from '../datasets/codes.ts';
import { CONTRACTS, type Column, type DatasetContract, type DatasetName } from '../datasets/index.ts';
import { brokenRule } from '../datasets/rules.ts';
import { comparable } from '../normalise/text.ts';
import type { Bilingual } from '../phrase.ts';
import type { Grid } from '../read/grid.ts';
import { indonesian } from '../schema-words.ts';
import { headerCandidates } from './header.ts';
import { FILLED } from './kinds/canonical.ts';
import { MAPPED_TABLE, type Recognition } from './index.ts';
import { languageOf } from './match.ts';
import { input, type Draft, type DraftValue, type Header, type Kind } from './types.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const mappingSchema = z.strictObject({
	/** Contract column → heading in the file. */
	columns: z.record(z.string(), z.string().min(1)),
	/** Contract column → word in the file → what it means; null for a word that says nothing. */
	values: z.record(z.string(), z.record(z.string(), scalar)).default({}),
	/** Contract column → value of every row. */
	constants: z.record(z.string(), scalar).default({}),
	date_order: z.enum(['dmy', 'mdy', 'ymd']).optional(),
	decimal: z.enum([',', '.']).optional(),
	/** Row of the headings as a spreadsheet shows it; without it the row that holds all headings is sought. */
	header_row: z.int().min(1).optional(),
	sheet: z.string().optional()
});
type Mapping = z.infer<typeof mappingSchema>;

/** What is wrong with a mapping, naming its key: "mapping.columns.course: …". */
export type MappingProblem = Bilingual;
export type Mapped = { readonly found: Recognition } | { readonly problems: readonly MappingProblem[] };

const problem = (key: string, id: string, en: string): MappingProblem => ({ id: `"${['mapping', key].filter(Boolean).join('.')}": ${id}`, en: `"${['mapping', key].filter(Boolean).join('.')}": ${en}` });

/** What zod says, in both languages. */
function schemaProblem(issue: z.core.$ZodIssue): MappingProblem {
	const en = issue.code === 'unrecognized_keys' ? `unknown key: ${issue.keys.map((own) => `"${own}"`).join(', ')}` : 'is missing or of another kind than docs/files.md says';
	const known = issue.code === 'unrecognized_keys' && issue.path.length === 0 ? Object.keys(mappingSchema.shape).join(', ') : '';
	return problem(issue.path.join('.'), known ? `${issue.message}; yang dikenal: ${known}` : issue.message, known ? `${en}; known are: ${known}` : en);
}

/**
 * Recognises the table that a mapping describes. `dataset` is the one the file is sent for; without it the mapping says nothing.
 * Every problem is told, each with the key it is about.
 */
export function recogniseMapped(grids: readonly Grid[], raw: unknown, dataset: DatasetName | undefined, asOf: string): Mapped {
	if (!dataset) return { problems: [problem('columns', 'sebutkan "dataset" berkas ini', 'name the "dataset" of the file')] };
	const parsed = mappingSchema.safeParse(raw, { error: indonesian });
	if (!parsed.success) return { problems: parsed.error.issues.map(schemaProblem) };
	const mapping = parsed.data;
	const contract = CONTRACTS[dataset];
	const problems = [...unknownColumns(mapping, contract), ...wrongValues(mapping, contract, asOf), ...missingColumns(mapping, contract), ...sharedHeadings(mapping, contract)];
	const place = findHeader(grids, mapping);
	if ('problems' in place) return { problems: [...problems, ...place.problems] };
	if (problems.length > 0) return { problems };
	const { grid, header } = place;
	const columns = new Map(Object.entries(mapping.columns).map(([name, heading]) => [name, header.keys.indexOf(comparable(heading))]));
	const kind = kindOf(mapping, contract);
	return { found: { grid, header, kind, match: { score: 0, language: languageOf(header), columns, missing: [] } } };
}

function unknownColumns(mapping: Mapping, contract: DatasetContract): MappingProblem[] {
	const known = new Set(contract.columns.map((column) => column.name));
	const names = contract.columns.map((column) => `"${column.name}"`).join(', ');
	return (['columns', 'values', 'constants'] as const).flatMap((part) =>
		Object.keys(mapping[part]).flatMap((name) => {
			if (!known.has(name)) return [problem(`${part}.${name}`, `dataset "${contract.name}" tidak punya kolom itu; kolomnya: ${names}`, `the dataset "${contract.name}" has no such column; its columns: ${names}`)];
			if (part === 'values' && !Object.hasOwn(mapping.columns, name)) return [problem(`values.${name}`, 'kolom itu tidak dipetakan di "mapping.columns"', 'the column is not mapped in "mapping.columns"')];
			return [];
		})
	);
}

/** Canonical text of a value in a mapping. */
const textOf = (value: z.infer<typeof scalar>): string | null => (value === null ? null : String(value));

function wrongValues(mapping: Mapping, contract: DatasetContract, asOf: string): MappingProblem[] {
	const check = (column: Column | undefined, key: string, value: z.infer<typeof scalar>): MappingProblem[] => {
		if (!column || value === null || brokenRule({ ...column, required: false }, textOf(value), asOf) === null) return [];
		const codes = column.type === 'boolean' ? ['true', 'false'] : (codesOf(column) ?? []);
		const choices = codes.map((code) => `"${code}"`).join(', ');
		const allowed = codes.length === 0 || codes.length > 60 ? { id: '', en: '' } : { id: `; pilihannya: ${choices}`, en: `; the choices: ${choices}` };
		return [problem(key, `"${value}" bukan nilai kolom "${column.name}"${allowed.id}`, `"${value}" is not a value of the column "${column.name}"${allowed.en}`)];
	};
	const columnNamed = (name: string) => contract.columns.find((column) => column.name === name);
	return [
		...Object.entries(mapping.values).flatMap(([name, words]) => Object.entries(words).flatMap(([word, value]) => check(columnNamed(name), `values.${name}.${word}`, value))),
		...Object.entries(mapping.constants).flatMap(([name, value]) => check(columnNamed(name), `constants.${name}`, value))
	];
}

function missingColumns(mapping: Mapping, contract: DatasetContract): MappingProblem[] {
	const given = new Set([...Object.keys(mapping.columns), ...Object.keys(mapping.constants)]);
	const missing = contract.columns.filter((column) => column.required && !given.has(column.name) && !FILLED.has(column.name)).map((column) => column.name);
	return missing.map((name) => problem(`columns.${name}`, 'kolom wajib itu belum dipetakan', 'this required column is not mapped'));
}

/** Types whose cells cannot be those of another. */
const HOLDS: Partial<Record<Column['type'], string>> = { integer: 'number', decimal: 'number', date: 'date', month_or_date: 'date', nip: 'nip', regency: 'regency' };

/** One heading cannot hold a date and a number; with `values` its words may say two things. */
function sharedHeadings(mapping: Mapping, contract: DatasetContract): MappingProblem[] {
	const read = contract.columns.filter(({ name, type }) => HOLDS[type] !== undefined && Object.hasOwn(mapping.columns, name) && !Object.hasOwn(mapping.values, name));
	const same = [...Map.groupBy(read, ({ name }) => comparable(mapping.columns[name] ?? '')).values()].filter((own) => new Set(own.map(({ type }) => HOLDS[type])).size > 1);
	return same.flatMap(([first, ...others]) =>
		others.map(({ name }) => problem(`columns.${name}`, `judul "${mapping.columns[name]}" sudah dipakai "${first?.name}", yang isinya jenis lain`, `the heading "${mapping.columns[name]}" is already used for "${first?.name}", which holds something else`))
	);
}

/** The header the mapping names, or the row that holds most of its headings. */
function findHeader(grids: readonly Grid[], mapping: Mapping): { grid: Grid; header: Header } | { problems: MappingProblem[] } {
	const { sheet, header_row: row } = mapping;
	const sheets = grids.filter((grid) => sheet === undefined || grid.sheet === sheet);
	if (sheets.length === 0) {
		const names = grids.flatMap((grid) => (grid.sheet === null ? [] : [`"${grid.sheet}"`])).join(', ');
		if (names === '') return { problems: [problem('sheet', 'berkas ini bukan buku kerja dan tidak berlembar; hapus kunci itu', 'this file is not a workbook and has no sheets; remove the key')] };
		return { problems: [problem('sheet', `lembar "${sheet}" tidak ada; yang ada: ${names}`, `there is no sheet "${sheet}"; there are: ${names}`)] };
	}
	const wanted = Object.entries(mapping.columns).map(([name, heading]) => ({ name, heading, key: comparable(heading) }));
	const candidates = sheets.flatMap((grid) => headerCandidates(grid).map((header) => ({ grid, header }))).filter(({ header }) => row === undefined || header.rows.includes(row));
	const fit = ({ header }: { header: Header }): number => wanted.filter(({ key }) => header.keys.includes(key)).length;
	const best = candidates.toSorted((a, b) => fit(b) - fit(a))[0];
	if (!best) return { problems: [problem('header_row', `baris ${row ?? 1} tidak ada di 25 baris pertama`, `row ${row ?? 1} is not among the first 25 rows`)] };
	const there = best.header.headings.filter((heading) => heading !== '').map((heading) => `"${heading}"`).join(', ').slice(0, 300);
	const rows = best.header.rows.join(', ');
	if (row !== undefined && fit(best) === 0) return { problems: [problem('header_row', `tidak satu pun judul yang dipetakan ada di baris ${rows}; yang ada: ${there}`, `none of the mapped headings is in row ${rows}; there are: ${there}`)] };
	const problems = wanted.flatMap(({ name, heading, key }) => {
		const times = best.header.keys.filter((own) => own === key).length;
		if (times === 1) return [];
		if (times > 1) return [problem(`columns.${name}`, `judul "${heading}" ada ${times} kali di baris ${rows}`, `the heading "${heading}" stands ${times} times in row ${rows}`)];
		return [problem(`columns.${name}`, `judul "${heading}" tidak ada di baris ${rows}; yang ada: ${there}`, `the heading "${heading}" is not in row ${rows}; there are: ${there}`)];
	});
	return problems.length > 0 ? { problems } : best;
}

function kindOf(mapping: Mapping, contract: DatasetContract): Kind {
	const words = new Map(Object.entries(mapping.values).map(([name, own]) => [name, new Map(Object.entries(own).map(([word, value]) => [comparable(word), textOf(value) ?? ''])) as ReadonlyMap<string, string>]));
	const { constants } = mapping;
	return {
		kind: MAPPED_TABLE,
		dataset: contract.name,
		title: { id: `Tabel menurut source.json: ${contract.title.id}`, en: `Table by source.json: ${contract.title.en}` },
		checkTotals: false,
		...(mapping.decimal ? { decimal: mapping.decimal } : {}),
		...(mapping.date_order ? { dateOrder: mapping.date_order } : {}),
		plain: { helpers: new Set(), words, derive: { reads: [], of: () => constants } },
		match: () => null,
		drafts: (body) =>
			body.data.map((row): Draft => {
				const cells: Record<string, DraftValue> = { ...constants };
				for (const [name, column] of body.match.columns) {
					const cell = input(row, column);
					const word = words.get(name)?.get(comparable(cell?.cell.text ?? ''));
					cells[name] = cell && word !== undefined ? { ...cell, cell: { ...cell.cell, text: word, numeric: false } } : cell;
				}
				return { row: row.row, cells };
			})
	};
}
