/** Letters ready to print, in the language of the page. */
export interface LetterModel {
	readonly id: string;
	readonly lang: 'id' | 'en';
	/** Said above a translation; null above the letter itself. */
	readonly translation: string | null;
	readonly head: string;
	/** Number, priority, attachments, subject. */
	readonly lines: readonly (readonly [string, string])[];
	/** Place and date. */
	readonly place: string;
	readonly to: readonly string[];
	/** To whom, for the heading. */
	readonly title: string;
	readonly opening: string;
	readonly lacking: readonly { readonly name: string; readonly what: string }[];
	readonly how: string;
	readonly ways: readonly string[];
	readonly closing: string;
	readonly signature: readonly string[];
	readonly signed: readonly string[];
	readonly copies: string;
	readonly release: string;
}

export interface LettersModel {
	readonly heading: string;
	readonly lead: string;
	readonly back: { readonly label: string; readonly href: string };
	/** The mark of synthetic data. */
	readonly contoh: string;
	readonly letters: readonly LetterModel[];
}
