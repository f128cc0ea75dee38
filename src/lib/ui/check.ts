/** What the page on a checked file shows; every text is in the reader's language. */
export interface FindingCause {
	readonly code: string;
	readonly severity: 'error' | 'warning' | 'info';
	readonly title: string;
	/** How often, when more than once. */
	readonly count: string | null;
	/** The first places, as sentences. */
	readonly places: readonly string[];
	readonly remedy: string;
	readonly more: string | null;
}

export interface CheckedFileView {
	readonly title: string;
	readonly headline: string;
	/** Something has to be repaired. */
	readonly bad: boolean;
	/** False where nothing could be read: there are no counts to show. */
	readonly counted: boolean;
	readonly rows: string;
	readonly compared: string;
	readonly read: readonly { readonly label: string; readonly value: string }[];
	readonly left: readonly string[];
	readonly causes: readonly FindingCause[];
}
