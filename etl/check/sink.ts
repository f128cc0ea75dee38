/** Collects findings: masked, cut, worded; repeated warnings are counted together and errors are capped. */
import type { Finding, Outcome } from '../findings.ts';
import { OUTCOMES } from '../findings.ts';
import { both, type Bilingual, type Phrase } from '../phrase.ts';
import { maskNip } from '../normalise/nip.ts';
import { columnLetter } from '../read/grid.ts';
import { findingsCatalogue } from '../reference/index.ts';
import { wordsFor } from './messages.ts';

export interface Place {
	readonly sheet?: string | null;
	readonly row?: number | null;
	/** 0-based. */
	readonly column?: number | null;
	readonly heading?: Phrase | null;
	readonly value?: string | null;
}

const VALUE_LENGTH = 40;
/** Listed one by one up to here, then only counted. */
const WARNINGS_PER_CODE = 25;

/** `siti@asn.example` → `s***@asn.example`, wherever it stands in a text. */
const maskMail = (text: string): string =>
	text.replace(/[^\s,;:<>()"']+/g, (word) => {
		const at = word.lastIndexOf('@');
		const [first] = word;
		return at > 0 && first !== undefined && /\.\p{L}{2,}/u.test(word.slice(at)) ? `${first}***${word.slice(at)}` : word;
	});

/** A value as it may be shown: NIP and e-mail addresses masked, at most 40 characters, one line. */
export function shown(value: string): string {
	const masked = maskMail(maskNip(value)).replace(/\s+/g, ' ').trim();
	// No half of a character at the cut.
	const cut = masked.length > VALUE_LENGTH ? `${masked.slice(0, VALUE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : masked;
	return cut.toWellFormed();
}

export class Sink {
	/** Findings, each with the key under which it is counted. */
	readonly #findings: { readonly finding: Finding; readonly key: string }[] = [];
	readonly #counts = new Map<string, number>();
	readonly #limit: number;
	#errors = 0;
	#outcome: Outcome = 'accept';
	sheet: string | null = null;
	headings: readonly string[] = [];
	/** Columns have letters, as in a sheet; those of JSON are named by their path alone. */
	lettered = true;

	constructor(limit: number) {
		this.#limit = limit;
	}

	get outcome(): Outcome {
		return this.#outcome;
	}

	/** Makes the outcome at least this bad, where one code can mean either. */
	raise(outcome: Outcome): void {
		if (OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(this.#outcome)) this.#outcome = outcome;
	}

	/** More errors than are listed. */
	get overflow(): boolean {
		return this.#errors > this.#limit;
	}

	/** True when the catalogue holds the row for this code. */
	static holdsRow(code: string): boolean {
		return entryOf(code).outcome === 'quarantine_rows' || entryOf(code).outcome === 'reject_file';
	}

	/** Adds a finding; an info code is counted and listed once per column. `times`: how many cells it is about. */
	add(code: string, place: Place = {}, values: Readonly<Record<string, Phrase>> = {}, times = 1): void {
		const entry = entryOf(code);
		const before = this.count(code, place.column ?? null, times);
		// What refuses the file is always said, however many errors came before it.
		if (entry.severity === 'error' && entry.outcome !== 'reject_file' && this.#errors > this.#limit) return;
		if (entry.severity === 'info' && before > 0) return;
		if (entry.severity === 'warning' && before >= WARNINGS_PER_CODE) return;
		this.#findings.push({ finding: this.#finding(code, place, values), key: keyOf(code, place.column ?? null) });
	}

	/** Counts findings without listing them. Returns how many of the code and column there were before. */
	count(code: string, column: number | null, times: number): number {
		const entry = entryOf(code);
		this.raise(entry.outcome);
		const key = keyOf(code, column);
		const before = this.#counts.get(key) ?? 0;
		this.#counts.set(key, before + times);
		if (entry.severity === 'error') this.#errors += times;
		return before;
	}

	#finding(code: string, place: Place, values: Readonly<Record<string, Phrase>>): Finding {
		const entry = entryOf(code);
		const column = place.column ?? null;
		const letter = column === null || !this.lettered ? null : columnLetter(column);
		const row = place.row ?? null;
		const heading = place.heading ?? (column === null ? null : (this.headings[column] ?? null));
		const value = place.value == null ? null : shown(place.value);
		const words = wordsFor(code, { at: placeOf(row, letter, this.lettered || typeof heading !== 'string' ? null : heading), row: String(row ?? ''), heading: heading || (letter ?? ''), value: value ?? '', columnLetter: letter ?? '', ...values });
		return { code, severity: entry.severity, outcome: entry.outcome, sheet: place.sheet === undefined ? this.sheet : place.sheet, row, column: letter, heading, value, ...words };
	}

	/** All findings by row, those about the file first; counted ones say how many. */
	findings(): Finding[] {
		const list = this.#findings.map(({ finding, key }) => {
			const count = this.#counts.get(key) ?? 1;
			if (finding.severity === 'info') return { ...finding, ...counted(finding, count) };
			return finding;
		});
		for (const [key, count] of this.#counts) {
			const code = key.slice(0, key.indexOf(' '));
			if (entryOf(code).severity !== 'warning' || count <= WARNINGS_PER_CODE) continue;
			const last = list.findLastIndex((finding) => finding.code === code);
			const at = list[last];
			if (at) list[last] = { ...at, message: andMore(at.message, count - WARNINGS_PER_CODE) };
		}
		return list.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
	}

	/** "kolom A (NIP): 512 NIP_LOST_DIGITS; …", for the stop message. */
	#summary(): Bilingual {
		const worst = [...this.#counts]
			.filter(([key]) => entryOf(key.slice(0, key.indexOf(' '))).severity === 'error')
			.sort((a, b) => b[1] - a[1])
			.slice(0, 8)
			.map(([key, count]): Phrase => {
				const [code = '', column = ''] = key.split(' ');
				if (column === '') return `${count} ${code}`;
				const [letter, heading] = [columnLetter(Number(column)), this.headings[Number(column)] ?? ''];
				if (!this.lettered) return { id: `kolom "${heading}": ${count} ${code}`, en: `column "${heading}": ${count} ${code}` };
				return { id: `kolom ${letter} (${heading}): ${count} ${code}`, en: `column ${letter} ("${heading}"): ${count} ${code}` };
			});
		return both((say) => worst.map(say).join('; '));
	}

	/** Ends a check that met too many errors. */
	addOverflow(): void {
		this.#outcome = 'reject_file';
		this.#findings.push({ finding: this.#finding('TOO_MANY_ERRORS', {}, { limit: String(this.#limit), summary: this.#summary() }), key: keyOf('TOO_MANY_ERRORS', null) });
	}
}

const keyOf = (code: string, column: number | null): string => `${code} ${column ?? ''}`;

/** `Sel C5`, `Baris 5`, `Kolom C`; `Baris 5, "actor.mbox"` where columns have paths instead of letters. */
function placeOf(row: number | null, letter: string | null, path: string | null): Phrase {
	if (path) return row === null ? { id: `Kolom "${path}"`, en: `Column "${path}"` } : { id: `Baris ${row}, "${path}"`, en: `Row ${row}, "${path}"` };
	if (row !== null && letter !== null) return { id: `Sel ${letter}${row}`, en: `Cell ${letter}${row}` };
	if (row !== null) return { id: `Baris ${row}`, en: `Row ${row}` };
	return letter === null ? '' : { id: `Kolom ${letter}`, en: `Column ${letter}` };
}

const andMore = (message: Bilingual, count: number): Bilingual => ({ id: `${message.id} (dan ${count} lagi seperti ini)`, en: `${message.en} (and ${count} more like this)` });

function counted(finding: Finding, count: number): { message: Bilingual } {
	const words = wordsFor(finding.code, { count: String(count), value: finding.value ?? '', heading: finding.heading ?? '', row: String(finding.row ?? '') });
	return { message: words.message };
}

const entries = new Map<string, ReturnType<typeof findingsCatalogue>[number]>();

function entryOf(code: string): ReturnType<typeof findingsCatalogue>[number] {
	if (entries.size === 0) for (const entry of findingsCatalogue()) entries.set(entry.code, entry);
	const entry = entries.get(code);
	if (!entry) throw new Error(`findings.csv has no ${code}`);
	return entry;
}
