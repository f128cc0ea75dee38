/** An OpenDocument spreadsheet (.ods) → one grid per sheet, streamed. Formulas are never evaluated; macros, links and passwords are refused. */
import type { Limits } from '../findings.ts';
import { columnLetter, ReadProblem, type Grid } from './grid.ts';
import { odsCollector, type OdsSheet } from './ods-sheet.ts';
import { wrongType } from './refuse.ts';
import { parseXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** Rows without content that are passed over without a word. */
const GAP = 1000;

/** Throws a ReadProblem for anything that is not a readable, safe spreadsheet. */
export async function readOds(archive: Archive, limits: Limits): Promise<Grid[]> {
	if (archive.names.includes('encrypted-package') || (await isEncrypted(archive))) throw new ReadProblem('FILE_ENCRYPTED');
	if (archive.names.some((name) => /^(Basic|Scripts)\//i.test(name))) throw new ReadProblem('FILE_HAS_MACRO');
	const stream = await archive.open('content.xml');
	if (!stream) throw new ReadProblem('FILE_TRUNCATED');
	const { handler, content } = odsCollector(limits);
	await parseXml(stream, handler);
	if (!content.isSpreadsheet) {
		throw wrongType({ id: 'dokumen OpenDocument yang bukan lembar kerja (.odt, .odp)', en: 'an OpenDocument file that is not a spreadsheet (.odt, .odp)' }, { id: 'salin tabelnya ke lembar kerja lalu simpan sebagai .xlsx atau .ods', en: 'copy the table to a spreadsheet and save it as .xlsx or .ods' });
	}
	if (content.sheets.length === 0) throw new ReadProblem('FILE_TRUNCATED');
	return content.sheets.map(gridOf);
}

async function isEncrypted(archive: Archive): Promise<boolean> {
	const stream = await archive.open('META-INF/manifest.xml');
	let found = false;
	if (stream) await parseXml(stream, { open: (name) => (found ||= name === 'encryption-data') });
	return found;
}

function gridOf(sheet: OdsSheet): Grid {
	return {
		kind: 'ods',
		encoding: 'ODS',
		delimiter: null,
		sheet: sheet.name,
		rows: sheet.rows,
		merges: sheet.merges,
		hiddenRows: sheet.hiddenRows,
		hiddenColumns: sheet.hiddenColumns,
		hiddenSheet: sheet.hidden,
		declaredBeyond: declaredBeyond(sheet),
		openEnd: false
	};
}

/** The range up to the last cell, when it stands far below the rest. The repeated blanks that every such file ends with say nothing. */
function declaredBeyond({ rows }: OdsSheet): string | null {
	const [before, last] = rows.slice(-2);
	if (!before || !last || last.row <= before.row + GAP) return null;
	return `A1:${columnLetter(Math.max(0, last.cells.length - 1))}${last.row}`;
}
