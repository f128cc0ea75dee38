/** Words for people, in both languages. A plain string reads the same in either (a name, a number, a file's own word). */
export type Language = 'id' | 'en';
export interface Bilingual {
	readonly id: string;
	readonly en: string;
}
export type Phrase = string | Bilingual;

/** The phrase in one language. */
export const inLanguage = (phrase: Phrase, language: Language): string => (typeof phrase === 'string' ? phrase : phrase[language]);

/** A phrase made of phrases: `both((say) => `${say(a)}, ${say(b)}`)`. */
export const both = (write: (say: (phrase: Phrase) => string) => string): Bilingual => ({
	id: write((phrase) => inLanguage(phrase, 'id')),
	en: write((phrase) => inLanguage(phrase, 'en'))
});
