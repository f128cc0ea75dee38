/** Every metric, breakdown and benchmark as seen by who is not entitled: no small number of persons stands in any answer. */
import { expect, inject, test } from 'vitest';
import { breakdownsOf, measureById, METRICS, type Measure } from '../../src/lib/metrics/index.ts';

const address = inject('address');
const REGIONS = ['51.02', '51.03', '64.01', '18.12', '19.02', '51', '64', 'ID', '51.00', '73.71', '73', '82.71'];
const CYCLES = 'PILKADA-2024,PEMILU-2024,PILKADA-2020';

interface Row {
	readonly metric: string;
	readonly region_code: string;
	readonly category: string | null;
	readonly status: string;
	readonly numerator: number | null;
	readonly denominator: number | null;
}

const within = (n: number | null, below: number): boolean => n !== null && n > 0 && n < below;

/** What a row gives away that nobody else may know ("Disclosure, the one rule"). */
function givenAway(row: Row, measure: Measure): string | null {
	const { numerator, denominator, category } = row;
	const complement = denominator === null || numerator === null ? null : denominator - numerator;
	switch (measure.guard) {
		case 'entitled':
			return 'a figure for the entitled alone';
		case 'pending':
			return within(numerator, 10) || within(denominator, 10) ? 'a small number of open cases' : null;
		case 'cases':
			return category !== null && within(numerator, 10) ? 'a small breakdown of cases' : null;
		case 'people':
			// A measure that follows another is a sum of marks or days, not a number of persons.
			if (measure.follows) return null;
			return within(numerator, 5) || within(complement, 5) || (denominator !== null && denominator < 10) ? 'a small number of persons' : null;
		case 'open':
			return null;
	}
}

test.each(['public', 'province:73', 'regency:18.12'])('nothing small is told to %s about others', async (role) => {
	const own = (code: string): boolean => (role === 'province:73' && code.startsWith('73')) || (role === 'regency:18.12' && code === '18.12');
	const found: string[] = [];
	let seen = 0;
	for (const metric of METRICS) {
		for (const by of [null, ...breakdownsOf(metric)]) {
			for (const benchmark of by === null ? ['nation', 'previous'] : ['nation']) {
				const query = new URLSearchParams({ metrics: metric.id, region: REGIONS.join(','), cycle: CYCLES, nature: 'contoh', benchmark, ...(by ? { by } : {}) });
				const response = await fetch(`${address}/api/v1/answers?${query}`, { headers: { cookie: `pantau_role=${role}` } });
				expect(response.status, query.toString()).toBe(200);
				const { rows } = (await response.json()) as { rows: Row[] };
				for (const row of rows.filter((r) => r.status === 'ok' && !own(r.region_code))) {
					seen += 1;
					const shown = METRICS.find((m) => m.id === row.metric) ?? metric;
					const reason = givenAway(row, measureById(shown.numerator));
					if (reason) found.push(`${reason}: ${row.metric} ${by ?? ''} ${row.category ?? ''} ${row.region_code} ${row.numerator}/${row.denominator}`);
				}
			}
		}
	}
	expect(found.slice(0, 20)).toEqual([]);
	expect(seen).toBeGreaterThan(3_000);
});

test('the same look finds small numbers where one is entitled: it can fail', async () => {
	const query = `metrics=persons_reported,entries_by_state,persons_waiting&region=51.02,51.03&cycle=PILKADA-2024&nature=contoh`;
	const { rows } = (await (await fetch(`${address}/api/v1/answers?${query}`, { headers: { cookie: 'pantau_role=national' } })).json()) as { rows: Row[] };
	const reasons = rows.map((row) => givenAway(row, measureById(METRICS.find((m) => m.id === row.metric)?.numerator ?? '')));
	expect(reasons.filter((r) => r !== null).length).toBeGreaterThan(0);
});
