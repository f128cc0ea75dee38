/** Words of published figures in the reader's language; what the list does not know is shown as printed. */
import { publishedWords, type PublishedWord } from '#etl/reference/index.ts';
import type { Lang } from '../../i18n/index.ts';
import type { Plain } from '../warehouse/warehouse.ts';

let words: ReadonlyMap<string, PublishedWord> | null = null;

export function printed(kind: PublishedWord['kind'], code: Plain | undefined, lang: Lang): string {
	words ??= new Map(publishedWords().map((w) => [`${w.kind}\0${w.code}`, w]));
	const text = code === null || code === undefined ? '' : String(code);
	const word = words.get(`${kind}\0${text}`);
	if (!word) return text;
	return lang === 'id' ? word.name_id : word.name_en;
}
