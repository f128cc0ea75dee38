/** Rows of a brief: the same table for CSV, Excel Indonesia, Arrow, Parquet and the API. */
import { say, type Lang } from '../../i18n/index.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { UNITS, VERDICTS } from '../../i18n/messages/status.ts';
import type { Answer, Cell, Compared } from '../ask/types.ts';
import { WHOLE_LINE } from '../disclosure/protect.ts';
import { areaName, pastCycles } from '../pages/context.ts';
import { categoryName, markedAs, sourcesOf, statusText, verdictName } from '../pages/words.ts';

/** Columns in the order that other programs rely on. */
export const BRIEF_COLUMNS = [
	'release', 'nature', 'source', 'as_of', 'cycle', 'region_code', 'region_name', 'metric', 'breakdown', 'category', 'unit', 'period_start',
	'period_end', 'numerator', 'denominator', 'value', 'ci95_lower', 'ci95_upper', 'benchmark', 'benchmark_value', 'verdict', 'status', 'note', 'definition'
] as const;
export type BriefColumn = (typeof BRIEF_COLUMNS)[number];
export const NUMERIC_COLUMNS: ReadonlySet<BriefColumn> = new Set(['numerator', 'denominator', 'value', 'ci95_lower', 'ci95_upper', 'benchmark_value']);

export type BriefStatus = 'ok' | 'suppressed' | 'not_received' | 'not_published' | 'not_applicable' | 'provisional' | 'revised';
export type BriefRow = { readonly [K in BriefColumn]: K extends 'status' ? BriefStatus : string | number | null };

/** First and last day of what a cell counts: a month for the breakdown by month, else the cycle. */
function periodOf(cycle: string, breakdown: string | null, category: string | null): readonly [string | null, string | null] {
	if (breakdown === 'month' && category && category !== WHOLE_LINE) {
		const [y = 0, m = 0] = category.split('-').map(Number);
		return [`${category}-01`, new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10)];
	}
	const found = pastCycles().find((c) => c.code === cycle);
	return found ? [found.start, found.voting_date] : [null, null];
}

function noteOf(cell: Cell, lang: Lang): string | null {
	const { result, coverage } = cell;
	if (result.status !== 'ok') return statusText(result, lang);
	if (coverage && coverage.received < coverage.expected) {
		return say(PAGE.partialCell, lang, coverage);
	}
	return null;
}

/** `ID`, `51`, `previous:PILKADA-2020`, `target`. */
const benchmarkCode = (b: Compared): string => (b.kind === 'previous' ? `previous:${b.cycle}` : b.kind === 'target' ? 'target' : b.region);

/** One row per cell. A cell that is not `ok` has no numbers at all. `stages`: by their names as on the page, or by the codes that programs rely on. */
export function briefRows(answer: Answer, lang: Lang, stages: 'names' | 'codes' = 'names'): BriefRow[] {
	const { question } = answer;
	const isCode = (category: string): boolean => category !== WHOLE_LINE && (question.breakdown === 'month' || (question.breakdown === 'stage' && stages === 'codes'));
	return answer.cells.map((cell): BriefRow => {
		const { metric, result } = cell;
		const ok = result.status === 'ok' ? result : null;
		const [start, end] = periodOf(cell.cycle, question.breakdown, cell.category);
		return {
			release: answer.release,
			nature: question.nature,
			source: `Pantau; ${sourcesOf(metric, question.nature, lang)}`,
			as_of: answer.asOf,
			cycle: cell.cycle,
			region_code: cell.region,
			region_name: areaName(cell.region, lang),
			metric: metric.id,
			breakdown: cell.category === null ? null : question.breakdown,
			category: cell.category === null ? null : isCode(cell.category) ? cell.category : categoryName(question.breakdown ?? '', cell.category, lang),
			unit: metric.unit,
			period_start: start,
			period_end: end,
			numerator: ok?.numerator ?? null,
			denominator: ok?.denominator ?? null,
			value: ok?.value ?? null,
			ci95_lower: ok?.interval?.lower ?? null,
			ci95_upper: ok?.interval?.upper ?? null,
			benchmark: ok?.benchmark ? benchmarkCode(ok.benchmark) : null,
			benchmark_value: ok?.benchmark?.value ?? null,
			verdict: ok?.verdict ?? null,
			status: markedAs(result),
			note: noteOf(cell, lang),
			definition: `/definisi/${metric.id}`
		};
	});
}

const HEADINGS_ID: Readonly<Record<BriefColumn, string>> = {
	release: 'rilis', nature: 'sifat_data', source: 'sumber', as_of: 'keadaan_per', cycle: 'siklus', region_code: 'kode_wilayah', region_name: 'nama_wilayah',
	metric: 'ukuran', breakdown: 'rincian', category: 'golongan', unit: 'satuan', period_start: 'awal_kurun', period_end: 'akhir_kurun', numerator: 'pembilang',
	denominator: 'penyebut', value: 'nilai', ci95_lower: 'batas_bawah_95', ci95_upper: 'batas_atas_95', benchmark: 'pembanding', benchmark_value: 'nilai_pembanding',
	verdict: 'putusan', status: 'status', note: 'keterangan', definition: 'definisi'
};
const STATUS_ID: Readonly<Record<BriefStatus, string>> = {
	ok: 'ada', suppressed: 'disembunyikan', not_received: 'belum diterima', not_published: 'belum diterbitkan', not_applicable: 'tidak berlaku',
	provisional: 'sementara', revised: 'diperbaiki'
};

/** Text that a spreadsheet would take for a formula gets an apostrophe (CWE-1236); numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const quote = (text: string, delimiter: string): string => (text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const safeText = (text: string, delimiter: string): string => quote(FORMULA.test(text) ? `'${text}` : text, delimiter);

/** Machine CSV (RFC 4180): comma, point decimals, ISO dates, UTF-8 without BOM, CRLF. */
export function briefCsv(rows: readonly BriefRow[]): string {
	const lines = rows.map((row) => BRIEF_COLUMNS.map((name) => cellCsv(row[name], ',', '.')).join(','));
	return `${[BRIEF_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function cellCsv(value: string | number | null, delimiter: string, decimal: ',' | '.'): string {
	if (value === null) return '';
	if (typeof value === 'number') return decimal === ',' ? String(value).replace('.', ',') : String(value);
	return safeText(value, delimiter);
}

/** Excel Indonesia: the same columns with Indonesian headings and words, semicolon, decimal comma, BOM. */
export function briefCsvIndonesia(rows: readonly BriefRow[]): string {
	const lines = rows.map((row) =>
		BRIEF_COLUMNS.map((name) => {
			const value = row[name];
			if (name === 'status') return STATUS_ID[row.status];
			if (name === 'verdict' && typeof value === 'string' && Object.hasOwn(VERDICTS, value)) return verdictName(value as keyof typeof VERDICTS, 'id');
			if (name === 'unit' && typeof value === 'string' && Object.hasOwn(UNITS, value)) return safeText(say(UNITS[value as keyof typeof UNITS], 'id'), ';');
			return cellCsv(value, ';', ',');
		}).join(';')
	);
	return `\uFEFF${[BRIEF_COLUMNS.map((c) => HEADINGS_ID[c]).join(';'), ...lines].join('\r\n')}\r\n`;
}

