/** One pass over the bytes of a large text file: what it is encoded in, and which lines start no record. Memory stays at one chunk. */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { ReadProblem, type ReadNote } from '../read/grid.ts';

export interface Survey {
	readonly encoding: string;
	readonly note: ReadNote | null;
	/** UTF-8 text to read: the file itself, or a copy made in `folder`. */
	readonly path: string;
	readonly lines: number;
	/** Lines (from 1) with nothing in them, and lines that go on inside a quoted cell. Null when there are too many to list. */
	readonly unstarted: Unstarted | null;
	/** Line of the quote that is still open at the end. */
	readonly openQuote: number | null;
	/** Bytes of the longest line. */
	readonly longestLine: number;
	/** The text ends without a line break. */
	readonly openEnd: boolean;
	/** DuckDB would read it otherwise: line ends of both kinds, which it counts twice, or a byte order mark inside the text, which its client takes off a cell. */
	readonly misread: boolean;
}

export interface Unstarted {
	readonly blank: readonly number[];
	readonly inside: readonly number[];
}

const CHUNK = 4 * 1024 * 1024;
const LISTED = 200_000;
const MARK = Buffer.from('\uFEFF');
const [NEWLINE, QUOTE, RETURN] = [10, 34, 13];

/** Throws FILE_NUL_BYTES, FILE_MIXED_ENCODING as `read` does, with the line. `folder` is private and removed by the caller. */
export async function survey(path: string, folder: string): Promise<Survey> {
	const wide = await wideEncoding(path);
	if (!wide) {
		const first = await pass(path);
		if (first.otherLine === null) return { ...first.facts, encoding: first.bom ? 'UTF-8 (BOM)' : 'UTF-8', note: null, path };
		if (first.multiByte) throw new ReadProblem('FILE_MIXED_ENCODING', { row: String(first.otherLine) }, { row: first.otherLine });
	}
	const encoding = wide ?? 'windows-1252';
	const copy = `${folder}/text.utf8`;
	await recode(path, copy, encoding);
	const second = await pass(copy);
	const name = wide ? wide.toUpperCase() : 'Windows-1252';
	return { ...second.facts, encoding: name, note: wide ? null : { code: 'ENCODING_GUESSED', values: { encoding: name } }, path: copy };
}

async function wideEncoding(path: string): Promise<'utf-16le' | 'utf-16be' | null> {
	for await (const chunk of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>) {
		if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
		if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
	}
	return null;
}

async function recode(from: string, to: string, encoding: string): Promise<void> {
	const decoder = new TextDecoder(encoding);
	const transform = new Transform({
		transform(chunk: Buffer, _, done) {
			done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
		},
		flush(done) {
			done(null, Buffer.from(decoder.decode()));
		}
	});
	await pipeline(createReadStream(from, { highWaterMark: CHUNK }), transform, createWriteStream(to, { mode: 0o600 }));
}

/** What is known so far; lines are judged when they are complete. */
interface State {
	line: number;
	/** Line where the open quote stands, or null. */
	openQuote: number | null;
	readonly blank: number[];
	readonly inside: number[];
	multiByte: boolean;
	otherLine: number | null;
	longest: number;
	innerMark: boolean;
	/** Line feeds, carriage returns, and carriage returns before a line feed. */
	feeds: number;
	returns: number;
	pairs: number;
}

async function pass(path: string): Promise<{ facts: Omit<Survey, 'encoding' | 'note' | 'path'>; multiByte: boolean; otherLine: number | null; bom: boolean }> {
	const state: State = { line: 1, openQuote: null, blank: [], inside: [], multiByte: false, otherLine: null, longest: 0, innerMark: false, feeds: 0, returns: 0, pairs: 0 };
	let rest: Buffer = Buffer.alloc(0);
	let bom = false;
	let start = true;
	let openEnd = false;
	for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
		if (start) bom = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
		start = false;
		const cut = chunk.lastIndexOf(NEWLINE) + 1;
		const whole = cut === 0 ? Buffer.alloc(0) : Buffer.concat([rest, chunk.subarray(0, cut)]);
		rest = cut === 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk.subarray(cut));
		if (whole.length > 0) judge(whole, state);
	}
	if (rest.length > 0) {
		openEnd = true;
		judge(rest, state);
		state.line++;
	}
	const { line, blank, inside, openQuote, multiByte, otherLine } = state;
	const unstarted = blank.length + inside.length > LISTED ? null : { blank, inside };
	return { facts: { lines: line - 1, unstarted, openQuote, longestLine: state.longest, openEnd, misread: state.innerMark || hasBothEnds(state) }, multiByte, otherLine, bom };
}

const hasBothEnds = ({ feeds, returns, pairs }: State): boolean => returns > 0 && (pairs < returns || pairs < feeds);

/** Judges whole lines: encoding by the block where it is clean, else line by line. */
function judge(block: Buffer, state: State): void {
	const nul = block.indexOf(0);
	if (nul >= 0) {
		let line = state.line;
		for (let at = block.indexOf(NEWLINE); at >= 0 && at < nul; at = block.indexOf(NEWLINE, at + 1)) line++;
		throw new ReadProblem('FILE_NUL_BYTES', { row: String(line) }, { row: line });
	}
	if (!isAscii(block)) {
		state.innerMark ||= block.indexOf(MARK, state.line === 1 ? 1 : 0) >= 0;
		if (isUtf8(block)) state.multiByte = true;
		else judgeEncoding(block, state);
	}
	for (let at = block.indexOf(RETURN); at >= 0; at = block.indexOf(RETURN, at + 1)) {
		state.returns++;
		if (block[at + 1] === NEWLINE) state.pairs++;
	}
	let quote = block.indexOf(QUOTE);
	for (let from = 0; from < block.length; ) {
		const newline = block.indexOf(NEWLINE, from);
		const to = newline < 0 ? block.length : newline;
		if (to - from > state.longest) state.longest = to - from;
		if (state.openQuote !== null || to - from < 2) noteUnstarted(block, from, to, state);
		while (quote >= 0 && quote < to) {
			state.openQuote = state.openQuote === null ? state.line : null;
			quote = block.indexOf(QUOTE, quote + 1);
		}
		if (newline >= 0) {
			state.line++;
			state.feeds++;
		}
		from = to + 1;
	}
}

function noteUnstarted(block: Buffer, from: number, to: number, state: State): void {
	if (state.openQuote === null && to > from && block[from] !== RETURN) return;
	const list = state.openQuote === null ? state.blank : state.inside;
	if (list.length <= LISTED) list.push(state.line);
}

function judgeEncoding(block: Buffer, state: State): void {
	let line = state.line;
	for (let from = 0; from < block.length; line++) {
		const newline = block.indexOf(NEWLINE, from);
		const to = newline < 0 ? block.length : newline;
		const part = block.subarray(from, to);
		if (!isAscii(part)) {
			if (isUtf8(part)) state.multiByte = true;
			else state.otherLine ??= line;
		}
		from = to + 1;
	}
}

/** The first `bytes` of a UTF-8 text, cut at the end of a line; without its BOM. */
export async function headOf(path: string, bytes: number): Promise<string> {
	const decoder = new StringDecoder('utf8');
	let text = '';
	for await (const chunk of createReadStream(path, { end: bytes - 1 }) as AsyncIterable<Buffer>) text += decoder.write(chunk);
	const cut = text.lastIndexOf('\n');
	return text.slice(0, cut < 0 ? text.length : cut + 1).replace(/^\uFEFF/, '');
}
