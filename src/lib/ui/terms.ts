/** Words of the field inside a text: where they stand, and which of them were explained on this page before. */
import { getContext, setContext } from 'svelte';

export interface TermEntry {
	/** Its anchor on the page of terms. */
	readonly id: string;
	/** How it stands in texts of the page's language. */
	readonly words: readonly string[];
	readonly title: string;
	readonly about: string;
}

/** A piece of a text: plain, or a word with its explanation and the signs that no line may part from it. */
export type TextPart = string | { readonly before: string; readonly word: string; readonly after: string; readonly entry: TermEntry };

interface Finder {
	readonly pattern: RegExp;
	readonly entryOf: (word: string) => TermEntry | undefined;
}

const finders = new WeakMap<readonly TermEntry[], Finder>();
const spaced = (word: string): string => word.replace(/\s+/g, ' ');
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s+');
/** Small letters match a capital at the head of a sentence; a word with capitals only matches as it is written. */
const anyCase = (word: string): string => (/\p{Lu}/u.test(word) ? escaped(word) : escaped(word).replace(/^\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`));

/** Longest first, whole words only; addresses are passed over as one piece. */
function finderOf(entries: readonly TermEntry[]): Finder {
	const known = finders.get(entries);
	if (known) return known;
	const words = entries.flatMap((entry) => entry.words.map((word) => ({ word, entry }))).sort((a, b) => b.word.length - a.word.length);
	const byWord = new Map(words.map(({ word, entry }) => [word, entry]));
	const made: Finder = {
		pattern: new RegExp(`(?:https?://|www\\.|/)[^\\s)]+|[\\w-]+(?:\\.[\\w-]+)+(?:/[^\\s)]*)?|(?<![\\p{L}\\p{N}-])(${words.map(({ word }) => anyCase(word)).join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'gu'),
		entryOf: (word) => byWord.get(spaced(word)) ?? byWord.get(spaced(word).replace(/^\p{Lu}/u, (first) => first.toLowerCase()))
	};
	finders.set(entries, made);
	return made;
}

/**
 * Splits a text at the words of `entries`. A term in `seen` stays plain; what is found goes into `seen`, so that each
 * term is explained once. The parts joined give the text.
 */
export function splitTerms(text: string, entries: readonly TermEntry[], seen: Set<string>): readonly TextPart[] {
	if (entries.length === 0) return [text];
	const { pattern, entryOf } = finderOf(entries);
	const parts: TextPart[] = [];
	let from = 0;
	for (const match of text.matchAll(pattern)) {
		const word = match[1];
		const entry = word === undefined ? undefined : entryOf(word);
		if (word === undefined || !entry || seen.has(entry.id)) continue;
		seen.add(entry.id);
		const end = match.index + word.length;
		const before = /[([“"]*$/.exec(text.slice(from, match.index))?.[0] ?? '';
		const after = /^[)\].,;:!?”"]*/.exec(text.slice(end))?.[0] ?? '';
		if (match.index - before.length > from) parts.push(text.slice(from, match.index - before.length));
		parts.push({ before, word, after, entry });
		from = end + after.length;
	}
	if (from < text.length) parts.push(text.slice(from));
	return parts;
}

export interface PageTerms {
	readonly entries: readonly TermEntry[];
	/** Terms explained on this page already. */
	readonly seen: Set<string>;
	readonly all: { readonly href: string; readonly label: string };
}

const KEY = 'terms';
/** What the frame of a page gives to every text in it. */
export const provideTerms = (terms: Omit<PageTerms, 'seen'>): void => void setContext(KEY, { ...terms, seen: new Set<string>() } satisfies PageTerms);
export const pageTerms = (): PageTerms | undefined => getContext<PageTerms | undefined>(KEY);
