/** What the frame of every page shows: sections, release, roles, filters. */
import { regionByCode } from '#etl/reference/regions.ts';
import { filterQuery, FILTER_NAMES, LOOK_NAMES, withParam, type Filters } from '../../filters/filters.ts';
import { pickParams, type Pick } from '../../filters/pick.ts';
import { formatDate, say, type Lang } from '../../i18n/index.ts';
import { VIEWER } from '../../i18n/messages/access.ts';
import { PAGE } from '../../i18n/messages/pages.ts';
import { shellText } from '../../i18n/messages/ui.ts';
import { SECTIONS, type FilterChoices, type Option, type RoleSwitch, type Section } from '../../ui/shell.ts';
import { isWithin, scopeKey, type Role } from '../access/scope.ts';
import type { Viewer } from '../access/viewer.ts';
import { shortCategory } from './words.ts';
import { roleName } from './viewer.ts';
import { areaName, cycleName, pastCycles, provinces, regenciesOf, sendersOf, type PageContext } from './context.ts';

export const PATHS: Readonly<Record<Section, string>> = {
	overview: '/',
	compare: '/bandingkan',
	map: '/peta',
	violations: '/pelanggaran',
	training: '/pelatihan',
	events: '/sosialisasi',
	published: '/angka-terbit',
	data: '/data'
};

/** Pages that are sheets of paper stand without the site's frame. */
export const isBare = (path: string): boolean => /^\/ringkas\/[^/]+\/?$/.test(path);

const isPrintedOrigin = (path: string, params: URLSearchParams): boolean => path === '/asal' && params.has('published');

/** Pages of printed figures say what is real also while the sample mode is on. */
export const showsPrinted = (path: string, params: URLSearchParams): boolean => path === '/angka-terbit' || isPrintedOrigin(path, params);

/** The same page in the other mode; a printed figure has none there, so the sample mode begins at its front page. */
export function natureHref(path: string, search: string, filters: Filters): string {
	return filters.nature === 'real' && isPrintedOrigin(path, new URLSearchParams(search)) ? `/${filterQuery({ ...filters, nature: 'contoh' })}` : `${path}${withParam(search, 'nature', filters.nature === 'contoh' ? null : 'contoh')}`;
}

export function sectionOf(path: string): Section | null {
	return SECTIONS.find((s) => PATHS[s] === path) ?? null;
}

/** The filters with the area that a page is about: its sections show that area too. `code` may be of no area. */
export function aboutArea(filters: Filters, code: string | undefined): Filters {
	const area = code === undefined ? undefined : regionByCode(code);
	switch (area?.kind) {
		case 'province':
			return { ...filters, province: area.code, region: null };
		case 'regency':
		case 'city':
			return { ...filters, province: area.code.slice(0, 2), region: area.code };
		default:
			return filters;
	}
}

export const sectionHrefs = (filters: Filters): Readonly<Record<Section, string>> =>
	Object.fromEntries(SECTIONS.map((s) => [s, `${PATHS[s]}${filterQuery(filters)}`])) as Record<Section, string>;

/**
 * The roles a viewer may look through: in the demo all, for an account those within its own, for nobody none (null).
 * `back`: path and query of the page that is open.
 */
export function roleSwitch({ scope, account, demo }: Viewer, lang: Lang, back: string, senders: readonly string[]): RoleSwitch | null {
	const own = demo ? { role: 'national' as const } : account?.role;
	if (!own || own.role === 'public') return null;
	const roles: Role[] = [
		{ role: 'public' },
		...senders.map((region) => ({ role: 'regency' as const, region })),
		...[...new Set(senders.map((code) => code.slice(0, 2)))].map((region) => ({ role: 'province' as const, region })),
		{ role: 'national' },
		...(own.role === 'province' ? regenciesOf(own.region).flatMap(({ code }) => (senders.includes(code) ? [] : [{ role: 'regency' as const, region: code }])) : [])
	];
	const offered = [...roles, own, scope].filter((role) => isWithin(role, own)).map((role): Option => ({ value: scopeKey(role), label: roleName(role, lang) }));
	return { action: '/peran', label: say(demo ? shellText.role : VIEWER.viewAs, lang), current: scopeKey(scope), back, options: [...new Map(offered.map((option) => [option.value, option])).values()] };
}

/** Which choices a page offers: `anyCycle` shows all cycles until one is chosen; a page that is not about time offers no months. */
export interface FilterParts {
	readonly cycle?: 'one' | 'any' | 'none';
	readonly months?: boolean;
	/** The pick that narrows the page. */
	readonly pick?: Pick | null;
}

/** Choices of the filter bar, as the page has them. */
export function filterChoices(context: PageContext, path: string, parts: FilterParts = {}): FilterChoices {
	const { filters, lang } = context;
	const { cycle = 'one', months = true, pick = null } = parts;
	const all = (label: string): Option => ({ value: '', label });
	const cycles = [...pastCycles()].reverse().map((c) => ({ value: c.code, label: cycleName(c.code, lang) }));
	const chosen = pick !== null || FILTER_NAMES.some((name) => !LOOK_NAMES.some((look) => look === name) && filters[name] !== null);
	const regencies = filters.province ? regenciesOf(filters.province) : sendersOf(context.release).flatMap((code) => regionByCode(code) ?? []);
	const month = monthOptions(context);
	return {
		action: path,
		...(cycle === 'one' ? { cycle: { current: context.cycle, options: cycles } } : {}),
		...(cycle === 'any' ? { cycle: { current: filters.cycle ?? '', options: [all(say(PAGE.allCycles, lang)), ...cycles] } } : {}),
		province: { current: filters.province ?? '', options: [all(say(PAGE.allProvinces, lang)), ...provinces().map((p) => ({ value: p.code, label: p.name }))] },
		regency: { current: filters.region ?? '', options: [all(say(PAGE.allRegencies, lang)), ...regencies.map((r) => ({ value: r.code, label: areaName(r.code, lang) }))] },
		...(months
			? { from: { current: filters.from ?? '', options: [all(say(PAGE.anyMonth, lang)), ...month] }, to: { current: filters.to ?? '', options: [all(say(PAGE.anyMonthEnd, lang)), ...month] } }
			: {}),
		hidden: [...hiddenParams(filters), ...pickParams(pick)],
		...(pick ? { picked: { label: shortCategory(pick.breakdown, pick.category, lang), href: `${path}${filterQuery(filters)}` } } : {}),
		reset: chosen ? `${path}${filterQuery(filters, { cycle: null, province: null, region: null, from: null, to: null })}` : null
	};
}

/** Nature, language and time axis, where they are not the default: a form keeps them. */
export function hiddenParams(filters: Filters): [string, string][] {
	const params = new URLSearchParams(filterQuery(filters));
	return LOOK_NAMES.flatMap((name): [string, string][] => {
		const value = params.get(name);
		return value ? [[name, value]] : [];
	});
}

/** The 24 months that end two months after the vote. */
function monthOptions(context: PageContext): Option[] {
	const vote = pastCycles().find((c) => c.code === context.cycle)?.voting_date;
	if (!vote) return [];
	const [y = 0, m = 1] = vote.split('-').map(Number);
	return Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(y, m - 1 - 21 + i, 1)).toISOString().slice(0, 7)).map((value) => ({ value, label: formatDate(value, context.lang, 'short') }));
}
