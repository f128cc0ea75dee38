/** A word for what bytes are, for files that could not be read. */

const MAGIC: readonly (readonly [kind: string, ...bytes: number[]])[] = [
	['pdf', 0x25, 0x50, 0x44, 0x46],
	['parquet', 0x50, 0x41, 0x52, 0x31],
	['jpeg', 0xff, 0xd8, 0xff],
	['png', 0x89, 0x50, 0x4e, 0x47],
	['gif', 0x47, 0x49, 0x46, 0x38],
	['gzip', 0x1f, 0x8b],
	['rar', 0x52, 0x61, 0x72, 0x21],
	['7z', 0x37, 0x7a, 0xbc, 0xaf]
];
/** Names of parts, as they stand uncompressed in a zip archive. */
const PARTS: readonly (readonly [kind: string, part: string])[] = [
	['xlsx', 'xl/workbook.xml'],
	['xlsb', 'xl/workbook.bin'],
	['ods', 'opendocument.spreadsheet'],
	['docx', 'word/document.xml'],
	['pptx', 'ppt/presentation.xml']
];
const TEXTS: readonly (readonly [kind: string, pattern: RegExp])[] = [
	['html', /^(<!doctype html|<html|<table|<head|<meta|<body)/i],
	['xml', /^<\?xml/],
	['rtf', /^\{\\rtf/],
	['json', /^[[{]/]
];

/** `pdf`, `xls`, `zip`, `text` …; null for bytes nobody knows. */
export function kindOfBytes(bytes: Uint8Array): string | null {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const starts = (...magic: number[]) => magic.every((byte, at) => buffer[at] === byte);
	if (starts(0x50, 0x4b)) return PARTS.find(([, part]) => buffer.includes(part))?.[0] ?? 'zip';
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'xlsx' : 'xls';
	const known = MAGIC.find(([, ...magic]) => starts(...magic));
	if (known) return known[0];
	const head = buffer.toString('latin1', 0, 1024).replace(/^(\xef\xbb\xbf|\s)+/, '');
	const marked = TEXTS.find(([, pattern]) => pattern.test(head));
	if (marked) return marked[0];
	const wide = starts(0xff, 0xfe) || starts(0xfe, 0xff);
	return buffer.length > 0 && (wide || !buffer.includes(0)) ? 'text' : null;
}
