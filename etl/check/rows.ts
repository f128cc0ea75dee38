/** Drafts → accepted and quarantined rows of a dataset: types, bounds, orders, scope, keys. */
import { regencyColumn } from '../datasets/contract.ts';
import { brokenOrders } from '../datasets/orders.ts';
import { CONTRACTS, type Column, type DatasetContract, type DatasetName } from '../datasets/index.ts';
import type { CheckContext, CheckedRow, RowValue } from '../findings.ts';
import { profileDates, type DateProfile } from '../normalise/dates.ts';
import { profileNumbers, type NumberProfile } from '../normalise/numbers.ts';
import { cleanText, isDeceptive, isMissing } from '../normalise/text.ts';
import { appointedIn } from '../normalise/nip.ts';
import { both, type Bilingual, type Phrase } from '../phrase.ts';
import type { Cell, GridRow } from '../read/grid.ts';
import { isInput, type Draft, type Header, type Input, type Kind } from '../recognise/types.ts';
import { MAPPED_TABLE } from '../recognise/index.ts';
import { yearInTitles } from '../recognise/kinds/titles.ts';
import { regionByCode } from '../reference/regions.ts';
import { DECEPTIVE } from './deceptive.ts';
import { fillOut } from './fill.ts';
import type { Sink } from './sink.ts';
import { emptyValue, ruleFinding, typeCell, type Profiles, type Typed } from './typed.ts';

/** Given by the order of the persons in the case where the register does not number them. */
const NUMBERED_LATER = 'person_no';

/** What became of a file row. */
export type Fate = 'accepted' | 'quarantined' | 'dropped';

export interface Ledger {
	readonly fates: Map<number, Fate>;
	readonly codes: Map<number, Set<string>>;
}

export interface TypedRow {
	readonly row: number;
	readonly values: Record<string, RowValue>;
	/** Where each value came from. */
	readonly inputs: Readonly<Record<string, Input | undefined>>;
}

/** Holds a row for a finding the catalogue says holds rows. */
export function hold(ledger: Ledger, row: number, code: string): void {
	ledger.fates.set(row, 'quarantined');
	const codes = ledger.codes.get(row) ?? new Set<string>();
	ledger.codes.set(row, codes.add(code));
}

/** Texts of a file column, by what they are read as. */
export interface ColumnTexts {
	readonly dates: string[];
	readonly numbers: string[];
	/** Numbers stored as numbers: they prove no sign, but may be shares. */
	readonly stored: string[];
}

const noTexts = (): ColumnTexts => ({ dates: [], numbers: [], stored: [] });

function addText(column: ColumnTexts, cell: Cell, isDate: boolean): void {
	if (cell.numeric) column.stored.push(cell.text);
	else (isDate ? column.dates : column.numbers).push(cleanText(cell.text).text);
}

/** Order of dates and decimal sign per file column, from all its cells. */
export function profile(drafts: readonly Draft[], contract: DatasetContract, kind: Kind, header: Header, context: CheckContext): Profiles {
	const texts = new Map<number, ColumnTexts>();
	for (const draft of drafts) {
		for (const [name, value] of Object.entries(draft.cells)) {
			if (!isInput(value) || value.cell.text === '') continue;
			const type = contract.columns.find((c) => c.name === name.replace(/_add$/, ''))?.type;
			const isDate = type === 'date' || type === 'month_or_date';
			if (!isDate && type !== 'integer' && type !== 'decimal') continue;
			const column = texts.get(value.column) ?? noTexts();
			texts.set(value.column, column);
			addText(column, value.cell, isDate);
		}
	}
	return profileTexts(texts, kind, header, context);
}

/** The texts of a plain table's columns, from all its rows: a row held for one cell still tells how the others are written. */
export function plainTexts(rows: readonly GridRow[], contract: DatasetContract, columns: ReadonlyMap<string, number>): Map<number, ColumnTexts> {
	const texts = new Map<number, ColumnTexts>();
	for (const { name, type } of contract.columns) {
		const column = columns.get(name);
		const isDate = type === 'date' || type === 'month_or_date';
		if (column === undefined || (!isDate && type !== 'integer' && type !== 'decimal')) continue;
		const own = texts.get(column) ?? noTexts();
		texts.set(column, own);
		for (const { cells } of rows) {
			const cell = cells[column];
			if (cell && cell.text !== '') addText(own, cell, isDate);
		}
	}
	return texts;
}

/** The same from the texts of each column; equal texts need to be there only once, except where time stamps only rise month first. */
export function profileTexts(texts: ReadonlyMap<number, ColumnTexts>, kind: Kind, header: Header, context: CheckContext): Profiles {
	const dates = new Map<number, DateProfile>();
	const numbers = new Map<number, NumberProfile>();
	const shares = new Set<number>();
	const order = context.source?.date_order ?? kind.dateOrder;
	for (const [column, found] of texts) {
		if (found.dates.length) dates.set(column, order ? { conflicting: false, order, proven: true } : profileDates(found.dates.filter((text) => !isMissing(text))));
		if (found.numbers.length) numbers.set(column, decimalOf(found.numbers, kind));
		const values = [...found.numbers, ...found.stored].filter((text) => !isMissing(text) && /\d/.test(text));
		if (values.every((text) => SHARE.test(text)) && values.some((text) => Number(text.replace(',', '.')) > 0)) shares.add(column);
	}
	return { dates: shareProof(dates), numbers, shares, year: yearInTitles(header) ?? yearOfCycle(context) };
}

/** From 0 to 1, without a percent sign. */
const SHARE = /^(0([.,]\d+)?|1([.,]0+)?)$/;

/** What the column proves; else what the writer of such files is known to write. A sender's word counts before both. */
function decimalOf(texts: readonly string[], kind: Kind): NumberProfile {
	const stated: NumberProfile | null = kind.decimal ? { conflicting: false, decimal: kind.decimal } : null;
	if (stated && kind.kind === MAPPED_TABLE) return stated;
	const proven = profileNumbers(texts);
	return proven.conflicting || proven.decimal !== null ? proven : (stated ?? proven);
}

/** A column that proves nothing follows a column of the same file that proves its order. */
function shareProof(dates: Map<number, DateProfile>): Map<number, DateProfile> {
	const proven = new Set([...dates.values()].filter((d) => d.proven && d.order !== 'ymd').map((d) => d.order));
	const [order] = proven;
	if (proven.size === 1 && order) for (const [column, own] of dates) if (!own.proven && !own.conflicting) dates.set(column, { ...own, order, assumed: false });
	return dates;
}

function yearOfCycle(context: CheckContext): number | null {
	const year = /(\d{4})$/.exec(context.source?.cycle ?? '')?.[1];
	return year ? Number(year) : null;
}

/** Types every draft; rows with an error are held and left out. */
export function typeRows(drafts: readonly Draft[], dataset: DatasetName, profiles: Profiles, context: CheckContext, sink: Sink, ledger: Ledger): TypedRow[] {
	const contract = CONTRACTS[dataset];
	const columns = new Map(contract.columns.map((column) => [column.name, column]));
	const reported = new Set<string>();
	const rows: TypedRow[] = [];
	for (const draft of drafts) {
		const values: Record<string, RowValue> = {};
		const inputs: Record<string, Input | undefined> = {};
		const say = (column: Column, typed: Extract<Typed, { code: string }>, input: Input | undefined) => {
			const place = `${typed.code} ${draft.row} ${input?.column ?? column.name}`;
			hold(ledger, draft.row, typed.code);
			if (reported.has(place)) return;
			reported.add(place);
			const about = input ? {} : { heading: column.about };
			sink.add(typed.code, { row: draft.row, column: input?.column ?? null, value: input?.cell.text ?? null, ...about }, typed.values);
		};
		const date = dateHint(draft);
		for (const [name, value] of Object.entries(draft.cells)) {
			const column = columns.get(name.replace(/_add$/, ''));
			if (!column) continue;
			const typed = isInput(value) ? typeCell(value, column, dataset, profiles, context, date) : { value };
			if ('code' in typed) say(column, typed, isInput(value) ? value : undefined);
			else if (name.endsWith('_add')) values[column.name] = Number(values[column.name] ?? 0) + Number(typed.value ?? 0);
			else values[column.name] = typed.value;
			if (isInput(value)) inputs[column.name] ??= value;
		}
		fillOut(values, contract, context);
		for (const column of contract.columns) {
			const value = values[column.name] ?? null;
			values[column.name] = value;
			const held = ledger.codes.has(draft.row);
			const missing = value === null && !held && column.name !== NUMBERED_LATER ? emptyValue(column) : null;
			if (missing && 'code' in missing) say(column, missing, inputs[column.name]);
			const broken = value !== null && column.type !== 'text' && !isInput(draft.cells[column.name]) ? ruleFinding(value, column, context.asOf) : null;
			if (broken && 'code' in broken) say(column, broken, inputs[column.name]);
			// A text that no cell of the row holds, as the name of an activity out of its heading.
			if (typeof value === 'string' && column.type === 'text' && !isInput(draft.cells[column.name]) && isDeceptive(value)) {
				say(column, { code: 'TEXT_INVISIBLE_CHARS', values: DECEPTIVE }, undefined);
				sink.raise('quarantine_rows');
			}
		}
		if (ledger.fates.get(draft.row) === 'quarantined' && ledger.codes.get(draft.row)?.size) {
			orderRules({ row: draft.row, values, inputs }, contract, sink, ledger, true);
			continue;
		}
		rows.push({ row: draft.row, values, inputs });
	}
	const passed = rows.filter((row) => orderRules(row, contract, sink, ledger, false));
	return passed.filter((row) => ledger.fates.get(row.row) !== 'quarantined');
}

/** The date a row is about, for lists whose regime changed; only plain ISO text is needed here. */
function dateHint(draft: Draft): string | null {
	for (const name of ['sanction_date', 'proven_date', 'registered_date']) {
		const value = draft.cells[name];
		const text = isInput(value) ? value.cell.text.trim() : value;
		if (typeof text !== 'string' || text === '') continue;
		const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
		const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text);
		if (iso) return iso;
		if (numeric) return `${numeric[3]}-${(numeric[2] ?? '').padStart(2, '0')}-${(numeric[1] ?? '').padStart(2, '0')}`;
		const year = /\b(\d{4})\b/.exec(text)?.[1];
		if (year) return `${year}-07-01`;
	}
	return null;
}

const APPOINTMENT: Bilingual = { id: 'Pengangkatan menurut NIP', en: 'The appointment by the NIP' };

/** Checks the order of values; true when the row passes. Values that were refused are not compared. */
function orderRules({ row, values, inputs }: TypedRow, contract: DatasetContract, sink: Sink, ledger: Ledger, held: boolean): boolean {
	const broken = brokenOrders(contract, values).filter(({ code }) => !held || code === 'DATE_ORDER');
	const name = (column: string): Phrase => contract.columns.find((own) => own.name === column)?.about ?? column;
	for (const { code, column, upper } of broken) {
		hold(ledger, row, code);
		if (upper === null) {
			sink.add(code, { row, column: inputs[column]?.column ?? null, value: appointedIn(String(values['person_key'])) }, { lower: APPOINTMENT, upper: name(column), other: String(values[column]) });
			continue;
		}
		const input = inputs[column] ?? inputs[upper];
		const range = both((say) => `${say({ id: 'tidak boleh melebihi', en: 'must not exceed' })} ${say(name(upper))} (${values[upper]})`);
		sink.add(code, { row, column: input?.column ?? null, value: input?.cell.text ?? String(values[column]) }, { lower: name(column), upper: name(upper), other: String(values[upper]), range });
	}
	return broken.length === 0;
}

/** Rows that name another area than the sender's. */
export function scopeRows(rows: readonly TypedRow[], contract: DatasetContract, context: CheckContext, sink: Sink, ledger: Ledger): TypedRow[] {
	const name = regencyColumn(contract);
	if (context.regency === 'all' || !contract.columns.some((column) => column.name === name)) return [...rows];
	return rows.filter((row) => {
		const area = row.values[name];
		if (area === context.regency || area === null) return true;
		const input = row.inputs[name];
		const known = ledger.codes.get(row.row)?.has('REGENCY_NOT_IN_SCOPE');
		hold(ledger, row.row, 'REGENCY_NOT_IN_SCOPE');
		if (known) return false;
		sink.add('REGENCY_NOT_IN_SCOPE', { row: row.row, column: input?.column ?? null, value: input?.cell.text ?? String(area) }, { scope: `${regionByCode(context.regency)?.name ?? ''} ${context.regency}`.trim() });
		return false;
	});
}

export const toChecked = (rows: readonly TypedRow[], contract: DatasetContract): CheckedRow[] =>
	rows.map(({ row, values }) => ({ row, values: Object.fromEntries(contract.columns.map((column) => [column.name, values[column.name] ?? null])) }));
