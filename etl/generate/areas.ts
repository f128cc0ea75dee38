/** Areas of the synthetic country: all regencies but the five pilots, the provincial governments, the central agencies. */
import { allRegions } from '../reference/regions.ts';
import { PLACES } from './places.ts';
import { createRandom } from './random.ts';

export interface Area {
	/** Kemendagri code; `51.00` for a provincial government, `PUSAT` for central agencies. */
	readonly code: string;
	readonly kind: 'regency' | 'province' | 'central';
	readonly province: string;
	readonly pns: number;
	readonly pppk: number;
	/** How many people the areas before this one have: numbers people through the whole country. */
	readonly before: number;
}

const CENTRAL_SHARE = 0.24;
const PROVINCE_SHARE = 0.16;
// PPPK were about 11 % of all civil servants in mid-2023 and about a quarter at the end of 2024.
const PPPK_SHARE = 0.22;

/** The areas with their staff on 31 December 2024; their staff adds up to about `people`, the pilots not included. */
export function areasOf(people: number, seed: string): Area[] {
	const random = createRandom(`${seed}/areas`);
	const pilots = new Set(PLACES.map((place) => place.code));
	const codes = allRegions().filter((region) => region.kind === 'regency' || region.kind === 'city').map((region) => region.code).filter((code) => !pilots.has(code)).sort();
	const provinces = [...new Set(codes.map((code) => code.slice(0, 2)))].sort();
	const weigh = (list: readonly string[]): number[] => list.map(() => Math.exp(random.normal() * 0.42));
	const share = (weights: readonly number[], total: number): number[] => {
		const sum = weights.reduce((all, weight) => all + weight, 0);
		return weights.map((weight) => Math.max(60, Math.round((total * weight) / sum)));
	};
	let numbered = 0;
	const make = (code: string, kind: Area['kind'], staff: number): Area => {
		const before = numbered;
		numbered += staff;
		const pppk = Math.round(staff * PPPK_SHARE * (kind === 'central' ? 0.55 : 0.7 + 0.7 * random.next()));
		return { code, kind, province: kind === 'central' ? 'PUSAT' : code.slice(0, 2), pns: staff - pppk, pppk, before };
	};
	const inRegencies = share(weigh(codes), people * (1 - CENTRAL_SHARE - PROVINCE_SHARE));
	const inProvinces = share(weigh(provinces), people * PROVINCE_SHARE);
	return [
		...codes.map((code, index) => make(code, 'regency', inRegencies[index] ?? 0)),
		...provinces.map((code, index) => make(`${code}.00`, 'province', inProvinces[index] ?? 0)),
		make('PUSAT', 'central', Math.round(people * CENTRAL_SHARE))
	];
}

export const staffOfArea = (area: Area): number => area.pns + area.pppk;
