/** A workbook (.xlsx) → one grid per sheet. Formulas are never evaluated; macros, links to other files and DOCTYPE are refused. */
import type { Limits } from '../findings.ts';
import type { Bilingual } from '../phrase.ts';
import { EMPTY_CELL, parseReference, ReadProblem, type Cell, type Grid } from './grid.ts';
import { sheetCollector, type SheetContent, type WorkbookParts } from './xlsx-sheet.ts';
import { styleCollector, type NumberStyle } from './xlsx-styles.ts';
import { parseXml } from './xml.ts';
import type { Archive } from './zip.ts';

interface SheetEntry {
	readonly name: string;
	readonly relation: string;
	readonly hidden: boolean;
}

/** The sheets of an open archive. Throws a ReadProblem for a workbook that is not safe or not whole. */
export async function readXlsx(archive: Archive, limits: Limits): Promise<Grid[]> {
	refuseUnsafeParts(archive.names);
	return readSheets(archive, limits);
}

const LINKED: Bilingual = { id: 'buku kerja mengambil data dari berkas lain (tautan luar)', en: 'the workbook takes data from another file (external link)' };

function refuseUnsafeParts(names: readonly string[]): void {
	if (names.some((name) => /vbaProject|\/macrosheets\//i.test(name))) throw new ReadProblem('FILE_HAS_MACRO');
	if (names.some((name) => name.startsWith('xl/externalLinks/'))) throw new ReadProblem('FILE_UNSAFE_ARCHIVE', { what: LINKED });
}

async function readSheets(archive: Archive, limits: Limits): Promise<Grid[]> {
	const { sheets, from1904 } = await readWorkbook(archive);
	const targets = await readRelations(archive);
	const parts: WorkbookParts = { from1904, sharedStrings: await readSharedStrings(archive), numberStyles: await readStyles(archive) };
	const grids: Grid[] = [];
	for (const sheet of sheets) {
		const stream = await archive.open(targets.get(sheet.relation) ?? '');
		if (!stream) continue;
		const { handler, content } = sheetCollector(parts, sheet.name, limits);
		await parseXml(stream, handler);
		grids.push(gridOf(sheet, content));
	}
	if (grids.length === 0) throw new ReadProblem('FILE_TRUNCATED');
	return grids;
}

function gridOf(sheet: SheetEntry, content: SheetContent): Grid {
	return {
		kind: 'xlsx',
		encoding: 'XLSX',
		delimiter: null,
		sheet: sheet.name,
		rows: content.rows,
		merges: content.merges,
		hiddenRows: content.hiddenRows.filter((row) => content.rows.some((r) => r.row === row)),
		hiddenColumns: content.hiddenColumns,
		hiddenSheet: sheet.hidden,
		declaredBeyond: declaredBeyond(content),
		openEnd: false
	};
}

/** The declared range, when it reaches far past the last cell with content. */
function declaredBeyond(content: SheetContent): string | null {
	const end = parseReference((content.declared ?? '').split(':')[1] ?? '');
	if (!end) return null;
	const lastRow = content.rows.at(-1)?.row ?? 0;
	const lastColumn = Math.max(0, ...content.rows.slice(0, 1000).map((r) => r.cells.length));
	return end.row > lastRow + 1000 || end.column + 1 > lastColumn + 50 ? content.declared : null;
}

async function readWorkbook(archive: Archive): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
	const sheets: SheetEntry[] = [];
	let from1904 = false;
	const stream = await archive.open('xl/workbook.xml');
	if (!stream) throw new ReadProblem('FILE_TRUNCATED');
	await parseXml(stream, {
		open: (name, attributes) => {
			if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
			if (name !== 'sheet') return;
			const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
			sheets.push({ name: attributes['name'] ?? '', relation, hidden: /hidden/i.test(attributes['state'] ?? '') });
		}
	});
	return { sheets, from1904 };
}

async function readRelations(archive: Archive): Promise<Map<string, string>> {
	const targets = new Map<string, string>();
	const stream = await archive.open('xl/_rels/workbook.xml.rels');
	if (!stream) return targets;
	await parseXml(stream, {
		open: (name, attributes) => {
			if (name !== 'Relationship') return;
			const target = attributes['Target'] ?? '';
			targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
		}
	});
	return targets;
}

/** Cells that share a text are one object. */
async function readSharedStrings(archive: Archive): Promise<Cell[]> {
	const strings: Cell[] = [];
	const stream = await archive.open('xl/sharedStrings.xml');
	if (!stream) return strings;
	let current = '';
	let taking = false;
	let phonetic = false;
	await parseXml(stream, {
		open: (name) => {
			if (name === 'si') current = '';
			else if (name === 'rPh') phonetic = true;
			else if (name === 't') taking = !phonetic;
		},
		text: (text) => {
			if (taking) current += text;
		},
		close: (name) => {
			if (name === 't') taking = false;
			else if (name === 'rPh') phonetic = false;
			else if (name === 'si') strings.push(current === '' ? EMPTY_CELL : { text: current, numeric: false, problem: null });
		}
	});
	return strings;
}

async function readStyles(archive: Archive): Promise<NumberStyle[]> {
	const { handler, numberStyles } = styleCollector();
	const stream = await archive.open('xl/styles.xml');
	if (stream) await parseXml(stream, handler);
	return numberStyles;
}
