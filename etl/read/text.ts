/** Bytes → text: UTF-8 with or without BOM, UTF-16, and Windows-1252 only where no line holds valid multi-byte UTF-8. */
import { ReadProblem, type ReadNote } from './grid.ts';

export interface Decoded {
	readonly text: string;
	readonly encoding: string;
	readonly note: ReadNote | null;
}

const guessed = (encoding: string): ReadNote => ({ code: 'ENCODING_GUESSED', values: { encoding } });

/** Throws FILE_NUL_BYTES, FILE_MIXED_ENCODING or FILE_TRUNCATED, with the line. */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16LE', note: null };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16BE', note: null };
	const wide = utf16WithoutBom(bytes);
	if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide.toUpperCase(), note: guessed(wide.toUpperCase()) };
	const nul = bytes.indexOf(0);
	if (nul >= 0) {
		const line = lineOf(bytes, nul);
		throw new ReadProblem('FILE_NUL_BYTES', { row: String(line) }, { row: line });
	}
	const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { text, encoding: bom ? 'UTF-8 (BOM)' : 'UTF-8', note: null };
	} catch {
		return decodeSingleByte(bytes);
	}
}

/** Text in UTF-16 is half zero bytes, all on one side; damaged text has few. */
function utf16WithoutBom(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const sample = bytes.subarray(0, 4096);
	if (sample.length < 4) return null;
	let even = 0;
	let odd = 0;
	for (let at = 0; at < sample.length; at++) if (sample[at] === 0) at % 2 ? odd++ : even++;
	const half = sample.length / 2;
	if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
	if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
	return null;
}

function lineOf(bytes: Uint8Array, position: number): number {
	let line = 1;
	for (let at = 0; at < position; at++) if (bytes[at] === 10) line++;
	return line;
}

function decodeSingleByte(bytes: Uint8Array): Decoded {
	const strict = new TextDecoder('utf-8', { fatal: true });
	let firstOther: number | null = null;
	let hasMultiByte = false;
	let line = 0;
	for (let from = 0; from < bytes.length; ) {
		const newline = bytes.indexOf(10, from);
		const to = newline < 0 ? bytes.length : newline;
		const part = bytes.subarray(from, to);
		line++;
		if (part.some((byte) => byte > 127)) {
			try {
				strict.decode(part);
				hasMultiByte = true;
			} catch {
				if (newline < 0 && endsInsideCharacter(part) && (hasMultiByte || firstOther === null)) throw new ReadProblem('FILE_TRUNCATED', {}, { row: line });
				firstOther ??= line;
			}
		}
		from = to + 1;
	}
	if (hasMultiByte && firstOther !== null) throw new ReadProblem('FILE_MIXED_ENCODING', { row: String(firstOther) }, { row: firstOther });
	return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252', note: guessed('Windows-1252') };
}

/** The last line is valid UTF-8 up to a character whose last bytes are missing. */
function endsInsideCharacter(part: Uint8Array): boolean {
	for (let missing = 1; missing <= 3 && missing < part.length; missing++) {
		const lead = part[part.length - missing] ?? 0;
		if (lead >= 0x80 && lead < 0xc0) continue;
		const needs = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
		if (needs <= missing) return false;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(part.subarray(0, part.length - missing));
			return true;
		} catch {
			return false;
		}
	}
	return false;
}
