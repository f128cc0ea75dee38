/** Tiles of provinces and regencies, and the legend of what they show. */
import type { Region } from '#etl/reference/regions.ts';
import { SLIM_PLACES, tightName, WIDE_PLACES } from '../../charts/tiles/layout.ts';
import { mapParams, type MapChoice } from '../../filters/map.ts';
import { filterQuery, type Filters } from '../../filters/filters.ts';
import { MAP as M } from '../../i18n/messages/map.ts';
import type { Classes } from '../../metrics/map.ts';
import type { LegendEntry, MapLegend, MapState, MapTile, TileGroup } from '../../ui/map.ts';
import { text } from './cards.ts';
import { areaName, areaPath, linkTo, provinces, regenciesOf, shortName, type PageContext } from './context.ts';
import { countsText, iconOf, legendText, ordered, stateOfValue, type Reading } from './map-reading.ts';

/** The address of the map with the reader's metric and colour. */
export function mapHref(context: PageContext, choice: MapChoice, change: Partial<Filters>): string {
	return `/peta${filterQuery(context.filters, { region: null, ...change }, mapParams(choice))}`;
}

export interface ProvinceTold {
	readonly reading: Reading;
	/** States of its regencies, by code; empty where nothing is asked of them. */
	readonly parts: readonly MapState[];
}

const pair = (place: { column: number; row: number } | undefined): readonly [number, number] => [place?.column ?? 1, place?.row ?? 1];

/** One tile a province; each opens its province. */
export function provinceTiles(context: PageContext, choice: MapChoice, classes: Classes | null, told: (code: string) => ProvinceTold): readonly MapTile[] {
	return provinces().map(({ code }) => {
		const { reading, parts } = told(code);
		const name = areaName(code, context.lang);
		const tight = tightName(code, shortName(code));
		const area = tight === name ? name : `${tight} (${name})`;
		return {
			...reading,
			code,
			kind: 'province',
			name: tight,
			label: parts.length === 0 ? text(M.tile, context, { area, text: reading.text }) : text(M.tileInside, context, { area, text: reading.text, inside: countsText(parts, classes, context.lang) }),
			href: mapHref(context, choice, { province: code }),
			parts,
			place: { wide: pair(WIDE_PLACES.get(code)), slim: pair(SLIM_PLACES.get(code)) }
		};
	});
}

/** Regencies and cities of a province, each kind a group of its own, by code; each tile leads to the area's page. */
export function regencyGroups(context: PageContext, province: string, told: (code: string) => Reading): readonly TileGroup[] {
	const all = regenciesOf(province);
	return ([['regency', M.regencies], ['city', M.cities]] as const).flatMap(([kind, title]) => {
		const own = all.filter((r) => r.kind === kind);
		return own.length === 0 ? [] : [{ title: text(title, context, { n: own.length }), tiles: own.map((r) => regencyTile(context, r, kind, told(r.code))) }];
	});
}

function regencyTile(context: PageContext, region: Region, kind: 'regency' | 'city', reading: Reading): MapTile {
	return {
		...reading,
		code: region.code,
		kind,
		name: region.shortName,
		label: text(M.tile, context, { area: areaName(region.code, context.lang), text: reading.text }),
		href: linkTo(`/wilayah/${region.code}`, context, { region: null, province: null }),
		parts: [],
		place: null
	};
}

const scaleOf = ({ breaks }: Classes): readonly MapState[] => [0, ...breaks].map((from) => stateOfValue({ breaks }, from));

/** Every state that occurs, in words, and the whole scale of classes. */
export function legendOf(context: PageContext, states: readonly MapState[], classes: Classes | null, notes: readonly string[]): MapLegend {
	const entries = ordered([...states, ...(classes ? scaleOf(classes) : [])]).map((state): LegendEntry => ({ state, icon: iconOf(state), text: legendText(state, classes, context.lang) }));
	return { title: text(M.legend, context), entries, notes };
}

export const statesOf = (tiles: readonly MapTile[]): readonly MapState[] => tiles.flatMap((t) => [t.state, ...t.parts]);

/** Where an opened province leads to: back, its own page, its own servants, who belong to no regency. */
export const provinceLinks = (context: PageContext, choice: MapChoice, province: string): readonly { readonly label: string; readonly href: string }[] => [
	{ label: text(M.back, context), href: mapHref(context, choice, { province: null }) },
	{ label: text(M.provincePage, context, { area: areaName(province, context.lang) }), href: areaPath(context, province) ?? linkTo('/wilayah', context) },
	{ label: text(M.government, context, { area: areaName(`${province}.00`, context.lang) }), href: areaPath(context, `${province}.00`) ?? linkTo('/wilayah', context) }
];
