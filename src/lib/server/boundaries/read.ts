/**
 * The operator's file of boundaries (TopoJSON): bytes → areas by their Kemendagri code. Nothing is guessed: a code that two
 * systems number differently is taken only where the file says which it is, and the feature's name must not contradict it.
 */
import { merge } from 'topojson-client';
import type { GeometryObject, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type * as GeoJSON from 'geojson';
import { z } from 'zod';
import { allRegions, regionByCode, resolveRegion } from '#etl/reference/regions.ts';

export type Shape = GeoJSON.MultiPolygon;

export interface Boundaries {
	readonly provinces: ReadonlyMap<string, Shape>;
	readonly regencies: ReadonlyMap<string, Shape>;
	/** Features that are no province and no regency that Pantau knows, as the file names them. */
	readonly unplaced: readonly string[];
}

/** Properties in the order in which they are tried; capitals do not count. docs/operations.md names them. */
const KEMENDAGRI_CODES = ['kode_kemendagri', 'kdpkab', 'kdppum'] as const;
/** Either system's: read as Kemendagri's where they have its dot or the name agrees. */
const OPEN_CODES = ['kode_wilayah', 'kode', 'code'] as const;
const BPS_CODES = ['kode_bps', 'bps_code', 'kdbps', 'kdbbps', 'kdpbps'] as const;
const NAMES = ['wadmkk', 'wadmpr', 'nama', 'name', 'namobj'] as const;

const MOST_BYTES = 32 * 1024 * 1024;

const properties = z.record(z.string(), z.unknown()).nullish();
const arcs = z.array(z.unknown());
const geometry = z.looseObject({ type: z.string(), properties, arcs: arcs.optional(), id: z.union([z.string(), z.number()]).optional() });
const topology = z.looseObject({
	type: z.literal('Topology'),
	objects: z.record(z.string(), z.looseObject({ type: z.string(), geometries: z.array(geometry).optional(), properties, arcs: arcs.optional() })),
	arcs: z.array(z.array(z.array(z.number()).min(2)))
});

/** A file that cannot be used, with the reason in words for the operator. */
export class BoundaryError extends Error {}

type Area = Polygon<Properties> | MultiPolygon<Properties>;
type Properties = Readonly<Record<string, unknown>>;

/** Text of a TopoJSON file → boundaries. Throws a `BoundaryError` that says what is wrong. */
export function readBoundaries(text: string): Boundaries {
	if (text.length > MOST_BYTES) throw new BoundaryError(`lebih besar daripada ${MOST_BYTES / 1024 / 1024} MB; sederhanakan dahulu`);
	const parsed = topology.safeParse(jsonOf(text));
	if (!parsed.success) throw new BoundaryError(`bukan TopoJSON: ${parsed.error.issues[0]?.path.join('.') || 'isi'}: ${parsed.error.issues[0]?.message ?? ''}`);
	const file = parsed.data as unknown as Topology<Record<string, GeometryObject<Properties>>>;
	const found = new Map<string, Area[]>();
	const unplaced: string[] = [];
	for (const area of Object.values(file.objects).flatMap(areasOf)) {
		const code = codeOf(area);
		if (code === null) unplaced.push(titleOf(area));
		else found.set(code, [...(found.get(code) ?? []), area]);
	}
	if (found.size === 0) throw new BoundaryError(`tidak satu pun wilayah dikenali (${unplaced.slice(0, 3).join('; ') || 'tanpa bidang'}); properti kode yang dicoba: ${[...KEMENDAGRI_CODES, ...OPEN_CODES, ...BPS_CODES].join(', ')}`);
	try {
		return { ...shapesOf(file, found), unplaced };
	} catch (error) {
		if (error instanceof BoundaryError) throw error;
		throw new BoundaryError(`garisnya tidak dapat dibaca: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (error) {
		throw new BoundaryError(`bukan JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}

const isArea = (object: GeometryObject<Properties>): object is Area => object.type === 'Polygon' || object.type === 'MultiPolygon';

function areasOf(object: GeometryObject<Properties>): Area[] {
	if (isArea(object)) return [object];
	return object.type === 'GeometryCollection' ? object.geometries.flatMap(areasOf) : [];
}

/** A province without a shape of its own is the union of its regencies. */
function shapesOf(file: Topology<Record<string, GeometryObject<Properties>>>, found: ReadonlyMap<string, readonly Area[]>): Pick<Boundaries, 'provinces' | 'regencies'> {
	const shape = (areas: readonly Area[]): Shape => inDegrees(merge(file, [...areas]));
	const regencies = new Map([...found].filter(([code]) => code.includes('.')).map(([code, areas]) => [code, shape(areas)]));
	const provinces = new Map<string, Shape>();
	for (const { code, kind } of allRegions()) {
		if (kind !== 'province') continue;
		const areas = found.get(code) ?? [...found].filter(([own]) => own.startsWith(`${code}.`)).flatMap(([, own]) => own);
		if (areas.length > 0) provinces.set(code, shape(areas));
	}
	return { provinces, regencies };
}

function inDegrees(shape: Shape): Shape {
	const isDegree = ([lon, lat]: GeoJSON.Position): boolean => lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
	if (!shape.coordinates.every((rings) => rings.every((ring) => ring.every(isDegree)))) throw new BoundaryError('koordinatnya bukan derajat bujur dan lintang (WGS 84)');
	return shape;
}

function read(area: Area, names: readonly string[]): string[] {
	const own = new Map(Object.entries(area.properties ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
	return names.flatMap((name) => {
		const value = own.get(name);
		return typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [];
	}).filter((value) => value !== '');
}

const titleOf = (area: Area): string => [...read(area, NAMES).slice(0, 1), ...read(area, [...KEMENDAGRI_CODES, ...OPEN_CODES, ...BPS_CODES]).slice(0, 1), ...(area.id === undefined ? [] : [String(area.id)])].join(' ') || 'tanpa nama dan kode';

/** `5103` and `51.03` are one Kemendagri code. */
const dotted = (code: string): string => (/^\d{4}$/.test(code) ? `${code.slice(0, 2)}.${code.slice(2)}` : code);

const bare = (name: string): string => name.toLowerCase().replace(/^(kabupaten|kab\.?|kota|provinsi)( administrasi)? /, '').trim();

/** The area that a feature means; null where it means none for sure. Throws where code and name contradict each other. */
function codeOf(area: Area): string | null {
	const names = read(area, NAMES);
	const isNamed = (code: string): boolean => names.some((name) => bare(name) === bare(regionByCode(code)?.name ?? ''));
	const sure = [...read(area, KEMENDAGRI_CODES).map(dotted), ...read(area, OPEN_CODES).filter((code) => code.includes('.'))].find(isPlace);
	const bps = read(area, BPS_CODES).flatMap((code) => allRegions().find((r) => r.bps === code)?.code ?? []).find(isPlace);
	const open = read(area, OPEN_CODES).map(dotted).find(isPlace);
	const named = namedBy(names, (sure ?? bps)?.slice(0, 2));
	const stated = sure ?? bps ?? open;
	if (stated !== undefined && named !== undefined && named !== stated && named.includes('.') === stated.includes('.') && !isNamed(stated)) {
		throw new BoundaryError(`kode ${stated} adalah ${regionByCode(stated)?.name ?? ''}, tetapi berkas menamainya ${names[0] ?? ''}; bila itu kode BPS, namai propertinya kode_bps`);
	}
	return sure ?? bps ?? (open !== undefined && isNamed(open) ? open : undefined) ?? named ?? null;
}

const isPlace = (code: string): boolean => {
	const kind = regionByCode(code)?.kind;
	return kind === 'province' || kind === 'regency' || kind === 'city';
};

/** The area that the names of a feature mean, the regency's name before the province's. */
function namedBy(names: readonly string[], province: string | undefined): string | undefined {
	for (const name of names) {
		for (const within of province === undefined ? [undefined] : [province, undefined]) {
			const resolved = resolveRegion(name, within);
			if (resolved.kind === 'found' && isPlace(resolved.code)) return resolved.code;
		}
	}
	return undefined;
}
