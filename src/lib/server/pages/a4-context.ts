/** For whom and about what an A4 brief is: the viewer's own version, or the one for everybody. */
import { regionByCode, type Region } from '#etl/reference/regions.ts';
import { filterQuery, parseFilters } from '../../filters/filters.ts';
import { say } from '../../i18n/index.ts';
import { A4 as M } from '../../i18n/messages/a4.ts';
import type { A4Link } from '../../ui/a4.ts';
import { isOwn, PUBLIC, scopeKey, type Scope } from '../access/scope.ts';
import type { OpenRelease } from '../release/release.ts';
import { areaName, createContext, provinces, regenciesOf, type PageContext } from './context.ts';

export interface A4Asked {
	readonly region: Region;
	readonly context: PageContext;
	/** Made of public figures alone, whoever looks. */
	readonly isPublic: boolean;
	/** Name of whom an internal brief is made for; empty for a public one. */
	readonly who: string;
	/** The brief's one address for this content: path and query in a fixed order. */
	readonly path: string;
}

/** The nation, a province, a provincial government or a regency; undefined for a code without a brief. */
export const a4Region = (code: string): Region | undefined => {
	const region = regionByCode(code);
	return region && region.kind !== 'central' ? region : undefined;
};

/** Areas whose figures stand in a brief. */
const areasIn = ({ kind, code }: Region): readonly string[] =>
	kind === 'nation' ? [code, ...provinces().map((p) => p.code)] : kind === 'province' ? [code, `${code}.00`, ...regenciesOf(code).map((r) => r.code), 'ID'] : [code, code.slice(0, 2), 'ID'];

/**
 * Reads the URL. A viewer who is entitled to no area of the brief gets the public version, as does everyone with
 * `for=public`: its context has the public's scope, so no exact figure can reach it.
 */
export function a4Asked(region: Region, params: URLSearchParams, { scope, who }: { readonly scope: Scope; readonly who: string }, release: OpenRelease): A4Asked {
	const isPublic = params.get('for') === 'public' || !areasIn(region).some((area) => isOwn(scope, area));
	const { code } = region;
	const chosen = parseFilters(params);
	const place = code === 'ID' ? { province: null, region: null } : { province: code.slice(0, 2), region: code.includes('.') ? code : null };
	const context = createContext({ ...chosen, ...place, from: null, to: null }, isPublic ? PUBLIC : scope, release);
	return { region, context, isPublic, who: isPublic ? '' : who, path: a4Path(context, code, isPublic) };
}

/** Release and entitlement that a brief is made from. Its page says so, and nothing is printed from one under another's. */
export const printedFrom = ({ context }: A4Asked): string => `${context.release.id} ${scopeKey(context.scope)}`;

/** The address of a brief of the context's cycle, nature and language; `rest` is `/pdf`, `/zip` or nothing. */
export function a4Path(context: PageContext, code: string, isPublic: boolean, rest = ''): string {
	const query = new URLSearchParams(filterQuery(context.filters, { cycle: context.cycle, province: null, region: null, from: null, to: null }));
	if (isPublic) query.set('for', 'public');
	return `/ringkas/${code}${rest}?${query}`;
}

/** Whether a viewer is offered all briefs of a province: those entitled to all of it, and everybody the public ones. */
export const mayZip = ({ kind, code }: Region, isPublic: boolean, scope: Scope): boolean => kind === 'province' && (isPublic || isOwn(scope, code));

/** Ways from other pages to the brief of an area: the sheet, the PDF, and for a province all of them. Who is entitled gets the internal ones, said so, and the public's sheet beside them. */
export function a4Links(context: PageContext, code: string): readonly A4Link[] {
	const region = a4Region(code);
	if (!region) return [];
	const { lang } = context;
	const isPublic = !areasIn(region).some((area) => isOwn(context.scope, area));
	const own = isOwn(context.scope, code);
	const link = (label: string, publicOne: boolean, rest = ''): A4Link => ({ label, href: a4Path(context, code, publicOne, rest) });
	return [
		link(say(isPublic ? M.linkPage : M.linkPageOwn, lang, { area: areaName(code, lang) }), isPublic),
		link(say(isPublic ? M.linkPdf : M.linkPdfOwn, lang), isPublic, '/pdf'),
		...(region.kind === 'province' ? [link(say(own ? M.linkZipOwn : M.linkZipPublic, lang), !own, '/zip')] : []),
		...(isPublic ? [] : [link(say(M.linkPublic, lang), true)])
	];
}
