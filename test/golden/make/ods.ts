/** A recipe's sheets → an OpenDocument spreadsheet. */
import { cellsOf, columnOf, escaped, type PlacedCell, type Sheet } from './sheets.ts';
import { zipOf } from './zip.ts';

const MIME = 'application/vnd.oasis.opendocument.spreadsheet';
const URN = 'urn:oasis:names:tc:opendocument:xmlns';

/** Merged cells, formulas and a declared range are not written. */
export function odsOf(sheets: readonly Sheet[]): Uint8Array {
	const content = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content xmlns:office="${URN}:office:1.0" xmlns:table="${URN}:table:1.0" xmlns:text="${URN}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>${sheets.map(tableXml).join('')}</office:spreadsheet></office:body></office:document-content>`;
	const manifest = `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="${URN}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
	return zipOf([
		{ name: 'mimetype', content: Buffer.from(MIME), stored: true },
		{ name: 'content.xml', content: Buffer.from(content) },
		{ name: 'META-INF/manifest.xml', content: Buffer.from(manifest) }
	]);
}

function tableXml(sheet: Sheet): string {
	const width = Math.max(1, ...sheet.rows.map((row) => row.length));
	const hidden = new Set(sheet.hiddenColumns.map(columnOf));
	const columns = Array.from({ length: width }, (_, column) => `<table:table-column${hidden.has(column) ? ' table:visibility="collapse"' : ''}/>`).join('');
	const rows = sheet.rows.map((_, at) => `<table:table-row${sheet.hiddenRows.includes(at + 1) ? ' table:visibility="collapse"' : ''}>${rowXml(cellsOf(sheet, at + 1))}</table:table-row>`).join('');
	return `<table:table table:name="${escaped(sheet.name)}">${columns}${rows}</table:table>`;
}

function rowXml(cells: readonly PlacedCell[]): string {
	let next = 0;
	const written = cells.map((cell) => {
		const gap = '<table:table-cell/>'.repeat(cell.column - next);
		next = cell.column + 1;
		return gap + cellXml(cell);
	});
	return written.join('') || '<table:table-cell/>';
}

function cellXml({ value }: PlacedCell): string {
	const shown = (text: string) => text.split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`).join('');
	if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}">${shown(String(value))}</table:table-cell>`;
	if (typeof value === 'string') return `<table:table-cell office:value-type="string">${shown(value)}</table:table-cell>`;
	if (typeof value === 'object' && value !== null && 'number' in value) return `<table:table-cell office:value-type="float" office:value="${value.number}">${shown(value.number)}</table:table-cell>`;
	if (value === null) return '<table:table-cell/>';
	if ('date' in value) return `<table:table-cell office:value-type="date" office:date-value="${value.date}">${shown(value.date)}</table:table-cell>`;
	return `<table:table-cell office:value-type="string">${shown(value.error)}</table:table-cell>`;
}
