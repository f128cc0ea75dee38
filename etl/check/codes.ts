/** Words → codes of a contract column: the code itself, the name on the reference list, or a word of our tables. */
import { LISTS, type Listed } from '../datasets/codes.ts';
import type { Column, DatasetName } from '../datasets/index.ts';
import { comparable } from '../normalise/text.ts';
import { codeForWord } from '../normalise/words.ts';

interface Index {
	readonly codes: ReadonlyMap<string, string>;
	readonly names: ReadonlyMap<string, readonly Listed[]>;
}
const indexes = new Map<string, Index>();

function indexOf(list: keyof typeof LISTS): Index {
	const known = indexes.get(list);
	if (known) return known;
	const codes = new Map<string, string>();
	const names = new Map<string, Listed[]>();
	for (const entry of LISTS[list]()) {
		codes.set(entry.code.toUpperCase(), entry.code);
		const name = comparable(entry.name);
		names.set(name, [...(names.get(name) ?? []), entry]);
	}
	const made = { codes, names };
	indexes.set(list, made);
	return made;
}

/** Code for the text; null = it says nothing, undefined = unknown. `date` picks the regime where two lists share a name. */
export function codeOf(column: Column, dataset: DatasetName, text: string, date: string | null): string | null | undefined {
	if (column.codes === undefined) return text;
	if (!('reference' in column.codes)) {
		const exact = column.codes.find((code) => code.toLowerCase() === text.toLowerCase());
		if (exact !== undefined) return exact;
		const word = codeForWord(column.name, text);
		return word == null || column.codes.includes(word) ? word : undefined;
	}
	const index = indexOf(column.codes.reference);
	const code = index.codes.get(text.toUpperCase());
	if (code !== undefined) return code;
	const named = index.names.get(comparable(text)) ?? [];
	const inForce = named.find((entry) => date !== null && (entry.from ?? '') <= date && date <= (entry.to ?? '9999')) ?? named.findLast((entry) => entry.to === null) ?? named[0];
	if (inForce) return inForce.code;
	const word = codeForWord(column.codes.reference, text);
	if (column.codes.reference === 'positions' && word === undefined && dataset === 'cases') return null;
	return word;
}
