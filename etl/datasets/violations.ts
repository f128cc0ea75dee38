/** The SQL predicates of a dataset: what is wrong with each row of a table of canonical texts. Made of the contract's rules, as its zod schema is. */
import type { Column, DatasetContract, OrderRule } from './contract.ts';
import { columnOf } from './contract.ts';
import { brokenRuleSql, helperSql } from './rules.ts';

export interface Violation {
	/** Column the finding is about. */
	readonly column: string;
	/** SQL expression: the finding's code, or NULL. */
	readonly sql: string;
}

const quoted = (name: string): string => `"${name}"`;

/** Helper columns that the predicates refer to, as `expression AS name`. */
export const helperColumns = (contract: DatasetContract, expressionOf: (name: string) => string = quoted): string[] => contract.columns.flatMap((column) => helperSql(column, expressionOf(column.name)));

/** What each column of the contract breaks by itself. `expressionOf` gives the VARCHAR expression of a column, by default its name. */
export function columnViolations(contract: DatasetContract, asOf: string, expressionOf: (name: string) => string = quoted): Violation[] {
	return contract.columns.map((column) => ({ column: column.name, sql: brokenRuleSql(column, expressionOf(column.name), asOf) }));
}

/** Pairs out of order. Expressions must hold values that keep their own rules, or NULL. */
export function orderViolations(contract: DatasetContract, expressionOf: (name: string) => string): Violation[] {
	const appointed = (contract.afterAppointment ?? []).map((column) => ({ column, sql: `CASE WHEN ${expressionOf(column)} < ${appointedSql(expressionOf('person_key'))} THEN 'DATE_ORDER' END` }));
	return [...contract.order.map((rule) => ({ column: rule.lower, sql: orderSql(rule, columnOf(contract, rule.lower), expressionOf) })), ...appointed];
}

/** `appointedIn` in SQL. */
const appointedSql = (nip: string): string => `(substr(${nip}, 9, 4) || CASE WHEN substr(${nip}, 13, 2) <= '12' THEN '-' || substr(${nip}, 13, 2) ELSE '' END)`;

function orderSql(rule: OrderRule, column: Column, expressionOf: (name: string) => string): string {
	const number = column.type === 'integer' || column.type === 'decimal';
	const of = (name: string): string => (number ? `CAST(${expressionOf(name)} AS DOUBLE)` : expressionOf(name));
	return `CASE WHEN ${of(rule.lower)} > ${of(rule.upper)} THEN '${rule.code}' END`;
}
