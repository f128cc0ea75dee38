/** One cell → one typed value of a contract column, or the findings that say why not. */
import type { Column, DatasetName } from '../datasets/index.ts';
import { brokenRule, MISSING_CODE } from '../datasets/rules.ts';
import type { CheckContext, RowValue } from '../findings.ts';
import { parseDate, type DateOrder, type DateProfile } from '../normalise/dates.ts';
import { parseNip } from '../normalise/nip.ts';
import { parseNumber, type NumberProfile } from '../normalise/numbers.ts';
import { cleanText, comparable, isMissing } from '../normalise/text.ts';
import { booleanForWord } from '../normalise/words.ts';
import { both, type Phrase } from '../phrase.ts';
import type { Input } from '../recognise/types.ts';
import { regionByCode, resolveRegion } from '../reference/regions.ts';
import { codeOf } from './codes.ts';

export interface Profiles {
	readonly dates: ReadonlyMap<number, DateProfile>;
	readonly numbers: ReadonlyMap<number, NumberProfile>;
	/** Percentages given as shares: no value over 1 in the column. */
	readonly shares: ReadonlySet<number>;
	/** Year for dates without one. */
	readonly year: number | null;
}

export type Typed =
	| { readonly value: RowValue }
	| { readonly code: string; readonly values?: Readonly<Record<string, Phrase>> };

const NO_DATES: DateProfile = { conflicting: false, order: 'dmy', proven: false };
const NO_NUMBERS: NumberProfile = { conflicting: false, decimal: null };
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
const ALL_DASHES = /^[\u2013\u2014-]$/;
/** Names that were looked up; forgotten when there are more than a country has. */
const MAX_REGIONS = 10_000;
const regions = new Map<string, ReturnType<typeof resolveRegion>>();

const UNFILLED = { variant: 'empty' } as const;

/** Words for "none" in a column of counts: perhaps 0, perhaps not known. */
const NIL = /^(nihil|tidak ada|tidak ada data|kosong)$/i;

/** What an empty cell of the column means. */
export const emptyValue = (column: Column): Typed => (column.required ? { code: MISSING_CODE[column.type], values: UNFILLED } : { value: null });

/** Types one cell. `date` is the row's date, for lists whose names changed meaning. */
export function typeCell(input: Input, column: Column, dataset: DatasetName, profiles: Profiles, context: CheckContext, date: string | null): Typed {
	const { cell } = input;
	if (cell.problem === 'formula_no_value') return { code: 'CELL_FORMULA_NO_VALUE' };
	if (cell.problem === 'error_value') return { code: 'CELL_ERROR_VALUE' };
	const { text } = cleanText(cell.text);
	if (isMissing(text)) return column.required && column.type === 'integer' ? countOfNothing(text, column) : emptyValue(column);
	switch (column.type) {
		case 'text':
			return { value: text.replace(/\s*\n\s*/g, ' ') };
		case 'integer':
		case 'decimal':
			return numberValue(input, text, column, profiles, context);
		case 'date':
		case 'month_or_date':
			return dateValue(input, text, column, profiles, context);
		case 'boolean': {
			const value = booleanForWord(text);
			return value === undefined ? { code: 'STATUS_UNKNOWN' } : { value };
		}
		case 'nip': {
			const result = parseNip(text, cell.numeric, context.asOf);
			return 'problem' in result ? { code: result.problem, values: { reason: result.reason } } : { value: result.nip };
		}
		case 'code': {
			const code = codeOf(column, dataset, text, date);
			return code === undefined ? { code: 'STATUS_UNKNOWN' } : code === null ? emptyValue(column) : { value: code };
		}
		case 'regency':
			return regionValue(text);
	}
}

/** A dash in a column of counts is 0; a word for nothing is asked about. */
function countOfNothing(text: string, column: Column): Typed {
	if (ALL_DASHES.test(text)) return { value: 0 };
	return NIL.test(text) ? { code: 'NUMBER_INVALID', values: { variant: 'nil' } } : emptyValue(column);
}

/** The key of source.json in which the sender says how the file writes its dates or decimals; false where nothing is said. */
function statedKey({ source }: CheckContext, key: 'date_order' | 'decimal'): string | false {
	const { mapping } = source ?? {};
	if (typeof mapping === 'object' && mapping !== null && key in mapping) return `mapping.${key}`;
	return key === 'date_order' && source?.date_order !== undefined && key;
}

function numberValue(input: Input, text: string, column: Column, profiles: Profiles, context: CheckContext): Typed {
	const { asOf } = context;
	const profile = profiles.numbers.get(input.column) ?? NO_NUMBERS;
	const parsed = input.cell.numeric ? { value: Number(text) } : parseNumber(text, profile, column.type === 'integer');
	if ('problem' in parsed) {
		const other = parseNumber(text, { conflicting: false, decimal: profile.decimal === ',' ? '.' : ',' }, column.type === 'integer');
		const stated = 'value' in other && statedKey(context, 'decimal');
		return stated ? { code: 'NUMBER_INVALID', values: { variant: 'stated', key: stated, stated: profile.decimal ?? '' } } : { code: parsed.problem, values: { why: '' } };
	}
	if (!Number.isFinite(parsed.value)) return { code: 'NUMBER_INVALID', values: { why: '' } };
	if (column.type === 'integer' && !Number.isInteger(parsed.value)) return { code: 'NUMBER_INVALID', values: { why: { id: 'bulat', en: '(a whole number is needed)' } } };
	if (column.max === 100 && parsed.value > 0 && parsed.value <= 1 && profiles.shares.has(input.column) && !text.includes('%')) return { code: 'NUMBER_AMBIGUOUS', values: { variant: 'share' } };
	return ruleFinding(parsed.value, column, asOf) ?? { value: parsed.value };
}

/** The finding for a value that breaks a rule of its column's contract; null when it keeps them. */
export function ruleFinding(value: string | number | boolean, column: Column, asOf: string): Typed | null {
	const code = brokenRule(column, String(value), asOf);
	if (code === null) return null;
	return { code, values: code === 'DATE_FUTURE' ? { asOf } : { why: '', reason: '', suggestion: '', range: boundsWords(column, Number(value)) } };
}

function boundsWords({ min = 0, max }: Column, value: number): Phrase {
	if (max === undefined || value < min) return { id: `paling sedikit ${min}`, en: `must be at least ${min}` };
	return { id: `harus ${min}–${max}`, en: `must be ${min}–${max}` };
}

function dateValue(input: Input, text: string, column: Column, profiles: Profiles, context: CheckContext): Typed {
	const profile = profiles.dates.get(input.column) ?? NO_DATES;
	const parsed = parseDate(text, profile, profiles.year);
	const stated = 'problem' in parsed && ORDERS.some((order) => 'iso' in parseDate(text, { ...profile, order }, profiles.year)) && statedKey(context, 'date_order');
	if (stated) return { code: 'DATE_INVALID', values: { variant: 'stated', key: stated, stated: profile.order } };
	if ('problem' in parsed) return { code: parsed.problem, values: { reason: parsed.reason } };
	if (column.type === 'date' && parsed.precision !== 'day') return { code: 'DATE_INVALID', values: { reason: { id: 'harinya tidak ditulis', en: 'the day is not written' } } };
	return ruleFinding(parsed.iso, column, context.asOf) ?? { value: parsed.iso };
}

function regionValue(text: string): Typed {
	const known = regions.get(text) ?? resolveRegion(text);
	if (regions.size >= MAX_REGIONS) regions.clear();
	regions.set(text, known);
	if (known.kind === 'found') return { value: known.code };
	const names = known.suggestions.map((region) => region.name);
	const suggestion = both((say) => `${say({ id: '. Maksud Anda', en: '. Did you mean' })} ${names.join(say({ id: ' atau ', en: ' or ' }))}?`);
	return { code: 'REGENCY_UNKNOWN', values: { suggestion: names.length === 0 ? '' : suggestion } };
}

/** The region's kind, for rows that name a province in a table of regencies. */
export const isProvinceName = (text: string): boolean => {
	const found = isMissing(text) ? null : resolveRegion(comparable(text));
	return found?.kind === 'found' && regionByCode(found.code)?.kind === 'province';
};
