/** What the shell around every page needs to know; the layout's load fills it. */
import type { Text } from '../i18n/index.ts';
import { shellText } from '../i18n/messages/ui.ts';

export const SECTIONS = ['overview', 'compare', 'map', 'violations', 'training', 'events', 'published', 'data'] as const;
export type Section = (typeof SECTIONS)[number];
export const sectionName: Readonly<Record<Section, Text>> = shellText;

/** One choice of a select. */
export interface Option {
	readonly value: string;
	readonly label: string;
}

/** What the frame says of who looks. */
export interface ViewerBar {
	/** Signing in, or one's account and what one may do. */
	readonly links: readonly { readonly href: string; readonly label: string }[];
	/** On screen and paper for who sees more than the public: the mark, and for whom and when the page was made. */
	readonly internal: { readonly mark: string; readonly detail: string } | null;
	/** Looking with narrower eyes: what that means, and the form that ends it. */
	readonly viewingAs: { readonly text: string; readonly why: string; readonly back: string; readonly action: string; readonly to: string } | null;
	readonly unfinished: { readonly text: string; readonly href: string; readonly label: string } | null;
}

/** The switch of roles, in the demo or within what an account may see: a POST form to `action` with the fields `role` and `back` (where to return to). */
export interface RoleSwitch {
	readonly label: string;
	readonly action: string;
	readonly current: string;
	readonly back: string;
	/** `public`, `regency:51.03`, `province:51`, `national`, with their labels in the reader's language. */
	readonly options: readonly Option[];
}

/** The filter bar: every list in the reader's language; a missing list leaves its part of the sentence out. */
export interface FilterChoices {
	readonly action: string;
	readonly cycle?: { readonly current: string; readonly options: readonly Option[] };
	readonly province?: { readonly current: string; readonly options: readonly Option[] };
	readonly regency?: { readonly current: string; readonly options: readonly Option[] };
	readonly from?: { readonly current: string; readonly options: readonly Option[] };
	readonly to?: { readonly current: string; readonly options: readonly Option[] };
	/** Parameters that the form keeps as they are (nature, language, …). */
	readonly hidden: readonly (readonly [string, string])[];
	/** What was pressed in a chart, and the address that lets it go. */
	readonly picked?: { readonly label: string; readonly href: string };
	/** The address without any choice; null when nothing was chosen. */
	readonly reset: string | null;
}
export const FILTERS = ['cycle', 'province', 'regency', 'from', 'to'] as const;
