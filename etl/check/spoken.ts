/** A check's answer in one language, for output. */
import type { CheckResult, Finding, Recognised } from '../findings.ts';
import { inLanguage, type Language } from '../phrase.ts';

export type SpokenFinding = Omit<Finding, 'outcome' | 'heading' | 'message' | 'remedy'> & { readonly heading: string | null; readonly message: string; readonly remedy: string };
export type SpokenRecognised = Omit<Recognised, 'dropped'> & { readonly dropped: readonly string[] };

export function spokenFinding(finding: Finding, language: Language): SpokenFinding {
	const { code, severity, sheet, row, column, heading, value, message, remedy } = finding;
	return { code, severity, sheet, row, column, heading: heading === null ? null : inLanguage(heading, language), value, message: message[language], remedy: remedy[language] };
}

export function spokenRecognised(recognised: Recognised, language: Language): SpokenRecognised {
	const { kind, language: written, encoding, delimiter, sheet, headerRows, dateOrder, decimal, dropped } = recognised;
	return { kind, language: written, encoding, delimiter, sheet, headerRows, dateOrder, decimal, dropped: dropped.map((phrase) => inLanguage(phrase, language)) };
}

const WORDS = {
	id: {
		outcome: 'Hasil',
		read: 'Beginilah berkas Anda dibaca:',
		reading: ['jenis', 'dataset', 'bahasa', 'penyandian', 'pemisah', 'lembar'],
		layout: ['baris kepala', 'urutan tanggal', 'tanda desimal'],
		dropped: 'tidak dimuat',
		rows: ['Baris', 'dibaca', 'diterima', 'dikarantina', 'dilewati'],
		outcomes: { accept: 'diterima', accept_with_warnings: 'diterima dengan catatan', quarantine_rows: 'sebagian baris ditahan', reject_file: 'berkas ditolak' },
		fates: { accept: '', accept_with_warnings: '', quarantine_rows: 'Baris ini ditahan.', reject_file: 'Berkas tidak dimuat.' }
	},
	en: {
		outcome: 'Outcome',
		read: 'This is how your file was read:',
		reading: ['kind', 'dataset', 'language', 'encoding', 'delimiter', 'sheet'],
		layout: ['header rows', 'date order', 'decimal sign'],
		dropped: 'not loaded',
		rows: ['Rows', 'read', 'accepted', 'quarantined', 'dropped'],
		outcomes: { accept: 'accepted', accept_with_warnings: 'accepted with warnings', quarantine_rows: 'some rows are held', reject_file: 'file refused' },
		fates: { accept: '', accept_with_warnings: '', quarantine_rows: 'This row is held.', reject_file: 'The file is not loaded.' }
	}
} as const;

const pairs = (names: readonly string[], values: readonly (string | null)[]): string => names.map((name, at) => `${name} ${values[at] ?? '-'}`).join('; ');

/** The answer as lines of text: outcome, how the file was read, the fate of its rows. */
export function answerLines(result: CheckResult, language: Language): string[] {
	const w = WORDS[language];
	const r = spokenRecognised(result.recognised, language);
	const [rows, read, accepted, quarantined, dropped] = w.rows;
	const n = result.rows;
	return [
		`${w.outcome}: ${result.outcome} (${w.outcomes[result.outcome]})`,
		w.read,
		`  ${pairs(w.reading, [r.kind, result.dataset, r.language, r.encoding, r.delimiter, r.sheet])}`,
		`  ${pairs(w.layout, [r.headerRows.join(', ') || null, r.dateOrder, r.decimal])}`,
		...r.dropped.map((line) => `  ${w.dropped}: ${line}`),
		`${rows}: ${n.read} ${read} = ${n.accepted} ${accepted} + ${n.quarantined} ${quarantined} + ${n.dropped} ${dropped}`
	];
}

/** One finding as lines of text: what and why, what happened to the row, how to repair. */
export function findingLines(finding: Finding, language: Language): string[] {
	const { severity, code, message, remedy } = spokenFinding(finding, language);
	const fate = finding.outcome === 'quarantine_rows' && finding.row === null ? '' : WORDS[language].fates[finding.outcome];
	return [`[${severity}] ${code}: ${[/[.?!]$/.test(message) || fate === '' ? message : `${message}.`, fate].join(' ').trim()}`, `    ${remedy}`];
}
