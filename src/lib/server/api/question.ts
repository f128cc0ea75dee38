/** The question in a URL of the API: `metrics=&by=&cycle=&region=&from=&to=&nature=&benchmark=`. */
import { regionByCode } from '#etl/reference/regions.ts';
import { BREAKDOWNS, breakdownsOf, metricById, type Metric } from '../../metrics/index.ts';
import { BENCHMARKS, type Question } from '../ask/types.ts';
import { pastCycles } from '../pages/context.ts';

const LIMIT = 2_000;
/** Named twice is asked once. */
const list = (text: string | null): readonly string[] => [...new Set((text ?? '').split(',').map((t) => t.trim()).filter((t) => t !== ''))];

/** The question, or what is wrong with the URL. */
export function questionOf(params: URLSearchParams): Question | { readonly error: string } {
	const metrics: Metric[] = [];
	for (const id of list(params.get('metrics'))) {
		const found = metricById(id);
		if (!found) return { error: `unknown metric "${id}"; see /api/v1/metrics` };
		metrics.push(found);
	}
	if (metrics.length === 0) return { error: 'metrics is required: one or more ids of /api/v1/metrics, separated by commas' };

	const by = params.get('by');
	const breakdown = by === null || by === '' || by === 'region' ? null : (BREAKDOWNS.find((b) => b === by) ?? undefined);
	if (breakdown === undefined) return { error: `unknown breakdown "${by}"; by is region or one of ${BREAKDOWNS.join(', ')}` };
	const unable = breakdown === null ? undefined : metrics.find((m) => !breakdownsOf(m).includes(breakdown));
	if (unable) return { error: `metric "${unable.id}" has no breakdown by ${breakdown}` };

	const cycles = list(params.get('cycle'));
	const known = pastCycles().map((c) => c.code);
	const wrongCycle = cycles.find((c) => !known.includes(c));
	if (wrongCycle) return { error: `unknown cycle "${wrongCycle}"; see /api/v1/cycles` };

	const regions = list(params.get('region'));
	const wrongRegion = regions.find((r) => !regionByCode(r));
	if (wrongRegion) return { error: `unknown region "${wrongRegion}"; see /api/v1/regions` };
	// Who names no cycle asks for all of them.
	const asked = { cycles: cycles.length > 0 ? cycles : known, regions: regions.length > 0 ? regions : ['ID'] };
	if (metrics.length * asked.cycles.length * asked.regions.length > LIMIT) return { error: `too many cells: at most ${LIMIT} metrics × cycles × regions` };

	const nature = params.get('nature') ?? 'real';
	if (nature !== 'real' && nature !== 'contoh') return { error: 'nature is real or contoh' };
	const benchmark = BENCHMARKS.find((b) => b === (params.get('benchmark') ?? 'nation'));
	if (!benchmark) return { error: `unknown benchmark "${params.get('benchmark')}"; benchmark is one of ${BENCHMARKS.join(', ')}` };
	if (breakdown !== 'month' && (params.get('from') || params.get('to'))) return { error: 'from and to go with by=month: a total over freely chosen months is not published' };
	for (const name of ['from', 'to']) {
		const month = params.get(name);
		if (month && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { error: `${name} is a month, YYYY-MM` };
	}
	return {
		metrics,
		breakdown,
		...asked,
		nature,
		benchmark,
		from: params.get('from') ?? undefined,
		to: params.get('to') ?? undefined
	};
}
