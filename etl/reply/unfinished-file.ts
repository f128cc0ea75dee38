/** The list of unfinished trainees as a workbook or as CSV. Both hold personal data and say so in their first line. */
import { writeXlsx, type Cell, type WriteSheet } from 'hucre';
import { inLanguage, type Language } from '../phrase.ts';
import type { UnfinishedList } from './unfinished.ts';

const WORDS = {
	id: {
		warning: 'INTERNAL – berisi data pribadi; jangan disebarkan',
		people: { name: 'Belum selesai', headings: ['Unit Kerja', 'NIP', 'Nama', 'Yang belum'] },
		agencies: { name: 'Per unit kerja', headings: ['Unit Kerja', 'Belum selesai', 'Terdaftar'] }
	},
	en: {
		warning: 'INTERNAL – contains personal data; do not pass on',
		people: { name: 'Not finished', headings: ['Agency', 'NIP', 'Name', 'Still to do'] },
		agencies: { name: 'By agency', headings: ['Agency', 'Not finished', 'Enrolled'] }
	}
} as const;

const BOLD = { font: { bold: true } } as const;

function people(list: UnfinishedList, language: Language): string[][] {
	return list.rows.map(({ agency, nip, name, remaining }) => [inLanguage(agency, language), nip, name, inLanguage(remaining, language)]);
}

/** A workbook with two sheets: the persons, and the counts by agency. Texts are texts, whatever they start with; so is the NIP. */
export async function unfinishedWorkbook(list: UnfinishedList, language: Language): Promise<Buffer> {
	const words = WORDS[language];
	const sheet = (of: { name: string; headings: readonly string[] }, rows: readonly (string | number)[][], widths: readonly number[]): WriteSheet => ({
		name: of.name,
		rows: [[words.warning], [...of.headings], ...rows.map((row) => [...row])],
		cells: new Map<string, Partial<Cell>>([
			['0,0', { value: words.warning, style: { font: { bold: true, color: { rgb: '9C0006' } } } }],
			...of.headings.map((heading, column) => [`1,${column}`, { value: heading, style: BOLD }] as const)
		]),
		columns: widths.map((width, column) => (of.headings[column] === 'NIP' ? { width, style: { numFmt: '@' } } : { width })),
		freezePane: { rows: 2 }
	});
	const counts = list.agencies.map(({ agency, unfinished, enrolled }) => [inLanguage(agency, language), unfinished, enrolled]);
	return Buffer.from(await writeXlsx({ sheets: [sheet(words.people, people(list, language), [40, 22, 36, 80]), sheet(words.agencies, counts, [40, 15, 15])] }));
}

/** Semicolons, UTF-8 with BOM, CRLF. An apostrophe stands before what a spreadsheet would take for a formula, and before the NIP, whose last digits it would lose. */
export function unfinishedCsv(list: UnfinishedList, language: Language): Buffer {
	const words = WORDS[language];
	const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
	const field = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	const rows = people(list, language).map(([agency = '', nip = '', name = '', left = '']) => [safe(agency), nip === '' ? '' : `'${nip}`, safe(name), safe(left)]);
	const lines = [[words.warning], words.people.headings, ...rows].map((row) => row.map(field).join(';'));
	return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
