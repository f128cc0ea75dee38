/** The zod schema of a dataset: canonical texts in, a typed row out. Made of the contract's rules, as its SQL is. */
import { z } from 'zod';
import type { RowValue } from '../findings.ts';
import type { Column, DatasetContract } from './contract.ts';
import { brokenOrders } from './orders.ts';
import { brokenRule } from './rules.ts';

/** A row of canonical texts, every column of the contract. */
export type CanonicalRow = Readonly<Record<string, string | null>>;

/** Canonical text → the value that is stored; call it only for a value that keeps its rules. */
export function typedValue(column: Column, value: string | null): RowValue {
	if (value === null) return null;
	if (column.type === 'integer' || column.type === 'decimal') return Number(value);
	return column.type === 'boolean' ? value === 'true' : value;
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
	const shape = Object.fromEntries(contract.columns.map((column) => [column.name, columnSchema(column, asOf)]));
	return z
		.object(shape)
		.superRefine((row, context) => {
			const kept = contract.columns.filter((column) => brokenRule(column, row[column.name] ?? null, asOf) === null);
			const values = Object.fromEntries(kept.map((column) => [column.name, typedValue(column, row[column.name] ?? null)]));
			for (const { code, column } of brokenOrders(contract, values)) context.addIssue({ code: 'custom', message: code, path: [column], params: { code } });
		})
		.transform((row) => Object.fromEntries(contract.columns.map((column) => [column.name, typedValue(column, row[column.name] ?? null)])));
}
