/** To which date the submissions behind an answer speak. */
import { measureById } from '../../metrics/index.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Nature, Question } from './types.ts';

const AS_OF_SQL = `SELECT max(as_of) AS latest, max(as_of) FILTER (list_has_any(covers, $4)) AS stated FROM submission
	WHERE nature = $1 AND list_contains($2, dataset) AND state IN ('accepted', 'nil') AND (regency = 'all' OR $5 OR list_contains($3, regency))`;

const KNOWN_SQL = `WITH spoken AS (
		SELECT CASE WHEN regency = 'all' THEN 'ID' ELSE regency END AS region, unnest(CASE WHEN len(covers) = 0 THEN [''] ELSE covers END) AS "cycle", as_of
		FROM submission WHERE nature = $1 AND dataset = 'cases' AND state IN ('accepted', 'nil')
	) SELECT region, "cycle", max(as_of) AS until FROM spoken GROUP BY region, "cycle"`;

/** Last day that an area's case data of a cycle speak about, ISO; its own submissions before a national contributor's. Null where nothing says. */
export type KnownUntil = (region: string, cycle: string) => string | null;

export interface Dates {
	/** The latest date that the submissions speak about: of the datasets, the regencies, and the cycles where they state one. */
	readonly latest: string | null;
	readonly knownUntil: KnownUntil;
}

/** Datasets a metric rests on, recapitulations included. */
export function datasetsOf(ids: readonly string[]): readonly string[] {
	const datasets = new Set(ids.map((id) => measureById(id).dataset));
	return [...datasets].flatMap((d): string[] => (d === null ? [] : d === 'training' ? ['training', 'training_totals'] : d === 'headcount' ? ['headcount', 'roster'] : [d]));
}

export async function fetchKnownUntil(nature: Nature, release: OpenRelease): Promise<KnownUntil> {
	const rows = await release.public.query(KNOWN_SQL, [nature]);
	const until = new Map(rows.map((r) => [`${r.region}|${r.cycle}`, String(r.until)]));
	const lookUp: KnownUntil = (region, cycle) => until.get(`${region}|${cycle}`) ?? until.get(`${region}|`) ?? null;
	return (region, cycle) => lookUp(region, cycle) ?? lookUp('ID', cycle);
}

export async function fetchDates(question: Question, release: OpenRelease): Promise<Dates> {
	const datasets = datasetsOf(question.metrics.map((m) => m.numerator));
	const wide = question.regions.some((r) => !r.includes('.'));
	const [[row], knownUntil] = await Promise.all([
		release.public.query(AS_OF_SQL, [question.nature, datasets, question.regions, question.cycles, wide]),
		question.benchmark === 'previous' ? fetchKnownUntil(question.nature, release) : Promise.resolve(() => null)
	]);
	const found = row?.stated ?? row?.latest;
	return { latest: typeof found === 'string' ? found : null, knownUntil };
}
