/** Istilah: the words of the field, explained; for their own page and for the texts of all others. */
import { glossary, sources, type Term } from '#etl/reference/index.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { TERMS as M } from '../../i18n/messages/terms.ts';
import type { TermEntry } from '../../ui/terms.ts';

const made = new Map<Lang, readonly TermEntry[]>();

/** The terms that are explained where they stand in a text of one language. */
export function termEntries(lang: Lang): readonly TermEntry[] {
	const known = made.get(lang) ?? glossary().flatMap((t): TermEntry[] => {
		const words = t[`words_${lang}`];
		return words.length === 0 ? [] : [{ id: t.id, words, title: t[`term_${lang}`], about: t[`about_${lang}`] }];
	});
	made.set(lang, known);
	return known;
}

/** What the frame of a page hands to its texts. */
export const pageTermsOf = (lang: Lang): { readonly entries: readonly TermEntry[]; readonly all: { readonly href: string; readonly label: string } } => ({
	entries: termEntries(lang),
	all: { href: `/istilah${lang === 'en' ? '?lang=en' : ''}`, label: say(M.all, lang) }
});

export interface TermRow {
	readonly id: string;
	readonly name: string;
	/** The term in the other language. */
	readonly other: string;
	readonly otherLang: Lang;
	readonly about: string;
	readonly sources: readonly { readonly title: string; readonly href: string | null }[];
}

export interface TermsModel {
	readonly heading: string;
	readonly lead: string;
	readonly letters: readonly { readonly letter: string; readonly terms: readonly TermRow[] }[];
}

const webOnly = (address: string | null): string | null => (address !== null && /^https?:\/\/\S+$/.test(address) ? address : null);

function rowOf(term: Term, lang: Lang): TermRow {
	const otherLang = lang === 'id' ? 'en' : 'id';
	return {
		id: term.id,
		name: term[`term_${lang}`],
		other: term[`term_${otherLang}`] === term[`term_${lang}`] ? '' : term[`term_${otherLang}`],
		otherLang,
		about: term[`about_${lang}`],
		sources: term.source.flatMap((id) => sources().filter((s) => s.id === id)).map((s) => ({ title: s.title, href: webOnly(s.address) }))
	};
}

/** All terms in the order of the alphabet of the language, by first letter. */
export function termsPage(lang: Lang): TermsModel {
	const rows = glossary().map((t) => rowOf(t, lang)).sort((a, b) => a.name.localeCompare(b.name, lang));
	const letters = Map.groupBy(rows, (row) => row.name.charAt(0).toUpperCase());
	return { heading: say(M.heading, lang), lead: say(M.lead, lang, { n: rows.length }), letters: [...letters].map(([letter, terms]) => ({ letter, terms })) };
}
