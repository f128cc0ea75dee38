/** The A4 brief of one area and cycle, ready to be set on paper. All texts are in the reader's language. */
import type { TableSpec } from '../charts/types.ts';
import type { MetricRow } from './area.ts';

export interface A4Link {
	readonly label: string;
	readonly href: string;
}

/** The bar above the sheets; on screen only. */
export interface A4Bar {
	readonly back: A4Link;
	readonly hint: string;
	/** On the button that prints. */
	readonly print: string;
	/** For whom an internal brief is; null on a public one. */
	readonly whom: string | null;
	readonly links: readonly A4Link[];
	readonly language: A4Link & { readonly lang: 'id' | 'en' };
}

/** Drawings side by side or one alone: each for paper and wide screens, and slim. Our own SVG. */
export interface A4Chart {
	readonly title: string;
	/** Said under the title. */
	readonly how: string;
	readonly drawings: readonly { readonly wide: string; readonly slim: string }[];
	readonly notes: readonly string[];
}

/** The table of measures, every figure from the ask engine. */
export interface A4Key {
	readonly title: string;
	readonly note: string;
	readonly columns: { readonly measure: string; readonly value: string; readonly nOfN: string; readonly interval: string; readonly nation: string | null; readonly change: string | null };
	readonly rows: readonly MetricRow[];
}

/** A table that stands as it is, with what is to be said under it. */
export interface A4Table {
	/** Columns of the same width. */
	readonly even?: true;
	readonly title: string;
	readonly table: TableSpec | null;
	readonly notes: readonly string[];
}

export interface A4Mark {
	readonly kind: 'public' | 'internal';
	readonly text: string;
	readonly detail: string | null;
}

export interface A4Model {
	/** Title of the document. */
	readonly title: string;
	readonly area: string;
	readonly cycle: string;
	readonly name: string;
	readonly site: string;
	readonly mark: A4Mark;
	/** On each page of synthetic data. */
	readonly contoh: string | null;
	readonly question: string;
	readonly answer: string;
	/** Null where there was no election: then nothing else is said. */
	readonly body: A4Body | null;
	readonly about: { readonly title: string; readonly lines: readonly (readonly [string, string])[] };
	/** "Halaman 1 dari 2" and what stands beside it. */
	readonly pages: readonly string[];
	readonly foot: string;
}

export interface A4Body {
	readonly key: A4Key | null;
	readonly published: A4Table | null;
	readonly comparison: A4Chart;
	/** What of the second sheet the first one has room for. */
	readonly first: 'time' | 'done' | 'none';
	readonly time: A4Chart;
	readonly complete: A4Table | null;
	readonly done: { readonly title: string; readonly sentences: readonly string[]; readonly events: A4Table | null };
	readonly limits: { readonly title: string; readonly sentences: readonly string[] };
	readonly definitions: { readonly title: string; readonly lines: readonly (readonly [string, string])[] };
}
