/** Which line of the text editor a record starts at, when blank lines, quoted line breaks and refused lines stand between. */
import type { Unstarted } from './survey.ts';

/** DuckDB counts records and blank lines, not the lines inside a quoted cell. */
export function physicalLine(counted: number, inside: readonly number[]): number {
	let line = counted;
	for (const own of inside) if (own <= line) line++;
	return line;
}

/** Records from `from` (0-based, of those that were read) stand `shift` lines further down than the first one would make them. */
export interface Shift {
	readonly from: number;
	readonly shift: number;
}

/** Shifts of the records below `headerLine`; empty where every line holds one record. */
export function shiftsOf(headerLine: number, { blank, inside }: Unstarted, refused: readonly number[]): Shift[] {
	const skipped = [...blank, ...inside, ...refused].filter((line) => line > headerLine).sort((a, b) => a - b);
	const shifts: Shift[] = [];
	skipped.forEach((line, index) => {
		if (line === skipped[index - 1]) return;
		const before = shifts.at(-1);
		const shift = (before?.shift ?? 0) + 1;
		const from = line - headerLine - shift;
		if (before && before.from === from) shifts[shifts.length - 1] = { from, shift };
		else shifts.push({ from, shift });
	});
	return shifts;
}

/** Line of a record. */
export function lineOf(record: number, headerLine: number, shifts: readonly Shift[]): number {
	const shift = shifts.findLast((own) => own.from <= record)?.shift ?? 0;
	return headerLine + 1 + record + shift;
}

/** The same as an SQL expression over the record number. */
export function lineSql(record: string, headerLine: number, shifts: readonly Shift[]): string {
	const branches = shifts.toReversed().map(({ from, shift }) => `WHEN ${record} >= ${from} THEN ${shift}`);
	const shift = branches.length === 0 ? '0' : `CASE ${branches.join(' ')} ELSE 0 END`;
	return `(${record} + ${headerLine + 1} + ${shift})`;
}
