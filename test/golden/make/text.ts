/** Lines → a text file in the encoding and with the line ends a program would have written. */
import { z } from 'zod';

const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le-without-bom', 'windows-1252'] as const;

export const textSchema = z.strictObject({
	make: z.literal('text'),
	encoding: z.enum(ENCODINGS).default('utf-8'),
	lineEnd: z.enum(['\n', '\r\n', '\r']).default('\r\n'),
	/** Whether the last line ends. */
	closed: z.boolean().default(true),
	/** A line, or one that is repeated; `{n}` in it counts from 1. */
	text: z.array(z.union([z.string(), z.strictObject({ line: z.string(), times: z.int().min(1) })]))
});
export type TextRecipe = z.infer<typeof textSchema>;

export function textOf({ encoding, lineEnd, closed, text }: TextRecipe): Uint8Array {
	const lines = text.flatMap((line) => (typeof line === 'string' ? [line] : Array.from({ length: line.times }, (_, at) => line.line.replaceAll('{n}', String(at + 1)))));
	return encoded(lines.join(lineEnd) + (closed ? lineEnd : ''), encoding);
}

function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
	switch (encoding) {
		case 'utf-8':
			return Buffer.from(text);
		case 'utf-8-bom':
			return Buffer.from(`\uFEFF${text}`);
		case 'utf-16le':
			return Buffer.from(`\uFEFF${text}`, 'utf16le');
		case 'utf-16be':
			return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
		case 'utf-16le-without-bom':
			return Buffer.from(text, 'utf16le');
		case 'windows-1252':
			return Buffer.from([...text].map(windowsByte));
	}
}

const WINDOWS = new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]));

/** Throws for a character that Windows-1252 does not have. */
function windowsByte(character: string): number {
	const byte = WINDOWS.get(character);
	if (byte === undefined) throw new Error(`Windows-1252 has no "${character}"`);
	return byte;
}
