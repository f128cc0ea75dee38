/** Wilayah: everything about one regency or province on one page. */
import { regionByCode, type Region } from '#etl/reference/regions.ts';
import { say, type Lang } from '../../i18n/index.ts';
import { AREA as M } from '../../i18n/messages/area.ts';
import type { FilterChoices } from '../../ui/shell.ts';
import type { GridSpec } from '../../ui/grid.ts';
import type { MetricTable } from '../../ui/area.ts';
import { isOwn } from '../access/scope.ts';
import type { BriefRow } from '../export/brief.ts';
import { areaHref, factsOf, headlinesOf, type Fact } from './area-facts.ts';
import { limitsOf } from './area-limits.ts';
import { areaMetrics } from './area-metrics.ts';
import { provincePart, type ProvincePart } from './area-province.ts';
import { gridOf, reportingOf } from './area-reporting.ts';
import { publishedOf, timeCards } from './area-time.ts';
import { text, type PageCard } from './cards.ts';
import { areaName, cycleName, linkTo, provinces, regenciesOf, sendersOf, type PageContext } from './context.ts';
import { filterChoices } from './shell.ts';

export interface AreaModel {
	readonly heading: string;
	readonly headlinesWord: string;
	readonly headlines: readonly string[];
	readonly facts: readonly Fact[];
	readonly metrics: MetricTable;
	readonly limits: readonly string[];
	readonly grid: GridSpec;
	readonly gridWord: string;
	readonly time: readonly PageCard[];
	readonly published: readonly PageCard[];
	readonly province: ProvincePart | null;
	readonly more: { readonly label: string; readonly href: string } | null;
	/** All cards, for the downloads. */
	readonly cards: readonly PageCard[];
	readonly tileRows: readonly BriefRow[];
}

/** A place or an employer that has a page of its own. */
export const areaOf = (code: string): Region | undefined => {
	const region = regionByCode(code);
	return region && region.kind !== 'nation' && region.kind !== 'central' ? region : undefined;
};

/** The words for an address that names no area. */
export const unknownArea = (lang: Lang, code: string): string => say(M.unknown, lang, { code });

/** The filters of an area's page: the path names the area, the query the rest. */
export const areaFilters = <F extends { readonly province: string | null; readonly region: string | null }>(filters: F, code: string): F => ({ ...filters, province: code.slice(0, 2), region: code.includes('.') ? code : null });

/** Everything about the area in the context's focus. Throws for one that has no page. */
export async function areaPage(context: PageContext): Promise<AreaModel> {
	const code = context.focus;
	const region = areaOf(code);
	if (!region) throw new Error(`no page for area ${code}`);
	const isProvince = region.kind === 'province';
	const [headlines, facts, metrics, time, published, reports] = await Promise.all([
		headlinesOf(context, code),
		factsOf(context, region),
		areaMetrics(context, code),
		timeCards(context, code),
		publishedOf(context, code),
		reportingOf(context, isProvince ? regenciesOf(code).map((r) => r.code) : [code])
	]);
	const [limits, province] = await Promise.all([limitsOf(context, code, metrics.cells, reports), isProvince ? provincePart(context, code, reports) : Promise.resolve(null)]);
	const count = published.reduce((n, { rows }) => n + rows.length, 0);
	const about = { cycle: cycleName(context.cycle, context.lang) };
	return {
		heading: areaName(code, context.lang),
		headlinesWord: text(M.headlines, context, about),
		headlines: count > 0 ? [...headlines, text(M.publishedCount, context, { n: count })] : headlines,
		facts,
		metrics: metrics.table,
		limits,
		grid: gridOf(context, reports),
		gridWord: text(context.filters.nature === 'real' ? M.reportingReal : M.reporting, context, about),
		time,
		published,
		province,
		more: context.filters.nature === 'real' ? { label: text(M.tryContoh, context), href: linkTo(`/wilayah/${code}`, context, { nature: 'contoh', region: null, province: null }) } : null,
		cards: [...time, ...published, ...(province ? [province.card] : [])],
		tileRows: metrics.rows
	};
}

/** What the page's downloads hold; nothing where no area is chosen. */
export const areaExport = (context: PageContext): Promise<Pick<AreaModel, 'cards' | 'tileRows'>> => (areaOf(context.focus) ? areaPage(context) : Promise.resolve({ cards: [], tileRows: [] }));

/** The cycle alone: the area is in the path. */
export function areaFilter(context: PageContext): FilterChoices {
	const path = `/wilayah/${context.focus}`;
	const { cycle, hidden } = filterChoices(context, path, { months: false });
	return { action: path, ...(cycle ? { cycle } : {}), hidden, reset: context.filters.cycle ? linkTo(path, context, { cycle: null, region: null, province: null, from: null, to: null }) : null };
}

export interface AreaLink {
	readonly name: string;
	readonly href: string;
}

/** Letters and digits alone: what is typed and what an area is called meet there. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** The list of areas: senders first, then provinces with their regencies; a province's own viewer finds it opened. `search`: only areas whose name or code holds these words, their provinces opened. */
export function areaIndex(context: PageContext, search = '') {
	const wanted = plain(search);
	const fits = (code: string): boolean => [areaName(code, context.lang), code].some((name) => plain(name).includes(wanted));
	const link = (code: string): AreaLink => ({ name: areaName(code, context.lang), href: areaHref(context, code) });
	const isOwnProvince = (code: string): boolean => context.scope.role === 'province' && isOwn(context.scope, code);
	const found = provinces().flatMap(({ code }) => {
		const all = regenciesOf(code).map((r) => r.code);
		const regencies = fits(code) ? all : all.filter(fits);
		return fits(code) || regencies.length > 0 ? [{ ...link(code), open: wanted !== '' || isOwnProvince(code), count: text(M.indexCount, context, { n: regencies.length }), regencies: regencies.map(link) }] : [];
	});
	return { search, senders: sendersOf(context.release).map(link), provinces: found };
}
