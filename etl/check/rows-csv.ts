/** `check --rows`: the rows that would be accepted, canonical columns, NIP masked. */
import type { DatasetContract } from '../datasets/index.ts';
import type { CheckedRow } from '../findings.ts';
import { maskNip } from '../normalise/nip.ts';

const escape = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** First line: the row in the sender's file, then the contract's column names. */
export const csvHead = (contract: DatasetContract): string => `${['row', ...contract.columns.map((c) => c.name)].join(',')}\r\n`;

/** Rows as CSV lines below `csvHead`. Text that looks like a formula gets an apostrophe. */
export function csvLines(contract: DatasetContract, rows: readonly CheckedRow[]): string {
	const lines: string[] = [];
	for (const { row, values } of rows) {
		const cells = contract.columns.map((c) => {
			const value = values[c.name];
			if (value === null || value === undefined) return '';
			if (typeof value !== 'string') return String(value);
			const masked = value.replace(/\d{18}/g, maskNip);
			return escape(/^[=+\-@\t\r]/.test(masked) ? `'${masked}` : masked);
		});
		lines.push([String(row), ...cells].join(','));
	}
	return lines.map((line) => `${line}\r\n`).join('');
}
