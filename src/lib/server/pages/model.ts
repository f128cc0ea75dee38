import type { BriefRow } from '../export/brief.ts';
import type { PageCard } from './cards.ts';

/** A tile: one number and what it means. */
export interface TileModel {
	readonly label: string;
	readonly figure: string | null;
	readonly unit?: string;
	readonly status?: 'ok' | 'suppressed' | 'not_received' | 'not_published' | 'not_applicable';
	readonly statusText?: string;
	readonly meaning?: string;
	readonly interval?: string;
	readonly denominator?: string;
	readonly source?: string;
	/** Printed by a body: real, and not computed. */
	readonly isPrinted?: boolean;
	readonly age?: string;
	readonly href?: string;
	/** Where the figure itself comes from. */
	readonly origin?: string;
}

/** A page before it is drawn. The export of the page is the rows of its cards (and tiles). */
export interface PageModel {
	readonly heading: string;
	/** The page's answer in one sentence. */
	readonly lead: string;
	readonly tiles: readonly TileModel[];
	readonly cards: readonly PageCard[];
	/** Rows that stand in tiles only. */
	readonly tileRows: readonly BriefRow[];
	/** Said instead of cards where there is nothing to show. */
	readonly empty: string | null;
}
