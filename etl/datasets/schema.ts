/** The zod schema of a dataset: canonical texts in, a typed row out. Made of the contract's rules, as its SQL is. */
import { z } from 'zod';
import type { RowValue } from '../findings.ts';
import { appointedIn } from '../normalise/nip.ts';
import type { Column, DatasetContract } from './contract.ts';
import { brokenRule } from './rules.ts';

/** A row of canonical texts, every column of the contract. */
export type CanonicalRow = Readonly<Record<string, string | null>>;

/** Canonical text → the value that is stored; call it only for a value that keeps its rules. */
export function typedValue(column: Column, value: string | null): RowValue {
	if (value === null) return null;
	if (column.type === 'integer' || column.type === 'decimal') return Number(value);
	return column.type === 'boolean' ? value === 'true' : value;
}

/** Orders by number where both columns are numbers, else as texts (dates). */
export function inOrder(column: Column, lower: string, upper: string): boolean {
	return column.type === 'integer' || column.type === 'decimal' ? Number(lower) <= Number(upper) : lower <= upper;
}

function columnSchema(column: Column, asOf: string) {
	return z
		.string()
		.nullable()
		.superRefine((value, context) => {
			const code = brokenRule(column, value, asOf);
			if (code !== null) context.addIssue({ code: 'custom', message: code, params: { code } });
		});
}

/**
 * Schema of one row. Issues carry the finding's code as message, and the column as path; `asOf` is an ISO date.
 * Order rules are asked where both columns keep their own rules.
 */
export function rowSchema(contract: DatasetContract, asOf: string): z.ZodType<Readonly<Record<string, RowValue>>, CanonicalRow> {
	const columns = new Map(contract.columns.map((column) => [column.name, column]));
	const shape = Object.fromEntries(contract.columns.map((column) => [column.name, columnSchema(column, asOf)]));
	return z
		.object(shape)
		.superRefine((row, context) => {
			for (const rule of contract.order) {
				const [lower, upper] = [row[rule.lower] ?? null, row[rule.upper] ?? null];
				const [column, other] = [columns.get(rule.lower), columns.get(rule.upper)];
				if (lower === null || upper === null || !column || !other || inOrder(column, lower, upper)) continue;
				if (brokenRule(column, lower, asOf) !== null || brokenRule(other, upper, asOf) !== null) continue;
				context.addIssue({ code: 'custom', message: rule.code, path: [rule.lower], params: { code: rule.code } });
			}
		})
		.superRefine((row, context) => {
			const [nip, person] = [row['person_key'] ?? null, columns.get('person_key')];
			if (nip === null || !person || brokenRule(person, nip, asOf) !== null) return;
			for (const name of contract.afterAppointment ?? []) {
				const [date, column] = [row[name] ?? null, columns.get(name)];
				if (date === null || !column || brokenRule(column, date, asOf) !== null || date >= appointedIn(nip)) continue;
				context.addIssue({ code: 'custom', message: 'DATE_ORDER', path: [name], params: { code: 'DATE_ORDER' } });
			}
		})
		.transform((row) => Object.fromEntries(contract.columns.map((column) => [column.name, typedValue(column, row[column.name] ?? null)])));
}
