/** Which datasets of a cycle have arrived from which area. Not about persons: the same for everyone. */
import { takesPart } from '#etl/reference/cycles.ts';
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import type { GridSpec, GridState } from '../../ui/grid.ts';
import { oncePerRelease } from '../release/once.ts';
import { text } from './cards.ts';
import { areaHref } from './area-facts.ts';
import { areaName, cycleName, shortName, type PageContext } from './context.ts';

/** Datasets that are expected of every regency with an election, as in the measure of reporting completeness. */
export const EXPECTED = ['cases', 'training', 'events', 'pacts', 'moves', 'headcount'] as const;
export type ExpectedDataset = (typeof EXPECTED)[number];

export interface Reporting {
	readonly region: string;
	readonly states: Readonly<Record<ExpectedDataset, GridState>>;
	/** Expected and not there; empty without an election, and of real data, which nobody has been asked for. */
	readonly lacking: readonly ExpectedDataset[];
}

const COVERAGE_SQL = 'SELECT dataset, regency, how FROM coverage WHERE nature = $1 AND list_contains($2, regency) AND "cycle" = $3';

const SENDERS_SQL = `SELECT DISTINCT dataset, regency, office FROM submission WHERE nature = 'real' AND state IN ('accepted', 'nil')`;

/** Whether a sender is Pantau itself: no government sent anything. */
export const isGathered = (office: string): boolean => /^Pantau\b/.test(office);

/** Datasets and areas of which a government itself sent something real. */
const sentByGovernments = oncePerRelease(async (release): Promise<ReadonlySet<string>> => {
	const rows = await release.public.query(SENDERS_SQL, []);
	return new Set(rows.flatMap((r) => (isGathered(String(r.office)) ? [] : [`${String(r.dataset).replace(/_totals$/, '')}|${r.regency}`])));
});

/** Of which dataset and area all that is known was gathered by Pantau; in the sample everything was sent. */
export async function gatheredIn({ filters, release }: PageContext): Promise<(dataset: string, area: string) => boolean> {
	if (filters.nature !== 'real') return () => false;
	const sent = await sentByGovernments(release, filters.nature);
	return (dataset, area) => !sent.has(`${dataset}|${area}`);
}

/** The state of every expected dataset of the areas in the cycle of the page. */
export async function reportingOf(context: PageContext, areas: readonly string[]): Promise<readonly Reporting[]> {
	const [rows, isOurs] = await Promise.all([context.release.public.query(COVERAGE_SQL, [context.filters.nature, areas, context.cycle]), gatheredIn(context)]);
	const how = new Map(rows.map((r) => [`${r.dataset}|${r.regency}`, String(r.how)]));
	const absent: GridState = context.filters.nature === 'real' ? 'not_due' : 'missing';
	return areas.map((region) => {
		const none = takesPart(context.cycle, region) === 'no';
		// A provincial government is an employer: no reports are expected of it.
		const unsaid: GridState = region.endsWith('.00') ? 'not_applicable' : absent;
		const stateOf = (dataset: ExpectedDataset): GridState => {
			const found = how.get(`${dataset}|${region}`);
			return none ? 'not_applicable' : found === undefined ? unsaid : found === 'nil' ? 'nil' : isOurs(dataset, region) ? 'gathered' : 'received';
		};
		const states = Object.fromEntries(EXPECTED.map((d) => [d, stateOf(d)])) as Record<ExpectedDataset, GridState>;
		return { region, states, lacking: none || absent === 'not_due' ? [] : EXPECTED.filter((d) => states[d] === absent) };
	});
}

/** States in which something of a dataset is there. */
export const isThere = (state: GridState): boolean => state === 'received' || state === 'gathered' || state === 'nil';

export const datasetNames = (context: PageContext, datasets: readonly ExpectedDataset[]): string => datasets.map((d) => DATASET_NAMES[d][context.lang]).join(', ');

/** The states as the grid component takes them. */
export function gridOf(context: PageContext, reports: readonly Reporting[]): GridSpec {
	return {
		caption: text(context.filters.nature === 'real' ? M.gridReal : M.gridCaption, context),
		datasets: EXPECTED.map((d) => ({ label: DATASET_NAMES[d][context.lang], periods: [cycleName(context.cycle, context.lang).replace(/^.*?(\d{4})$/, '$1')] })),
		rows: reports.map(({ region, states }) => ({
			label: reports.length === 1 ? areaName(region, context.lang) : shortName(region),
			...(reports.length === 1 ? {} : { href: areaHref(context, region) }),
			cells: EXPECTED.map((d) => ({ state: states[d] }))
		}))
	};
}
