/** A recipe's sheets → a workbook that any spreadsheet program opens. */
import { cellsOf, columnOf, escaped, letterOf, type PlacedCell, type Sheet } from './sheets.ts';
import { zipOf, type Deflated, type Part } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The second style shows a number as a date. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

export const xlsxOf = (sheets: readonly Sheet[]): Uint8Array => workbookOf(sheets, sheets.map((sheet) => Buffer.from(sheetXml(sheet))));

/** A workbook whose sheets are given as they stand in the archive. */
export function workbookOf(sheets: readonly { name: string; hidden: boolean }[], contents: readonly (Uint8Array | Deflated)[]): Uint8Array {
	const text = (name: string, content: string): Part => ({ name, content: Buffer.from(HEAD + content) });
	const each = (write: (number: number, sheet: { name: string; hidden: boolean }) => string) => sheets.map((sheet, at) => write(at + 1, sheet)).join('');
	const styles = sheets.length + 1;
	return zipOf([
		text(
			'[Content_Types].xml',
			`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`
		),
		text('_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
		text('xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n, { name, hidden }) => `<sheet name="${escaped(name)}" sheetId="${n}"${hidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`)}</sheets></workbook>`),
		text(
			'xl/_rels/workbook.xml.rels',
			`<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${styles}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
		),
		text('xl/styles.xml', STYLES),
		...contents.map((content, at): Part => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content }))
	]);
}

function sheetXml(sheet: Sheet): string {
	const width = Math.max(1, ...sheet.rows.map((row) => row.length));
	const columns = sheet.hiddenColumns.map((letters) => `<col min="${columnOf(letters) + 1}" max="${columnOf(letters) + 1}" width="9" hidden="1"/>`).join('');
	const rows = sheet.rows.map((_, at) => rowXml(sheet, at + 1)).join('');
	const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
	return [
		`${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="${sheet.declared ?? `A1:${letterOf(width - 1)}${Math.max(1, sheet.rows.length)}`}"/>`,
		columns && `<cols>${columns}</cols>`,
		`<sheetData>${rows}</sheetData>`,
		merges && `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`,
		'</worksheet>'
	].join('');
}

function rowXml(sheet: Sheet, row: number): string {
	const cells = cellsOf(sheet, row).map(cellXml).join('');
	const hidden = sheet.hiddenRows.includes(row);
	return cells === '' && !hidden ? '' : `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${cells}</row>`;
}

function cellXml({ address, value, formula }: PlacedCell): string {
	const calculated = formula === undefined ? '' : `<f>${escaped(formula)}</f>`;
	if (value === null) return `<c r="${address}">${calculated}</c>`;
	if (typeof value === 'number') return `<c r="${address}">${calculated}<v>${value}</v></c>`;
	if (typeof value === 'string' && calculated) return `<c r="${address}" t="str">${calculated}<v>${escaped(value)}</v></c>`;
	if (typeof value === 'string') return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
	if ('number' in value) return `<c r="${address}">${calculated}<v>${value.number}</v></c>`;
	if ('error' in value) return `<c r="${address}" t="e">${calculated}<v>${value.error}</v></c>`;
	return `<c r="${address}" s="1">${calculated}<v>${(Date.parse(value.date) - EXCEL_EPOCH) / DAY}</v></c>`;
}
