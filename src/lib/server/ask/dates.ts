/** To which date the submissions behind an answer speak. */
import { measureById } from '../../metrics/index.ts';
import { oncePerRelease } from '../release/once.ts';
import type { OpenRelease } from '../release/release.ts';
import type { Nature, Question } from './types.ts';

const SPOKEN_SQL = `SELECT dataset, regency, array_to_string(covers, '|') AS covers, as_of::VARCHAR AS as_of FROM submission
	WHERE nature = $1 AND dataset IS NOT NULL AND state IN ('accepted', 'nil')`;

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

export const fetchKnownUntil = (nature: Nature, release: OpenRelease): Promise<KnownUntil> => readKnownUntil(release, nature);

const readKnownUntil = oncePerRelease(async (release, nature): Promise<KnownUntil> => {
	const rows = await release.public.query(KNOWN_SQL, [nature]);
	const until = new Map(rows.map((r) => [`${r.region}|${r.cycle}`, String(r.until)]));
	const lookUp: KnownUntil = (region, cycle) => until.get(`${region}|${cycle}`) ?? until.get(`${region}|`) ?? null;
	return (region, cycle) => lookUp(region, cycle) ?? lookUp('ID', cycle);
});

/** What each submission of a nature speaks about, and to which date. */
const readSpoken = oncePerRelease(async (release, nature) =>
	(await release.public.query(SPOKEN_SQL, [nature])).map((r) => ({ dataset: String(r.dataset), regency: String(r.regency), covers: String(r.covers ?? '').split('|').filter(Boolean), asOf: String(r.as_of) }))
);

export async function fetchDates(question: Question, release: OpenRelease): Promise<Dates> {
	const datasets = datasetsOf(question.metrics.map((m) => m.numerator));
	const wide = question.regions.some((r) => !r.includes('.'));
	const [spoken, knownUntil] = await Promise.all([
		readSpoken(release, question.nature),
		question.benchmark === 'previous' ? fetchKnownUntil(question.nature, release) : Promise.resolve(() => null)
	]);
	const about = spoken.filter((s) => datasets.includes(s.dataset) && (s.regency === 'all' || wide || question.regions.includes(s.regency)));
	const stated = about.filter((s) => s.covers.some((cycle) => question.cycles.includes(cycle)));
	const latest = (stated.length > 0 ? stated : about).map((s) => s.asOf).sort().at(-1) ?? null;
	return { latest, knownUntil };
}
