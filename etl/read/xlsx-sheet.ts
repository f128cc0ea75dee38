/** One worksheet, streamed: only cells with content are kept. */
import type { Limits } from '../findings.ts';
import { EMPTY_CELL, parseReference, ReadProblem, type Cell, type CellProblem, type GridRow, type Merge } from './grid.ts';
import { cellTooLong, COLUMNS, ROWS, tooMany } from './refuse.ts';
import { percentOf, serialToIso, type NumberStyle } from './xlsx-styles.ts';
import type { XmlHandler } from './xml.ts';

export interface WorkbookParts {
	readonly sharedStrings: readonly Cell[];
	readonly numberStyles: readonly NumberStyle[];
	readonly from1904: boolean;
}

export interface SheetContent {
	readonly rows: GridRow[];
	readonly merges: Merge[];
	readonly hiddenRows: number[];
	readonly hiddenColumns: number[];
	declared: string | null;
}

interface OpenCell {
	readonly column: number;
	readonly type: string;
	readonly style: number;
	formula: boolean;
	value: string;
	inline: string;
}

/** The last row a sheet can have. */
const LAST_ROW = 1_048_576;

/** Number of a row; they only rise. Throws FILE_TRUNCATED for one that cannot be. */
function rowNumber(written: string | undefined, before: number): number {
	const row = written ? Number(written) : before + 1;
	if (!Number.isInteger(row) || row <= before || row > LAST_ROW) throw new ReadProblem('FILE_TRUNCATED');
	return row;
}

/** Collects one sheet. Throws FILE_TRUNCATED, FILE_TOO_LARGE or CELL_TOO_LONG as soon as a limit is passed. */
export function sheetCollector(parts: WorkbookParts, sheet: string, limits: Limits): { handler: XmlHandler; content: SheetContent } {
	const content: SheetContent = { rows: [], merges: [], hiddenRows: [], hiddenColumns: [], declared: null };
	let row = 0;
	let nextColumn = 0;
	let cells: Cell[] = [];
	let cell: OpenCell | null = null;
	let target: 'value' | 'inline' | null = null;
	let phonetic = false;

	const closeRow = () => {
		if (!cells.some((c) => c.problem !== null || c.text.trim() !== '')) return;
		if (content.rows.length >= limits.workbookRows) throw tooMany(ROWS, limits.workbookRows, { sheet });
		content.rows.push({ row, cells });
	};
	const closeCell = (open: OpenCell) => {
		const made = finishCell(open, parts);
		if (made === EMPTY_CELL) return;
		if (made.text.length > limits.cellLength) throw cellTooLong(made.text, limits.cellLength, { sheet, row, column: open.column });
		if (open.column >= limits.columns) throw tooMany(COLUMNS, limits.columns, { sheet });
		while (cells.length < open.column) cells.push(EMPTY_CELL);
		cells[open.column] = made;
	};

	const handler: XmlHandler = {
		open: (name, attributes) => {
			if (name === 'row') {
				row = rowNumber(attributes['r'], row);
				nextColumn = 0;
				cells = [];
				if (isHidden(attributes)) content.hiddenRows.push(row);
			} else if (name === 'c') {
				const column = parseReference(attributes['r'] ?? '')?.column ?? nextColumn;
				nextColumn = column + 1;
				cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), formula: false, value: '', inline: '' };
			} else if (name === 'f' && cell) cell.formula = true;
			else if (name === 'v' && cell) target = 'value';
			else if (name === 't' && cell && !phonetic) target = 'inline';
			else if (name === 'rPh') phonetic = true;
			else if (name === 'dimension') content.declared = attributes['ref'] ?? null;
			else if (name === 'col' && isHidden(attributes)) hideColumns(content, attributes, limits);
			else if (name === 'mergeCell') addMerge(content, attributes['ref'] ?? '');
		},
		text: (text) => {
			if (!cell || !target) return;
			cell[target] += text;
			if (cell[target].length > limits.cellLength * 4) throw cellTooLong(cell[target], limits.cellLength, { sheet, row, column: cell.column });
		},
		close: (name) => {
			if (name === 'v' || name === 't') target = null;
			else if (name === 'rPh') phonetic = false;
			else if (name === 'c' && cell) {
				closeCell(cell);
				cell = null;
			} else if (name === 'row') closeRow();
		}
	};
	return { handler, content };
}

const isHidden = (attributes: Record<string, string>): boolean => attributes['hidden'] === '1' || attributes['hidden'] === 'true';

function hideColumns(content: SheetContent, attributes: Record<string, string>, limits: Limits): void {
	const last = Math.min(Number(attributes['max']), limits.columns);
	for (let column = Number(attributes['min']); column <= last; column++) content.hiddenColumns.push(column - 1);
}

function addMerge(content: SheetContent, reference: string): void {
	const [from = '', to = ''] = reference.split(':');
	const start = parseReference(from);
	const end = parseReference(to);
	if (start && end) content.merges.push({ top: start.row, left: start.column, bottom: end.row, right: end.column });
}

const text = (value: string, problem: CellProblem | null = null): Cell => (value === '' && !problem ? EMPTY_CELL : { text: value, numeric: false, problem });

function finishCell(cell: OpenCell, parts: WorkbookParts): Cell {
	if (cell.formula && cell.value === '' && cell.inline === '' && cell.type !== 'str') return text('', 'formula_no_value');
	if (cell.type === 's') return parts.sharedStrings[Number(cell.value)] ?? EMPTY_CELL;
	if (cell.type === 'inlineStr') return text(cell.inline);
	if (cell.type === 'str') return text(cell.value);
	if (cell.type === 'e') return text(cell.value, 'error_value');
	if (cell.type === 'b') return text(cell.value === '1' ? 'TRUE' : 'FALSE');
	if (cell.type === 'd') return text(cell.value.replace('T', ' '));
	if (cell.value === '') return EMPTY_CELL;
	const style = parts.numberStyles[cell.style];
	if (style === 'percent') return { text: percentOf(cell.value), numeric: true, problem: null };
	const date = style === 'date' ? serialToIso(Number(cell.value), parts.from1904) : null;
	return date ? text(date) : { text: cell.value, numeric: true, problem: null };
}
