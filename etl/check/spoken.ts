/** A check's answer in one language, for output. */
import type { CheckResult, Finding, Recognised } from '../findings.ts';
import { titleOfKind } from '../recognise/index.ts';
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
		reading: ['jenis laporan', 'dataset', 'bahasa', 'penyandian', 'pemisah', 'lembar'],
		layout: ['baris judul kolom', 'urutan tanggal', 'tanda desimal'],
		unknown: 'tidak dikenali',
		languages: { id: 'Indonesia', en: 'Inggris' },
		orders: { dmy: 'hari-bulan-tahun', mdy: 'bulan-hari-tahun', ymd: 'tahun-bulan-hari' },
		dropped: 'catatan',
		rows: ['Baris', 'dibaca', 'diterima', 'dikarantina', 'dilewati'],
		severities: { error: 'perlu diperbaiki', warning: 'catatan', info: 'keterangan' },
		outcomes: { accept: 'diterima', accept_with_warnings: 'diterima dengan catatan', quarantine_rows: 'sebagian baris dikarantina', reject_file: 'berkas ditolak' },
		fates: { accept: '', accept_with_warnings: '', quarantine_rows: 'Baris ini dikarantina.', reject_file: 'Berkas tidak dimuat.' }
	},
	en: {
		outcome: 'Outcome',
		read: 'This is how your file was read:',
		reading: ['kind of report', 'dataset', 'language', 'encoding', 'delimiter', 'sheet'],
		layout: ['header rows', 'date order', 'decimal sign'],
		unknown: 'not recognised',
		languages: { id: 'Indonesian', en: 'English' },
		orders: { dmy: 'day-month-year', mdy: 'month-day-year', ymd: 'year-month-day' },
		dropped: 'note',
		rows: ['Rows', 'read', 'accepted', 'quarantined', 'dropped'],
		severities: { error: 'to repair', warning: 'remark', info: 'information' },
		outcomes: { accept: 'accepted', accept_with_warnings: 'accepted with warnings', quarantine_rows: 'some rows are quarantined', reject_file: 'file refused' },
		fates: { accept: '', accept_with_warnings: '', quarantine_rows: 'This row is quarantined.', reject_file: 'The file is not loaded.' }
	}
} as const;

const pairs = (names: readonly string[], values: readonly (string | null)[]): string => names.flatMap((name, at) => (values[at] == null ? [] : [`${name} ${values[at]}`])).join('; ');

/** The answer as lines of text: outcome, how the file was read, the fate of its rows. */
export function answerLines(result: CheckResult, language: Language): string[] {
	const w = WORDS[language];
	const r = spokenRecognised(result.recognised, language);
	const [rows, read, accepted, quarantined, dropped] = w.rows;
	const n = result.rows;
	const quoted = (sign: string | null): string | null => (sign === null ? null : `"${sign === '\t' ? 'TAB' : sign}"`);
	const reading = [titleOfKind(r.kind)?.[language] ?? w.unknown, result.dataset, r.language && w.languages[r.language], r.encoding, quoted(r.delimiter), r.sheet];
	const layout = [r.headerRows.join(', ') || null, r.dateOrder && w.orders[r.dateOrder], quoted(r.decimal)];
	return [
		`${w.outcome}: ${w.outcomes[result.outcome]}`,
		w.read,
		...[pairs(w.reading, reading), pairs(w.layout, layout)].filter((line) => line !== '').map((line) => `  ${line}`),
		...r.dropped.map((line) => `  ${w.dropped}: ${line}`),
		`${rows}: ${n.read} ${read} = ${n.accepted} ${accepted} + ${n.quarantined} ${quarantined} + ${n.dropped} ${dropped}`
	];
}

/** One finding as lines of text: what and why, what happened to the row, how to repair. */
export function findingLines(finding: Finding, language: Language): string[] {
	const { severity, code, message, remedy } = spokenFinding(finding, language);
	const fate = finding.outcome === 'quarantine_rows' && finding.row === null ? '' : WORDS[language].fates[finding.outcome];
	return [`[${WORDS[language].severities[severity]}] ${code}: ${[/[.?!]$/.test(message) || fate === '' ? message : `${message}.`, fate].join(' ').trim()}`, `    ${remedy}`];
}
