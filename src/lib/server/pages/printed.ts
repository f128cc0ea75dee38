/** Words of published figures in the reader's language; what the list does not know is shown as printed. */
import { publishedWords, type PublishedWord } from '#etl/reference/index.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { PRINTED_ONE } from '../../i18n/messages/status.ts';
import type { Plain } from '../warehouse/warehouse.ts';

let words: ReadonlyMap<string, PublishedWord> | null = null;

export function printed(kind: PublishedWord['kind'], code: Plain | undefined, lang: Lang): string {
	words ??= new Map(publishedWords().map((w) => [`${w.kind}\0${w.code}`, w]));
	const text = code === null || code === undefined ? '' : String(code);
	const word = words.get(`${kind}\0${text}`);
	if (!word) return text;
	return lang === 'id' ? word.name_id : word.name_en;
}

/** A published unit behind its number: "1 person", "2 people". */
export function printedUnit(code: Plain | undefined, value: number, lang: Lang): string {
	const one = value === 1 && typeof code === 'string' && Object.hasOwn(PRINTED_ONE, code) ? PRINTED_ONE[code] : undefined;
	return one ? say(one, lang) : printed('unit', code, lang);
}
