/** Boundaries → SVG path data that fits a width. The only module that projects. */
import { geoIdentity, geoMercator, geoPath, geoTransform } from 'd3-geo';
import type * as GeoJSON from 'geojson';
import type { Shape } from './read.ts';

export interface DrawnArea {
	readonly d: string;
	/** Where a sign stands: the middle of the largest part. */
	readonly x: number;
	readonly y: number;
}

export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly areas: ReadonlyMap<string, DrawnArea>;
}

/** Points nearer than this to the last one are left out: they cannot be seen, and would weigh. */
const NEAR = 1;

const thinned = () => {
	let last: readonly [number, number] | null = null;
	return geoTransform({
		lineStart() {
			last = null;
			this.stream.lineStart();
		},
		point(x: number, y: number) {
			if (last && Math.hypot(x - last[0], y - last[1]) < NEAR) return;
			last = [x, y];
			this.stream.point(x, y);
		}
	});
};

/** Draws shapes side by side on one scale. At most `tallest` high; an empty list of shapes has no drawing. */
export function drawShapes(shapes: ReadonlyMap<string, Shape>, width: number, tallest = 640): Drawing | null {
	if (shapes.size === 0) return null;
	const all: GeoJSON.GeometryCollection = { type: 'GeometryCollection', geometries: [...shapes.values()].map(upright) };
	const projection = geoMercator().fitExtent([[2, 2], [width - 2, tallest - 2]], all);
	const bounds = geoPath(projection).bounds(all);
	const [[left, top], [right, bottom]] = bounds;
	if (![left, top, right, bottom].every(Number.isFinite) || right - left < 1) return null;
	const height = Math.ceil(bottom - top + 4);
	const shift = geoIdentity().translate([0, 2 - top]);
	const path = geoPath({ stream: (out) => projection.stream(shift.stream(thinned().stream(out))) }).digits(1);
	const areas = new Map([...shapes].flatMap(([code, shape]): [string, DrawnArea][] => {
		const d = path(upright(shape));
		const [x, y] = path.centroid(upright(largest(shape)));
		return d ? [[code, { d, x: Math.round(x), y: Math.round(y) }]] : [];
	}));
	return { width, height, areas };
}

/** d3 reads a ring clockwise on the sphere; the rings of files turn either way. */
function upright(shape: Shape): Shape {
	return { type: 'MultiPolygon', coordinates: shape.coordinates.map((rings) => rings.map((ring, i) => (area(ring) > 0 === (i === 0) ? ring.toReversed() : ring))) };
}

/** Twice the signed area of a ring, positive counter-clockwise. */
const area = (ring: readonly GeoJSON.Position[]): number =>
	ring.reduce((sum, [x = 0, y = 0], i) => {
		const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
		return sum + x * nextY - nextX * y;
	}, 0);

function largest(shape: Shape): Shape {
	const [first] = shape.coordinates.toSorted((a, b) => Math.abs(area(b[0] ?? [])) - Math.abs(area(a[0] ?? [])));
	return { type: 'MultiPolygon', coordinates: first ? [first] : [] };
}
