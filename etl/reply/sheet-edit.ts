/** Adds a column to the XML of one worksheet and leaves every other byte as it is. */
import { columnLetter, parseReference } from '../read/grid.ts';
import { absentRows, cellXml, heightened, rowNumber, widened, type AddedColumn } from './sheet-cells.ts';
import { withColumnWidth } from './sheet-columns.ts';
import { attribute, tags, withAttribute, type Tag } from './xml-tags.ts';

export type { AddedCell, AddedColumn } from './sheet-cells.ts';

/** `xml` and the result are bytes as Latin-1 text. Rows that are not in the sheet are put in. */
export const addSheetColumn = (xml: string, added: AddedColumn): string => withColumnWidth(new SheetEdit(xml, added).run(), added.column);

class SheetEdit {
	readonly #xml: string;
	readonly #added: AddedColumn;
	readonly #out: string[] = [];
	/** Up to here the original is in `#out`. */
	#done = 0;
	/** Rows still to be put in, ascending. */
	readonly #absent: number[];
	readonly #placed = new Set<number>();
	#prefix = '';
	#row = 0;
	#nextColumn = 0;
	/** The open row's new cell, until it is placed. */
	#pending: string | null = null;
	/** Where a cell starts that is being taken out. */
	#removing: number | null = null;

	constructor(xml: string, added: AddedColumn) {
		this.#xml = xml;
		this.#added = added;
		this.#absent = absentRows(xml, added);
	}

	run(): string {
		let inData = false;
		for (const tag of tags(this.#xml)) {
			if (tag.name === 'sheetData') {
				inData = tag.kind === 'open';
				this.#sheetData(tag);
				if (!inData) break;
			} else if (tag.name === 'dimension' && !inData) this.#replace(tag.start, tag.end, widened(this.#text(tag), this.#added));
			else if (!inData) continue;
			else if (tag.name === 'row') this.#rowTag(tag);
			else if (tag.name === 'c') this.#cellTag(tag);
		}
		return this.#out.join('') + this.#xml.slice(this.#done);
	}

	#text(tag: Tag): string {
		return this.#xml.slice(tag.start, tag.end);
	}

	#replace(from: number, to: number, text: string): void {
		this.#out.push(this.#xml.slice(this.#done, from), text);
		this.#done = to;
	}

	#sheetData(tag: Tag): void {
		this.#prefix = tag.prefix;
		if (tag.kind === 'open' || this.#absent.length === 0) return;
		const rows = this.#rowsBefore(Infinity);
		if (tag.kind === 'empty') this.#replace(tag.start, tag.end, `<${tag.prefix}sheetData>${rows}</${tag.prefix}sheetData>`);
		else this.#replace(tag.start, tag.start, rows);
	}

	#rowTag(tag: Tag): void {
		if (tag.kind === 'close') return this.#placeAt(tag.start);
		const text = this.#text(tag);
		this.#row = rowNumber(text, this.#row);
		this.#nextColumn = 0;
		const before = this.#rowsBefore(this.#row);
		this.#pending = this.#placed.has(this.#row) ? null : this.#cell(this.#row);
		if (this.#pending === null) return before === '' ? undefined : this.#replace(tag.start, tag.start, before);
		this.#placed.add(this.#row);
		const open = before + heightened(withAttribute(text, 'spans', null), this.#added.cells.get(this.#row)?.height ?? null);
		if (tag.kind === 'open') this.#replace(tag.start, tag.end, open);
		else this.#replace(tag.start, tag.end, `${open.replace(/\s*\/>$/, '>')}${this.#take()}</${this.#prefix}row>`);
	}

	#cellTag(tag: Tag): void {
		if (tag.kind === 'close') {
			if (this.#removing !== null) this.#replace(this.#removing, tag.end, this.#take());
			this.#removing = null;
			return;
		}
		const { column, clearFrom } = this.#added;
		const own = parseReference(attribute(this.#text(tag), 'r') ?? '')?.column ?? this.#nextColumn;
		this.#nextColumn = own + 1;
		const taken = own === column && (this.#pending !== null || (clearFrom !== null && this.#row >= clearFrom));
		if (taken && tag.kind === 'empty') this.#replace(tag.start, tag.end, this.#take());
		else if (taken) this.#removing = tag.start;
		else if (own > column) this.#placeAt(tag.start);
	}

	#placeAt(position: number): void {
		if (this.#pending !== null) this.#replace(position, position, this.#take());
	}

	#take(): string {
		const cell = this.#pending ?? '';
		this.#pending = null;
		return cell;
	}

	#rowsBefore(number: number): string {
		let text = '';
		for (let next = this.#absent[0]; next !== undefined && next < number; next = this.#absent[0]) {
			this.#absent.shift();
			text += `<${this.#prefix}row r="${next}">${this.#cell(next) ?? ''}</${this.#prefix}row>`;
		}
		return text;
	}

	#cell(row: number): string | null {
		const cell = this.#added.cells.get(row);
		return cell ? cellXml(this.#prefix, `${columnLetter(this.#added.column)}${row}`, cell.text, cell.style) : null;
	}
}
