/** A map of tiles. Every tile says its state in colour, sign and words; colour says nothing that the words do not. */
import type { Verdict } from '../statistics/index.ts';

export type MapState =
	| Verdict
	| 'class-0'
	| 'class-1'
	| 'class-2'
	| 'class-3'
	| 'class-4'
	/** A count that is known for some regencies of a province only. */
	| 'partial'
	| 'suppressed'
	| 'not_received'
	| 'not_published'
	| 'not_applicable'
	| 'not_estimable';

export interface MapTile {
	readonly code: string;
	readonly kind: 'province' | 'regency' | 'city';
	/** Short name that fits the tile. */
	readonly name: string;
	/** Formatted; empty where there is none. */
	readonly value: string;
	/** ▲ ● ▼ …; empty without a verdict. */
	readonly icon: string;
	/** One or two words under the value: the verdict, or why there is no value. */
	readonly word: string;
	readonly state: MapState;
	/** The whole sentence: the link's name. */
	readonly label: string;
	readonly href: string;
	/** States of the regencies inside a province, by code. */
	readonly parts: readonly MapState[];
	/** Columns and rows of the wide and the slim drawing; null where tiles flow. */
	readonly place: { readonly wide: readonly [number, number]; readonly slim: readonly [number, number] } | null;
}

export interface LegendEntry {
	readonly state: MapState;
	readonly icon: string;
	readonly text: string;
}

export interface MapLegend {
	readonly title: string;
	readonly entries: readonly LegendEntry[];
	/** How the small squares and the two kinds of regency are read. */
	readonly notes: readonly string[];
}

/** Tiles that belong together under a heading of their own; the nation's tiles stand as one group without. */
export interface TileGroup {
	readonly title: string | null;
	readonly tiles: readonly MapTile[];
}

export interface MapSpec {
	readonly title: string;
	readonly subtitle: string;
	/** Name of the list of tiles. */
	readonly label: string;
	readonly form: 'nation' | 'province';
	readonly groups: readonly TileGroup[];
	/** The figure that areas are compared with. */
	readonly benchmark: { readonly name: string; readonly value: string; readonly detail: string; readonly href: string } | null;
	readonly legend: MapLegend;
	readonly contoh: boolean;
}
