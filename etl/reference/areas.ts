/**
 * Areas: the nation, provinces, regencies and cities (from the npm package idn-area-data, ODbL), provincial governments
 * and central agencies as employers.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { once, optional, parseRows, required, table } from './table.ts';

export interface Region {
	/** Kemendagri code: `51`, `51.03`, `51.00` for the provincial government; `ID`; `PUSAT`. */
	readonly code: string;
	readonly name: string;
	/** Unique, for tight places: `Badung`, `Kab. Bandung`, `Kota Bandung`. */
	readonly shortName: string;
	readonly kind: 'nation' | 'province' | 'regency' | 'city' | 'province_government' | 'central';
	/** Code of the province; null for the nation, provinces themselves and central agencies. */
	readonly province: string | null;
	readonly timeZone: 'WIB' | 'WITA' | 'WIT';
	/** BPS code without dots where it is known; BPS and Kemendagri number many provinces differently. */
	readonly bps: string | null;
}

const timeZone = z.enum(['WIB', 'WITA', 'WIT']);
const extraAreas = table('extra_areas.csv', z.object({ code: required, name_id: required, kind: z.enum(['nation', 'central']), time_zone: timeZone }));
const timeZones = table('province_time_zones.csv', z.object({ province: required, time_zone: timeZone }));
const shortNames = table('region_short_names.csv', z.object({ code: required, short_name: required, bps: optional }));

/** A data file of the package; found from the project's folder, so that a bundled server finds it too. */
function packageFile(name: string): string {
	const home = dirname(createRequire(join(ROOT, 'package.json')).resolve('idn-area-data/package.json'));
	return readFileSync(join(home, 'data', name), 'utf8');
}

function provinceOf(code: string, name: string, zone: Region['timeZone'], short: string | undefined): readonly [Region, Region] {
	const shortName = short ?? name;
	return [
		{ code, name, shortName, kind: 'province', province: null, timeZone: zone, bps: null },
		{ code: `${code}.00`, name: `Pemerintah Provinsi ${name}`, shortName: `Pemprov ${shortName}`, kind: 'province_government', province: code, timeZone: zone, bps: null }
	];
}

const bareName = (name: string): string => name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '');

function shortNameOf(name: string, isUnique: (bare: string) => boolean): string {
	const bare = bareName(name);
	if (/^Kota (?!Administrasi)/.test(name)) return name;
	return isUnique(bare) ? bare : `Kab. ${bare}`;
}

/** All areas, ordered by code, the nation first and central agencies last. */
export const allRegions: () => readonly Region[] = once(() => {
	const provinces = parseRows('provinces.csv', packageFile('provinces.csv'), z.object({ code: required, name: required }));
	const regencies = parseRows('regencies.csv', packageFile('regencies.csv'), z.object({ code: required, province_code: required, name: required }));
	const zones = new Map(timeZones().map((row) => [row.province, row.time_zone]));
	const own = new Map(shortNames().map((row) => [row.code, row]));
	const zoneOf = (province: string): Region['timeZone'] => {
		const zone = zones.get(province);
		if (!zone) throw new Error(`province_time_zones.csv has no row for province ${province}`);
		return zone;
	};
	const uses = new Map<string, number>();
	for (const { name } of [...provinces, ...regencies]) uses.set(bareName(name), (uses.get(bareName(name)) ?? 0) + 1);
	const isUnique = (bare: string): boolean => uses.get(bare) === 1;
	const areas = [
		...provinces.flatMap(({ code, name }) => provinceOf(code, name, zoneOf(code), own.get(code)?.short_name)),
		...regencies.map(({ code, province_code: province, name }): Region => ({
			code,
			name,
			shortName: own.get(code)?.short_name ?? shortNameOf(name, isUnique),
			kind: name.startsWith('Kota ') ? 'city' : 'regency',
			province,
			timeZone: zoneOf(province),
			bps: own.get(code)?.bps ?? null
		}))
	].sort((a, b) => (a.code < b.code ? -1 : 1));
	const extra = extraAreas().map(({ code, name_id: name, kind, time_zone }): Region => ({ code, name, shortName: name, kind, province: null, timeZone: time_zone, bps: null }));
	return [...extra.filter((area) => area.kind === 'nation'), ...areas, ...extra.filter((area) => area.kind !== 'nation')];
});

const byCode = once(() => new Map(allRegions().map((region) => [region.code, region])));

/** The area of a code, or undefined. */
export const regionByCode = (code: string): Region | undefined => byCode().get(code);

/** The area and everything above it: `['51.03', '51', 'ID']`. Throws for an unknown code. */
export function regionPath(code: string): readonly string[] {
	const region = regionByCode(code);
	if (!region) throw new Error(`unknown region ${code}`);
	if (region.kind === 'nation') return [code];
	return region.province === null ? [code, 'ID'] : [code, region.province, 'ID'];
}
