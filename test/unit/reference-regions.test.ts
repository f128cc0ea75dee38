import { describe, expect, it } from 'vitest';
import { aliases } from '../../etl/reference/index.ts';
import { allRegions, regionByCode, regionPath, resolveRegion } from '../../etl/reference/regions.ts';

const read = (text: string, within?: string): string => {
	const answer = resolveRegion(text, within);
	return answer.kind === 'found' ? answer.code : `? ${answer.suggestions.map((region) => region.code).join(' ')}`.trim();
};

describe('areas', () => {
	const count = (...kinds: string[]): number => allRegions().filter((region) => kinds.includes(region.kind)).length;

	it('holds every province, regency and city, one government per province, and the employers above them', () => {
		expect(count('province')).toBe(38);
		expect(count('regency')).toBe(416);
		expect(count('city')).toBe(98);
		expect(count('province_government')).toBe(38);
		expect(count('nation')).toBe(1);
		expect(count('central')).toBe(1);
	});

	it('has codes and short names that are unique', () => {
		const areas = allRegions();
		expect(new Set(areas.map((region) => region.code)).size).toBe(areas.length);
		expect(new Set(areas.map((region) => region.shortName)).size).toBe(areas.length);
	});

	it('knows names, time zones and BPS codes of the pilot regencies', () => {
		expect(regionByCode('18.12')).toEqual({
			code: '18.12', name: 'Kabupaten Tulang Bawang Barat', shortName: 'Tubaba', kind: 'regency', province: '18', timeZone: 'WIB', bps: '1812'
		});
		expect(['51.02', '51.03', '64.01', '19.02'].map((code) => regionByCode(code)?.timeZone)).toEqual(['WITA', 'WITA', 'WITA', 'WIB']);
		expect(regionByCode('91.03')?.timeZone).toBe('WIT');
		expect(regionByCode('51.00')).toMatchObject({ kind: 'province_government', name: 'Pemerintah Provinsi Bali', province: '51' });
		expect(regionByCode('31')?.shortName).toBe('Jakarta');
		expect(regionByCode('99.99')).toBeUndefined();
	});

	it('walks up to the nation', () => {
		expect(regionPath('51.03')).toEqual(['51.03', '51', 'ID']);
		expect(regionPath('51.00')).toEqual(['51.00', '51', 'ID']);
		expect(regionPath('51')).toEqual(['51', 'ID']);
		expect(regionPath('PUSAT')).toEqual(['PUSAT', 'ID']);
		expect(regionPath('ID')).toEqual(['ID']);
		expect(() => regionPath('99')).toThrow(/99/);
	});

	it('has aliases only of areas that exist', () => {
		expect(aliases().filter((row) => !regionByCode(row.code))).toEqual([]);
	});
});

describe('names as people write them', () => {
	it.each([
		['TUBABA', '18.12'],
		['Kab. Tubaba', '18.12'],
		['Tulangbawang Barat', '18.12'],
		['Tuba Barat', '18.12'],
		['Kabupaten Tulang Bawang', '18.05'],
		['Tulang Bawang', '18.05'],
		['kab  paser', '64.01'],
		['PEMKAB PASER', '64.01'],
		['Pemerintah Kabupaten Badung', '51.03'],
		['Kab/Kota Paser', '64.01'],
		['6401', '64.01'],
		[' 64.01 ', '64.01'],
		['Kota Bandung', '32.73'],
		['Kab. Bandung', '32.04'],
		['Pemkot Bandung', '32.73'],
		['Kotamobagu', '71.74'],
		['Lima Puluh Kota', '13.07'],
		['Kab. Kep. Seribu', '31.01'],
		['Kota Adm. Jakarta Pusat', '31.71'],
		['DKI Jakarta', '31'],
		['Jakarta', '31'],
		['Provinsi Daerah Khusus Jakarta', '31'],
		['Provinsi Bali', '51'],
		['Pemprov NTB', '52.00'],
		['Indonesia', 'ID'],
		['pusat', 'PUSAT']
	])('reads %j as %s', (text, code) => {
		expect(read(text)).toBe(code);
	});

	it.each([
		['Kab. Pasir', '? 64.01'],
		['Pasir', '? 64.01'],
		['Kota Paser', '? 64.01'],
		['Kota Tubaba', '? 18.12'],
		['Tuba', '? 18.05 18.12'],
		['Bandung', '? 32.04 32.73'],
		['Kab./Kota Bandung', '? 32.04 32.73'],
		['Jambi', '? 15 15.71'],
		['Kota Baru', '? 63.02'],
		['Tabanam', '? 51.02'],
		['Tulang Bawang Brt', '? 18.12'],
		['1201', '? 12.01'],
		['64.1', '?'],
		['Atlantis Raya Timur', '?'],
		['', '?']
	])('does not guess %j: %s', (text, answer) => {
		expect(read(text)).toBe(answer);
	});

	it('reads every official name back, except names that a province shares', () => {
		const shared = allRegions().filter((region) => read(region.name) !== region.code);
		expect(shared.map((region) => region.name)).toEqual(['Jambi', 'Bengkulu', 'Gorontalo']);
	});

	it('narrows down to a province', () => {
		expect(read('Badung', '51')).toBe('51.03');
		expect(read('Badung', '64')).toBe('?');
		expect(read('51.03', '64')).toBe('?');
	});
});
