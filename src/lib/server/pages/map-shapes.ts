/** The map of boundaries as SVG: the tiles' states, signs, links and words on the operator's shapes. */
import { MAP as M } from '../../i18n/messages/map.ts';
import { cardText } from '../../i18n/messages/ui.ts';
import type { MapSpec, MapTile } from '../../ui/map.ts';
import { boundaries } from '../boundaries/current.ts';
import { drawShapes, type DrawnArea, type Drawing } from '../boundaries/draw.ts';
import type { Shape } from '../boundaries/read.ts';
import { escapeXml } from '../charts/svg.ts';
import { text } from './cards.ts';
import { areaName, type PageContext } from './context.ts';

export interface ShapesModel {
	readonly title: string;
	readonly subtitle: string;
	/** Null where the file has none of these areas: `notes` says so. */
	readonly svg: string | null;
	readonly notes: readonly string[];
}

const WIDTH = 1120;

const drawings = new Map<string, Drawing | null>();

/** Drawn once for each set of areas. */
function drawn(key: string, shapes: ReadonlyMap<string, Shape>): Drawing | null {
	const known = drawings.get(key);
	if (known !== undefined) return known;
	const made = drawShapes(shapes, WIDTH);
	drawings.set(key, made);
	return made;
}

/** Null without a file of boundaries. */
export function shapesOf(context: PageContext, map: MapSpec, province: string | null): ShapesModel | null {
	const file = boundaries();
	if (!file) return null;
	const tiles = map.groups.flatMap((g) => g.tiles);
	const source = province ? file.regencies : file.provinces;
	const shapes = new Map(tiles.flatMap(({ code }): [string, Shape][] => {
		const shape = source.get(code);
		return shape ? [[code, shape]] : [];
	}));
	const drawing = drawn(province ?? 'ID', shapes);
	const about = { title: text(M.shapes, context), subtitle: text(M.shapesSub, context) };
	if (!drawing) return { ...about, svg: null, notes: [text(M.shapesNone, context, { area: province ? areaName(province, context.lang) : areaName('ID', context.lang) })] };
	const missing = tiles.filter((t) => !drawing.areas.has(t.code)).map((t) => t.name);
	return {
		...about,
		svg: svgOf(context, map, tiles, drawing),
		notes: [...(missing.length > 0 ? [text(M.shapesMissing, context, { areas: missing.join(', ') })] : []), text(M.shapesSource, context)]
	};
}

function svgOf(context: PageContext, map: MapSpec, tiles: readonly MapTile[], { width, height, areas }: Drawing): string {
	const hatch = '<pattern id="peta-arsir" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h6v6h-6Z" fill="var(--c-paper)"/><path d="M0 0v6" stroke="var(--c-edge)" stroke-width="2"/></pattern>';
	const parts = tiles.flatMap((tile) => {
		const area = areas.get(tile.code);
		return area ? [areaOf(tile, area)] : [];
	});
	const mark = map.contoh ? `<text class="mark" x="${width - 8}" y="20" text-anchor="end">${escapeXml(text(cardText.contoh, context))}</text>` : '';
	return `<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="${escapeXml(text(M.shapesLabel, context, { title: map.title }))}"><defs>${hatch}</defs>${parts.join('')}${mark}</svg>`;
}

function areaOf(tile: MapTile, { d, x, y }: DrawnArea): string {
	const label = escapeXml(tile.label);
	const fill = tile.state === 'suppressed' ? ' style="fill:url(#peta-arsir)"' : '';
	const icon = tile.icon === '' ? '' : `<text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central" aria-hidden="true">${escapeXml(tile.icon)}</text>`;
	return `<a href="${escapeXml(tile.href)}" aria-label="${label}" data-state="${tile.state}" data-code="${tile.code}"><title>${label}</title><path class="shape" d="${d}"${fill}/>${icon}</a>`;
}
