/** Official boundaries: what a file means, what is refused and why, and that shapes are drawn where they lie. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { drawShapes } from '#lib/server/boundaries/draw.ts';
import { BoundaryError, readBoundaries } from '#lib/server/boundaries/read.ts';
import { ROOT } from '../../etl/root.ts';

const text = readFileSync(join(ROOT, 'test', 'boundaries', 'squares.topojson'), 'utf8');
interface Made {
	objects: { made_up: { geometries: { type: string; properties: Record<string, unknown>; arcs: unknown }[] } };
	arcs: number[][][];
}
const changed = (change: (file: Made) => void): string => {
	const file = JSON.parse(text) as Made;
	change(file);
	return JSON.stringify(file);
};
const named = (properties: Record<string, unknown>): string => changed((f) => void (f.objects.made_up.geometries = [{ type: 'Polygon', properties, arcs: [[3]] }]));
const why = (file: string): string => {
	try {
		readBoundaries(file);
	} catch (error) {
		if (error instanceof BoundaryError) return error.message;
		throw error;
	}
	return '';
};

describe('a file of boundaries', () => {
	it('gives regencies by any of the codes, provinces as their union, and names what it does not know', () => {
		const { provinces, regencies, unplaced } = readBoundaries(text);
		expect([...regencies.keys()].sort()).toEqual(['18.12', '51.02', '51.03', '64.01']);
		expect([...provinces.keys()].sort()).toEqual(['18', '51', '64']);
		expect(unplaced).toEqual(['Tanah Khayal 9999']);
		// Two squares side by side are one ring: the line between them is gone.
		expect(provinces.get('51')?.coordinates.length).toBe(1);
		expect(regencies.get('64.01')?.coordinates.length).toBe(2);
	});
	test.each([
		[{ KDPKAB: '51.03' }, '51.03'],
		[{ KDPKAB: '5103' }, '51.03'],
		[{ kode_kemendagri: 5103 }, '51.03'],
		[{ kode: '51.03' }, '51.03'],
		[{ code: '5103', name: 'Badung' }, '51.03'],
		[{ kode_bps: '5103' }, '51.03'],
		[{ WADMKK: 'Badung', WADMPR: 'Bali' }, '51.03'],
		[{ code: '3204', name: 'Bandung' }, '32.04']
	])('%j is %s', (properties, code) => {
		expect([...readBoundaries(named(properties)).regencies.keys()]).toEqual([code]);
	});
	it('does not take four digits that the two systems number differently', () => {
		expect(why(named({ kode: '1201' }))).toContain('tidak satu pun wilayah dikenali');
		expect(why(named({ KDPKAB: '12.01', WADMKK: 'Nias' }))).toMatch(/kode 12\.01 adalah Kabupaten Tapanuli Tengah, tetapi berkas menamainya Nias; bila itu kode BPS/);
	});
	test.each([
		['not JSON', '{', 'bukan JSON'],
		['another JSON', '{"type":"FeatureCollection","features":[]}', 'bukan TopoJSON'],
		['no arcs', '{"type":"Topology","objects":{}}', 'bukan TopoJSON: arcs'],
		['no known area', named({ nama: 'Tanah Khayal' }), 'properti kode yang dicoba: kode_kemendagri, kdpkab'],
		['metres', changed((f) => void (f.arcs = f.arcs.map((arc) => arc.map((p) => p.map((n) => n * 10_000))))), 'bukan derajat'],
		['an arc that is not there', changed((f) => void (f.arcs = f.arcs.slice(0, 2))), 'garisnya tidak dapat dibaca']
	])('with %s is refused in words', (_, file, reason) => {
		expect(why(file)).toContain(reason);
	});
});

describe('a drawing', () => {
	const { regencies, provinces } = readBoundaries(text);
	const box = (d: string): { left: number; right: number; top: number; bottom: number } => {
		const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);
		const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])];
		return { left: Math.min(...x), right: Math.max(...x), top: Math.min(...y), bottom: Math.max(...y) };
	};
	it('fits its width, lies as on the ground, and puts the sign inside', () => {
		const drawing = drawShapes(regencies, 800);
		expect(drawing?.width).toBe(800);
		const areas = new Map([...(drawing?.areas ?? [])].map(([code, area]) => [code, { ...area, ...box(area.d) }]));
		expect(areas.size).toBe(4);
		const [paser, badung, tabanan, tubaba] = ['64.01', '51.03', '51.02', '18.12'].map((code) => areas.get(code));
		expect(tubaba?.right).toBeLessThan(tabanan?.left ?? 0);
		expect(tabanan?.right).toBeCloseTo(badung?.left ?? 0, 0);
		expect(paser?.bottom).toBeLessThan(badung?.top ?? 0);
		for (const area of areas.values()) {
			expect(area.left).toBeGreaterThanOrEqual(0);
			expect(area.right).toBeLessThanOrEqual(800);
			expect(area.bottom).toBeLessThanOrEqual(drawing?.height ?? 0);
			expect(area.x).toBeGreaterThanOrEqual(Math.floor(area.left));
			expect(area.x).toBeLessThanOrEqual(Math.ceil(area.right));
		}
	});
	it('draws a ring the same whichever way it turns', () => {
		const turned = new Map([...provinces].map(([code, shape]) => [code, { ...shape, coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.toReversed())) }]));
		const [one, other] = [drawShapes(provinces, 600), drawShapes(turned, 600)];
		for (const [code, area] of one?.areas ?? []) expect(box(other?.areas.get(code)?.d ?? '')).toEqual(box(area.d));
		expect(one?.areas.size).toBe(3);
	});
	it('is none without shapes', () => {
		expect(drawShapes(new Map(), 600)).toBeNull();
	});
});
