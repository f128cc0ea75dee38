/** Text files in the dialects that real exports have. */
export interface Dialect {
	readonly delimiter: ',' | ';' | '\t';
	readonly eol: '\n' | '\r\n';
	readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le-bom';
	/** `all`: every cell in quotes; `spaces`: as PHP does, cells with spaces too; `needed`: only where the delimiter or a quote asks for it. */
	readonly quote: 'all' | 'spaces' | 'needed';
}

export const PLAIN: Dialect = { delimiter: ',', eol: '\n', encoding: 'utf-8', quote: 'needed' };
export const EXCEL_ID: Dialect = { delimiter: ';', eol: '\r\n', encoding: 'utf-8-bom', quote: 'needed' };
export const SEMICOLON: Dialect = { delimiter: ';', eol: '\n', encoding: 'utf-8', quote: 'needed' };
export const MOODLE_OLD: Dialect = { delimiter: ',', eol: '\n', encoding: 'utf-8', quote: 'all' };
export const MOODLE_EXCEL: Dialect = { delimiter: '\t', eol: '\n', encoding: 'utf-16le-bom', quote: 'all' };
export const MOODLE_WIDGET: Dialect = { delimiter: ',', eol: '\n', encoding: 'utf-8-bom', quote: 'spaces' };

export type TextCell = string | number | boolean | null;

/** Rows → bytes of a delimited text file; null is an empty cell. */
export function textFile(rows: Iterable<readonly TextCell[]>, dialect: Dialect): Buffer {
	const lines: string[] = [];
	for (const row of rows) lines.push(line(row, dialect));
	const text = `${lines.join(dialect.eol)}${dialect.eol}`;
	if (dialect.encoding === 'utf-16le-bom') return Buffer.from(`\uFEFF${text}`, 'utf16le');
	return Buffer.from(dialect.encoding === 'utf-8-bom' ? `\uFEFF${text}` : text, 'utf8');
}

/** One row as text, without the line end. */
export function line(row: readonly TextCell[], { delimiter, quote }: Dialect): string {
	return row
		.map((cell) => {
			const text = cell === null ? '' : String(cell);
			const asked = text.includes(delimiter) || text.includes('"') || text.includes('\n') || text.includes('\r');
			const quoted = quote === 'all' || asked || (quote === 'spaces' && text.includes(' '));
			return quoted ? `"${text.replaceAll('"', '""')}"` : text;
		})
		.join(delimiter);
}
