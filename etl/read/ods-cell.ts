/** One cell of an OpenDocument sheet → what a person sees, with numbers and dates as they are stored. */
import { EMPTY_CELL, type Cell, type CellProblem } from './grid.ts';
import { percentOf } from './xlsx-styles.ts';

export interface OdsCell {
	readonly attributes: Readonly<Record<string, string>>;
	/** The paragraphs so far, one a line. */
	text: string;
	paragraphs: number;
}

const ERROR = /^(#[\p{Lu}\d/]+[!?]|#N\/A|Err:\d{3})$/u;

/** The cell, or `EMPTY_CELL`. Numbers and money are the stored number, a percentage is the number before its sign, as in an Excel workbook; a date is ISO text. */
export function finishOdsCell(cell: OdsCell): Cell {
	const { attributes, text } = cell;
	const type = attributes['office:value-type'];
	if (attributes['calcext:value-type'] === 'error' || ERROR.test(text)) return plain(text, 'error_value');
	switch (type) {
		case 'float':
		case 'percentage':
		case 'currency':
			return attributes['office:value'] ? { text: type === 'percentage' ? percentOf(attributes['office:value']) : attributes['office:value'], numeric: true, problem: null } : plain(text);
		case 'date':
			return plain(attributes['office:date-value'] ? dateText(attributes['office:date-value']) : text);
		case 'time':
			return plain(text || (attributes['office:time-value'] ?? ''));
		case 'boolean':
			return plain(attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE');
		case 'string':
			return plain(cell.paragraphs > 0 ? text : (attributes['office:string-value'] ?? ''));
		default:
			return text === '' && attributes['table:formula'] !== undefined ? plain('', 'formula_no_value') : plain(text);
	}
}

/** `2024-07-04T12:00:00.5` → `2024-07-04 12:00:00`; midnight is the day alone. */
const dateText = (value: string): string => value.replace('T', ' ').replace(/[.,]\d+$/, '').replace(/ 00:00:00$/, '');

const plain = (text: string, problem: CellProblem | null = null): Cell => (text === '' && !problem ? EMPTY_CELL : { text, numeric: false, problem });
