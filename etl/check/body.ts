/** Rows below a header → typed rows in scope: the part of a check that is done row by row, for a whole file or for some rows of a large one. */
import { CONTRACTS, type DatasetContract, type DatasetName } from '../datasets/index.ts';
import type { CheckContext } from '../findings.ts';
import { codeForWord } from '../normalise/words.ts';
import type { Bilingual } from '../phrase.ts';
import type { GridRow } from '../read/index.ts';
import type { Body, Draft, Recognition, Reporter } from '../recognise/index.ts';
import type { Told } from './recognised.ts';
import { hold, plainTexts, profile, profileTexts, scopeRows, typeRows, type Ledger, type TypedRow } from './rows.ts';
import { Sink } from './sink.ts';
import { checkTexts, checkWidths } from './structure.ts';
import { checkRowTotals, checkTotalRows } from './totals.ts';
import type { Profiles } from './typed.ts';

/** Types `data`. `given`: how dates and numbers of the whole file are written, when `data` is only a part of it. */
export function typeBody(
	recognition: Recognition,
	rows: { readonly data: readonly GridRow[]; readonly totals: readonly GridRow[] },
	dataset: DatasetName,
	context: CheckContext,
	sink: Sink,
	ledger: Ledger,
	told: Told,
	given: Profiles | null = null
): { rows: TypedRow[]; profiles: Profiles } {
	const contract = CONTRACTS[dataset];
	checkWidths(recognition, rows.data, sink, ledger);
	const whole = rows.data.filter((row) => !ledger.codes.has(row.row));
	checkTexts(rows.data, recognition.kind.unspoken?.(recognition.header) ?? [], typedColumns(recognition, rows.data, contract), sink, ledger);
	const body: Body = { ...recognition, data: rows.data.filter((row) => !ledger.codes.has(row.row)), totals: rows.totals };
	checkErrorCells(body, sink, ledger);
	const drafts = makeDrafts(recognition, body, context, sink, ledger, told);
	const profiles = given ?? profileOf(recognition, whole, drafts, contract, context);
	const typed = typeRows(drafts, dataset, profiles, context, sink, ledger);
	for (const row of typed) if (employmentDiffers(row)) told.drop(row.row, EMPLOYMENT_BY_NIP);
	const all: Body = { ...body, data: rows.data };
	checkTotalRows(all, recognition.kind, sink, ledger);
	checkRowTotals(all, sink, ledger);
	return { rows: scopeRows(typed.filter((row) => !ledger.codes.has(row.row)), contract, context, sink, ledger), profiles };
}

/** Columns whose cells must be a number, a date, a word of a list, a NIP: not free text. */
function typedColumns({ kind, match }: Recognition, rows: readonly GridRow[], contract: DatasetContract): Set<number> {
	const nip = kind.nipColumn?.(match, rows);
	const found = contract.columns.flatMap(({ name, type }) => (type === 'text' ? [] : (match.columns.get(name) ?? [])));
	return new Set(nip === undefined ? found : [...found, nip]);
}

const EMPLOYMENT_BY_NIP: Bilingual = { id: 'jenis kepegawaian diambil dari NIP, bukan dari kolomnya yang berbunyi lain', en: 'the kind of employment is taken from the NIP, not from its column, which says otherwise' };

/** The column of the kind of employment says something else than the NIP, which counts. */
function employmentDiffers({ values, inputs }: TypedRow): boolean {
	const text = inputs['employment']?.cell.text;
	const said = text === undefined || values['person_key'] == null ? null : codeForWord('employment', text);
	return said != null && said !== 'ASN' && said !== values['employment'];
}

function profileOf({ kind, match, header }: Recognition, rows: readonly GridRow[], drafts: readonly Draft[], contract: DatasetContract, context: CheckContext): Profiles {
	return kind.plain ? profileTexts(plainTexts(rows, contract, match.columns), kind, header, context) : profile(drafts, contract, kind, header, context);
}

/** Formula and error cells hold their row, also in columns that only stand beside what is loaded (a total). */
function checkErrorCells(body: Body, sink: Sink, ledger: Ledger): void {
	const used = new Set(body.match.columns.values());
	for (const row of body.data) {
		row.cells.forEach((cell, column) => {
			if (!cell.problem || !used.has(column)) return;
			const code = cell.problem === 'formula_no_value' ? 'CELL_FORMULA_NO_VALUE' : 'CELL_ERROR_VALUE';
			hold(ledger, row.row, code);
			sink.add(code, { row: row.row, column, value: cell.text });
		});
	}
}

function makeDrafts(recognition: Recognition, body: Body, context: CheckContext, sink: Sink, ledger: Ledger, told: Told): Draft[] {
	const reporter: Reporter = {
		context,
		language: recognition.match.language,
		drop: (row, why) => {
			ledger.fates.set(row, 'dropped');
			told.drop(row, why);
		},
		find: (code, at, values) => {
			if (at.row !== undefined && Sink.holdsRow(code)) hold(ledger, at.row, code);
			sink.add(code, { row: at.row ?? null, column: at.column ?? null, value: at.value ?? null }, values);
		},
		dates: (own) => {
			if (!own.conflicting) told.orders.add(own.order);
		},
		note: (words) => told.note(words)
	};
	const usable: Body = { ...body, data: body.data.filter((row) => !ledger.codes.has(row.row)) };
	return recognition.kind.drafts?.(usable, reporter) ?? [];
}
