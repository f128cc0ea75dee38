/** Text as people meant it: invisible characters and doubled spaces out, one protecting apostrophe off. */

const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;
const ZERO_WIDTH = /[\u200B\u2060\uFEFF\u00AD]/g;
/** Direction marks can make a text read differently from what is stored; they are never normalised. */
const BIDI = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Cyrillic and Greek letters that look Latin, beside Latin letters in the same word. */
const LOOK_ALIKE = /[A-Za-z][\u0370-\u03FF\u0400-\u04FF]|[\u0370-\u03FF\u0400-\u04FF][A-Za-z]/;

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
	const deceptive = BIDI.test(raw) || LOOK_ALIKE.test(raw);
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

/** Signs people write where there is nothing: `-`, `…`, `NA`, `nihil`. */
export function isMissing(text: string): boolean {
	return text === '' || (text.length <= 14 && (MISSING.has(text) || MISSING.has(text.toLowerCase().trim())));
}

/** Text a spreadsheet would run as a formula: `=`, `+`, `-`, `@`, also after a tab or in full width; numbers and phone numbers are not. */
export function looksLikeFormula(raw: string): boolean {
	const text = raw.trimStart();
	if (!/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text)) return false;
	if (isMissing(text.trim())) return false;
	return !/^[+-]?[\d\s.,()%-]*$/.test(text);
}
