/** What every page needs: who looks, at what, in which language, and the engine bound to that viewer. */
import { takesPart } from '#etl/reference/cycles.ts';
import { cycles } from '#etl/reference/index.ts';
import { regionByCode, allRegions, type Region } from '#etl/reference/regions.ts';
import { FILTER_NAMES, filterQuery, type Filters } from '../../filters/filters.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { AREA_NAMES, CYCLE_NAMES } from '../../i18n/messages/pages.ts';
import type { Breakdown } from '../../metrics/index.ts';
import { metricById, type Metric } from '../../metrics/index.ts';
import type { Scope } from '../access/scope.ts';
import { ask } from '../ask/ask.ts';
import type { Answer, Benchmark } from '../ask/types.ts';
import type { OpenRelease } from '../release/release.ts';

/** The first five regencies; each keeps one colour slot for good. */
export const PILOTS = ['51.02', '51.03', '64.01', '18.12', '19.02'] as const;
export const DEFAULT_CYCLE = 'PILKADA-2024';

export interface PageContext {
	readonly lang: Lang;
	readonly filters: Filters;
	readonly scope: Scope;
	readonly release: OpenRelease;
	/** The cycle shown: chosen, or the latest with a vote. */
	readonly cycle: string;
	/** Areas compared on the page, smallest first, the nation last. */
	readonly areas: readonly string[];
	/** The one area that breakdowns are about. */
	readonly focus: string;
	/** Parameters of the URL that only this page understands. */
	readonly own: URLSearchParams;
}

const SHARED: ReadonlySet<string> = new Set([...FILTER_NAMES, 'card', 'format']);

export function createContext(filters: Filters, scope: Scope, release: OpenRelease, params = new URLSearchParams()): PageContext {
	const known = pastCycles().some((c) => c.code === filters.cycle);
	return {
		lang: filters.lang,
		filters,
		scope,
		release,
		cycle: known && filters.cycle ? filters.cycle : DEFAULT_CYCLE,
		areas: areasOf(filters, release),
		focus: focusOf(filters),
		own: new URLSearchParams([...params].filter(([name]) => !SHARED.has(name)))
	};
}

/** Cycles whose vote has taken place, oldest first. */
export function pastCycles(): readonly { code: string; name_id: string; kind: string; voting_date: string; start: string | null }[] {
	return cycles().flatMap((c) => (c.voting_date ? [{ code: c.code, name_id: c.name_id, kind: c.kind, voting_date: c.voting_date, start: c.start }] : []));
}

/** "Pilkada 2024", "Pemilu 2019": the words everybody uses, in both languages; the full name of a cycle not yet fixed. */
export function cycleName(code: string, lang: Lang): string {
	const found = cycles().find((c) => c.code === code);
	if (!found) return code;
	const [, year] = code.split('-');
	if (found.kind === 'pemilu' || found.kind === 'pilkada') return say(CYCLE_NAMES[found.kind], lang, { year: year ?? '' });
	return lang === 'id' ? found.name_id : found.name_en;
}

export function areaName(code: string, lang: Lang): string {
	const region = regionByCode(code);
	if (!region) return code;
	if (lang === 'id' || region.kind === 'nation' || region.kind === 'province') return region.name;
	return say(AREA_NAMES[region.kind], lang, { name: region.name.replace(/^(Kabupaten|Kota|Pemerintah Provinsi)( Administrasi)? /, '') });
}

/** Short name for charts. */
export const shortName = (code: string): string => regionByCode(code)?.shortName ?? code;

export const provinces = (): readonly Region[] => allRegions().filter((r) => r.kind === 'province');
export const regenciesOf = (province: string): readonly Region[] =>
	allRegions().filter((r) => r.province === province && (r.kind === 'regency' || r.kind === 'city'));

/** Regencies that send files themselves, those with a colour of their own first; at most a dozen can be told apart. */
export const sendersOf = (release: OpenRelease): readonly string[] =>
	[...PILOTS.filter((p) => release.senders.includes(p)), ...release.senders.filter((s) => !PILOTS.some((p) => p === s))].slice(0, 12);

function areasOf(filters: Filters, release: OpenRelease): readonly string[] {
	if (filters.region && regionByCode(filters.region)) return [filters.region, filters.region.slice(0, 2), 'ID'];
	if (filters.province && regionByCode(filters.province)) return [...regenciesOf(filters.province).map((r) => r.code), `${filters.province}.00`, filters.province, 'ID'];
	return [...sendersOf(release), 'ID'];
}

function focusOf(filters: Filters): string {
	if (filters.region && regionByCode(filters.region)) return filters.region;
	if (filters.province && regionByCode(filters.province)) return filters.province;
	return 'ID';
}

/** A metric by its id. Throws for an unknown id: ids here are constants. */
export function metricOf(id: string): Metric {
	const found = metricById(id);
	if (!found) throw new Error(`no metric ${id}`);
	return found;
}

export const metrics = (...ids: readonly string[]): readonly Metric[] => ids.map(metricOf);

/** Asks within the viewer's scope, about the nature and period of the page. */
export function askPage(
	context: PageContext,
	ids: readonly string[],
	options: { regions?: readonly string[]; cycles?: readonly string[]; breakdown?: Breakdown; category?: string; benchmark?: Benchmark } = {}
): Promise<Answer> {
	return ask(
		{
			metrics: metrics(...ids),
			regions: options.regions ?? context.areas,
			cycles: options.cycles ?? [context.cycle],
			breakdown: options.breakdown ?? null,
			category: options.category,
			nature: context.filters.nature,
			benchmark: options.benchmark,
			from: context.filters.from ?? undefined,
			to: context.filters.to ?? undefined
		},
		context.scope,
		context.release
	);
}

/** The area and cycle of a page where the chosen regency had no election at all; null everywhere else. */
export function withoutElection(context: PageContext): { area: string; cycle: string } | null {
	const { region } = context.filters;
	if (!region || takesPart(context.cycle, region) !== 'no') return null;
	return { area: areaName(region, context.lang), cycle: cycleName(context.cycle, context.lang) };
}

/** The address of an area's own page; null for the nation and central agencies, which have none. */
export function areaPath(context: PageContext, code: string): string | null {
	const kind = regionByCode(code)?.kind;
	return kind === undefined || kind === 'nation' || kind === 'central' ? null : linkTo(`/wilayah/${code}`, context, { region: null, province: null });
}

/** An area's name as the head of a row, with the way to its page. */
export function areaHead(context: PageContext, code: string): { readonly text: string; readonly header: true; readonly href?: string } {
	const href = areaPath(context, code);
	return { text: areaName(code, context.lang), header: true, ...(href ? { href } : {}) };
}

/** The page that says where a figure comes from. */
export function originOf(context: PageContext, at: { metric: string; region: string; cycle: string; breakdown?: string | null; category?: string | null; benchmark?: string | undefined }): string {
	return `/asal${filterQuery(context.filters, { cycle: at.cycle, region: null, province: null, from: null, to: null }, [
		['metric', at.metric],
		['at', at.region],
		...(at.breakdown && at.category ? ([['by', at.breakdown], ['category', at.category]] as const) : []),
		...(at.benchmark && at.benchmark !== 'nation' ? ([['benchmark', at.benchmark]] as const) : [])
	])}`;
}

/** The page that says where a printed figure comes from: `row` is its `row_id`. */
export const printedOriginOf = (context: PageContext, row: string): string => `/asal${filterQuery(context.filters, { nature: 'real', cycle: null, region: null, province: null, from: null, to: null }, [['published', row]])}`;

export const linkTo = (path: string, context: PageContext, change: Partial<Filters> = {}): string => `${path}${filterQuery(context.filters, change)}`;
