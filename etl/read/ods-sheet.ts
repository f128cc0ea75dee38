/** The sheets of content.xml, streamed: repeated cells and rows are laid out, the blank ones at the end are not. */
import type { Limits } from '../findings.ts';
import { EMPTY_CELL, ReadProblem, type Cell, type GridRow, type Merge } from './grid.ts';
import { finishOdsCell, type OdsCell } from './ods-cell.ts';
import { cellTooLong, COLUMNS, ROWS, tooMany } from './refuse.ts';
import type { XmlHandler } from './xml.ts';

export interface OdsSheet {
	readonly name: string;
	readonly hidden: boolean;
	readonly rows: GridRow[];
	readonly merges: Merge[];
	/** Only rows with content. */
	readonly hiddenRows: number[];
	readonly hiddenColumns: number[];
}

interface OdsContent {
	readonly sheets: OdsSheet[];
	/** False for text documents and presentations, which have tables too. */
	isSpreadsheet: boolean;
}

interface OpenRow {
	readonly number: number;
	readonly repeat: number;
	readonly hidden: boolean;
	readonly cells: Cell[];
	/** Column of the next cell. */
	next: number;
}

const LINKS = new Set(['table-source', 'dde-source', 'dde-link', 'cell-range-source']);
const LINKED = { id: 'lembar kerja mengambil data dari berkas lain (tautan luar)', en: 'the spreadsheet takes data from another file (external link)' };
/** Inside a paragraph: not part of what the cell shows. */
const BESIDE_TEXT = new Set(['annotation', 'frame', 'note', 'ruby-text', 'custom-shape']);

type Attributes = Record<string, string>;
const countOf = (text: string | undefined): number => Math.max(1, Math.trunc(Number(text ?? 1)) || 1);
const isHidden = (attributes: Attributes): boolean => /^(collapse|filter)$/.test(attributes['table:visibility'] ?? '');

/** Collects all sheets. Throws FILE_TOO_LARGE, CELL_TOO_LONG or FILE_UNSAFE_ARCHIVE as soon as there is a reason. */
export function odsCollector(limits: Limits): { handler: XmlHandler; content: OdsContent } {
	const content: OdsContent = { sheets: [], isSpreadsheet: false };
	const hiddenStyles = new Set<string>();
	let style = '';
	let sheet: OdsSheet | null = null;
	let nextRow = 1;
	let nextColumn = 0;
	let row: OpenRow | null = null;
	let cell: OdsCell | null = null;
	let inParagraph = false;
	/** Depth inside an element whose content is not looked at. */
	let skipped = 0;

	const openTable = (attributes: Attributes) => {
		sheet = { name: attributes['table:name'] ?? '', hidden: hiddenStyles.has(attributes['table:style-name'] ?? ''), rows: [], merges: [], hiddenRows: [], hiddenColumns: [] };
		content.sheets.push(sheet);
		nextRow = 1;
		nextColumn = 0;
	};
	const openRow = (attributes: Attributes) => {
		row = { number: nextRow, repeat: countOf(attributes['table:number-rows-repeated']), hidden: isHidden(attributes), cells: [], next: 0 };
		nextRow += row.repeat;
	};
	const addText = (text: string) => {
		if (!cell || !row) return;
		cell.text += text;
		if (cell.text.length > limits.cellLength * 4) throw cellTooLong(cell.text, limits.cellLength, { sheet: sheet?.name ?? null, row: row.number, column: row.next });
	};
	const inCell = (name: string, attributes: Attributes, open: OdsCell) => {
		if (!inParagraph) {
			if (name !== 'p' && name !== 'h') skipped = 1;
			else {
				if (open.paragraphs > 0) addText('\n');
				open.paragraphs++;
				inParagraph = true;
			}
		} else if (name === 's') addText(' '.repeat(Math.min(countOf(attributes['text:c']), limits.cellLength)));
		else if (name === 'tab') addText('\t');
		else if (name === 'line-break') addText('\n');
		else if (BESIDE_TEXT.has(name)) skipped = 1;
	};

	const handler: XmlHandler = {
		open: (name, attributes) => {
			if (LINKS.has(name)) throw new ReadProblem('FILE_UNSAFE_ARCHIVE', { what: LINKED });
			if (skipped > 0) skipped++;
			else if (cell) inCell(name, attributes, cell);
			else if (row && (name === 'table-cell' || name === 'covered-table-cell')) cell = { attributes, text: '', paragraphs: 0 };
			else if (name === 'table-row') openRow(attributes);
			else if (name === 'table-column' && sheet) {
				const repeat = countOf(attributes['table:number-columns-repeated']);
				for (let column = nextColumn; isHidden(attributes) && column < Math.min(nextColumn + repeat, limits.columns); column++) sheet.hiddenColumns.push(column);
				nextColumn += repeat;
			} else if (name === 'table') openTable(attributes);
			else if (name === 'spreadsheet') content.isSpreadsheet = true;
			else if (name === 'style') style = attributes['style:family'] === 'table' ? (attributes['style:name'] ?? '') : '';
			else if (name === 'table-properties' && attributes['table:display'] === 'false') hiddenStyles.add(style);
			else if (name === 'shapes' || name === 'tracked-changes') skipped = 1;
		},
		text: (text) => {
			if (skipped === 0 && inParagraph) addText(text.replace(/ *[\t\r\n][ \t\r\n]*/g, ' '));
		},
		close: (name) => {
			if (skipped > 0) skipped--;
			else if (cell && (name === 'p' || name === 'h')) inParagraph = false;
			else if (cell && row && sheet && (name === 'table-cell' || name === 'covered-table-cell')) {
				closeCell(cell, row, sheet, limits);
				cell = null;
			} else if (name === 'table-row' && row && sheet) {
				closeRow(row, sheet, limits);
				row = null;
			} else if (name === 'table') sheet = null;
		}
	};
	return { handler, content };
}

function closeCell(cell: OdsCell, row: OpenRow, sheet: OdsSheet, limits: Limits): void {
	const { attributes } = cell;
	const column = row.next;
	const repeat = countOf(attributes['table:number-columns-repeated']);
	row.next += repeat;
	const [wide, high] = [countOf(attributes['table:number-columns-spanned']), countOf(attributes['table:number-rows-spanned'])];
	if (wide > 1 || high > 1) sheet.merges.push({ top: row.number, left: column, bottom: row.number + high - 1, right: column + wide - 1 });
	const made = finishOdsCell(cell);
	if (made === EMPTY_CELL) return;
	if (made.text.length > limits.cellLength) throw cellTooLong(made.text, limits.cellLength, { sheet: sheet.name, row: row.number, column });
	if (made.text.trim() === '' && !made.problem) return;
	if (column + repeat > limits.columns) throw tooMany(COLUMNS, limits.columns, { sheet: sheet.name });
	while (row.cells.length < column) row.cells.push(EMPTY_CELL);
	for (let times = 0; times < repeat; times++) row.cells.push(made);
}

function closeRow(row: OpenRow, sheet: OdsSheet, limits: Limits): void {
	if (row.cells.length === 0) return;
	if (sheet.rows.length + row.repeat > limits.workbookRows) throw tooMany(ROWS, limits.workbookRows, { sheet: sheet.name });
	for (let number = row.number; number < row.number + row.repeat; number++) {
		sheet.rows.push({ row: number, cells: row.cells });
		if (row.hidden) sheet.hiddenRows.push(number);
	}
}
