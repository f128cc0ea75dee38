import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_NAMES, filterQuery, parseFilters, type Filters } from '../../src/lib/filters/filters.ts';

const DEFAULTS: Filters = { cycle: null, province: null, region: null, from: null, to: null, nature: 'real', lang: 'id', axis: 'months' };

const two = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const month = fc.tuple(fc.integer({ min: 1000, max: 9999 }), two(1, 12)).map(([y, m]) => `${y}-${m}`);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const cycle = fc.constantFrom('PILKADA-2024', 'PEMILU-2019', 'PEMILU-NAS-2029', 'PEMILU-DAERAH-2031');

/** Filters as the site can hold them: a regency decides its province. */
const filters: fc.Arbitrary<Filters> = fc
	.record({
		cycle: orNull(cycle),
		province: orNull(two(0, 99)),
		region: orNull(fc.tuple(two(0, 99), two(0, 99)).map((parts) => parts.join('.'))),
		from: orNull(month),
		to: orNull(month),
		nature: fc.constantFrom('real' as const, 'contoh' as const),
		lang: fc.constantFrom('id' as const, 'en' as const),
		axis: fc.constantFrom('months' as const, 'days' as const)
	})
	.map((f) => (f.region ? { ...f, province: f.region.slice(0, 2) } : f));

const parse = (query: string) => parseFilters(new URLSearchParams(query));

describe('filters of the URL', () => {
	it('reads back what it writes', () => {
		fc.assert(fc.property(filters, (f) => void expect(parse(filterQuery(f))).toEqual(f)));
	});

	it('writes nothing for the defaults, and only what differs from them', () => {
		expect(filterQuery(DEFAULTS)).toBe('');
		expect(filterQuery({ ...DEFAULTS, lang: 'en' })).toBe('?lang=en');
		expect(filterQuery({ ...DEFAULTS, region: '51.03', province: '51' })).toBe('?region=51.03');
		expect(filterQuery({ ...DEFAULTS, region: '51.03', province: '51' }, { region: null })).toBe('?province=51');
	});

	it('takes a wrong value as none', () => {
		for (const query of ['cycle=pilkada', 'province=5', 'province=5103', 'region=51', 'region=51.03%27', 'from=2024-13', 'to=2024', 'nature=both', 'lang=su', 'axis=years', 'region=']) {
			expect(parse(query), query).toEqual(DEFAULTS);
		}
	});

	it('never throws and never lets an unread text through, whatever the URL', () => {
		const shapes: Record<keyof Filters, RegExp> = {
			cycle: /^[A-Z]+(-[A-Z]+)?-\d{4}$/, province: /^\d\d$/, region: /^\d\d\.\d\d$/, from: /^\d{4}-\d\d$/, to: /^\d{4}-\d\d$/, nature: /^(real|contoh)$/, lang: /^(id|en)$/, axis: /^(months|days)$/
		};
		const pair = fc.tuple(fc.oneof(fc.constantFrom<string>(...FILTER_NAMES), fc.string()), fc.oneof(fc.string(), fc.constantFrom('51', '51.03', '2024-02', 'contoh', 'en', 'PILKADA-2024', '51.03\n', ' 51')));
		fc.assert(
			fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
				const parsed = parseFilters(new URLSearchParams(pairs));
				expect(Object.keys(parsed).sort()).toEqual([...FILTER_NAMES].sort());
				for (const name of FILTER_NAMES) {
					const value = parsed[name];
					if (value !== null) expect(value).toMatch(shapes[name]);
					expect(value ?? '').not.toContain('\n');
				}
			})
		);
	});

	it('reads only named parameters', () => {
		const params = new URLSearchParams('utm_source=x&scope=national&role=national&cycle=PILKADA-2024');
		expect(parseFilters(params)).toEqual({ ...DEFAULTS, cycle: 'PILKADA-2024' });
		expect(parseFilters(new URLSearchParams('__proto__=1&constructor=2'))).toEqual(DEFAULTS);
	});
});
