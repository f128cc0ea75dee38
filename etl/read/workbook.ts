/** A zip archive → the workbook in it, Excel or OpenDocument; other archives are refused by name. */
import type { Limits } from '../findings.ts';
import type { Bilingual } from '../phrase.ts';
import type { Grid, ReadProblem } from './grid.ts';
import { readOds } from './ods.ts';
import { wrongType } from './refuse.ts';
import { readXlsx } from './xlsx.ts';
import { openArchive } from './zip.ts';

const OTHER_NAME = /\.(xlsx?|xlsm|xlsb|csv|tsv|txt)$/i;

/**
 * One grid per sheet. An OpenDocument sheet whose name says it is another kind of file is refused: its sender does not know what it is.
 * Throws a ReadProblem for anything that is not a readable, safe workbook.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Limits, fileName: string): Promise<Grid[]> {
	const archive = await openArchive(bytes, limits);
	try {
		if (!isOds(archive.names)) return await readXlsx(archive, limits);
		if (OTHER_NAME.test(fileName.trim())) throw wrongNamed(fileName.trim());
		return await readOds(archive, limits);
	} finally {
		archive.close();
	}
}

function wrongNamed(fileName: string): ReadProblem {
	const extension = OTHER_NAME.exec(fileName)?.[0] ?? '';
	return wrongType(
		{ id: `lembar kerja OpenDocument (.ods) yang diberi nama ${extension}`, en: `an OpenDocument spreadsheet (.ods) named ${extension}` },
		{ id: 'kirim dengan nama .ods, atau buka lalu simpan sebagai .xlsx', en: 'send it with a name in .ods, or open it and save it as .xlsx' }
	);
}

const SAVE_AS_XLSX: Bilingual = { id: 'buka lalu simpan sebagai .xlsx', en: 'open it and save it as .xlsx' };
const COPY_TABLE: Bilingual = { id: 'salin tabelnya ke Excel lalu simpan sebagai .xlsx', en: 'copy the table to Excel and save it as .xlsx' };
const UNPACK: Bilingual = { id: 'buka arsipnya lalu kirim berkas di dalamnya satu per satu', en: 'unpack it and send the files inside one by one' };

/** True for OpenDocument, false for an Excel workbook. Throws FILE_WRONG_TYPE for everything else. */
function isOds(names: readonly string[]): boolean {
	const has = (prefix: string) => names.some((name) => name.startsWith(prefix));
	if (has('xl/workbook.xml')) return false;
	if (has('xl/workbook.bin')) throw wrongType({ id: 'buku kerja biner Excel (.xlsb)', en: 'a binary Excel workbook (.xlsb)' }, SAVE_AS_XLSX);
	if (has('META-INF/manifest.xml') && (has('content.xml') || has('encrypted-package'))) return true;
	if (has('word/')) throw wrongType({ id: 'dokumen Word (.docx)', en: 'a Word document (.docx)' }, COPY_TABLE);
	if (has('ppt/')) throw wrongType({ id: 'presentasi PowerPoint (.pptx)', en: 'a PowerPoint presentation (.pptx)' }, COPY_TABLE);
	throw wrongType({ id: 'arsip ZIP', en: 'a ZIP archive' }, UNPACK);
}
