/** Columns with few different texts: each text is typed once, by the code that types single cells, and joined back to the rows. */
import { profileTexts, type ColumnTexts } from '../check/rows.ts';
import { typeCell, type Profiles } from '../check/typed.ts';
import { brokenRule } from '../datasets/rules.ts';
import { CONTRACTS, type Column, type DatasetName } from '../datasets/index.ts';
import type { CheckContext, Limits } from '../findings.ts';
import { cleanText, comparable, looksLikeFormula } from '../normalise/text.ts';
import { cellOf } from '../read/csv.ts';
import type { Recognition } from '../recognise/index.ts';
import { sqlType, type Warehouse } from '../warehouse.ts';
import type { PlannedColumn } from './columns.ts';

/** Up to this many different texts are typed one by one. */
const MAX_TEXTS = 200_000;
const isDate = (column: Column): boolean => column.type === 'date' || column.type === 'month_or_date';

/** A text that the row-by-row check might clean or report. */
export function needsALook(text: string): boolean {
	const clean = cleanText(text);
	return clean.deceptive || clean.invisible || looksLikeFormula(text) || text.startsWith('#');
}

export interface Dictionary {
	readonly planned: PlannedColumn;
	readonly cell: number;
	readonly texts: readonly string[];
	/** Its table; columns of the same cell and kind share one. */
	readonly table: string;
}

/** What a column asks of a text, whatever it is called. */
const likeness = ({ column, otherwise }: PlannedColumn): string => JSON.stringify([{ ...column, name: '', about: '', standIn: '' }, otherwise]);
const sameKind = (a: PlannedColumn, b: PlannedColumn): boolean => likeness(a) === likeness(b);

/** Different texts of every column that is typed by dictionary. Null when a column that must be has too many. */
export async function findTexts(source: string, plan: readonly PlannedColumn[], { kind }: Recognition, warehouse: Warehouse): Promise<Dictionary[] | null> {
	const found: Dictionary[] = [];
	const known = new Map<number, string[]>();
	for (const planned of plan) {
		const { origin, column } = planned;
		if (origin.of !== 'cell' || column.type === 'nip') continue;
		const texts = known.get(origin.cell) ?? (await warehouse.all(`SELECT DISTINCT c${origin.cell} AS text FROM ${source} WHERE c${origin.cell} IS NOT NULL LIMIT ${MAX_TEXTS + 1}`)).map((row) => String(row.text));
		known.set(origin.cell, texts);
		// Free texts may all be different; they are judged in SQL then.
		if (texts.length > MAX_TEXTS && column.type === 'text') continue;
		if (texts.length > MAX_TEXTS) return null;
		const alike = kind.plain?.words ? undefined : found.find((other) => other.cell === origin.cell && sameKind(other.planned, planned));
		found.push({ planned, cell: origin.cell, texts, table: alike?.table ?? `d${found.length}` });
	}
	return found;
}

/**
 * How the dates and numbers of the file are written. Null when only the order of the rows could prove a column of dates
 * (time stamps that rise): then the rows are read one by one.
 */
export function profileDictionaries(dictionaries: readonly Dictionary[], { kind, header }: Recognition, context: CheckContext): Profiles | null {
	const columns = new Map<number, ColumnTexts>();
	for (const { planned, cell, texts } of dictionaries) {
		const { column } = planned;
		if (!isDate(column) && column.type !== 'integer' && column.type !== 'decimal') continue;
		const own = columns.get(cell) ?? { dates: [], numbers: [], stored: [] };
		columns.set(cell, own);
		const list = isDate(column) ? own.dates : own.numbers;
		for (const text of texts) list.push(cleanText(text).text);
	}
	const profiles = profileTexts(columns, kind, header, context);
	const stamps = [...columns].some(([cell, { dates }]) => profiles.dates.get(cell)?.proven === false && dates.some((text) => /\d{1,2}[:.]\d{2}/.test(text)));
	return stamps ? null : profiles;
}

/** Stores a dictionary as a table: `raw`, `value` (canonical text or NULL), `typed` (the same as it is stored), `broken` (code or NULL). Says whether nothing in it is broken, and its least value. */
export async function storeDictionary(dictionary: Dictionary, { kind }: Recognition, dataset: DatasetName, profiles: Profiles, context: CheckContext, limits: Limits, warehouse: Warehouse): Promise<{ fine: boolean; least: string | null }> {
	const { planned, cell, texts, table } = dictionary;
	let least: string | null = null;
	const words = kind.plain?.words?.get(planned.column.name);
	let fine = true;
	await warehouse.run('CREATE OR REPLACE TABLE texts (raw VARCHAR, "value" VARCHAR, broken VARCHAR)');
	const appender = await warehouse.connection.createAppender('texts');
	for (const text of texts) {
		const typed = typeCell({ cell: cellOf(words?.get(comparable(text)) ?? text, 0, cell, limits.cellLength), column: cell }, planned.column, dataset, profiles, context, null);
		const value = 'code' in typed || typed.value === null ? null : String(typed.value);
		const broken = 'code' in typed ? typed.code : needsALook(text) ? 'TEXT_INVISIBLE_CHARS' : (brokenRule(planned.column, value ?? (planned.otherwise === null ? null : String(planned.otherwise)), context.asOf) ?? outOfScope(planned.column, value, context));
		fine &&= broken === null;
		if (broken === null && value !== null && (least === null || value < least)) least = value;
		appender.appendVarchar(text);
		if (value === null) appender.appendNull();
		else appender.appendVarchar(value);
		if (broken === null) appender.appendNull();
		else appender.appendVarchar(broken);
		appender.endRow();
	}
	appender.closeSync();
	await warehouse.run(`CREATE TABLE ${table} AS SELECT *, CAST("value" AS ${sqlType(CONTRACTS[dataset], planned.column.name)}) AS typed FROM texts`);
	return { fine, least };
}

const outOfScope = ({ name }: Column, value: string | null, { regency }: CheckContext): string | null => (name === 'regency' && regency !== 'all' && value !== null && value !== regency ? 'REGENCY_NOT_IN_SCOPE' : null);
