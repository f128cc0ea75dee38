import { parseFilters, withParam } from '#lib/filters/filters.ts';
import { sendersOf } from '#lib/server/pages/context.ts';
import { aboutArea, isBare, natureHref, roleSwitch, sectionHrefs, sectionOf, showsPrinted } from '#lib/server/pages/shell.ts';
import { pageTermsOf } from '#lib/server/pages/terms.ts';
import { viewerBar } from '#lib/server/pages/viewer.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url, params }) => {
	const filters = parseFilters(url.searchParams);
	const { pathname: path, search } = url;
	return {
		lang: locals.lang,
		terms: pageTermsOf(locals.lang),
		bare: isBare(path),
		section: sectionOf(path),
		hrefs: sectionHrefs(aboutArea(filters, params.code)),
		release: { id: locals.release.id, date: locals.release.manifest.as_of },
		contoh: filters.nature === 'contoh',
		printed: showsPrinted(path, url.searchParams),
		natureHref: natureHref(path, search, filters),
		languageHref: `${path}${withParam(search, 'lang', filters.lang === 'id' ? 'en' : null)}`,
		role: roleSwitch(locals.viewer, filters.lang, `${path}${search}`, sendersOf(locals.release)),
		viewer: viewerBar(locals.viewer, filters.lang, `${path}${search}`)
	};
};
