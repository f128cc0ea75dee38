/** Rows that repeat: identical ones are kept once, same key with other content is held. */
import { columnOf } from '../datasets/contract.ts';
import type { DatasetContract } from '../datasets/index.ts';
import type { RowValue } from '../findings.ts';
import { both } from '../phrase.ts';
import type { Grid } from '../read/grid.ts';
import { hold, type Ledger, type TypedRow } from './rows.ts';
import type { Sink } from './sink.ts';

const joined = (values: readonly (RowValue | undefined)[]): string => values.map((value) => (value == null ? '\u0000' : String(value))).join('\u001f');

/** Numbers the persons of a case where the register does not: by first appearance of each NIP. */
export function numberPersons(rows: readonly TypedRow[]): void {
	const cases = new Map<RowValue | undefined, Map<string, number>>();
	for (const { values } of rows) {
		if (values['person_no'] != null) continue;
		const persons = cases.get(values['case_number']) ?? new Map<string, number>();
		cases.set(values['case_number'], persons);
		const person = String(values['person_key'] ?? '');
		const number = persons.get(person) ?? persons.size + 1;
		persons.set(person, number);
		values['person_no'] = number;
	}
}

/** Key columns by which a sender finds the row again. */
const TELLING = new Set(['person_key', 'case_number', 'row_id', 'title']);

/** Keeps one of identical rows and holds all rows of a conflicting key. */
export function withoutDuplicates(rows: readonly TypedRow[], contract: DatasetContract, grid: Grid, sink: Sink, ledger: Ledger): TypedRow[] {
	const groups = new Map<string, TypedRow[]>();
	for (const row of rows) {
		const key = joined(contract.key.map((name) => row.values[name]));
		const group = groups.get(key);
		if (group) group.push(row);
		else groups.set(key, [row]);
	}
	const kept = new Set<TypedRow>();
	let raw: Map<number, string> | null = null;
	for (const group of groups.values()) {
		const [first, ...others] = group;
		if (!first) continue;
		if (others.length === 0) {
			kept.add(first);
			continue;
		}
		raw ??= new Map(grid.rows.map((row) => [row.row, row.cells.map((cell) => cell.text.trim()).join('\u001f')]));
		const content = (row: TypedRow) => joined(contract.columns.map((column) => row.values[column.name]));
		const other = others.find((row) => content(row) !== content(first));
		if (other) conflict(group, contract, sink, ledger);
		else {
			kept.add(first);
			for (const row of others) same(first, row, contract, raw, sink, ledger);
		}
	}
	return rows.filter((row) => kept.has(row));
}

function conflict(group: readonly TypedRow[], contract: DatasetContract, sink: Sink, ledger: Ledger): void {
	const [first] = group;
	if (!first) return;
	const differing = contract.columns.filter((column) => group.some((row) => row.values[column.name] !== first.values[column.name]));
	const columns = both((say) => differing.map((column) => say(column.about)).join(', '));
	// The region of a row tells least which rows are meant.
	const telling = contract.key.filter((name) => first.inputs[name] !== undefined && columnOf(contract, name).type !== 'regency');
	const keyColumn = telling.find((name) => TELLING.has(name)) ?? telling[0] ?? contract.key[0] ?? '';
	for (const row of group) {
		const others = group.filter((o) => o !== row).map((o) => o.row);
		const input = row.inputs[keyColumn];
		hold(ledger, row.row, 'DUPLICATE_KEY_CONFLICT');
		sink.add('DUPLICATE_KEY_CONFLICT', { row: row.row, column: input?.column ?? null, value: input?.cell.text ?? String(row.values[keyColumn] ?? '') }, { other: [...new Set(others)].join(', '), columns });
	}
}

function same(first: TypedRow, row: TypedRow, contract: DatasetContract, raw: Map<number, string>, sink: Sink, ledger: Ledger): void {
	if (row.row === first.row) return;
	if (!ledger.fates.has(row.row)) ledger.fates.set(row.row, 'dropped');
	const identical = raw.get(row.row) === raw.get(first.row);
	const person = row.inputs['person_key'];
	const code = identical || !contract.personLevel || !person ? 'DUPLICATE_ROW' : 'NIP_DUPLICATE';
	sink.add(code, { row: row.row, ...(code === 'NIP_DUPLICATE' ? { column: person?.column ?? null, value: person?.cell.text ?? null } : {}) }, { other: String(first.row) });
}
