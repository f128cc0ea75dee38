import { describe, expect, it } from 'vitest';
import { allRegions } from '../../etl/reference/regions.ts';
import { questionOf } from '../../src/lib/server/api/question.ts';

const REGIONS = allRegions().map((r) => r.code);
const asked = (query: Readonly<Record<string, string>>) => questionOf(new URLSearchParams({ nature: 'contoh', ...query }));

describe('how much one address may ask for', () => {
	it('counts every cycle where none is named', () => {
		expect(asked({ metrics: 'persons_reported', region: REGIONS.join(',') })).toHaveProperty('error', expect.stringContaining('too many cells'));
		expect(asked({ metrics: 'persons_reported,persons_proven,cases_reported', by: 'month', region: REGIONS.join(',') })).toHaveProperty('error');
		expect(asked({ metrics: 'persons_reported,persons_proven,cases_reported', by: 'month', region: REGIONS.join(','), cycle: 'PILKADA-2024' })).not.toHaveProperty('error');
	});
	it('takes what is named twice once', () => {
		expect(asked({ metrics: 'persons_reported,persons_reported', cycle: 'PILKADA-2024,PILKADA-2024', region: Array.from({ length: 3_000 }, () => '51.03').join(',') })).toMatchObject({ metrics: [{ id: 'persons_reported' }], cycles: ['PILKADA-2024'], regions: ['51.03'] });
	});
});
