/** What stands in the added column: a check's findings, gathered by the row they are about. */
import type { CheckResult, Finding } from '../findings.ts';
import { FINDINGS } from '../../src/lib/i18n/messages/findings.ts';
import { inLanguage, type Language } from '../phrase.ts';
import { findingsCatalogue } from '../reference/index.ts';
import { ReplyError } from './error.ts';

export interface ErrorNotes {
	/** Sheet of the table; null for text files. */
	readonly sheet: string | null;
	/** First row of the table's header, as the person sees it. */
	readonly headerRow: number;
	/** Row as the person sees it → what is wrong with it, one finding a line. */
	readonly notes: ReadonlyMap<number, string>;
	readonly language: Language;
}

interface Note {
	readonly error: boolean;
	readonly column: string;
	readonly code: string;
	readonly text: string;
}

/** Warnings about what has been dealt with: they would only hide what is to be repaired. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set(['CELL_FORMULA_TEXT', 'TEXT_INVISIBLE_CHARS']);
const WORDS = {
	id: { column: 'Kolom', warning: 'Perhatikan', row: 'Baris ini dikarantina' },
	en: { column: 'Column', warning: 'Note', row: 'This row is quarantined' }
} as const;
/** The place a message starts with; the note's own row makes it superfluous. */
const PLACE = /^(?:(?:Sel|Cell) [A-Z]+\d+|(?:Baris|Row) \d+|(?:Kolom|Column) [A-Z]+): */;

/**
 * Errors first, then warnings; information is left out. A quarantined row without a listed finding (lists are capped) says why.
 * Throws ReplyError `not_recognised` when the check found no table, `cannot_mark` for a file that is cut off: filling up its lines would hide that.
 */
export function notesOf(result: CheckResult, language: Language): ErrorNotes {
	const { recognised } = result;
	const headerRow = recognised.headerRows[0];
	if (headerRow === undefined) {
		throw new ReplyError('not_recognised', {
			id: 'Tidak ada tabel yang dikenali dalam berkas ini, jadi tidak ada baris yang dapat ditandai',
			en: 'No table was recognised in this file, so there are no rows to mark'
		});
	}
	if (result.findings.some((finding) => finding.code === 'FILE_TRUNCATED')) {
		throw new ReplyError('cannot_mark', { id: 'Berkas ini terpotong; jangan perbaiki salinannya, kirim ulang berkas aslinya', en: 'This file is cut off; do not correct a copy of it, send the original again' });
	}
	const lastHeader = recognised.headerRows.at(-1) ?? headerRow;
	const stages = new Map(findingsCatalogue().map((entry) => [entry.code, entry.stage]));
	const quarantined = new Map(result.quarantined.map(({ row, codes }) => [row, codes]));
	const rows = new Map<number, Note[]>();
	for (const finding of result.findings) {
		if (finding.severity === 'info') continue;
		const aboutRow = finding.row !== null && finding.row > lastHeader && /^(types|keys|rows)$/.test(stages.get(finding.code) ?? '');
		if (!aboutRow || finding.row === null) continue;
		const error = finding.severity === 'error' || (quarantined.get(finding.row)?.includes(finding.code) ?? false);
		if (!error && NOTHING_TO_DO.has(finding.code)) continue;
		const list = rows.get(finding.row) ?? [];
		list.push({ error, column: finding.column ?? '', code: finding.code, text: noteText(finding, language, error) });
		rows.set(finding.row, list);
	}
	for (const [row, codes] of quarantined) {
		const list = rows.get(row) ?? [];
		const listed = new Set(list.map((entry) => entry.code));
		for (const code of codes) if (!listed.has(code)) list.push({ error: true, column: '', code, text: `${WORDS[language].row}: ${inLanguage(FINDINGS[code] ?? code, language)}` });
		rows.set(row, list);
	}
	const notes = new Map([...rows].filter(([, list]) => list.length > 0).map(([row, list]) => [row, joined(list)]));
	return { sheet: recognised.sheet, headerRow, notes, language };
}

const sentence = (message: string, remedy: string): string => (remedy === '' ? message : `${message} → ${remedy}`);

/** One note a line: errors before warnings, each from left to right. */
function joined(list: readonly Note[]): string {
	const inOrder = list.toSorted((a, z) => Number(z.error) - Number(a.error) || a.column.length - z.column.length || (a.column < z.column ? -1 : Number(a.column > z.column)));
	return [...new Set(inOrder.map((note) => note.text))].join('\n');
}

/** "Kolom G (Tanggal Kejadian): … → …" */
function noteText(finding: Finding, language: Language, error: boolean): string {
	const words = WORDS[language];
	const heading = finding.heading === null ? '' : ` (${inLanguage(finding.heading, language)})`;
	const message = inLanguage(finding.message, language);
	const placed = finding.column === null ? message : `${words.column} ${finding.column}${heading === ' ()' ? '' : heading}: ${message.replace(PLACE, '')}`;
	return `${error ? '' : `${words.warning}: `}${sentence(placed, inLanguage(finding.remedy, language))}`;
}
