/** JSON → values that remember where they start, and numbers as they are written: JSON.parse would round an 18-digit NIP. */

/** A number, as written. */
export class JsonNumber {
	readonly source: string;
	constructor(source: string) {
		this.source = source;
	}
}

/** An object, with its position in the text; a key that comes twice keeps its last value. */
export class JsonObject {
	readonly at: number;
	readonly entries = new Map<string, Json>();
	constructor(at: number) {
		this.at = at;
	}
}

export type Json = string | boolean | null | JsonNumber | JsonObject | readonly Json[];

/** Where the text stops being JSON, and why. */
export class JsonProblem extends Error {
	readonly why: 'cut' | 'broken' | 'deep';
	readonly at: number;
	constructor(why: JsonProblem['why'], at: number) {
		super(`${why} at ${at}`);
		this.why = why;
		this.at = at;
	}
}

export const MAX_DEPTH = 32;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** No number that means anything is longer. */
const NUMBER_LENGTH = 400;
const SPACE = /[ \t\r\n]*/y;
const WORDS: readonly (readonly [string, boolean | null])[] = [['true', true], ['false', false], ['null', null]];

/** All values in a text, one after another, as in NDJSON. Throws a JsonProblem. */
export function parseJson(text: string): Json[] {
	const parser = new Parser(text);
	const values: Json[] = [];
	while (!parser.atEnd()) values.push(parser.value(0));
	return values;
}

/** The first value alone, whatever follows it; null when there is none. */
export function firstJson(text: string): Json | null {
	try {
		return new Parser(text).value(0);
	} catch (error) {
		if (error instanceof JsonProblem) return null;
		throw error;
	}
}

class Parser {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/** Skips blanks; true when nothing follows. */
	atEnd(): boolean {
		SPACE.lastIndex = this.#at;
		SPACE.test(this.#text);
		this.#at = SPACE.lastIndex;
		return this.#at >= this.#text.length;
	}

	value(depth: number): Json {
		const sign = this.#sign();
		if (depth > MAX_DEPTH) throw new JsonProblem('deep', this.#at);
		if (sign === '{') return this.#object(depth);
		if (sign === '[') return this.#array(depth);
		if (sign === '"') return this.#string();
		return this.#scalar();
	}

	/** The next sign that is not blank. */
	#sign(): string {
		if (this.atEnd()) throw new JsonProblem('cut', this.#text.length);
		return this.#text.charAt(this.#at);
	}

	#take(signs: string): string {
		const sign = this.#sign();
		if (!signs.includes(sign)) throw new JsonProblem('broken', this.#at);
		this.#at++;
		return sign;
	}

	#object(depth: number): JsonObject {
		const made = new JsonObject(this.#at++);
		if (this.#sign() === '}') {
			this.#at++;
			return made;
		}
		do {
			if (this.#sign() !== '"') throw new JsonProblem('broken', this.#at);
			const key = this.#string();
			this.#take(':');
			made.entries.set(key, this.value(depth + 1));
		} while (this.#take(',}') === ',');
		return made;
	}

	#array(depth: number): Json[] {
		const made: Json[] = [];
		this.#at++;
		if (this.#sign() === ']') {
			this.#at++;
			return made;
		}
		do made.push(this.value(depth + 1));
		while (this.#take(',]') === ',');
		return made;
	}

	#string(): string {
		const from = this.#at;
		let to = from;
		let escaped = true;
		while (escaped) {
			to = this.#text.indexOf('"', to + 1);
			if (to < 0) throw new JsonProblem('cut', this.#text.length);
			let slashes = 0;
			while (this.#text[to - 1 - slashes] === '\\') slashes++;
			escaped = slashes % 2 === 1;
		}
		this.#at = to + 1;
		try {
			return String(JSON.parse(this.#text.slice(from, to + 1)));
		} catch {
			throw new JsonProblem('broken', from);
		}
	}

	#scalar(): Json {
		const rest = this.#text.slice(this.#at, this.#at + NUMBER_LENGTH);
		const word = WORDS.find(([name]) => rest.startsWith(name));
		NUMBER.lastIndex = 0;
		const number = word ? null : NUMBER.exec(rest)?.[0];
		const length = word?.[0].length ?? number?.length ?? 0;
		if (length === 0 || /[\w.+-]/.test(rest.charAt(length))) throw new JsonProblem(this.#breaksOff(rest) ? 'cut' : 'broken', this.#at);
		this.#at += length;
		return word ? word[1] : new JsonNumber(number ?? '');
	}

	/** The beginning of a word or number, with nothing behind it. */
	#breaksOff(rest: string): boolean {
		const isLast = this.#at + rest.length === this.#text.length;
		return isLast && (WORDS.some(([name]) => name.startsWith(rest)) || /^-?(\d+(\.\d*)?([eE][+-]?)?)?$/.test(rest));
	}
}
