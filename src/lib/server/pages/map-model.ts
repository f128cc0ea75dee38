/** Peta before it is drawn. */
import type { MapChoice } from '../../filters/map.ts';
import type { Metric } from '../../metrics/index.ts';
import type { MapSpec, MapTile } from '../../ui/map.ts';
import type { Colour } from './map-reading.ts';
import type { PageModel } from './model.ts';

export interface MapModel extends PageModel {
	readonly choice: MapChoice;
	/** Null: the published figures. */
	readonly metric: Metric | null;
	readonly colour: Colour;
	readonly map: MapSpec;
	/** The nation's tiles beside an opened province. */
	readonly locator: { readonly title: string; readonly current: string; readonly tiles: readonly MapTile[] } | null;
	readonly more: readonly { readonly label: string; readonly href: string }[];
}
