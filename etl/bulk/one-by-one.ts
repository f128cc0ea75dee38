/** Rows of a large table that must be looked at: they take the way of every small file, so that the words are the same. */
import { typeBody } from '../check/body.ts';
import { TOTAL, type Told } from '../check/recognised.ts';
import type { Ledger, TypedRow } from '../check/rows.ts';
import type { Sink } from '../check/sink.ts';
import type { Profiles } from '../check/typed.ts';
import type { DatasetName } from '../datasets/index.ts';
import type { CheckContext, Limits } from '../findings.ts';
import { cellOf, parseRecords } from '../read/csv.ts';
import { EMPTY_CELL, type GridRow } from '../read/grid.ts';
import { isRepeatedHeading, isTotal, REPEATED_HEADING } from '../recognise/body.ts';
import type { Recognition } from '../recognise/index.ts';
import type { Warehouse } from '../warehouse.ts';
import { lineOf } from './lines.ts';
import type { Stage } from './stage.ts';

export interface RowChecker {
	readonly recognition: Recognition;
	readonly dataset: DatasetName;
	readonly context: CheckContext;
	readonly profiles: Profiles;
	readonly limits: Limits;
}

/** Staged records as grid rows; `where` is a condition over `record`. */
export async function gridRows(stage: Stage, where: string, limits: Limits, warehouse: Warehouse): Promise<GridRow[]> {
	const rows = await warehouse.all(`SELECT * FROM ${stage.source} s WHERE ${where} ORDER BY record`);
	return rows.map(({ record, ...cells }) => {
		const row = lineOf(Number(record), stage.headerLine, stage.shifts);
		const texts = Object.values(cells).map((value) => (value === null ? '' : String(value)));
		return { row, cells: texts.map((text, column) => (text === '' ? EMPTY_CELL : cellOf(text, row, column, limits.cellLength))) };
	});
}

/** Lines that were not records, as grid rows of whatever width they have; blank ones left out. */
export function refusedRows(stage: Stage, delimiter: string, limits: Limits): GridRow[] {
	return stage.refused.flatMap(({ line, text }) => {
		const fields = parseRecords(text, delimiter)[0]?.fields ?? [];
		return fields.every((field) => field.trim() === '') ? [] : [{ row: line, cells: fields.map((field, column) => cellOf(field, line, column, limits.cellLength)) }];
	});
}

/** Checks rows as a small file's rows; totals and repeated headings among them are left out as there. Returns those that pass. */
export function checkOneByOne(rows: readonly GridRow[], checker: RowChecker, sink: Sink, ledger: Ledger, told: Told): TypedRow[] {
	const { recognition, dataset, context, profiles } = checker;
	const { header } = recognition;
	const headings = rows.filter((row) => isRepeatedHeading(row, header));
	for (const { row } of headings) {
		ledger.fates.set(row, 'dropped');
		told.drop(row, REPEATED_HEADING);
	}
	const totals = rows.filter((row) => !headings.includes(row) && isTotal(row, header));
	for (const total of totals) {
		ledger.fates.set(total.row, 'dropped');
		told.drop(total.row, TOTAL);
		sink.add('TOTAL_ROW_SKIPPED', { row: total.row }, { checked: { id: 'dikenali', en: 'recognised' } });
	}
	const data = rows.filter((row) => !totals.includes(row) && !headings.includes(row));
	return typeBody(recognition, { data, totals: [] }, dataset, context, sink, ledger, told, profiles).rows;
}
