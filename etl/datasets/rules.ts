/**
 * The rules of a contract, declared once: every rule says what is wrong with a canonical value, for one value in TypeScript
 * and for a million rows in SQL. `schema.ts` makes the zod schema of them, `violations.ts` the SQL; a property test proves
 * that the two agree.
 *
 * Canonical text: integer `12`, decimal `70.5`, date `2026-03-05`, boolean `true`, NIP its 18 digits, regency and code their
 * code, text as it is. Null = no value.
 */
import { parseNip } from '../normalise/nip.ts';
import { isDeceptive, SQL_DECEPTIVE } from '../normalise/text.ts';
import { codesOf } from './codes.ts';
import type { Column } from './contract.ts';

export interface Rule {
	/** Code of the finding, or null when the value keeps the rule. */
	readonly broken: (value: string, asOf: string) => string | null;
	/** The same as an SQL expression: the code or NULL. `value` is a VARCHAR expression that is not null; `asOf` an SQL literal. */
	readonly sql: (value: string, asOf: string) => string;
}

/** What the absence of a required value is called, by type. */
export const MISSING_CODE: Readonly<Record<Column['type'], string>> = {
	text: 'ROW_WIDTH',
	integer: 'NUMBER_INVALID',
	decimal: 'NUMBER_INVALID',
	date: 'DATE_INVALID',
	month_or_date: 'DATE_INVALID',
	boolean: 'STATUS_UNKNOWN',
	code: 'STATUS_UNKNOWN',
	nip: 'NIP_FORMAT',
	regency: 'REGENCY_UNKNOWN'
};

const when = (condition: (value: string, asOf: string) => string, code: string) => (value: string, asOf: string) => `CASE WHEN ${condition(value, asOf)} THEN '${code}' END`;

function pattern(expression: string, code: string): Rule {
	const whole = new RegExp(`^(?:${expression})$`);
	return { broken: (value) => (whole.test(value) ? null : code), sql: when((value) => `NOT regexp_full_match(${value}, '${expression}')`, code) };
}

const INTEGER = pattern('-?[0-9]{1,15}', 'NUMBER_INVALID');
const DECIMAL = pattern('-?[0-9]{1,15}([.][0-9]{1,15})?', 'NUMBER_INVALID');
const BOOLEAN = pattern('true|false', 'STATUS_UNKNOWN');
const DAY = '(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}';
const MONTH = '(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2]))?';

const DAY_ONLY = new RegExp(`^${DAY}$`);
const MONTH_ONLY = new RegExp(`^${MONTH}$`);

/** A day of the calendar between 1900 and 2199. */
function isDay(value: string): boolean {
	const time = new Date(`${value}T00:00:00Z`);
	return DAY_ONLY.test(value) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}

const DATE: Rule = {
	broken: (value) => (isDay(value) ? null : 'DATE_INVALID'),
	sql: when((value) => `NOT regexp_full_match(${value}, '${DAY}') OR try_cast(${value} AS DATE) IS NULL`, 'DATE_INVALID')
};
const MONTH_OR_DATE: Rule = {
	broken: (value) => (MONTH_ONLY.test(value) || isDay(value) ? null : 'DATE_INVALID'),
	sql: when((value) => `NOT regexp_full_match(${value}, '${MONTH}') AND (NOT regexp_full_match(${value}, '${DAY}') OR try_cast(${value} AS DATE) IS NULL)`, 'DATE_INVALID')
};
/** After the as-of date; texts of the same form compare as dates. */
const NOT_FUTURE: Rule = { broken: (value, asOf) => (value > asOf ? 'DATE_FUTURE' : null), sql: when((value, asOf) => `${value} > ${asOf}`, 'DATE_FUTURE') };
const TEXT: Rule = { broken: (value) => (isDeceptive(value) ? 'TEXT_INVISIBLE_CHARS' : null), sql: when((value) => SQL_DECEPTIVE(value), 'TEXT_INVISIBLE_CHARS') };

function bounds({ min, max }: Column): Rule[] {
	const rules: Rule[] = [];
	if (min !== undefined) {
		const below = (value: string): string | null => (Number(value) >= min ? null : Number(value) < 0 ? 'VALUE_NEGATIVE' : 'VALUE_OUT_OF_RANGE');
		rules.push({ broken: below, sql: (value) => `CASE WHEN CAST(${value} AS DOUBLE) >= ${min} THEN NULL WHEN CAST(${value} AS DOUBLE) < 0 THEN 'VALUE_NEGATIVE' ELSE 'VALUE_OUT_OF_RANGE' END` });
	}
	if (max !== undefined) rules.push({ broken: (value) => (Number(value) > max ? 'VALUE_OUT_OF_RANGE' : null), sql: when((value) => `CAST(${value} AS DOUBLE) > ${max}`, 'VALUE_OUT_OF_RANGE') });
	return rules;
}

function listed(column: Column): Rule[] {
	const codes = codesOf(column);
	if (codes === null) return [];
	const known = new Set(codes);
	const code = MISSING_CODE[column.type];
	return [{ broken: (value) => (known.has(value) ? null : code), sql: when((value) => `${value} NOT IN (${codes.map((own) => `'${own.replaceAll("'", "''")}'`).join(', ')})`, code) }];
}

/** Name of the helper column with the digits of a NIP column as a number; whoever asks `brokenRuleSql` provides it. */
export const digitsOf = (column: Pick<Column, 'name'>): string => `digits_${column.name}`;

/** Helper columns that the SQL of a column's rules refers to, as `expression AS name`; cast once, because it is asked many times. */
export const helperSql = (column: Column, value: string): string[] => (column.type === 'nip' ? [`try_cast(${value} AS BIGINT) AS "${digitsOf(column)}"`] : []);

/**
 * NIP by arithmetic on its 18 digits: the same as `parseNip`, whose docstring has the rule.
 * Digits 1-8 birth, 9-14 appointment (year, month or contract code from 21), 15 sex, 16-18 sequence.
 */
function nipSql(value: string, asOf: string, digits: string): string {
	const part = (divisor: string, size: number): string => `(${digits} // ${divisor}) % ${size}`;
	const [birthYear, birthMonth, birthDay] = [part('100000000000000', 10_000), part('1000000000000', 100), part('10000000000', 100)];
	const [year, code, sex] = [part('1000000', 10_000), part('10000', 100), part('1000', 10)];
	const birth = `(${digits} // 10000000000)`;
	const lastDay = `CASE WHEN ${birthMonth} IN (4, 6, 9, 11) THEN 30 WHEN ${birthMonth} <> 2 THEN 31 WHEN ${birthYear} % 4 = 0 AND (${birthYear} % 100 <> 0 OR ${birthYear} % 400 = 0) THEN 29 ELSE 28 END`;
	const asOfDay = `CAST(replace(${asOf}, '-', '') AS BIGINT)`;
	return `CASE
		WHEN NOT regexp_full_match(${value}, '[1-9][0-9]{17}') THEN 'NIP_FORMAT'
		WHEN ${digits} % 1000 = 0 THEN 'NIP_LOST_DIGITS'
		WHEN ${birthYear} < 1900 OR ${birthMonth} NOT BETWEEN 1 AND 12 OR ${birthDay} < 1 OR (${birthDay} > 28 AND ${birthDay} > ${lastDay}) OR ${birth} > ${asOfDay} THEN 'NIP_DATE'
		WHEN NOT (${code} BETWEEN 1 AND 12 OR ${code} BETWEEN 21 AND 39) OR ${year} < 1950 OR ${year} > ${asOfDay} // 10000 OR (${code} >= 21 AND ${year} < 2019) THEN 'NIP_DATE'
		WHEN ${code} <= 12 AND ${year} * 100 + ${code} > ${asOfDay} // 100 THEN 'NIP_DATE'
		WHEN ${year} - ${birthYear} < 16 THEN 'NIP_DATE'
		WHEN ${sex} NOT IN (1, 2) THEN 'NIP_FORMAT' END`;
}

const nip = (column: Column): Rule => ({
	broken: (value, asOf) => {
		if (!/^[1-9]\d{17}$/.test(value)) return 'NIP_FORMAT';
		const parsed = parseNip(value, false, asOf);
		return 'problem' in parsed ? parsed.problem : null;
	},
	sql: (value, asOf) => nipSql(value, asOf, `"${digitsOf(column)}"`)
});

const BY_TYPE: Readonly<Record<Column['type'], (column: Column) => readonly Rule[]>> = {
	text: () => [TEXT],
	integer: (column) => [INTEGER, ...bounds(column)],
	decimal: (column) => [DECIMAL, ...bounds(column)],
	date: (column) => [DATE, ...(column.notFuture ? [NOT_FUTURE] : [])],
	month_or_date: (column) => [MONTH_OR_DATE, ...(column.notFuture ? [NOT_FUTURE] : [])],
	boolean: () => [BOOLEAN],
	code: listed,
	nip: (column) => [nip(column)],
	regency: listed
};

/** The rules of a column in the order in which they are asked; the first one broken counts. */
export function rulesOf(column: Column): readonly Rule[] {
	const known = made.get(column) ?? BY_TYPE[column.type](column);
	made.set(column, known);
	return known;
}
const made = new WeakMap<Column, readonly Rule[]>();

/** The finding a canonical value gives, or null. Null values: `MISSING_CODE` where the column is required. */
export function brokenRule(column: Column, value: string | null, asOf: string): string | null {
	if (value === null) return column.required ? MISSING_CODE[column.type] : null;
	for (const rule of rulesOf(column)) {
		const code = rule.broken(value, asOf);
		if (code !== null) return code;
	}
	return null;
}

/** The same in SQL: an expression that gives the code or NULL. `expression` is a VARCHAR, `asOf` an SQL literal; the columns of `helperSql` stand beside it. */
export function brokenRuleSql(column: Column, expression: string, asOf: string): string {
	const [first, ...others] = rulesOf(column).map((rule) => rule.sql(expression, asOf));
	const missing = column.required ? `'${MISSING_CODE[column.type]}'` : 'NULL';
	if (first === undefined) return `CASE WHEN ${expression} IS NULL THEN ${missing} END`;
	// coalesce keeps the order: a cast further down never sees what an earlier rule refuses.
	const chain = others.reduceRight<string>((rest, own) => (rest === '' ? own : `coalesce(${own}, ${rest})`), '');
	const all = chain === '' ? first : `coalesce(${first}, ${chain})`;
	return `CASE WHEN ${expression} IS NULL THEN ${missing} ELSE ${all} END`;
}
