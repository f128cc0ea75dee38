/** Words of published figures in the reader's language; what the list does not know is shown as printed. */
import { publishedWords, type PublishedWord } from '#etl/reference/index.ts';
import { formatDate, formatNumber, say, type Lang } from '../../i18n/index.ts';
import { PUBLISHED as M } from '../../i18n/messages/published.ts';
import { PRINTED_ONE } from '../../i18n/messages/status.ts';
import type { Plain, Row } from '../warehouse/warehouse.ts';
import { areaName, type PageContext } from './context.ts';

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

/** To when a figure speaks, in words. */
export function asOfOf(context: PageContext, r: Row): string {
	if (r.as_of !== null) return formatDate(String(r.as_of), context.lang, 'short');
	return r.as_of_text === null ? say(M.notGiven, context.lang) : printed('as_of_text', r.as_of_text, context.lang);
}

/** What a row is about: its category where it has one, else its area. */
export function labelOf(context: PageContext, r: Row): string {
	if (r.category !== null) return printed('category', r.category, context.lang);
	return placeOf(context, r);
}

/** A row that stands among rows of other tables: its area, with its category where it has one. */
export const nameOf = (context: PageContext, r: Row): string => (r.category === null || r.level === 'nation' ? labelOf(context, r) : `${placeOf(context, r)}, ${labelOf(context, r)}`);

/** The area of a row, as it was printed. */
export const placeOf = ({ lang }: PageContext, r: Row): string => (r.region_label !== null ? String(r.region_label) : r.region !== null ? areaName(String(r.region), lang) : say(M.national, lang));

/** "ASN diduga melanggar": what a printed figure counts, with its category where it has one. */
export function measureText(context: PageContext, row: Row): string {
	const measure = printed('measure', row.measure, context.lang);
	return row.category === null ? measure : `${measure}: ${labelOf(context, row)}`;
}

/** "3 orang", "peringkat 3": the printed value with its unit. */
export function figureText({ lang }: PageContext, row: Row): string {
	const value = formatNumber(Number(row.value), lang, Number.isInteger(Number(row.value)) ? 0 : 2);
	const unit = printedUnit(row.unit, Number(row.value), lang);
	return row.unit === 'rank' ? `${unit} ${value}` : `${value} ${unit}`;
}
