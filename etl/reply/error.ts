/** Why a reply to a contributor cannot be written. */
import { inLanguage, type Bilingual, type Language } from '../phrase.ts';

export type ReplyCode =
	/** The check did not get as far as a table with a header. */
	| 'not_recognised'
	/** JSON and Parquet have no column a person could read. */
	| 'kind_unsupported'
	/** The file cannot be marked without risking its content. */
	| 'cannot_mark'
	/** No room: the column would lie beyond what Pantau reads. */
	| 'too_wide'
	/** The file is not a training report with one person a row. */
	| 'not_training'
	/** The report says of nobody whether they finished. */
	| 'no_standing';

/** Ends a reply. `words` is for people in both languages; `message` is the Indonesian. */
export class ReplyError extends Error {
	readonly code: ReplyCode;
	readonly words: Bilingual;
	constructor(code: ReplyCode, words: Bilingual) {
		super(words.id);
		this.code = code;
		this.words = words;
	}
	in(language: Language): string {
		return inLanguage(this.words, language);
	}
}
