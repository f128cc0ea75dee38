/** Text as people meant it: invisible characters and doubled spaces out, one protecting apostrophe off. */

const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;
const ZERO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;
/** Direction marks can make a text read differently from what is stored; they are never normalised. */
const BIDI = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Cyrillic and Greek letters that look Latin, beside Latin letters in the same word. */
const LOOK_ALIKE = /[A-Za-z][\u0370-\u03FF\u0400-\u04FF]|[\u0370-\u03FF\u0400-\u04FF][A-Za-z]/;

/** Direction marks or look-alike letters in a text. */
export const isDeceptive = (text: string): boolean => BIDI.test(text) || LOOK_ALIKE.test(text);

/** `isDeceptive` as an SQL condition; plain ASCII is told by its length alone. */
export const SQL_DECEPTIVE = (value: string): string =>
	`strlen(${value}) <> length(${value}) AND regexp_matches(${value}, '[\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]|[A-Za-z][\\x{370}-\\x{4FF}]|[\\x{370}-\\x{4FF}][A-Za-z]')`;

export interface CleanText {
	readonly text: string;
	/** Invisible characters were replaced. */
	readonly invisible: boolean;
	/** Direction marks or look-alike letters: the row cannot be trusted. */
	readonly deceptive: boolean;
}

/** One cell's text, normalised; `invisible` and `deceptive` say what was found. */
export function cleanText(raw: string): CleanText {
	const plain = raw.trim();
	if (/^[\x20-\x7E]*$/.test(plain) && !plain.includes('  ') && !plain.startsWith("'")) return { text: plain, invisible: false, deceptive: false };
	const deceptive = isDeceptive(raw);
	const invisible = /[\u00A0\u200B\u2060\u00AD]/.test(raw) || raw.indexOf('\uFEFF') >= 0;
	const text = stripApostrophe(raw.replace(ZERO_WIDTH, '').replace(SPACES, ' ').replace(/ *\n */g, '\n').replace(/ {2,}/g, ' ').trim());
	return { text, invisible, deceptive };
}

/** Exports and spreadsheets protect text with one leading apostrophe: `'-Rahmawati`, `'1985…`. */
export function stripApostrophe(text: string): string {
	return /^['\u2019][^'\u2019]/.test(text) ? text.slice(1) : text;
}

/** For comparing headings, names and words: lower case, straight quotes, single spaces, no closing punctuation. */
export function comparable(raw: string): string {
	return cleanText(raw)
		.text.toLowerCase()
		.replace(/[\u2018\u2019`]/g, "'")
		.replace(/[\u2010-\u2015]/g, '-')
		.replace(/\s+/g, ' ')
		.replace(/^[\s*]+|[\s.:*]+$/g, '');
}

const MISSING = new Set(['', '-', '--', '\u2013', '\u2014', '\u2026', '...', '..', 'na', 'n/a', 'n.a', 'nihil', 'null', 'kosong', 'tidak ada', 'tidak ada data']);

/** `isMissing` as an SQL condition over a text that may be NULL. */
export const SQL_MISSING = (value: string): string => `coalesce(lower(trim(${value})), '') IN (${[...MISSING].map((sign) => `'${sign}'`).join(', ')})`;

/** Signs people write where there is nothing: `-`, `…`, `NA`, `nihil`. */
export function isMissing(text: string): boolean {
	return text === '' || (text.length <= 14 && (MISSING.has(text) || MISSING.has(text.toLowerCase().trim())));
}

/**
 * SQL condition: the text may hold something that `cleanText`, `looksLikeFormula` or an error value would change or report. It errs
 * on the side of true; a text for which it is false is stored as `trim(text)`. `loose`: doubled spaces and line breaks do not matter.
 */
export const SQL_NEEDS_A_LOOK = (value: string, loose: boolean): string =>
	`coalesce((${value} < '0' OR (${value} >= '=' AND ${value} < '>') OR (${value} >= '@' AND ${value} < 'A')) AND ltrim(${value})[1] IN ('=', '+', '-', '@', '#', '"', '''', chr(9)) AND ${value} NOT IN ('-', '--')
		OR (strlen(${value}) <> length(${value}) AND regexp_matches(${value}, '^\\s*[\\x{2019}\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]|[\\x{A0}\\x{AD}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{206F}\\x{3000}\\x{FEFF}\\x{370}-\\x{4FF}]'))
		${loose ? '' : `OR contains(${value}, '  ') OR contains(${value}, chr(9)) OR contains(${value}, chr(10)) OR contains(${value}, chr(13))`}, false)`;

/** Text a spreadsheet would run as a formula: `=`, `+`, `-`, `@`, also after a tab or in full width; numbers and phone numbers are not. */
export function looksLikeFormula(raw: string): boolean {
	const text = raw.trimStart();
	if (!/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) return false;
	if (isMissing(text.trim())) return false;
	return !/^[+-]?[\d\s.,()%-]*$/.test(text);
}
