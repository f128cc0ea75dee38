/** What the overview says to a reader who comes back, or comes for the first time. Texts are in the reader's language. */
export interface Visit {
	readonly text: string;
	/** The word before the last link of a sentence. */
	readonly or: string;
	readonly links: readonly { readonly href: string; readonly label: string }[];
	/** The links end the sentence; else they stand after it. */
	readonly sentence: boolean;
}
